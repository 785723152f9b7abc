"""The intake of people and their histories: ``intake/1``, one line a person."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from mespoints.intake.lines import LineRefused
from mespoints.intake.openings import DIFFERENT, holder_fields, licence_fields, open_licences, refuse_changes
from mespoints.intake.person import Person, read_person
from mespoints.intake.shapes import HeldCategory
from mespoints.intake.taking import release
from mespoints.register.codes import goes_with, hash_of, keep_code
from mespoints.register.durability import durable_transaction
from mespoints.register.files import note_delivery
from mespoints.register.ledger import AppendRefused, append_acts
from mespoints.register.models import Category, ConfidentialCode, Licence

SOURCE = "intake/1"


class Refused(NamedTuple):
    """A line that was not taken, by its number from 1, and why, in French."""

    line: int
    reasons: tuple[str, ...]


class Report(NamedTuple):
    """How many lines brought something, how many brought nothing new, and those that were refused."""

    accepted: int
    known: int
    refused: list[Refused]


def load(lines: Iterable[str | bytes], *, recorded_on: date, progress: Callable[[int], None] | None = None) -> Report:
    """Take each line in its own transaction: a bad line is refused whole and hinders no other.

    Lines given as bytes may hold anything; text must have been read with ``surrogateescape`` to be as safe.
    ``progress`` is told the number of lines done. The register then knows what this feed knew on that day.
    """
    accepted = known = 0
    refused = []
    for number, line in enumerate(lines, 1):
        try:
            if receive(read_person(line, recorded_on), recorded_on, f"ligne {number}"):
                accepted += 1
            else:
                known += 1
        except (LineRefused, AppendRefused) as refusal:
            refused.append(Refused(number, refusal.reasons))
        if progress:
            progress(number)
    note_delivery(SOURCE, recorded_on)
    return Report(accepted, known, refused)


def note_nothing(_brought: bool) -> None:
    """Keep no fate: who loads lines without a file asks for none."""


def receive(person: Person, recorded_on: date, reference: str, note: Callable[[bool], None] = note_nothing) -> bool:
    """Write what the line brings, then what waited for its licence; whether it brought anything.

    ``note`` is told so inside the transaction, to keep the fate of the line with what it brought.
    """
    licence = Licence.objects.select_related("holder", "confidential_code").filter(neph=person.neph).first()
    is_new = licence is None
    # Before the transaction: hashing is slow on purpose, and others wait for the write lock.
    code_hash = new_code_hash(person.holder.code, getattr(licence, "confidential_code", None))
    with durable_transaction():
        opening = licence_fields(person.dossier.licence)
        if licence is None:
            (licence,) = open_licences([(person.neph, held_fields(person), opening)], recorded_on)
        else:
            refuse_changes(licence, held_fields(person), opening)
        categories = add_categories(licence, person.categories)
        appended = append_acts(licence, person.acts, recorded_on=recorded_on, source=SOURCE, reference=reference)
        if code_hash:
            keep_code(licence, code_hash, issued_on=recorded_on)
        release({person.neph}, recorded_on)
        brought = bool(is_new or categories or appended.new or code_hash)
        note(brought)
    return brought


def new_code_hash(code: str, kept: ConfidentialCode | None) -> str:
    """The hash to keep, or nothing when there is no code or it is kept already. Another code is refused."""
    if not code:
        return ""
    if kept is None:
        return hash_of(code)
    if not goes_with(code, kept):
        raise LineRefused(f"holder, clé « code » : {DIFFERENT}.")
    return ""


def held_fields(person: Person) -> dict[str, Any]:
    """The holder of a line as the register's columns: all but the code."""
    return holder_fields(person.holder._asdict())


def add_categories(licence: Licence, given: list[HeldCategory]) -> int:
    """Add the categories obtained since; refuse one that is kept with another end or other restrictions."""
    kept = {(row.category, row.from_on): row for row in licence.categories.all()}
    new = []
    for held in given:
        row = category_row(licence, held)
        same = kept.get((row.category, row.from_on))
        if same is None:
            new.append(row)
        elif (same.to_on, same.codes) != (row.to_on, row.codes) and not changed_since(licence):
            raise LineRefused(f"categories, catégorie « {row.category} » : {DIFFERENT}.")
    Category.objects.bulk_create(new)
    return len(new)


def changed_since(licence: Licence) -> bool:
    """Whether a prefecture has renewed a category of this licence: what this feed says of them is of the past."""
    return licence.acts.filter(kind="category").exists()


def category_row(licence: Licence, held: HeldCategory) -> Category:
    """A category as a row of the register."""
    return Category(
        licence=licence,
        category=held.category,
        from_on=date.fromordinal(held.from_on),
        to_on=date.fromordinal(held.to_on) if held.to_on is not None else None,
        codes=held.codes,
    )
