"""A relevé held against the law: each difference between what the administration shows and what the law gives.

The two lists are read side by side. What the administration may count with follows from the movements that it shows;
a balance that follows from a difference already told is not told again.
"""

from typing import NamedTuple

from mespoints.law.aligning import SETTING, align
from mespoints.law.capital import FULL
from mespoints.law.days import Day
from mespoints.law.releve import Releve, Shown
from mespoints.law.results import Movement
from mespoints.law.stage import STAGE_POINTS
from mespoints.law.statement import READINGS, make_statement

FILLING = (*SETTING, "full_restoration", "probation_end", "french_licence")
"""The causes that bring the balance to one figure, whatever it was."""

TAKEN_FOR = ("L223-1",)
GIVEN_BACK_BY = ("L223-6",)
"""What points may be taken for, and what gives them back: the ground of a movement that the law does not give."""


class Difference(NamedTuple):
    """One difference. ``kind``: "not_shown", "not_given", "other_day", "other_points", "other_day_and_points",
    "other_balance", "other_final_balance". ``on``: the first day on which it is there.

    ``law``: the movement of the law, with the articles; for a movement not given, the one of 0 points that says
    why, or ``None``. The balances are those of that day, on both sides.
    """

    kind: str
    on: Day
    law: Movement | None
    shown: Shown | None
    law_balance: int
    shown_balance: int
    articles: tuple[str, ...]


class Compared(NamedTuple):
    """A relevé against one reading of the law: the balance that the law gives, and the differences."""

    reading: str
    balance: int
    differences: tuple[Difference, ...]


