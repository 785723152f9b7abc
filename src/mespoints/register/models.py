"""The tables of the register.

Acts, movements and accesses are added and never changed: triggers of the database refuse it (see ``triggers``).
``Account`` is derived from them and may be rebuilt at will. No model says more of itself than its class and its
number: what ``__str__`` returns ends up in logs.
"""

from django.db import models
from django.db.models.functions import Now


class Holder(models.Model):
    """A person, as the civil status knows them. Parts of ``birth_date`` that nobody knows are "00"."""

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

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="categories")
    category = models.CharField(max_length=3)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    codes = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["licence", "category", "from_on"], name="register_category_once"),
        )


class Act(models.Model):
    """A fact received. ``payload`` is the act as ``dossier/1`` writes it; ``on`` the day it is true from.

    ``version``: 1, then 2 for the row that says how a pending offence ended; the last one is the fact.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="acts", db_index=False)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    act_id = models.TextField()
    version = models.PositiveSmallIntegerField(default=1)
    payload = models.JSONField()
    on = models.DateField()
    recorded_on = models.DateField()
    source = models.CharField(max_length=40)
    reference = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            # Two writers cannot both win: the second one finds its number taken.
            models.UniqueConstraint(fields=["licence", "sequence"], name="register_act_sequence"),
            models.UniqueConstraint(fields=["licence", "act_id", "version"], name="register_act_once"),
        )


class Movement(models.Model):
    """What was posted to the licence, and the letter that it owes. ``signed_balance`` is the sum so far."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="movements", db_index=False)
    sequence = models.PositiveIntegerField()
    act = models.ForeignKey(Act, null=True, on_delete=models.PROTECT, related_name="movements")
    offence = models.ForeignKey(Act, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    cause = models.CharField(max_length=24)
    points = models.SmallIntegerField()
    balance = models.SmallIntegerField()
    signed_balance = models.SmallIntegerField()
    letter = models.CharField(max_length=12, blank=True)
    reason = models.SmallIntegerField()
    posted_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["licence", "sequence"], name="register_movement_sequence"),)


class Account(models.Model):
    """The licence as last posted, derived. ``next_on``: the first day on which time alone may change it."""

    licence = models.OneToOneField(Licence, on_delete=models.PROTECT, primary_key=True, related_name="account")
    balance = models.SmallIntegerField()
    signed_balance = models.SmallIntegerField()
    ceiling = models.SmallIntegerField()
    status = models.CharField(max_length=12)
    posted_on = models.DateField()
    next_on = models.DateField(null=True, db_index=True)


class Access(models.Model):
    """One look at a file: when, by whom, on which article, for what reason, and what was shown.

    The database stamps ``at`` itself: no caller has to, and ours never does.
    """

    at = models.DateTimeField(db_default=Now())
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="accesses", db_index=False)
    viewer = models.CharField(
        max_length=9, choices=[("holder", "holder"), ("agent", "agent"), ("authority", "authority")]
    )
    means = models.CharField(max_length=14)
    article = models.CharField(max_length=20)
    reason = models.CharField(max_length=200)
    shown = models.CharField(max_length=200)

    class Meta:
        indexes = (models.Index(fields=["licence", "-at"], name="register_access_licence_at"),)


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
