"""Erasure of what has outlived its delay (art. L. 225-2), in the register."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import Sum

from mespoints.register import erasing
from mespoints.register.erasing import latest_birth, run_erasure
from mespoints.register.erasures import erased_on
from mespoints.register.files import statement_of
from mespoints.register.ledger import AppendRefused, append_acts
from mespoints.register.models import Account, Act, Erasure, Licence, OwedLetter, Payload
from mespoints.register.nightly import run_night
from mespoints.register.verification import verify

pytestmark = pytest.mark.django_db

Register = Callable[..., Licence]

ERASED = date(2026, 11, 27)


def offence(name: str, points: int, committed_on: str, final_on: str) -> dict[str, Any]:
    """A contravention of the fourth class, paid."""
    days = {"committed_on": committed_on, "final_on": final_on, "decided_on": final_on}
    return {"act": "offence", "id": name, "class": "c4", "points": points, "final_by": "paiement", **days}


OLD = [
    offence("i1", 3, "2010-01-20", "2010-03-01"),
    {"act": "stage", "id": "s1", "ended_on": "2010-06-05", "kind": "volontaire"},
    offence("i2", 2, "2014-01-20", "2014-03-01"),
]


@pytest.fixture
def old_file(register_dossier: Register) -> Licence:
    """Two offences and a stage that ten years have passed over, a third offence that they have not."""
    dossier = {
        "format": "dossier/1",
        "licence": {"neph": "000000000001", "obtained_on": "1996-05-06"},
        "acts": [*OLD, offence("i3", 2, "2025-06-01", "2025-08-01")],
    }
    licence = register_dossier(dossier, recorded_on=date(2025, 9, 1))
    run_night(ERASED)
    return licence


def everything() -> tuple[list[Any], ...]:
    """All that an erasure must leave alone, and all that it writes."""
    tables = (Act.objects, Account.objects, OwedLetter.objects, Erasure.objects)
    payloads = list(Payload.objects.order_by("pk").values_list("pk", flat=True))
    return (*[list(rows.order_by("pk").values()) for rows in tables], payloads)


def test_a_rehearsal_writes_nothing(old_file: Licence) -> None:
    """It says how many acts would go, and under which paragraph."""
    before = everything()
    told = run_erasure(ERASED, apply=False)

    assert before == everything()
    assert (1, {"L225-2 I": 2, "L225-2 V": 1}, {}) == (told.licences, dict(told.acts), dict(told.kept))


def test_payloads_go_and_the_journal_names_them(old_file: Licence) -> None:
    """The acts stay in their chain, the balance carried over says what the file still needs."""
    run_erasure(ERASED, apply=True)
    carried = old_file.acts.get(kind="carried_over")
    rows = Erasure.objects.values_list("act__act_id", "paragraph", "erased_on")

    assert {("i1", "L225-2 I", ERASED), ("i2", "L225-2 I", ERASED), ("s1", "L225-2 V", ERASED)} == set(rows)
    assert {"i3", carried.act_id} == set(Payload.objects.values_list("act__act_id", flat=True))
    assert ("effacement", 12, True) == (
        carried.source, statement_before(old_file, carried.on), '"balance":12' in carried.payload.body,
    )  # fmt: skip
    assert ERASED == erased_on(old_file)


def statement_before(licence: Licence, on: date) -> int:
    """The balance on the day of the balance carried over."""
    return statement_of(licence, on).balance


def test_no_account_no_movement_no_letter_comes_of_it(old_file: Licence) -> None:
    """Neither on that day, nor on a night years later, when the sum posted is still that of the law."""
    before = posted(old_file), OwedLetter.objects.count(), account(old_file)
    run_erasure(ERASED, apply=True)
    after = posted(old_file), OwedLetter.objects.count(), account(old_file)
    night = run_night(date(2029, 1, 1))

    assert before == after
    assert {"full_restoration": 1} == dict(night.movements)
    assert 12 == posted(old_file)[1] == statement_of(old_file, date(2029, 1, 1)).signed_balance


def posted(licence: Licence) -> tuple[int, int]:
    """How many movements were posted, and their sum."""
    total: int = licence.movements.aggregate(total=Sum("points"))["total"]
    return licence.movements.count(), total


def account(licence: Licence) -> tuple[object, ...]:
    """The account, without the day of the next look."""
    row = Account.objects.get(pk=licence.pk)
    return row.balance, row.signed_balance, row.ceiling, row.status


def test_the_register_is_still_verified(old_file: Licence) -> None:
    """Every link follows, and a payload that is gone is one that the journal names."""
    run_erasure(ERASED, apply=True)
    checked = verify(None)

    assert (None, 3) == (checked.broken, checked.erased)


def test_an_erasure_again_finds_nothing(old_file: Licence) -> None:
    """On the same day, and a year later: the balance carried over does not leave for its own sake."""
    run_erasure(ERASED, apply=True)
    before = everything()
    again, next_year = run_erasure(ERASED, apply=True), run_erasure(date(2027, 11, 27), apply=True)

    assert before == everything()
    assert (0, {}, 0, {}) == (again.licences, dict(again.kept), next_year.licences, dict(next_year.kept))


def test_a_second_erasure_takes_the_first_balance_with_it(old_file: Licence) -> None:
    """Ten years later, the last offence leaves, and so does what was carried over."""
    run_erasure(ERASED, apply=True)
    run_night(date(2035, 8, 3))
    run_erasure(date(2035, 8, 3), apply=True)

    assert 1 == Payload.objects.count()
    assert 12 == statement_of(old_file, date(2035, 8, 3)).balance == posted(old_file)[1]
    assert verify(None).broken is None


def test_an_erasure_killed_between_its_steps_leaves_nothing_half_done(
    old_file: Licence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a balance without its journal, nor a journal without the payloads gone; run again, it is done."""
    before = everything()

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    for step in ("write_books", "erase_payloads"):
        with monkeypatch.context() as patched:
            patched.setattr(erasing, step, die)
            with pytest.raises(KeyboardInterrupt):
                run_erasure(ERASED, apply=True)
        assert before == everything()
    assert 1 == run_erasure(ERASED, apply=True).licences


