"""A relevé held against the law: each difference between what the administration shows and what the law gives.

The two lists are read side by side. What the relevé shows beyond the law is an offset; an offset that a
difference already told explains is not told again at every later balance.
"""

from typing import NamedTuple

from mespoints.law.aligning import SETTING, align
from mespoints.law.capital import FULL
from mespoints.law.days import Day
from mespoints.law.releve import Releve, Shown
from mespoints.law.results import Movement
from mespoints.law.stage import STAGE_POINTS
from mespoints.law.statement import READINGS, make_statement

ARTICLES_NOT_GIVEN = {True: ("L223-1",), False: ("L223-6",)}
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
    """A movement of the law, one of the relevé, or both when they are the same; and which of the two moves now."""

    on: Day
    law: Movement | None
    shown: Shown | None
    law_moves: bool
    shown_moves: bool


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
    for place, one in enumerate(shown):
        movement = law[places[place]] if place in places else None
        moves = movement is not None and movement.on == one.on
        steps.append((places.get(place, len(law)), Step(one.on, movement, one, moves, True)))
    shown_of = {law_place: shown[place] for place, law_place in places.items()}
    for place, movement in enumerate(law):
        one_shown = shown_of.get(place)
        if one_shown is None or one_shown.on != movement.on:
            step = Step(movement.on, movement, one_shown, True, False)
            steps.insert(place_in_steps(steps, place, movement.on), (place, step))
    return [step for _, step in steps]


def place_in_steps(steps: list[tuple[int, Step]], place: int, on: Day) -> int:
    """Where a movement that the relevé does not show on its day comes: after those that the law gives before it."""
    found = 0
    for index, (law_place, step) in enumerate(steps, 1):
        if step.on < on or (step.on == on and law_place < place):
            found = index
    return found


class Walk:
    """Both lists followed step by step: the two sums, the offsets that are explained, the differences found."""

    def __init__(self, movements: tuple[Movement, ...], shown_balance: int) -> None:
        """``movements``: all those of the law, the ones of 0 points included, which may say why nothing moved."""
        self.movements = movements
        self.last = movements[0]
        self.law_sum = 0
        self.shown_balance = shown_balance
        self.explained = {0}
        self.differences: list[Difference] = []

    def take(self, step: Step) -> None:
        """Take one step, and tell the difference that it makes."""
        before, offsets = self.law_sum, self.explained
        moved = 0
        if step.law is not None and step.law_moves:
            self.law_sum += step.law.points
            self.last = step.law
            moved -= step.law.points
        if step.shown is not None and step.shown_moves:
            self.shown_balance = step.shown.balance
            moved += step.shown.points
        self.explained = offsets | {offset + moved for offset in offsets}
        is_explained = not step.shown_moves or self.settle()
        kind = kind_of(step, is_explained)
        if kind != "other_points" or not self.comes_to_the_same(step, before, offsets):
            self.tell(kind, step)

    def settle(self) -> bool:
        """Whether the offset of the balance shown is explained; it is from now on.

        At zero an offset may be hidden: the balance shown is never below, the sum of the law may be.
        """
        offset = self.shown_balance - max(0, self.law_sum)
        explained = self.explained
        may_hide = self.shown_balance == 0 and any(self.law_sum + one <= 0 for one in explained)
        is_explained = offset == 0 or not explained.isdisjoint((offset, self.shown_balance - self.law_sum)) or may_hide
        self.explained = {offset} if self.law_sum > 0 and self.shown_balance > 0 else explained | {offset}
        return is_explained

    def comes_to_the_same(self, step: Step, before: int, offsets: set[int]) -> bool:
        """Whether other points come to the same: counted from zero and not from below, or from an offset already told.

        A return that stops at the ceiling, and a new licence, give more where the balance was lower.
        """
        law, shown = step.law, step.shown
        assert law is not None
        assert shown is not None
        offset = shown.balance - max(0, self.law_sum)
        if before < 0 < law.points and offset == 0 and shown.points == shown.balance:
            return True
        if offset - shown.points + law.points not in offsets - {0}:
            return False
        if law.cause in SETTING:
            return offset == 0
        fills_to_ceiling = self.law_sum == law.ceiling and law.cause == "stage" and shown.points == STAGE_POINTS
        return law.points > 0 and (shown.balance == law.ceiling or fills_to_ceiling)

    def tell(self, kind: str, step: Step) -> None:
        """Add a difference, if there is one, with the balances as they now stand."""
        law = step.law
        articles = (law or self.last).articles
        if kind == "not_given" and step.shown is not None:
            law = self.refusal_of(step.shown)
            articles = law.articles if law is not None else ARTICLES_NOT_GIVEN[step.shown.points < 0]
        if kind:
            balance = max(0, self.law_sum)
            self.differences.append(Difference(kind, step.on, law, step.shown, balance, self.shown_balance, articles))

    def refusal_of(self, shown: Shown) -> Movement | None:
        """The movement of 0 points of the law that says why it gives none, by the act or by the day."""
        for movement in self.movements:
            is_named = shown.act is not None and shown.act in (movement.act, movement.offence)
            takes = movement.cause == "withdrawal"
            is_that_day = shown.act is None and movement.on == shown.on and takes == (shown.points < 0)
            if movement.points == 0 and (is_named or is_that_day):
                return movement
        return None

    def end(self, releve: Releve) -> None:
        """Compare the balances of the day itself."""
        self.shown_balance = releve.balance
        if not self.settle():
            self.tell("other_final_balance", Step(releve.on, None, None, False, False))


def kind_of(step: Step, is_explained: bool) -> str:
    """What a step shows: a kind of difference, or "" for none."""
    law, shown = step.law, step.shown
    unexplained = "" if is_explained else "other_balance"
    if law is None or shown is None:
        if law is not None:
            return "not_shown"
        return "not_given" if shown is not None and shown.points != 0 else unexplained
    has_other_points = law.points != shown.points
    if law.on == shown.on:
        return "other_points" if has_other_points else unexplained
    if step.on > min(law.on, shown.on):
        return unexplained
    return "other_day_and_points" if has_other_points else "other_day"
