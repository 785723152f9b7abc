"""Random questions of every caller at every address, with their tokens: what each answer, refusals too, gives away.

400 here; ``MESPOINTS_ATTEMPTS`` asks for more (``make soak``: 10,000).
"""

import os
import random
from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple

import pytest
from django.conf import LazySettings
from django.test import Client as Browser

from mespoints.api.firms import declare
from mespoints.api.journal import Asked
from mespoints.api.models import Call, Client
from mespoints.api.scopes import FIRM, HOLDS, scope_of
from mespoints.law.access import BY_KIND, CALLERS, Datum, has_direct_access
from mespoints.register.models import Access, Licence
from tests.api.conftest import TODAY, bearer, enter, make_client, post, question
from tests.law.test_access import LETTERS, READ

ATTEMPTS = int(os.environ.get("MESPOINTS_ATTEMPTS", "400"))
DIRECT = [caller.kind for caller in CALLERS if has_direct_access(caller.kind, TODAY.toordinal())]
OF_FIRMS = ("drivers/declare", "drivers/attestation", "drivers/list", "drivers/changes", "drivers/remove")

Words = dict[Datum, tuple[str, ...]]

SHAPES: Words = {
    Datum.EXISTENCE: ('"existence": true',), Datum.CATEGORIES: ("01.06",), Datum.VALIDITY: ('"until"',),
    Datum.MEASURES: ('"kind": "suspension"',), Datum.POINTS: ('"ceiling"',), Datum.MOVEMENTS: ("Permis obtenu",),
    Datum.LETTERS: ('"owed_on"',),
}  # fmt: skip
"""What gives a datum away, whosever it is."""

OF_CAMILLE: Words = {
    Datum.IDENTITY: ("000000000001", "MARTIN", "Camille", "1975-04-02"), Datum.ADDRESS: ("RUE DE LA PAIX", "NANTES"),
    Datum.TITLES: ("TITRE15AB",), Datum.RESTRICTIONS: ("70.99",), Datum.OFFENCES: ("Ancenis",),
}  # fmt: skip
"""What gives Camille away, of whom ``conftest.LIFE`` tells."""

OF_DOMINIQUE: Words = {
    Datum.IDENTITY: ("000000000002", "PETIT", "Dominique", "1981-09-30"), Datum.ADDRESS: ("QUAI DU PORT", "MARSEILLE"),
    Datum.TITLES: ("TITRE22CD",), Datum.RESTRICTIONS: ("78.02",), Datum.OFFENCES: ("Aubagne",),
}  # fmt: skip
"""What gives Dominique away."""

WORDS = (SHAPES, OF_CAMILLE, OF_DOMINIQUE)
OUTCOMES = {200: "answered", 403: "refused", 404: "unknown"}

OF_NOBODY = ("Vertou", "Cassis")
"""Where the offences were committed whose réalité is not established: the file does not tell them (art. L. 225-1)."""

LIFE_OF_DOMINIQUE: list[dict[str, Any]] = [
    {
        "act": "offence", "id": "o1", "class": "c4", "points": 3, "committed_on": "2026-03-07",
        "final_on": "2026-05-11", "final_by": "paiement", "label": "Stop franchi", "place": "Aubagne",
    },
    {"act": "offence", "id": "o2", "class": "c4", "points": 2, "committed_on": "2026-10-09", "place": "Cassis"},
    {"act": "suspension", "id": "s1", "from": "2026-11-10", "to": "2027-01-15", "by": "prefet"},
    {"act": "title_issued", "id": "t1", "on": "2022-06-08", "number": "TITRE22CD"},
    {"act": "restriction", "id": "r1", "from": "2021-01-01", "codes": ["78.02"]},
]  # fmt: skip


class Attempt(NamedTuple):
    """One question. ``kind``: whose token; ``words``: of the driver whom it names."""

    kind: str
    path: str
    body: dict[str, Any]
    words: Words


def told_by(attempt: Attempt, status: int) -> Collection[Datum]:
    """What its answer may hold: of what was asked for, what the articles were read to open; a refusal holds nothing."""
    if status != 200 or attempt.path not in HOLDS:
        return ()
    may_see = {datum for letter, datum in LETTERS.items() if letter in READ[attempt.kind]}
    return may_see.intersection(attempt.body["data"])


def words_in(answer: str, words: Words) -> set[tuple[Datum, str]]:
    """The words that an answer holds, each with what it gives away."""
    return {(datum, word) for datum, some in words.items() for word in some if word in answer}


def leaks(attempt: Attempt, status: int, answer: str, handles: Collection[str]) -> list[str]:
    """What of anybody an answer gives away that its reader may not know, or did not ask for."""
    granted = told_by(attempt, status)
    other = OF_DOMINIQUE if attempt.words is OF_CAMILLE else OF_CAMILLE
    theirs = words_in(answer, {**SHAPES, **attempt.words})
    found = [word for datum, word in theirs if datum not in granted]
    found += [word for _datum, word in words_in(answer, other)]
    found += [word for word in (*OF_NOBODY, *handles) if word in answer]
    return [f"{attempt.kind} at {attempt.path}, {status}: {word}" for word in found]


