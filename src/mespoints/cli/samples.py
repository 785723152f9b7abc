"""``mespoints samples``: sample files of every feed, of invented people."""

import sys
from pathlib import Path

from mespoints.cli.options import Given, UsageRefused

SEED, LINES = 1, 500
MOST = 10_000_000
EXPECTED = {
    "fr": "{} : l'option {} attend un nombre entier de 0 à {}",
    "en": "{}: option {} expects a whole number from 0 to {}",
}


def write(given: Given) -> int:
    """Write the files into a folder, which is made if it is not there."""
    from mespoints.intake.samples import sample_files

    seed, lines = number_asked(given, "--seed", SEED), number_asked(given, "--lines", LINES)
    folder = Path(given.positional)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in sample_files(seed, lines):
            (folder / name).write_text(text, encoding="utf-8")
            sys.stdout.write(f"{folder / name}\n")
    except OSError as error:
        sys.stderr.write(f"mespoints samples: {folder} : {error.strerror}\n")
        return 2
    return 0


def number_asked(given: Given, name: str, default: int) -> int:
    """The whole number of an option. Raises UsageRefused."""
    text = given.options.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= MOST):
        raise UsageRefused(EXPECTED[given.language].format(given.command, name, MOST))
    return int(text)
