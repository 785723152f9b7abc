"""Sample files: coherent, complete, and the same for one seed."""

import io

import pytest

from mespoints.intake.fates import FATES
from mespoints.intake.files import take_in
from mespoints.intake.formats import FORMATS
from mespoints.intake.models import FeedFile
from mespoints.intake.samples import sample_files, sample_lines
from tests.intake.feeding import RECORDED_ON


def test_one_seed_one_set_of_files() -> None:
    """Every format, in both forms; about as many lines as asked for."""
    files = dict(sample_files(7, 1000))
    lines = sample_lines(7, 1000)

    assert files == dict(sample_files(7, 1000)) != dict(sample_files(8, 1000))
    assert {"people.jsonl", *(f"{feed[:-2]}.{form}" for feed in FORMATS for form in ("jsonl", "csv"))} == set(files)
    assert 1000 <= sum(map(len, lines.values())) < 1030
    assert [] == [feed for feed in lines if not lines[feed]]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_every_line_is_accepted_in_whatever_order_then_known(seed: int) -> None:
    """JSON lines first, each file before those that it needs; then CSV, in the right order."""
    files = dict(sample_files(seed, 150))
    for name in sorted(files, reverse=True):
        if name.endswith(".jsonl"):
            take_in(io.BytesIO(files[name].encode()), name, recorded_on=RECORDED_ON)
    first = [{fate: getattr(file, fate) for fate in FATES} for file in FeedFile.objects.all()]
    again = [
        take_in(io.BytesIO(text.encode()), name, recorded_on=RECORDED_ON)
        for name, text in files.items()
        if name.endswith(".csv") and text.count("\n") > 1
    ]

    assert [0, 0, 0] == [sum(counts[fate] for counts in first) for fate in ("known", "refused", "waiting")]
    assert sum(map(len, sample_lines(seed, 150).values())) == sum(counts["accepted"] for counts in first)
    assert [] == [taken for taken in again if taken.known != taken.file.lines]