def test_a_feed_cannot_bring_back_what_was_erased(old_file: Licence) -> None:
    """Nor tell what was over before the balance carried over; nor name an act as an erasure does."""
    run_erasure(ERASED, apply=True)
    late = {"act": "stage", "id": "s9", "ended_on": "2012-06-05", "kind": "volontaire"}
    reserved = {**late, "id": "effacement-2026-11-28", "ended_on": "2026-11-28"}
    for act, words in ((OLD[0], "puis effacé"), (late, "arrêté au"), (reserved, "effacement")):
        with pytest.raises(AppendRefused, match=words):
            append_acts(old_file, [act], recorded_on=date(2026, 11, 28), source="test")

    assert 4 == Act.objects.filter(kind__in=("offence", "stage")).count()


def test_an_offence_still_to_be_decided_is_taken_in_afterwards(old_file: Licence) -> None:
    """What comes after the balance carried over counts as before."""
    run_erasure(ERASED, apply=True)
    append_acts(old_file, [offence("i4", 4, "2026-11-01", "2026-12-01")], recorded_on=date(2026, 12, 2), source="test")

    assert 6 == statement_of(old_file, date(2026, 12, 2)).balance == posted(old_file)[1]


def test_a_date_of_birth_is_read_at_its_latest() -> None:
    """Unknown parts are written 00: nobody reaches eighty too early."""
    days = [date.fromordinal(latest_birth(text)).isoformat() for text in ("1950-00-00", "1950-02-00", "1950-02-03")]

    assert ["1950-12-31", "1950-02-28", "1950-02-03"] == days
