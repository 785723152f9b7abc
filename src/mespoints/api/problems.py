"""What goes wrong, as ``application/problem+json`` (RFC 9457): the title in French, the detail in English.

Nothing that was sent is repeated: an answer ends up in somebody's log.
"""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Schema
from ninja.errors import ValidationError

MEDIA = "application/problem+json"


class Fault(Schema):
    """What of a request cannot be read: where, and what was expected there."""

    where: str
    expected: str


class Kept(Schema):
    """A datum that was refused, and the article that keeps it."""

    datum: str
    article: str


class Problem(Schema):
    """RFC 9457. ``errors``: of a request that cannot be read; ``refused``: what the law keeps from who asks."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] | None = None
    refused: list[Kept] | None = None


class Kind(NamedTuple):
    """A kind of problem: its status, its title and its detail."""

    status: int
    title: str
    detail: str


KINDS = {
    "unreadable": Kind(400, "La demande n'est pas du JSON lisible.", "The body of the request is not readable JSON."),
    "unauthenticated": Kind(
        401, "Il faut un jeton d'accès valable.", "A valid access token is expected; ask the token endpoint for one."
    ),
    "forbidden": Kind(
        403, "La loi ne permet pas de vous communiquer cela.",
        "The article under which you ask does not open what you ask for. The refusal is journaled.",
    ),
    "in-clear": Kind(
        403, "Cette adresse ne s'appelle qu'en https.",
        "Call it by https. What you sent went in clear: ask for another token, and sign another assertion.",
    ),
    "wrong-article": Kind(
        403, "Votre habilitation n'est pas celle de cet article.",
        "The purpose names another article than yours. The refusal is journaled.",
    ),
    "not-declared": Kind(
        403, "Ce conducteur n'est pas déclaré par votre entreprise (art. R. 225-5-1).",
        "No driver that you declared bears this handle. The refusal is journaled.",
    ),
    "unknown-person": Kind(
        404, "Aucun permis ne correspond.", "No licence answers to this person. What was given is not repeated here."
    ),
    "not-here": Kind(404, "Cette adresse n'est pas servie ici.", "This host does not answer this address."),
    "uncertain-person": Kind(
        409, "L'état civil ne suffit pas : donnez aussi le numéro de dossier (NEPH).",
        "The civil status does not single out one licence: give the file number (NEPH) and the name.",
    ),
    "not-read": Kind(422, "La demande est mal formée.", "The request does not have the form that is published."),
    "too-many": Kind(429, "Trop de demandes.", "Too many calls within a minute: wait as long as Retry-After says."),
    "not-informed": Kind(
        422, "Le conducteur doit d'abord avoir été informé.", "The day on which the driver was told is still to come."
    ),
    "unavailable": Kind(
        503, "Le registre ne répond pas pour le moment.",
        "The register is out of reach for now: ask again as Retry-After says.",
    ),
    "no-seal": Kind(
        503, "Aucune clé ne scelle les documents de ce service.", "This service has no key to seal documents with."
    ),
}  # fmt: skip


class Refusal(Exception):
    """Ends a call with a problem. ``extra``: members of the answer; ``headers``: of the answer."""

    def __init__(self, kind: str, *, headers: dict[str, str] | None = None, **extra: Any) -> None:
        super().__init__(kind)
        self.kind, self.headers, self.extra = kind, headers or {}, extra


def answer(kind: str, *, headers: dict[str, str] | None = None, **extra: Any) -> HttpResponse:
    """The response of a problem."""
    status, title, detail = KINDS[kind]
    body = {"type": f"urn:mespoints:problem:{kind}", "title": title, "status": status, "detail": detail, **extra}
    return JsonResponse(body, status=status, content_type=MEDIA, headers=headers or {})


def on_refusal(_request: HttpRequest, refusal: Refusal | type[Refusal]) -> HttpResponse:
    """One of ours."""
    assert isinstance(refusal, Refusal)
    return answer(refusal.kind, headers=refusal.headers, **refusal.extra)


def on_not_read(_request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    """A request that does not have the published form; neither its values nor its unknown keys are repeated."""
    assert isinstance(error, ValidationError)
    errors = [{"where": where_of(fault), "expected": str(fault["type"])} for fault in error.errors]
    return answer("not-read", errors=errors)


def where_of(fault: dict[str, Any]) -> str:
    """The place of a fault; a key that is not ours is not named."""
    places = fault["loc"][:-1] if fault["type"] == "extra_forbidden" else fault["loc"]
    return ".".join(str(place) for place in places)


def on_unauthenticated(_request: HttpRequest, _error: object) -> HttpResponse:
    """No token, or one that opens nothing any more."""
    return answer("unauthenticated", headers={"WWW-Authenticate": "Bearer"})


def on_http_error(_request: HttpRequest, _error: object) -> HttpResponse:
    """A body that is not JSON."""
    return answer("unreadable")
