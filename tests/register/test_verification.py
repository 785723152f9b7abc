"""Every kind of damage, done with the triggers lifted, is found and named."""

# ruff: noqa: S608 (the names are those of our own tables)

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from mespoints.register import triggers
from mespoints.register.accounts import rebuild
from mespoints.register.books import open_books
from mespoints.register.chain import payload_digest
from mespoints.register.ledger import act_link, append_acts, settle
from mespoints.register.models import Act, Licence, Movement, Seal
from mespoints.register.sealed_file import export
from mespoints.register.seals import seal_after, take_seal
from mespoints.register.verification import verify
from mespoints.register.whole_files import read_whole_files
from mespoints.register.writing import write_books

pytestmark = pytest.mark.django_db

DAY = date(2024, 4, 2)


def offence(name: str, points: int, final_on: str, place: str = "Nantes") -> dict[str, Any]:
    """A contravention of the fourth class, committed in January 2024."""
    days = {"committed_on": "2024-01-20", "final_on": final_on, "decided_on": final_on}
    return {
        "act": "offence",
        "id": name,
        "class": "c4",
        "points": points,
        "final_by": "paiement",
        "place": place,
        **days,
    }


DELIVERIES = (
    [offence("i1", 4, "2024-03-01"), offence("i2", 1, "2024-03-15")],
    [{"act": "stage", "id": "s1", "ended_on": "2024-04-02", "kind": "volontaire"}],
    [offence("i3", 3, "2024-04-03")],
)
"""Of each licence, on three days."""


