"""The carrier that is called: our own contract, ``post-http/1`` (docs/courrier.md), which a gateway fulfils.

One request a letter, whose reference is its idempotency key: asked again, the service answers as before. One list of
events, read from where it was left. Nothing but the address of the service and its token is known of it.
"""

import base64
from collections.abc import Callable, Iterator
from datetime import date
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import quote

import requests

from mespoints.law.days import parse_day
from mespoints.law.notification import EVENTS
from mespoints.letters.carriers import CarrierUnavailable, Turned
from mespoints.letters.spool import Entry, Spool, read_manifest

FORMAT = "post-http/1"
SECONDS = 20.0
"""How long one request may take to connect, then to answer."""
FIRST_PAUSE = 0.5
"""Seconds before the second try; twice as long before each further one."""
PATIENCE = 8
"""Seconds that these pauses last together at most: five tries."""

TURNED_DOWN = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
)
"""The answers that are about the letter: asked again, they would be the same."""

LONGEST_NAME = 60


class CarrierEvent(NamedTuple):
    """What the service says of a letter. ``name``: the service's own, the same whenever it is told again."""

    name: str
    letter: str
    event: str
    on: date
    tracking: str


class HttpCarrier:
    """A service at an address, which knows us by a token, or by a certificate and its key in one PEM file.

    ``sleep``: waits so many seconds between two tries. ``seconds``: how long one request may take; ``patience``: how
    long to go on asking one that does not answer.
    """

    name = "http"

    def __init__(
        self,
        address: str,
        token: str,
        sleep: Callable[[float], None],
        *,
        certificate: str = "",
        seconds: float = SECONDS,
        patience: float = PATIENCE,
    ) -> None:
        self._address = address.rstrip("/")
        self._session = requests.Session()
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"
        self._session.cert = certificate or None
        self._sleep = sleep
        self._seconds = seconds
        self._patience = patience

    def hand_over(self, spool: Spool, batch: str) -> list[Turned]:
        """Hand over each letter of the batch. Raises CarrierUnavailable."""
        folder = spool.writing / batch
        turned = []
        for entry in read_manifest(folder):
            pdf = (folder / entry.file).read_bytes()
            reason = self._hand_over_letter(batch, entry, pdf)
            if reason:
                turned.append(Turned(entry.reference, reason))
        return turned

    def _hand_over_letter(self, batch: str, entry: Entry, pdf: bytes) -> str:
        """Hand over one letter; why it was turned down, empty when it was taken. Raises CarrierUnavailable."""
        document = {
            "format": FORMAT,
            "batch": batch,
            **{key: value for key, value in entry._asdict().items() if key != "file"},
            "document": base64.b64encode(pdf).decode("ascii"),
        }
        answer = self._ask("PUT", f"/letters/{quote(entry.reference)}", {"Idempotency-Key": entry.reference}, document)
        if answer.status_code in TURNED_DOWN:
            return f"le transporteur refuse la lettre (réponse {answer.status_code})"
        if body_of(answer).get("sha256") != entry.sha256:
            raise CarrierUnavailable("le transporteur n'a pas confirmé ce qu'il a reçu")
        return ""

    def events(self, after: str) -> Iterator[tuple[list[CarrierEvent], str]]:
        """The events told since a place, page by page, each with the place where it ends. Raises CarrierUnavailable."""
        while True:
            page = body_of(self._ask("GET", f"/events?after={quote(after, safe='')}", {}, None))
            events, following = page.get("events"), page.get("next")
            if not isinstance(events, list) or not isinstance(following, str):
                raise CarrierUnavailable("la liste des événements du transporteur ne se lit pas")
            if not events or following == after:
                return
            yield [read_event(event) for event in events], following
            after = following

    def _ask(self, method: str, path: str, headers: dict[str, str], document: object) -> requests.Response:
        """Ask until there is an answer that stands. Raises CarrierUnavailable."""
        found = ""
        for pause in pauses(self._patience):
            if pause:
                self._sleep(pause)
            try:
                answer = self._session.request(
                    method, self._address + path, headers=headers, json=document, timeout=self._seconds,
                    allow_redirects=False,
                )  # fmt: skip
            except requests.RequestException as error:
                found = type(error).__name__
            else:
                if answer.status_code in (HTTPStatus.OK, HTTPStatus.CREATED, *TURNED_DOWN):
                    return answer
                found = str(answer.status_code)
                if not may_pass(answer.status_code):
                    break
        raise CarrierUnavailable(f"le transporteur ne répond pas comme il le doit ({found})")


def pauses(patience: float) -> Iterator[float]:
    """Seconds to wait before each try: none, then twice as long each time, ``patience`` together at most."""
    yield 0.0
    pause = FIRST_PAUSE
    while pause <= patience:
        yield pause
        patience -= pause
        pause *= 2


def may_pass(status: int) -> bool:
    """Whether asking again may bring another answer: the service is busy, or broken for now."""
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in (
        HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY,
    )  # fmt: skip


def body_of(answer: requests.Response) -> dict[str, Any]:
    """The JSON object of an answer. Raises CarrierUnavailable when there is none."""
    try:
        body = answer.json()
    except ValueError as error:
        raise CarrierUnavailable("la réponse du transporteur ne se lit pas") from error
    if not isinstance(body, dict):
        raise CarrierUnavailable("la réponse du transporteur ne se lit pas")
    return body


def read_event(told: object) -> CarrierEvent:
    """One event, whole and right. Raises CarrierUnavailable: a place is not passed before it is understood."""
    fields = told if isinstance(told, dict) else {}
    name, letter, event, on, tracking = (fields.get(key, "") for key in ("id", "letter", "event", "on", "tracking"))
    are_texts = all(isinstance(text, str) for text in (name, letter, event, on, tracking))
    if not are_texts or not 0 < len(name) <= LONGEST_NAME or event not in EVENTS:
        raise CarrierUnavailable("un événement du transporteur ne se lit pas")
    try:
        return CarrierEvent(name, letter, event, date.fromordinal(parse_day(on)), tracking)
    except ValueError as error:
        raise CarrierUnavailable("un événement du transporteur porte un jour qui n'existe pas") from error
