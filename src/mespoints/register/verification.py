"""The whole register checked, from the first licence to the last seal; it stops at the first thing that is broken."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from mespoints.register.broken import Broken
from mespoints.register.file_checks import ABSENT, broken_in
from mespoints.register.models import Act, Licence, Movement, Seal
from mespoints.register.seal_checks import broken_file, broken_seals
from mespoints.register.whole_files import WholeFile, licences_after, one_moment, read_whole_files

PARENTS = {
    "register_act": ("licence_id", "register_licence", "id"),
    "register_movement": ("licence_id", "register_licence", "id"),
    "register_payload": ("act_id", "register_act", "id"),
    "register_erasure": ("act_id", "register_act", "id"),
    "register_owedletter": ("movement_id", "register_movement", "id"),
    "register_account": ("licence_id", "register_licence", "id"),
}
"""What each row belongs to. The database sees to it, unless someone told it not to."""

ORPHAN = """
SELECT t.{column} FROM {table} t LEFT JOIN {parent} p ON p.{key} = t.{column} WHERE p.{key} IS NULL LIMIT 1
"""

Progress = Callable[[int, int], None]


class Verified(NamedTuple):
    """What was read, up to the first thing that is broken; None when all is well.

    ``erased``: the acts whose payload was erased. ``unsealed``: the acts and movements written since the last seal.
    """

    licences: int
    acts: int
    movements: int
    letters: int
    erased: int
    seals: int
    unsealed: int
    broken: Broken | None


def verify(seals: Path | None = None, progress: Progress | None = None) -> Verified:
    """Check every file, then every seal, then the file of the seals if there is one.

    ``progress`` is told how many licences are done, and how many there are. Writers are not made to wait. Raises
    OSError when the file of the seals cannot be read.
    """
    counts: Counter[str] = Counter()
    with closing(all_broken(seals, counts, progress)) as found:
        broken = next(found, None)
    return Verified(
        counts["licences"], counts["acts"], counts["movements"], counts["letters"], counts["erased"],
        Seal.objects.count(), count_unsealed(), broken,
    )  # fmt: skip


def all_broken(seals: Path | None, counts: Counter[str], progress: Progress | None) -> Generator[Broken, None, None]:
    """Everything that is broken, in the order in which it is looked for."""
    yield from broken_files(counts, progress)
    with one_moment():
        yield from broken_orphans()
        yield from broken_seals()
        if seals is not None:
            yield from broken_file(seals)


def broken_files(counts: Counter[str], progress: Progress | None) -> Iterator[Broken]:
    """What is broken in the files, some hundred files at a time."""
    total = Licence.objects.count() if progress else 0
    last = 0
    while pks := licences_after(last):
        with one_moment():
            files = read_whole_files(pks)
        for file in files:
            count(file, counts)
            yield from broken_in(file)
        last = pks[-1]
        if progress:
            progress(counts["licences"], max(total, counts["licences"]))


def count(file: WholeFile, counts: Counter[str]) -> None:
    """What a file adds to what was read."""
    book = file.book
    counts.update(
        licences=1, acts=len(book.acts), movements=len(book.movements), letters=len(file.letters),
        erased=len(file.erased),
    )  # fmt: skip


def broken_orphans() -> Iterator[Broken]:
    """Rows whose licence, act or movement is not there any more."""
    for table, (column, parent, key) in PARENTS.items():
        with connection.cursor() as cursor:
            cursor.execute(ORPHAN.format(table=table, column=column, parent=parent, key=key))
            for (number,) in cursor.fetchall():
                yield Broken(0, "orphan", 0, table, ABSENT, f"{parent} {number}")


def count_unsealed() -> int:
    """The acts and movements written since the last seal."""
    last = Seal.objects.order_by("-number").first()
    after = (last.last_act, last.last_movement) if last else (0, 0)
    return Act.objects.filter(pk__gt=after[0]).count() + Movement.objects.filter(pk__gt=after[1]).count()
