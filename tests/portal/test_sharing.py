"""« Partager mes droits »: a code made with FranceConnect, typed by a third party, read in the holder's journal."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from mespoints.identity import networks
from mespoints.portal.sharing.codes import digest_of, new_code
from mespoints.records.models import ShareCode
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Category, Licence
from tests.portal.conftest import offence, session_of

MINE, PUBLIC = "/mes-partages/", "/verifier-des-droits/"
NAME = "Paul Durand, Location du Port"
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}")


def main_of(answer: Any) -> str:
    """What the page says, its tags left out."""
    page = answer.content.decode().split("<main")[1].split("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", page).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(words.replace("&#x27;", "'").replace("&quot;", '"').split())


def make(client: Client, label: str = "") -> str:
    """Make a code, and read it on the page."""
    found = CODE.search(main_of(client.post(MINE, {"label": label})))
    assert found is not None
    return found.group()


def look(code: str, name: str = NAME, client: Client | None = None) -> Any:
    """What a third party sees with a code."""
    return (client or Client()).post(PUBLIC, {"code": code, "name": name})


@pytest.fixture
def licence(driver: Callable[..., Licence]) -> Licence:
    """A driver with the category B."""
    licence = driver("1996-05-06", offence("a", "2026-01-05", "2026-02-10"))
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=[])
    return licence


def test_from_the_code_to_the_journal(licence: Licence, visit: Callable[..., Client]) -> None:
    """Shown once, kept as a digest, typed with the name of who asks, which the holder reads on two pages."""
    client = visit(licence)
    code = make(client, "location du 12 juin")
    seen = main_of(look(code.lower().replace("-", " ")))
    mine, journal = main_of(client.get(MINE)), main_of(client.get("/qui-a-consulte/"))

    assert "Droit de conduire de Camille MARTIN Permis valable État au dimanche 22 novembre 2026" in seen
    assert "B 6 mai 1996 sans limite aucun" in seen
    assert "location du 12 juin" not in seen
    assert (digest_of(code), date(2026, 12, 13)) == ShareCode.objects.values_list("digest", "until_on").get()
    assert code not in mine
    assert "Code n° 1 · location du 12 juin" in mine
    assert NAME in mine
    assert f"Une personne à qui vous avez donné un code, sous le nom de « {NAME} »" in journal
    assert "code de partage n° 1, art. L. 225-5" in journal


def test_no_page_tells_one_balance_from_another(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Twelve points, eight, none: what a third party is sent is the same to the byte."""
    lives = [[], [offence("a", "2026-01-05", "2026-02-10")], [
        offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6),
    ]]  # fmt: skip
    answers = [look(make(visit(driver("1996-05-06", *acts)))).content for acts in lives]
    pages = {re.sub(rb'(?<=csrfmiddlewaretoken" value=")[^"]*', b"", answer) for answer in answers}
    said = pages.copy().pop().decode().split("<main")[1].split("</main>")[0]

    assert len(pages) == 1
    assert [] == re.findall(r"(?i)\bpoints?\b|solde|retrait|stage", said)


def test_rights_that_are_lost_since_are_told_so(licence: Licence, visit: Callable[..., Client]) -> None:
    """A look shows the state of its own day, and not why."""
    code = make(visit(licence))
    lost = [
        offence("b", "2026-03-05", "2026-04-10", 8, **{"class": "delit"}),
        {"act": "lettre_48si", "id": "l", "notified_on": "2026-11-16"},
    ]
    append_acts(licence, lost, recorded_on=date(2026, 11, 22), source="test")
    seen = main_of(look(code))

    assert "Ce permis ne permet pas de conduire ce jour-là" in seen
    assert "Catégorie" not in seen
    assert not re.search("(?i)invalid|48SI|suspend|point", seen)


def test_one_answer_for_every_code_that_opens_nothing(
    licence: Licence, visit: Callable[..., Client], at: Callable[[date], None]
) -> None:
    """Unknown, revoked or ended: the same page, and no line in the journal."""
    client = visit(licence)
    ended, revoked = make(client), make(client)
    client.post(MINE, {"revoke": "2"})
    before = Access.objects.count()
    unknown, closed = look(new_code()), look(revoked)
    opened = look(ended)
    at(date(2026, 12, 14))
    late = look(ended)

    assert [422, 422, 200, 422] == [answer.status_code for answer in (unknown, closed, opened, late)]
    assert main_of(unknown) == main_of(closed) == main_of(late)
    assert "Ce code n'ouvre rien" in main_of(late)
    assert Access.objects.count() == before + 1


