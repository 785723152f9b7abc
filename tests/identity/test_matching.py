from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.matching import Agreement, born_then, candidates, compare
from mespoints.register.models import Licence

CAMILLE = CivilStatus("MARTIN", "", ("CAMILLE", "ZOÉ"), "female", "1975-04-02", "44109", "99100")
AINA = CivilStatus("RAKOTO", "", ("AINA", "LALAO"), "female", "1968-03-12", "", "99333")


@pytest.mark.parametrize(
    ("person", "held", "expected"),
    [
        pytest.param({}, {}, Agreement.CERTAIN, id="the same"),
        pytest.param({"family_name": "LÉVÊQUE"}, {"family_name": "LEVEQUE"}, Agreement.CERTAIN, id="accents"),
        pytest.param({"family_name": "N'DIAYE"}, {"family_name": "N DIAYE"}, Agreement.CERTAIN, id="apostrophe"),
        pytest.param({"family_name": "DE LA TOUR"}, {"family_name": "DELATOUR"}, Agreement.CERTAIN, id="particle"),
        pytest.param({"given_names": ("ANNE-LISE",)}, {"given_names": ("ANNE LISE",)}, Agreement.CERTAIN, id="hyphen"),
        pytest.param({}, {"given_names": ("CAMILLE",)}, Agreement.CERTAIN, id="only the first given name"),
        pytest.param({}, {"given_names": ("ZOE",)}, Agreement.NONE, id="a later given name alone"),
        pytest.param({}, {"family_name": "MARTINE"}, Agreement.NONE, id="another name"),
        pytest.param({"family_name": ""}, {"family_name": ""}, Agreement.NONE, id="no name"),
        pytest.param({}, {"sex": "male"}, Agreement.NONE, id="another sex"),
        pytest.param({}, {"birth_date": "1975-04-03"}, Agreement.NONE, id="another day"),
        pytest.param({}, {"birth_date": "1975-00-00"}, Agreement.CERTAIN, id="year only, same commune"),
        pytest.param({}, {"birth_date": "1975-04-00"}, Agreement.CERTAIN, id="month only, same commune"),
        pytest.param({}, {"birth_date": "1974-00-00"}, Agreement.NONE, id="another year only"),
        pytest.param({"birth_date": "1975-01-01"}, {"birth_date": "1975-04-02"}, Agreement.NONE, id="a real 1 January"),
        pytest.param({"birth_place": "75112"}, {"birth_place": "75056"}, Agreement.CERTAIN, id="arrondissement"),
        pytest.param({"birth_place": "2A004"}, {"birth_place": "20004"}, Agreement.CERTAIN, id="Corsica"),
        pytest.param({"birth_place": "49228"}, {"birth_place": "49023"}, Agreement.NEEDS_NEPH, id="merged commune"),
        pytest.param({}, {"birth_place": ""}, Agreement.NEEDS_NEPH, id="no place held"),
        pytest.param({}, {"birth_place": "33063"}, Agreement.NONE, id="another place"),
        pytest.param({}, {"birth_place": "", "birth_country": "99123"}, Agreement.NONE, id="born abroad"),
    ],
)
def test_born_in_france(person: dict[str, Any], held: dict[str, Any], expected: Agreement) -> None:
    """Names, sex, day and place, each spelled in its own way or not the same."""

    assert compare(CAMILLE._replace(**person), CAMILLE._replace(**held)) is expected


@pytest.mark.parametrize(
    ("person", "held", "expected"),
    [
        pytest.param({}, {}, Agreement.CERTAIN, id="the same country"),
        pytest.param({}, {"birth_country": "99999"}, Agreement.NEEDS_NEPH, id="another country code"),
        pytest.param({}, {"birth_country": ""}, Agreement.NEEDS_NEPH, id="no country held"),
        pytest.param({}, {"birth_date": "1968-00-00"}, Agreement.NEEDS_NEPH, id="year only and a whole country"),
        pytest.param(
            {"birth_date": "1968-00-00"},
            {"birth_date": "1968-00-00"},
            Agreement.NEEDS_NEPH,
            id="year only on both sides",
        ),
        pytest.param(
            {"birth_date": "1968-00-00"},
            {"birth_date": "1968-01-01"},
            Agreement.NEEDS_NEPH,
            id="filled by the register",
        ),
        pytest.param(
            {"birth_date": "1968-00-00"}, {"birth_date": "1968-03-12"}, Agreement.NONE, id="known by one side"
        ),
    ],
)
def test_born_abroad(person: dict[str, Any], held: dict[str, Any], expected: Agreement) -> None:
    """A year of birth in a whole country singles nobody out: the NEPH is asked for."""

    assert compare(AINA._replace(**person), AINA._replace(**held)) is expected


@pytest.mark.parametrize(
    ("person", "held", "expected"),
    [
        pytest.param({"usage_name": "DURAND"}, {"usage_name": "DURAND"}, Agreement.NEEDS_NEPH, id="all the rest equal"),
        pytest.param({"usage_name": "DURAND"}, {}, Agreement.NONE, id="no usage name held"),
        pytest.param({}, {"usage_name": "DURAND"}, Agreement.NONE, id="no usage name sent"),
        pytest.param(
            {"usage_name": "DURAND"},
            {"usage_name": "DURAND", "given_names": ("CAMILLE",)},
            Agreement.NONE,
            id="names cut",
        ),
        pytest.param(
            {"usage_name": "DURAND"}, {"usage_name": "DURAND", "birth_place": ""}, Agreement.NONE, id="no place held"
        ),
        pytest.param(
            {"usage_name": "DURAND"},
            {"usage_name": "DURAND", "birth_date": "1975-00-00"},
            Agreement.NONE,
            id="year only",
        ),
    ],
)
def test_another_birth_name(person: dict[str, Any], held: dict[str, Any], expected: Agreement) -> None:
    """The usage name is a second chance, never a certainty, and only when all the rest is fully equal."""
    registered = CAMILLE._replace(family_name="LEROY", given_names=("CAMILLE", "ZOE"))

    assert compare(CAMILLE._replace(**person), registered._replace(**held)) is expected


def test_candidates(new_licence: Callable[..., Licence]) -> None:
    """Only those who agree are candidates, with how they agree."""
    certain = new_licence("10001")
    uncertain = new_licence("10002", birth_place="")
    new_licence("10003", family_name="MARTINEZ")
    new_licence("10004", birth_date="1975-04-03")

    assert {(found.licence.pk, found.agreement) for found in candidates(CAMILLE)} == {
        (certain.pk, Agreement.CERTAIN),
        (uncertain.pk, Agreement.NEEDS_NEPH),
    }


def test_twins(new_licence: Callable[..., Licence]) -> None:
    """Twins differ by their first given name."""
    new_licence("10001", given_names=["CAMILLE"])
    new_licence("10002", given_names=["CLAUDE"])

    assert [found.licence.neph for found in candidates(CAMILLE)] == ["10001"]


def test_candidates_are_found_by_the_index(db: None) -> None:
    """A million holders are not read for one person."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by the size of its tables, which are empty here")
    plan = born_then(CAMILLE).explain()

    assert "register_holder_birth_date" in plan
