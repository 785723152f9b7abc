"""The pages that anyone may read: the barème, the prose in two languages, what a site has to say of itself."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from mespoints.config import environment
from mespoints.portal.bareme import find, paragraph_words
from mespoints.portal.public import PROSE
from mespoints.register.models import Access

TEMPLATES = Path(__file__).parents[2] / "src/mespoints/portal/templates/portal/public"
ADDRESSES = ["/bareme/", *(f"/{address}/" for address in PROSE.values())]
NO_BREAK = "\N{NO-BREAK SPACE}"

pytestmark = pytest.mark.django_db


def text_of(answer: Any) -> str:
    """What a page says, without its tags."""
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(plain.replace(NO_BREAK, " ").replace("&nbsp;", " ").split())


@pytest.mark.parametrize("address", ADDRESSES)
def test_anyone_reads_them_and_nothing_is_written(address: str, visit: Callable[..., Client]) -> None:
    """Found, with a way to each other; no look at a file is noted, no cookie is set."""
    answer = visit().get(address)
    links = set(re.findall(r'href="(/[^"#]*)"', answer.content.decode()))

    assert 200 == answer.status_code
    assert set(ADDRESSES) <= links
    assert 0 == Access.objects.count()


@pytest.mark.parametrize("name", PROSE)
def test_both_languages_have_the_same_sections(name: str) -> None:
    """The same headings, links and lists, in the same order: what one says the other says."""
    french, english = (
        re.findall(
            r'<(?:h\d|section|ul|li|p|b)\b|id="[^"]*"|href="[^"]*"|\{%[^%]*%\}',
            (TEMPLATES / language / f"{name}.html").read_text("utf-8"),
        )
        for language in ("fr", "en")
    )

    assert french == english


def test_the_whole_bareme_of_the_day_the_dearest_first(visit: Callable[..., Client], at: Any) -> None:
    """In groups, whose headings say the points."""
    page = visit().get("/bareme/").content.decode()
    headings = [int(points) for points in re.findall(rf"<h2>(\d){NO_BREAK}points?</h2>", page)]

    assert sorted(headings, reverse=True) == headings
    assert {1, 2, 3, 4, 6} <= set(headings)
    assert f"d'après le barème du 22{NO_BREAK}novembre 2026" in page.replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"q": "téléphone", "on": "11/01/2012"}, "Téléphone tenu en main : 3 points"),
        ({"q": "telephone", "on": "4 janvier 2012"}, "Téléphone tenu en main : 2 points"),
        ({"q": "203", "on": "01/06/2020"}, "Non-arrêt ou refus de priorité au stop : 4 points"),
        ({"q": "zzz", "on": "01/06/2020"}, "Aucune infraction du barème ne répond à ces mots ce jour-là."),
        ({"q": "stop", "on": "30/11/1992"}, "Le barème commence au 1er décembre 1992"),
        ({"q": "stop", "on": "31/02/2020"}, "Écrivez ce jour avec son mois et son année"),
        ({"q": "x" * 81, "on": "01/06/2020"}, "Cette recherche ne peut pas être faite"),
    ],
)
def test_the_bareme_answers(asked: dict[str, str], said: str, visit: Callable[..., Client]) -> None:
    """By words without accents, by code, on the day of the offence; what cannot be asked is said beside its field."""

    assert said in text_of(visit().get("/bareme/", asked))


def test_a_paragraph_is_spelt_out_in_each_language() -> None:
    """No French word is left in English, and no abbreviation that only jurists read."""
    told = [
        (paragraph_words(word, "fr"), paragraph_words(word, "en")) for word in ("unique", "III puis V", "221-18 CP")
    ]

    assert [
        ("alinéa unique", "sole para."), ("III puis V", "III then V"),
        ("code pénal, art. 221-18", "code pénal, art. 221-18"),
    ] == told  # fmt: skip
    assert "I last para." == paragraph_words("I al. final", "en")


def test_the_bareme_is_searched_in_english_too(visit: Callable[..., Client]) -> None:
    """By its English names, and by its French ones as on a notice."""
    english = visit(None, "en")

    assert "Hand-held telephone: 3 points" in text_of(english.get("/bareme/", {"q": "hand-held", "on": "11/01/2024"}))
    assert 1 <= find("téléphone tenu", date(2024, 1, 11).toordinal(), "en").total


def test_what_is_typed_is_shown_as_text(visit: Callable[..., Client]) -> None:
    """Never as an element of the page."""
    page = visit().get("/bareme/", {"q": '"><script>alert(1)</script>', "on": "01/06/2020"}).content.decode()

    assert "<script" not in page


def test_security_txt_says_where_to_write(visit: Callable[..., Client], settings: Any) -> None:
    """RFC 9116: a contact, a day to come within the year, the languages, its own address."""
    settings.MESPOINTS_SECURITY_CONTACT = "mailto:securite@example.org"
    answer = visit().get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(fields["Expires"])

    assert "text/plain; charset=utf-8" == answer.headers["Content-Type"]
    assert ("mailto:securite@example.org", "fr, en") == (fields["Contact"], fields["Preferred-Languages"])
    assert 0 < (expires - datetime.now(UTC)).days < 366
    assert fields["Canonical"].endswith("/.well-known/security.txt")


def test_without_a_contact_security_txt_leads_to_the_help(visit: Callable[..., Client], settings: Any) -> None:
    """Where the page says what to do."""
    settings.MESPOINTS_SECURITY_CONTACT = ""
    contact = visit().get("/.well-known/security.txt").content.decode().splitlines()[0]

    assert contact.endswith("/aide/#securite")
    assert 'id="securite"' in visit().get("/aide/").content.decode()


def test_a_contact_is_one_that_can_be_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare address is refused when the service starts."""
    monkeypatch.setenv("MESPOINTS_SECURITY_CONTACT", "securite@example.org")

    with pytest.raises(ImproperlyConfigured, match="mailto:"):
        environment.contact("MESPOINTS_SECURITY_CONTACT")


@pytest.mark.parametrize("address", ["/aide/", "/mentions-legales/", "/donnees-personnelles/", "/accessibilite/"])
def test_the_operator_is_named_where_there_is_one(address: str, visit: Callable[..., Client], settings: Any) -> None:
    """Otherwise the page says that this is a demonstration."""
    without = text_of(visit().get(address))
    settings.MESPOINTS_PUBLISHER, settings.MESPOINTS_CONTACT = "Ministère de l'exemple", "points@example.org"
    named = text_of(visit().get(address))

    assert "démonstration" in without.replace("Site de démonstration", "")
    assert "points@example.org" in named
