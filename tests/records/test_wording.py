"""The words of the documents."""

from mespoints.records.holding import Held
from mespoints.records.wording import categories_fields

HELD = (Held("B", 730_000, None, ()), Held("C", 730_000, 740_000, ("01.06",)))


def test_no_category_of_a_lost_licence_runs_without_limit() -> None:
    """What has a last day keeps it."""
    told = [[one["to_on"] for one in categories_fields(HELD, is_lost=is_lost)] for is_lost in (False, True)]

    assert [["sans limite", "19/01/2027"], ["plus valable", "19/01/2027"]] == told
