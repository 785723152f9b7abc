"""« Je ne suis pas au fichier »: filed without signing in, followed by a reference and a day of birth, and no more."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mespoints.config.clock import now
from mespoints.identity import networks
from mespoints.identity.problems import Problem
from mespoints.portal.not_in_file.following import MOST_A_DAY
from mespoints.portal.sign_in_franceconnect import STOPPED
from mespoints.register.models import Licence
from mespoints.requests.claims import STAGE_MISSING, UPHELD, answer_claim, ask_driver, file_claim
from mespoints.requests.models import Attachment, Claim, Claimant
from mespoints.requests.references import shown_reference
from tests.portal.test_claims import scan

FORM, FOLLOW, MINE = "/pas-au-fichier/", "/pas-au-fichier/suivi/", "/pas-au-fichier/ma-reclamation/"
BORN = "03/07/1988"
TOLD = {
    "given_names": "Ada Grace", "family_name": "Okonjo", "born_on": BORN, "birth_place": "Lagos, Nigeria", "neph": "",
    "departement": "44", "reply_to": "ada@example.org", "text": "Mon permis de 2010 <b>n'y est pas</b>.",
}  # fmt: skip
AGENT = "a.martin@loire-atlantique"
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def day(db: None, at: Callable[[date], None]) -> None:
    """The 22 November 2026."""


def file_one(client: Client, *files: SimpleUploadedFile, **more: str) -> Any:
    """File a claim, with one file unless others are given."""
    return client.post(FORM, {**TOLD, **more, "attached": list(files) or [scan()]})


def follow(client: Client, reference: str, born_on: str = BORN) -> Any:
    """Ask for a claim again."""
    return client.post(FOLLOW, {"reference": reference, "born_on": born_on})


def text_of(answer: Any) -> str:
    """The page, its spaces plain."""
    text: str = answer.content.decode().replace("\u00a0", " ").replace("\u2060", "")
    return text


def test_it_is_filed_and_has_its_receipt(client: Client) -> None:
    """Reference, clock, préfecture, court; nothing of it in an address; who wrote stands beside the claim."""
    answer = file_one(client)
    claim, claimant, page = Claim.objects.get(), Claimant.objects.get(), text_of(client.get(MINE))

    assert (303, MINE, None) == (answer.status_code, answer.headers["Location"], claim.licence)
    assert ("Okonjo", ["Ada", "Grace"], date(1988, 7, 3), ["ada@example.org"]) == (
        claimant.family_name, claimant.given_names, claimant.born_on, claimant.reply_to,
    )  # fmt: skip
    for words in (
        shown_reference(claim.reference), "22 novembre 2026", "22 janvier 2027", "Préfecture de la Loire-Atlantique",
        "tribunal administratif de Nantes", "R. 112-11-1", "image PNG", "&lt;b&gt;n&#x27;y est pas&lt;/b&gt;",
    ):  # fmt: skip
        assert words in page


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([], "Joignez au moins un fichier"),
        ([b"<html>"], "Le fichier n° 1 n&#x27;est ni un PDF"),
        ([None] * 4, "Trois fichiers au plus"),
    ],
    ids=["none", "wrong type", "too many"],
)
def test_what_comes_without_a_good_file_is_not_kept(files: list[bytes | None], message: str, client: Client) -> None:
    """The page says why, and nothing is written."""
    answer = client.post(FORM, {**TOLD, "attached": [scan(content=content) for content in files]})

    assert (422, True) == (answer.status_code, message in text_of(answer))
    assert (0, 0, 0) == (Claim.objects.count(), Claimant.objects.count(), Attachment.objects.count())


def test_files_are_light_together(client: Client, monkeypatch: Any) -> None:
    """Whoever sends them did not sign in; a request that announces more is not read."""
    monkeypatch.setattr("mespoints.portal.not_in_file.forms.MOST_TOGETHER", 100)
    heavy, announced = file_one(client, scan(), scan()), client.post(FORM, TOLD, CONTENT_LENGTH="6200000")

    assert (422, "6 mégaoctets ensemble" in text_of(heavy)) == (heavy.status_code, True)
    assert (413, "Ces fichiers sont trop grands" in text_of(announced)) == (announced.status_code, True)
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("family_name", ""), ("born_on", "23/11/2026"), ("born_on", "x"), ("neph", "12"), ("departement", "00"),
        ("reply_to", ""), ("reply_to", "\n".join("abcdef")), ("text", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(field: str, typed: str, client: Client) -> None:
    """Each field that lacks, or that cannot be, at its place."""
    answer = file_one(client, **{field: typed})

    assert (422, f'id="id_{field}_error"' in text_of(answer)) == (answer.status_code, True)
    assert not Claim.objects.exists()


def test_it_is_followed_elsewhere_by_its_reference_and_the_day_of_birth(client: Client) -> None:
    """Another browser reads nothing before it gives both; what an agent asks is answered, what they answer is read."""
    file_one(client)
    claim, other = Claim.objects.get(), Client()
    before = other.get(MINE)
    ask_driver(claim.pk, "De quelle préfecture était-il ?", on=TODAY, by=AGENT)
    opened = follow(other, shown_reference(claim.reference).lower(), "3 juillet 1988")
    asked = text_of(other.get(MINE))
    replied = other.post(MINE, {"text": "De Nantes.", "attached": [scan()]})
    answer_claim(claim.pk, UPHELD, "Votre permis est au fichier.", on=TODAY, by=AGENT)
    answered = text_of(other.get(MINE))

    assert [(302, FOLLOW), (303, MINE), (303, MINE)] == [
        (one.status_code, one.headers["Location"]) for one in (before, opened, replied)
    ]
    assert ("De quelle préfecture était-il ?" in asked, 2) == (True, claim.attachments.count())
    assert ("Réclamation acceptée" in answered, "Votre permis est au fichier." in answered) == (True, True)
    assert (False, 409) == (AGENT in answered, other.post(MINE, {"text": "Merci."}).status_code)


def test_a_wrong_reference_and_a_wrong_day_are_told_alike(client: Client, driver: Callable[..., Licence]) -> None:
    """So is the reference of a claim whose driver has a file, and what cannot be a reference."""
    file_one(client)
    own = file_claim(driver("1996-05-06"), STAGE_MISSING, "Il manque.", (), on=TODAY)
    reference = Claim.objects.exclude(pk=own.pk).get().reference
    tried = [(reference, "04/07/1988"), ("R26222222222", BORN), ("n'importe", BORN), (own.reference, "02/04/1975")]
    answers = [follow(Client(), *one) for one in tried]
    said = {text_of(answer).split('role="alert"')[1].split("</div>")[0] for answer in answers}

    assert ([422] * 4, 1) == ([answer.status_code for answer in answers], len(said))
    assert "ne vont pas ensemble" in said.pop()


def test_days_are_not_tried_in_turn(client: Client) -> None:
    """After five wrong days the right one is too late, whether the reference exists or not."""
    file_one(client)
    for reference in (Claim.objects.get().reference, "R26222222222"):
        answers = [follow(Client(), reference, f"0{day}/08/1988").status_code for day in range(1, 6)]

        assert ([422] * 5, 429) == (answers, follow(Client(), reference).status_code)


def test_a_network_tries_so_many_references_an_hour(client: Client, monkeypatch: Any) -> None:
    """Whatever they are; another network goes on."""
    monkeypatch.setattr(networks, "NETWORK_CEILING", 2)
    file_one(client)
    reference = Claim.objects.get().reference
    wrong = [follow(Client(), f"R2622222222{number}").status_code for number in range(2)]
    full, elsewhere = follow(Client(), reference), follow(Client(REMOTE_ADDR="192.0.2.9"), reference)

    assert ([422] * 2, 429, 303) == (wrong, full.status_code, elsewhere.status_code)


def test_a_network_leaves_so_many_files_a_day(client: Client) -> None:
    """By claims and by what is added to them alike; words alone go on, and so does another network."""
    filed = [file_one(client).status_code for _ in range(MOST_A_DAY)]
    full, again = file_one(client), file_one(Client())
    added = [client.post(MINE, {"text": "Et ceci.", "attached": files}).status_code for files in ([scan()], [])]
    elsewhere = file_one(Client(REMOTE_ADDR="192.0.2.9"))

    assert ([303] * 3, 429, 429, [429, 303], 303) == (
        filed, full.status_code, again.status_code, added, elsewhere.status_code,
    )  # fmt: skip
    assert "Trop de fichiers reçus" in text_of(full)
    assert MOST_A_DAY + 1 == Attachment.objects.count()


def test_networks_around_leave_so_many_files_together(client: Client) -> None:
    """An attacker who holds two hundred addresses in a row gains little."""
    answers = [file_one(Client(REMOTE_ADDR=f"198.51.100.{number}")).status_code for number in range(6)]

    assert [303] * 5 + [429] == answers


def test_all_networks_together_leave_so_many_files(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes next is told that it is not their doing; words alone go on, and nothing is kept."""
    monkeypatch.setattr("mespoints.portal.not_in_file.following.MOST_OF_ALL", 2)
    browsers = [client, *(Client(REMOTE_ADDR=f"192.0.{number}.9") for number in (2, 3))]
    answers = [file_one(browser) for browser in browsers]
    added = client.post(MINE, {"text": "Et ceci.", "attached": []})

    assert ([303, 303, 429], 303) == ([answer.status_code for answer in answers], added.status_code)
    assert "trop de fichiers en 24 heures" in text_of(answers[-1])
    assert (2, 2) == (Claim.objects.count(), Attachment.objects.count())


def test_the_browser_forgets_after_half_an_hour_or_when_told(client: Client, monkeypatch: Any) -> None:
    """The session alone holds which claim it is."""
    file_one(client)
    opened = client.get(MINE).status_code
    left = client.post(MINE, {"leave": "1"})
    closed = client.get(MINE).status_code
    follow(client, Claim.objects.get().reference)
    later = now() + timedelta(minutes=31)
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: later)

    assert (200, 303, FOLLOW, 302) == (opened, left.status_code, left.headers["Location"], closed)
    assert 302 == client.get(MINE).status_code


def test_the_door_leads_there_and_the_form_needs_its_token(client: Client) -> None:
    """From sign-in, and from the page that says that no licence was found."""
    door = text_of(client.get("/connexion/"))
    session = client.session
    session[STOPPED] = {"problem": Problem.NOT_FOUND.value, "reference": ""}
    session.save()
    client.cookies["mespoints_session"] = session.session_key
    stopped = text_of(client.get("/connexion/franceconnect/issue/"))

    assert (f'href="{FORM}"' in door, f'href="{FORM}"' in stopped) == (True, True)
    assert 403 == Client(enforce_csrf_checks=True).post(FORM, TOLD).status_code