def test_guesses_are_bounded(licence: Licence, visit: Callable[..., Client], monkeypatch: Any) -> None:
    """A network that failed too often is not even answered for a good code; another one is."""
    monkeypatch.setattr(networks, "NETWORK_CEILING", 3)
    code = make(visit(licence))
    guesses = [look(new_code()).status_code for _ in range(3)]
    full, elsewhere = look(code), Client(REMOTE_ADDR="192.0.2.9").post(PUBLIC, {"code": code, "name": NAME})

    assert ([422] * 3, 429, 200) == (guesses, full.status_code, elsewhere.status_code)
    assert "Réessayez dans une heure" in main_of(full)


def test_who_uses_a_code_says_who_they_are(licence: Licence, visit: Callable[..., Client]) -> None:
    """Without a name, or with one that would twist the journal, nothing is shown; what is written stays text."""
    code = make(visit(licence))
    names = ["", "  ", "ab", "Paul\N{RIGHT-TO-LEFT OVERRIDE}Durand", "x" * 121]

    assert [422] * 5 == [look(code, name).status_code for name in names]
    assert not Access.objects.filter(viewer="recipient").exists()
    assert 200 == look(code, "<b>Paul</b>").status_code
    assert b"<b>Paul</b>" not in visit(licence).get(MINE).content


def test_a_look_needs_its_token_and_no_address_holds_a_code(licence: Licence, visit: Callable[..., Client]) -> None:
    """By POST alone, from our own page."""
    code = make(visit(licence))
    forged = Client(enforce_csrf_checks=True).post(PUBLIC, {"code": code, "name": NAME})
    by_address = Client().get(PUBLIC, {"code": code, "name": NAME})

    assert (403, 200) == (forged.status_code, by_address.status_code)
    assert "Camille" not in by_address.content.decode() + forged.content.decode()
    assert "no-store" == by_address.headers["Cache-Control"]


def test_a_code_of_neph_shares_nothing(licence: Licence, visit: Callable[..., Client]) -> None:
    """It lets one look: neither a code is made, nor one revoked."""
    make(visit(licence))
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence, "neph")
    made, revoked = client.post(MINE, {"label": ""}), client.post(MINE, {"revoke": "1"})

    assert (403, 403) == (made.status_code, revoked.status_code)
    assert [None] == list(ShareCode.objects.values_list("revoked_on", flat=True))
    assert "revenez avec FranceConnect" in main_of(client.get(MINE))


def test_too_many_codes_and_a_label_too_long(licence: Licence, visit: Callable[..., Client]) -> None:
    """Each says what to do, and makes nothing."""
    client = visit(licence)
    long = client.post(MINE, {"label": "x" * 61})
    for _ in range(5):
        make(client)
    full = client.post(MINE, {"label": ""})

    assert (422, 409, 5) == (long.status_code, full.status_code, ShareCode.objects.count())
    assert "Écrivez 60 signes au plus." in main_of(long)
    assert "Révoquez-en un pour en créer un autre." in main_of(full)


@pytest.mark.parametrize("number", ["x", "", "99", "9" * 30, "²"])
def test_a_number_that_is_none_revokes_nothing(number: str, licence: Licence, visit: Callable[..., Client]) -> None:
    """The page is shown again."""
    client = visit(licence)
    make(client)

    assert 303 == client.post(MINE, {"revoke": number}).status_code
    assert [None] == list(ShareCode.objects.values_list("revoked_on", flat=True))


def test_a_misread_letter_is_no_obstacle(licence: Licence, visit: Callable[..., Client]) -> None:
    """O for 0, I or L for 1: no code holds these letters."""
    digests = {digest_of(typed) for typed in ("0123-4567-1189", "O I23 4567 ll89".replace(" ", ""))}

    assert len({digest_of("0123-4567-1189"), digest_of("oI23 4567 Ll89")}) == 1
    assert len(digests) == 1
