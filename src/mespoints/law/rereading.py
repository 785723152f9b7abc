"""Acts that a register holds, read again: they were found right when they entered it, and are not checked anew.

The same tables (``law.shapes``) take the same values as ``law.reading``, which checks them, one against another too.
"""

from functools import lru_cache
from typing import Any

from mespoints.law.acts import Act
from mespoints.law.reading import make_record
from mespoints.law.shapes import ACTS, OFFENCE


def reread_act(given: dict[str, Any]) -> Act:
    """The record of an act that was read once without fault. A value that cannot be right is a bug, not a refusal."""
    shape = ACTS[given["act"]]
    keys = shape.keys
    values = {key: keys[key].take(value) for key, value in given.items() if key != "act"}
    assert None not in values.values(), "an act of the register holds what was never read"
    if shape is OFFENCE and not ("class" in given and "points" in given):
        values["class"], values["points"] = price_of(*map(values.get, PRICED_BY))
    act: Act = make_record(shape, values)
    return act


PRICED_BY = ("committed_on", "natinf", "article", "paragraph", "class", "points")
"""The keys of an offence from which the barème tells its class and points."""


@lru_cache(maxsize=1 << 16)  # the common codes, each day of the years that are kept
def price_of(*known: Any) -> tuple[str, int]:
    """The class and points of an offence by the barème of its day, from what the act says: None where it is silent."""
    # Imported here as in ``law.reading``: most offences give both.
    from mespoints.law.classing import settle_class

    given = {key: value for key, value in zip(PRICED_BY, known, strict=True) if value is not None}
    values = dict(given)
    settle_class(given, values, [])
    return values["class"], values["points"]
