"""The picture of a reform is well-formed, told in words, and drawn as PNG too."""

from xml.etree import ElementTree

import pytest

from mespoints.national.picture import Line, figure, highest, png, svg

DRAWING = svg("Un <essai>", "points", 2021, (Line("avant", (10.0, 20.0, 25.0)), Line("après", (10.0, 15.0, 5.0))))


def test_the_picture_says_what_it_shows() -> None:
    """A title and a description for who does not see it; a mark a year; two lines told apart without colour."""
    root = ElementTree.fromstring(DRAWING)  # noqa: S314 - ours
    name = "{http://www.w3.org/2000/svg}"
    lines = root.findall(f"{name}polyline")

    assert "Un <essai>" == root.findtext(f"{name}title")
    assert "points, 2021-2023; avant: 10 20 25; après: 10 15 5" == root.findtext(f"{name}desc")
    assert {"2021", "2022", "2023"} <= {text.text for text in root.findall(f"{name}text")}
    assert ["6 4", "none"] == [line.get("stroke-dasharray") for line in lines]
    assert lines[0].get("points", "").split()[-1].endswith(",62.0")


@pytest.mark.parametrize(("value", "expected"), [(0.5, 1), (7, 10), (18, 20), (22, 25), (430, 500), (1000, 1000)])
def test_the_top_is_a_round_number(value: float, expected: float) -> None:
    """Not below the highest value."""

    assert expected == highest(value)


@pytest.mark.parametrize(("value", "said"), [(0.625, "0,625"), (12.5, "12,5"), (1234.4, "1234"), (0.0, "0")])
def test_figures_are_short_and_in_the_language(value: float, said: str) -> None:
    """With the comma of French."""

    assert said == figure(value, ",")


def test_the_same_as_png() -> None:
    """Typst draws it; the file begins as every PNG does."""

    assert b"\x89PNG\r\n" == png(DRAWING)[:6]
