"""Whether a database that refused could not do its work for now, and why: the same request, later, may well succeed.

A row that the database refuses (a constraint, a trigger) is not of these: asked again, it would be refused again.
"""

from django.db import Error, InterfaceError, OperationalError

STATES = {
    "25006": "read_only",  # a server that no longer leads
    "53100": "disk_full",
    "53200": "overloaded",
    "53300": "overloaded",
    "55P03": "slow",  # a lock that was not had in time
    "57014": "slow",  # a statement that was cut short
    "57P01": "stopped",
    "57P02": "stopped",
    "57P03": "stopped",  # it starts, or ends
    "57P05": "stopped",
}
"""The reasons of PostgreSQL (its appendix A) that pass by themselves, or once somebody has made room."""
SQLITE_FULL = "database or disk is full"


def why_unavailable(error: BaseException | None) -> str:
    """One word, or nothing when the error is of another kind.

    ``unreachable``, ``stopped``, ``slow``, ``overloaded``, ``read_only``, ``disk_full``.
    """
    if not isinstance(error, Error):
        return ""
    state = getattr(error.__cause__, "sqlstate", None)
    if state in STATES:
        return STATES[state]
    if str(error) == SQLITE_FULL:
        return "disk_full"
    if isinstance(error, InterfaceError) or (isinstance(error, OperationalError) and lost(state)):
        return "unreachable"
    return ""


def lost(state: str | None) -> bool:
    """Whether the line to the server was cut: no reason at all was given, or one of class 08."""
    return state is None or state.startswith("08")
