"""The balance page as the file stood: another day for the balance, another for what was known."""

from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.test import Client

from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Erasure, Licence
from tests.portal.conftest import offence

Driver = Callable[..., Licence]
Visit = Callable[..., Client]
Told = Callable[..., str]

FIRST = offence("a", "2026-01-05", "2026-02-10", 4)
LATE = offence("b", "2026-01-20", "2026-03-10", 3)


@pytest.fixture
def licence(driver: Driver) -> Licence:
    """Four points lost, known the day after the licence was; three more, known a day later still."""
    licence = driver("1996-05-06")
    Licence.objects.update(recorded_on=date(2026, 2, 1))
    licence.refresh_from_db()
    for acts, on in (([FIRST], date(2026, 3, 1)), ([LATE], date(2026, 6, 1))):
        append_acts(licence, acts, recorded_on=on, source="test")
    return licence


@pytest.fixture
def page(licence: Licence, visit: Visit) -> Told:
    """The page on two days, as it is typed: ``page("1/5/2026", "1/5/2026")``."""

    def read(on: str, known_on: str, language: str = "fr") -> str:
        answer = visit(licence, language).get("/mes-points/", {"on": on, "known_on": known_on})
        assert 200 == answer.status_code
        return unescape(answer.content.decode()).replace("\u00a0", " ")

    return read


def figure(page: str) -> str:
    """« 8 points sur 12 »."""
    return page.partition('<span class="figure"><b>')[2].partition("</span>")[0].replace("</b>", "")


@pytest.mark.parametrize(
    ("on", "known_on", "shown"),
    [
        ("22/11/2026", "22/11/2026", "5 points sur 12"),
        ("01/05/2026", "22/11/2026", "5 points sur 12"),
        ("01/05/2026", "31/05/2026", "8 points sur 12"),
        ("22/11/2026", "31/05/2026", "8 points sur 12"),
        ("01/05/2026", "1er juin 2026", "5 points sur 12"),
        ("01/05/2026", "28/02/2026", "12 points sur 12"),
        ("09/02/2026", "22/11/2026", "12 points sur 12"),
    ],
)
def test_the_two_days_are_two(page: Told, on: str, known_on: str, shown: str) -> None:
    """The day of the balance says until when the law is lived; the other, which facts are known."""
    told = page(on, known_on)

    assert shown == figure(told)
    assert "Revenir à aujourd'hui" in told


def test_what_is_shown_is_told(page: Told) -> None:
    """The day it holds for, the day of what was known, how fresh that is; no day to put in an agenda."""
    told = page("01/05/2026", "31/05/2026")

    assert "Votre solde au vendredi 1er mai 2026" in told
    assert "tel que le fichier le connaissait le 31 mai 2026, et non tel qu'il est connu aujourd'hui." in told
    assert "Faits enregistrés jusqu'au 31 mai 2026." in told
    assert "agenda" not in told.partition("<main")[2].partition("</main>")[0]


IN_FRENCH = (
    "Correction du 3 septembre 2026 : le mouvement du 1er septembre 2026 comptait pour +1 point ; "
    "d'après un fait enregistré depuis, il compte pour 0 point."
)
IN_ENGLISH = (
    "Correction of 3 September 2026: the movement of 1 September 2026 counted for +1 point; "
    "from a fact recorded since, it counts for 0 points."
)


