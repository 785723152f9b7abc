"""The lives told in ``docs/parcours``: the law says of each what was computed by hand and written there, no more."""

import re
from pathlib import Path

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.days import add_months, iso, parse_day
from mespoints.law.letters import LETTER_NAMES
from mespoints.law.reading import read_dossier
from mespoints.law.results import Movement, Statement
from mespoints.law.statement import make_statement
from tests.parcours.lives import Life, Line
from tests.parcours.lives import Movement as ToldMovement
from tests.parcours.telling import SENTENCES, NotUnderstood, tell

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "parcours"
FILES = sorted(FOLDER.glob("[0-9]*.md"))
LIVES = {path.stem: tell(path, path.relative_to(ROOT).as_posix()) for path in FILES}
DOSSIERS = {name: read_dossier(life.dossier) for name, life in LIVES.items()}
DUTIES = ("restitution", "mandatory_stage", "new_licence")
REMEDIES = ("open", "waiting", "over", "filed")

each_life = pytest.mark.parametrize("name", LIVES)


def stands_on(line: Line, dossier: Dossier) -> Statement:
    """The statement of the day of a line."""
    return make_statement(dossier, parse_day(line.on))


def as_told(movement: Movement) -> ToldMovement:
    """A movement of the law with what a line tells of it."""
    return ToldMovement(
        iso(movement.on), movement.cause, movement.points, movement.balance, movement.signed_balance,
        movement.ceiling, movement.letter, movement.offence,
    )  # fmt: skip


def last_of_each_day(life: Life) -> list[Line]:
    """The last line of each day told: how things stand when the day is over."""
    return list({line.on: line for line in life.lines}.values())


def day_or_none(day: int | None) -> str | None:
    """A day as the lines have it."""
    return None if day is None else iso(day)


# --- The movements ---------------------------------------------------------------------------------------------------


@each_life
def test_every_movement_is_told_and_none_other(name: str) -> None:
    """Days, causes, points, balances, ceilings, letters and offences, in order, up to the last day told."""
    life = LIVES[name]
    movements = stands_on(life.lines[-1], DOSSIERS[name]).movements

    assert [line.movement for line in life.lines if line.movement] == [as_told(movement) for movement in movements]


@each_life
def test_each_day_stands_as_told(name: str) -> None:
    """The sum, the ceiling and the word of the licence, on the very day, by a statement of that day."""
    lines = last_of_each_day(LIVES[name])
    statements = [stands_on(line, DOSSIERS[name]) for line in lines]

    assert [(line.place, line.signed_balance, line.ceiling, line.status) for line in lines] == [
        (line.place, found.signed_balance, found.ceiling, found.status)
        for line, found in zip(lines, statements, strict=True)
    ]


@each_life
def test_a_delay_told_runs_from_the_offence_established(name: str) -> None:
    """« Six mois », « deux ans », « dix ans »: from the réalité of the offence that the movement names to its day."""
    life, acts = LIVES[name], {act["id"]: act for act in LIVES[name].dossier["acts"]}
    movements = stands_on(life.lines[-1], DOSSIERS[name]).movements
    told = [line for line in life.lines if line.movement]
    delays = [(line, movement) for line, movement in zip(told, movements, strict=True) if "after" in line.says]
    ends = [
        (line.place, iso(add_months(parse_day(acts[found.offence or found.ground]["final_on"]), line.says["after"])))
        for line, found in delays
    ]

    assert [(line.place, line.on) for line, _ in delays] == ends
    assert [line.says["breaker"] for line, _ in delays if "breaker" in line.says] == [
        found.ground for line, found in delays if "breaker" in line.says
    ]


# --- What is due, and what can still be done -------------------------------------------------------------------------


@each_life
def test_duties_told_are_those_of_the_day(name: str) -> None:
    """A duty told is open on that day, with that last day; « plus rien n'est dû » leaves none."""
    wrong = []
    for line in LIVES[name].lines:
        told = {(duty, line.says[duty]) for duty in DUTIES if duty in line.says}
        found = {(due.duty, iso(due.on)) for due in stands_on(line, DOSSIERS[name]).deadlines}
        if not told <= found or ("no_duty" in line.says and found):
            wrong.append((line.place, told, found))

    assert [] == wrong


@each_life
def test_no_duty_is_left_untold(name: str) -> None:
    """Every duty that a told day shows is told at least once."""
    told = {(duty, line.says[duty]) for line in LIVES[name].lines for duty in DUTIES if duty in line.says}
    found = {
        (due.duty, iso(due.on))
        for line in LIVES[name].lines
        for due in stands_on(line, DOSSIERS[name]).deadlines
    }  # fmt: skip

    assert told == found


