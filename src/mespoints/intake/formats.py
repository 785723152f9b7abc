"""The formats of the feeds: ``antai/1`` and the others, event by event. ``docs/flux.md`` shows these tables."""

import re
from collections.abc import Mapping

from mespoints.intake.effects import Effect, End, Event, Fact, Fall, Opening, Stage, Undo, shape_of
from mespoints.intake.shapes import HOLDER
from mespoints.law.holds import DAY, Holds, number, take_neph, word
from mespoints.law.shapes import ACTS, LICENCE, OFFENCE
from mespoints.register.administrative import ADMINISTRATIVE, LETTER_EVENTS

IDENTIFIER = re.compile(r"[0-9A-Za-z._/-]{1,60}")
REFERENCE = re.compile(r"(?:[a-z_]{1,20}:)?[0-9A-Za-z._/-]{1,60}")


def take_identifier(value: object) -> str | None:
    """The source's own identifier: printable ASCII without a colon, which the register puts after the feed's name."""
    return value if type(value) is str and IDENTIFIER.fullmatch(value) else None


def take_reference(value: object) -> str | None:
    """The identifier of another line: of the same feed, or of the one whose name is before the colon."""
    return value if type(value) is str and REFERENCE.fullmatch(value) else None


ID = Holds(take_identifier, "un identifiant de 1 à 60 lettres sans accent, chiffres ou signes . _ / -")
NAMED = Holds(take_reference, "un identifiant de ce flux, ou d'un autre flux précédé de son nom et de « : »")
NEPH = Holds(take_neph, "un NEPH de 5 à 19 chiffres ou lettres majuscules sans accent")

COMMON = ("format", "event", "id", "neph")
"""The keys of every line."""

END_KEYS = ("final_on", "final_by", "decided_on", "closed_on", "closed_by")
OFFENCE_FACTS = {key: holds for key, holds in OFFENCE.keys.items() if key not in ("id", "recorded_on", *END_KEYS)}


def fact(kind: str, meaning: str, **fixed: object) -> Event:
    """An act with the keys that ``dossier/1`` or ``administrative`` gives it; what it names is named by its feed."""
    table = ACTS.get(kind) or ADMINISTRATIVE[kind]
    not_asked = {"id", "recorded_on", *fixed}
    keys = {key: NAMED if key == "suspension" else holds for key, holds in table.keys.items() if key not in not_asked}
    required = tuple(key for key in table.required if key not in not_asked)
    return Event(Fact(kind, fixed), shape_of(required, keys), meaning)


def naming(effect: Effect, meaning: str, required: tuple[str, ...], keys: Mapping[str, Holds]) -> Event:
    """An event with keys of its own."""
    return Event(effect, shape_of(required, keys), meaning)


def end(final_by: str, meaning: str) -> Event:
    """The end of an offence that another line has made known."""
    return naming(End(final_by), meaning, ("offence", "on"), {"offence": NAMED, "on": DAY, "decided_on": DAY})


def judged(final_by: str, meaning: str) -> Event:
    """The same, which may also bring the offence itself: then ``offence`` is absent and the facts are there."""
    keys = {"offence": NAMED, "on": DAY, "decided_on": DAY, **OFFENCE_FACTS}
    return naming(End(final_by), meaning, ("on",), keys)


def fall(by: str, meaning: str, **more: Holds) -> Event:
    """An offence that takes no points any more."""
    return naming(Fall(by), meaning, ("offence", "on"), {"offence": NAMED, "on": DAY, **more})


WITH_PROOF = {key: ADMINISTRATIVE["death_annulled"].keys[key] for key in ("on", "proof", "reason")}
OFFENCE_KNOWN = "une infraction est relevée ; elle ne retire rien tant qu'elle n'est pas établie"
OPENING = naming(
    Opening(),
    "un permis et son titulaire, inconnus jusque là",
    (*HOLDER.required, "obtained_on"),
    {
        **{key: holds for key, holds in HOLDER.keys.items() if key != "code"},
        **{key: holds for key, holds in LICENCE.keys.items() if key != "neph"},
    },
)

