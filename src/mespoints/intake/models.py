"""What became of each line of each feed, written in the transaction that wrote its acts.

A line is kept as it came only while it is refused or waits: once accepted, the register says what it said.
"""

from django.db import models


class FeedFile(models.Model):
    """A file of one feed, known by the digest of its content. ``header``: that of a CSV, empty for JSON lines.

    ``lines``: how many have their fate so far; ``done`` once that is all of them. The four counts say which fates.
    """

    feed = models.CharField(max_length=40)
    name = models.CharField(max_length=150)
    digest = models.CharField(max_length=64)
    header = models.TextField(blank=True)
    received_on = models.DateField()
    lines = models.BigIntegerField(default=0)
    accepted = models.BigIntegerField(default=0)
    known = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)
    waiting = models.BigIntegerField(default=0)
    done = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["feed", "digest"], name="intake_file_once"),)


class FeedLine(models.Model):
    """One line by its number in the file, and its fate. ``reasons``: in French, of what is refused or waits.

    ``neph`` and ``raw`` are emptied once the line is accepted or known; ``raw`` is never kept of ``intake/1``, which
    may hold a confidential code. ``waits_for``: what has to come first.
    """

    class Fate(models.TextChoices):
        """What became of a line."""

        ACCEPTED = "accepted", "it brought something"
        KNOWN = "known", "it brought nothing new"
        REFUSED = "refused", "it cannot be right"
        WAITING = "waiting", "something has to come first"

    class WaitsFor(models.TextChoices):
        """What a line waits for."""

        NOTHING = "", "nothing"
        LICENCE = "licence", "the licence of its file number"
        ACT = "act", "an act that it names"

    file = models.ForeignKey(FeedFile, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    fate = models.CharField(max_length=8, choices=Fate.choices)
    waits_for = models.CharField(max_length=8, choices=WaitsFor.choices, blank=True)
    reasons = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    neph = models.CharField(max_length=19, blank=True)
    raw = models.BinaryField(default=bytes)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["file", "number"], name="intake_line_once"),)
        indexes = (models.Index(fields=["neph"], condition=models.Q(fate="waiting"), name="intake_line_waiting"),)
