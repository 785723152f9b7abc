"""What of the authorities' access the database refuses to change once written: the journal, the receipts."""

from mespoints.register.triggers import Guard

GUARDS = {
    # Kept for one year, as the journal of accesses is.
    "api_call": Guard(
        may_go=("OLD.at < STRFTIME('%Y-%m-%d %H:%M:%f', 'now', '-1 year')", "OLD.at < now() - interval '1 year'"),
        stamped="at",
    ),
    "api_receipt": Guard(),
}
