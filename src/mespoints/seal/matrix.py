"""The seal as a DataMatrix (ISO/IEC 16022), drawn as SVG: black modules, one path, a quiet zone around."""

from itertools import groupby

QUIET = 2
"""Modules left white on each side; the norm asks for one."""


def matrix_of(text: str) -> list[list[int]]:
    """The modules of a text of ASCII characters, row by row: 1 is black."""
    from ppf.datamatrix import DataMatrix  # seldom asked for, and the time to start is counted

    rows: list[list[int]] = DataMatrix(text).matrix
    return rows


def picture_of(text: str) -> str:
    """The symbol as SVG, one unit a module."""
    rows = matrix_of(text)
    side = len(rows) + 2 * QUIET
    path = "".join(runs(row, place + QUIET) for place, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<path d="{path}" fill="#000"/></svg>'
    )


def runs(row: list[int], down: int) -> str:
    """The black runs of a row, as rectangles of a path."""
    drawn, across = [], QUIET
    for module, group in groupby(row):
        width = len(list(group))
        if module:
            drawn.append(f"M{across} {down}h{width}v1h-{width}z")
        across += width
    return "".join(drawn)