class Check(NamedTuple):
    """A relevé against both readings of doubt D2. ``balance``: the one that it shows."""

    on: Day
    balance: int
    compared: tuple[Compared, ...]

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The readings with which the relevé agrees wholly."""
        return tuple(one.reading for one in self.compared if not one.differences)


class Step(NamedTuple):
    """What moves next: a movement of the law, one of the relevé, or both when they are the same on the same day.

    ``law`` and ``shown`` move now; ``same_law`` and ``same_shown`` are the whole pair, whichever of the two does.
    """

    on: Day
    law: Movement | None
    shown: Shown | None
    same_law: Movement | None
    same_shown: Shown | None


def check_releve(releve: Releve) -> Check:
    """Hold a relevé against the law in both readings. Raises StatementRefused as ``make_statement`` does."""
    return Check(releve.on, releve.balance, tuple(compare(releve, reading) for reading in READINGS))


def compare(releve: Releve, reading: str) -> Compared:
    """Hold a relevé against one reading of the law."""
    statement = make_statement(releve.dossier, releve.on, reading)
    shown = in_order(releve.movements)
    start = shown[0].balance - shown[0].points if shown else releve.balance
    walk = Walk(statement.movements, min(max(start, 0), FULL))
    for step in steps_of([movement for movement in statement.movements if movement.points], shown):
        walk.take(step)
    walk.end(releve)
    return Compared(reading, statement.balance, tuple(walk.differences))


def in_order(movements: tuple[Shown, ...]) -> list[Shown]:
    """The movements by their days; those of one day as listed, or backwards in a list that has the newest first."""
    days = [movement.on for movement in movements]
    is_newest_first = days != sorted(days) and days == sorted(days, reverse=True)
    return sorted(reversed(movements) if is_newest_first else movements, key=lambda movement: movement.on)


def steps_of(law: list[Movement], shown: list[Shown]) -> list[Step]:
    """The two lists as one, by day: in the order of the relevé, what it does not show that day in that of the law."""
    places = align(law, shown)
    steps: list[tuple[int, Step]] = []
    for shown_place, one in enumerate(shown):
        place = places.get(shown_place, len(law))
        same_law = law[place] if place < len(law) else None
        moving = same_law if same_law is not None and same_law.on == one.on else None
        steps.append((place, Step(one.on, moving, one, same_law, one)))
    shown_of = {place: shown[shown_place] for shown_place, place in places.items()}
    for place, movement in enumerate(law):
        same_shown = shown_of.get(place)
        if same_shown is None or same_shown.on != movement.on:
            before = sum((step.on, other) < (movement.on, place) for other, step in steps)
            steps.insert(before, (place, Step(movement.on, movement, None, movement, same_shown)))
    return [step for _, step in steps]


class Walk:
    """Both lists followed step by step: the sum of the law, those that the administration may count with, the
    balance that it shows, the differences found."""

    def __init__(self, movements: tuple[Movement, ...], shown_balance: int) -> None:
        """``movements``: all those of the law, the ones of 0 points included, which may say why nothing moved."""
        self.movements = movements
        self.law_sum = 0
        self.possible_sums = {0}
        self.shown_balance = shown_balance
        self.differences: list[Difference] = []

    def take(self, step: Step) -> None:
        """Take one step, and tell the difference that it makes."""
        law_before, sums_before = self.law_sum, self.possible_sums
        moving = step.shown or step.law
        assert moving is not None
        moved = {one + moving.points for one in sums_before}
        self.possible_sums = moved if step.shown else moved | sums_before
        if step.law is not None:
            self.law_sum += step.law.points
        is_explained = step.shown is None or self.settle(step.shown.balance)
        kind = kind_of(step, is_explained)
        if kind and not (kind == "other_points" and self.comes_to_the_same(step, law_before, sums_before)):
            self.tell(kind, step)

    def settle(self, shown_balance: int) -> bool:
        """Whether a balance shown is that of the law, or follows from what was shown; what comes next follows from it.

        The balance shown is never below zero, a sum may be.
        """
        self.shown_balance = shown_balance
        fitting = {one for one in (*self.possible_sums, self.law_sum) if max(0, one) == shown_balance}
        self.possible_sums = fitting or {shown_balance}
        return bool(fitting)

    def comes_to_the_same(self, step: Step, law_before: int, sums_before: set[int]) -> bool:
        """Whether other points are what the law gives too: to a sum that a difference already told made another.

        Points given back to a sum below zero may be counted from the zero that is shown.
        """
        law, shown = step.law, step.shown
        assert law is not None
        assert shown is not None
        is_same = shown.balance == self.law_sum
        if law_before < 0 and is_same and shown.points == shown.balance:
            return True
        fills = is_same and law.cause in FILLING
        is_capped = shown.points < law.points and shown.balance == law.ceiling
        is_whole_stage = law.cause == "stage" and shown.points == STAGE_POINTS
        return shown.balance - shown.points in sums_before and (fills or is_capped or is_whole_stage)

    def tell(self, kind: str, step: Step) -> None:
        """Add a difference, with the balances as they now stand."""
        law, shown = step.same_law, step.same_shown
        articles = self.articles_on(step.on)
        if kind == "not_given":
            assert shown is not None
            law = self.refusal_of(shown)
            articles = TAKEN_FOR if takes(shown) else GIVEN_BACK_BY
        if law is not None:
            articles = law.articles
        balance = max(0, self.law_sum)
        self.differences.append(Difference(kind, step.on, law, shown, balance, self.shown_balance, articles))

    def articles_on(self, day: Day) -> tuple[str, ...]:
        """The ground of the balance of a day: that of the last movement that changed it; of the first before that."""
        moved = [movement for movement in self.movements if movement.points and movement.on <= day]
        return (moved or self.movements[:1])[-1].articles

    def refusal_of(self, shown: Shown) -> Movement | None:
        """The movement of 0 points of the law that says why it gives none, by the act or by the day."""
        for movement in self.movements:
            is_named = shown.act is not None and shown.act in (movement.act, movement.offence)
            is_that_day = movement.on == shown.on and (movement.cause == "withdrawal") == takes(shown)
            if movement.points == 0 and (is_named or is_that_day):
                return movement
        return None

    def end(self, releve: Releve) -> None:
        """Compare the balances of the day itself."""
        if not self.settle(releve.balance):
            self.tell("other_final_balance", Step(releve.on, None, None, None, None))


def takes(shown: Shown) -> bool:
    """Whether a movement takes points."""
    return shown.points < 0


def kind_of(step: Step, is_explained: bool) -> str:
    """What a step shows: a kind of difference, or "" for none."""
    law, shown = step.same_law, step.same_shown
    unexplained = "" if is_explained else "other_balance"
    if shown is None:
        return "not_shown"
    if law is None:
        return "not_given" if shown.points else unexplained
    has_other_points = law.points != shown.points
    if law.on == shown.on:
        return "other_points" if has_other_points else unexplained
    if step.on > min(law.on, shown.on):
        return unexplained
    return "other_day_and_points" if has_other_points else "other_day"
