"""What was sent of the letters that the register owes, and what became of it.

``OwedLetter``, of the register, is the outbox: a row waits while its ``done_on`` is empty. Here stand the batches that
left, the sendings that each of them holds, and the journal of every step; then the comptes personnels of
art. R. 223-3-1, what was deposited there and when it was first read. No model says more of itself than its number: what
``__str__`` returns ends up in logs.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from mespoints.register import mailing
from mespoints.register.models import Act, Licence, OwedLetter

UNDER_WAY = ""
SENT = "sent"
NOTIFIED = "notified"
NOT_NOTIFIED = "not_notified"
TO_EXAMINE = "to_examine"

COMPTE_PERSONNEL = "compte"
"""The source of a sending that was deposited there."""


class Batch(models.Model):
    """A batch of letters for the printing house, whole or not at all.

    ``spool``: the folder that it was written in, by the mark of that folder. ``digest``: of its manifest.
    ``handed_over``: the carrier has it; until then the next run hands it over.
    """

    name = models.CharField(max_length=40, unique=True)
    spool = models.CharField(max_length=32)
    carrier = models.CharField(max_length=16)
    written_on = models.DateField()
    production_on = models.DateField()
    letters = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    handed_over = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["spool"], condition=Q(handed_over=False), name="letters_batch_left"),)


class Sending(models.Model):
    """One attempt to bring one letter to its driver. ``reference`` is printed on it, and named by every receipt.

    ``kind``: that of the owed letter, or RETRAIT for the one that takes back a 48SI already posted. ``address``: the
    lines below the name, kept as the proof of where it went, empty once what the letter told is erased (art. L. 225-2);
    ``source``: how it was known ("declared", "carte_grise"), or "compte" for a letter that was deposited,
    which has no batch and no address. ``acts``: how many acts the file held when it was written, so that it can be
    composed again as it was (None in rows of before that was kept). ``outcome``: UNDER_WAY, SENT (a simple letter),
    NOTIFIED, NOT_NOTIFIED or TO_EXAMINE; ``why``: a word of ``law.notification.WHYS``.
    """

    owed = models.ForeignKey(OwedLetter, on_delete=models.PROTECT, related_name="sendings", db_index=False)
    attempt = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12)
    franking = models.CharField(max_length=16)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="sendings")
    source = models.CharField(max_length=12)
    address = models.JSONField()
    acts = models.PositiveIntegerField(null=True)
    pages = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    outcome = models.CharField(max_length=12, blank=True)
    why = models.CharField(max_length=20, blank=True)
    notified_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owed", "attempt"], name="letters_sending_attempt"),
            # Nothing is sent twice: another attempt has to wait until the one before is known to have failed.
            models.UniqueConstraint(
                fields=["owed", "kind"], condition=~Q(outcome=NOT_NOTIFIED), name="letters_sending_once"
            ),
            models.CheckConstraint(
                condition=Q(batch=None, source=COMPTE_PERSONNEL) | (Q(batch__gt=0) & ~Q(source=COMPTE_PERSONNEL)),
                name="letters_sending_posted_or_deposited",
            ),
        )
        indexes = (
            models.Index(fields=["owed"], condition=Q(outcome=UNDER_WAY), name="letters_sending_under_way"),
            models.Index(fields=["id"], condition=Q(outcome=TO_EXAMINE), name="letters_sending_examine"),
        )


class Step(models.Model):
    """One step in the life of a letter, in the order in which they became known.

    ``kind``: a word of ``steps.KINDS``. ``act``: the receipt of the register that says it; one receipt, one step.
    ``owed`` is empty when a receipt names a letter that is not known. ``why``: the ground, a word or a French sentence,
    which repeats no personal data; ``by``: the agent who decided. ``answers``: the step of which an agent says that
    they have seen it.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="letter_steps")
    owed = models.ForeignKey(OwedLetter, null=True, on_delete=models.PROTECT, related_name="steps")
    sending = models.ForeignKey(Sending, null=True, on_delete=models.PROTECT, related_name="steps")
    act = models.OneToOneField(Act, null=True, on_delete=models.PROTECT, related_name="letter_step")
    kind = models.CharField(max_length=12)
    on = models.DateField()
    recorded_on = models.DateField()
    why = models.CharField(max_length=200, blank=True)
    tracking = models.CharField(max_length=60, blank=True)
    by = models.CharField(max_length=200, blank=True)
    answers = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="answer")

    class Meta:
        # What waits for a person is looked for among all the steps.
        indexes = (
            models.Index(fields=["id"], condition=Q(kind__in=("to_examine", "put_aside")), name="letters_step_waiting"),
        )


class Place(models.Model):
    """How far the events of a carrier were read: its own word for that place."""

    carrier = models.CharField(max_length=16, unique=True)
    after = models.CharField(max_length=200)


OPENED = "opened"
ADDRESS = "address"
CLOSED = "closed"


