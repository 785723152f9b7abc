"""What a line of ``intake/1`` may hold."""

from collections.abc import Callable
from datetime import date

import pytest

from mespoints.intake.lines import LineRefused
from mespoints.intake.person import Person, read_person

RECORDED_ON = date(2026, 11, 22)

Line = Callable[..., str]


def refusal(line: str) -> tuple[str, ...]:
    """Why the line is refused."""
    with pytest.raises(LineRefused) as refused:
        read_person(line, RECORDED_ON)
    return refused.value.reasons


def read(line: str) -> Person:
    """The person of a line that is right."""
    return read_person(line, RECORDED_ON)


def test_a_line_is_read_whole(line: Line) -> None:
    """Holder, categories, file number, and the acts as they were written."""
    found = read(line())

    assert (found.holder.family_name, found.holder.given_names) == ("L'HÉRITIER", ["Zoé", "Anne"])
    assert found.holder.code == ""
    assert [(held.category, held.codes) for held in found.categories] == [("B", ["01"]), ("A2", [])]
    assert found.neph == "000000000001"
    assert found.acts[0]["id"] == "i1"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("holder.family_name", ""),
        ("holder.family_name", " MARTIN"),
        ("holder.family_name", "MAR\nTIN"),
        ("holder.family_name", None),
        ("holder.given_names", "Zoé"),
        ("holder.given_names", []),
        ("holder.given_names", ["Zoé", ""]),
        ("holder.usage_name", ""),
        ("holder.sex", "F"),
        ("holder.birth_date", "1975-00-12"),
        ("holder.birth_date", "1975-02-30"),
        ("holder.birth_date", "75-02-01"),
        ("holder.birth_date", "2026-11-23"),
        ("holder.birth_date", "1996-05-07"),
        ("holder.birth_place", "2C004"),
        ("holder.birth_place", "4109"),
        ("holder.birth_place", "٤٤١٠٩"),
        ("holder.birth_country", "FR"),
        ("holder.birth_country", ""),
        ("holder.address", []),
        ("holder.address", ["x" * 101]),
        ("holder.departement", "20"),
        ("holder.departement", "44 "),
        ("holder.email", "zoe"),
        ("holder.email", ""),
        ("holder.mother", "x"),
        ("categories.0.category", "Z"),
        ("categories.0.from", "1996-13-01"),
        ("categories.0.codes", "01"),
        ("categories.1.to", "2001-03-01"),
        ("categories.0.until", "x"),
        ("categories", {}),
        ("format", "intake/2"),
        ("holder", []),
        ("holder", None),
        ("categories", None),
        ("dossier", None),
        ("dossier.licence.neph", None),
        ("dossier.licence.neph", "1234"),
        ("dossier.acts.0.points", "4"),
        ("dossier.acts.0.colour", "red"),
    ],
)
def test_what_cannot_be_right_is_refused(line: Line, key: str, value: object) -> None:
    """One reason, which names the key, what was found and what was expected."""
    reasons = refusal(line({key: value}))
    name = key.rpartition(".")[2]

    assert len(reasons) == 1, reasons
    assert f"clé « {name} » : trouvé " in reasons[0]
    assert ", attendu " in reasons[0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("holder.birth_date", "1975-00-00"),
        ("holder.birth_date", "1996-00-00"),
        ("holder.birth_place", ""),
        ("holder.birth_place", "97105"),
        ("holder.birth_country", "99352"),
        ("holder.departement", "2B"),
        ("holder.departement", "974"),
        ("holder.usage_name", None),
        ("holder.email", None),
        ("holder.family_name", "D’ARTAGNAN-LE GALL"),
        ("categories", []),
        ("categories.1.to", "2001-03-02"),
        ("dossier.acts", []),
        ("dossier.licence.neph", "ABCDE"),
    ],
)
def test_what_may_be_is_taken(line: Line, key: str, value: object) -> None:
    """Nothing more is refused than must be."""
    assert read(line({key: value})).dossier.licence.obtained_on == date(1996, 5, 6).toordinal()


def test_a_category_is_held_once_from_a_day(line: Line) -> None:
    """The same one twice from the same day cannot be right."""
    twice = [{"category": "B", "from": "1996-05-06"}, {"category": "B", "from": "1996-05-06", "codes": ["01"]}]

    assert "categories[1], clé « from »" in refusal(line({"categories": twice}))[0]


def test_all_that_is_wrong_is_said_at_once(line: Line) -> None:
    """In the order of the line."""
    reasons = refusal(line({"holder.sex": "F", "categories.0.category": "Z", "dossier.acts.0.points": "4"}))

    assert [reason.split(",")[0] for reason in reasons] == ["holder", "categories[0]", "acts[0] (i1)"]


@pytest.mark.parametrize("code", ["abc", "x" * 65, 12345678, "----", "sécret12"])
def test_a_code_that_cannot_be_right_is_not_repeated(line: Line, code: object) -> None:
    """The reason may end in a report that others read."""
    reasons = refusal(line({"holder.code": code}))

    assert "clé « code » : trouvé une valeur qui n'est pas répétée" in reasons[0]
    assert str(code) not in reasons[0]


@pytest.mark.parametrize("value", ["[]", '"texte"', "3", "null"])
def test_a_line_is_an_object(value: str) -> None:
    """Any other JSON value is refused."""
    assert refusal(value)[0].startswith("ligne, clé « format » : trouvé ")
