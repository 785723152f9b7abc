"""« Et si... ? »: what may be supposed, scenarios side by side, their pictures."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from mespoints.law.comparison import compare
from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import read_scenario
from mespoints.portal.picture import BOTTOM, LEFT, RIGHT
from mespoints.portal.simulator.paths import draw_path, shared_scale, steps_of_outcome
from tests.portal.conftest import TODAY, Told, dossier_document, offence
from tests.portal.simulating import Simulation

pytestmark = pytest.mark.usefixtures("at")
PENDING = offence("p", "2026-10-30", points=4)
HISTORY = dossier_document("2005-06-12", offence("a", "2026-01-05", "2026-02-10", 4), PENDING)


def simulated(document: Told = HISTORY, language: str = "fr") -> Simulation:
    """A visit with a history."""
    return Simulation(language).load(json.dumps(document))


def scenarios(simulation: Simulation) -> list[str]:
    """The scenarios in the page."""
    found: list[str] = json.loads(simulation.hidden()["scenarios"] or "[]")
    return found


def offered(simulation: Simulation) -> list[str]:
    """What the page offers to suppose."""
    return re.findall(r'value="try:(\w+)"', simulation.page)


def keep(simulation: Simulation, kind: str, on: str, together: str = "apart", **typed: str) -> Simulation:
    """Suppose a fact."""
    return simulation.press(f"keep:{kind}", suppose__on=on, suppose__together=together, **typed)


@pytest.mark.parametrize(
    ("acts", "kinds"),
    [
        ([], ["stage", "offence"]),
        ([PENDING], ["paiement", "titre_executoire", "stage", "offence"]),
        ([offence("a", "2026-01-05", "2026-02-10", 4)], ["stage", "offence", "withdrawal_annulled"]),
        (
            [
                offence("a", "2026-01-05", "2026-02-10", 4),
                {"act": "withdrawal_annulled", "id": "w", "offence": "a", "on": "2026-05-01"},
            ],
            ["stage", "offence"],
        ),
    ],
)
def test_only_what_can_happen_is_offered(acts: list[Told], kinds: list[str]) -> None:
    """One pays what is pending; one has annulled what was withdrawn and is not annulled yet."""
    assert offered(simulated(dossier_document("2005-06-12", *acts))) == kinds


def test_two_scenarios_stand_beside_nothing_new() -> None:
    """Pay, or let it be increased: a row each, their lowest balance and the day of twelve, in the words of the law."""
    simulation = keep(simulated(), "paiement", "23/11/2026", suppose__offence="p")
    keep(simulation, "titre_executoire", "21/1/2027", suppose__offence="p")
    dossier, on = read_dossier(HISTORY), TODAY.toordinal()
    outcomes = compare(dossier, on, [read_scenario(text, dossier, on) for text in scenarios(simulation)])

    assert scenarios(simulation) == ["paiement:p@2026-11-23", "titre_executoire:p@2027-01-21"]
    assert "A. Si rien de nouveau n'arrive 8 points, dès ce jour" in simulation.text
    assert (
        "B. Si vous payez l'amende de l'infraction du 30 octobre 2026 le 23 novembre 2026 4 points" in simulation.text
    )
    assert "C. Si l'amende de l'infraction du 30 octobre 2026 est majorée le 21 janvier 2027" in simulation.text
    assert [outcome.lowest_balance for outcome in outcomes] == [8, 4, 4]
    assert simulation.outline.values("aria-labelledby").count("path-B") == 1


def test_a_fact_joins_a_scenario() -> None:
    """Pay, and take a stage after: one scenario of two facts."""
    simulation = keep(simulated(), "paiement", "23/11/2026", suppose__offence="p")
    keep(simulation, "stage", "10/1/2027", together="0")

    assert scenarios(simulation) == ["paiement:p@2026-11-23+stage@2027-01-10"]
    assert "et si vous terminez un stage le 10 janvier 2027" in simulation.text


def test_one_more_offence_is_chosen_in_the_bareme() -> None:
    """Words find it, on a day to come; it is compared by its code."""
    searched = {"find__committed_on": "22/12/2026", "find__words": "téléphone"}
    simulation = simulated().press("try-offence", **searched)
    asked = simulation.text
    simulation.press("keep-offence", **searched, suppose__code="23800", suppose__together="apart")

    assert "Commise et payée le : 22 décembre 2026" in asked
    assert "Téléphone tenu en main : 3 points" in asked
    assert scenarios(simulation) == ["offence:23800@2026-12-22"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (
            {"find__committed_on": "22/12/2020", "find__words": "téléphone"},
            "Choisissez un jour après le 22 novembre 2026 et avant le 22 novembre 2038.",
        ),
        ({"find__committed_on": "22/12/2026", "find__words": ""}, "Écrivez quelques mots de cette infraction."),
        (
            {"find__committed_on": "22/12/2026", "find__words": "zzz"},
            "Aucune infraction du barème à essayer n'a tous ces mots : essayez-en d'autres.",
        ),
    ],
)
def test_what_is_wrong_with_an_offence_to_come_is_said(typed: dict[str, str], error: str) -> None:
    """A past day, no words, words that find nothing."""
    simulation = simulated().press("try-offence", **typed)

    assert simulation.answer.status_code == 400
    assert simulation.errors == [error]


@pytest.mark.parametrize("on", ["22/11/2026", "1/1/2020", "22/11/2038"])
def test_a_fact_is_supposed_after_the_day_of_the_page(on: str) -> None:
    """Neither on that day, nor before, nor beyond the forecast."""
    simulation = keep(simulated(), "stage", on)

    assert simulation.answer.status_code == 400
    assert simulation.errors == ["Choisissez un jour après le 22 novembre 2026 et avant le 22 novembre 2038."]


def test_a_fine_is_not_paid_twice() -> None:
    """What the law refuses in a scenario is said where it was chosen."""
    simulation = keep(simulated(), "paiement", "23/11/2026", suppose__offence="p")
    keep(simulation, "titre_executoire", "21/1/2027", together="0", suppose__offence="p")

    assert simulation.answer.status_code == 400
    assert simulation.errors == ["Cela ne peut pas arriver ainsi."]
    assert scenarios(simulation) == ["paiement:p@2026-11-23"]


def test_a_scenario_is_removed() -> None:
    """The others stay, in their order."""
    simulation = keep(keep(simulated(), "stage", "10/1/2027"), "stage", "10/2/2027")
    simulation.press("drop:0")

    assert scenarios(simulation) == ["stage@2027-02-10"]


def test_a_scenario_that_no_longer_holds_is_told_and_dropped() -> None:
    """The offence that it paid is removed from the history."""
    simulation = keep(simulated(), "paiement", "23/11/2026", suppose__offence="p")
    simulation.press("remove:1")

    assert "Un scénario ne tient plus avec ce qui a changé" in simulation.text
    assert scenarios(simulation) == []


def test_no_more_scenarios_than_can_be_read() -> None:
    """Six beside nothing new; then nothing more is offered."""
    simulation = simulated()
    for month in range(1, 7):
        keep(simulation, "stage", f"10/{month}/2027")

    assert len(scenarios(simulation)) == 6
    assert offered(simulation) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_zero_is_seen_without_its_colour(language: str) -> None:
    """A scenario that leads to no point says so in words."""
    history = dossier_document(
        "2005-06-12", offence("a", "2026-01-05", "2026-02-10", 6), offence("p", "2026-10-30", points=6)
    )
    simulation = keep(simulated(history, language), "paiement", "23/11/2026", suppose__offence="p")

    assert '<td role="cell" class="error">' in simulation.page
    assert ("48SI peut alors vous être notifiée" if language == "fr" else "48SI") in simulation.text


def test_the_picture_draws_both_paths() -> None:
    """Solid for the scenario, dashed for nothing new, inside the frame, on the same years; told in its place."""
    dossier, on = read_dossier(HISTORY), TODAY.toordinal()
    nothing, paid = compare(dossier, on, [read_scenario("paiement:p@2026-11-23+stage@2027-01-10", dossier, on)])
    scale = shared_scale((nothing, paid))
    svg = draw_path(paid, nothing, scale, "path-B", "B < C")
    root = ET.fromstring(svg)  # noqa: S314 - our own
    lines = dict(re.findall(r'<path class="(\w+)" d="([^"]*)"', svg))

    assert (root.attrib["role"], root[0].text, root[0].attrib["id"]) == ("img", "B < C", "path-B")
    assert set(lines) == {"past", "other"}
    assert lines["past"] != lines["other"]
    assert all(LEFT <= int(x) <= RIGHT for line in lines.values() for x in re.findall(r"[HM](\d+)", line))
    assert all(int(y) <= BOTTOM for line in lines.values() for y in re.findall(r"V(\d+)", line))
    assert re.findall(r"style=|<style|<script|href|\son\w+=", svg) == []


def test_the_path_is_that_of_the_law() -> None:
    """Each step of the line is a day on which the law changes the balance."""
    dossier, on = read_dossier(HISTORY), parse_day("2026-11-22")
    _nothing, paid = compare(dossier, on, [read_scenario("paiement:p@2026-11-23+stage@2027-01-10", dossier, on)])

    assert [(iso(step.on), step.balance) for step in steps_of_outcome(paid)] == [
        ("2026-11-22", 8),
        ("2026-11-23", 4),
        ("2027-01-11", 8),
        ("2029-11-23", 12),
    ]
