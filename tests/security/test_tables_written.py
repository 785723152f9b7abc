"""Tables that people open with a spreadsheet: no cell that comes from elsewhere is a formula."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from mespoints.api.rendered import Rendered
from mespoints.cli import authority_calls
from mespoints.letters.duty_cells import COLUMNS, RECIPIENTS
from mespoints.letters.duty_sheets import FORMULA, WHY, Sheet, table_of

SOURCE = Path(__file__).parent.parent.parent / "src" / "mespoints"
FORMULAS = ('=HYPERLINK("https://evil.test")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "Nantes\r=1", "Nantes\n=1")
SAFE = {
    "letters/duty_sheets.py": "its cells tell of people: tried below",
    "cli/authority_calls.py": "names that the operator registered, as text: tried below; days and counts of ours",
    "letters/spool.py": "references, kinds, counts and digests of ours",
    "intake/samples.py": "lines that this program invents, to be read by a feed and not by a person",
    "desk/operating/figures.py": "counts, days, départements and words of ours",
    "portal/waiting.py": "days, counts and the préfectures of our own table",
}
"""Every module that writes a table, and why no cell of it runs."""


def test_every_module_that_writes_a_table_is_known() -> None:
    """A new one is looked at before it is named here."""
    modules = {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    writing = {name for name, text in modules.items() if "csv.writer(" in text or "DictWriter(" in text}

    assert "letters/duty_sheets.py" in writing
    assert writing <= set(SAFE)


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_no_cell_of_a_list_is_a_formula(recipient: str) -> None:
    """Whatever the column, on the lines that are due and on those that are withdrawn."""
    wide = len(COLUMNS[recipient])
    lines = [("why", (formula,) * wide) for formula in FORMULAS]
    withdrawn = [(next(iter(WHY)), cells) for _, cells in lines]
    sheet = Sheet("list", date(2026, 11, 22), recipient, "44", due=lines, withdrawn=withdrawn)
    rows = list(csv.reader(io.StringIO(table_of(sheet).decode(), newline="")))

    assert 1 + 2 * len(FORMULAS) == len(rows)
    assert [] == [cell for row in rows for cell in row if cell.startswith(FORMULA)]


@pytest.mark.parametrize("name", FORMULAS)
def test_no_name_of_a_firm_is_a_formula(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Registered as it may be, it stays a text in the count that is billed from."""
    on = date(2026, 11, 22)
    monkeypatch.setattr("mespoints.api.rendered.rendered", lambda *_: [Rendered("c", name, on, on, 1, 1, 1)])
    (_heading, row) = csv.reader(io.StringIO(authority_calls.count(on, on), newline=""))

    assert not row[1].startswith(FORMULA)
