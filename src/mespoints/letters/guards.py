"""What of the letters the database refuses to change once written: sendings, their journal, deposits, what was told.

Beside what a letter comes to (its outcome, the day of its notification), one thing of a sending may change: where it
went, which an erasure empties (art. L. 225-2), once the journal of erasures names what the letter told.
"""

from mespoints.register.ledger import ERASURE_SOURCE
from mespoints.register.triggers import Guard

ERASED_MOVEMENT = f"""(
    EXISTS (SELECT 1 FROM register_erasure e WHERE e.act_id = m.act_id OR e.act_id = m.offence_id)
    OR (m.act_id IS NULL AND m.offence_id IS NULL AND EXISTS (
        SELECT 1 FROM register_act a
        WHERE a.licence_id = m.licence_id AND a.source = '{ERASURE_SOURCE}' AND a."on" > m."on"
    ))
)"""  # noqa: S608 - our own names
"""Whether what a movement ``m`` told was erased: its act or its offence; a movement that time alone brought leaves with
all that a balance carried over closed."""

ERASED = f"EXISTS (SELECT 1 FROM register_movement m WHERE m.id = OLD.owed_id AND {ERASED_MOVEMENT})"  # noqa: S608

GUARDS = {
    "letters_batch": Guard((("name",),), may_change=("handed_over",)),
    "letters_sending": Guard(
        (("owed_id", "attempt"), ("reference",)),
        key_among=(("owed_id", "kind"), "outcome <> 'not_notified'"),
        may_change=("outcome", "why", "notified_on"),
        may_change_if=("address", f"NEW.address = '[]' AND {ERASED}", f"NEW.address = '[]'::jsonb AND {ERASED}"),
    ),
    "letters_step": Guard((("act_id",), ("answers_id",))),
    # The comptes personnels of art. R. 223-3-1: opened and closed, what was put there, when it was first read.
    "letters_comptechange": Guard(stamped="at"),
    "letters_deposit": Guard(number="sending_id", stamped="at"),
    "letters_reading": Guard(number="sending_id", stamped="at"),
    "letters_dutylist": Guard((("name",),), may_change=("handed_over",)),
    "letters_dutyline": Guard((("act_id", "recipient", "turn"),)),
    "letters_dutysettled": Guard(number="act_id"),
    "letters_coderequest": Guard(
        key_among=(("licence_id",), "batch_id IS NULL AND NEW.batch_id IS NULL"),
        may_change=("attempt", "batch_id", "why"),
    ),
}
