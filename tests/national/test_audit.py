"""The audit replays the register and finds what does not follow the law, whoever wrote it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.law.days import NEVER
from mespoints.national.audit import Audited, Difference, audit, known_of, movements_that_differ
from mespoints.national.batch import Engine
from mespoints.national.columns import columns_of
from mespoints.national.plain import question
from mespoints.national.register_acts import facts_of_known
from mespoints.register.accounts import rebuild
from mespoints.register.books import read_books
from mespoints.register.facts import known_licences
from mespoints.register.ledger import append_acts
from mespoints.register.models import Account, Licence

pytestmark = pytest.mark.django_db

DAY = date(2024, 4, 2)
ASKED = question(DAY.toordinal(), NEVER, strict=False)
Register = Callable[..., Licence]


def offence(name: str, points: int, final_on: str) -> dict[str, Any]:
    """A contravention of the fourth class, committed in January 2024."""
    days = {"committed_on": "2024-01-20", "final_on": final_on, "decided_on": final_on}
    return {"act": "offence", "id": name, "class": "c4", "points": points, "final_by": "paiement", **days}


@pytest.fixture
def licences(register_dossier: Register) -> list[Licence]:
    """Two licences on the same day, 8 and 11 points."""
    acts = ([offence("i1", 4, "2024-03-01")], [offence("i1", 1, "2024-03-15")])
    return [
        register_dossier(
            {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06", "neph": f"1234567890{place}"}, "acts": []},
            recorded_on=DAY, acts=one,
        )
        for place, one in enumerate(acts)
    ]  # fmt: skip


def test_a_register_that_follows_the_law_has_no_difference(licences: list[Licence], fast: Engine) -> None:
    """Every licence whose account holds for the day is compared."""

    assert Audited(2, 0, ()) == audit(DAY, fast)


def test_what_is_still_to_settle_waits(licences: list[Licence], fast: Engine) -> None:
    """On 15 September 2024 the single point is back, and no night has run; before, nothing was known yet."""

    assert Audited(1, 1, ()) == audit(date(2024, 9, 15), fast)
    assert Audited(0, 2, ()) == audit(date(2024, 4, 1), fast)


def test_an_account_that_was_changed_is_found(licences: list[Licence], fast: Engine) -> None:
    """The licence and the point are named, with what stands there and what the law gives."""
    Account.objects.filter(licence=licences[0]).update(balance=12, status="zero")
    found = audit(DAY, fast).differences
    rebuild(DAY)

    assert (
        Difference(licences[0].pk, "balance", "12", "8"),
        Difference(licences[0].pk, "status", "zero", "valid"),
    ) == found
    assert () == audit(DAY, fast).differences


def test_a_movement_that_the_law_does_not_give_is_found(licences: list[Licence], fast: Engine) -> None:
    """The account is right, the sum too: a withdrawal posted on another day is told by both days."""
    (book,) = read_books([licences[0].pk]).values()
    taken = next(row for row in book.movements if row.cause == "withdrawal")
    taken.on = "2024-02-29"
    known = known_of(book)
    moved = fast.answer(columns_of([(1, facts_of_known(known))]), ASKED, movements=True).movements.to_pylist()

    assert [("2024-02-29 withdrawal", "-4", "absent"), ("2024-03-01 withdrawal", "absent", "-4")] == [
        one[1:] for one in movements_that_differ(book, known, moved)
    ]


def test_a_late_fact_leaves_its_corrections_and_no_difference(register_dossier: Register, fast: Engine) -> None:
    """An offence learned after a stage changes what that gave: the correction counts for what it corrects."""
    document = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06", "neph": "123456789"}, "acts": []}
    stage = {"act": "stage", "id": "s", "kind": "volontaire", "started_on": "2024-03-10", "ended_on": "2024-03-11"}
    late = {**offence("i2", 3, "2024-03-02"), "class": "c3"}
    licence = register_dossier(document, recorded_on=DAY, acts=[offence("i1", 1, "2024-03-01"), stage])
    append_acts(licence, [late], recorded_on=date(2024, 4, 3), source="test")

    assert Audited(1, 0, ()) == audit(date(2024, 4, 3), fast)
    assert licence.movements.filter(cause="correction").exists()


def test_a_book_is_known_as_the_register_is_read(licences: list[Licence]) -> None:
    """The audit and the replay of the register fold the same acts, learned on the same days."""
    books = read_books([licence.pk for licence in licences])

    assert list(known_licences(0, licences[-1].pk, "9999-12-31")) == [known_of(book) for book in books.values()]
