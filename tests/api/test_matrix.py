"""Every caller, every datum: what is allowed is answered, what is not is refused, journaled, and never leaks."""

import json
import random
from collections.abc import Iterator

import pytest

from mespoints.api.answers import ANSWERS
from mespoints.api.asking import refused_of
from mespoints.api.clients import ClientRefused
from mespoints.api.filling import MAKERS, Source, fill
from mespoints.api.models import Call, Client
from mespoints.api.scopes import FIRM, HOLDS, SCOPES, scope_of
from mespoints.law.access import BY_KIND, CALLERS, EVERYTHING, Datum, has_direct_access, kept_by
from mespoints.register.models import Access, Licence
from tests.api.conftest import TODAY, ask, enter, make_client
from tests.law.test_access import LETTERS, READ

ATTEMPTS = 10_000
DIRECT = [caller.kind for caller in CALLERS if has_direct_access(caller.kind, TODAY.toordinal())]
ASKING = [kind for kind in DIRECT if kind != FIRM]

TRACES = {
    Datum.EXISTENCE: '"existence"', Datum.CATEGORIES: "01.06", Datum.VALIDITY: "2026-12-31",
    Datum.RESTRICTIONS: "70.99", Datum.IDENTITY: "Camille", Datum.ADDRESS: "RUE DE LA PAIX", Datum.TITLES: "TITRE15AB",
    Datum.MEASURES: '"suspension"', Datum.OFFENCES: "Ancenis", Datum.POINTS: '"ceiling"',
    Datum.MOVEMENTS: "Permis obtenu", Datum.LETTERS: '"owed_on"',
}  # fmt: skip
"""What gives each datum of Camille's file away, wherever it stands in an answer."""


def kept_from(kind: str) -> Iterator[Datum]:
    """What a caller may not see, as the articles were read a second time, and not as the code has them."""
    return (datum for letter, datum in LETTERS.items() if letter not in READ[kind])


def leaks(kind: str, answer: str) -> list[str]:
    """What an answer gives away that its reader may not know; that a licence is there is no secret in an error."""
    kept = [datum for datum in kept_from(kind) if datum in TRACES]
    return [f"{kind}: {datum}" for datum in kept if TRACES[datum] in answer]


@pytest.fixture
def clients(db: None) -> dict[str, Client]:
    """One authority of each kind that may ask."""
    return {kind: make_client(kind) for kind in DIRECT}


@pytest.mark.parametrize("kind", ASKING)
def test_each_cell(kind: str, driver: Licence) -> None:
    """Alone, each datum is told or refused; the refusal names its article and is in both journals."""
    client = make_client(kind)
    for letter, datum in LETTERS.items():
        answer = ask(client, driver, datum)
        told, line = json.loads(answer.content), Access.objects.latest("pk")
        if letter in READ[kind]:
            assert (200, {"on", datum}) == (answer.status_code, set(told))
            assert TRACES[datum] in answer.content.decode()
            assert datum == line.shown
        else:
            assert (403, [{"datum": datum, "article": kept_by(datum)}]) == (answer.status_code, told["refused"])
            assert "refused" == line.shown == Call.objects.latest("pk").outcome
        assert [] == leaks(kind, answer.content.decode())
        assert (client.name, BY_KIND[kind].article) == (line.who, line.article)
    assert 2 * len(LETTERS) == Access.objects.count() + Call.objects.count()


@pytest.mark.parametrize("kind", [kind for kind in BY_KIND if kind not in DIRECT])
def test_who_has_no_direct_access_is_not_registered(kind: str, db: None) -> None:
    """An insurer, an employer, a lawyer ask somebody else, or nobody: no key of theirs opens anything."""
    with pytest.raises(ClientRefused, match="through"):
        make_client(kind)


def test_each_type_holds_what_its_readers_may_see_and_nothing_else() -> None:
    """A datum that is kept from a caller has no place in their answer; every datum that may be told has its maker."""
    for data, answer in ANSWERS.items():
        assert {"on", *data} == set(answer.model_fields)
    assert set(ANSWERS) == set(SCOPES) == {BY_KIND[kind].sees for kind in DIRECT}
    assert set(MAKERS) == EVERYTHING == set(TRACES)


def test_the_answers_of_others_are_refused_whole(driver: Licence, clients: dict[str, Client]) -> None:
    """Even what one may see, at the address of another article."""
    statuses = {
        (kind, scope): ask(client, driver, "validity", path=scope).status_code
        for kind, client in clients.items()
        for scope in HOLDS
        if scope != scope_of(BY_KIND[kind])
    }

    assert {403} == set(statuses.values())
    assert len(statuses) == Call.objects.filter(outcome="refused", licence=driver).count()


def attempt(kind: str, operation: str, data: list[Datum], source: Source) -> str:
    """What would be sent, by the functions that an address calls: the law, the makers, the type."""
    if refused_of(kind, operation, data, TODAY):
        return ""
    answer = ANSWERS[HOLDS[operation]].model_validate(fill(source, data))
    return answer.model_dump_json(exclude_unset=True)


def test_nothing_leaks_in_ten_thousand_attempts(driver: Licence) -> None:
    """Any caller of the table, at any address, for any data, of either of two drivers."""
    chance = random.Random(7)
    sources = [Source(driver, TODAY), Source(enter("000000000002", "PETIT", []), TODAY)]
    kinds = [kind for kind in BY_KIND if BY_KIND[kind].sees in SCOPES or kind == FIRM]
    answered, found = 0, []
    for _ in range(ATTEMPTS):
        kind, operation = chance.choice(kinds), chance.choice(list(HOLDS))
        data = chance.sample(list(Datum), chance.randint(1, 3))
        source = chance.choice(sources)
        sent = attempt(kind, operation, data, source)
        answered += bool(sent)
        found += leaks(kind, sent)
        if source is sources[1] and any(TRACES[datum] in sent for datum in (Datum.OFFENCES, Datum.MEASURES)):
            found.append("another driver's file")

    assert [] == found
    assert answered > ATTEMPTS / 50, "the attempts must not all be refused"
