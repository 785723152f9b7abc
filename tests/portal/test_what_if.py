"""« Et si... ? » on the driver's own file: true facts, nothing stored, nothing in an address."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from mespoints.register.models import Access, Licence
from tests.portal.conftest import offence
from tests.portal.test_consulting_changes_nothing import dump

ADDRESS = "/mes-points/et-si/"
TAKEN = offence("a", "2026-01-05", "2026-02-10", 4, label="Feu rouge")
PENDING = offence("p", "2026-10-30", None, 3, label="Téléphone")
HIDDEN = re.compile(r'name="scenarios" value="([^"]*)"')


class Trial:
    """Somebody on the page, who presses its buttons."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.answer: Any = client.get(ADDRESS)

    def press(self, do: str, **typed: str) -> "Trial":
        """Press a button, the scenarios of the page going with it."""
        found = HIDDEN.search(self.page)
        scenarios = html.unescape(found[1]) if found else ""
        fields = {f"suppose-{name}": value for name, value in typed.items()}
        self.answer = self.client.post(ADDRESS, {"scenarios": scenarios, "do": do, **fields})
        return self

    @property
    def page(self) -> str:
        """The HTML."""
        text: str = self.answer.content.decode()
        return text

    @property
    def told(self) -> str:
        """What the page says, its tags left out."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.page)).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def trial(driver: Callable[..., Licence], visit: Callable[..., Client]) -> Trial:
    """A driver of 8 points, one offence waiting."""
    return Trial(visit(driver("1996-05-06", TAKEN, PENDING)))


def test_the_page_offers_what_the_file_allows(trial: Trial) -> None:
    """To pay what waits, to follow a stage, one more offence, to have a withdrawal annulled."""
    for words in (
        "Payer une amende en attente",
        "Suivre un stage",
        "une infraction de plus",
        "Faire annuler un retrait",
    ):
        assert words in trial.told
    assert "Rien n'est enregistré" in trial.told
    assert "<table" not in trial.page


def test_paying_now_is_compared_with_doing_nothing(trial: Trial) -> None:
    """The true balance, 8, comes to 5; both are drawn, and said in a table."""
    asked = trial.press("try:paiement").told
    trial.press("keep:paiement", on="23/11/2026", offence="p", together="apart")

    assert "Téléphone, 30 octobre 2026" in asked
    assert "Si rien de nouveau n'arrive 8 points, dès ce jour" in trial.told
    assert "Si vous payez l'amende de l'infraction du 30 octobre 2026 le 23 novembre 2026 5 points" in trial.told
    assert 1 == trial.page.count("<svg")


def test_scenarios_add_up_and_are_taken_out(trial: Trial) -> None:
    """A stage apart, then an annulment with it; dropped, nothing is compared any more."""
    trial.press("keep:stage", on="10/12/2026")
    trial.press("keep:withdrawal_annulled", on="10/03/2027", offence="a", together="0")

    assert "et si le retrait pour l'infraction du 5 janvier 2026 est annulé le 10 mars 2027" in trial.told
    trial.press("drop:0")
    assert "Le scénario est retiré." in trial.told
    assert "<table" not in trial.page


def test_one_more_offence_is_found_in_the_bareme(trial: Trial) -> None:
    """Two steps: its day and its words, then which one."""
    assert "Quelle infraction" in trial.press("try:offence").told
    search = {"find-committed_on": "1/12/2026", "find-words": "feu rouge"}
    trial.answer = trial.client.post(ADDRESS, {"do": "try-offence", **search})
    code = re.search(r'name="suppose-code" value="([^"]+)"', trial.page)
    assert code is not None
    trial.answer = trial.client.post(ADDRESS, {"do": "keep-offence", "suppose-code": code[1], **search})

    assert "une infraction de plus" in trial.told
    assert "4 points, 1er décembre 2026" in trial.told


def test_what_is_wrong_is_said_in_its_place(trial: Trial) -> None:
    """A day gone by cannot be supposed: the form comes back, and says so."""
    trial.press("keep:stage", on="10/12/2020")

    assert 400 == trial.answer.status_code
    assert "Choisissez un jour après le 22 novembre 2026" in trial.told


@pytest.mark.parametrize(
    "posted",
    [
        {"scenarios": '["paiement:autre@2026-12-01", 3, "x"]', "do": "try:nothing"},
        {"scenarios": "{", "do": "drop:99"},
        {"do": "keep:offence"},
        {"do": "remove:everything"},
    ],
)
def test_what_is_not_of_the_page_is_left_aside(trial: Trial, posted: dict[str, str]) -> None:
    """Nothing that is sent shows another file or breaks the page."""
    trial.answer = trial.client.post(ADDRESS, posted)

    assert 200 == trial.answer.status_code
    assert "<table" not in trial.page


def test_trying_stores_nothing_but_its_line_of_the_journal(trial: Trial) -> None:
    """Each answer is one look at one's own file; the register stays as it was, no address tells anything."""
    before, looks = dump(), Access.objects.count()
    trial.press("keep:stage", on="10/12/2026").press("try:paiement")

    assert dump() == before
    assert looks + 2 == Access.objects.count()
    assert {"what_if"} == set(Access.objects.values_list("shown", flat=True))
    assert "?" not in "".join(re.findall(r'action="([^"]*)"', trial.page))


def test_the_form_is_protected(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Another site cannot press a button here."""
    client = visit(driver("1996-05-06", TAKEN))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    assert 403 == strict.post(ADDRESS, {"do": "try:stage"}).status_code


def test_english_is_whole(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Title, buttons, table and sentences."""
    page = Trial(visit(driver("1996-05-06", TAKEN, PENDING), "en")).press("keep:stage", on="10/12/2026")

    assert "What would become of your balance" in page.told
    assert not re.findall(r"\b(votre|vous|stage le|rien)\b", page.told)


def test_the_balance_leads_to_it(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """From the page of today, not from that of another day."""
    client = visit(driver("1996-05-06", TAKEN))

    assert f'href="{ADDRESS}"' in client.get("/mes-points/").content.decode()
    assert f'href="{ADDRESS}"' not in client.get("/mes-points/?on=22/11/2026&known_on=22/11/2026").content.decode()