@each_life
def test_remedies_ways_back_and_probations_are_as_told(name: str) -> None:
    """The last letter's remedy, the theory test alone or not, the end of the probation, the points that wait."""
    told, found = [], []
    for line in LIVES[name].lines:
        says, statement = line.says, stands_on(line, DOSSIERS[name])
        for state in REMEDIES:
            if state in says:
                remedy = statement.remedies[-1]
                told.append((line.place, state, says[state] if state != "filed" else day_or_none(remedy.last_on)))
                found.append((line.place, remedy.state, day_or_none(remedy.last_on)))
        if "theory_only_until" in says:
            told.append((line.place, "theory", says["theory_only_until"]))
            way_back = statement.way_back
            found.append((line.place, "theory", day_or_none(way_back and (way_back.theory_only_until or None))))
        if "probation_ends_on" in says:
            told.append((line.place, "probation", says["probation_ends_on"]))
            found.append((line.place, "probation", day_or_none(statement.probation_ends_on)))
        if "pending" in says:
            told.append((line.place, "pending", str(says["pending"])))
            found.append((line.place, "pending", str(-sum(waiting.points for waiting in statement.pending))))

    assert told == found


# --- All of them together --------------------------------------------------------------------------------------------


def test_there_are_lives_of_about_twenty_lines() -> None:
    """Each goes from a licence to the loss of it and back."""
    lengths = {name: len(life.lines) for name, life in LIVES.items()}

    assert len(LIVES) >= 10
    assert {} == {name: length for name, length in lengths.items() if not 18 <= length <= 25}
    for life in LIVES.values():
        statuses = [line.status for line in life.lines]

        assert ("valid", "valid") == (statuses[0], statuses[-1])
        assert "invalidated" in statuses


def test_the_readme_leads_to_every_life() -> None:
    """Its list is complete."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert [] == [path.name for path in FILES if f"]({path.name})" not in readme]


def test_together_they_show_every_letter_and_every_cause() -> None:
    """Save a suspended withdrawal and a balance carried over, which no life tells."""
    movements = [line.movement for life in LIVES.values() for line in life.lines if line.movement]

    assert set(LETTER_NAMES) == {movement.letter for movement in movements}
    assert set(CAUSE_NAMES) - {"", "withdrawal_suspended", "carried_over"} == {movement.cause for movement in movements}


def test_every_sentence_of_the_table_is_told_somewhere() -> None:
    """The table holds what the lives need."""
    used = {says for life in LIVES.values() for line in life.lines for says in line.sentences}

    assert {sentence.says for sentence in SENTENCES} == used


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_life_is_that_of_one_person(path: Path) -> None:
    """« Elle » or « il », all along."""
    told = re.findall(r"^\d+\. .*", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert 1 == len({pronoun.lower() for line in told for pronoun in re.findall(r"\b(?:[Ee]lle|[Ii]l)\b", line)})


# --- The parser ------------------------------------------------------------------------------------------------------

FIRST = "1. Le 12 juin 2015, elle obtient son permis (période probatoire ordinaire). Solde : 6 points sur 6.\n"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Le 12 juin 2016, elle fête un an de permis.", "n'est pas une tournure connue"),
        ("Le 12 juin 2016, une année de probation s'achève sans infraction ; 3 points de plus. Solde : 8 points sur 8.",
         "les soldes disent 2"),
        ("Le 12 juin 2016, une année de probation s'achève sans infraction ; 2 points de plus.", "le solde manque"),
        ("Le 12 juin 2016, une année de probation s'achève sans infraction. Solde : 6 points sur 6.", "Sans effet"),
        ("Le 12 juin 2016, elle lit son relevé. Solde : 5 points sur 6.", "rien ne bouge ce jour-là"),
        ("Le 12 juin 2016, elle lit son relevé. Lettre 46.", "rien ne bouge ce jour-là"),
        ("Le 31 juin 2016, elle lit son relevé.", "day is out of range"),
        ("Le 12 juin 2016, elle lit son relevé. Lettre 48. Lettre 48M.", "dit deux fois : owed"),
        ("Les 3 et 5 mai 2016, elle suit un stage volontaire.", "ne se suivent pas"),
        ("Le 12 juin 2016, elle lit son relevé. Solde : 6 point sur 6.", "l'accord manque"),
        ("Le 12 juin 2016, elle forme un recours gracieux contre la lettre 48SI.", "n'a encore été dit"),
    ],
)  # fmt: skip
def test_a_line_told_amiss_is_refused_with_its_place(tmp_path: Path, line: str, complaint: str) -> None:
    """The message says which file, which line, and why."""
    path = tmp_path / "life.md"
    path.write_text(f"# Elle\n\n{FIRST}2. {line}\n", encoding="utf-8")

    with pytest.raises(NotUnderstood, match=complaint) as refusal:
        tell(path, "life.md")

    assert str(refusal.value).startswith("life.md:4 : ")
