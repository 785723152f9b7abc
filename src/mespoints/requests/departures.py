"""What leaves for a requester: owed with the step that calls for it, sent by e-mail or by an agent, noted as left.

By e-mail when the request came so and this service has a mail server (``mailing`` sends); by hand otherwise: posted,
handed over at the counter, or sent by the agent. The document is kept until it has left, and no longer.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q, QuerySet

from mespoints.register.durability import durable_transaction
from mespoints.register.mailing import REFUSED, SENT, TO_SEND, TRIED
from mespoints.register.prefets import PREFETS
from mespoints.requests.models import Departure, FirstMessage, RecordRequest
from mespoints.requests.pieces import EMAIL
from mespoints.requests.references import RECORD, draw_reference
from mespoints.requests.replies import second_step_reply
from mespoints.requests.steps import Step, StepRefused, named

BY_HAND = "by_hand"
"""The state of what an agent is to send. The others: TO_SEND; TRIED, nobody knows whether it left; SENT; REFUSED."""
NO_ADDRESS = "no_addr"
"""Nobody to write to any more."""
STATES = (TO_SEND, TRIED, SENT, REFUSED, BY_HAND, NO_ADDRESS)

LONGEST_RECEIPT = 20


def owe(opened: Step, text: str, document: bytes | None = None) -> None:
    """Write that something leaves after the step that was just taken; in its transaction."""
    state = TO_SEND if leaves_by_email(opened.request) else BY_HAND
    Departure.objects.create(event=opened.events[-1], state=state, text=text, document=document)


def is_address(typed: str) -> bool:
    """Whether it is an e-mail address."""
    try:
        validate_email(typed)
    except ValidationError:
        return False
    return True


def receive_first_message(departement: str, reply_to: str, *, on: date, asked_on: date, by: str) -> FirstMessage:
    """Write the first of the two messages of a request by e-mail; the reply, which says what to send, is owed.

    ``on``: the day on which it came; ``asked_on``: today. Raises StepRefused for what is no address.
    """
    named(by)
    if departement not in PREFETS or not is_address(reply_to):
        raise StepRefused("trouvé autre chose qu'une adresse électronique, attendu celle à qui répondre.")
    with durable_transaction():
        message = FirstMessage.objects.create(
            reference=draw_reference(RECORD, asked_on), departement=departement, received_on=on, reply_to=reply_to
        )
        state = TO_SEND if settings.MESPOINTS_HAS_MAIL else BY_HAND
        Departure.objects.create(message=message, state=state, text=second_step_reply(message))
    return message


def leaves_by_email(request: RecordRequest) -> bool:
    """Whether this service sends its replies by itself."""
    return request.channel == EMAIL and bool(settings.MESPOINTS_HAS_MAIL)


def not_left(departement: str) -> QuerySet[Departure]:
    """What has not left yet in a département, the oldest first."""
    return of_departement(departement).filter(left_on=None).order_by("pk")


def of_departement(departement: str) -> QuerySet[Departure]:
    """Everything that leaves, or has left, in a département; the documents are not read."""
    rows = Departure.objects.filter(
        Q(event__record_request__departement=departement) | Q(message__departement=departement)
    )
    return rows.select_related("event__record_request", "message").defer("document")


def answered(departure: Departure) -> RecordRequest | FirstMessage:
    """The request, or the first message, that it answers."""
    if departure.message is not None:
        return departure.message
    assert departure.event is not None
    return departure.event.record_request


def note_left(pk: int, *, on: date, by: str, receipt: str = "") -> None:
    """An agent says that it left: posted, handed over against a signature, or sent by hand.

    ``receipt``: the number of the registered letter, where there is one. What waits for the mail server cannot be said
    to have left: it would leave twice. Raises StepRefused.
    """
    if len(receipt.strip()) > LONGEST_RECEIPT:
        raise StepRefused(f"trouvé un numéro de plus de {LONGEST_RECEIPT} signes, attendu celui du recommandé.")
    change(
        pk,
        lambda one: one.state != TO_SEND or not settings.MESPOINTS_HAS_MAIL,
        {"state": SENT, "document": None, "left_on": on, "by": named(by), "receipt": receipt.strip()},
    )


def send_again(pk: int, *, by: str) -> None:
    """An agent has an e-mail sent once more, that was refused or of which nobody knows whether it left."""
    named(by)
    change(pk, lambda one: one.state in (TRIED, REFUSED), {"state": TO_SEND})


def change(pk: int, may: Callable[[Departure], bool], values: dict[str, object]) -> None:
    """Change what stands of a departure that has not left. Raises StepRefused when it has, or may not."""
    with durable_transaction():
        one = Departure.objects.select_for_update().defer("document").get(pk=pk)
        if one.left_on is not None:
            raise StepRefused("trouvé une réponse déjà partie, attendu une réponse qui attend.")
        if not may(one):
            raise StepRefused("trouvé une réponse que ce pas ne concerne pas, attendu qu'elle attende un agent.")
        Departure.objects.filter(pk=pk).update(**values)
