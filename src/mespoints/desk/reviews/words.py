"""The words of reviews, in French: the desk speaks nothing else."""

from mespoints.identity.models import Review
from mespoints.identity.reviews import Piece, State

Reason = Review.Reason
WHY = {
    Reason.BOUND_TO_ANOTHER: "ce permis est déjà rattaché à une autre identité FranceConnect",
    Reason.BOUND_ELSEWHERE: "cette identité FranceConnect est déjà rattachée à un autre permis",
    Reason.BIRTH_DATE: "le jour de naissance reçu n'est plus celui du registre",
    Reason.DECEASED: "le registre tient le titulaire pour décédé",
}
PIECES = {
    Piece.IDENTITY: "pièce d'identité en cours de validité",
    Piece.TITLE: "permis de conduire, ou sa déclaration de perte ou de vol",
    Piece.BIRTH: "acte de naissance de moins de trois mois",
}
STATES = {
    State.OPEN: "à vérifier",
    State.PIECES: "en attente de pièces",
    State.PROPOSED: "à décider par un autre agent",
    State.LINKED: "rattachée",
    State.REFUSED: "refusée",
    State.CLOSED: "classée",
}
