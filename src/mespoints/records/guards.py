"""What of the codes of sharing the database refuses to change: a code that was revoked never opens anything again."""

from mespoints.register.triggers import Guard

GUARDS = {
    "records_sharecode": Guard(
        (("licence_id", "number"), ("digest",)),
        may_change=("revoked_on",),
        may_change_if=("revoked_on", "OLD.revoked_on IS NULL", "OLD.revoked_on IS NULL"),
        # As long as the journal of who used it.
        may_go=("OLD.until_on < DATE('now', '-1 year')", "OLD.until_on < current_date - interval '1 year'"),
    ),
}
