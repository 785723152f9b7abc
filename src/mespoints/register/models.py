"""The tables of the register.

What is written is added and never changed: triggers of the database refuse it (see ``triggers``). ``Account`` is
derived from the rest and may be rebuilt at will. No model says more of itself than its class and its number: what
``__str__`` returns ends up in logs.
"""

from django.db import models
from django.db.models.functions import Now


class Holder(models.Model):
    """A person, as the register knows them today. Parts of ``birth_date`` that nobody knows are "00".

    Derived, once acts have told more than the opening: ``opened_with`` keeps what it told (see ``holders``).
    """

    family_name = models.CharField(max_length=200)
    usage_name = models.CharField(max_length=200, blank=True)
    given_names = models.JSONField()
    sex = models.CharField(max_length=6, choices=[("male", "male"), ("female", "female")])
    birth_date = models.CharField(max_length=10, db_index=True)
    birth_place = models.CharField(max_length=5, blank=True)
    birth_country = models.CharField(max_length=5)
    address = models.JSONField()
    departement = models.CharField(max_length=3)
    email = models.CharField(max_length=254, blank=True)
    deceased_on = models.DateField(null=True)
    opened_with = models.JSONField(null=True)


class Licence(models.Model):
    """What opens a dossier: a file number, its holder, the day and the terms of the first licence."""

    neph = models.CharField(max_length=19, unique=True)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="licences")
    obtained_on = models.DateField()
    probation = models.CharField(max_length=8)
    territory = models.CharField(max_length=16)
    foreign = models.BooleanField(default=False)
    recorded_on = models.DateField()


class Category(models.Model):
    """A category of vehicles that the licence allows, with its restrictions."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="categories", db_index=False)
    category = models.CharField(max_length=3)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    codes = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["licence", "category", "from_on"], name="register_category_once"),
        )


class Act(models.Model):
    """A fact received; what it says stands apart, in ``Payload``. ``on``: the day it is true from.

    ``version``: 1, then 2 for the row that says how a pending offence ended; the last one is the fact. ``digest``: of
    the payload with its salt. ``link``: of this row and of the link of the act before it (see ``chain``).
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="acts", db_index=False)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    act_id = models.TextField()
    version = models.PositiveSmallIntegerField(default=1)
    on = models.DateField()
    recorded_on = models.DateField()
    source = models.CharField(max_length=40)
    reference = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    link = models.CharField(max_length=64)

    class Meta:
        constraints = (
            # Two writers cannot both win: the second one finds its number taken.
            models.UniqueConstraint(fields=["licence", "sequence"], name="register_act_sequence"),
            models.UniqueConstraint(fields=["licence", "act_id", "version"], name="register_act_once"),
        )
        # Looked for among all the acts: the receipts of the post, every day; the letters that opened a duty;
        # the deaths taken back, whose letters have to leave after all.
        indexes = (
            models.Index(fields=["id"], condition=models.Q(kind="letter_receipt"), name="register_act_receipts"),
            models.Index(
                fields=["on"], condition=models.Q(kind__in=("lettre_48n", "lettre_48si")), name="register_act_duties"
            ),
            models.Index(fields=["licence"], condition=models.Q(kind="death_annulled"), name="register_act_not_dead"),
        )


