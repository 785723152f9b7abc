"""The numbers that stand for kinds, causes, grounds, letters and places: kept by registers, so never given again."""

from types import ModuleType

import pytest

from mespoints.law import (
    causes,
    fold,
    kinds,
    letter_forms,
    letters,
    memory,
    notification,
    play,
    probations,
    reasons,
    relicensing,
    rows,
    stage,
)
from mespoints.law.days import NEVER


def numbers_of(module: ModuleType) -> dict[str, int]:
    """The names in capitals of a module that are whole numbers."""
    return {name: value for name, value in vars(module).items() if name.isupper() and type(value) is int}


def in_order(module: ModuleType) -> list[str]:
    """The same names, by number."""
    numbers = numbers_of(module)
    return sorted(numbers, key=lambda name: numbers[name])


ORDER_OF_A_DAY = [
    "END_OF_BAN", "LETTRE_48SI", "INTERDICTION", "LICENCE_ANNULLED", "LICENCE_OBTAINED", "FRENCH_LICENCE",
    "CARRIED_OVER", "FORMATION", "CATEGORY_B_BY_AAC", "SUSPENSION", "ESTABLISHED", "DECIDED", "REVISED", "STAGE",
    "OF_ITSELF",
]  # fmt: skip


def test_the_order_within_a_day_is_that_of_d4() -> None:
    """What takes a licence, what gives one, what takes points, what gives them, and what comes of itself."""

    assert ORDER_OF_A_DAY == in_order(kinds)
    assert list(range(1, 16)) == sorted(numbers_of(kinds).values())


def test_each_cause_has_its_word() -> None:
    """``statement/1`` writes the name of the cause in small letters; 0 is none."""
    numbers = numbers_of(causes)

    assert {name.lower(): number for name, number in numbers.items()} == {
        word: number for number, word in enumerate(causes.CAUSE_NAMES) if word
    }
    assert len(numbers) == len(causes.CAUSE_NAMES) - 1
    assert causes.CAUSE_NAMES[0] == ""


WORDS_OF_CAUSES = (
    "obtained carried_over probation_step probation_end withdrawal one_point full_restoration ten_years stage"
    " withdrawal_annulled lost withdrawal_suspended lettre_48si_suspended lettre_48si_annulled licence_exchanged"
    " french_licence"
)


def test_the_causes_are_those_of_the_format() -> None:
    """In the order of their numbers."""

    assert WORDS_OF_CAUSES.split() == list(causes.CAUSE_NAMES[1:])


def test_each_letter_has_its_name() -> None:
    """Those of art. R. 223-3 and R. 223-4, and the forms of the ministry; no letter is no name."""
    names = {name: letters.LETTER_NAMES[number] for name, number in numbers_of(letters).items() if name != "FULL"}

    assert {
        "NONE": None, "L48": "48", "L48N": "48N", "L48M": "48M", "L48SI": "48SI", "L46": "46", "L46B": "46B",
        "L46D": "46D", "L47": "47", "RECTIFICATIF": "rectificatif", "INTERDICTION": "interdiction",
    } == {name: word for name, word in names.items() if name not in ("HALF", "QUARTER")}  # fmt: skip
    assert len(letters.LETTER_NAMES) == 11
    assert (6, 3) == (letters.HALF, letters.QUARTER)


LETTERS_OF_CAUSES = {
    "probation_end": "46", "full_restoration": "46", "one_point": "46D", "ten_years": "46B", "stage": "47",
    "withdrawal_annulled": "rectificatif", "withdrawal_suspended": "rectificatif",
    "lettre_48si_suspended": "rectificatif", "lettre_48si_annulled": "rectificatif",
    "licence_exchanged": "rectificatif",
}  # fmt: skip


@pytest.mark.parametrize("cause", WORDS_OF_CAUSES.split())
def test_the_letter_of_what_comes_back(cause: str) -> None:
    """One for each cause that owes one when a point moves, none when none does."""
    number = causes.CAUSE_NAMES.index(cause)

    assert LETTERS_OF_CAUSES.get(cause) == letters.LETTER_NAMES[letters.letter_of_return(number, 1)]
    assert letters.letter_of_return(number, 0) == letters.NONE


