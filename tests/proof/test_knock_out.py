"""A wrong answer of the right type."""

from typing import Any

import pytest

from mespoints.law.rows import Row
from proof.knock_out import wrong


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        (True, False),
        (6, 7),
        ("stage", ""),
        (None, 1),
        ([1, 2], [1]),
        ((1, 2, 3), (1, 2)),
        ([], []),
        (Row(1, 2, 3, 4, 5, 6, 7, 8), Row(2, 3, 4, 5, 6, 7, 8, 9, 1)),
    ],
)
def test_a_wrong_answer(answer: Any, other: Any) -> None:
    """The other truth, one more, one fewer, nothing."""

    assert other == wrong(answer)
    assert type(other) is type(wrong(answer))
