import json
from collections.abc import Callable

import pytest

from mespoints.cli.commands import run
from mespoints.cli.scenarios import LABELS, scenarios_text
from mespoints.cli.terminal import Page
from mespoints.law.comparison import compare
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import read_scenario
from tests.cli.conftest import DOSSIER

ON = ["--on", "2024-12-01"]
PLAIN = Page(width=80, has_colour=False, is_plain=False, language="fr")
PAID = "paiement:i2@2024-12-10"
INCREASED = "titre_executoire:i2@2025-03-10"
WITH_STAGE = "stage@2025-01-19+offence:203@2025-06-01"


def laid_out(*texts: str, page: Page = PLAIN) -> list[str]:
    """The lines of the comparison of some scenarios."""
    dossier, on = read_dossier(DOSSIER), parse_day(ON[1])
    return scenarios_text(dossier, compare(dossier, on, [read_scenario(text, dossier, on) for text in texts]), page)


def test_scenarios_are_numbered_and_told() -> None:
    """What is supposed, then what becomes of it, under one another."""

    assert laid_out(PAID)[:8] == [
        "",
        "Et si...",
        "  (1)   Si rien de nouveau n'arrive",
        "        Retour à 12 points le 15 février 2027 ; solde le plus bas : 8 points.",
        "  (2)   Si vous payez l'amende de l'infraction du 2 novembre 2024 le",
        "        10 décembre 2024",
        "        7 points le 10 décembre 2024, retour à 12 points le 10 décembre 2027 ;",
        "        solde le plus bas : 7 points.",
    ]


def test_balances_stand_side_by_side() -> None:
    """A line a day, a column a scenario, each figure under the number of its scenario."""
    lines = laid_out(PAID, INCREASED)
    start = lines.index("  Jour                 (1)   (2)   (3)")

    assert lines[start + 1 :] == [
        "  1er décembre 2024      8     8     8",
        "  10 décembre 2024       8     7     8",
        "  10 mars 2025           8     7     7",
        "  10 juin 2025           8     8     7",
        "  10 septembre 2025      8     8     8",
        "  15 février 2027       12     8     8",
        "  10 décembre 2027      12    12     8",
        "  10 mars 2028          12    12    12",
        "  Au plus bas            8     7     7",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_wider_than_the_page(width: int, language: str) -> None:
    """Scenarios that do not fit side by side go on below."""
    page = Page(width, has_colour=False, is_plain=True, language=language)
    lines = laid_out(PAID, INCREASED, WITH_STAGE, "stage@2025-01-19", page=page)
    headings = [line for line in lines if line.startswith(f"  {LABELS[language]['day']} ")]

    assert [] == [line for line in lines if len(line) > width]
    assert (2 if width == 40 else 1) == len(headings)
    assert ["(1)", "(2)", "(3)", "(4)", "(5)"] == " ".join(headings).replace(LABELS[language]["day"], "").split()


def test_a_balance_of_nothing_stands_out_in_colour() -> None:
    """The figure alone, in its column."""
    page = PLAIN._replace(has_colour=True)
    lines = laid_out("offence:203@2025-01-05+offence:203@2025-01-06", page=page)

    assert "  6 janvier 2025         8\033[1;33m     0\033[0m" in lines


def test_forecast_shows_scenarios_when_asked(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """After the forecast itself, which stays as it is without them."""
    assert run(["forecast", dossier_file(), *ON]) == 0
    without = capsys.readouterr().out
    assert run(["forecast", dossier_file(), *ON, "--if", PAID, "--if", INCREASED]) == 0
    said = capsys.readouterr().out

    assert said.startswith(without)
    assert "Et si..." not in without
    assert "  (3)   Si l'amende de l'infraction du 2 novembre 2024 est majorée" in said


def test_forecast_as_json_has_scenarios_when_asked(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """That of nothing new first, each with its path and its sentences."""
    run(["forecast", dossier_file(), *ON, "--json"])
    without = json.loads(capsys.readouterr().out)
    run(["forecast", dossier_file(), *ON, "--json", "--if", PAID])
    forecast = json.loads(capsys.readouterr().out)
    nothing, paid = forecast.pop("scenarios")

    assert forecast == without
    assert ("nothing", PAID) == (nothing["if"], paid["if"])
    assert [{**one, "because": ""} for one in without["next"]] == [{**one, "because": ""} for one in nothing["next"]]
    assert ("2024-12-10", "withdrawal", -1, 7, "i2") == tuple(
        paid["next"][0][key] for key in ("on", "cause", "points", "balance", "act")
    )
    assert [("2024-12-01", 8), ("2024-12-10", 7), ("2025-06-10", 8), ("2027-12-10", 12)] == [
        (one["on"], one["balance"]) for one in paid["path"]
    ]
    assert (7, "2024-12-10", None, "2027-12-10", "2027-12-10") == tuple(
        paid[key] for key in ("lowest_balance", "lowest_on", "zero_on", "twelve_on", "ceiling_on")
    )
    assert paid["heading"].startswith("Si vous payez")
    assert paid["outcome"].startswith("7 points le 10 décembre 2024")


def test_the_stage_of_a_forecast_says_from_when_waiting_gives_as_much(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """One key more than in a statement."""
    run(["forecast", dossier_file(), *ON, "--json"])
    in_forecast = json.loads(capsys.readouterr().out)["stage"]
    run(["statement", dossier_file(), *ON, "--json"])
    in_statement = json.loads(capsys.readouterr().out)["stage"]

    assert "2027-02-15" == in_forecast.pop("matched_on")
    assert in_statement == in_forecast


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_scenarios_follow_the_reading_asked_for(
    reading: str, dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In the strict reading an offence committed inside the delay bars it before it is paid."""
    run(["forecast", dossier_file(), *ON, "--json", "--reading", reading, "--if", "paiement:i2@2027-06-01"])
    paid = json.loads(capsys.readouterr().out)["scenarios"][1]

    assert ("full_restoration" if reading == "registered" else "withdrawal") == paid["next"][0]["cause"]


def test_every_refused_scenario_is_told(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line each on standard error, nothing on standard output."""
    status = run(["forecast", dossier_file(), *ON, "--if", "paiement:i1@2025-01-02", "--if", PAID, "--if", "vacances"])
    captured = capsys.readouterr()

    assert (2, "") == (status, captured.out)
    assert 2 == len(captured.err.splitlines())
    assert 'supposition "paiement:i1@2025-01-02" : trouvé une infraction déjà établie le 2024-02-15' in captured.err
    assert 'supposition "vacances"' in captured.err
