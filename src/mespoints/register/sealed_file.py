"""The seals outside the database: a file to which lines are added, and nothing else is ever done.

One seal a line, in JSON, in the order of their numbers; the keys are those of ``line_of`` (``seal/1``). Kept where
whoever owns the database cannot write, it is what a register rewritten from end to end cannot agree with.
"""

import fcntl
import json
import os
from pathlib import Path

from mespoints.register.models import Seal
from mespoints.register.seals import FORM


class SealedFileRefused(Exception):
    """The file does not go with the register; the message says which line, what it holds, what was expected."""


def line_of(seal: Seal) -> str:
    """A seal as its line of ``seal/1``, without the end of the line."""
    document = {
        "format": FORM,
        "number": seal.number,
        "sealed_on": seal.sealed_on.isoformat(),
        "last_act": seal.last_act,
        "last_movement": seal.last_movement,
        "acts": seal.acts,
        "movements": seal.movements,
        "previous": seal.previous,
        "digest": seal.digest,
    }
    return json.dumps(document, separators=(",", ":"))


def export(path: Path) -> int:
    """Add to the file the seals that it lacks, and see it on the disk. Returns how many lines were added.

    A line that a crash cut short is completed. Raises SealedFileRefused, and writes nothing, when the file holds
    anything but the first seals of the register; OSError when it cannot be written.
    """
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        kept = file.read()
        expected = text_of_all()
        refuse_other_lines(kept, expected)
        file.write(expected[len(kept) :])
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        see_the_folder_on_the_disk(path.parent)
    return expected.count(b"\n") - kept.count(b"\n")


def text_of_all() -> bytes:
    """What the whole file should hold."""
    return b"".join(line_of(seal).encode() + b"\n" for seal in Seal.objects.order_by("number"))


def refuse_other_lines(kept: bytes, expected: bytes) -> None:
    """The file must be the beginning of what it should hold; raises SealedFileRefused."""
    if expected.startswith(kept):
        return
    found, due = kept.splitlines(), expected.splitlines()
    for number, line in enumerate(found, 1):
        if number > len(due):
            raise SealedFileRefused(
                f"fichier des sceaux, ligne {number} : le registre ne connaît que {len(due)} sceau(x)"
            )
        if line != due[number - 1]:
            raise SealedFileRefused(
                f"fichier des sceaux, ligne {number} : trouvé {shown(line)}, attendu {shown(due[number - 1])}"
            )
    raise SealedFileRefused(f"fichier des sceaux, ligne {len(found)} : fin de ligne inattendue")


def shown(line: bytes) -> str:
    """The digest of a line, or its first characters when it has none."""
    try:
        return str(json.loads(line)["digest"])
    except (ValueError, TypeError, KeyError):
        return repr(line[:60].decode(errors="replace"))


def see_the_folder_on_the_disk(folder: Path) -> None:
    """A new file is there after a power cut once its folder is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
