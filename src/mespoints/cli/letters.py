"""``mespoints letters``: one letter of each kind as PDF, to look at, and that of a confidential code."""

import sys
from pathlib import Path

from mespoints.cli.dossiers import WORDS, Refused, tell
from mespoints.cli.options import Given, UsageRefused

EXPECTED = {
    "fr": "letters : l'option --samples est attendue",
    "en": "letters: option --samples is expected",
}


def write(given: Given) -> int:
    """Write the samples in the folder of ``--output``, and name each file; the exit status."""
    if "--samples" not in given.options:
        expected = "option --samples is expected" if given.language == "en" else "l'option --samples est attendue"
        raise UsageRefused(
            f"{given.command}: {expected}" if given.language == "en" else f"{given.command} : {expected}"
        )
    folder = Path(given.options.get("--output", "lettres"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in write_samples(folder, with_pictures="--png" in given.options):
            sys.stdout.write(f"{path}\n")
    except OSError as error:
        refusal = Refused(WORDS[given.language]["closed_folder"].format(error.strerror))
        return tell(str(folder), refusal, given.language)
    return 0


def write_samples(folder: Path, *, with_pictures: bool) -> list[Path]:
    """The files written: « 48SI.pdf », and « 48SI-1.png » for its first page."""
    from mespoints.demo.letters import sample_code, sample_letters
    from mespoints.letters.composing import CODE_TEMPLATE, Composer
    from mespoints.letters.wording import code_fields

    composer = Composer()
    written = {}
    for kind, letter in sample_letters():
        written[folder / f"{kind}.pdf"] = composer.compose(letter)
        if with_pictures:
            pages = composer.pictures(letter)
            written |= {folder / f"{kind}-{number}.png": page for number, page in enumerate(pages, 1)}
    code = code_fields(sample_code())
    written[folder / "code.pdf"] = composer.compose_fields(CODE_TEMPLATE, code)
    if with_pictures:
        pages = composer.pictures_of_fields(CODE_TEMPLATE, code)
        written |= {folder / f"code-{number}.png": page for number, page in enumerate(pages, 1)}
    for path, content in written.items():
        path.write_bytes(content)
    return list(written)
