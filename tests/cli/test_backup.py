"""``mespoints backup`` and ``restore`` on SQLite; PostgreSQL has its test in ``test_service_on_postgresql``."""

import stat
from pathlib import Path

from tests.cli.test_cli_register import folder, run, taken_in

__all__ = ["folder", "taken_in"]


def test_a_register_comes_back_from_its_copy(folder: Path) -> None:
    """Whole, for its owner alone; a copy is never written over another, nor brought back over a register."""
    copy, elsewhere = folder / "register.copy", folder / "elsewhere"
    made = run(folder, "backup", "-o", str(copy))
    again = run(folder, "backup", "-o", str(copy), "--lang", "en")
    over = run(folder, "restore", str(copy))
    restored = run(elsewhere, "restore", str(copy), "--json")

    assert (0, "") == (made.returncode, made.stderr)
    assert 0o600 == stat.S_IMODE(copy.stat().st_mode)
    assert (2, f"mespoints backup: {copy} exists already: nothing was written\n") == (again.returncode, again.stderr)
    assert (2, True) == (over.returncode, "la base contient déjà des permis" in over.stderr)
    assert (0, "") == (restored.returncode, restored.stderr)
    assert '"licences": 1' in restored.stdout


def test_what_is_no_copy_is_refused(tmp_path: Path) -> None:
    """A file of something else, and one that is not there; nothing is written."""
    other = tmp_path / "other"
    other.write_text("a letter", encoding="utf-8")
    refused = run(tmp_path / "one", "restore", str(other))
    absent = run(tmp_path / "one", "restore", str(tmp_path / "absent"))

    assert (2, True) == (refused.returncode, "n'est pas la copie intacte d'un registre" in refused.stderr)
    assert (2, True) == (absent.returncode, "absent :" in absent.stderr)
