"""« Pourquoi il vous manque 4 points »: one answer for each withdrawal, on the balance page."""

import html
import re

from django.utils import translation

from mespoints.law.days import parse_day
from mespoints.law.explain.missing import fates_of
from mespoints.law.explain.standing import live_again
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.portal.missing import MissingSection, missing_section
from tests.portal.conftest import Told, dossier_document, offence

ON = parse_day("2026-11-22")


def section(*acts: Told, obtained_on: str = "1996-05-06", language: str = "fr") -> MissingSection | None:
    """The section of a history."""
    dossier = read_dossier(dossier_document(obtained_on, *acts))
    standing = live_again(dossier, make_statement(dossier, ON))
    with translation.override(language):
        return missing_section(standing, fates_of(standing, language), language)


def words(found: MissingSection | None) -> str:
    """Its list, the tags left out."""
    assert found is not None
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found.items)).replace("\N{NO-BREAK SPACE}", " ").split())


def test_who_has_all_their_points_has_no_such_section() -> None:
    """Twelve points, nothing to explain."""
    assert section() is None


def test_each_withdrawal_bears_its_name_and_its_day() -> None:
    """The label of the file in its language, the points, the answer; the articles stand apart, each once."""
    found = section(offence("a", "2026-01-05", "2026-02-10", 4, label="Feu rouge"), language="en")
    assert found is not None

    assert "Why you are missing 4 points" == found.title
    assert '<span lang="fr">Feu rouge</span>' in found.items
    assert words(found).startswith("4 points, Feu rouge , 5 January 2026 These 4 points come back on 10 February 2029")
    assert 2 == len(found.articles)
    assert "art." not in words(found)


def test_points_given_back_by_a_stage_are_told_apart() -> None:
    """The list counts more than what is missing, and says why."""
    stage = {"act": "stage", "id": "s", "kind": "volontaire", "ended_on": "2026-06-11"}
    found = section(offence("a", "2026-01-05", "2026-02-10", 6, **{"class": "delit"}), stage)
    assert found is not None

    assert "Pourquoi il vous manque 2 points" == found.title
    assert "comptent pour 6 points, mais un stage vous a déjà rendu 4 points." in found.note


def test_a_novice_and_a_lost_licence_have_their_titles() -> None:
    """Points never held; points gone with the licence."""
    novice = words(section(obtained_on="2026-05-11"))
    lost = words(
        section(
            offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6),
            {"act": "lettre_48si", "id": "l", "notified_on": "2026-11-16"},
        )
    )  # fmt: skip

    assert novice.startswith("6 points, jamais portés par ce permis")
    assert lost.startswith("12 points, avec un permis qui n'est plus valable")


def test_what_a_file_holds_is_text() -> None:
    """A label that looks like HTML is shown as it is written."""
    found = section(offence("a", "2026-01-05", "2026-02-10", label="<script>alert('x')</script>"))
    assert found is not None

    assert "<script>" not in found.items
    assert "&lt;script&gt;" in found.items
