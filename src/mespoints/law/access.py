"""Who may see what of a file: art. L. 225-3 to L. 225-6, L. 223-7, R. 225-4 to R. 225-6. A table, and what it answers.

One row a caller, in the order of the articles. ``sees`` is what the article opens, datum by datum: to those of art.
L. 225-4 all that art. L. 225-1 records, to those of art. L. 225-5 the existence, the categories and the validity, to
nobody else anything. « Dans la limite du besoin d'en connaître » is read in ``sees`` too (doubt D27).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from mespoints.law.days import Day


class Datum(StrEnum):
    """What a file holds (art. L. 225-1, I), and who looked at it. ``MEASURES``: suspensions, annulments, their authors.

    ``VALIDITY``: whether the licence stands, and until when it is suspended. ``OFFENCES``: those established alone.
    """

    EXISTENCE = "existence"
    CATEGORIES = "categories"
    VALIDITY = "validity"
    RESTRICTIONS = "restrictions"
    IDENTITY = "identity"
    ADDRESS = "address"
    TITLES = "titles"
    MEASURES = "measures"
    OFFENCES = "offences"
    POINTS = "points"
    MOVEMENTS = "movements"
    LETTERS = "letters"
    ACCESSES = "accesses"


class Means(StrEnum):
    """How the article lets them see it: by themselves (``DIRECT``), or through somebody who answers."""

    SITE = "site"
    OPERATOR = "operator"
    DESK = "desk"
    DIRECT = "direct"
    THROUGH_CONTROLLER = "through_controller"
    THROUGH_PREFET = "through_prefet"
    THROUGH_POLICE = "through_police"
    NONE = "none"


NOTHING: frozenset[Datum] = frozenset()
RIGHTS = frozenset({Datum.EXISTENCE, Datum.CATEGORIES, Datum.VALIDITY, Datum.RESTRICTIONS})
"""« L'existence, la catégorie et la validité du permis de conduire » (art. L. 225-5), with what restricts them."""
EVERYTHING = frozenset(Datum) - {Datum.ACCESSES}
"""What art. L. 225-1 records."""
OF_POINTS = frozenset({Datum.POINTS, Datum.MOVEMENTS})
"""Art. L. 223-7: for the administrative and judicial authorities that must know them, and for nobody else."""
WITHOUT_NAMES = EVERYTHING - {Datum.IDENTITY, Datum.ADDRESS, Datum.TITLES, Datum.LETTERS}
OF_TITLES = RIGHTS | {Datum.IDENTITY, Datum.ADDRESS, Datum.TITLES}
OF_PREVENTION = EVERYTHING - OF_POINTS - {Datum.LETTERS}


class Caller(NamedTuple):
    """Who asks. ``article``: the paragraph that lets them, as the journal of accesses keeps it; ``statute``: the law.

    ``from_on``: the day from which the law names them. ``label``: in French, as it names them. ``is_hidden``: the
    holder is not told of their looks.
    """

    kind: str
    article: str
    statute: str
    means: Means
    sees: frozenset[Datum]
    from_on: Day
    label: str
    is_hidden: bool = False


def since(day: str) -> Day:
    """A day of the table."""
    return date.fromisoformat(day).toordinal()


CODE = since("2001-06-01")
"""The Code de la route of today came into force."""

