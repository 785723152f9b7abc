"""The driver's and the agent's tutorials: the words in bold are on the pages, where the tutorial says they are."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from mespoints.demo.agents import AGENTS
from mespoints.demo.people import Person, intake_line, people
from mespoints.identity.models import Agent
from mespoints.intake.people import load
from mespoints.register.models import Licence
from tests.desk.conftest import browser_of
from tests.portal.conftest import TODAY
from tests.tutorials.walks import text_of

pytestmark = pytest.mark.django_db

NATHALIE = next(person for person in people() if person.key == "nathalie")
ADDRESS = re.compile(r"`(/[\w/-]*/)`")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
REASON = "attestation de stage reçue le 20 novembre"


def sections(page: str) -> list[str]:
    """The numbered sections of a tutorial."""
    return re.split(r"^## ", text_of(page), flags=re.MULTILINE)[1:]


def bold(section: str) -> set[str]:
    """The words of pages that a section quotes."""
    return {" ".join(found.split()) for found in BOLD.findall(section)}


def words(answer: Any) -> str:
    """What a person reads of a page, every space an ordinary one."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def missing(section: str, pages: list[str]) -> set[str]:
    """Those that are on none of these pages."""
    return {quoted for quoted in bold(section) if not any(quoted.casefold() in page.casefold() for page in pages)}


def enter(person: Person) -> Licence:
    """The licence of a person of the demonstration, taken in as there."""
    assert not load([intake_line(person, TODAY)], recorded_on=TODAY - timedelta(days=1)).refused
    return Licence.objects.get(neph=person.neph)


@pytest.fixture
def licence(at: Callable[..., None]) -> Licence:
    """Nathalie's."""
    return enter(NATHALIE)


def test_the_driver_finds_each_word_where_it_is_said(licence: Licence, visit: Callable[..., Client]) -> None:
    """Section by section, at the addresses that it gives."""
    signed_in, stranger = visit(licence), visit()

    def page(address: str) -> str:
        return words((stranger if address == "/connexion/" else signed_in).get(address))

    walk = {section: ADDRESS.findall(section) for section in sections("conducteur")}
    found = {section: missing(section, list(map(page, addresses))) for section, addresses in walk.items()}

    assert 8 == len(walk)
    assert all(walk.values())
    assert [] == [(section[:40], words_) for section, words_ in found.items() if words_]


@pytest.mark.parametrize("page", ["conducteur", "agent"])
def test_the_person_is_the_one_of_the_demonstration(page: str) -> None:
    """Her number, and the code that opens her file."""

    assert f"`{NATHALIE.neph}`" in text_of(page)
    assert "agent" == page or f"`{NATHALIE.code}`" in text_of(page)


@pytest.fixture
def agent(new_agent: Callable[..., Agent]) -> Callable[[str], Client]:
    """A browser of an agent of the demonstration, by the given name."""

    def enter_as(key: str) -> Client:
        (told,) = [one for one in AGENTS if one.key == key]
        return browser_of(new_agent(told.role, name=told.name, service=told.service))

    return enter_as


def test_the_agents_find_each_word_on_their_way(
    licence: Licence,
    agent: Callable[[str], Client],
    visit: Callable[..., Client],
    settings: Any,
) -> None:
    """The stage is entered by one, validated by the other, and the holder reads the reason."""
    settings.MESPOINTS_PC_ISSUER = "http://127.0.0.1:8001/proconnect/api/v2"
    helene, karim = agent("helene"), agent("karim")
    door = [words(Client().get("/guichet/connexion/"))]
    search = [words(helene.get("/guichet/recherche/"))]
    asked = {"neph": NATHALIE.neph, "reason": REASON, "article": "R225-2"}
    file = helene.post("/guichet/recherche/", asked).headers["Location"]
    read = [words(helene.get(file))]
    form = [words(helene.get(f"{file}enregistrer/")), words(helene.get(f"{file}enregistrer/stage/"))]
    typed = {
        "started_on": "2026-11-19", "ended_on": "2026-11-20", "case": "1", "piece": "ATT-31-7",
        "received_on": "2026-11-20",
    }  # fmt: skip
    entry = helene.post(f"{file}enregistrer/stage/", typed).headers["Location"]
    entered = words(helene.get(entry))
    waits = [words(karim.get("/guichet/saisies/")), words(karim.get(entry))]
    decided = karim.post(f"{entry}decision/", {"decision": "validate"})
    told = words(visit(licence).get("/qui-a-consulte/"))
    queue = [words(helene.get("/guichet/demandes/"))]
    steps = [door, search, read, [*form, entered], waits, [told], queue]

    assert [] == [one for one in map(missing, sections("agent"), steps) if one]
    assert len(steps) == len(sections("agent"))
    assert 302 == decided.status_code
    assert REASON in told
    assert licence.acts.filter(kind="stage").exists()
