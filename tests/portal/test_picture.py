"""The step picture: it says what the table says, and stands as XML."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.days import add_months, iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.portal.picture import BOTTOM, LEFT, RIGHT, TOP, Step, draw, scale_of, steps_of
from tests.portal.conftest import Told, dossier_document, offence

ON = "2026-11-22"


def stated(*acts: Told, obtained_on: str = "1996-05-06", on: str = ON, **licence: str) -> Statement:
    """The statement of a history."""
    return make_statement(read_dossier(dossier_document(obtained_on, *acts, **licence)), parse_day(on))


def told(steps: tuple[Step, ...]) -> list[tuple[str, int, bool]]:
    """Steps with their days written."""
    return [(iso(step.on), step.balance, step.is_coming) for step in steps]


def test_past_then_future() -> None:
    """Twelve, eight, then seven; one point comes back, then all."""
    statement = stated(
        offence("a", "2024-08-01", "2024-09-03"),
        offence("b", "2026-07-02", "2026-08-14", 1, **{"class": "c3"}),
    )

    assert told(steps_of(statement)) == [
        ("2023-11-22", 12, False),
        ("2024-09-03", 8, False),
        ("2026-08-14", 7, False),
        ("2027-02-14", 8, True),
        ("2029-08-14", 12, True),
    ]


def test_a_new_licence_begins_at_its_own_beginning() -> None:
    """The picture of a licence obtained today starts today."""
    steps = steps_of(stated(obtained_on=ON))

    assert told(steps)[0] == (ON, 6, False)


def test_movements_without_points_make_no_step() -> None:
    """A stage that gives nothing, the end of a probation that adds nothing: the line stays level."""
    statement = stated(
        offence("a", "2024-01-05", "2024-02-10"),
        {"act": "stage", "id": "s", "kind": "peine", "ended_on": "2025-03-11"},
    )

    assert [balance for _on, balance, _coming in told(steps_of(statement))] == [12, 8, 12]


def test_an_old_and_busy_history_keeps_its_last_steps() -> None:
    """Twelve years at most are drawn, and the six last changes, so that the line stays readable."""
    acts = [offence(f"o{year}", f"{year}-03-01", f"{year}-04-01", 1) for year in range(2004, 2026)]
    statement = stated(*acts)
    first = steps_of(statement)[0].on

    assert add_months(statement.on, -144) <= first <= add_months(statement.on, -36)


def path(svg: str, kind: str) -> str:
    """The line of this kind."""
    found = re.search(rf'<path class="{kind}" d="([^"]*)"', svg)
    assert found is not None
    return found.group(1)


def test_the_line_turns_where_the_table_says() -> None:
    """One corner a step: the solid line for the past, the dashed one for what comes."""
    statement = stated(offence("a", "2024-08-01", "2024-09-03"))
    steps = steps_of(statement)
    svg, scale = draw(statement, steps, "t", "d"), scale_of(steps, statement.on)
    corner = scale.x(parse_day("2024-09-03"))
    heights = [BOTTOM - (BOTTOM - TOP) * points // 12 for points in (12, 8)]

    assert path(svg, "past") == f"M{LEFT} {heights[0]}H{corner}V{heights[1]}H{scale.x(statement.on)}"
    assert path(svg, "coming").startswith(f"M{scale.x(statement.on)} {heights[1]}H")
    assert path(svg, "coming").endswith(f"V{heights[0]}H{RIGHT}")


def test_title_and_description_are_escaped() -> None:
    """What is read in the place of the picture is text, whatever it holds."""
    statement = stated()
    root = ET.fromstring(draw(statement, steps_of(statement), "a < b & c", "<script>"))  # noqa: S314 - our own

    assert [root[0].text, root[1].text] == ["a < b & c", "<script>"]
    assert root.attrib["role"] == "img"


def test_no_style_and_no_script() -> None:
    """Nothing in it needs an exception to the policy of the page."""
    statement = stated(offence("a", "2024-08-01", "2024-09-03"))
    svg = draw(statement, steps_of(statement), "t", "d")

    assert re.findall(r"style=|<style|<script|href|\son\w+=", svg) == []


@pytest.mark.parametrize("obtained_on", ["1980-01-01", "2024-02-29", "2026-11-21"])
@pytest.mark.parametrize("probation", ["ordinary", "none"])
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_history_is_drawn_inside_its_frame(obtained_on: str, probation: str, data: st.DataObject) -> None:
    """Whatever the history, the lines stay in the frame, the days in order; the last past step is today's."""
    days = data.draw(st.lists(st.integers(-4000, -10), max_size=8))
    today, begun = date.fromisoformat(ON), date.fromisoformat(obtained_on)
    acts = [
        offence(f"o{place}", str(today + timedelta(ago)), str(today + timedelta(ago + 9)), 1 + place % 6)
        for place, ago in enumerate(days)
        if today + timedelta(ago) >= begun
    ]
    licence = {} if begun.year < 2004 else {"probation": probation}
    statement = stated(*acts, obtained_on=obtained_on, **licence)
    steps = steps_of(statement)
    svg = draw(statement, steps, "t", "d")
    ET.fromstring(svg)  # noqa: S314 - our own
    numbers = [int(number) for number in re.findall(r"[HM](\d+)", path(svg, "past") + path(svg, "coming"))]

    assert all(LEFT <= x <= RIGHT for x in numbers)
    assert [step.on for step in steps] == sorted({step.on for step in steps})
    assert [step.balance for step in steps if not step.is_coming][-1] == statement.balance
