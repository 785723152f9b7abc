"""The intake of people and their histories: ``intake/1``, one line a person."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from mespoints.intake.lines import LineRefused
from mespoints.intake.person import Person, read_person
from mespoints.intake.shapes import HeldCategory
from mespoints.law.acts import Licence as LawLicence
from mespoints.register.codes import goes_with, hash_of, keep_code
from mespoints.register.durability import durable_transaction
from mespoints.register.files import note_delivery
from mespoints.register.ledger import AppendRefused, append_acts
from mespoints.register.models import Category, ConfidentialCode, Holder, Licence

SOURCE = "intake/1"
DIFFERENT = "diffère de ce qui est enregistré ; cette remise ne le modifie pas"


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


def receive(person: Person, recorded_on: date, reference: str) -> bool:
    """Write what the line brings; whether it brought anything."""
    licence = Licence.objects.select_related("holder", "confidential_code").filter(neph=person.neph).first()
    is_new = licence is None
    # Before the transaction: hashing is slow on purpose, and others wait for the write lock.
    code_hash = new_code_hash(person.holder.code, getattr(licence, "confidential_code", None))
    with durable_transaction():
        if licence is None:
            licence = open_licence(person, recorded_on)
        else:
            refuse_changes(licence, person)
        categories = add_categories(licence, person.categories)
        appended = append_acts(licence, person.acts, recorded_on=recorded_on, source=SOURCE, reference=reference)
        if code_hash:
            keep_code(licence, code_hash, issued_on=recorded_on)
    return bool(is_new or categories or appended.new or code_hash)


def new_code_hash(code: str, kept: ConfidentialCode | None) -> str:
    """The hash to keep, or nothing when there is no code or it is kept already. Another code is refused."""
    if not code:
        return ""
    if kept is None:
        return hash_of(code)
    if not goes_with(code, kept):
        raise LineRefused(f"holder, clé « code » : {DIFFERENT}.")
    return ""


def open_licence(person: Person, recorded_on: date) -> Licence:
    """The holder and the licence of a file number met for the first time."""
    holder = Holder.objects.create(**held_fields(person))
    opening = person.dossier.licence
    return Licence.objects.create(neph=person.neph, holder=holder, recorded_on=recorded_on, **licence_fields(opening))


def held_fields(person: Person) -> dict[str, Any]:
    """The holder of a line as the register's columns: all but the code."""
    return {name: value for name, value in person.holder._asdict().items() if name != "code"}


def licence_fields(opening: LawLicence) -> dict[str, Any]:
    """The opening licence of a dossier as the register's columns."""
    return {
        "obtained_on": date.fromordinal(opening.obtained_on),
        "probation": opening.probation,
        "territory": opening.territory,
        "foreign": opening.foreign,
    }


def refuse_changes(licence: Licence, person: Person) -> None:
    """A holder or an opening licence that differs is refused: what is known is not changed in passing."""
    expected = [
        ("holder", licence.holder, held_fields(person)),
        ("licence", licence, licence_fields(person.dossier.licence)),
    ]
    reasons = [
        f"{place}, clé « {name} » : {DIFFERENT}."
        for place, kept, given in expected
        for name, value in given.items()
        if getattr(kept, name) != value
    ]
    if reasons:
        raise LineRefused(*reasons)


def add_categories(licence: Licence, given: list[HeldCategory]) -> int:
    """Add the categories obtained since; refuse one that is kept with another end or other restrictions."""
    kept = {(row.category, row.from_on): row for row in licence.categories.all()}
    new = []
    for held in given:
        row = category_row(licence, held)
        same = kept.get((row.category, row.from_on))
        if same is None:
            new.append(row)
        elif (same.to_on, same.codes) != (row.to_on, row.codes):
            raise LineRefused(f"categories, catégorie « {row.category} » : {DIFFERENT}.")
    Category.objects.bulk_create(new)
    return len(new)


def category_row(licence: Licence, held: HeldCategory) -> Category:
    """A category as a row of the register."""
    return Category(
        licence=licence,
        category=held.category,
        from_on=date.fromordinal(held.from_on),
        to_on=date.fromordinal(held.to_on) if held.to_on is not None else None,
        codes=held.codes,
    )
