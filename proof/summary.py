"""``docs/proof.md``: how many wrong versions of the law its tests notice, and what is thought of the others."""

import tomllib
from functools import cache
from typing import NamedTuple

from proof.bench import ROOT

PAGE = ROOT / "docs" / "proof.md"
JUDGED = ROOT / "proof" / "equivalent.toml"
LEAST_SHARE = 0.95

OPENING = """\
# What the tests of the law notice

Written by `make mutants`. A mutant is the law with one slip in it: a boundary moved by a day, an `and` for an `or`,
a number one too high, a line left out (`proof/mutations.py` lists them). It is killed when a test of `tests/law` fails
with it. Some slips change nothing that anyone could see: they are listed below with the reason, and do not count.
Sentences are no code and have no mutants. All this does not say that the law is right, only that what the code does
is pinned.
"""


class Tally(NamedTuple):
    """What came of the mutants of one module. Names in ``wrongly_equivalent`` were judged so, and killed."""

    module: str
    mutants: int
    killed: int
    equivalent: list[str]
    wrongly_equivalent: list[str]
    surviving: list[str]
    not_run: int

    @property
    def line(self) -> str:
        """On one line, for who waits."""
        return (
            f"{self.module}: {self.mutants} mutants, {self.killed} killed, {len(self.equivalent)} equivalent, "
            f"{len(self.surviving)} surviving, {self.not_run} not run"
        )


@cache
def equivalents() -> dict[str, str]:
    """The mutants judged to change nothing, by name, each with its reason."""
    if not JUDGED.exists():
        return {}
    rows = tomllib.loads(JUDGED.read_text(encoding="utf-8"))["mutant"]
    return {row["name"]: row["reason"] for row in rows}


def share(tallies: list[Tally]) -> float:
    """The part killed of those that change something; those not run count as not killed."""
    counted = sum(tally.mutants - len(tally.equivalent) for tally in tallies)
    return sum(tally.killed for tally in tallies) / counted if counted else 1.0


def percent(tallies: list[Tally]) -> str:
    """Rounded down: 94.96 is not 95."""
    return f"{int(share(tallies) * 1000) / 10} %"


def write_summary(tallies: list[Tally]) -> None:
    """The page, whole."""
    rows = [
        f"| `{t.module}` | {t.mutants} | {t.killed} | {len(t.equivalent)} | {len(t.surviving)} | {percent([t])} |"
        for t in tallies
        if t.mutants
    ]
    total = [sum(column) for column in zip(*((t.mutants, t.killed, len(t.equivalent)) for t in tallies), strict=True)]
    surviving = [name for tally in tallies for name in tally.surviving]
    rows.append(f"| all | {total[0]} | {total[1]} | {total[2]} | {len(surviving)} | {percent(tallies)} |")
    waiting = {tally.module: tally.not_run for tally in tallies if tally.not_run}
    parts = [OPENING, "| module | mutants | killed | equivalent | surviving | killed, equivalent ones aside |"]
    parts += ["|---|---|---|---|---|---|", *rows, ""]
    places = ", ".join(f"`{module}` {count}" for module, count in waiting.items())
    parts += [f"{sum(waiting.values())} mutants were not run, and count as not killed: {places}.\n"] if waiting else []
    parts += ["## Surviving\n", *(f"- `{name}`" for name in surviving), ""] if surviving else []
    parts += ["## Equivalent\n", *(f"- `{name}`: {reason}" for name, reason in equivalents().items()), ""]
    PAGE.write_text("\n".join(parts), encoding="utf-8")
