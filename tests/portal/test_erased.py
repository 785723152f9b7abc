"""The page of a file of which old facts were erased (art. L. 225-2)."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mespoints.register.erasing import run_erasure
from mespoints.register.erasures import erased_on
from mespoints.register.files import statement_of
from mespoints.register.models import Licence
from mespoints.register.nightly import run_night
from tests.portal.conftest import TODAY, Told, offence

pytestmark = pytest.mark.django_db

STAGE: Told = {"act": "stage", "id": "s1", "ended_on": "2010-06-05", "kind": "volontaire"}
OLD = [offence("i1", "2010-01-20", "2010-03-01", 3), STAGE, offence("i2", "2014-01-20", "2014-03-01", 2)]
RECENT = offence("i3", "2025-06-01", "2025-08-01", 2)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_history_begins_with_the_balance_carried_over(
    driver: Callable[..., Licence], visit: Callable[..., Client], language: str
) -> None:
    """In both languages: that balance says why it stands there, what came since is whole, and the points are those."""
    licence = driver("1996-05-06", *OLD, RECENT)
    run_night(TODAY)
    client = visit(licence, language)
    before = client.get("/mes-points/").content.decode()
    balance = statement_of(licence, TODAY).balance
    run_erasure(TODAY, apply=True)
    after = client.get("/mes-points/").content.decode()
    days = [re.findall(r'<li><details>.*?<time datetime="([\d-]+)"', page, re.DOTALL) for page in (before, after)]
    sentence = {"fr": "ont été effacés du fichier", "en": "were erased from the file"}[language]

    assert date(1996, 5, 6).isoformat() in days[0]
    assert TODAY == erased_on(licence)
    assert [day for day in days[0] if day >= days[1][-1]] == days[1][:-1]
    assert "1996" not in "".join(days[1])
    assert sentence in after
    assert sentence not in before
    assert balance == statement_of(licence, TODAY).balance
    assert re.findall("<title>.*?</title>", before) == re.findall("<title>.*?</title>", after)
