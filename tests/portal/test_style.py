"""The style sheet: its weight, its contrasts, its hosts."""

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "src/mespoints/portal/static/portal/style.css"
AAA = 7.0


def colours() -> dict[str, str]:
    """The named colours of the sheet."""
    return dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{3,6});", STYLE.read_text(encoding="utf-8")))


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("text", ["ink", "soft", "blue", "warn"])
@pytest.mark.parametrize("ground", ["paper", "wash", "blue-wash", "warn-wash"])
def test_text_is_readable_by_everyone(text: str, ground: str) -> None:
    """Every colour of text stands out on every ground as level AAA asks."""
    ratio = contrast(colours()[text], colours()[ground])

    assert ratio >= AAA


@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_edges_are_seen(ground: str) -> None:
    """The edge of a field or of an empty mark stands out by three to one."""
    ratio = contrast(colours()["edge"], colours()[ground])

    assert ratio >= 3


def test_style_is_light() -> None:
    """The style sheet weighs at most 12 KB."""
    weight = len(STYLE.read_bytes())

    assert weight <= 12_288


def test_style_asks_nothing_of_another_host() -> None:
    """No import, no address: the sheet loads nothing."""
    found = re.findall(r"@import|url\(|//", STYLE.read_text(encoding="utf-8"))

    assert found == []
