"""What is written to a requester, in French: what is missing, why the record is refused, what becomes of silence."""

from collections.abc import Sequence
from datetime import date

from mespoints.law.explain import long_day
from mespoints.requests.models import RecordRequest
from mespoints.requests.pieces import REFUSED
from mespoints.requests.references import shown_reference
from mespoints.requests.refusals import GROUNDS, PENAL
from mespoints.requests.wording import piece_words

APPEAL = (
    "Si vous contestez ce refus, saisissez d'abord la Commission d'accès aux documents administratifs (CADA), dans les "
    "deux mois, puis, s'il est maintenu, le tribunal administratif (code des relations entre le public et "
    "l'administration, art. L. 342-1 et R. 343-1)."
)
NO_LINK = "Ce message ne contient aucun lien et ne vous demande aucun paiement."


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
