"""The codes by which a holder lets a third party see their right to drive. The code itself is nowhere."""

from django.db import models

from mespoints.register.models import Licence


class ShareCode(models.Model):
    """A code that opens the right to drive of one licence until a day.

    ``number``: its place among those of the licence, by which holder and journal name it. ``digest``: of the code, with
    a key that the database does not hold. ``label``: for whom, in the holder's own words, which the others never see.
    ``revoked_on``: it opens nothing any more; the only thing here that may change, once.
    """

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="share_codes", db_index=False)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=60, blank=True)
    created_on = models.DateField()
    until_on = models.DateField()
    revoked_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["licence", "number"], name="records_sharecode_number"),)
        indexes = (models.Index(fields=["until_on"], name="records_sharecode_until"),)
