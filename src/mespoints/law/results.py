"""What the law answers: a statement and its parts, immutable, days as ordinals."""

from typing import NamedTuple

from mespoints.law.days import Day


class Movement(NamedTuple):
    """One change of the balance, or one act or day that changed nothing, with its ground.

    ``cause`` and ``letter``: words of ``statement/1``. ``balance``: what the driver is shown after it.
    ``act``: id of the act that moved it; ``offence``: id of the offence whose points come or go.
    ``reason``: one of ``law.reasons``. ``ground``: id of the act that explains it: the offence that a delay runs from
    or that broke it, the stage that bars another, what ended the licence, the letter undone.
    """

    on: Day
    cause: str
    points: int
    balance: int
    signed_balance: int
    ceiling: int
    act: str | None
    offence: str | None
    articles: tuple[str, ...]
    letter: str | None
    reason: int
    ground: str | None = None


class Pending(NamedTuple):
    """An offence known but not yet withdrawn. ``waits_for``: "final" or "decision"."""

    act: str
    points: int
    waits_for: str


class Deadline(NamedTuple):
    """A duty open on the day of the statement. ``duty``: "mandatory_stage", "restitution", "new_licence".

    ``act``: id of the letter, or of the surrender, that opened it.
    """

    on: Day
    duty: str
    articles: tuple[str, ...]
    act: str


class Remedy(NamedTuple):
    """How long a notified letter can be challenged. ``state``: "open", "waiting" (for the answer to a recours, or for
    its silence), "filed" (in court, in time), "over", "unknown" (the texts of the time were not read).

    ``letter``: its id. ``last_on``: the last day to go to court, None when it is not known, or not fixed yet.
    ``runs_from``: the notification, the rejection or the silence that the two months run from.
    """

    letter: str
    state: str
    last_on: Day | None
    runs_from: Day
    notified_on: Day


class WayBack(NamedTuple):
    """What a driver without a licence may do, and when. ``theory_only_until``: 0 when all the tests are due.

    ``cause``: INVALIDATION or ANNULATION of ``law.relicensing``. ``runs_from``: the surrender of the title, or the
    annulation.
    """

    cause: int
    runs_from: Day
    may_ask_on: Day
    may_obtain_on: Day
    examinations: int
    theory_only_until: Day


class StageAdvice(NamedTuple):
    """What a stage begun today would give. ``reason``: "useful", "little_to_gain", "too_soon",
    "at_ceiling", "not_held", "zero" (it would save the licence before the 48SI).

    ``matched_on``: the day from which waiting gives as much as a stage begun on ``useful_on``; None: never.
    """

    gain: int
    allowed_from: Day | None
    useful_on: Day | None
    balance_after: int
    reason: str
    matched_on: Day | None = None


class Statement(NamedTuple):
    """The licence as it stands on a day, in one reading: the content of ``statement/1``."""

    on: Day
    reading: str
    balance: int
    signed_balance: int
    ceiling: int
    status: str
    probation_ends_on: Day | None
    obtained_on: Day
    movements: tuple[Movement, ...]
    pending: tuple[Pending, ...]
    next: tuple[Movement, ...]
    deadlines: tuple[Deadline, ...]
    stage: StageAdvice
    remedies: tuple[Remedy, ...] = ()
    way_back: WayBack | None = None