class Payload(models.Model):
    """What an act says, as ``dossier/1`` (or ``administrative``) writes it, to the byte. Erasure removes this alone.

    ``salt``: so that nobody can guess what was erased by trying what gives the digest.
    """

    act = models.OneToOneField(Act, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    body = models.TextField()


class Movement(models.Model):
    """What was posted to the licence, and the letter that it owes. ``signed_balance`` is the sum so far.

    ``corrects``: the movement whose points a correction changes, once late facts have changed the past.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="movements", db_index=False)
    sequence = models.PositiveIntegerField()
    # No index on these three: a file is read whole, no act is ever deleted, and each would cost as much as the row.
    act = models.ForeignKey(Act, null=True, on_delete=models.PROTECT, related_name="movements", db_index=False)
    offence = models.ForeignKey(Act, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrections", db_index=False
    )
    on = models.DateField()
    cause = models.CharField(max_length=24)
    points = models.SmallIntegerField()
    balance = models.SmallIntegerField()
    signed_balance = models.SmallIntegerField()
    letter = models.CharField(max_length=12, blank=True)
    reason = models.SmallIntegerField()
    posted_on = models.DateField()
    link = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["licence", "sequence"], name="register_movement_sequence"),)


class OwedLetter(models.Model):
    """A letter that a movement owes, written in the transaction that posted it: one movement, one letter at most.

    ``done_on``: the day on which nothing more is to be done for it; the only thing here that may change.
    """

    movement = models.OneToOneField(Movement, on_delete=models.PROTECT, primary_key=True, related_name="owed_letter")
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="owed_letters", db_index=False)
    letter = models.CharField(max_length=12)
    owed_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["licence"], name="register_owed_licence"),
            models.Index(fields=["owed_on"], condition=models.Q(done_on=None), name="register_owed_waiting"),
        )


class Account(models.Model):
    """The licence as last posted, derived. ``next_on``: the first day on which time alone may change it."""

    licence = models.OneToOneField(Licence, on_delete=models.PROTECT, primary_key=True, related_name="account")
    balance = models.SmallIntegerField()
    signed_balance = models.SmallIntegerField()
    ceiling = models.SmallIntegerField()
    status = models.CharField(max_length=12)
    next_on = models.DateField(null=True, db_index=True)


class Access(models.Model):
    """One look at a file: when, by whom, on which article, for what reason, and what was shown.

    ``who``: the agent or the authority, by the name that the driver may read; empty for the holder. A "recipient" was
    given a code by the holder: ``who`` is what they said of themselves, ``reason`` the number of the code. The database
    stamps ``at`` itself: no caller has to, and ours never does; another hour than that of the writing is refused.
    """

    at = models.DateTimeField(db_default=Now())
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="accesses", db_index=False)
    viewer = models.CharField(
        max_length=9,
        choices=[(viewer, viewer) for viewer in ("holder", "agent", "authority", "auditor", "recipient")],
    )
    who = models.CharField(max_length=200, blank=True)
    means = models.CharField(max_length=14)
    article = models.CharField(max_length=20)
    reason = models.CharField(max_length=200)
    shown = models.CharField(max_length=200)

    class Meta:
        indexes = (
            models.Index(fields=["licence", "-at"], name="register_access_licence_at"),
            models.Index(fields=["at"], name="register_access_at"),
            # The holder's own looks, most of all, have no name.
            models.Index(fields=["who", "-at"], condition=models.Q(who__gt=""), name="register_access_who_at"),
        )


class Purge(models.Model):
    """The journal of the purges of accesses: how many lines went, in one transaction, older than ``kept_from_on``."""

    purged_on = models.DateField()
    kept_from_on = models.DateField()
    accesses = models.PositiveIntegerField()


class Delivery(models.Model):
    """A day on which a feed was taken in to its end: until then the register knows what that feed knows."""

    source = models.CharField(max_length=40)
    received_on = models.DateField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["source", "received_on"], name="register_delivery_once"),)


class ConfidentialCode(models.Model):
    """The code that goes with the file number, as its Argon2id hash alone. ``closed_on``: it opens nothing any more.

    Kept here because intake receives codes and identity checks them, and neither may import the other.
    """

    licence = models.OneToOneField(
        Licence, on_delete=models.PROTECT, primary_key=True, related_name="confidential_code"
    )
    code_hash = models.CharField(max_length=160)
    issued_on = models.DateField()
    closed_on = models.DateField(null=True)


class Erasure(models.Model):
    """The journal of what was erased: an act, the paragraph of art. L. 225-2, the day. It says nothing of the act.

    The database lets the payload of an act go only once its line is here.
    """

    act = models.OneToOneField(Act, on_delete=models.PROTECT, primary_key=True, related_name="erasure")
    paragraph = models.CharField(max_length=12)
    erased_on = models.DateField()


class Seal(models.Model):
    """What the register held at the end of a day: one digest over every link written since the seal before it.

    ``last_act`` and ``last_movement``: the highest numbers that it covers. ``previous``: the digest of the seal before.
    The same lines are exported to a file outside the database (see ``seals``).
    """

    number = models.PositiveIntegerField(primary_key=True)
    sealed_on = models.DateField()
    last_act = models.BigIntegerField()
    last_movement = models.BigIntegerField()
    acts = models.BigIntegerField()
    movements = models.BigIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)


class NightlyRun(models.Model):
    """One execution of the nightly run, and what it did: counts alone, nothing of anybody.

    Written with each chunk, so that a run that was killed is told too: it never ``ended``. ``movements`` by cause,
    ``letters`` by kind; ``refused``: the licences that could not be settled.
    """

    on = models.DateField()
    licences = models.BigIntegerField(default=0)
    movements = models.JSONField(default=dict)
    letters = models.JSONField(default=dict)
    refused = models.BigIntegerField(default=0)
    ended = models.BooleanField(default=False)


class RecordingLag(models.Model):
    """How many days half of the facts of a kind took to be recorded, over twelve months. Derived: see ``lags``.

    ``event``: how an offence became final, or "stage"; ``acts``: how many were measured.
    """

    event = models.CharField(max_length=20, primary_key=True)
    measured_on = models.DateField()
    acts = models.PositiveIntegerField()
    median_days = models.PositiveIntegerField()
