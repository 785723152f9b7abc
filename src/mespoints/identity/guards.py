"""What the database refuses to change in the accounts of agents: all but who answered the invitation, and the end."""

from mespoints.register.triggers import Guard

GUARDS = {"identity_agent": Guard(may_change=("issuer", "subject", "bound_at", "closed_on"))}
