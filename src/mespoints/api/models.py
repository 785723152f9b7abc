"""The tables of the authorities' access: who may ask, what was asked, the drivers that the firms declared."""

from django.db import models
from django.db.models.functions import Now

from mespoints.register.models import Licence


class Client(models.Model):
    """An authority that may ask. ``kind``: of the table of the law; ``keys``: its public keys, a JWKS.

    ``to_on``: the last day of its contract, if it has one; ``closed_on``: it asks nothing any more.
    """

    client_id = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=32)
    keys = models.JSONField()
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    per_minute = models.PositiveIntegerField()
    registered_on = models.DateField()


class Assertion(models.Model):
    """An assertion that was used: no other bears its ``jti`` before it expires (RFC 7523, section 3)."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="assertions", db_index=False)
    jti = models.CharField(max_length=128)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["client", "jti"], name="api_assertion_once"),)


class Token(models.Model):
    """An access token, as its SHA-256 alone."""

    digest = models.CharField(max_length=64, primary_key=True)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="tokens")
    expires_at = models.DateTimeField(db_index=True)


class Allowance(models.Model):
    """How many calls a client has made in a minute."""

    client = models.OneToOneField(Client, on_delete=models.PROTECT, primary_key=True, related_name="allowance")
    minute = models.DateTimeField()
    used = models.PositiveIntegerField()


class Call(models.Model):
    """One thing asked, and what came of it: the journal of the authorities' access, kept for one year.

    ``agent``: who asked there, by the name or the number that the authority gives; ``data``: what was asked for;
    ``licence``: whose file, when one was found. The database stamps ``at`` itself.
    """

    at = models.DateTimeField(db_default=Now())
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="calls", db_index=False)
    agent = models.CharField(max_length=80)
    operation = models.CharField(max_length=24)
    article = models.CharField(max_length=20)
    reason = models.CharField(max_length=200)
    data = models.CharField(max_length=200)
    outcome = models.CharField(max_length=16)
    licence = models.ForeignKey(Licence, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (
            models.Index(fields=["client", "-at"], name="api_call_client_at"),
            models.Index(fields=["at"], name="api_call_at"),
        )


class DeclaredDriver(models.Model):
    """A driver whom a firm of road transport declared (art. R. 225-5-1), by a handle that says nothing of them.

    ``informed_on``: the day on which the firm told the driver; ``state``: of the licence, as the firm was last told.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="drivers", db_index=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+", db_index=False)
    handle = models.CharField(max_length=22, unique=True)
    declared_on = models.DateField()
    informed_on = models.DateField()
    state = models.CharField(max_length=12)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["client", "licence"], name="api_driver_once"),)


class Notice(models.Model):
    """A change of state of a declared driver's licence, its number the cursor of the firm. It goes with the driver."""

    driver = models.ForeignKey(DeclaredDriver, on_delete=models.CASCADE, related_name="notices")
    on = models.DateField()
    state = models.CharField(max_length=12)


class Receipt(models.Model):
    """That declared drivers were erased: how many, and the receipt sealed with the key of the documents."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="receipts")
    erased_on = models.DateField()
    drivers = models.PositiveIntegerField()
    sealed = models.TextField()
