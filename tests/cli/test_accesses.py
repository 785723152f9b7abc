"""``mespoints accesses`` and ``purge-accesses``, as an operator runs them."""

import json
from pathlib import Path

import pytest

from mespoints.cli.commands import run as run_here
from tests.cli.test_nightly import run
from tests.cli.test_service import PERSON

AUDIT = ("--auditor", "B.LEROY", "--reason", "plainte")


def test_a_file_is_searched_by_its_number_which_is_no_argument(tmp_path: Path) -> None:
    """Read on standard input; the first search is what the second one finds."""
    run(tmp_path, "intake", "-", feed=json.dumps(PERSON))
    neph = PERSON["dossier"]["licence"]["neph"]
    database = tmp_path / "register.sqlite3"
    look(database)
    first = run(tmp_path, "accesses", "--neph", *AUDIT, "--json", feed=f"{neph}\n")
    second = run(tmp_path, "accesses", "--neph", *AUDIT, "--lang", "en", feed=f"{neph}\n")
    told = json.loads(first.stdout)

    assert ("access/1", neph, "holder", "balance") == tuple(told[key] for key in ("format", "neph", "viewer", "shown"))
    assert second.stdout.splitlines()[0].split("\t")[2:] == [
        "auditor", "B.LEROY", "", "L225-6", "plainte", "journal",
    ]  # fmt: skip
    assert second.stdout.endswith("Accesses found: 2\n")
    assert (0, 0, "", "") == (first.returncode, second.returncode, first.stderr, second.stderr)


def look(database: Path) -> None:
    """The holder looks at the only file of this register."""
    import sqlite3

    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO register_access (at, licence_id, viewer, who, means, article, reason, shown) "
            "SELECT STRFTIME('%Y-%m-%d %H:%M:%f', 'now'), id, 'holder', '', 'neph', 'L225-3', '', 'balance' "
            "FROM register_licence"
        )


def test_a_purge_is_told_first(tmp_path: Path) -> None:
    """Without --apply nothing goes; the first day that is kept is told."""
    told = run(tmp_path, "purge-accesses", "--on", "2026-11-27", "--json")
    done = run(tmp_path, "purge-accesses", "--apply")

    document = {"format": "purge/1", "kept_from_on": "2025-11-27", "applied": False, "accesses": 0}
    document |= {"sign_ins": 0, "share_codes": 0, "calls": 0, "request_texts": 0, "request_people": 0}
    assert document == json.loads(told.stdout)
    assert done.stdout.startswith("D'avant le ")
    assert ", effacés : 0 accès, 0 connexions, 0 codes de partage, 0 appels d'autorités.\n" in done.stdout
    assert done.stdout.endswith("Des demandes et réclamations closes : 0 fichiers et messages, 0 personnes.\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (AUDIT, "--neph est attendu"),
        (["--who", "A.DURAND", "--reason", "plainte"], "--auditor est attendu"),
        (["--who", "A.DURAND", "--auditor", "B.LEROY", "--lang", "en"], "--reason is expected"),
        (["--who", "A.DURAND", *AUDIT, "--from", "hier"], "l'option --from attend un jour"),
    ],
)
def test_a_search_that_lacks_something_is_refused(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing is named; nothing is opened."""
    status = run_here(["accesses", *arguments])

    assert 2 == status
    assert expected in capsys.readouterr().err
