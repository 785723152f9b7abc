"""« Mon permis », read as a page: rights, limits, the way back, and never a point."""

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mespoints.register.models import Category, Licence
from tests.portal.conftest import Told, offence

FALLEN = [offence(name, "2026-01-05", "2026-02-10", 6) for name in ("a", "b")]
LETTER: Told = {"act": "lettre_48si", "id": "l", "notified_on": "2026-11-16"}
SURRENDERED: Told = {"act": "title_surrendered", "id": "t", "on": "2026-11-18"}


@pytest.fixture
def told(driver: Callable[..., Licence], visit: Callable[..., Client]) -> Callable[..., str]:
    """What the page says of a licence with these acts, its tags left out."""

    def read(*acts: Told, obtained_on: str = "1996-05-06", language: str = "fr") -> str:
        licence = driver(obtained_on, *acts)
        Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=["01.06"])
        page = visit(licence, language).get("/mon-permis/").content.decode()
        main = page.split("<main")[1].split("</main>")[0]
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).replace("\N{NO-BREAK SPACE}", " ").split())

    return read


def test_a_licence_in_order_says_what_it_allows(told: Callable[..., str]) -> None:
    """Status, what that means, categories, codes in words, lost card, address; no way back, no stage."""
    page = told()

    assert "Permis valide" in page
    assert "le permis n'est ni suspendu, ni invalidé, ni annulé" in page
    assert "B 6 mai 1996 sans limite 01.06" in page
    assert "01.06 : lunettes ou lentilles de contact" in page
    assert "deux mois au plus (art. R. 233-\u20601)" in page
    assert "1 RUE DE LA PAIX, 44000 NANTES" in page
    assert "Vous avez un mois pour changer l'adresse de la carte grise" in page
    assert "Retrouver un permis" not in page
    assert "stage obligatoire" not in page


def test_restrictions_that_run_join_the_codes_of_the_category(told: Callable[..., str]) -> None:
    """Those of the whole licence are told once, those that are over are not."""
    page = told(
        {"act": "restriction", "id": "r1", "from": "2026-01-01", "codes": ["78"], "category": "B"},
        {"act": "restriction", "id": "r2", "from": "2026-01-01", "codes": ["69"]},
        {"act": "restriction", "id": "r3", "from": "2020-01-01", "to": "2021-01-01", "codes": ["61"]},
    )

    assert "sans limite 01.06, 78" in page
    assert "69 : véhicule équipé d'un éthylotest antidémarrage" in page
    assert "de jour seulement" not in page


def test_after_a_48si_the_title_comes_first(told: Callable[..., str]) -> None:
    """Where to hand it in, by which day; no delay runs before."""
    page = told(*FALLEN, LETTER)

    assert "Permis à remettre au préfet" in page
    assert "au plus tard le vendredi 27 novembre 2026" in page
    assert "ils s'afficheront ici dès que le fichier les connaîtra" in page
    assert "Remettez le titre à la préfecture, contre un récépissé" in page
    assert "B 6 mai 1996 plus valable 01.06" in page


def test_once_the_title_is_handed_in_the_days_of_a_new_licence_are_told(told: Callable[..., str]) -> None:
    """From when to ask, from when to obtain, the examination, the theory test alone and until when."""
    page = told(*FALLEN, LETTER, SURRENDERED)

    assert "Vous pouvez demander un nouveau permis à partir du mercredi 18 novembre 2026" in page
    assert "mardi 18 mai 2027" in page
    assert "seule l'épreuve théorique est à repasser si vous faites la demande au plus tard le" in page
    assert "Remettez le titre" not in page


def test_a_licence_annulled_by_a_judge_has_no_title_to_hand_in_first(told: Callable[..., str]) -> None:
    """The ban runs from the judgment."""
    page = told({"act": "licence_annulled", "id": "j", "on": "2026-05-01", "ban_months": 6})

    assert "l'interdiction prononcée étant finie" in page
    assert "Remettez le titre" not in page


def test_a_novice_is_told_of_the_stage_and_the_refund(told: Callable[..., str]) -> None:
    """The duty of the 48N stands on this page too."""
    letter: Told = {"act": "lettre_48n", "id": "n", "notified_on": "2026-08-20", "offence": "a"}
    page = told(offence("a", "2026-06-01", "2026-07-03"), letter, obtained_on="2025-06-12")

    assert "un stage au plus tard le dimanche 20 décembre 2026" in page
    assert "Obtenir le remboursement" in page


def test_no_balance_is_ever_told(told: Callable[..., str]) -> None:
    """Whatever has become of the licence: neither a number of points nor a sum."""
    pages = [told(), told(FALLEN[0]), told(*FALLEN), told(*FALLEN, LETTER, SURRENDERED)]

    assert [] == [found for page in pages for found in re.findall(r"\d+ points?\b|solde", page)]


def test_english_is_whole(
    driver: Callable[..., Licence], visit: Callable[..., Client], told: Callable[..., str]
) -> None:
    """Every sentence of the page, a lost licence included."""
    page = told(*FALLEN, LETTER, SURRENDERED, language="en")

    assert "01.06: glasses or contact lenses" in page
    assert not re.findall(r"\b(vous|votre|permis|titre)\b", page.replace("(art. R. 233-1)", ""))
