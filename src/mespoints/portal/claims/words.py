"""The plain words for a claim: what it is about, how it stands, what happened. Their English: the catalogue."""

from django.utils.translation import gettext_noop

from mespoints.requests import claims, reserving
from mespoints.requests.attachments import INFECTED, TOO_LARGE, TOO_MANY, UNKNOWN, UNSCANNED
from mespoints.requests.media import JPEG, PDF, PNG

KINDS = {
    claims.STAGE_MISSING: gettext_noop("Un stage manque"),
    claims.OFFENCE_NOT_MINE: gettext_noop("Une infraction n'est pas la mienne"),
    claims.STOLEN_NEPH: gettext_noop("Quelqu'un s'est servi de mon nom ou de mon numéro de dossier"),
    claims.WRONG_IDENTITY: gettext_noop("Mon état civil est faux"),
    claims.WRONG_ADDRESS: gettext_noop("Mon adresse est fausse"),
    claims.NOT_IN_FILE: gettext_noop("Un permis, une catégorie ou un titre n'est pas au fichier"),
}
TO_SEND = {
    claims.STAGE_MISSING: gettext_noop(
        "Joignez l'attestation de stage. La préfecture a un mois pour enregistrer un stage : avant, attendez."
    ),
    claims.OFFENCE_NOT_MINE: gettext_noop(
        "Une amende se conteste d'abord auprès de l'autorité indiquée sur l'avis : l'officier du ministère public ou "
        "le tribunal. Joignez sa réponse, ou la preuve de votre contestation."
    ),
    claims.STOLEN_NEPH: gettext_noop("Portez plainte d'abord, et joignez le récépissé."),
    claims.WRONG_IDENTITY: gettext_noop("Joignez la copie de votre pièce d'identité ou d'un acte de naissance."),
    claims.WRONG_ADDRESS: gettext_noop(
        "Dites la bonne adresse. Celle de la carte grise se change sur le site de l'ANTS, dans le mois qui suit un "
        "déménagement."
    ),
    claims.NOT_IN_FILE: gettext_noop("Joignez la copie recto verso de votre permis."),
}
"""What helps an agent to answer each."""

STATES = {
    claims.FILED: gettext_noop("Reçue, pas encore prise en charge"),
    reserving.TAKEN: gettext_noop("Prise en charge par un agent"),
    claims.ASKED: gettext_noop("En attente d'une réponse de votre part"),
    claims.REPLIED: gettext_noop("Votre réponse est reçue"),
    claims.ANSWERED: gettext_noop("Réponse donnée"),
}
HAPPENED = {
    claims.FILED: gettext_noop("Vous avez déposé la réclamation"),
    reserving.TAKEN: gettext_noop("Un agent l'a prise en charge"),
    claims.ASKED: gettext_noop("Un agent vous a posé une question"),
    claims.REPLIED: gettext_noop("Vous avez répondu"),
    claims.ANSWERED: gettext_noop("Un agent a répondu"),
}
OUTCOMES = {
    claims.UPHELD: gettext_noop("Réclamation acceptée"),
    claims.PARTLY: gettext_noop("Réclamation acceptée en partie"),
    claims.REJECTED: gettext_noop("Réclamation rejetée"),
}
FILES = {PDF: gettext_noop("document PDF"), JPEG: gettext_noop("photo JPEG"), PNG: gettext_noop("image PNG")}
REFUSED_FILES = {
    TOO_LARGE: gettext_noop("Le fichier n° %(place)d dépasse 4 mégaoctets. Envoyez-en un plus petit."),
    UNKNOWN: gettext_noop(
        "Le fichier n° %(place)d n'est ni un PDF, ni une photo JPEG ou PNG, ou il est abîmé. Envoyez-en un autre."
    ),
    TOO_MANY: gettext_noop("Trois fichiers au plus : celui-ci serait le n° %(place)d."),
    INFECTED: gettext_noop(
        "Le fichier n° %(place)d contient un virus : il n'est pas gardé. Vérifiez votre appareil, envoyez-en un autre."
    ),
    UNSCANNED: gettext_noop(
        "Le fichier n° %(place)d n'a pas pu être vérifié contre les virus. Réessayez dans quelques minutes."
    ),
}
