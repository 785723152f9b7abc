import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mespoints.demo.people import (
    STRANGER,
    Person,
    case_of,
    dossier_of,
    identities,
    intake_lines,
    people,
)
from mespoints.demo.provider.parties import IDENTITY_PROVIDERS
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement

TODAYS = [
    *(date(2026, month, day) for month, day in ((11, 22), (11, 30), (12, 1), (12, 24), (12, 25), (12, 31))),
    *(date(2027, month, day) for month, day in ((1, 1), (1, 31), (2, 28), (3, 1), (3, 31), (4, 30), (5, 8), (5, 31))),
    *(date(2027, month, day) for month, day in ((6, 30), (7, 14), (7, 31), (8, 29), (8, 31), (9, 30), (10, 31))),
    *(date(2028, month, day) for month, day in ((1, 30), (2, 28), (2, 29), (3, 1), (3, 31), (8, 30), (12, 31))),
    *(date(year, month, 28) for year, month in ((2029, 2), (2030, 8), (2032, 6))),
    date(2032, 2, 29),
]
"""Ordinary days, ends of months, days after a missing quantième, leap days, holidays."""

Situation = Callable[[Statement], bool]


def duties(statement: Statement) -> dict[str, int]:
    """The open duties and how many days are left for each."""
    return {deadline.duty: deadline.on - statement.on for deadline in statement.deadlines}


def letters(statement: Statement) -> set[str | None]:
    """The letters owed so far."""
    return {movement.letter for movement in statement.movements}


def moved_within(statement: Statement, cause: str, days: int) -> bool:
    """Whether such a movement came in these last days."""
    return any(m.cause == cause and m.points > 0 and statement.on - m.on <= days for m in statement.movements)


def remaining(statement: Statement) -> int:
    """The days of probation to come; 0 when there is none."""
    return 0 if statement.probation_ends_on is None else statement.probation_ends_on - statement.on


SITUATIONS: dict[str, Situation] = {
    "camille": lambda s: s.balance == s.ceiling == 12 and {"48", "46D", "47", "46"} <= letters(s),
    "ines": lambda s: s.balance == s.ceiling == 8 and s.next[0].cause == "probation_step",
    "jade": lambda s: s.balance == s.ceiling == 6 and s.next[0].points == 3 and remaining(s) in range(665, 675),
    "theo": lambda s: s.balance == 8 and s.next[0].cause == "probation_end" and s.next[0].points == 4,
    "lucas": lambda s: s.balance == 3 and 98 <= duties(s)["mandatory_stage"] <= 104,
    "karim": lambda s: s.balance == 6 and "48M" in letters(s) and s.stage.reason == "useful",
    "bruno": lambda s: s.balance == 2 and [p.points for p in s.pending] == [-3] and s.stage.gain == 4,
    "manon": lambda s: s.status == "zero" and s.stage.reason == "zero",
    "philippe": lambda s: s.status == "invalidated" and 7 <= duties(s)["restitution"] <= 12,
    "sylvie": lambda s: s.status == "invalidated" and 110 <= duties(s)["new_licence"] <= 122,
    "gerard": lambda s: s.balance == 9 and moved_within(s, "ten_years", 50),
    "nathalie": lambda s: s.balance == 8 and s.stage.reason == "useful" and s.stage.gain == 4,
    "hugo": lambda s: s.balance == s.ceiling == 8 and s.stage.reason == "at_ceiling",
    "isabelle": lambda s: s.status == "suspended" and s.balance == 12,
    "emma": lambda s: s.balance == 6 and [p.waits_for for p in s.pending] == ["final"],
    "marie-helene": lambda s: s.balance == 11,
    "marie-claire": lambda s: s.balance == 9,
    "aminata": lambda s: s.balance == 10 and [m.cause for m in s.next] == ["one_point", "one_point"],
    "jean-yves": lambda s: s.balance == 6 and "48M" in letters(s),
    "thierry": lambda s: s.balance == s.ceiling == 6 and [m.cause for m in s.movements].count("obtained") == 2,
    "odile": lambda s: s.balance == 12 and moved_within(s, "withdrawal_annulled", 60),
    "sebastien": lambda s: s.balance == 4 and s.status == "valid" and "48SI" in letters(s),
    "david": lambda s: s.balance == 4 and sum(m.points for m in s.movements if m.points < 0) == -8,
}


def statement_of(person: Person, today: date) -> Statement:
    """What the law says of the person today."""
    return make_statement(read_dossier(dossier_of(person, today)), today.toordinal())


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_everybody_is_in_their_situation_on_any_day(today: date) -> None:
    """The demonstration shows what it announces whatever the day on which it is started."""
    astray = [person.key for person in people() if not SITUATIONS[person.key](statement_of(person, today))]

    assert astray == []


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_everybody_has_the_points_of_their_case(today: date) -> None:
    """Moving a case moves its dates alone: balance, ceiling, status and suspended points are the case's own."""
    told = {person.key: statement_of(person, today) for person in people()}
    lived = {
        person.key: make_statement(read_dossier(case_of(person)["dossier"]), person.case_day.toordinal())
        for person in people()
    }

    assert {key: (s.signed_balance, s.ceiling, s.status) for key, s in told.items()} == {
        key: (s.signed_balance, s.ceiling, s.status) for key, s in lived.items()
    }


