"""Where the acts of a country come from: a file of acts/1, or the register of this installation, read as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mespoints.cli.numbers import number_of
from mespoints.cli.options import Given, UsageRefused
from mespoints.law.days import Day

if TYPE_CHECKING:
    import pyarrow as pa

READ_BY = ("nation audit", "nation export")
"""The commands that read the register without being told to."""
BESIDE_REGISTER = {
    "fr": "{} : l'option --rows ne va pas avec --register, qui lit {} permis à la fois",
    "en": "{}: option --rows does not go with --register, which reads {} licences at a time",
}
UNTOLD = {
    "fr": "Permis dont des faits ont été effacés depuis ce jour (art. L. 225-2) : {} ; où ils en étaient ne peut plus "
    "être dit : sans solde.\n",
    "en": "Licences of which facts were erased since that day (art. L. 225-2): {}; where they stood can no longer be "
    "told: no balance.\n",
}


class Acts(NamedTuple):
    """Batches of whole licences; ``untold``: how many of those read by then cannot be told as of the day asked."""

    batches: "Iterator[pa.RecordBatch]"
    untold: Callable[[], int]


def reads_register(given: Given) -> bool:
    """Whether the command needs the register."""
    return given.command in READ_BY or "--register" in given.options


def is_strict(given: Given) -> bool:
    """Whether the strict reading of the law is asked for (D2)."""
    return given.options.get("--reading") == "strict"


def file_asked(given: Given, option: str) -> Path | None:
    """The file that an option names; None without it."""
    return Path(given.options[option]) if option in given.options else None


def acts_asked(given: Given, path: str, on: Day, known_on: Day, cores: int) -> Acts:
    """The acts of a file, or of the register for ``--register``: as it was known, to be told as of a day.

    Raises UsageRefused; the batches raise what ``whole_batches`` does.
    """
    if reads_register(given):
        from mespoints.national.register_acts import LICENCES_AT_ONCE, RegisterActs

        if "--rows" in given.options:
            raise UsageRefused(BESIDE_REGISTER[given.language].format(given.command, LICENCES_AT_ONCE))
        register = RegisterActs(on, known_on)
        return Acts(register.batches(cores), lambda: register.untold)
    from mespoints.national.reading import ROWS_AT_ONCE, whole_batches

    rows = number_of(given, "--rows", ROWS_AT_ONCE, 1, 1 << 30)
    return Acts(whole_batches(Path(path), rows), lambda: 0)
