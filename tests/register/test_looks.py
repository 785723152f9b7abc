"""The looks that a holder may read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mespoints.law.access import HIDDEN_FROM_HOLDER
from mespoints.register.accesses import record_access
from mespoints.register.looks import count_told, looks_told
from mespoints.register.models import Licence

pytestmark = pytest.mark.django_db


def test_a_page_of_looks_is_counted_and_cut_the_latest_first(licence: Licence) -> None:
    """Those that the law hides are neither counted nor read; the hour is an instant on both databases."""
    hidden = next(iter(HIDDEN_FROM_HOLDER))
    for number, article in enumerate(["L225-3", hidden, "L225-3", "L225-3"]):
        record_access(licence, viewer="agent", means="m", article=article, reason=str(number), shown="relevé", who="w")
    first = looks_told(licence, 2)

    assert 3 == count_told(licence)
    assert ["3", "2"] == [look.reason for look in first]
    assert ["0"] == [look.reason for look in looks_told(licence, 2, after=2)]
    assert abs(timezone.now() - first[0].at) < timedelta(minutes=1)
    assert ("agent", "w", "m", "L225-3", "3", "relevé") == first[0][1:]
