"""The words for what happens to a letter, and its journal."""

from mespoints.law.notification import EVENTS

DISPATCHED = "dispatched"
DEPOSITED = "deposited"
ALERTED = "alerted"
NOT_ALERTED = "not_alerted"
READ = "read"
PUT_ASIDE = "put_aside"
STOPPED = "stopped"
NOTIFIED = "notified"
NOT_NOTIFIED = "not_notified"
TO_EXAMINE = "to_examine"
SEEN = "seen"

KINDS = (
    DISPATCHED, DEPOSITED, ALERTED, NOT_ALERTED, READ, *EVENTS, NOTIFIED, NOT_NOTIFIED, TO_EXAMINE, SEEN, PUT_ASIDE,
    STOPPED,
)  # fmt: skip
"""``dispatched``: composed, and given to the carrier. ``deposited``: composed, and put on the compte personnel;
``alerted``, or ``not_alerted`` when the mail server refused it: the e-mail that tells of it; ``read``: for the first
time. Then what the post says, and what it amounts to. ``seen``: an agent has looked into a receipt that came too late,
or of no known letter. ``put_aside``: it cannot be sent until something is mended. ``stopped``: it is not to be sent any
more."""

RETRAIT = "retrait"
"""The letter that takes back a 48SI already posted, once the sum has come back above zero, were it to fall again."""

FALLS = ("48SI", "interdiction")
"""The letters that take the right to drive."""

WITHDRAWALS = ("48", "48N", "48M", *FALLS)
"""The letters that tell a withdrawal, and go where the offence was recorded to belong."""
