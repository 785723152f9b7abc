"""The words of the pieces, as service-public.fr and the préfectures say them; the pages translate them."""

from django.utils.translation import gettext_noop

from mespoints.requests.pieces import (
    COUNTER,
    EMAIL,
    ENVELOPE,
    IDENTITY,
    LICENCE,
    LOSS_RECEIPT,
    MANDATE,
    ONLINE,
    POST,
    SUSPENSION_NOTICE,
)

PIECE_WORDS = {
    (LICENCE, POST): gettext_noop("la photocopie recto verso de votre permis de conduire"),
    (LICENCE, EMAIL): gettext_noop("la copie de votre permis de conduire"),
    (LICENCE, COUNTER): gettext_noop("votre permis de conduire"),
    (IDENTITY, POST): gettext_noop("une photocopie d'une pièce d'identité en cours de validité"),
    (IDENTITY, EMAIL): gettext_noop("la copie de votre carte nationale d'identité"),
    (IDENTITY, COUNTER): gettext_noop("votre carte nationale d'identité"),
    (ENVELOPE, POST): gettext_noop(
        "une enveloppe affranchie au tarif recommandé avec demande d'avis de réception, adressée à vos nom, prénom et "
        "adresse"
    ),
}
"""By the piece and the channel."""

OTHER_PIECES = {
    SUSPENSION_NOTICE: gettext_noop("la copie de l'avis de suspension"),
    LOSS_RECEIPT: gettext_noop("le récépissé de déclaration de perte"),
    MANDATE: gettext_noop("le mandat écrit et signé du titulaire du permis"),
}
"""The same by every channel."""

FOR_AGENTS = {
    LICENCE: "permis de conduire, recto verso",
    IDENTITY: "pièce d'identité en cours de validité",
    ENVELOPE: "enveloppe affranchie, recommandé avec avis de réception",
    SUSPENSION_NOTICE: "avis de suspension",
    LOSS_RECEIPT: "récépissé de déclaration de perte",
    MANDATE: "mandat écrit et signé du titulaire",
}
"""A piece as an agent checks it, whatever the channel."""

CHANNEL_WORDS = {POST: "courrier", EMAIL: "courrier électronique", COUNTER: "guichet", ONLINE: "en ligne"}


def piece_words(piece: str, channel: str) -> str:
    """A piece in French, as the channel wants it: « la photocopie recto verso de votre permis de conduire »."""
    return OTHER_PIECES.get(piece) or PIECE_WORDS[piece, channel]
