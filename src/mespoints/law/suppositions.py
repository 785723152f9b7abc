"""What if: the file cut on a day, with a few facts supposed after it (art. L. 223-1, L. 223-6; format ``forecast/1``).

A scenario is written as ``paiement:i2@2024-12-05+stage@2025-01-20``: facts joined by "+", each with its day.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from mespoints.law import causes
from mespoints.law.acts import (
    Act,
    Dossier,
    Lettre48SI,
    Lettre48SISuspended,
    Offence,
    Stage,
    WithdrawalAnnulled,
    WithdrawalSuspended,
)
from mespoints.law.bareme import CLASS_UNKNOWN, BaremeRow, find_by_code
from mespoints.law.classing import to_prices, worded
from mespoints.law.days import Day, add_months, iso
from mespoints.law.forecast import MONTHS_AHEAD
from mespoints.law.holds import DAY, take_day
from mespoints.law.play import play
from mespoints.law.refusals import NOTHING as NOTHING_FOUND
from mespoints.law.refusals import shown

KINDS = ("paiement", "titre_executoire", "stage", "offence", "withdrawal_annulled")
NOTHING_NEW = "nothing"

DAY_FIELDS = ("committed_on", "ended_on", "notified_on", "from_on", "on")
NAME_FIELDS = ("offence", "letter", "recours")
"""The fields of an act that hold its day, and those that hold the id of another act."""

PARTS = re.compile(r"(?<=@[0-9]{4}-[0-9]{2}-[0-9]{2})\+")
"""The "+" between two facts stands after a day: an id may hold one too."""


class Supposition(NamedTuple):
    """One fact supposed. ``kind``: one of ``KINDS``; ``on``: its day, the last one of a stage.

    ``offence``: id of the offence that is paid, increased or annulled. ``code``: of one more offence, its NATINF or
    its article, with its paragraph after a colon when there is one.
    """

    kind: str
    on: Day
    offence: str | None = None
    code: str | None = None


class Scenario(NamedTuple):
    """The facts that come together; none: nothing new happens."""

    suppositions: tuple[Supposition, ...]


NOTHING = Scenario(())


class SuppositionRefused(ValueError):
    """The scenario cannot be. ``fact``: the one refused, quoted; what was ``found`` and ``expected``, in French."""

    def __init__(self, text: str, found: str, expected: str) -> None:
        super().__init__(text, found, expected)
        self.fact, self.found, self.expected = shown(text), found, expected

    def __str__(self) -> str:
        """The refusal as a French sentence."""
        return f"supposition {self.fact} : trouvé {self.found}, attendu {self.expected}."


class Cut(NamedTuple):
    """The whole dossier, and the day on which it was cut."""

    dossier: Dossier
    on: Day


def read_scenario(text: str, dossier: Dossier, on: Day) -> Scenario:
    """Read a scenario about a dossier, as known on a day. Raises SuppositionRefused."""
    if text == NOTHING_NEW:
        return NOTHING
    scenario = Scenario(tuple([read_supposition(part) for part in PARTS.split(text)]))
    suppose(dossier, scenario, on)  # what cannot be supposed is refused now
    return scenario


def read_supposition(text: str) -> Supposition:
    """Read one fact: ``stage@2025-01-20``, ``paiement:i2@2024-12-05``."""
    head, _, day = text.rpartition("@")
    kind, colon, named = head.partition(":")
    if kind not in KINDS:
        kinds = ", ".join(f"{one}@JOUR" if one == "stage" else f"{one}:...@JOUR" for one in KINDS)
        raise SuppositionRefused(text, shown(text), f"{kinds}, joints par « + », ou {NOTHING_NEW} seul")
    if kind == "stage" and colon:
        raise SuppositionRefused(text, shown(named), "stage@JOUR, sans rien entre les deux")
    if kind != "stage" and not named:
        what = (
            "un code NATINF, ou un article et son paragraphe"
            if kind == "offence"
            else "l'identifiant d'une infraction du dossier"
        )
        raise SuppositionRefused(text, NOTHING_FOUND, f"{what}, entre « {kind}: » et « @ »")
    on = take_day(day)
    if on is None:
        raise SuppositionRefused(text, shown(day), DAY.expected)
    return Supposition(kind, on, None, named) if kind == "offence" else Supposition(kind, on, named or None)


def written(supposition: Supposition) -> str:
    """The text of a fact, as ``read_supposition`` reads it."""
    named = supposition.code if supposition.kind == "offence" else supposition.offence
    return f"{supposition.kind}{'' if named is None else f':{named}'}@{iso(supposition.on)}"


def written_scenario(scenario: Scenario) -> str:
    """The text of a scenario, as ``read_scenario`` reads it."""
    return "+".join(written(one) for one in scenario.suppositions) or NOTHING_NEW


def suppose(dossier: Dossier, scenario: Scenario, on: Day) -> Dossier:
    """The file cut on a day, with the facts of the scenario. Raises SuppositionRefused.

    Each fact is judged on the file with those before it: a fine is not paid twice, a withdrawal supposed may be
    annulled later in the same scenario.
    """
    file = cut_on(dossier, on)
    for supposition in in_order(scenario):
        refuse_day(supposition, on)
        file = ADD[supposition.kind](file, supposition, Cut(dossier, on))
    return file


def in_order(scenario: Scenario) -> list[Supposition]:
    """The facts by day; an annulment follows the withdrawals of its day, as in the order of D4."""
    return sorted(scenario.suppositions, key=lambda one: (one.on, one.kind == "withdrawal_annulled"))


def cut_on(dossier: Dossier, on: Day) -> Dossier:
    """The file as it is known on a day: later acts dropped, offences not decided by then left pending.

    An act that names a dropped one is dropped too, save a 48SI: it loses the name alone.
    """
    acts = [as_known(act, on) for act in dossier.acts if day_of_act(act) <= on]
    ids = {act.id for act in acts}
    for place, act in enumerate(acts):
        if isinstance(act, Lettre48SI) and not names_known(act, ids):
            acts[place] = act._replace(offence=None)
    while not all(names_known(act, ids) for act in acts):
        acts = [act for act in acts if names_known(act, ids)]
        ids = {act.id for act in acts}
    return dossier._replace(acts=tuple(acts))


def day_of_act(act: Act) -> Day:
    """The day that an act is true from."""
    day: Day = next(getattr(act, field) for field in DAY_FIELDS if hasattr(act, field))
    return day


def names_known(act: Act, ids: set[str]) -> bool:
    """Whether every act that this one names is in the file."""
    return all(getattr(act, field, None) is None or getattr(act, field) in ids for field in NAME_FIELDS)


def as_known(act: Act, on: Day) -> Act:
    """An act as it is known on a day: the end of an offence, or of a suspended decision, that comes later is not."""
    if isinstance(act, WithdrawalSuspended | Lettre48SISuspended):
        return act if act.to_on is None or act.to_on < on else act._replace(to_on=None)
    if not isinstance(act, Offence):
        return act
    if act.decided_on is not None and act.decided_on > on:
        act = act._replace(final_on=None, final_by=None, decided_on=None)
    if act.closed_on is not None and act.closed_on > on:
        act = act._replace(closed_on=None, closed_by=None)
    return act


def refuse_day(supposition: Supposition, on: Day) -> None:
    """A fact is supposed after the day of the forecast, within the years that it covers."""
    until = add_months(on, MONTHS_AHEAD)
    if not on < supposition.on < until:
        expected = f"un jour après le {iso(on)} et avant le {iso(until)}"
        raise SuppositionRefused(written(supposition), iso(supposition.on), expected)


def find_offence(file: Dossier, supposition: Supposition, cut: Cut) -> Offence:
    """The offence that a fact names, which nothing has annulled."""
    offence = find_by_id(file, supposition.offence)
    if offence is None:
        later = find_by_id(cut.dossier, supposition.offence)
        found = shown(supposition.offence) if later is None else f"une infraction commise le {iso(later.committed_on)}"
        expected = f"l'identifiant d'une infraction du dossier, commise le {iso(cut.on)} ou avant"
        raise SuppositionRefused(written(supposition), found, expected)
    for act in file.acts:
        if isinstance(act, WithdrawalAnnulled) and act.offence == offence.id:
            found = f"une infraction dont le retrait est annulé le {iso(act.on)}"
            raise SuppositionRefused(written(supposition), found, "une infraction dont le retrait n'est pas annulé")
    return offence


def find_by_id(file: Dossier, offence_id: str | None) -> Offence | None:
    """The offence with this id, or None."""
    return next((act for act in file.acts if isinstance(act, Offence) and act.id == offence_id), None)


def establish(file: Dossier, supposition: Supposition, cut: Cut) -> Dossier:
    """A pending offence becomes final, and its withdrawal is decided the same day (art. L. 223-1, al. 4)."""
    offence = find_offence(file, supposition, cut)
    refuse_not_pending(offence, supposition, cut)
    final = offence._replace(final_on=supposition.on, final_by=supposition.kind, decided_on=supposition.on)
    return file._replace(acts=tuple(final if act is offence else act for act in file.acts))


def refuse_not_pending(offence: Offence, supposition: Supposition, cut: Cut) -> None:
    """Only an offence neither established nor closed can still be paid or increased."""
    known = find_by_id(cut.dossier, offence.id)
    assert known is not None
    final_on = offence.final_on or known.final_on
    if offence.closed_on is not None:
        found = f"une infraction close le {iso(offence.closed_on)} sans retrait ({offence.closed_by})"
    elif final_on is not None and (offence.final_on is not None or final_on <= cut.on):
        found = f"une infraction déjà établie le {iso(final_on)}"
    else:
        return
    raise SuppositionRefused(written(supposition), found, "une infraction en attente, ni établie ni close")


def follow_stage(file: Dossier, supposition: Supposition, cut: Cut) -> Dossier:
    """A stage of two days that ends on the day given (art. L. 223-6, al. 4)."""
    stage = Stage(new_id(file, cut), supposition.on - 1, supposition.on, "volontaire", None)
    return file._replace(acts=(*file.acts, stage))


def commit_offence(file: Dossier, supposition: Supposition, cut: Cut) -> Dossier:
    """One more offence of the barème, paid on the day it is committed."""
    row = priced(supposition)
    on = supposition.on
    natinf = supposition.code if supposition.code in row.natinf else None
    offence = Offence(
        new_id(file, cut), on, on, "paiement", on, row.offence_class, row.points, natinf, row.article, row.paragraph,
        None, None, None, None, None, None, None,
    )  # fmt: skip
    return file._replace(acts=(*file.acts, offence))


def priced(supposition: Supposition) -> BaremeRow:
    """The row of the barème of that day, when it gives one class and one number of points."""
    rows = find_by_code(supposition.code or "", supposition.on)
    prices = to_prices(rows)
    expected = f"un code NATINF ou un article que le barème du {iso(supposition.on)}"
    if not rows:
        raise SuppositionRefused(written(supposition), shown(supposition.code), f"{expected} connaît")
    if len(prices) > 1:
        raise SuppositionRefused(written(supposition), worded(prices), f"{expected} punit d'une seule façon")
    if rows[0].offence_class == CLASS_UNKNOWN:
        raise SuppositionRefused(
            written(supposition), "une contravention sans classe", f"{expected} range dans une classe"
        )
    return rows[0]


def annul_withdrawal(file: Dossier, supposition: Supposition, cut: Cut) -> Dossier:
    """A withdrawal that took points is annulled (art. L. 223-1; doubt D16)."""
    offence = find_offence(file, supposition, cut)
    if not has_taken_points(file, offence, supposition.on):
        found = f"une infraction qui n'a retiré aucun point au {iso(supposition.on)}"
        raise SuppositionRefused(written(supposition), found, "une infraction dont le retrait a été décidé")
    annulment = WithdrawalAnnulled(new_id(file, cut), offence.id, supposition.on, None)
    return file._replace(acts=(*file.acts, annulment))


def has_taken_points(file: Dossier, offence: Offence, on: Day) -> bool:
    """Whether an offence has really taken points by a day."""
    return any(
        row.cause == causes.WITHDRAWAL and row.points < 0 and file.acts[row.act] is offence
        for row in play(file, on, strict=False).movements
    )


def new_id(file: Dossier, cut: Cut) -> str:
    """An id that no act of the dossier bears, nor any act supposed before."""
    taken = {act.id for act in (*cut.dossier.acts, *file.acts)}
    number = 1
    while f"supposition-{number}" in taken:
        number += 1
    return f"supposition-{number}"


ADD: dict[str, Callable[[Dossier, Supposition, Cut], Dossier]] = {
    "paiement": establish,
    "titre_executoire": establish,
    "stage": follow_stage,
    "offence": commit_offence,
    "withdrawal_annulled": annul_withdrawal,
}
"""What each kind of fact adds to a file."""
