"""The words of the queue, in French: the desk speaks nothing else."""

from mespoints.register import mailing
from mespoints.requests import claims, departures, handling, pieces, refusals, reserving, standing

CHANNELS = {
    pieces.POST: "courrier",
    pieces.EMAIL: "courrier électronique",
    pieces.COUNTER: "guichet",
    pieces.ONLINE: "en ligne",
}
REQUESTERS = {
    pieces.HOLDER: "le titulaire",
    pieces.LAWYER: "son avocat",
    pieces.MANDATAIRE: "son mandataire",
    pieces.EMPLOYER: "un employeur",
    pieces.INSURER: "un assureur",
    pieces.THIRD_PERSON: "une autre personne",
}
LICENCE_STATES = {pieces.VALID: "en main", pieces.SUSPENDED: "suspendu", pieces.LOST: "perdu"}
DOCUMENTS = {pieces.RELEVE: "relevé intégral", pieces.RESTREINT: "relevé restreint"}
STATES = {
    standing.RECEIVED: "à instruire",
    standing.WAITING: "en attente de pièces",
    standing.VALIDATED: "validée, à délivrer par un autre agent",
    standing.RELEASED: "délivrée",
    standing.REFUSED: "refusée",
}
TO_VALIDATE = "à valider"
CHECKS = {standing.AWAITED: "à vérifier", standing.ACCEPTED: "bonne", standing.REJECTED: "ne convient pas"}
EVENTS = {
    standing.ARRIVED: "arrivée",
    standing.PIECE_ACCEPTED: "pièce acceptée",
    standing.PIECE_REJECTED: "pièce écartée",
    standing.PIECES_ASKED: "pièces demandées, délai suspendu",
    standing.PIECES_CAME: "pièces reçues",
    standing.MATCHED: "permis reconnu",
    standing.UNMATCHED: "permis non reconnu",
    reserving.TAKEN: "prise en charge",
    reserving.LET_GO: "rendue, chacun peut la prendre",
    standing.VALIDATED: "validée",
    standing.SENT_BACK: "renvoyée à l'instruction",
    standing.RELEASED: "délivrée",
    standing.REFUSED: "refusée",
}
REASONS = {
    handling.BY_RULE: "un seul permis concorde",
    handling.BY_NEPH: "le NEPH donné est celui d'un permis qui concorde",
    handling.NOBODY: "aucun permis ne concorde",
    handling.NOT_CERTAIN: "un permis concorde sans certitude : demander le NEPH",
    handling.HOMONYMS: "plusieurs permis concordent : demander le NEPH",
    pieces.EMPLOYER: "employeur (L. 223-7, L. 225-6)",
    pieces.INSURER: "assureur (L. 223-7, L. 225-6)",
    pieces.THIRD_PERSON: "autre personne (L. 225-3, L. 225-6)",
    refusals.IDENTITY_UNPROVEN: "identité non établie (L. 225-3)",
    refusals.INCOMPLETE: "pièces non venues (CRPA L. 114-5)",
    refusals.HOLDER_DECEASED: "titulaire décédé (L. 225-3)",
}
CLAIM_KINDS = {
    claims.STAGE_MISSING: "un stage manque",
    claims.OFFENCE_NOT_MINE: "infraction contestée",
    claims.STOLEN_NEPH: "usurpation du nom ou du NEPH",
    claims.WRONG_IDENTITY: "état civil faux",
    claims.WRONG_ADDRESS: "adresse fausse",
    claims.NOT_IN_FILE: "absence au fichier",
}
CLAIM_STATES = {
    claims.FILED: "à prendre en charge",
    reserving.TAKEN: "prise en charge",
    claims.ASKED: "question posée, délai suspendu",
    claims.REPLIED: "le conducteur a répondu",
    claims.ANSWERED: "close",
}
CLAIM_EVENTS = {
    claims.FILED: "déposée",
    reserving.LET_GO: "rendue, chacun peut la prendre",
    reserving.TAKEN: "prise en charge",
    claims.ASKED: "question posée, délai suspendu",
    claims.REPLIED: "réponse du conducteur",
    claims.ANSWERED: "réponse donnée, close",
}
OUTCOMES = {claims.UPHELD: "acceptée", claims.PARTLY: "acceptée en partie", claims.REJECTED: "rejetée"}
REPLIES = {
    standing.ARRIVED: "Accusé de réception",
    standing.PIECES_ASKED: "Demande des pièces qui manquent",
    standing.REFUSED: "Refus motivé",
    standing.RELEASED: "Relevé",
}
SECOND_STEP = "Réponse au premier message : comment demander"
OF_DEPARTURE = {
    mailing.TO_SEND: "à envoyer : le service l'envoie par courriel dans la minute",
    mailing.TRIED: "envoi interrompu : nul ne sait si elle est partie",
    mailing.REFUSED: "refusée par le serveur de courrier : l'adresse est fausse, ou la boîte pleine",
    departures.NO_ADDRESS: "à personne : l'adresse est effacée",
}
BY_HAND = {
    pieces.POST: "à poster",
    pieces.EMAIL: "à envoyer par vous : ce service n'a pas de serveur de courrier",
    pieces.COUNTER: "à remettre au guichet",
    pieces.ONLINE: "à remettre",
}
LEAVES_BY_EMAIL = "qui part par courriel"
LEFT = {
    pieces.POST: "postée",
    pieces.EMAIL: "partie par courriel",
    pieces.COUNTER: "remise au guichet",
    pieces.ONLINE: "remise",
}


def days_words(days: int) -> str:
    """How many days are left before silence is an answer: « dans 3 jours », « aujourd'hui », « passé de 2 jours »."""
    if days == 0:
        return "aujourd'hui"
    many = f"{abs(days)} jour{'s' if abs(days) > 1 else ''}"
    return f"dans {many}" if days > 0 else f"passé de {many}"
