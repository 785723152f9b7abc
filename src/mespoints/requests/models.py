"""The tables of requests and claims. What happened is added, event by event; what is told of people may be purged.

``state``, ``due_on`` and ``closed_on`` are derived from the events, for the queue to be read. Nothing here refers to
an act, and no act refers to it: asking for a record, giving it or refusing it changes no file.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from mespoints.register.mailing import TO_SEND
from mespoints.register.models import Licence

PROTECT = models.PROTECT


class RecordRequest(models.Model):
    """Somebody asks the préfet for a record (Code de la route, art. L. 225-3 and R. 225-6).

    ``channel``, ``requester``, ``licence_state``: words of ``pieces``. ``departement``: whose préfecture answers.
    ``licence``: the one that matching found, empty until then and once purged. ``state``: a word of ``handling``;
    ``due_on``: the day on which silence becomes a refusal; ``closed_on``: it was released, or refused.
    """

    reference = models.CharField(max_length=12, unique=True)
    channel = models.CharField(max_length=8)
    requester = models.CharField(max_length=12)
    licence_state = models.CharField(max_length=9)
    departement = models.CharField(max_length=3)
    received_on = models.DateField()
    state = models.CharField(max_length=9)
    due_on = models.DateField()
    closed_on = models.DateField(null=True)
    licence = models.ForeignKey(Licence, null=True, on_delete=PROTECT, related_name="record_requests")

    class Meta:
        indexes = (
            models.Index(fields=["departement", "due_on"], condition=Q(closed_on=None), name="requests_record_open"),
            models.Index(fields=["closed_on"], name="requests_record_closed"),
        )


class Applicant(models.Model):
    """What a request says of people; it goes with the purge.

    The civil status is that of the holder, as written on the request; ``neph`` may be empty. ``reply_to``: the e-mail
    address, or the lines of the postal one. ``organisation``: who asks, when it is not the holder.
    """

    record_request = models.OneToOneField(RecordRequest, on_delete=PROTECT, primary_key=True, related_name="applicant")
    family_name = models.CharField(max_length=100)
    usage_name = models.CharField(max_length=100, blank=True)
    given_names = models.JSONField()
    sex = models.CharField(max_length=6, blank=True)
    birth_date = models.CharField(max_length=10, blank=True)
    birth_place = models.CharField(max_length=100, blank=True)
    birth_country = models.CharField(max_length=5, blank=True)
    neph = models.CharField(max_length=19, blank=True)
    reply_to = models.JSONField()
    organisation = models.CharField(max_length=200, blank=True)


class RecordEvent(models.Model):
    """One thing that happened to a request: what, when, by whom. ``kind``: a word of ``handling``.

    ``on``: the day of the service; the database stamps ``at``. ``by``: the agent. ``piece``: of ``pieces``.
    ``until_on``: the last day given for a missing piece. ``why``: a word, never a sentence. ``digest``: of what left.
    """

    record_request = models.ForeignKey(RecordRequest, on_delete=PROTECT, related_name="events", db_index=False)
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=14)
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    by = models.CharField(max_length=200)
    piece = models.CharField(max_length=17, blank=True)
    until_on = models.DateField(null=True)
    why = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["record_request", "sequence"], name="requests_recordevent_once"),
        )


class FirstMessage(models.Model):
    """The first of the two messages of a request by e-mail: it asks where to write. Only its address is kept."""

    reference = models.CharField(max_length=12, unique=True)
    departement = models.CharField(max_length=3)
    received_on = models.DateField()
    reply_to = models.CharField(max_length=254)


class Departure(models.Model):
    """What leaves after a step of a request, or after a first message: a reply, with the document when it is a release.

    Written with the step, in its transaction. ``state``: a word of ``departures``; TO_SEND makes it the outbox of the
    e-mails. ``text``: what is told, shown and sent alike; it names nobody. ``document``: the PDF, until it has left.
    ``left_on``, ``by``: when, and the agent who said so, empty for an e-mail. ``receipt``: the number of the registered
    letter. The address is that of the applicant, or of the message.
    """

    event = models.OneToOneField(RecordEvent, null=True, on_delete=PROTECT, related_name="departure")
    message = models.OneToOneField(FirstMessage, null=True, on_delete=PROTECT, related_name="departure")
    state = models.CharField(max_length=8, default=TO_SEND)
    text = models.TextField()
    document = models.BinaryField(null=True)
    left_on = models.DateField(null=True)
    by = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = (models.Index(fields=["id"], condition=Q(left_on=None), name="requests_departure_left"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(event=None, message__isnull=False) | Q(event__isnull=False, message=None),
                name="requests_departure_of_one",
            ),
        )


class Claim(models.Model):
    """A driver says that their file is wrong. ``kind``, ``state``: words of ``claims``; ``licence``: whose file.

    Without a licence: the register does not know who wrote, its ``claimant`` says who it is.
    """

    reference = models.CharField(max_length=12, unique=True)
    licence = models.ForeignKey(Licence, null=True, on_delete=PROTECT, related_name="claims")
    kind = models.CharField(max_length=16)
    departement = models.CharField(max_length=3)
    received_on = models.DateField()
    state = models.CharField(max_length=9)
    due_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["departement", "due_on"], condition=Q(closed_on=None), name="requests_claim_open"),
            models.Index(fields=["closed_on"], name="requests_claim_closed"),
        )


class Claimant(models.Model):
    """Who wrote a claim without signing in, since the register does not know them; it goes with the purge.

    As they wrote it, nothing of it verified. ``neph`` may be empty. ``reply_to``: the e-mail address, or the lines of
    the postal one.
    """

    claim = models.OneToOneField(Claim, on_delete=PROTECT, primary_key=True, related_name="claimant")
    family_name = models.CharField(max_length=100)
    given_names = models.JSONField()
    born_on = models.DateField()
    birth_place = models.CharField(max_length=100)
    neph = models.CharField(max_length=19, blank=True)
    reply_to = models.JSONField()


class ClaimEvent(models.Model):
    """One thing that happened to a claim. ``by``: the agent, empty for the driver. ``outcome``: of an answer."""

    claim = models.ForeignKey(Claim, on_delete=PROTECT, related_name="events", db_index=False)
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    by = models.CharField(max_length=200, blank=True)
    until_on = models.DateField(null=True)
    outcome = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["claim", "sequence"], name="requests_claimevent_once"),)


class ClaimMessage(models.Model):
    """What the driver or the agent wrote in an event of a claim; it goes with the purge."""

    event = models.OneToOneField(ClaimEvent, on_delete=PROTECT, primary_key=True, related_name="message")
    text = models.TextField(max_length=4000)


class Attachment(models.Model):
    """A file that came with a claim, or the scan of a piece of a request; it goes with the purge.

    Kept here, under a random ``name``; what its sender called it is never read. ``media``: what its bytes say that it
    is; ``digest``: their sha-256.
    """

    name = models.CharField(max_length=32, unique=True)
    claim = models.ForeignKey(Claim, null=True, on_delete=PROTECT, related_name="attachments")
    record_request = models.ForeignKey(RecordRequest, null=True, on_delete=PROTECT, related_name="attachments")
    piece = models.CharField(max_length=17, blank=True)
    received_on = models.DateField()
    media = models.CharField(max_length=15)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(claim=None, record_request__isnull=False) | Q(claim__isnull=False, record_request=None),
                name="requests_attachment_of_one",
            ),
        )
