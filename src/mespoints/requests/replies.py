"""What is written to a requester, in French: what is missing, why the record is refused, what becomes of silence."""

from collections.abc import Sequence
from datetime import date

from mespoints.law.explain import long_day
from mespoints.requests.models import FirstMessage, RecordRequest
from mespoints.requests.pieces import (
    DOCUMENTS,
    EMAIL,
    LOSS_RECEIPT,
    REFUSED,
    RELEVE,
    RESTREINT,
    SUSPENSION_NOTICE,
    VALID,
    required_pieces,
)
from mespoints.requests.references import shown_reference
from mespoints.requests.refusals import GROUNDS, PENAL
from mespoints.requests.wording import OTHER_PIECES, piece_words

APPEAL = (
    "Si vous contestez ce refus, saisissez d'abord la Commission d'accès aux documents administratifs (CADA), dans les "
    "deux mois, puis, s'il est maintenu, le tribunal administratif (code des relations entre le public et "
    "l'administration, art. L. 342-1 et R. 343-1)."
)
ENCLOSED = {
    RELEVE: (
        "Vous trouverez ci-joint le relevé d'information intégral (code de la route, art. L. 225-3 et R. 225-6). "
        "Il est confidentiel et n'est destiné qu'au titulaire : ni un employeur, ni un assureur ne peuvent vous le "
        "demander (art. L. 223-7 et L. 225-8)."
    ),
    RESTREINT: (
        "Vous trouverez ci-joint le relevé restreint : l'existence, les catégories et la validité du permis, que "
        "la loi permet de communiquer à un avocat ou à un mandataire (code de la route, art. L. 225-5, 1°). Il ne dit "
        "rien des points."
    ),
}
NO_LINK = "Ce message ne contient aucun lien et ne vous demande aucun paiement."


def acknowledgement(request: RecordRequest) -> str:
    """What acknowledges a request that came by e-mail: its day, and what becomes of silence (CRPA, art. R. 112-5)."""
    return (
        f"{opening(request)}\n\nVotre préfecture l'instruit ; s'il manque une pièce, elle vous la demandera. Sans "
        f"réponse de notre part le {day(request.due_on)}, considérez votre demande comme refusée : vous pourrez saisir "
        "la Commission d'accès aux documents administratifs (CADA), dans les deux mois (code des relations entre le "
        f"public et l'administration, art. R. 311-12, R. 311-13 et R. 343-1).\n\n{NO_LINK}\n"
    )


def second_step_reply(message: FirstMessage) -> str:
    """The answer to a first message by e-mail: what to send, by answering it."""
    title, identity = (piece_words(piece, EMAIL) for piece in required_pieces(EMAIL, VALID))
    return (
        f"Référence {shown_reference(message.reference)}\n\nMadame, Monsieur,\n\nNous avons reçu votre message le "
        f"{day(message.received_on)}. Pour demander votre relevé d'information intégral (code de la route, art. "
        "L. 225-3 et R. 225-6), répondez à ce courriel en indiquant vos nom de naissance, prénoms, date et commune de "
        "naissance, et votre numéro de dossier (NEPH) s'il figure sur votre permis, et en joignant :\n"
        f"- {title} (suspendu : {OTHER_PIECES[SUSPENSION_NOTICE]} ; perdu : {OTHER_PIECES[LOSS_RECEIPT]}) ;\n"
        f"- {identity}.\n\nLe délai d'un mois dans lequel nous devons vous répondre court du jour où ce second message "
        "nous arrive (code des relations entre le public et l'administration, art. R. 311-12 et R. 311-13).\n\n"
        f"{NO_LINK}\n"
    )


def missing_reply(request: RecordRequest, missing: Sequence[str], until_on: date, due_on: date) -> str:
    """The letter or e-mail that lists the missing pieces, and gives a day (CRPA, art. L. 114-5).

    ``due_on``: the day on which silence becomes a refusal, should nothing come.
    """
    listed = "\n".join(f"- {piece_words(piece, request.channel)} ;" for piece in missing)
    return (
        f"{opening(request)}\n\nIl nous manque, pour vous répondre :\n{listed[:-2]}.\n\n"
        f"Envoyez-les avant le {day(until_on)}, en rappelant la référence ci-dessus. Le délai dans lequel nous devons "
        f"vous répondre est suspendu jusque-là, ou jusqu'à ce qu'elles arrivent (code des relations entre le public et "
        f"l'administration, art. L. 114-5). Sans réponse de notre part le {day(due_on)}, considérez votre demande "
        f"comme refusée.\n\n{NO_LINK}\n"
    )


def release_reply(request: RecordRequest) -> str:
    """What comes with the document: what it is, for whom, and that having asked for it changes nothing."""
    return (
        f"{opening(request)}\n\n{ENCLOSED[DOCUMENTS[request.requester]]}\n\nCette demande ne change rien au dossier, "
        f"et n'entraîne aucune démarche.\n\n{NO_LINK}\n"
    )


def refusal_reply(request: RecordRequest, ground: str) -> str:
    """The letter or e-mail that refuses, with the article. Raises KeyError for what is no ground."""
    parts = [opening(request), GROUNDS[ground].sentence]
    if request.requester in REFUSED:
        parts.append(PENAL)
    return "\n\n".join([*parts, APPEAL, NO_LINK]) + "\n"


def opening(request: RecordRequest) -> str:
    """Which request it is about."""
    return (
        f"Référence {shown_reference(request.reference)}\n\nMadame, Monsieur,\n\nVous avez demandé un relevé "
        f"d'information du permis de conduire. Nous avons reçu cette demande le {day(request.received_on)}."
    )


def day(on: date) -> str:
    """« mardi 3 mars 2026 »."""
    return long_day(on.toordinal())
