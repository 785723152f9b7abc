"""The claim of somebody whom the register does not know: no file, so no sign-in; who they are comes with the claim.

It is found again by its reference and the day of birth that was written, and by nothing else. A file must come with it:
a licence that nobody finds is shown, not told.
"""

from collections.abc import Collection
from datetime import date

from mespoints.register.durability import durable_transaction
from mespoints.requests.attachments import Judged
from mespoints.requests.claims import NOT_IN_FILE, create, written
from mespoints.requests.models import Claim, Claimant
from mespoints.requests.steps import StepRefused


def file_as_claimant(claimant: Claimant, departement: str, text: str, files: Collection[Judged], *, on: date) -> Claim:
    """Write the claim of somebody who has no file; ``claimant`` is saved with it, ``departement`` answers.

    Raises StepRefused when nothing is written or no file comes with it.
    """
    if not files:
        raise StepRefused("trouvé aucun fichier, attendu un au moins.")
    with durable_transaction():
        claim = create(NOT_IN_FILE, departement, written(text), files, on=on, licence=None)
        claimant.claim = claim
        claimant.save(force_insert=True)
    return claim


def claim_of_claimant(reference: str, born_on: date) -> Claim | None:
    """The claim without a licence that bears this reference (``normal_reference``), if this day goes with it."""
    found = Claimant.objects.select_related("claim").filter(claim__reference=reference, born_on=born_on).first()
    return found.claim if found else None