@pytest.mark.parametrize(
    ("known_on", "language", "told"),
    [("02/09/2026", "fr", [IN_FRENCH]), ("02/09/2026", "en", [IN_ENGLISH]), ("03/09/2026", "fr", [])],
)
def test_corrections_posted_since_are_told(
    driver: Driver, visit: Visit, known_on: str, language: str, told: list[str]
) -> None:
    """A point given back had nowhere to go: a stage, learned late, had brought the balance to 12."""
    licence = driver("1996-05-06")
    Licence.objects.update(recorded_on=date(2026, 2, 1))
    licence.refresh_from_db()
    one = offence("a", "2026-01-05", "2026-03-01", 1, decided_on="2026-03-01", **{"class": "c3"})
    stage = {"act": "stage", "id": "s", "ended_on": "2026-05-04", "kind": "volontaire"}
    for acts, on in (([one], date(2026, 9, 2)), ([stage], date(2026, 9, 3))):
        append_acts(licence, acts, recorded_on=on, source="test")
    answer = visit(licence, language).get("/mes-points/", {"on": "22/11/2026", "known_on": known_on})
    page = unescape(answer.content.decode()).replace("\u00a0", " ")

    assert told == [line[4:-5] for line in page.splitlines() if line.startswith("<li>Correction ")]


def test_it_is_told_in_english(page: Told) -> None:
    """The same, for who reads English."""
    told = page("01/05/2026", "31/05/2026", "en")

    assert "Your record as the file knew it on 31 May 2026, and not as it is known today." in told
    assert "Back to today" in told


@pytest.mark.parametrize(
    ("on", "known_on", "why"),
    [
        ("01/05/2026", "31/01/2026", "Le fichier ne connaît votre permis que depuis le 1er février 2026."),
        ("01/05/2026", "23/11/2026", "Choisissez un jour passé, ou aujourd'hui."),
        ("23/11/2026", "22/11/2026", "Choisissez un jour passé, ou aujourd'hui."),
        ("05/05/1996", "22/11/2026", "Votre permis ne portait pas encore de points ce jour-là."),
        ("hier", "22/11/2026", "Écrivez ce jour avec son mois et son année, par exemple 12/06/2015."),
        ("", "22/11/2026", "Indiquez ce jour."),
    ],
)
def test_a_day_that_cannot_be_shown_is_explained(page: Told, on: str, known_on: str, why: str) -> None:
    """Above the balance of today, which is what is shown."""
    told = page(on, known_on)

    assert "Ce jour ne peut pas être montré" in told
    assert why in told
    assert "5 points sur 12" == figure(told)
    assert "balance" == Access.objects.get().shown


@pytest.mark.parametrize(("on", "known_on"), [("22/11/2026", "31/08/2026"), ("31/08/2026", "22/11/2026")])
def test_what_was_erased_cannot_be_told(page: Told, licence: Licence, on: str, known_on: str) -> None:
    """Neither as the file stood before, nor the balance of a day before (art. L. 225-2)."""
    act = licence.acts.get(act_id="a")
    Erasure.objects.create(act=act, paragraph="L225-2 I", erased_on=date(2026, 9, 1))
    told = page(on, known_on)

    assert "avant le 1er septembre 2026 ne peut plus être dit : des faits en ont été effacés" in told
    assert "et non tel qu'il est connu aujourd'hui" not in told
    assert "Ce jour ne peut pas être montré" not in page("01/09/2026", "01/09/2026")


def test_each_look_is_noted(page: Told) -> None:
    """Another day is another look, and the driver reads so."""
    page("01/05/2026", "31/05/2026")

    assert ["balance_as_known"] == list(Access.objects.values_list("shown", flat=True))


def test_the_empty_form_is_that_of_its_day_and_language(
    driver: Callable[..., Licence], visit: Callable[..., Client], at: Callable[[date], None]
) -> None:
    """It is made once a day and a language, and never shown in another."""
    licence = driver("1996-05-06")
    pages = [visit(licence, "fr").get("/mes-points/"), visit(licence, "en").get("/mes-points/")]
    at(date(2026, 11, 23))
    pages.append(visit(licence, "fr").get("/mes-points/"))
    first, english, later = (page.content.decode() for page in pages)

    assert ['value="22/11/2026"' in page for page in (first, english, later)] == [True, True, False]
    assert 'value="23/11/2026"' in later
    assert ["Le solde de ce jour" in page for page in (first, english)] == [True, False]
