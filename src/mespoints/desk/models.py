"""What the desk keeps: what agents have entered, and what became of it. Rows are added and never changed.

What an act says is in the register: the line that was typed goes once it is decided.
"""

from django.db import models
from django.db.models.functions import Now

from mespoints.identity.models import Agent
from mespoints.intake.models import FeedLine
from mespoints.register.models import Licence


class Entry(models.Model):
    """A fact that an agent has typed, as a line of a feed. ``kind``: a word of ``recording.kinds``.

    ``received_on``: the day on which the paper came. ``line``: empty once decided. ``changes_rights``: somebody else
    has to decide.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="entries")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=24)
    piece = models.CharField(max_length=60)
    line = models.TextField()
    received_on = models.DateField()
    entered_on = models.DateField(db_index=True)
    at = models.DateTimeField(db_default=Now())
    changes_rights = models.BooleanField()

    class Meta:
        # Those that wait, among the millions that were decided: the line is emptied by the decision.
        indexes = (models.Index(fields=["received_on"], condition=models.Q(line__gt=""), name="desk_entry_waiting"),)


class Decision(models.Model):
    """What became of an entry, once. ``entered_by``: of the entry, so that the database can compare the two people.

    ``taken``: the line of the feed, with its fate; none unless it was recorded or validated.
    """

    class Outcome(models.TextChoices):
        """What was decided."""

        RECORDED = "recorded", "enregistrée"
        VALIDATED = "validated", "validée"
        REFUSED = "refused", "refusée"
        WITHDRAWN = "withdrawn", "retirée"

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="decision")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+", db_index=False)
    entered_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+", db_index=False)
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    reason = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    taken = models.ForeignKey(FeedLine, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            # Alone, one may record what changes no right, or withdraw; two, validate or refuse. Never otherwise.
            models.CheckConstraint(
                condition=models.Q(outcome__in=("recorded", "withdrawn"), agent=models.F("entered_by"))
                | (models.Q(outcome__in=("validated", "refused")) & ~models.Q(agent=models.F("entered_by"))),
                name="desk_decision_four_eyes",
            ),
        )


class Figure(models.Model):
    """One line of a published table (``operating.figures``): derived, counted again at will. ``month``: YYYY-MM."""

    table = models.CharField(max_length=12, db_index=True)
    counted_on = models.DateField()
    month = models.CharField(max_length=7, blank=True)
    what = models.CharField(max_length=30)
    count = models.BigIntegerField()
    value = models.BigIntegerField()
