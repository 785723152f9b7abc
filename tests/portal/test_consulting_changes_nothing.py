"""Consulting writes one row in the journal of accesses, and nothing else (seed S18)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from mespoints.register.models import Access, Licence
from tests.portal.conftest import Told, offence

KEPT = (
    "register_holder", "register_licence", "register_category", "register_act", "register_movement",
    "register_account", "register_confidentialcode", "register_delivery", "register_payload", "register_owedletter",
    "register_erasure", "register_seal", "register_nightlyrun", "register_recordinglag", "register_purge",
    "letters_batch", "letters_sending", "letters_step", "letters_place", "letters_comptechange", "letters_alertaddress",
    "letters_deposit", "letters_reading", "letters_alert",
    "letters_dutylist", "letters_dutyline", "letters_dutysettled", "letters_coderequest", "letters_signinnotice",
    "records_sharecode",
    "requests_recordrequest", "requests_applicant", "requests_recordevent", "requests_claim", "requests_claimevent",
    "requests_claimant", "requests_claimmessage", "requests_attachment", "requests_departure", "requests_firstmessage",
)  # fmt: skip
OURS = ("register_", "letters_", "records_", "requests_")
LIVES = {
    "twelve points": ("1996-05-06", []),
    "some points lost": ("1996-05-06", [offence("a", "2026-01-05", "2026-02-10")]),
    "a return that no nightly run has posted": (
        "1996-05-06",
        [offence("a", "2023-01-05", "2023-02-10")],
    ),
    "zero points": (
        "1996-05-06",
        [offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6)],
    ),
    "invalidated": (
        "1996-05-06",
        [
            offence("a", "2026-01-05", "2026-02-10", 6),
            offence("b", "2026-03-05", "2026-04-10", 6),
            {"act": "lettre_48si", "id": "l", "notified_on": "2026-11-16"},
        ],
    ),
}


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the register and of the letters, but the journal, as the database gives them."""
    with connection.cursor() as cursor:
        tables = {name for name in connection.introspection.table_names(cursor) if name.startswith(OURS)}
        assert tables == {*KEPT, "register_access"}, "a new table: is it kept?"
        rows = {}
        for table in KEPT:
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - a name of the list above
            rows[table] = cursor.fetchall()
    return rows


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize(
    "page",
    [
        "/mes-points/",
        "/mes-points/et-si/",
        "/mon-permis/",
        "/mes-points/agenda.ics",
        "/mes-lettres/",
        "/mes-lettres/en-ligne/",
        "/mes-reclamations/",
        "/mon-code/",
        "/mes-partages/",
    ],
)
def test_a_look_adds_one_access_and_changes_nothing(
    life: str, page: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Acts, movements and letters, account: the same to the byte; one line more in the journal."""
    obtained_on, acts = LIVES[life]
    client = visit(driver(obtained_on, *acts))
    before, looks = dump(), Access.objects.count()
    answer = client.get(page)

    assert answer.status_code == 200
    assert dump() == before
    assert Access.objects.count() == looks + 1


def test_looking_again_and_again_at_zero_points_brings_nothing_closer(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """At zero points, a hundred looks leave the file as the first found it."""
    obtained_on, acts = LIVES["zero points"]
    client = visit(driver(obtained_on, *acts))
    before = dump()
    for _ in range(100):
        client.get("/mes-points/")

    assert dump() == before


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_to_read_answers_reading_alone(
    method: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Nothing can be sent to the balance page."""
    client = visit(driver("1996-05-06"))
    before = dump()
    answer = getattr(client, method)("/mes-points/")

    assert answer.status_code == 405
    assert dump() == before
    assert Access.objects.count() == 0


def test_the_line_of_the_journal_says_who_how_and_why(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """The holder, by the means of the session, on the article that opens the record to them."""
    licence = driver("1996-05-06")
    visit(licence).get("/mes-points/")
    access = Access.objects.get()

    assert (access.licence, access.viewer, access.means, access.article, access.shown) == (
        licence, "holder", "franceconnect", "L225-3", "balance",
    )  # fmt: skip


def points_shown(page: str) -> str:
    """The figure and its unit, out of the heading."""
    return " ".join(page.split('<span class="figure"><b>')[1].split("</span>")[0].replace("</b>", "").split())


def test_a_point_that_returns_today_shows_today(
    driver: Callable[..., Licence], visit: Callable[..., Client], at: Callable[[date], None]
) -> None:
    """The page folds on reading: no nightly run is needed, on the day or on the eve."""
    act: Told = offence("a", "2026-04-01", "2026-05-22", 1, **{"class": "c3"})
    client = visit(driver("1996-05-06", act))
    at(date(2026, 11, 21))
    eve = client.get("/mes-points/").content.decode()
    at(date(2026, 11, 22))
    day = client.get("/mes-points/").content.decode()

    assert (points_shown(eve), points_shown(day)) == ("11 points sur 12", "12 points sur 12")
    assert "Retour d&#x27;un point" in day
