"""The map of the law, ``docs/law.md``, is what the code says, lacks nothing, and a pin of each rule holds."""

import subprocess
import sys

import pytest

from proof import law_map
from proof.bench import ROOT
from proof.pins import read_pins


def test_the_map_is_fresh() -> None:
    """What is written is what ``make map`` would write."""

    assert law_map.page() == law_map.PAGE.read_text(encoding="utf-8"), "make map"


def test_the_map_lacks_nothing() -> None:
    """Every article in scope has its function, every rule its article and its tests, every reason its sentence."""

    assert [] == law_map.faults(), "make map"


def test_every_link_of_the_map_leads_somewhere() -> None:
    """To a file of the repository, or to a heading of the page."""
    headings = {law_map.anchor(line.lstrip("# ")) for line in law_map.page().splitlines() if line.startswith("#")}
    files = {target for target in law_map.links() if not target.startswith("#")}

    assert set() == {target for target in files if not (law_map.PAGE.parent / target.partition("#")[0]).exists()}
    assert set() == {target[1:] for target in law_map.links() if target.startswith("#")} - headings


@pytest.mark.slow
def test_a_pin_of_each_rule_fails_without_it() -> None:
    """Each rule is knocked out in a fork, and a test that the map names for it fails; ``make map`` tries them all."""
    command = [sys.executable, "-m", "proof.pins", "--check-one"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "" == run.stdout.strip() + run.stderr.strip()
    assert 0 == run.returncode
    assert read_pins()
