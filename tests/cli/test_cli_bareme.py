import json
import re
from typing import Any

import pytest

from mespoints.cli.bareme import bareme_text
from mespoints.cli.commands import run
from mespoints.cli.terminal import Page
from mespoints.law.bareme import BaremeRow, all_rows, is_unverified
from mespoints.law.bareme_search import search_bareme
from mespoints.law.days import parse_day

PLAIN = Page(width=80, has_colour=False, is_plain=False, language="fr")
TODAY = "2026-01-15"


def lines_for(words: str, on: str = TODAY, page: Page = PLAIN) -> list[str]:
    """The lines of the answer to some words."""
    day = parse_day(on)
    return bareme_text(search_bareme(words, day, page.language), words, day, page)


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit status and the JSON of a search."""
    status = run(["bareme", *arguments, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_one_offence_in_text() -> None:
    """Its points, its name, its article and paragraph, its NATINF code, its class, its period."""
    assert lines_for("téléphone tenu") == [
        "Barème du permis à points, jeudi 15 janvier 2026",
        "",
        "  Infractions trouvées : 1",
        "",
        "  Points  Infraction",
        "       3  Téléphone tenu en main",
        "          art. R. 412-6-1, al. 1 ; NATINF 23800 ; contravention de la",
        "          4e classe ; depuis le 5 janvier 2012",
    ]


def test_several_words_in_any_spelling(capsys: pytest.CaptureFixture[str]) -> None:
    """Without accents or capitals, as words apart; ``--on`` among them."""
    status, answer = found(capsys, "TELEPHONE", "--on", TODAY, "tenu")

    assert (status, answer["format"], answer["on"], answer["words"]) == (0, "bareme/1", TODAY, "TELEPHONE tenu")
    assert [row["article"] for row in answer["rows"]] == ["R412-6-1"]


def test_a_row_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Every column that a program needs; a period that goes on has no end."""
    _, answer = found(capsys, "R412-6-1", "--on", TODAY)
    (row,) = [one for one in answer["rows"] if one["natinf"] == ["23800"]]

    assert {key: row[key] for key in ("paragraph", "class", "points", "from", "to", "status", "unverified")} == {
        "paragraph": "al. 1", "class": "c4", "points": 3, "from": "2012-01-05", "to": None,
        "status": "SEEN", "unverified": False,
    }  # fmt: skip
    assert row["label"] == "Téléphone tenu en main"
    assert row["source"]


def test_the_day_decides(capsys: pytest.CaptureFixture[str]) -> None:
    """The pedestrian's priority: four points until 18 September 2018, six from the next day on."""
    prices = {}
    for on in ("2018-09-18", "2018-09-19"):
        _, answer = found(capsys, "202", "--on", on)
        prices[on] = [(row["points"], row["from"] == "2018-09-19", row["to"]) for row in answer["rows"]]

    assert prices == {"2018-09-18": [(4, False, "2018-09-19")], "2018-09-19": [(6, True, None)]}


def test_a_period_that_is_over_says_its_last_day() -> None:
    """The last day on which the row holds, not the first on which it no longer does."""
    text = " ".join(line.strip() for line in lines_for("202", "2018-09-18"))

    assert re.search(r"du \d+\w* \w+ \d{4} au 18 septembre 2018", text)


@pytest.mark.parametrize(("language", "words"), [("fr", "premier jour inconnu"), ("en", "first day unknown")])
def test_a_period_whose_beginning_is_unknown_says_so(language: str, words: str) -> None:
    """Never a first day that nobody has read."""
    unknown = [row for row in all_rows() if row.starts_unknown]
    assert unknown
    day = unknown[0].from_on
    lines = bareme_text(unknown, "", day, PLAIN._replace(language=language))

    assert " ".join(line.strip() for line in lines).count(words) == len(unknown)