FORMATS: dict[str, dict[str, Event]] = {
    "antai/1": {
        "offence": naming(Fact("offence"), OFFENCE_KNOWN, ("committed_on",), OFFENCE_FACTS),
        "paid": end("paiement", "l'amende forfaitaire est payée"),
        "titre_executoire": end("titre_executoire", "le titre exécutoire de l'amende majorée est émis"),
        "cancelled": fall(
            "classement",
            "une réclamation recevable annule l'avis, ou le titre exécutoire s'il est émis",
            closed_by=word("classement", "redevable"),
        ),
    },
    "parquet/1": {
        "offence": naming(Fact("offence"), OFFENCE_KNOWN, ("committed_on",), OFFENCE_FACTS),
        "condamnation": judged("condamnation", "une condamnation est définitive"),
        "composition_penale": judged("composition_penale", "une composition pénale est exécutée"),
        "relaxe": fall("relaxe", "le tribunal relaxe"),
        "classement": fall("classement", "le parquet classe sans suite"),
        "annulation": fact("licence_annulled", "le juge annule le permis, pour « ban_months » mois au moins"),
        "suspension": fact("suspension", "le juge suspend le permis", by="juge"),
    },
    "prefecture/1": {
        "licence": OPENING,
        "civil_status": fact("civil_status_corrected", "l'état civil est rectifié, pour les clés données"),
        "title": fact("title_issued", "un titre de conduite est délivré"),
        "category": fact("category", "une catégorie est obtenue ou renouvelée, jusqu'au jour « to » compris"),
        "restriction": fact("restriction", "le droit de conduire est restreint"),
        "retention": fact("retention", "le titre est retenu par les forces de l'ordre (art. L. 224-1)"),
        "suspension": fact("suspension", "le préfet suspend le permis (art. L. 224-2, L. 224-7)", by="prefet"),
        "suspension_letter": fact("suspension_letter", "la lettre 1F ou 3F qui dit une suspension est notifiée"),
        "medical_validity": fact("medical_validity", "l'aptitude médicale à une catégorie (art. R. 221-11)"),
        "title_surrendered": fact("title_surrendered", "le titre est remis au préfet (art. L. 223-5)"),
        "title_lost": fact("title_lost", "le titre est déclaré perdu"),
        "title_stolen": fact("title_stolen", "le titre est déclaré volé"),
        "formation_complementaire": fact("formation_complementaire", "la formation post-permis (art. R. 223-4-1)"),
        "licence_obtained": fact("licence_obtained", "un nouveau permis est obtenu"),
        "category_b_by_aac": fact("category_b_by_aac", "la catégorie B est obtenue par apprentissage anticipé"),
        "french_licence": fact("french_licence", "un permis français suit un permis étranger (art. L. 223-11)"),
        "licence_exchanged": fact("licence_exchanged", "le nouveau permis est rendu contre l'ancien"),
    },
    "stages/1": {
        "attestation": naming(
            Stage(),
            "un stage est fini ; case : 1 volontaire, 2 probatoire, 3 alternative ou composition pénale, 4 peine",
            ("ended_on", "case"),
            {
                "ended_on": DAY,
                "started_on": DAY,
                "case": number(1, 4),
                "measure": word("alternative", "composition_penale"),
            },
        ),
        "attestation_withdrawn": naming(
            Undo("stage_annulled", "attestation"),
            "l'attestation est retirée : le stage n'a pas été suivi, ou pas par cette personne",
            ("attestation", "on"),
            {"attestation": NAMED, "on": DAY},
        ),
    },
    "carte_grise/1": {"address": fact("carte_grise_address", "l'adresse d'un certificat d'immatriculation")},
    "addresses/1": {"address": fact("address", "le titulaire déclare une adresse")},
    "deaths/1": {
        "death": fact("death", "le titulaire est mort"),
        "death_withdrawn": naming(
            Undo("death_annulled", "death"),
            "le décès a été enregistré par erreur : le titulaire est vivant",
            ("death", *WITH_PROOF),
            {"death": NAMED, **WITH_PROOF},
        ),
    },
    "post/1": {
        event: fact("letter_receipt", meaning, event=event)
        for event, meaning in zip(
            LETTER_EVENTS,
            (
                "la lettre est remise à la poste",
                "elle est présentée",
                "elle est retirée, ou remise contre signature",
                "elle est refusée",
                "elle n'est pas réclamée",
                "le destinataire n'habite pas à l'adresse indiquée",
                "elle est perdue",
            ),
            strict=True,
        )
    },
    "take_over/1": {
        "licence": OPENING,
        "carried_over": fact("carried_over", "le solde qu'un autre fichier tenait ce jour-là"),
    },
}
"""By format, the events that a line may tell."""


def name_of(feed: str, identifier: str) -> str:
    """The id of an act in the register: the name of the feed without its version, a colon, the source's identifier."""
    return identifier if ":" in identifier else f"{feed.partition('/')[0]}:{identifier}"
