import re
from typing import Any

import pytest

from mespoints.cli.labels import LABELS
from mespoints.cli.terminal import Page, glued, page_of
from mespoints.cli.text import forecast_text, statement_text
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.cli.conftest import DOSSIER
from tests.law.explain.grounds import LIVES, LOST, Life
from tests.law.explain.test_duties import DUTIES
from tests.law.lives import offence

SPACE = "\N{NO-BREAK SPACE}"
PLAIN = Page(width=80, has_colour=False, is_plain=False, language="fr")


def printed(on: str = "2024-12-01", page: Page = PLAIN, dossier: dict[str, Any] = DOSSIER, **more: str) -> list[str]:
    """The lines of the text of a statement."""
    read = read_dossier(dossier)
    return statement_text(read, make_statement(read, parse_day(on), **more), page)


def test_the_answer_comes_first() -> None:
    """The day, the balance, the status, the licence."""
    lines = printed()

    assert lines[:5] == [
        "Relevé du permis à points, dimanche 1er décembre 2024",
        "",
        "  8 points sur 12   ■■■■■■■■□□□□",
        "  Permis valide",
        "  Permis obtenu le 12 juin 2015, dossier 000000000001",
    ]


def test_sections_follow_the_questions_of_a_worried_person() -> None:
    """What to do, what comes, a stage, how to challenge a letter, why, what is pending, on what it rests."""
    dossier, statement = DUTIES["mandatory_stage"].told()
    pending = {"act": "offence", "id": "p", "class": "c3", "points": 1, "committed_on": "2024-11-20"}
    life = DUTIES["mandatory_stage"]
    dossier, statement = life._replace(acts=(*life.acts, pending)).told()
    headings = [line for line in statement_text(dossier, statement, PLAIN) if line and not line.startswith(" ")]

    labels = LABELS["fr"]
    names = ("to_do", "coming", "stage", "remedies", "movements", "pending", "sources")
    assert headings[1:] == [labels[name] for name in names]


def test_movements_are_aligned_and_newest_first() -> None:
    """Day, points, balance and heading, each in its column; the reason under its heading."""
    lines = printed()
    start = lines.index("Mouvements")

    assert lines[start + 1] == "  Jour              Points  Solde  Motif"
    assert lines[start + 2] == "  1er mars 2024         −4      8  Infraction (4e classe), lettre 48"
    assert lines[start + 3].startswith(" " * 35 + "4")
    assert [line[2:20].rstrip() for line in lines[start + 2 :] if line[2:3].isdigit() and "20" in line][:3] == [
        "1er mars 2024",
        "12 juin 2018",
        "12 juin 2017",
    ]


@pytest.mark.parametrize("width", [60, 80, 110])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", ["lost_by_48si", "full_back_grave", "probation_clean_reduced", "stage_back_part"])
def test_lines_fit_the_terminal(key: str, language: str, width: int) -> None:
    """No line is longer than the page, whatever the life."""
    dossier, statement = LIVES[key].told()
    page = Page(width, False, False, language)
    lines = statement_text(dossier, statement, page) + forecast_text(dossier, statement, page)

    assert [] == [line for line in lines if len(line) > width]
    assert [] == [line for line in lines if "{" in line or line != line.rstrip()]


def test_colour_changes_nothing_but_colour() -> None:
    """The same text with and without colours: colour never carries meaning alone."""
    coloured = printed(page=PLAIN._replace(has_colour=True))

    assert [re.sub(r"\033\[[\d;]+m", "", line) for line in coloured] == printed()
    assert "\033[1;34m8 points sur 12\033[0m" in coloured[2]


def test_old_terminals_get_plain_characters() -> None:
    """Without UTF-8 there are no squares, no unbreakable spaces, no typographic minus."""
    text = "\n".join(printed(page=PLAIN._replace(is_plain=True)))

    assert text.encode("latin-1")
    assert " -4 " in text


def test_an_overdue_duty_says_so() -> None:
    """The last day may have passed; the duty remains."""
    dossier, statement = Life("2024-05-01", LOST).told()
    text = "\n".join(statement_text(dossier, statement, PLAIN))

    assert "Le délai est passé depuis le lundi 15 avril 2024." in text
    assert "Refuser de le remettre" in text


def test_a_lost_licence_says_that_one_may_not_drive() -> None:
    """The first question of all has its answer in the first lines."""
    dossier, statement = Life("2024-05-01", LOST).told()

    assert "  Vous n'avez plus le droit de conduire." in statement_text(dossier, statement, PLAIN)[:7]


def test_a_pending_offence_is_apart() -> None:
    """Known and not withdrawn, with its points, its day and its label."""
    labelled = {**offence("p", "2024-11-20", "2024-11-25", 2, decided_on="2025-01-10"), "label": "Feu rouge"}
    lines = printed(dossier={**DOSSIER, "acts": [*DOSSIER["acts"], labelled]})
    text = " ".join(line.strip() for line in lines)

    assert "−1 infraction du 2 novembre 2024, pas encore établie" in re.sub(" +", " ", text)
    assert "−2 infraction du 20 novembre 2024, établie, retrait pas encore décidé (Feu rouge)" in re.sub(
        " +", " ", text
    )


def test_the_strict_reading_is_announced() -> None:
    """A reading that real statements do not follow says its name."""
    assert "  Lecture stricte : tout le dossier est connu à tout moment." in printed(reading="strict")


def test_probation_shows_its_end() -> None:
    """The last day of a running probation stands under the licence."""
    dossier = {**DOSSIER, "acts": []}

    assert "  Période probatoire jusqu'au 12 juin 2018" in printed("2016-01-01", dossier=dossier)


def test_sources_follow_the_order_of_the_code() -> None:
    """The law first, then the regulations, by number."""
    text = " ".join(printed())

    assert "Code de la route : L. 223-1, L. 223-6, R. 223-1." in text


def test_the_forecast_says_when_twelve_comes() -> None:
    """The day of the return to 12 points, in full letters."""
    read = read_dossier(DOSSIER)
    lines = forecast_text(read, make_statement(read, parse_day("2024-12-01")), PLAIN)

    assert "  Retour à 12 points : lundi 15 février 2027." in lines
    assert "Mouvements" not in lines


def test_both_languages_have_the_same_labels() -> None:
    """No word around the statement is missing in a language."""
    assert set(LABELS["fr"]) == set(LABELS["en"])


def test_what_belongs_together_stays_on_one_line() -> None:
    """Articles, alinéas, numbers with their words, dates."""
    told = glued("le 1er mai 2024 (art. L. 223-6, al. 3), 4 points, 12 juin 2015, après 2011 seulement")

    assert told.replace(SPACE, "_") == (
        "le 1er_mai_2024 (art._L._223-6, al._3), 4_points, 12_juin_2015, après_2011_seulement"
    )


@pytest.mark.parametrize(
    ("environment", "has_colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_only_where_it_is_wanted(
    environment: dict[str, str], has_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, without NO_COLOR."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    assert page_of("fr").has_colour is has_colour


def test_no_colour_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output that is no terminal gets plain text, 80 columns wide unless told otherwise."""
    assert page_of("fr").has_colour is False
