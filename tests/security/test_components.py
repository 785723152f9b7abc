"""No version leaves with components that were not looked at for longer than docs/security.md allows."""

import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
THREE_MONTHS = 92
"""Days, at most."""


def days_in(page: str, pattern: str) -> list[date]:
    """The days that a page gives where the pattern has its group."""
    found = re.findall(pattern, (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    return [date.fromisoformat(day) for day in found]


def test_a_version_leaves_with_components_brought_up_to_date() -> None:
    """`make upgrade` writes its day in the page; the newest version came three months later at most."""
    (upgraded_on,) = days_in("docs/security.md", r"the last time on (\d{4}-\d\d-\d\d)")
    released_on = max(days_in("CHANGELOG.md", r"^## \[\d[^\]]*\] - (\S+)$"))

    assert (released_on - upgraded_on).days <= THREE_MONTHS
