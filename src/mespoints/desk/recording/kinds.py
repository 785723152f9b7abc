"""What an agent may record: each kind is an event of a feed, with the keys that the feed gives it, and nothing else."""

from typing import NamedTuple

from mespoints.intake.formats import FORMATS
from mespoints.law.shapes import Shape

PREFECTURE, STAGES, ADDRESSES, DEATHS = "prefecture/1", "stages/1", "addresses/1", "deaths/1"


class Kind(NamedTuple):
    """One thing to record. ``piece``: the paper that proves it, whose number becomes the id of the act.

    ``changes_rights``: somebody else validates it. ``months``: in which it has to be recorded; 0 when no text says.
    ``of_holder``: it says who the holder is, which the préfecture of their address alone records.
    """

    word: str
    feed: str
    event: str
    label: str
    piece: str
    article: str
    changes_rights: bool
    months: int = 0
    of_holder: bool = False

    @property
    def shape(self) -> Shape:
        """The keys of the event."""
        return FORMATS[self.feed][self.event].shape


KINDS = (
    Kind(
        "stage", STAGES, "attestation", "Stage de sensibilisation", "attestation de stage", "R. 223-8, R. 225-2", True,
        months=1,
    ),
    Kind(
        "stage_retire", STAGES, "attestation_withdrawn", "Stage retiré (attestation annulée)",
        "courrier du centre, ou décision", "R. 223-8, R. 225-2", True,
    ),
    Kind(
        "formation", PREFECTURE, "formation_complementaire", "Formation post-permis", "attestation de formation",
        "R. 223-4-1, R. 225-2", True,
    ),
    Kind("titre_remis", PREFECTURE, "title_surrendered", "Titre remis", "récépissé de remise", "L. 223-5", True),
    Kind("suspension", PREFECTURE, "suspension", "Suspension du permis", "arrêté", "L. 224-2, L. 224-7", True),
    Kind(
        "lettre_suspension", PREFECTURE, "suspension_letter", "Notification d'une suspension (1F, 3F)",
        "accusé de notification", "L. 224-2, L. 224-7", True,
    ),
    Kind("restriction", PREFECTURE, "restriction", "Restriction du droit de conduire", "arrêté", "R. 221-4", True),
    Kind("retention", PREFECTURE, "retention", "Rétention du titre", "avis de rétention", "L. 224-1", True),
    Kind("aptitude", PREFECTURE, "medical_validity", "Aptitude médicale", "avis médical", "R. 221-11", True),
    Kind(
        "etat_civil", PREFECTURE, "civil_status", "État civil rectifié", "acte de naissance, ou décision",
        "RGPD, art. 16", True, of_holder=True,
    ),
    Kind(
        "deces_retire", DEATHS, "death_withdrawn", "Décès enregistré par erreur", "certificat de vie, ou acte",
        "RGPD, art. 16", True, of_holder=True,
    ),
    Kind("adresse", ADDRESSES, "address", "Changement d'adresse", "déclaration", "R. 225-1", False),
    Kind("titre_perdu", PREFECTURE, "title_lost", "Titre perdu", "déclaration de perte", "R. 221-4", False),
    Kind("titre_vole", PREFECTURE, "title_stolen", "Titre volé", "récépissé de plainte", "R. 221-4", False),
)  # fmt: skip

BY_WORD = {kind.word: kind for kind in KINDS}
