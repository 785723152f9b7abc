"""The letter that a préfecture prints: a reply, what goes before the document in the envelope, the receipt to sign.

Its first page bears the address where the window of an envelope shows it. Composed anew each time, nothing of it kept.
"""

from datetime import date

from mespoints.law.explain import day_words
from mespoints.requests.letter import composed
from mespoints.requests.models import Applicant, Departure
from mespoints.requests.pieces import COUNTER, HOLDER, POST
from mespoints.requests.prefectures import prefectures
from mespoints.requests.references import shown_reference
from mespoints.requests.standing import RELEASED


def letter_of_departure(departure: Departure, applicant: Applicant, written_on: date) -> bytes:
    """The letter as PDF: with a place to sign when the document is handed over at the counter."""
    assert departure.event is not None
    request = departure.event.record_request
    prefecture = prefectures()[request.departement]
    paragraphs = departure.text.strip().split("\n\n")
    is_release = departure.event.kind == RELEASED
    return composed(
        "reponse",
        {
            "sender": [prefecture.title, *prefecture.lines],
            "to": [*name_of(applicant, request.requester), *applicant.reply_to],
            "on": day_words(written_on.toordinal()),
            "dated": {"year": written_on.year, "month": written_on.month, "day": written_on.day},
            "reference": shown_reference(request.reference),
            "paragraphs": [part.split("\n") for part in paragraphs if not part.startswith("Référence ")],
            "registered": is_release and request.channel == POST,
            "signed": is_release and request.channel == COUNTER,
        },
    )


def name_of(applicant: Applicant, requester: str) -> list[str]:
    """The line above the address: the holder, or whoever asks."""
    if requester == HOLDER:
        return [" ".join([*applicant.given_names[:1], applicant.usage_name or applicant.family_name])]
    return [applicant.organisation] if applicant.organisation else []