def sql(statement: str, *values: object) -> None:
    """Run a statement that no trigger refuses any more."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def keys_are_checked(when: str) -> None:
    """When PostgreSQL checks foreign keys: no trigger can be lifted while a check is waiting."""
    if connection.vendor == "postgresql":
        sql(f"SET CONSTRAINTS ALL {when}")


@pytest.fixture
def forging() -> Iterator[None]:
    """The triggers are lifted, by someone who owns the database."""
    keys_are_checked("IMMEDIATE")
    triggers.remove(connection)
    yield
    triggers.remove(connection)
    triggers.install(connection)


@pytest.fixture
def file(licence: Licence, tmp_path: Path, forging: None) -> Path:
    """Three licences with their histories, and the file of three seals."""
    path = tmp_path / "seals.jsonl"
    licences = [licence, *[another(licence, neph) for neph in ("000000000002", "000000000003")]]
    for day, acts in enumerate(DELIVERIES):
        for one in licences:
            append_acts(one, acts, recorded_on=DAY + timedelta(days=day), source="test")
        take_seal(DAY + timedelta(days=day))
        export(path)
    return path


def another(licence: Licence, neph: str) -> Licence:
    """One more licence like this one."""
    fields = ("holder", "obtained_on", "probation", "territory", "recorded_on")
    return Licence.objects.create(neph=neph, **{name: getattr(licence, name) for name in fields})


def broken(path: Path | None = None) -> tuple[str, int, str]:
    """What was found broken: the place, the number there, the point."""
    found = verify(path).broken
    assert found is not None
    assert found.licence in (0, second().pk)
    return found.what, found.sequence, found.point


def second() -> Licence:
    """The licence that is damaged: neither the first nor the last."""
    return Licence.objects.order_by("pk")[1]


def withdrawal() -> Movement:
    """One of its movements, in the middle, that names its act."""
    return second().movements.get(act__act_id="i2")


def test_a_sound_register_is_whole(file: Path) -> None:
    """All is counted, nothing is broken, and the count goes on to its end."""
    told: list[tuple[int, int]] = []
    checked = verify(file, lambda done, total: told.append((done, total)))

    assert checked.broken is None
    assert (3, 12, Movement.objects.count(), 3, 0) == (
        checked.licences, checked.acts, checked.movements, checked.seals, checked.unsealed,
    )  # fmt: skip
    assert [(3, 3)] == told


def test_an_empty_register_is_whole() -> None:
    """There is nothing to check."""

    assert verify().broken is None


def test_a_licence_just_opened_is_whole(licence: Licence) -> None:
    """It has no act, no movement, no account yet."""

    assert verify().broken is None


def test_a_night_without_movements_is_whole(file: Path) -> None:
    """The account then looks further than the last posting."""
    for on in (date(2024, 4, 10), date(2024, 9, 20), date(2025, 4, 1)):
        book = open_books([second().pk])[second().pk]
        settle(book, on)
        write_books([book])

        assert verify(file).broken is None


def test_rows_written_since_the_last_seal_are_counted(file: Path) -> None:
    """They are checked like the others, and not sealed yet."""
    append_acts(
        second(), [{"act": "title_lost", "id": "t1", "on": "2024-05-01"}], recorded_on=date(2024, 5, 2), source=""
    )
    checked = verify(file)

    assert (None, 1) == (checked.broken, checked.unsealed)


def test_a_changed_payload(file: Path) -> None:
    """It is no longer the one that the act keeps the digest of."""
    act = second().acts.get(sequence=2)
    sql("UPDATE register_payload SET body = %s WHERE act_id = %s", act.payload.body.replace("Nantes", "Paris"), act.pk)

    assert ("act", 2, "payload") == broken()


def test_a_payload_removed_without_its_erasure(file: Path) -> None:
    """Only what the journal of erasures names may be missing."""
    sql("DELETE FROM register_payload WHERE act_id = %s", second().acts.get(sequence=2).pk)

    assert ("act", 2, "payload") == broken()


def test_a_payload_kept_after_its_erasure(file: Path) -> None:
    """What the journal says is gone must be gone."""
    act = second().acts.get(sequence=2)
    sql("INSERT INTO register_erasure (act_id, paragraph, erased_on) VALUES (%s, 'L225-2 I', '2031-01-01')", act.pk)

    assert ("act", 2, "erased_payload") == broken()


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'stage'", "act_id = 'other'", "version = 2", "\"on\" = '2020-01-01'", "recorded_on = '2020-01-01'",
        "source = 'other'", "reference = 'other'", "link = '0'",
    ],
)  # fmt: skip
def test_a_changed_act(file: Path, change: str) -> None:
    """Each column is covered by the link."""
    sql(f"UPDATE register_act SET {change} WHERE id = %s", second().acts.get(sequence=2).pk)

    assert ("act", 2, "link") == broken()


@pytest.mark.parametrize(
    ("change", "point"),
    [
        ("act_id = NULL", "link"), ("offence_id = NULL", "link"), ("corrects_id = id", "link"),
        ("\"on\" = '2020-01-01'", "link"), ("cause = 'other'", "link"), ("reason = 1", "link"),
        ("posted_on = '2020-01-01'", "link"), ("letter = '48SI'", "link"), ("link = '0'", "link"),
        ("points = -2", "signed_balance"), ("signed_balance = 8", "signed_balance"), ("balance = 8", "balance"),
    ],
)  # fmt: skip
def test_a_changed_movement(file: Path, change: str, point: str) -> None:
    """Each column is covered by the link, the sums by addition too."""
    row = withdrawal()
    sql(f"UPDATE register_movement SET {change} WHERE id = %s", row.pk)

    assert ("movement", row.sequence, point) == broken()


def remove(act: Act) -> None:
    """Take an act out of the register, with all that hangs on it."""
    of_act = "(SELECT id FROM register_movement WHERE act_id = %s)"
    sql(f"DELETE FROM register_owedletter WHERE movement_id IN {of_act}", act.pk)
    for table, column in (("register_movement", "act_id"), ("register_payload", "act_id"), ("register_act", "id")):
        sql(f"DELETE FROM {table} WHERE {column} = %s", act.pk)


def lose_a_report() -> Act:
    """One more act, well chained, of the last day that is sealed."""
    lost = {"act": "title_lost", "id": "t1", "on": "2024-04-04"}
    append_acts(second(), [lost], recorded_on=DAY + timedelta(days=2), source="test")
    return second().acts.latest("sequence")


def test_a_row_removed_from_the_middle(file: Path) -> None:
    """There is a hole in the numbers."""
    remove(second().acts.get(sequence=2))

    assert ("act", 2, "sequence") == broken()


def test_the_last_act_removed_with_its_movements(file: Path) -> None:
    """The chain ends sooner and holds; the account knows better. Made again, it is the seals that do."""
    remove(second().acts.get(sequence=4))
    found = broken(file)
    rebuild(DAY + timedelta(days=2))

    assert ("account", 0, "balance") == found
    assert ("seal", 3, "acts") == broken(file)


def test_the_last_movement_removed_with_its_letter(file: Path) -> None:
    """What is posted is no longer what the law says."""
    row = second().movements.latest("sequence")
    sql("DELETE FROM register_owedletter WHERE movement_id = %s", row.pk)
    sql("DELETE FROM register_movement WHERE id = %s", row.pk)

    assert ("law", row.sequence - 1, "signed_balance") == broken()


def test_an_inserted_act(file: Path) -> None:
    """Whoever does not know how to chain it is found at once."""
    act = lose_a_report()
    sql("UPDATE register_act SET link = digest WHERE id = %s", act.pk)

    assert ("act", 5, "link") == broken()


def test_an_act_inserted_below_what_is_sealed(file: Path) -> None:
    """Well chained, under a number that no writer gives and no seal covers."""
    act = lose_a_report()
    keys_are_checked("DEFERRED")
    sql("UPDATE register_payload SET act_id = -1 WHERE act_id = %s", act.pk)
    sql("UPDATE register_act SET id = -1 WHERE id = %s", act.pk)
    keys_are_checked("IMMEDIATE")

    assert ("seal", 1, "register_act") == broken(file)


def test_two_acts_that_changed_places(file: Path) -> None:
    """Each is sound, and neither follows the other."""
    one, other = second().acts.get(sequence=2).pk, second().acts.get(sequence=3).pk
    for pk, sequence in ((one, 99), (other, 2), (one, 3)):
        sql("UPDATE register_act SET sequence = %s WHERE id = %s", sequence, pk)

    assert ("act", 2, "link") == broken()


def test_two_movements_that_changed_places(file: Path) -> None:
    """The sums, or the links, say so."""
    row = withdrawal()
    other = second().movements.get(sequence=row.sequence + 1)
    for pk, sequence in ((row.pk, 99), (other.pk, row.sequence), (row.pk, row.sequence + 1)):
        sql("UPDATE register_movement SET sequence = %s WHERE id = %s", sequence, pk)

    assert ("movement", row.sequence, "signed_balance") == broken()


def test_an_opening_that_changed(file: Path) -> None:
    """The first links follow what the licence opened with; the file number is not repeated."""
    sql("UPDATE register_licence SET neph = 'FORGED' WHERE id = %s", second().pk)
    found = verify(file).broken

    assert found is not None
    assert ("act", 1, "link") == found[1:4]
    assert "FORGED" not in str(found)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM register_owedletter WHERE movement_id = %s",
        "UPDATE register_owedletter SET letter = '48SI' WHERE movement_id = %s",
        "UPDATE register_owedletter SET owed_on = '2020-01-01' WHERE movement_id = %s",
        "UPDATE register_owedletter SET licence_id = licence_id + 1 WHERE movement_id = %s",
    ],
)
def test_a_letter_that_is_not_owed_as_posted(file: Path, damage: str) -> None:
    """Each movement that bears a letter owes that one, from the day of its posting."""
    row = withdrawal()
    sql(damage, row.pk)

    assert ("letter", row.sequence, "owed") == broken()


def test_a_letter_that_no_movement_bears(file: Path) -> None:
    """Nothing else is owed."""
    row = second().movements.filter(letter="").latest("sequence")
    columns = "movement_id, licence_id, letter, owed_on"
    sql(f"INSERT INTO register_owedletter ({columns}) VALUES (%s, %s, '48', '2024-04-02')", row.pk, second().pk)

    assert ("letter", row.sequence, "owed") == broken()


@pytest.mark.parametrize("point", ["balance", "signed_balance", "ceiling"])
def test_an_account_that_is_not_that_of_the_law(file: Path, point: str) -> None:
    """Derived, and checked all the same."""
    sql(f"UPDATE register_account SET {point} = {point} + 1 WHERE licence_id = %s", second().pk)

    assert ("account", 0, point) == broken()


@pytest.mark.parametrize("change", ["status = 'zero'", "next_on = '2024-04-09'", "next_on = '2033-01-01'"])
def test_an_account_that_looks_elsewhere(file: Path, change: str) -> None:
    """Its status, and the day on which the nightly run must look again."""
    sql(f"UPDATE register_account SET {change} WHERE licence_id = %s", second().pk)

    assert ("account", 0, change.split()[0]) == broken()


def test_an_account_removed(file: Path) -> None:
    """Where something was recorded there is an account."""
    sql("DELETE FROM register_account WHERE licence_id = %s", second().pk)

    assert ("account", 0, "account") == broken()


def chain_again(body: Callable[[str], str]) -> None:
    """Change the first payload of the licence, then each digest and each link after it, as someone who can would."""
    files = read_whole_files([second().pk])
    previous = files[0].book.opening.link
    for act in files[0].book.acts:
        act.body = body(act.body or "")
        act.digest = payload_digest(act.salt, act.body)
        act.link = previous = act_link(previous, act)
        sql("UPDATE register_act SET digest = %s, link = %s WHERE id = %s", act.digest, act.link, act.pk)
        sql("UPDATE register_payload SET body = %s WHERE act_id = %s", act.body, act.pk)


def seal_again() -> None:
    """Compute every seal again over what the rows have become."""
    last = None
    for seal in Seal.objects.order_by("number"):
        last = seal_after(last, seal.sealed_on, [seal.last_act, seal.last_movement])
        sql(
            "UPDATE register_seal SET previous = %s, digest = %s WHERE number = %s",
            last.previous,
            last.digest,
            last.number,
        )


def test_a_whole_chain_made_again_is_caught_by_the_seals(file: Path) -> None:
    """Each link follows the one before: only what was sealed tells."""
    chain_again(lambda body: body.replace("Nantes", "Paris"))

    assert ("seal", 1, "digest") == broken()


def test_seals_made_again_are_caught_by_the_file(file: Path) -> None:
    """The database agrees with itself; the lines exported do not."""
    chain_again(lambda body: body.replace("Nantes", "Paris"))
    seal_again()
    alone = verify().broken

    assert alone is None
    assert ("seals_file", 1, "line") == broken(file)


def test_a_seal_removed_from_the_middle(file: Path) -> None:
    """The next one has not its number."""
    sql("DELETE FROM register_seal WHERE number = 2")

    assert ("seal", 2, "number") == broken()


def test_the_last_seal_removed(file: Path) -> None:
    """The file keeps it."""
    sql("DELETE FROM register_seal WHERE number = 3")
    alone = verify().broken

    assert alone is None
    assert ("seals_file", 3, "line") == broken(file)


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda text: text.replace(b'"acts":', b'"actes":', 1), 1),
        (lambda text: b"".join(text.splitlines(keepends=True)[::2]), 2),
        (lambda text: b"".join(text.splitlines(keepends=True)[:2]), 3),
        (lambda text: text + b"{}\n", 4),
        (lambda text: b"", 1),
    ],
)
def test_an_exported_file_that_was_edited(file: Path, damage: Callable[[bytes], bytes], line: int) -> None:
    """A line changed, taken away, cut off, added; or all of them gone."""
    file.write_bytes(damage(file.read_bytes()))

    assert ("seals_file", line, "line") == broken(file)


@pytest.mark.django_db(transaction=True)
def test_rows_without_their_parents(file: Path) -> None:
    """A licence taken out with foreign keys off leaves rows that belong to nobody."""
    if connection.vendor == "postgresql":
        pytest.skip("nothing turns the foreign keys of PostgreSQL off but dropping them")
    sql("PRAGMA foreign_keys = OFF")
    sql("DELETE FROM register_licence WHERE id = %s", second().pk)
    found = verify().broken
    sql("DELETE FROM register_act")
    sql("PRAGMA foreign_keys = ON")

    assert found is not None
    assert ("orphan", "register_act") == (found.what, found.point)