class CompteChange(models.Model):
    """A compte personnel that was opened or closed, or whose e-mail address was changed; the last row says how it is.

    Code de la route, art. R. 223-3-1, I. ``kind``: OPENED (the three conditions were ticked), ADDRESS or CLOSED.
    ``on``: the day of the service; the database stamps ``at``. ``means``: how the driver had signed in.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="compte_changes")
    kind = models.CharField(max_length=8)
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    means = models.CharField(max_length=14)


class AlertAddress(models.Model):
    """Where the alerts of an open compte personnel go. It goes when the compte is closed: no other row repeats it."""

    licence = models.OneToOneField(Licence, on_delete=models.PROTECT, primary_key=True, related_name="alert_address")
    email = models.CharField(max_length=254)


class Deposit(models.Model):
    """A letter that was put on a compte personnel, on a day and at an hour that the database stamps."""

    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, primary_key=True, related_name="deposit")
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())


class Reading(models.Model):
    """The first reading of a letter that was deposited: from that day it is known (art. R. 223-3-1, III).

    ``digest``: of the PDF that was shown; that of the sending when it is the same to the byte.
    """

    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, primary_key=True, related_name="reading")
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    means = models.CharField(max_length=14)
    digest = models.CharField(max_length=64)


TO_SEND, TRIED, ALERT_SENT, ALERT_REFUSED = mailing.TO_SEND, mailing.TRIED, mailing.SENT, mailing.REFUSED
NO_ADDRESS = "no_address"


class Alert(models.Model):
    """The e-mail that tells of a deposit. ``state``: TO_SEND, TRIED (written before the mail server is spoken to, and
    what is left when nobody knows how that ended: it is not sent again), ALERT_SENT, ALERT_REFUSED or NO_ADDRESS.
    """

    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, primary_key=True, related_name="alert")
    state = models.CharField(max_length=12, default=TO_SEND)

    class Meta:
        indexes = (models.Index(fields=["sending"], condition=Q(state=TO_SEND), name="letters_alert_to_send"),)


class SignInNotice(models.Model):
    """The e-mail that tells a driver that somebody has signed in; gone once it is sent. ``state``: TO_SEND, or TRIED
    (written before the mail server is spoken to: it is not sent again).
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="sign_in_notices", db_index=False)
    means = models.CharField(max_length=14)
    at = models.DateTimeField(db_default=Now(), db_index=True)
    state = models.CharField(max_length=12, default=TO_SEND)


class DutyList(models.Model):
    """A folder of lists for the authorities that follow up the duties of the letters 48N and 48SI.

    ``spool``: the folder that it was written in, by its mark. ``digest``: of its manifest. ``handed_over``: it stands
    there under its name; until then the next run lets it go.
    """

    name = models.CharField(max_length=40, unique=True)
    spool = models.CharField(max_length=32)
    on = models.DateField()
    lines = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    handed_over = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["spool"], condition=Q(handed_over=False), name="letters_dutylist_left"),)


class DutyLine(models.Model):
    """One line of a list: what was told to an authority of the duty that a letter opened. Nothing of anybody.

    ``act``: the letter. ``recipient``: a word of ``duties.RECIPIENTS``; ``departement``: whose. ``turn``: 1 when it is
    reported, 2 when that is withdrawn, 3 when it is reported again: what is told stands when it is odd. ``why``: a word
    of ``law.overdue``, or of ``duties``.
    """

    list = models.ForeignKey(DutyList, on_delete=models.PROTECT, related_name="told")
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="duty_lines")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="duty_lines", db_index=False)
    recipient = models.CharField(max_length=9)
    departement = models.CharField(max_length=3, blank=True)
    turn = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=12)

    class Meta:
        constraints = (
            # Nobody is reported twice.
            models.UniqueConstraint(fields=["act", "recipient", "turn"], name="letters_dutyline_turn"),
        )


class DutySettled(models.Model):
    """A letter whose duty needs no more looking at: it was done, or has no object any more. ``why``: the word."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, primary_key=True, related_name="duty_settled")
    on = models.DateField()
    why = models.CharField(max_length=12)


class CodeRequest(models.Model):
    """A new confidential code that was asked for, and the letter that tells it. The code itself is nowhere.

    ``means``: how it was asked for, ``by`` whom, when by an agent. ``is_lost``: the former code was closed at once.
    ``batch``: that of the letter, empty while it waits; ``attempt``: of the letter, the code being drawn anew for each.
    ``why``: a French sentence, why it waits.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="code_requests")
    asked_on = models.DateField()
    means = models.CharField(max_length=14)
    by = models.CharField(max_length=200, blank=True)
    is_lost = models.BooleanField(default=False)
    attempt = models.PositiveSmallIntegerField(default=0)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="code_requests")
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["licence"], condition=Q(batch=None), name="letters_coderequest_once"),
        )
        indexes = (models.Index(fields=["id"], condition=Q(batch=None), name="letters_coderequest_left"),)
