"""What identity keeps: who is bound to which licence, what an agent must look at, failed attempts; and the agents.

Attempts hold pseudonyms and die after a day. Links, their events, reviews and the accounts of agents stay.
"""

import secrets

from django.db import models
from django.db.models.functions import Now

from mespoints.register.models import Licence

# Crockford's base 32: nothing that a person may take for something else.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference() -> str:
    """A reference that a person can dictate: eight signs, drawn at random."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


class Link(models.Model):
    """A subject of a provider bound to a licence, never overwritten.

    ``rule`` is the version of the matching rule; ``fingerprint`` the keyed digest of the civil status then seen.
    """

    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=20)
    with_neph = models.BooleanField()
    bound_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_subject_once"),
            models.UniqueConstraint(fields=["issuer", "licence"], name="identity_licence_once"),
        )


class StatusChange(models.Model):
    """A civil status that came back changed under a known subject: audited, not judged."""

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="status_changes")
    at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)


class Review(models.Model):
    """Something that only an agent may settle; asked once, however often the person comes back (see ``reviews``).

    ``closed_at``: once nothing is left to settle; a person who comes back opens another one.
    """

    class Reason(models.TextChoices):
        """Why an agent is asked."""

        BOUND_TO_ANOTHER = "bound_to_another", "the licence is bound to another subject"
        BOUND_ELSEWHERE = "bound_elsewhere", "the subject is bound to another licence"
        BIRTH_DATE = "birth_date", "the day of birth is no longer that of the register"
        DECEASED = "deceased", "the register holds the person for deceased"

    reference = models.CharField(max_length=8, unique=True, default=new_reference)
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=Reason.choices)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["issuer", "subject", "licence", "reason"], condition=models.Q(closed_at=None),
                name="identity_review_once",
            ),
        )  # fmt: skip


class Settlement(models.Model):
    """What an agent says of a review, a row a step, never changed. ``pieces``: those seen, or those asked for.

    ``reason``: for colleagues and auditors; the person reads the outcome and the pieces asked for, no more.
    """

    class Outcome(models.TextChoices):
        """What an agent may say: the first two wait for a second agent."""

        LINK = "link", "rattacher"
        REFUSE = "refuse", "refuser"
        PIECES = "pieces", "demander des pièces"
        CLOSE = "close", "classer"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="settlements")
    agent = models.ForeignKey("Agent", on_delete=models.PROTECT, related_name="+", db_index=False)
    outcome = models.CharField(max_length=6, choices=Outcome.choices)
    pieces = models.JSONField()
    reason = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())


class SettlementDecision(models.Model):
    """What a second agent decided on a settlement, once. ``proposed_by``: its author, for the database to compare.

    ``former_subject``, ``former_licence``: what the link that was moved bound before.
    """

    settlement = models.OneToOneField(
        Settlement, on_delete=models.PROTECT, primary_key=True, related_name="decision"
    )  # fmt: skip
    agent = models.ForeignKey("Agent", on_delete=models.PROTECT, related_name="+", db_index=False)
    proposed_by = models.ForeignKey("Agent", on_delete=models.PROTECT, related_name="+", db_index=False)
    is_validated = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    former_subject = models.CharField(max_length=255, blank=True)
    former_licence = models.ForeignKey(
        Licence, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )  # fmt: skip
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(agent=models.F("proposed_by")), name="identity_settlement_four_eyes"
            ),
        )


class SignIn(models.Model):
    """A driver who signed in: ``means`` as in their session, which is kept under ``session``. Kept for one year.

    The database stamps ``at``: another hour than that of the writing is refused.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="sign_ins", db_index=False)
    at = models.DateTimeField(db_default=Now())
    means = models.CharField(max_length=14)
    session = models.CharField(max_length=40)

    class Meta:
        indexes = (
            models.Index(fields=["licence", "-at"], name="identity_signin_licence_at"),
            models.Index(fields=["at"], name="identity_signin_at"),
        )


class SessionsEnded(models.Model):
    """Sessions that the operator ended: whose, how many, who did it and why. Kept for one year.

    The database stamps ``at``, and refuses any change.
    """

    class Whose(models.TextChoices):
        """Whose they were."""

        LICENCE = "licence", "un permis"
        AGENT = "agent", "un agent"
        DRIVERS = "drivers", "tous les conducteurs"
        AGENTS = "agents", "tous les agents"

    at = models.DateTimeField(db_default=Now())
    whose = models.CharField(max_length=7, choices=Whose.choices)
    licence = models.ForeignKey(Licence, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    agent = models.ForeignKey("Agent", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    count = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    reason = models.CharField(max_length=200)


class Attempt(models.Model):
    """A failed attempt of a pseudonym (a file number, a subject, a network); forgotten after a day."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = (models.Index(fields=["who", "at"], name="identity_attempt_who_at"),)


class Closure(models.Model):
    """A file number, existing or not, whose code takes no more attempts until a new code is issued."""

    who = models.CharField(max_length=64, primary_key=True)
    closed_at = models.DateTimeField()


class Agent(models.Model):
    """The account of an agent. Never edited (see ``guards``): another role or département is another account.

    ``name``: for colleagues, never shown to a driver. ``email`` and ``uid``: those of the invitation, which serve once.
    ``issuer`` and ``subject``: who answered it, empty until then. ``by``: who opened the account.
    """

    class Role(models.TextChoices):
        """What an agent may do; each view of the desk names those that it is for."""

        INSTRUCTION = "instruction", "instruction"
        VALIDATION = "validation", "validation"
        AUDIT = "audit", "audit"
        EXPLOITATION = "exploitation", "exploitation"

    name = models.CharField(max_length=120)
    service = models.CharField(max_length=150)
    departement = models.CharField(max_length=3)
    role = models.CharField(max_length=12, choices=Role.choices)
    email = models.CharField(max_length=254)
    idp_id = models.CharField(max_length=100)
    uid = models.CharField(max_length=255, blank=True)
    by = models.CharField(max_length=200)
    invited_on = models.DateField()
    issuer = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=255, blank=True)
    bound_at = models.DateTimeField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["issuer", "subject"], condition=models.Q(closed_on=None, subject__gt=""),
                name="identity_agent_subject_once",
            ),
            models.UniqueConstraint(
                fields=["email", "idp_id"], condition=models.Q(closed_on=None), name="identity_agent_email_once"
            ),
        )  # fmt: skip

    @property
    def public_name(self) -> str:
        """What a driver reads, and an auditor searches for: the service, and the number of the account."""
        return f"{self.service}, agent n° {self.pk}"
