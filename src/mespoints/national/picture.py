"""The picture of a reform: what it changes, year by year under both laws, as SVG, and as PNG by Typst."""

import json
from typing import NamedTuple
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 380
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 62, 60
COLOURS = ("#767676", "#0a3d7a")
"""Told apart in grey too: one is twice as dark as the other."""
DASHES = ("6 4", "none")
STEPS = (1, 2, 2.5, 5, 10)


class Line(NamedTuple):
    """A line of the picture: its name, and one value a year."""

    name: str
    values: tuple[float, ...]


def svg(title: str, unit: str, first: int, lines: tuple[Line, Line], mark: str = ".") -> str:
    """Two lines over the years; told in words too, for who does not see it. ``mark``: the decimal point or comma."""
    top = highest(max(value for line in lines for value in line.values))
    each = [" ".join([f"{line.name}:", *(figure(value, mark) for value in line.values)]) for line in lines]
    told = "; ".join([f"{unit}, {first}-{first + len(lines[0].values) - 1}", *each])
    look = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {look}>',
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-weight="bold">{escape(title)}</text>',
        f'<text x="{LEFT}" y="46" fill="#444">{escape(unit)}</text>',
        *grid(top, mark),
        *[year_mark(first, place, len(lines[0].values)) for place in range(len(lines[0].values))],
    ]
    for number, line in enumerate(lines):
        parts += [drawn(line, number, top), key(line.name, number)]
    return "\n".join([*parts, "</svg>"]) + "\n"


def highest(value: float) -> float:
    """A round number not below the highest value."""
    size = 1.0
    while size * 10 < value:
        size *= 10
    return next((step * size for step in STEPS if step * size >= value), size * 10)


def across(place: int, count: int) -> float:
    """Where a year stands."""
    return LEFT + (WIDTH - LEFT - RIGHT) * (place / max(count - 1, 1))


def up(value: float, top: float) -> float:
    """Where a value stands."""
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top


def figure(value: float, mark: str) -> str:
    """A number of three figures at least."""
    return (f"{value:.0f}" if value >= 100 else f"{value:.3g}").replace(".", mark)


def grid(top: float, mark: str) -> list[str]:
    """The lines of reference, and their values."""
    found = []
    for quarter in range(5):
        value = top * quarter / 4
        height = up(value, top)
        found.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{height:.1f}" y2="{height:.1f}" stroke="#ddd"/>')
        found.append(
            f'<text x="{LEFT - 8}" y="{height + 4:.1f}" text-anchor="end" fill="#444">{figure(value, mark)}</text>'
        )
    return found


def year_mark(first: int, place: int, count: int) -> str:
    """A year below the picture."""
    where, height = across(place, count), HEIGHT - BOTTOM + 20
    return f'<text x="{where:.1f}" y="{height}" text-anchor="middle" fill="#444">{first + place}</text>'


def drawn(line: Line, number: int, top: float) -> str:
    """A line; dashes tell it from the other one without colour."""
    points = " ".join(
        f"{across(place, len(line.values)):.1f},{up(value, top):.1f}" for place, value in enumerate(line.values)
    )
    look = f'stroke="{COLOURS[number]}" stroke-width="2.5" stroke-dasharray="{DASHES[number]}" fill="none"'
    return f'<polyline points="{points}" {look}/>'


def key(name: str, number: int) -> str:
    """What a line is."""
    where, height = LEFT + 250 * number, HEIGHT - 14
    look = f'stroke="{COLOURS[number]}" stroke-width="2.5" stroke-dasharray="{DASHES[number]}"'
    return (
        f'<line x1="{where}" x2="{where + 34}" y1="{height - 4}" y2="{height - 4}" {look}/>'
        f'<text x="{where + 42}" y="{height}">{escape(name)}</text>'
    )


def png(drawing: str) -> bytes:
    """The same picture for who cannot use SVG, drawn by Typst."""
    import typst

    page = f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt)\n"
    image = f'#image(bytes({json.dumps(drawing, ensure_ascii=False)}), format: "svg", width: 100%)\n'
    return typst.compile((page + image).encode(), format="png", ppi=144)
