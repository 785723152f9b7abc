"""The holder as acts tell them, on any day: nothing is changed, the last word holds."""

from datetime import date
from typing import Any

import pytest

from mespoints.register.erasing import birth_days
from mespoints.register.holders import as_opened, holder_known, keep_told, told_by
from mespoints.register.ledger import append_acts
from mespoints.register.models import Holder, Licence
from mespoints.register.seals import take_seal
from mespoints.register.verification import verify
from tests.conftest import CAMILLE

PROOF = {"proof": "acte_de_naissance", "reason": "Jour et mois inversés"}


def corrected(name: str, on: str, **keys: Any) -> dict[str, Any]:
    """A correction of these keys."""
    return {"act": "civil_status_corrected", "id": name, "on": on, **PROOF, **keys}


def learn(licence: Licence, day: str, *acts: dict[str, Any]) -> None:
    """Record acts on a day, and tell the row of the holder again."""
    append_acts(licence, list(acts), recorded_on=date.fromisoformat(day), source="test")
    keep_told([licence.neph])


def test_the_last_correction_of_a_key_holds_and_the_others_stay() -> None:
    """By the order in which they came, whatever their days; a usage name may end."""
    holder = Holder(**CAMILLE, usage_name="DURAND")
    told = told_by(holder, [
        corrected("r1", "2024-02-01", birth_date="1975-02-04", family_name="MARTINE"),
        corrected("r2", "2024-01-01", birth_date="1975-02-14", usage_name=""),
    ])  # fmt: skip

    assert ("1975-02-14", "MARTINE", "") == (told.birth_date, told.family_name, told.usage_name)
    assert ("1975-04-02", ["Camille"]) == (holder.birth_date, told.given_names)


def test_the_file_as_known_on_a_day_has_the_holder_of_that_day(licence: Licence) -> None:
    """Before, between and after two corrections; the row says the last."""
    learn(licence, "2024-02-01", corrected("r1", "2024-02-01", birth_date="1975-02-04"))
    learn(licence, "2024-03-01", corrected("r2", "2024-03-01", birth_date="1975-02-14"))
    known = Licence.objects.select_related("holder").get()
    days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 3, 1)]

    assert ["1975-04-02", "1975-02-04", "1975-02-14"] == [holder_known(known, day).birth_date for day in days]
    assert ("1975-02-14", "1975-04-02") == (known.holder.birth_date, as_opened(known.holder).birth_date)


def test_a_death_taken_back_leaves_another_one(licence: Licence) -> None:
    """Two deaths were recorded: the one that is left holds, then none."""
    learn(licence, "2024-02-01", *({"act": "death", "id": f"d{day}", "on": f"2024-01-0{day}"} for day in (2, 4)))
    seen = []
    for day in (4, 2):
        learn(licence, "2024-02-01", {"act": "death_annulled", "id": f"d{day}", "on": "2024-02-01", **PROOF})
        seen.append(Holder.objects.get().deceased_on)

    assert [date(2024, 1, 2), None] == seen


def test_a_death_is_taken_back_under_the_name_of_a_death(licence: Licence) -> None:
    """No other act can be."""
    with pytest.raises(Exception, match="death_annulled attendu après death"):
        learn(licence, "2024-02-01", {"act": "death_annulled", "id": "d1", "on": "2024-02-01", **PROOF})


def test_a_corrected_file_is_sealed_and_verified_and_its_age_counted_anew(licence: Licence) -> None:
    """The acts are links of the chain like the others; what depends on the day of birth reads the right one."""
    learn(licence, "2024-02-01", corrected("r1", "2024-02-01", birth_date="1976-02-04"))
    take_seal(date(2024, 2, 1))
    report = verify()

    assert (None, 1, 0) == (report.broken, report.seals, report.unsealed)
    assert {licence.pk: date(1976, 2, 4).toordinal()} == birth_days([licence.pk])
