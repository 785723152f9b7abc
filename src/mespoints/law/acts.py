"""The facts of a dossier: one immutable record for each kind of act of ``dossier/1``.

Days are proleptic Gregorian ordinals (see ``law.days``). An absent day, number or word is ``None``.
Reading and refusing a file is the work of ``law.reading``; nothing here checks anything.
"""

from typing import NamedTuple

from mespoints.law.days import Day


class Licence(NamedTuple):
    """The licence a dossier opens with. ``probation``: "ordinary", "aac" or "none", never absent.

    ``foreign``: a licence of another State whose holder drives in France (art. L. 223-10); ``obtained_on`` is then
    its first day there.
    """

    obtained_on: Day
    probation: str
    territory: str
    neph: str | None
    foreign: bool = False


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
    """The invalidation becomes opposable on ``notified_on``; ``offence``: the one whose withdrawal it follows."""

    id: str
    notified_on: Day
    offence: str | None
    recorded_on: Day | None


class Lettre48SISuspended(NamedTuple):
    """A judge suspends a 48SI from ``on`` to ``to_on``, both included; ``letter``: its id, else the one in force."""

    id: str
    on: Day
    to_on: Day | None
    letter: str | None
    recorded_on: Day | None


class Lettre48SIAnnulled(NamedTuple):
    """A judge or the minister annuls a 48SI; ``letter``: its id, else the one in force."""

    id: str
    on: Day
    letter: str | None
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


class WithdrawalSuspended(NamedTuple):
    """A judge suspends the withdrawal of ``offence`` from ``on`` to ``to_on``, both included."""

    id: str
    offence: str
    on: Day
    to_on: Day | None
    recorded_on: Day | None


class TitleSurrendered(NamedTuple):
    """The title is handed to the prefect (art. L. 223-5)."""

    id: str
    on: Day
    recorded_on: Day | None


class LicenceAnnulled(NamedTuple):
    """Annulation judiciaire. ``ban_months``: how long the judge bars from asking for another licence."""

    id: str
    on: Day
    ban_months: int | None
    recorded_on: Day | None


class LicenceObtained(NamedTuple):
    """A new licence, which ends the former. ``probation`` is never absent, as in ``Licence``."""

    id: str
    on: Day
    probation: str
    recorded_on: Day | None


class LicenceExchanged(NamedTuple):
    """The new licence is handed back for the former one, whose invalidation was annulled (CE, 22 July 2016)."""

    id: str
    on: Day
    recorded_on: Day | None


class CategoryBByAac(NamedTuple):
    """Category B obtained by apprentissage anticipé on a licence already held (art. R. 223-1, V)."""

    id: str
    on: Day
    recorded_on: Day | None


class InterdictionDeCirculer(NamedTuple):
    """The ban of one year notified to the holder of a foreign licence without points (art. L. 223-10, II)."""

    id: str
    notified_on: Day
    recorded_on: Day | None


class FrenchLicence(NamedTuple):
    """The French licence that follows a foreign one, with its points (art. L. 223-11). ``probation``: never absent."""

    id: str
    on: Day
    probation: str
    recorded_on: Day | None


class Recours(NamedTuple):
    """A remedy against the decision of ``letter``. ``kind``: "gracieux", "hierarchique" or "contentieux"."""

    id: str
    on: Day
    kind: str
    letter: str
    recorded_on: Day | None


class RecoursRejected(NamedTuple):
    """The notified rejection of ``recours``, a gracieux or hiérarchique one."""

    id: str
    on: Day
    recours: str
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
    | Lettre48SISuspended
    | Lettre48SIAnnulled
    | Lettre48N
    | WithdrawalAnnulled
    | WithdrawalSuspended
    | TitleSurrendered
    | LicenceAnnulled
    | LicenceObtained
    | LicenceExchanged
    | CategoryBByAac
    | InterdictionDeCirculer
    | FrenchLicence
    | Recours
    | RecoursRejected
    | CarriedOver
)


class Dossier(NamedTuple):
    """One driver's history: the licence it opens with and every act, in the order of the file."""

    licence: Licence
    acts: tuple[Act, ...]