GROUNDS = """
OBTAINED_WITH_6 OBTAINED_WITH_12 CARRIED_OVER CARRIED_OVER_ON_LOST_LICENCE STEP_CLEAN STEP_REFUSED PROBATION_CLEAN
PROBATION_CLEAN_REDUCED PROBATION_NOT_CLEAN TAKEN TAKEN_WITHIN_LIMIT LIMIT_REACHED NO_POINTS_IN_BAREME
NOT_HELD_WHEN_COMMITTED LOST_BEFORE_DECISION ONE_POINT_BACK ONE_POINT_INTERRUPTED ONE_POINT_AT_CEILING FULL_BACK
TEN_YEARS_BACK STAGE_BACK STAGE_WITHOUT_POINTS STAGE_TOO_SOON STAGE_AT_CEILING STAGE_NOT_HELD ANNULMENT_BACK
ANNULMENT_HELD_AGAIN ANNULMENT_NO_CHANGE LOST_BY_48SI LETTER_48SI_VOID LETTER_48SI_NOT_HELD LOST_BY_JUDGE JUDGE_NOT_HELD
FULL_BACK_GRAVE FULL_BACK_BEFORE_2011 LETTER_48SI_OVERTAKEN LETTER_48SI_FOREIGN LETTER_48SI_SUSPENDED
LETTER_48SI_SUSPENSION_OVER LETTER_48SI_ANNULLED LETTER_48SI_ANNULLED_NEW_LICENCE LETTER_48SI_NOT_IN_FORCE
WITHDRAWAL_SUSPENDED WITHDRAWAL_SUSPENDED_HELD_AGAIN WITHDRAWAL_SUSPENDED_NO_CHANGE WITHDRAWAL_SUSPENSION_OVER
WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE EXCHANGED EXCHANGE_REFUSED PROBATION_CLEAN_BY_AAC OBTAINED_BY_FOREIGN_HOLDER BANNED
BAN_WITHOUT_EFFECT POINTS_AFTER_BAN FRENCH_LICENCE_SAME_POINTS FRENCH_LICENCE_IN_PROBATION FRENCH_LICENCE_WITHOUT_EFFECT
WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN
"""
"""Registers keep the number: a new ground comes last."""


def test_a_ground_keeps_its_number() -> None:
    """From 1 on, in the order in which they came; each number has its name."""
    expected = dict(enumerate(GROUNDS.split(), start=1))

    assert expected == {number: name for name, number in numbers_of(reasons).items()}
    assert expected == reasons.REASON_NAMES


def test_each_thing_that_is_remembered_has_its_own_place() -> None:
    """The places of the memory follow one another, and nothing is remembered before the first row."""
    numbers = numbers_of(memory)
    holds = ["NOT_YET", "HELD", "INVALIDATED", "ANNULLED", "BANNED"]
    places = {name: number for name, number in numbers.items() if name not in (*holds, "NEVER", "STATE_SIZE")}

    assert list(range(numbers["STATE_SIZE"])) == sorted(places.values())
    assert list(range(5)) == [numbers[name] for name in holds]


def test_nothing_has_happened_before_the_first_row() -> None:
    """No licence, no day, no act; what comes of itself is never due; there is no probation."""
    state = fold.start([], strict=False).state
    due = {"STEP_DUE", "ONE_DUE", "TEN_DUE", "FULL_DUE"}
    acts = {"FIRST_WITHDRAWN", "LAST_ACT", "CARRIED_ACT", "LAST_STAGE_ACT", "ENDED_BY", "LETTER_ACT"}
    known = {"PROBATION_OVER": 1, **dict.fromkeys(due, NEVER), **dict.fromkeys(acts, -1)}
    expected = {vars(memory)[name]: value for name, value in known.items()}

    assert [expected.get(place, 0) for place in range(len(state))] == state


