"""What the database refuses to change: an agent's account, save who answered the invitation and its end; a sign-in;
sessions that were ended; what agents said of a review, and the review save its end."""

from mespoints.register.triggers import Guard

A_YEAR_OLD = ("OLD.at < STRFTIME('%Y-%m-%d %H:%M:%f', 'now', '-1 year')", "OLD.at < now() - interval '1 year'")
GUARDS = {
    "identity_agent": Guard(may_change=("issuer", "subject", "bound_at", "closed_on")),
    "identity_review": Guard(may_change=("closed_at",)),
    "identity_settlement": Guard(stamped="at"),
    "identity_settlementdecision": Guard(number="settlement_id", stamped="at"),
    "identity_signin": Guard(may_go=A_YEAR_OLD, stamped="at"),
    "identity_sessionsended": Guard(may_go=A_YEAR_OLD, stamped="at"),
}
