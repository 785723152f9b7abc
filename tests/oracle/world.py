"""The world of the simulation: the facts, what has happened so far, and plain questions about both."""

from dataclasses import dataclass, replace
from datetime import date

from tests.oracle.facts import CarriedOver, Facts, Offence


@dataclass
class Movement:
    """A change of the balance, or a day that changed nothing but might have."""

    on: date
    cause: str
    points: int
    signed: int
    ceiling: int
    holding: int
    act: str | None = None
    about: str | None = None
    letter: str | None = None


@dataclass
class Holding:
    """A licence held, from the day it was obtained to the day it was lost or replaced."""

    obtained_on: date
    probation: str
    probation_since: date
    act: str | None = None
    foreign: bool = False
    probation_ended_on: date | None = None
    ended_on: date | None = None
    invalidated_on: date | None = None
    invalidated_by: str | None = None
    banned_on: date | None = None
    annulled_on: date | None = None
    carried: CarriedOver | None = None


class World:
    """What has happened so far, for one set of acts taken as never done."""

    def __init__(self, facts: Facts, reading: str, ignored: frozenset[str] = frozenset()) -> None:
        self.facts = facts
        self.reading = reading
        self.ignored = ignored
        self.holdings: list[Holding] = []
        # Act that suspends or annuls: the decision it bears on; letters annulled; licences and letters of an exchange.
        self.undone: dict[str, str] = {}
        self.annulled_letters: frozenset[str] = frozenset()
        self.dropped: frozenset[str] = frozenset()
        # The last day on which the end of a suspension took the licence again.
        self.taken_again_on = date.min
        # What happened, as if the ignored acts had never been; and what the driver was shown meanwhile.
        self.history: list[Movement] = []
        self.shown: list[Movement] = []
        # Offences wiped by a full restoration.
        self.forgotten: set[str] = set()

    def copy(self) -> "World":
        """A world that can go on alone."""
        other = World(self.facts, self.reading, self.ignored)
        other.take_over(self)
        other.shown = list(self.shown)
        other.undone = dict(self.undone)
        other.annulled_letters = self.annulled_letters
        other.dropped = self.dropped
        other.taken_again_on = self.taken_again_on
        return other

    def take_over(self, other: "World") -> None:
        """Make the past of another world one's own, except what was shown."""
        self.ignored = other.ignored
        self.holdings = [replace(holding) for holding in other.holdings]
        self.history = list(other.history)
        self.forgotten = set(other.forgotten)

    def signed(self) -> int:
        """The sum of all movements."""
        return sum(movement.points for movement in self.history)

    def ceiling(self) -> int:
        """The ceiling after the last movement."""
        return self.history[-1].ceiling if self.history else 0

    def held(self) -> Holding | None:
        """The licence now held and not lost."""
        if self.holdings and self.holdings[-1].ended_on is None:
            return self.holdings[-1]
        return None

    def held_on(self, day: date) -> Holding | None:
        """The licence that was held on a day."""
        for holding in self.holdings:
            if holding.obtained_on <= day and (holding.ended_on is None or day < holding.ended_on):
                return holding
        return None

    def post(
        self,
        on: date,
        cause: str,
        points: int,
        act: str | None = None,
        *,
        ceiling: int | None = None,
        letter: str | None = None,
        about: str | None = None,
    ) -> None:
        """Write a movement at the end of the history. A movement of 0 points owes no letter."""
        movement = Movement(
            on=on,
            cause=cause,
            points=points,
            signed=self.signed() + points,
            ceiling=self.ceiling() if ceiling is None else ceiling,
            holding=len(self.holdings) - 1,
            act=act,
            about=about,
            letter=letter if points != 0 else None,
        )
        self.history.append(movement)
        self.shown.append(movement)

    def offence(self, name: str | None) -> Offence:
        """An offence by its id."""
        return next(one for one in self.facts.offences if one.id == name)

    def withdrawals(self) -> list[Movement]:
        """The withdrawals that really took points on the licence now held."""
        return [
            movement
            for movement in self.history
            if movement.cause == "withdrawal" and movement.points < 0 and movement.holding == len(self.holdings) - 1
        ]

    def withdrawn(self) -> list[Offence]:
        """The offences that really cost points on the licence now held."""
        return [self.offence(movement.act) for movement in self.withdrawals()]

    def foreseen(self, day: date) -> list[Offence]:
        """The offences that only the strict reading knows: of the licence now held, decided after that day."""
        holding = self.held()
        if self.reading != "strict" or holding is None:
            return []
        return [
            one
            for one in self.facts.offences
            if one.decided_on is not None
            and one.decided_on > day
            and one.id not in self.ignored
            and one.committed_on >= holding.obtained_on
            and self.points_foreseen(one, day) > 0
        ]

    def episode(self, one: Offence, day: date) -> list[Offence]:
        """The offences of the same episode that are known on a day, this one included."""
        return [
            other
            for other in self.facts.offences
            if other.episode == one.episode
            and other.decided_on is not None
            and other.id not in self.ignored
            and (self.reading == "strict" or other.decided_on <= day)
        ]

    def spent(self, episode: list[Offence]) -> int:
        """The points that the offences of an episode have taken so far."""
        names = {one.id for one in episode}
        return -sum(
            movement.points for movement in self.history if movement.cause == "withdrawal" and movement.act in names
        )

    def points_taken(self, one: Offence, day: date) -> int:
        """What an offence takes now, within what its episode leaves."""
        if one.episode is None:
            return one.points
        episode = self.episode(one, day)
        return max(0, min(one.points, episode_limit(episode) - self.spent(episode)))

    def points_foreseen(self, one: Offence, day: date) -> int:
        """What an offence not yet decided will take, when its episode is taken in order."""
        if one.episode is None:
            return one.points
        episode = self.episode(one, day)
        left = episode_limit(episode) - self.spent(episode)
        coming = sorted((other for other in episode if _decided(other) > day), key=order_of_withdrawal)
        for other in coming:
            taken = max(0, min(other.points, left))
            left -= taken
            if other is one:
                return taken
        return 0


def _decided(one: Offence) -> date:
    assert one.decided_on is not None
    return one.decided_on


def order_of_withdrawal(one: Offence) -> tuple[date, date, date, int]:
    """The order in which withdrawals are taken."""
    assert one.decided_on is not None
    assert one.final_on is not None
    return one.decided_on, one.final_on, one.committed_on, one.row


def episode_limit(episode: list[Offence]) -> int:
    """The most that simultaneous offences can take together."""
    if any(one.category == "delit" and one.points == 9 for one in episode):
        return 9
    if all(one.category != "delit" and one.committed_on < date(2003, 7, 12) for one in episode):
        return 6
    return 8