@pytest.mark.parametrize("strict", [False, True])
def test_the_reading_is_remembered(strict: bool) -> None:
    """1 in the strict reading of D2, 0 in the registered one."""

    assert int(strict) == fold.start([], strict).state[memory.STRICT]


def test_a_decided_offence_has_taken_nothing_yet() -> None:
    """Nothing taken, nothing known, nothing due, one place for each offence."""
    row = rows.Row(1, kinds.DECIDED, 1, 1, 0, 3, 2, -1)
    m = fold.start([row, row], strict=False)

    assert ([0, 0], [0, 0], [NEVER, NEVER], [NEVER, NEVER]) == (m.taken, m.known, m.one_due, m.ten_due)
    assert ([row, row], [row, row], []) == (m.rows, m.offences, m.movements)


def test_a_revision_undoes_nothing_yet() -> None:
    """Nor does any letter wait for an exchange."""
    revision = rows.Row(2, kinds.REVISED, 2, 0, 1, causes.LETTRE_48SI_ANNULLED, 0, 0)
    m = fold.start([], strict=False, revisions=[revision, revision])

    assert ([-1, -1], [-1, -1]) == (m.undoes, m.waits)


def test_a_row_says_only_what_it_is_told() -> None:
    """No delay carried over; no act that explains a movement."""

    assert rows.Row(1, kinds.DECIDED, 1, 1, 0, 3, 2, -1).delay_from == 0
    assert rows.MovementRow(1, causes.STAGE, 4, 12, 12, 0, -1, 1, 0).ground == -1


def test_the_grades_of_offences_and_of_licences() -> None:
    """Five classes of contraventions below the délit (art. 131-13 du code pénal); three probations."""

    assert {"c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 5, "delit": 6} == play.GRADES
    assert rows.DELIT == 6
    assert {"none": 0, "ordinary": 1, "aac": 2} == probations.PROBATIONS
    assert (0, 1, 2) == (probations.NONE, probations.ORDINARY, probations.AAC)


def test_a_stage_gives_four_points_when_it_is_free_or_owed_by_a_novice() -> None:
    """Art. L. 223-6, al. 4, and R. 223-8; one ordered by a court gives none."""

    assert stage.STAGE_POINTS == 4
    assert ("volontaire", "probatoire") == play.STAGES_WITH_POINTS


def test_the_forms_and_the_examinations_are_told_apart() -> None:
    """Each has its number, from nothing to the most that is asked."""

    assert (0, 1, 2, 3) == (
        letter_forms.NOT_IN_FORCE, letter_forms.SIMPLE, letter_forms.REGISTERED, letter_forms.ACKNOWLEDGED,
    )  # fmt: skip
    assert (0, 1, 2) == (
        relicensing.NO_EXAMINATION_KNOWN, relicensing.MEDICAL_AND_PSYCHOTECHNICAL, relicensing.WITH_ANALYSES,
    )  # fmt: skip
    assert (1, 2, 0) == (relicensing.INVALIDATION, relicensing.ANNULATION, relicensing.NOT_KNOWN)


OUTCOMES = ["NOTIFIED", "ON_ITS_WAY", "NOT_NOTIFIED", "TO_EXAMINE"]


def test_what_the_post_says_is_told_by_numbers() -> None:
    """Four outcomes; the ground of each, in words; fifteen days at the post office."""
    numbers = numbers_of(notification)
    grounds = {name.lower(): number for name, number in numbers.items() if name not in (*OUTCOMES, "DAYS_KEPT")}

    assert [1, 2, 3, 4] == [numbers[name] for name in OUTCOMES]
    assert grounds == {word: number for number, word in enumerate(notification.WHYS) if word}
    assert numbers["DAYS_KEPT"] == 15
    assert notification.EVENTS == ("posted", "presented", *notification.ENDS)
    assert set(notification.ENDS) <= set(grounds)