CALLERS = (
    Caller("holder", "L225-3", "L225-3", Means.SITE, EVERYTHING | {Datum.ACCESSES}, CODE, "le titulaire du permis"),
    # Of the offices that keep the register, and of those that watch over it.
    Caller(
        "ministry", "R225-4, I, 1°", "L225-1", Means.OPERATOR, EVERYTHING, since("2018-05-26"),
        "les services centraux du ministre de l'intérieur",
    ),
    Caller(
        "agent_audit", "L225-6", "L225-6", Means.DESK, frozenset({Datum.ACCESSES}), CODE,
        "un agent de contrôle, pour le journal des accès",
    ),
    Caller(
        "agent_exploitation", "L225-6", "L225-6", Means.DESK, NOTHING, CODE, "un agent d'exploitation, sans dossier",
    ),
    # Art. L. 225-4, in the order of art. R. 225-4, I, 2°.
    Caller(
        "judicial_authority", "R225-4, I, 2°, a", "L225-4", Means.DIRECT, EVERYTHING, CODE, "une autorité judiciaire",
        is_hidden=True,
    ),
    Caller(
        "administrative_judge", "R225-4, I, 2°, b", "L225-4", Means.DIRECT, EVERYTHING, since("2011-03-16"),
        "un magistrat de l'ordre administratif, saisi d'un retrait de points",
    ),
    Caller(
        "inquiry_officer", "R225-4, I, 2°, c", "L225-4", Means.DIRECT, EVERYTHING, CODE,
        "un officier de police judiciaire (ordonnance, flagrance)", is_hidden=True,
    ),
    Caller(
        "agent_instruction", "R225-4, I, 2°, d", "L225-4", Means.DESK, EVERYTHING, CODE,
        "un agent de préfecture qui instruit",
    ),
    Caller(
        "agent_validation", "R225-4, I, 2°, d", "L225-4", Means.DESK, EVERYTHING, CODE,
        "un agent de préfecture qui valide",
    ),
    Caller(
        "road_police", "R225-4, I, 2°, e", "L225-4", Means.DIRECT, EVERYTHING, since("2008-07-02"),
        "la gendarmerie ou la police nationale, pour les contrôles routiers",
    ),
    Caller(
        "road_safety_studies", "R225-4, I, 2°, f", "L225-4", Means.DIRECT, WITHOUT_NAMES, since("2017-11-18"),
        "un observatoire chargé des études sur les accidents",
    ),
    Caller(
        "transport_inspection", "R225-4, I, 2°, g", "L225-4", Means.DIRECT, EVERYTHING, since("2016-04-16"),
        "le contrôle des transports terrestres",
    ),
    # Art. R. 225-4, I, 3° and II.
    Caller(
        "titles_agency", "R225-4, I, 3°", "L225-1", Means.DIRECT, OF_TITLES, since("2018-05-26"),
        "l'Agence nationale des titres sécurisés",
    ),
    Caller(
        "terrorism_police", "R225-4, II, 1°", "L225-1", Means.DIRECT, OF_PREVENTION, since("2007-01-25"),
        "les services de prévention et de répression du terrorisme", is_hidden=True,
    ),
    Caller(
        "intelligence", "R225-4, II, 2°", "L225-1", Means.DIRECT, OF_PREVENTION, since("2007-01-25"),
        "un service spécialisé de renseignement", is_hidden=True,
    ),
    # Art. L. 225-5, 1°, by art. R. 225-6, II: the holder is the first row.
    Caller("lawyer", "R225-6, II", "L225-5", Means.THROUGH_PREFET, RIGHTS, CODE, "l'avocat du titulaire"),
    Caller("mandataire", "R225-6, II", "L225-5", Means.THROUGH_PREFET, RIGHTS, CODE, "le mandataire du titulaire"),
    # Art. L. 225-5, in the order of art. R. 225-5, I.
    Caller(
        "preliminary_inquiry", "R225-5, I, 1°", "L225-5", Means.DIRECT, RIGHTS, CODE,
        "un officier ou agent de police judiciaire (enquête préliminaire)", is_hidden=True,
    ),
    Caller(
        "municipal_police", "R225-5, I, 2°", "L225-5", Means.DIRECT, RIGHTS, since("2003-03-19"),
        "la police municipale ou un garde champêtre",
    ),
    Caller(
        "driver_card_body", "R225-5, I, 3°", "L225-5", Means.DIRECT, RIGHTS, since("2003-06-13"),
        "l'organisme des cartes de conducteur",
    ),
    Caller(
        "qualification_card_body", "R225-5, I, 3°", "L225-5", Means.DIRECT, RIGHTS, since("2009-12-10"),
        "l'organisme des cartes de qualification de conducteur",
    ),
    Caller(
        "transport_firm", "R225-5, I, 4°", "L225-5", Means.DIRECT, RIGHTS, since("2016-03-23"),
        "une entreprise de transport public routier, pour ses conducteurs",
    ),
    Caller(
        "european_authority", "R225-5, I, 5°", "L225-5", Means.DIRECT, RIGHTS, CODE,
        "une autorité d'un État de l'Union européenne",
    ),
    Caller(
        "caisse_des_depots", "R225-5, I, 6°", "L225-5", Means.DIRECT, RIGHTS, since("2023-06-23"),
        "la Caisse des dépôts et consignations",
    ),
    # Art. R. 225-5, II: on request, through somebody else.
    Caller(
        "overseas_authority", "R225-5, II, 1°, a", "L225-5", Means.THROUGH_CONTROLLER, RIGHTS, CODE,
        "une autorité d'une collectivité d'outre-mer",
    ),
    Caller(
        "foreign_authority", "R225-5, II, 1°, b", "L225-5", Means.THROUGH_CONTROLLER, RIGHTS, CODE,
        "une autorité étrangère",
    ),
    Caller(
        "public_employer", "R225-5, II, 2°, a", "L225-5", Means.THROUGH_PREFET, RIGHTS, CODE,
        "une autorité administrative, pour ses conducteurs",
    ),
    Caller(
        "insurer", "R225-5, II, 2°, b", "L225-5", Means.THROUGH_PREFET, RIGHTS, CODE, "une entreprise d'assurances",
    ),
    Caller(
        "other_road_police", "R225-5, II, 3°, a", "L225-5", Means.THROUGH_POLICE, RIGHTS, CODE,
        "un autre service de gendarmerie ou de police",
    ),
    Caller(
        "other_transport_inspection", "R225-5, II, 3°, b", "L225-5", Means.THROUGH_POLICE, RIGHTS, since("2013-05-30"),
        "un autre agent du contrôle des transports",
    ),
    Caller(
        "other_municipal_police", "R225-5, II, 3°, c", "L225-5", Means.THROUGH_POLICE, RIGHTS, since("2003-03-19"),
        "un autre agent de police municipale ou garde champêtre",
    ),
    # Whom no article names.
    Caller("employer", "L225-6", "L225-6", Means.NONE, NOTHING, CODE, "un employeur"),
    Caller("third_person", "L225-6", "L225-6", Means.NONE, NOTHING, CODE, "toute autre personne"),
)  # fmt: skip