def test_the_points_are_those_that_the_cases_expect() -> None:
    """Where nothing moves between an expected day of the case and the day told, the balance is the one expected."""
    told = {person.key: statement_of(person, TODAYS[0]).balance for person in people()}
    expected = {person.key: expected_balance(person) for person in people()}

    assert {key: told[key] for key, balance in expected.items() if balance is not None} == {
        key: balance for key, balance in expected.items() if balance is not None
    }
    assert sum(balance is not None for balance in expected.values()) >= 15


def expected_balance(person: Person) -> int | None:
    """The last balance that the case expects on or before the day told, if nothing moved since."""
    case = case_of(person)
    days = [entry for entry in case["expect"] if "balance" in entry and entry["on"] <= person.case_day.isoformat()]
    if not days:
        return None
    moves = make_statement(read_dossier(case["dossier"]), person.case_day.toordinal()).movements
    since = [move for move in moves if move.points and move.on > parse_day(days[-1]["on"])]
    balance: int = days[-1]["balance"]
    return None if since else balance


def test_everybody_has_a_situation_of_their_own() -> None:
    """The table of the tests and the table of the people name the same people, twenty or so."""
    assert [person.key for person in people()] == list(SITUATIONS)
    assert len(people()) >= 14


def test_nobody_s_history_holds_the_future() -> None:
    """Nothing in a dossier comes after today, save the end of a suspension."""
    today = TODAYS[0]
    future = [
        (person.key, act["id"], key)
        for person in people()
        for act in dossier_of(person, today)["acts"]
        for key, value in act.items()
        if key != "to" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and value > str(today)
    ]

    assert future == []


def test_the_copied_cases_are_the_public_ones(case: Callable[[str], dict[str, Any]]) -> None:
    """A copy that drifts from the public case would show an invented life."""
    copied = {person.case: case_of(person) for person in people()}

    assert copied == {name: case(name) for name in copied}


def test_no_case_is_copied_for_nothing() -> None:
    """Every copied case is somebody's life."""
    folder = Path(__file__).parents[2] / "src" / "mespoints" / "demo" / "cases"

    assert {path.stem for path in folder.glob("*.json")} == {person.case for person in people()}


def test_labels_stand_on_acts_that_the_case_has() -> None:
    """Every act that ``people.json`` dresses exists in the case, and what it adds is never a fact of the case."""
    for person in people():
        acts = {act["id"]: act for act in case_of(person)["dossier"]["acts"]}

        assert person.told.keys() <= acts.keys()
        assert [key for act, added in person.told.items() for key in added if key in acts[act]] == []


def test_file_numbers_and_codes_are_of_the_forms_that_exist() -> None:
    """NEPHs have 5 to 19 characters, most of them 12 digits; codes have ten of the 32 letters that nobody confuses."""
    nephs = [person.neph for person in people()]
    codes = [person.code for person in people() if person.code]

    assert len(set(nephs)) == len(nephs)
    assert all(re.fullmatch(r"[0-9A-Z]{5,19}", neph) for neph in nephs)
    assert {len(neph) for neph in nephs} >= {7, 12, 19}
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{10}", code) for code in codes)
    assert len(set(codes)) == len(codes) >= 6


def test_two_people_are_perfect_homonyms_in_the_register() -> None:
    """The same civil status twice; FranceConnect, which knows all given names, tells two people apart."""
    civil_status = Counter(
        json.dumps([person.holder[key] for key in ("family_name", "given_names", "sex", "birth_date", "birth_place")])
        for person in people()
    )
    pivots = {json.dumps(identity.claims) for identity in identities()}

    assert civil_status.most_common(1)[0][1] == 2
    assert len(pivots) == len(people()) + 1


def test_an_unknown_day_of_birth_is_padded_as_franceconnect_does() -> None:
    """01 in birthdate, 00 in idp_birthdate."""
    aminata = next(identity for identity in identities() if identity.key == "aminata")

    assert (aminata.claims["birthdate"], aminata.claims["idp_birthdate"]) == ("1968-01-01", "1968-00-00")


def test_the_identity_providers_vary() -> None:
    """Each identity provider is suggested to somebody, and none that does not exist."""
    assert {person.identity_provider for person in people()} == IDENTITY_PROVIDERS.keys()


def test_the_stranger_holds_no_licence() -> None:
    """Somebody known to FranceConnect is in no line of the intake."""
    assert [line for line in intake_lines(TODAYS[0]) if STRANGER.claims["family_name"] in line] == []


@pytest.mark.django_db
@pytest.mark.parametrize("today", [TODAYS[0], date(2028, 2, 29)], ids=str)
def test_the_intake_takes_everybody(today: date, settings: Any) -> None:
    """The real intake accepts every line, as it would those of any other source."""
    from mespoints.intake.people import load

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    report = load(intake_lines(today), recorded_on=today)

    assert (report.accepted, report.known, report.refused) == (len(people()), 0, [])
