"""A long file in which one line in twenty is wrong, in twenty ways and more: every line has its fate.

8,000 lines here; ``MESPOINTS_LINES`` asks for more (``make soak``: 100,000).
"""

import io
import json
import os
import random
from collections import Counter

import pytest

from mespoints.intake.files import take_in
from mespoints.intake.models import FeedLine
from mespoints.intake.taking import replay
from tests.intake.faults import FAULTS
from tests.intake.feeding import RECORDED_ON, offence, opening, take

LINES = int(os.environ.get("MESPOINTS_LINES", "8000"))
EVERY = 20


@pytest.mark.slow
@pytest.mark.django_db
def test_every_line_of_a_long_file_is_accounted_for() -> None:
    """The good ones accepted, each fault refused or waiting with its reason, and a replay changes nothing."""
    rng = random.Random(4)
    nephs = ["000000000001", *(f"8{number:011d}" for number in range(LINES // 20))]
    take(*(opening(neph) for neph in nephs), name="prefecture.jsonl")
    take(offence("i1"), name="before.jsonl")
    expected, lines = Counter[str](), []
    kinds = list(FAULTS.values())
    for number in range(LINES):
        if number % EVERY == EVERY - 1:
            faulty = kinds[number // EVERY % len(kinds)]
            lines.append(faulty.raw)
            # The same payment of a driver whom nobody knows waits once, however often it comes.
            seen = faulty.fate == "waiting" and expected[faulty.reason] > 0
            expected[faulty.reason] += 1
            expected["known" if seen else faulty.fate] += 1
        else:
            lines.append(json.dumps(offence(f"n{number}", neph=rng.choice(nephs))).encode())
            expected["accepted"] += 1
    text = b"".join(one + b"\n" for one in lines)
    taken = take_in(io.BytesIO(text), "antai.jsonl", recorded_on=RECORDED_ON)
    rows = FeedLine.objects.filter(file=taken.file)
    told = [
        ("\n".join(row.reasons), row.fate)
        for row in rows.filter(number__in=range(EVERY, LINES + 1, EVERY)).order_by("number")
    ]

    assert (LINES, LINES) == (taken.file.lines, rows.count())
    assert {fate: expected[fate] for fate in ("accepted", "known", "refused", "waiting")} == {
        "accepted": taken.accepted, "known": taken.known, "refused": taken.refused, "waiting": taken.waiting,
    }  # fmt: skip
    assert [] == [
        place
        for place, (said, fate) in enumerate(told)
        if fate != "known" and kinds[place % len(kinds)].reason not in said
    ]
    before = Counter(rows.values_list("fate", flat=True))
    list(replay(rows.filter(fate__in=("refused", "waiting")).values_list("pk", flat=True), RECORDED_ON))
    assert before == Counter(rows.values_list("fate", flat=True))
