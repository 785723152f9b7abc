"""The raw facts of a dossier, as the simulation holds them: it is only given valid dossiers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tests.oracle.civil_days import ONE_DAY, add_months

FIRST_PROBATION = date(2004, 3, 1)
TWELVE_POINTS_SINCE = date(1992, 12, 1)
FOREIGN_POINTS_SINCE = date(2017, 11, 18)


@dataclass(frozen=True)
class Offence:
    """An offence, pending as long as it has no decision."""

    id: str
    row: int
    category: str
    points: int
    committed_on: date
    final_on: date | None
    decided_on: date | None
    closed_on: date | None
    episode: str | None


@dataclass(frozen=True)
class Stage:
    """A stage followed."""

    id: str
    kind: str
    started_on: date
    ended_on: date


@dataclass(frozen=True)
class Letter:
    """An act of one day: a letter notified, a loss, a title handed in, a licence."""

    id: str
    on: date
    offence: str = ""
    probation: str = ""
    ban_months: int | None = None


@dataclass(frozen=True)
class Undoing:
    """A decision suspended or annulled, or licences exchanged; ``target`` is empty when the act names no letter."""

    id: str
    kind: str
    on: date
    until: date | None
    target: str

    @property
    def bears_on_letter(self) -> bool:
        return self.kind.startswith("lettre_48si")


@dataclass(frozen=True)
class Recours:
    """A remedy against a letter, and the day on which its rejection was notified."""

    id: str
    on: date
    kind: str
    letter: str


@dataclass(frozen=True)
class Rejection:
    """The rejection of a gracieux or a hiérarchique, notified."""

    on: date
    recours: str


@dataclass(frozen=True)
class CarriedOver:
    """A balance taken over from elsewhere."""

    id: str
    on: date
    balance: int
    ceiling: int
    last_final_on: date | None
    lengthened: bool


@dataclass(frozen=True)
class Facts:
    """Everything that a dossier says."""

    obtained_on: date
    probation: str
    territory: str
    foreign: bool
    offences: tuple[Offence, ...]
    stages: tuple[Stage, ...]
    formations: tuple[Letter, ...]
    categories_by_aac: tuple[Letter, ...]
    suspensions: tuple[tuple[date, date], ...]
    letters_48si: tuple[Letter, ...]
    letters_48n: tuple[Letter, ...]
    undoings: tuple[Undoing, ...]
    surrenders: tuple[Letter, ...]
    licences_annulled: tuple[Letter, ...]
    licences_obtained: tuple[Letter, ...]
    bans: tuple[Letter, ...]
    french_licences: tuple[Letter, ...]
    recours: tuple[Recours, ...]
    rejections: tuple[Rejection, ...]
    carried: tuple[CarriedOver, ...]

    @property
    def begins_on(self) -> date:
        """The day from which something is said of the licence."""
        return max(self.obtained_on, FOREIGN_POINTS_SINCE if self.foreign else TWELVE_POINTS_SINCE)


def facts_known_on(facts: Facts, on: date) -> Facts:
    """The same facts without the acts after a day and without the offences not yet decided on that day.

    The end of a suspension that still runs is not among them.
    """

    def kept(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        return tuple(letter for letter in letters if letter.on <= on)

    return replace(
        facts,
        offences=tuple(one for one in facts.offences if one.decided_on and one.decided_on <= on),
        stages=tuple(stage for stage in facts.stages if stage.ended_on <= on),
        formations=kept(facts.formations),
        categories_by_aac=kept(facts.categories_by_aac),
        suspensions=tuple(span for span in facts.suspensions if span[0] <= on),
        letters_48si=kept(facts.letters_48si),
        letters_48n=kept(facts.letters_48n),
        undoings=tuple(
            replace(act, until=act.until if act.until and act.until < on else None)
            for act in facts.undoings
            if act.on <= on
        ),
        surrenders=kept(facts.surrenders),
        licences_annulled=kept(facts.licences_annulled),
        licences_obtained=kept(facts.licences_obtained),
        bans=kept(facts.bans),
        french_licences=kept(facts.french_licences),
        carried=tuple(carried for carried in facts.carried if carried.on <= on),
    )


def days_that_matter(facts: Facts) -> list[date]:
    """Every day on which something could happen: the days of the acts and the ends of the delays they open."""
    return sorted(set(_days(facts)))


def _days(facts: Facts) -> Iterator[date]:
    yield facts.begins_on
    for letter in (*facts.licences_obtained, *facts.french_licences, Letter("", facts.obtained_on)):
        yield from (add_months(letter.on, months) for months in (0, 12, 18, 24, 36))
    for one in facts.offences:
        if one.final_on and one.decided_on:
            yield one.decided_on
            yield from (add_months(one.final_on, months) for months in (6, 12, 24, 36, 120))
    for carried in facts.carried:
        yield carried.on
        if carried.last_final_on:
            yield from (add_months(carried.last_final_on, months) for months in (24, 36))
    yield from (stage.ended_on + ONE_DAY for stage in facts.stages)
    for act in facts.undoings:
        yield act.on
        if act.until:
            yield act.until + ONE_DAY
    for ban in facts.bans:
        yield from (ban.on, add_months(ban.on, 12))
    for letter in (*facts.letters_48si, *facts.licences_annulled, *facts.categories_by_aac):
        yield letter.on
