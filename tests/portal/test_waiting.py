"""The waiting times of the préfectures, for everybody."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mespoints.requests.models import RecordRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def released(at: Callable[[date], None]) -> None:
    """Five records that Loire-Atlantique gave, four that Gironde did."""
    for number in range(9):
        RecordRequest.objects.create(
            reference=f"D26{number:09d}", channel="post", requester="holder", licence_state="valid",
            departement="44" if number < 5 else "33", received_on=date(2026, 11, 1), state="released",
            due_on=date(2026, 12, 1), closed_on=date(2026, 11, 8 + number % 5),
        )  # fmt: skip


def test_the_page_tells_those_of_which_something_can_be_told(released: None, visit: Callable[..., Client]) -> None:
    """The median of five; four say nothing."""
    page = visit().get("/delais-des-prefectures/").content.decode()
    told, untold = page.split("<details>")

    assert "<td>5</td><td>9</td>" in told
    assert "Gironde" not in told
    assert "33 Gironde" in untold


def test_the_file_has_every_departement(released: None, visit: Callable[..., Client]) -> None:
    """An empty cell where nothing can be told."""
    answer = visit().get("/delais-des-prefectures.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))

    assert "text/csv; charset=utf-8" == answer.headers["Content-Type"]
    assert (102, ["44", "Loire-Atlantique", "5", "9"]) == (len(rows), next(row for row in rows if row[0] == "44"))
    assert ["33", "Gironde", "", ""] in rows
