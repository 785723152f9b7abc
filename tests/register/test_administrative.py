"""Facts that the law of points does not read are acts like the others."""

from datetime import date
from typing import Any

import pytest

from mespoints.law.shapes import ACTS
from mespoints.register.administrative import ADMINISTRATIVE, UNDOES, day_of_act, refusals_of
from mespoints.register.files import statement_of
from mespoints.register.ledger import AppendRefused, append_acts
from mespoints.register.models import Licence

EXAMPLES: dict[str, dict[str, Any]] = {
    "category": {"category": "BE", "from": "2024-01-20", "to": "2029-01-19", "codes": ["70"]},
    "restriction": {"from": "2024-01-20", "codes": ["01.06"]},
    "retention": {"on": "2024-01-20", "to": "2024-01-23"},
    "suspension_letter": {"suspension": "s1", "form": "3F", "notified_on": "2024-01-20"},
    "medical_validity": {"category": "C", "on": "2024-01-20", "to": "2029-01-19"},
    "title_issued": {"on": "2024-01-20", "number": "24AB12345"},
    "title_lost": {"on": "2024-01-20"},
    "title_stolen": {"on": "2024-01-20"},
    "address": {"on": "2024-01-20", "lines": ["1 RUE DE LA PAIX", "44000 NANTES"], "departement": "44"},
    "carte_grise_address": {"on": "2024-01-20", "lines": ["2 RUE DE LA PAIX", "44000 NANTES"]},
    "death": {"on": "2024-01-20"},
    "stage_annulled": {"on": "2024-01-20"},
    "civil_status_corrected": {
        "on": "2024-01-20",
        "proof": "acte_de_naissance",
        "reason": "Jour inversé",
        "birth_date": "1975-02-04",
    },
    "death_annulled": {"on": "2024-01-20", "proof": "certificat_de_vie", "reason": "Homonyme"},
    "letter_receipt": {"letter": "L1", "event": "presented", "on": "2024-01-20"},
}


def example(kind: str, **other: object) -> dict[str, Any]:
    """An act of a kind."""
    return {"act": kind, "id": "a1", **EXAMPLES[kind], **other}


def test_no_kind_is_one_of_the_law_too() -> None:
    """A kind is read by the law of points, or it is not; each has its example here."""
    assert set() == set(ADMINISTRATIVE) & set(ACTS)
    assert set(EXAMPLES) == set(ADMINISTRATIVE)


@pytest.mark.parametrize("kind", [kind for kind in EXAMPLES if kind not in UNDOES])
def test_each_kind_is_kept_and_moves_no_point(kind: str, licence: Licence) -> None:
    """It has its row and its day; the statement is the same with it."""
    before = statement_of(licence, date(2024, 3, 4))
    append_acts(licence, [example(kind)], recorded_on=date(2024, 3, 4), source="test")
    act = licence.acts.get()

    assert (kind, date(2024, 1, 20)) == (act.kind, act.on)
    assert "2024-01-20" == day_of_act(example(kind))
    assert before == statement_of(licence, date(2024, 3, 4))
    assert 12 == licence.account.balance


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_key_that_is_required_is_asked_for(kind: str) -> None:
    """A missing key is named; so is one that nobody knows."""
    whole = example(kind)

    assert [] == refusals_of(whole)
    for key in ADMINISTRATIVE[kind].required:
        without = {name: value for name, value in whole.items() if name != key}

        assert [key] == [refusal.key for refusal in refusals_of(without)]
    assert ["unheard"] == [refusal.key for refusal in refusals_of({**whole, "unheard": 1})]


def test_what_ends_before_it_begins_is_refused(licence: Licence) -> None:
    """With the place, what was found and what was expected; nothing is kept."""
    with pytest.raises(AppendRefused) as refused:
        append_acts(licence, [example("category", to="2024-01-19")], recorded_on=date(2024, 3, 4), source="test")

    assert (
        "category (a1), clé « to » : trouvé 2024-01-19, attendu un jour qui ne précède pas « from » (2024-01-20).",
    ) == refused.value.reasons
    assert not licence.acts.exists()


@pytest.mark.parametrize("lines", [[], ["1"] * 21, [""], [" "], [1], "1 RUE", ["\ud800"]])
def test_a_list_of_texts_holds_texts(lines: object) -> None:
    """Not too many, none blank; an empty list says nothing, and is one."""
    found = refusals_of(example("address", lines=lines))

    assert ([] if lines == [] else ["lines"]) == [refusal.key for refusal in found]