BY_KIND = {caller.kind: caller for caller in CALLERS}


class Refused(NamedTuple):
    """A datum that a caller may not see, and the article that keeps it."""

    datum: Datum
    article: str


def may_see(kind: str, datum: Datum, on: Day) -> bool:
    """Whether a caller may see a datum on a day (doubt D27).

    Art. L. 225-3, L. 225-4 and L. 225-5; by whom they are answered: art. R. 225-6. Nobody else sees anything: art.
    L. 225-6.
    """
    caller = BY_KIND[kind]
    return on >= caller.from_on and datum in caller.sees


def refusals(kind: str, data: Iterable[Datum], on: Day) -> tuple[Refused, ...]:
    """What of these a caller may not see on a day, each with its article; nothing when all may be shown."""
    return tuple(Refused(datum, kept_by(datum)) for datum in sorted(data) if not may_see(kind, datum, on))


def kept_by(datum: Datum) -> str:
    """The article that keeps a datum from whom no other names: art. L. 223-7 for points, art. L. 225-6 for the rest."""
    return "L223-7" if datum in OF_POINTS else "L225-6"


def has_direct_access(kind: str, on: Day) -> bool:
    """Whether a caller asks the register itself: art. R. 225-4, and art. R. 225-5, I. The others ask somebody."""
    caller = BY_KIND[kind]
    return caller.means is Means.DIRECT and on >= caller.from_on


HIDDEN_FROM_HOLDER = frozenset(caller.article for caller in CALLERS if caller.is_hidden)
"""The paragraphs whose looks the holder is not told of (doubt D28).

An inquiry is secret (Code de procédure pénale, art. 11); so is what concerns the security of the State (loi n° 78-17,
art. 118: the right of access is exercised through the CNIL).
"""
