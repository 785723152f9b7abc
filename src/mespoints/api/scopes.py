"""The scope of an authority: the one door that its article opens. A firm asks about the drivers that it declared."""

from mespoints.law.access import EVERYTHING, OF_PREVENTION, OF_TITLES, RIGHTS, WITHOUT_NAMES, Caller, Datum

FIRM = "transport_firm"
DRIVERS = "drivers"
SCOPES: dict[frozenset[Datum], str] = {
    RIGHTS: "rights",
    EVERYTHING: "record",
    WITHOUT_NAMES: "study",
    OF_TITLES: "titles",
    OF_PREVENTION: "prevention",
}
HOLDS = {scope: data for data, scope in SCOPES.items()}
"""What the answer of each scope has a place for."""


def scope_of(caller: Caller) -> str:
    """The word of its scope, which is the address where it asks."""
    return DRIVERS if caller.kind == FIRM else SCOPES[caller.sees]
