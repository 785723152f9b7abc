"""« Mes lettres »: what became of each letter, and the letter itself for its holder alone."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from mespoints.demo.letters import sample_sender
from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.compte_personnel import close_compte, compte_of, open_compte
from mespoints.letters.dispatch import Means, dispatch
from mespoints.letters.models import CompteChange, Reading, Sending
from mespoints.letters.spool import Spool
from mespoints.letters.typesetting import Typesetter
from mespoints.register.models import Access, Licence
from tests.letters.conftest import text_of
from tests.portal.conftest import offence, session_of
from tests.portal.test_confirming import code_sent

RUN_ON = date(2026, 11, 21)
LETTERS, COMPTE, FIRST = "/mes-lettres/", "/mes-lettres/en-ligne/", "/mes-lettres/lettre-1.pdf"
LOST = offence("a", "2026-10-05", "2026-11-10", label="Feu rouge", place="Nantes", natinf="210")
EMAIL = "camille@example.org"
CONDITIONS = dict.fromkeys(("keeps_address", "accepts_terms", "knows_delays"), "on")


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """The one of a demonstration."""
    return Typesetter(sample_sender(), is_specimen=True)


@pytest.fixture
def sent(driver: Callable[..., Licence], tmp_path: Path, typesetter: Typesetter) -> Callable[..., Licence]:
    """A driver whose letters have left, on their compte or by post: ``sent(LOST, on_line=True)``."""

    def send(*acts: dict[str, object], on_line: bool = False) -> Licence:
        licence = driver("1996-05-06", *acts)
        if on_line:
            open_compte(licence, EMAIL, conditions_met=True, means="franceconnect", on=date(2026, 11, 20))
        dispatch(RUN_ON, date(2026, 11, 23), Means(Spool(tmp_path), PrintingHouse(), typesetter))
        return licence

    return send


def main_of(client: Client, address: str = LETTERS) -> str:
    """What a page says, its tags left out."""
    page = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\N{NO-BREAK SPACE}", " ").replace("&#x27;", "'").split())


def test_a_letter_in_the_post_is_told_and_opens(
    sent: Callable[..., Licence], visit: Callable[..., Client], at: Callable[[date], None]
) -> None:
    """Where it went, until when it can be challenged, before which court; the very PDF that was printed."""
    client = visit(sent(LOST))
    eve = main_of(client)
    at(date(2026, 11, 23))
    page, pdf = main_of(client), client.get(FIRST)

    assert "Elle sera postée le 23 novembre 2026." in eve
    assert "Lettre 48, des points retirés 4 points en moins, le 10 novembre 2026" in page
    assert "Envoyée par lettre simple le 23 novembre 2026. La poste ne dit pas quand une lettre simple arrive." in page
    assert "deux mois pour la contester, à partir du jour où vous l'avez reçue" in page
    assert "à l'adresse déclarée (1 RUE DE LA PAIX, 44000 NANTES)" in page
    assert "tribunal administratif de Nantes" in page
    assert (200, "application/pdf", "no-store") == (
        pdf.status_code, pdf.headers["Content-Type"], pdf.headers["Cache-Control"],
    )  # fmt: skip
    assert "Feu rouge" in text_of(pdf.content)
    assert not Reading.objects.exists()


def test_a_letter_on_line_is_read_by_a_form(sent: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Nothing that only reads opens it; opened, it is known from that day, and stays as it was."""
    client = visit(sent(LOST, on_line=True))
    before = main_of(client)
    looked = client.get(FIRST)
    opened = client.post(FIRST)
    again = client.post(FIRST)
    after, pdf = main_of(client), client.get(FIRST)
    reading = Reading.objects.get()

    assert "Non lue. Déposée le 21 novembre 2026. Elle sera réputée connue le dimanche 6 décembre 2026" in before
    assert (
        "Dernier jour pour saisir le tribunal : le lundi 8 février 2027, ou plus tôt si vous l'ouvrez avant." in before
    )
    assert (302, LETTERS) == (looked.status_code, looked.headers["Location"])
    assert [(303, FIRST)] * 2 == [(one.status_code, one.headers["Location"]) for one in (opened, again)]
    assert "lue le dimanche 22 novembre 2026 : elle est connue depuis ce jour-là" in after
    assert "Dernier jour pour saisir le tribunal : le lundi 25 janvier 2027." in after
    assert "lue pour la première fois" in after
    assert (date(2026, 11, 22), "franceconnect") == (reading.on, reading.means)
    assert reading.digest == Sending.objects.get().digest
    assert "dépôt sur votre compte" in text_of(pdf.content)


