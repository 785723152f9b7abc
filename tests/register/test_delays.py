"""When each kind of act may leave the file (art. L. 225-2)."""

from typing import Any

import pytest

from mespoints.law.days import NEVER, iso, parse_day
from mespoints.register.delays import leavings, over_on

LETTER = {"act": "lettre_48si", "id": "l1", "notified_on": "2010-05-10"}
NEW_LICENCE = {"act": "licence_obtained", "id": "n1", "on": "2011-02-01"}


def offence(name: str, final_on: str) -> dict[str, Any]:
    """An offence established on a day."""
    return {"act": "offence", "id": name, "class": "c4", "points": 3, "committed_on": final_on, "final_on": final_on}


def left(*acts: dict[str, Any], born_on: str = "") -> dict[str, tuple[str, str]]:
    """The day and the paragraph of each act."""
    found = leavings(acts, parse_day(born_on) if born_on else NEVER)
    return {name: (iso(leaving.on), leaving.paragraph) for name, leaving in found.items()}


@pytest.mark.parametrize(
    "act",
    [
        offence("x", "2010-03-01"),
        {"act": "suspension", "id": "x", "from": "2010-03-01", "to": "2010-09-01"},
        {"act": "licence_annulled", "id": "x", "on": "2010-03-01", "ban_months": 12},
        {"act": "lettre_48si", "id": "x", "notified_on": "2010-03-01"},
        {"act": "retention", "id": "x", "on": "2010-03-01"},
        {"act": "restriction", "id": "x", "from": "2010-03-01", "to": "2012-01-01", "codes": ["01"]},
    ],
)
def test_entries_stay_ten_years(act: dict[str, Any]) -> None:
    """Paragraph I, from the day that paragraph II names."""

    assert {"x": ("2020-03-02", "L225-2 I")} == left(act)


def test_an_entry_waits_for_the_next_whatever_its_kind() -> None:
    """A suspension within the ten years of an offence keeps both."""
    suspension = {"act": "suspension", "id": "s", "from": "2019-03-01", "to": "2019-09-01"}

    assert {"i": ("2029-03-02", "L225-2 I"), "s": ("2029-03-02", "L225-2 I")} == left(
        offence("i", "2010-03-01"), suspension
    )


def test_stages_stay_three_years_after_the_last_offence() -> None:
    """Paragraph V: an offence established within them makes them run again."""
    stage = {"act": "stage", "id": "s", "ended_on": "2010-06-05", "kind": "volontaire"}

    assert ("2013-06-06", "L225-2 V") == left(stage)["s"]
    assert ("2016-06-06", "L225-2 V") == left(stage, offence("i", "2013-06-05"))["s"]
    assert ("2013-06-06", "L225-2 V") == left(stage, offence("i", "2013-06-06"))["s"]


def test_an_annulled_letter_leaves_at_once_with_all_that_concerns_it() -> None:
    """Paragraph III; it is no entry for which the others would wait."""
    annulled = {"act": "lettre_48si_annulled", "id": "a", "on": "2011-06-01"}
    recours = {"act": "recours", "id": "r", "on": "2010-06-01", "kind": "gracieux", "letter": "l1"}
    rejected = {"act": "recours_rejected", "id": "rr", "on": "2010-07-01", "recours": "r"}
    found = left(rejected, recours, LETTER, annulled, offence("i", "2000-06-01"))

    assert {("2011-06-01", "L225-2 III")} == {found[name] for name in ("l1", "a", "r", "rr")}
    assert ("2010-06-02", "L225-2 I") == found["i"]


def test_an_annulled_letter_stays_while_the_former_licence_may_come_back() -> None:
    """A new licence was held when it was annulled, and was not given back since."""
    annulled = {"act": "lettre_48si_annulled", "id": "a", "letter": "l1", "on": "2011-06-01"}
    exchanged = {"act": "licence_exchanged", "id": "e", "on": "2011-07-01"}

    assert ("2020-05-11", "L225-2 I") == left(LETTER, NEW_LICENCE, annulled)["l1"]
    assert ("2011-06-01", "L225-2 III") == left(LETTER, NEW_LICENCE, annulled, exchanged)["l1"]


def test_what_may_be_a_ban_for_life_keeps_entries_until_eighty() -> None:
    """Paragraph IV: how long the judge barred is not known, and no licence was obtained since."""
    annulled = {"act": "licence_annulled", "id": "x", "on": "2010-03-01"}
    entries = (offence("i", "2005-01-01"), annulled)

    assert ("2030-02-28", "L225-2 IV") == left(*entries, born_on="1950-02-28")["i"]
    assert NEVER == leavings(entries, NEVER)["i"].on
    assert ("2020-03-02", "L225-2 I") == left(*entries, NEW_LICENCE)["i"]
    assert ("2020-03-02", "L225-2 I") == left(*entries, born_on="1920-01-01")["i"]


def test_what_follows_another_act_leaves_with_it() -> None:
    """A 48N, an annulment, the surrender of the title, the letter of a suspension."""
    annulment = {"act": "withdrawal_annulled", "id": "w", "offence": "i", "on": "2012-01-01"}
    ordered = {"act": "lettre_48n", "id": "n", "offence": "i", "notified_on": "2010-03-05"}
    surrender = {"act": "title_surrendered", "id": "t", "on": "2010-05-12"}
    found = left(offence("i", "2010-03-01"), annulment, ordered, LETTER, surrender)

    assert 1 == len(set(found.values()))
    assert {"i", "w", "n", "l1", "t"} == set(found)


def test_what_no_paragraph_names_stays() -> None:
    """Licences, categories, trainings, titles, addresses, and an offence not established."""
    pending = {"act": "offence", "id": "p", "class": "c4", "points": 3, "committed_on": "2000-01-01"}
    training = {"act": "formation_complementaire", "id": "f", "on": "2000-01-01"}

    assert {} == left(NEW_LICENCE, pending, training, {"act": "title_lost", "id": "t", "on": "2000-01-01"})


def test_a_delay_that_ended_before_the_code_ends_on_its_first_day() -> None:
    """The law of the time was not read; that of 2001 wants the entry gone."""

    assert ("2001-06-01", "L225-2 I") == left(offence("i", "1993-03-01"))["i"]


def test_what_is_still_running_is_not_over() -> None:
    """A restriction without end, a decision suspended until further notice, the year of a ban."""
    endless = [
        {"act": "restriction", "id": "r", "from": "2000-01-01", "codes": ["01"]},
        {"act": "withdrawal_suspended", "id": "w", "offence": "i", "on": "2000-01-01"},
    ]
    ban = {"act": "interdiction_de_circuler", "id": "b", "notified_on": "2020-01-10"}

    assert [NEVER, NEVER, "2021-01-11"] == [*[over_on(act) for act in endless], iso(over_on(ban))]
