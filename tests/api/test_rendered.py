"""What was rendered to a firm, by month, out of the journal of calls."""

from datetime import date

import pytest

from mespoints.api.firms import declare
from mespoints.api.journal import Asked
from mespoints.api.models import Client
from mespoints.api.rendered import Followed, followed_of, months
from tests.api.conftest import TODAY, enter, make_client


@pytest.fixture
def firm(db: None) -> Client:
    """A firm of road transport."""
    return make_client("transport_firm", name="Transports Durand")


def test_a_period_is_cut_by_month() -> None:
    """The first and the last month are as long as the period lets them; a December is followed by a January."""

    assert [(date(2026, 12, 30), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 1, 1))] == list(
        months(date(2026, 12, 30), date(2027, 1, 1))
    )


def test_followed_from_a_declaration_to_its_end(firm: Client) -> None:
    """Twice when they came back; from before the journal when it holds the end alone; still, when it holds no end."""
    old, back = enter(), enter("000000000002", "PETIT", [])
    declare(Asked(firm, "drivers/declare", "x", "Nos conducteurs", ()), back, TODAY, TODAY)
    days = [date(2026, 10, day) for day in (1, 5, 9)]
    journal = [
        (days[0], "drivers/declare", back.pk), (days[1], "drivers/end", old.pk), (days[1], "drivers/remove", back.pk),
        (days[2], "drivers/declare", back.pk),
    ]  # fmt: skip

    assert [
        Followed(old.pk, date.min, days[1]), Followed(back.pk, days[0], days[1]), Followed(back.pk, days[2], None),
    ] == list(followed_of(firm, journal))  # fmt: skip