def test_a_letter_that_nobody_reads_is_known_all_the_same(
    sent: Callable[..., Licence], visit: Callable[..., Client], at: Callable[[date], None]
) -> None:
    """After fifteen days; the last day to go to court is then certain, then past."""
    client = visit(sent(LOST, on_line=True))
    at(date(2026, 12, 6))
    known = main_of(client)
    at(date(2027, 2, 9))
    late = main_of(client)

    assert "Elle est réputée connue depuis le dimanche 6 décembre 2026." in known
    assert "Dernier jour pour saisir le tribunal : le lundi 8 février 2027." in known
    assert "Le délai pour saisir le tribunal a pris fin le lundi 8 février 2027." in late


def test_a_letter_that_has_not_left_says_so(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """And there is nothing to open."""
    client = visit(driver("1996-05-06", LOST))

    assert "Elle vous est due et partira bientôt." in main_of(client)
    assert 404 == client.get(FIRST).status_code


def test_a_driver_without_letters_is_told_so(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """In words, not by an empty page."""

    assert "Aucune lettre ne vous a été adressée." in main_of(visit(driver("1996-05-06")))


def test_nobody_opens_the_letter_of_another(sent: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """An address names a place among one's own letters: that of another cannot even be written."""
    other, own = sent(LOST), sent()
    reference = Sending.objects.get().reference
    client = visit(own)
    places = [FIRST, "/mes-lettres/lettre-0.pdf", f"/mes-lettres/{reference}.pdf", "/mes-lettres/lettre-01.pdf"]
    answers = [getattr(client, method)(place).status_code for method in ("get", "post") for place in places]

    assert {404} == set(answers)
    assert not Access.objects.filter(licence=other).exists()
    assert 200 == visit(other).get(FIRST).status_code


def test_looking_leaves_its_line_in_the_journal(sent: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """The list, a letter, the page of the compte, each with its word."""
    client = visit(sent(LOST))
    for address in (LETTERS, FIRST, COMPTE):
        client.get(address)

    assert ["letters", "letter", "compte"] == list(Access.objects.order_by("pk").values_list("shown", flat=True))
    assert "une de vos lettres" in main_of(client, "/qui-a-consulte/")


def test_a_letter_whose_facts_were_erased_is_not_made_up(
    sent: Callable[..., Licence], visit: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says why; nothing is read."""
    from mespoints.letters.copies import NoCopy

    def gone(_sending: Sending) -> None:
        raise NoCopy

    monkeypatch.setattr("mespoints.portal.letters.views.copy_for", gone)
    client = visit(sent(LOST, on_line=True))
    answers = [client.get(FIRST), client.post(FIRST)]

    assert [410, 410] == [answer.status_code for answer in answers]
    assert "ne peut plus être montrée" in answers[0].content.decode()
    assert not Reading.objects.exists()


def confirm(client: Client) -> Any:
    """Type the code of the last e-mail."""
    return client.post(COMPTE, {"change": "confirm", "code": code_sent()})


def test_the_compte_is_opened_moved_and_closed(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Each by a form, which leads back to the page that says how it stands."""
    licence = driver("1996-05-06")
    client = visit(licence)
    client.post(COMPTE, {"change": "open", "email": EMAIL, **CONDITIONS})
    opened = confirm(client)
    page = main_of(client, COMPTE)
    client.post(COMPTE, {"change": "address", "email": "other@example.org"})
    confirm(client)
    moved = compte_of(licence).email
    client.post(COMPTE, {"change": "close"})

    assert (303, COMPTE) == (opened.status_code, opened.headers["Location"])
    assert "Votre compte est ouvert depuis le 22 novembre 2026." in page
    assert "other@example.org" == moved
    assert "Votre compte est fermé depuis le 22 novembre 2026." in main_of(client, COMPTE)
    assert ["opened", "address", "closed"] == list(CompteChange.objects.order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize("missing", ["email", *CONDITIONS])
def test_each_condition_is_asked_for(
    missing: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Without it nothing is opened, and the page says which one, at its field."""
    filled = {"change": "open", "email": EMAIL, **CONDITIONS}
    answer = visit(driver("1996-05-06")).post(COMPTE, {key: value for key, value in filled.items() if key != missing})
    page = answer.content.decode()

    assert 422 == answer.status_code
    assert f'href="#id_{missing}"' in page
    assert f'id="id_{missing}_error"' in page
    assert not CompteChange.objects.exists()


def test_a_wrong_address_is_refused_and_shown_again(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """As it was typed, to be mended; what was ticked stays ticked."""
    answer = visit(driver("1996-05-06")).post(COMPTE, {"change": "open", "email": "camille@", **CONDITIONS})
    page = answer.content.decode()

    assert 422 == answer.status_code
    assert "Cette adresse n&#x27;est pas complète. Vérifiez-la." in page
    assert 'value="camille@"' in page
    assert 3 == page.count(" checked")


@pytest.mark.parametrize("change", ["open", "address", "close"])
def test_a_file_number_and_its_code_only_look(
    change: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """They open the letters, and change nothing: no form is shown, none is accepted."""
    licence = driver("1996-05-06")
    if change != "open":
        open_compte(licence, EMAIL, conditions_met=True, means="franceconnect", on=RUN_ON)
    client = visit()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence, "neph")
    before = (CompteChange.objects.count(), compte_of(licence))
    page = client.get(COMPTE).content.decode().split("<main")[1]
    answer = client.post(COMPTE, {"change": change, "email": "thief@example.org", **CONDITIONS})

    assert "<form" not in page.split("</main>")[0]
    assert EMAIL not in page
    assert 403 == answer.status_code
    assert before == (CompteChange.objects.count(), compte_of(licence))


def test_a_compte_that_was_closed_keeps_what_it_holds(
    sent: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Its letters are read as before."""
    licence = sent(LOST, on_line=True)
    close_compte(licence, means="franceconnect", on=RUN_ON)
    client = visit(licence)

    assert "Vos lettres vous sont envoyées par la poste." in main_of(client)
    assert 303 == client.post(FIRST).status_code
    assert 200 == client.get(FIRST).status_code


def test_without_a_mail_server_no_compte_is_opened(
    driver: Callable[..., Licence], visit: Callable[..., Client], settings: object
) -> None:
    """Nobody could be told of a deposit (art. R. 223-3-1, II)."""
    settings.MESPOINTS_HAS_MAIL = False  # type: ignore[attr-defined]
    client = visit(driver("1996-05-06"))
    client.post(COMPTE, {"change": "open", "email": EMAIL, **CONDITIONS})

    assert "Ce service ne peut pas ouvrir de compte pour le moment." in main_of(client, COMPTE)
    assert not CompteChange.objects.exists()


def test_two_pages_of_one_driver_do_not_disturb_each_other(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """The second one to open, or to close, finds it done; an unknown change does nothing."""
    licence = driver("1996-05-06")
    client = visit(licence)
    for change in ("open", "open", "confirm", "close", "close", "else"):
        client.post(COMPTE, {"change": change, "email": EMAIL, "code": code_sent(), **CONDITIONS})

    assert ["opened", "closed"] == list(CompteChange.objects.order_by("pk").values_list("kind", flat=True))


def test_the_balance_says_where_the_letter_of_a_movement_is(
    sent: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Deposited on line: never told as a simple letter; and the line leads to the letter."""
    client = visit(sent(LOST, on_line=True))
    page = client.get("/mes-points/").content.decode()
    told = main_of(client, "/mes-points/")

    assert "48, déposée sur votre compte en ligne : le retrait et votre solde" in told
    assert "Déposée le 21 novembre 2026. Elle sera réputée connue le dimanche 6 décembre 2026" in told
    assert "48, lettre simple" not in told
    assert '<a class="tall" href="/mes-lettres/#courrier-1">' in page
    assert 'id="courrier-1"' in client.get(LETTERS).content.decode()


def test_a_48si_that_a_former_service_notified_says_so(
    sent: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """With its day, and until when it can be challenged; the balance page says the same."""
    fallen = [offence(name, "2026-01-05", "2026-02-10", 6, place="Nantes") for name in ("a", "b")]
    client = visit(sent(*fallen, {"act": "lettre_48si", "id": "l", "notified_on": "2026-10-16"}))
    letters, balance = main_of(client), main_of(client, "/mes-points/")

    assert "Notifiée le 16 octobre 2026 par le service qui tenait le fichier avant celui-ci." in letters
    assert "Vous pouvez contester la lettre 48SI notifiée le 16 octobre 2026 devant le tribunal" in letters
    assert "Notifiée le 16 octobre 2026 par le service qui tenait le fichier avant celui-ci." in balance