def test_without_words_the_whole_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Every row that holds that day, each once."""
    status, answer = found(capsys, "--on", TODAY)
    holding = [row for row in all_rows() if row.holds_on(parse_day(TODAY))]

    assert (status, len(answer["rows"])) == (0, len(holding))


def test_the_day_is_today_when_not_given(capsys: pytest.CaptureFixture[str]) -> None:
    """Run as a person would."""
    assert run(["bareme", "R412-30"]) == 0
    assert capsys.readouterr().out.startswith("Barème du permis à points, ")


def unverified_rows() -> list[BaremeRow]:
    """The rows of which something was recalled."""
    return [row for row in all_rows() if is_unverified(row)]


@pytest.mark.parametrize(
    ("language", "mark", "meaning"),
    [("fr", "non vérifié", "Non vérifié : cité de mémoire"), ("en", "unverified", "Unverified: recalled")],
)
def test_what_is_unverified_is_marked_and_explained(language: str, mark: str, meaning: str) -> None:
    """Beside each name, and once below what it means."""
    rows = unverified_rows()
    page = PLAIN._replace(language=language, width=200)
    text = "\n".join(bareme_text(rows, "", rows[0].from_on, page))

    assert (len(rows) > 0, text.count(mark), text.count(meaning)) == (True, len(rows), 1)


def test_what_is_verified_is_not_marked() -> None:
    """No line about it where there is nothing to mark."""
    rows = [row for row in all_rows() if not is_unverified(row)]
    text = "\n".join(bareme_text(rows, "", rows[0].from_on, PLAIN))

    assert "vérifié" not in text


def test_unverified_rows_say_so_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A program is told as well."""
    row = unverified_rows()[0]
    _, answer = found(capsys, row.article, "--on", "2012-06-01")
    expected = sum(is_unverified(one) for one in search_bareme(row.article, parse_day("2012-06-01")))

    assert sum(one["unverified"] for one in answer["rows"]) == expected


def test_nothing_found_says_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1, the words as they were asked, and how to ask otherwise."""
    status = run(["bareme", "trottinette", "volante", "--on", TODAY])
    said = " ".join(capsys.readouterr().out.split())

    assert status == 1
    assert "Rien ne correspond à « trottinette volante » dans le barème de ce jour." in said
    assert "Essayez un seul mot" in said
    assert "--on AAAA-MM-JJ" in said


def test_nothing_found_in_english_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The same status; an empty list."""
    status = run(["bareme", "flying", "--on", TODAY, "--lang", "en"])
    said = capsys.readouterr().out

    assert (status, 'Nothing matches "flying"' in said) == (1, True)
    assert found(capsys, "flying", "--on", TODAY)[1]["rows"] == []


def test_before_the_points_there_is_no_bareme() -> None:
    """The points licence out of twelve began on 1 December 1992."""
    before, after = (" ".join(" ".join(lines_for("xyz", on)).split()) for on in ("1992-11-30", "1992-12-01"))

    assert "Il n'y a pas de barème sur douze points avant le 1er décembre 1992. Essayez" in before
    assert "Rien ne correspond à « xyz » dans le barème de ce jour. Essayez" in after


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_fit_the_terminal(language: str, width: int) -> None:
    """The whole table of a day, on a narrow terminal too."""
    page = Page(width, False, False, language)
    lines = lines_for("", page=page)

    assert [] == [line for line in lines[1:] if len(line) > width or line != line.rstrip() or "{" in line]


def test_points_are_aligned() -> None:
    """The points in one column, the names in another, the rest below the names."""
    lines = lines_for("vitesse")[5:]
    heads = [line for line in lines if re.match(r" +\d  \S", line)]

    assert {line.index("  ", 3 + len(line[2:]) - len(line[2:].lstrip())) for line in heads} == {8}
    assert all(line.startswith(" " * 10) for line in lines if line and line not in heads and "vérifié" not in line)


def test_colour_changes_nothing_but_colour() -> None:
    """The same text with and without colours."""
    coloured = lines_for("feu", page=PLAIN._replace(has_colour=True))

    assert [re.sub(r"\033\[[\d;]+m", "", line) for line in coloured] == lines_for("feu")


def test_old_terminals_are_served() -> None:
    """No character beyond those of old terminals in the layout itself."""
    text = "\n".join(lines_for("téléphone", page=PLAIN._replace(is_plain=True)))

    assert text.encode("latin-1")