def body_of_firm(path: str, body: dict[str, Any], handle: str) -> dict[str, Any]:
    """The same question as an address of the firms takes it. ``handle``: of a driver whom another firm declared."""
    kept = {"agent": body["agent"], "purpose": body["purpose"]}
    forms = {
        "declare": {**kept, "person": body["person"], "informed_on": "2026-11-20"}, "list": {"agent": body["agent"]},
        "changes": {"agent": body["agent"]}, "attestation": {**kept, "driver": handle},
        "remove": {**kept, "drivers": [handle]},
    }  # fmt: skip
    return forms[path.removeprefix("drivers/")]


class World(NamedTuple):
    """Who asks, about whom. ``handles``: of the drivers of a firm that asks nothing."""

    clients: dict[str, Client]
    licences: tuple[Licence, Licence]
    handles: list[str]

    def attempt(self, chance: random.Random) -> Attempt:
        """A question as some authority asks it, with anybody's token, at any address; often wrong elsewhere too."""
        kind, whose = chance.choice(DIRECT), chance.randrange(2)
        own = scope_of(BY_KIND[kind])
        path = own if own in HOLDS and chance.random() < 0.5 else chance.choice([*HOLDS, *OF_FIRMS])
        author = self.clients[kind if chance.random() < 0.5 else chance.choice(DIRECT)]
        body = question(author, self.licences[whose], *chance.sample([*Datum], chance.randint(1, 3)))
        if chance.random() < 0.1:
            body["purpose"]["article"] = chance.choice(CALLERS).article
        if chance.random() < 0.1:
            body["person"]["family_name"] = "AUTRE"
        if path in OF_FIRMS:
            body = body_of_firm(path, body, chance.choice(self.handles))
        return Attempt(kind, path, body, (OF_CAMILLE, OF_DOMINIQUE)[whose])


@pytest.fixture
def world(db: None, settings: LazySettings) -> World:
    """One authority of each kind that may ask, two drivers, both declared by a firm."""
    settings.MESPOINTS_DOCUMENT_KEY = ""
    dominique = enter(
        "000000000002", "PETIT", LIFE_OF_DOMINIQUE, given_names=["Dominique"], birth_date="1981-09-30",
        address=["4 QUAI DU PORT", "13002 MARSEILLE"], departement="13",
    )  # fmt: skip
    licences = (enter(), dominique)
    asked = Asked(make_client(FIRM, name="Autocars"), "drivers/declare", "x", "Nos conducteurs", ())
    handles = [declare(asked, licence, TODAY, TODAY).handle for licence in licences]
    return World({kind: make_client(kind) for kind in DIRECT}, licences, handles)


def journal_of(attempt: Attempt, status: int) -> tuple[str, str, str, str | None]:
    """The line that a call leaves: whose file too, where the question named one."""
    is_named = attempt.path in HOLDS and status != 404 and attempt.body["person"]["family_name"] != "AUTRE"
    whose = attempt.body["person"]["neph"] if is_named else None
    return attempt.kind, attempt.path, OUTCOMES[status], whose


def test_nothing_leaks_through_the_addresses(world: World) -> None:
    """What the law keeps, what was not asked for, and another's file are in no answer; every call has its line."""
    chance, browser = random.Random(11), Browser()
    headers = {kind: bearer(client) for kind, client in world.clients.items()}
    found, expected, told = [], [], set()
    for _ in range(ATTEMPTS):
        attempt = world.attempt(chance)
        answer = browser.post(
            f"/api/v1/{attempt.path}", attempt.body, content_type="application/json", headers=headers[attempt.kind]
        )
        text = answer.content.decode()
        found += leaks(attempt, answer.status_code, text, world.handles)
        expected.append(journal_of(attempt, answer.status_code))
        told |= words_in(text, {**SHAPES, **attempt.words})
    lines = Call.objects.exclude(client__name="Autocars").order_by("pk")
    refused = [whose for _kind, _path, outcome, whose in expected if outcome == "refused" and whose]

    assert [] == found
    assert expected == [
        (kind, path, outcome, neph if path in HOLDS else None)
        for kind, path, outcome, neph in lines.values_list("client__kind", "operation", "outcome", "licence__neph")
    ]
    assert Counter(refused) == Counter(Access.objects.filter(shown="refused").values_list("licence__neph", flat=True))
    assert {"answered", "refused", "unknown"} == {outcome for _kind, _path, outcome, _whose in expected}
    assert told == {(datum, word) for words in WORDS for datum, some in words.items() for word in some}


@pytest.mark.parametrize("path", ["rights", "drivers/declare"])
def test_a_refusal_does_not_tell_who_exists(path: str, world: World) -> None:
    """Word for word the same, whether or not the register has a licence of that number and that name."""
    client, answers = world.clients["road_police"], set()
    for name in ("MARTIN", "AUTRE"):
        body = question(client, world.licences[0], "points")
        body["person"]["family_name"] = name
        sent = body_of_firm(path, body, "") if path in OF_FIRMS else body
        answers.add(post(path, sent, bearer(client)).content)

    assert 1 == len(answers)
