"""The operator's and the jurist's tutorials: each command is run, and answers what the page says."""

from pathlib import Path

import pytest

from tests.tutorials.console import Step, agrees, play
from tests.tutorials.walks import commands_of, files_of, text_of


@pytest.mark.parametrize(("page", "commands"), [("exploitant", 15), ("juriste", 6)])
def test_each_command_answers_what_the_page_says(page: str, commands: int, tmp_path: Path) -> None:
    """In order, in one folder, with the files that the page has its reader write."""
    text = text_of(page)
    for name, content in files_of(text).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    shown = list(commands_of(text))
    answers = list(play(tmp_path, [Step(one.command) for one in shown]))
    wrong = [answer for one, answer in zip(shown, answers, strict=True) if not agrees(one.answer, answer.said)]

    assert len(shown) >= commands
    assert [] == wrong


def test_a_page_is_not_believed_on_its_word() -> None:
    """What « … » replaces may be anything; the rest has to be said, whole."""
    said = "Lignes : 3.\nsecondes : 0.4.\n"

    assert agrees("Lignes : 3.\nsecondes : ….", said)
    assert agrees("…\nsecondes : 0.4.", said)
    assert not agrees("Lignes : 3.", said)
    assert not agrees("Lignes : 2.\n…", said)


def test_no_command_of_a_page_goes_untried() -> None:
    """A block of a console has commands alone; every other block is a file that the reader writes."""
    for page in ("exploitant", "juriste"):
        text = text_of(page)
        consoles = text.count("```console\n")

        assert text.count("```") == 2 * (consoles + len(files_of(text)))
