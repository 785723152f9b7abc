"""The facts of a dossier: one immutable record for each kind of act of ``dossier/1``.

Days are proleptic Gregorian ordinals (see ``law.days``). An absent day, number or word is ``None``.
Reading and refusing a file is the work of ``law.reading``; nothing here checks anything.
"""

from typing import NamedTuple

from mespoints.law.days import Day


class Licence(NamedTuple):
    """The licence a dossier opens with. ``probation``: "ordinary", "aac" or "none", never absent."""

    obtained_on: Day
    probation: str
    territory: str
    neph: str | None


class Offence(NamedTuple):
    """An offence that entails a withdrawal; pending without ``final_on``.

    ``offence_class``: "c1".."c5", "delit"; ``points``: what the barème of the day of commission
    says, before any limit of art. R. 223-2. ``decided_on`` is set whenever ``final_on`` is.
    """

    id: str
    committed_on: Day
    final_on: Day | None
    final_by: str | None
    decided_on: Day | None
    offence_class: str
    points: int
    natinf: str | None
    article: str | None
    paragraph: str | None
    label: str | None
    episode: str | None
    place: str | None
    source: str | None
    closed_on: Day | None
    closed_by: str | None
    recorded_on: Day | None


class Stage(NamedTuple):
    """A stage de sensibilisation. ``kind``: one of ``STAGE_KINDS``; only the first two give points."""

    id: str
    started_on: Day
    ended_on: Day
    kind: str
    recorded_on: Day | None


class FormationComplementaire(NamedTuple):
    """The one-day training of art. R. 223-4-1."""

    id: str
    on: Day
    recorded_on: Day | None


class Suspension(NamedTuple):
    """The right to drive is suspended or restricted, both days included. ``by``: "prefet", "juge"."""

    id: str
    from_on: Day
    to_on: Day
    by: str | None
    recorded_on: Day | None


class Lettre48SI(NamedTuple):
    """The invalidation becomes opposable on ``notified_on``."""

    id: str
    notified_on: Day
    recorded_on: Day | None


class Lettre48N(NamedTuple):
    """The letter that opens the delay of the mandatory stage; ``offence`` is an offence's id."""

    id: str
    notified_on: Day
    offence: str
    recorded_on: Day | None


class WithdrawalAnnulled(NamedTuple):
    """A judge or the minister annuls the withdrawal of ``offence``."""

    id: str
    offence: str
    on: Day
    recorded_on: Day | None


class TitleSurrendered(NamedTuple):
    """The title is handed to the prefect (art. L. 223-5)."""

    id: str
    on: Day
    recorded_on: Day | None


class LicenceAnnulled(NamedTuple):
    """Annulation judiciaire."""

    id: str
    on: Day
    recorded_on: Day | None


class LicenceObtained(NamedTuple):
    """A new licence, which ends the former. ``probation`` is never absent, as in ``Licence``."""

    id: str
    on: Day
    probation: str
    recorded_on: Day | None


class CarriedOver(NamedTuple):
    """The balance taken over from another register or a foreign licence (art. L. 223-11)."""

    id: str
    on: Day
    balance: int
    ceiling: int
    last_final_on: Day | None
    lengthened: bool
    recorded_on: Day | None


Act = (
    Offence
    | Stage
    | FormationComplementaire
    | Suspension
    | Lettre48SI
    | Lettre48N
    | WithdrawalAnnulled
    | TitleSurrendered
    | LicenceAnnulled
    | LicenceObtained
    | CarriedOver
)


class Dossier(NamedTuple):
    """One driver's history: the licence it opens with and every act, in the order of the file."""

    licence: Licence
    acts: tuple[Act, ...]
