"""The lists of the duties that were not done, and of the fines to refund: written once, whole, each line told once.

As a batch of letters: the folder of a day's lists is written under ``.writing`` and forced to the disk, the rows that
say what was told are committed, then one rename lets the folder go. Killed before the commit, the folder is unknown and
made again; killed after it, the next run lets it go.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import NamedTuple

from django.db import connection

from mespoints.letters.duties import Told, follow
from mespoints.letters.duty_sheets import Sheet, Sheets, table_of
from mespoints.letters.models import DutyLine, DutyList, DutySettled
from mespoints.letters.spool import MANIFEST, Spool, sync_folder, write_safely
from mespoints.register.accesses import record_access
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

FORMAT = "duties/1"
LOCK = 0x4455_5459
"""The number by which two runs on one PostgreSQL server take turns."""

ACCESSES = {
    "procureur": ("Procureur de la République", "R223-4", "stage obligatoire non suivi dans le délai"),
    "prefet": ("Préfet", "L223-5", "permis invalidé non remis dans le délai"),
    "comptable": ("Comptable de la DGFiP", "R223-8", "amende que le stage remplace"),
}
"""What the driver reads among those who were told of their file: who, on which article, for what."""

SHOWN = "l'état civil et l'obligation née d'une lettre"


class OtherRun(Exception):
    """Another run has written lists meanwhile: nothing was written, and the command is to be run again."""


@dataclass
class Lists:
    """What a run has done: the name of the folder, empty when nothing was to be told.

    ``due`` and ``withdrawn``: the lines by recipient. ``settled``: letters that need no more looking at.
    """

    on: date
    name: str = ""
    due: dict[str, int] = field(default_factory=dict)
    withdrawn: dict[str, int] = field(default_factory=dict)
    settled: int = 0


class Heap(NamedTuple):
    """The lines of one list: those of one recipient, in one département."""

    recipient: str
    departement: str
    due: list[Told]
    withdrawn: list[Told]

    @property
    def name(self) -> str:
        """« prefet-44 »; « comptable », whose département the register does not know."""
        return f"{self.recipient}-{self.departement}" if self.departement else self.recipient


def write_lists(on: date, spool: Spool, sheets: Sheets, tell: Callable[[int], None] | None = None) -> Lists:
    """Write the lists of a day into a folder that is held; ``tell``: the letters looked at so far.

    Raises OtherRun when another run did so meanwhile.
    """
    release_the_rest(spool)
    last = last_list()
    told: list[Told] = []
    settled: dict[int, str] = {}
    for found in follow(on):
        told += found.told
        settled |= found.settled
        if tell is not None:
            tell(len(told) + len(settled))
    lists = Lists(on, settled=len(settled))
    with durable_transaction():
        wait_for_other_run()
        if last_list() != last:
            raise OtherRun
        if told:
            keep(lists, told, spool, sheets)
        # Settled once before, by a death that was taken back since: its row stays.
        known = set(DutySettled.objects.filter(act__in=settled).values_list("act_id", flat=True))
        new = [DutySettled(act_id=act, on=on, why=why) for act, why in settled.items() if act not in known]
        DutySettled.objects.bulk_create(new)
    release_the_rest(spool)
    return lists


def release_the_rest(spool: Spool) -> None:
    """Forget what a run that was killed had begun to write, let go what it had finished."""
    lists = list(DutyList.objects.filter(spool=spool.mark, handed_over=False).order_by("pk"))
    spool.forget_all_but({one.name for one in lists})
    for one in lists:
        if spool.has(one.name):
            spool.release(one.name)
        DutyList.objects.filter(pk=one.pk).update(handed_over=True)


def last_list() -> int:
    """The number of the last folder of lists, 0 before the first."""
    return DutyList.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def wait_for_other_run() -> None:
    """Until this transaction ends no other run tells anything. On SQLite the transaction holds the only lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def keep(lists: Lists, told: Sequence[Told], spool: Spool, sheets: Sheets) -> None:
    """Write the files, and in the register all that says what they tell, each file's driver included."""
    start = f"{lists.on.isoformat()}-"
    taken = set(DutyList.objects.filter(name__startswith=start).values_list("name", flat=True))
    lists.name = next(name for name in (f"{start}{number:04d}" for number in count(1)) if name not in taken)
    heaps = heaps_of(told)
    digest = write_files(lists, heaps, spool, sheets)
    row = DutyList.objects.create(
        name=lists.name, spool=spool.mark, on=lists.on, lines=len(told), digest=digest
    )  # fmt: skip
    DutyLine.objects.bulk_create(
        DutyLine(
            list=row, licence_id=one.licence, act_id=one.act, recipient=one.recipient, departement=one.departement,
            turn=one.turn, why=one.why,
        )
        for one in told
    )  # fmt: skip
    licences = Licence.objects.in_bulk({one.licence for one in told})
    for one in told:
        who, article, reason = ACCESSES[one.recipient]
        record_access(
            licences[one.licence], viewer="authority", who=f"{who} {one.departement}".strip(), means="",
            article=article, reason=reason, shown=SHOWN,
        )  # fmt: skip


def heaps_of(told: Sequence[Told]) -> list[Heap]:
    """The lines of each list, by recipient and département, in the order of the licences."""
    heaps: dict[tuple[str, str], Heap] = {}
    for one in told:
        heap = heaps.setdefault((one.recipient, one.departement), Heap(one.recipient, one.departement, [], []))
        (heap.due if one.turn % 2 else heap.withdrawn).append(one)
    return [heaps[key] for key in sorted(heaps)]


def write_files(lists: Lists, heaps: Sequence[Heap], spool: Spool, sheets: Sheets) -> str:
    """Write a CSV and a PDF for each list, then the manifest, and return the digest of the manifest."""
    folder = spool.writing / lists.name
    folder.mkdir(mode=0o700)
    described = []
    for heap in heaps:
        sheet = Sheet(lists.name, lists.on, heap.recipient, heap.departement, cells(heap.due), cells(heap.withdrawn))
        files = {f"{heap.name}.csv": table_of(sheet), f"{heap.name}.pdf": sheets.compose(sheet)}
        for name, content in files.items():
            write_safely(folder / name, content)
        lists.due[heap.recipient] = lists.due.get(heap.recipient, 0) + len(heap.due)
        lists.withdrawn[heap.recipient] = lists.withdrawn.get(heap.recipient, 0) + len(heap.withdrawn)
        described.append({
            "recipient": heap.recipient, "departement": heap.departement, "due": len(heap.due),
            "withdrawn": len(heap.withdrawn),
            "files": [{"file": name, "sha256": sha256(content)} for name, content in files.items()],
        })  # fmt: skip
    document = {"format": FORMAT, "name": lists.name, "on": lists.on.isoformat(), "lists": described}
    manifest = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    write_safely(folder / MANIFEST, manifest)
    sync_folder(folder)
    sync_folder(spool.writing)
    return sha256(manifest)


def cells(told: Sequence[Told]) -> list[tuple[str, tuple[str, ...]]]:
    """Why, and the cells, of some lines."""
    return [(one.why, one.cells) for one in told]


def sha256(content: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(content).hexdigest()
