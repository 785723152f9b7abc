"""What the database refuses to change of what agents entered and decided: all but the line, which goes once decided."""

from mespoints.register.triggers import Guard

DECIDED = "NEW.line = '' AND EXISTS (SELECT 1 FROM desk_decision d WHERE d.entry_id = OLD.id)"

GUARDS = {
    "desk_entry": Guard(may_change_if=("line", DECIDED, DECIDED), stamped="at"),
    "desk_decision": Guard(number="entry_id", stamped="at"),
}
