from pathlib import Path

import pytest

from mespoints.cli.commands import run

KINDS = {"48", "48N", "48M", "48SI", "46", "46D", "46B", "47", "rectificatif", "interdiction", "code"}


def test_one_letter_of_each_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is made, each file is named as it is written, and is a PDF."""
    folder = tmp_path / "new" / "letters"
    status = run(["letters", "--samples", "-o", str(folder)])
    files = {path.name: path.read_bytes()[:5] for path in folder.iterdir()}

    assert 0 == status
    assert {f"{kind}.pdf": b"%PDF-" for kind in KINDS} == files
    assert {str(folder / name) for name in files} == set(capsys.readouterr().out.splitlines())


def test_each_page_as_a_picture(tmp_path: Path) -> None:
    """``--png`` adds a picture for each page."""
    run(["letters", "--samples", "-o", str(tmp_path), "--png"])

    pages = {f"{kind}-{page}.png" for kind in KINDS for page in (1, 2)} - {"code-2.png"}  # that of a code has one

    assert pages == {path.name for path in tmp_path.glob("*.png")}


@pytest.mark.parametrize(
    ("language", "message"),
    [("fr", "letters : l'option --samples est attendue"), ("en", "letters: option --samples is expected")],
)
def test_nothing_else_is_written_yet(language: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--samples`` the command says what it expects."""
    status = run(["letters", "--lang", language])

    assert (2, f"mespoints: {message}\n") == (status, capsys.readouterr().err)


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where the folder should be: the reason is told, and the status is 2."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    status = run(["letters", "--samples", "-o", str(tmp_path / "taken")])

    assert 2 == status
    assert "ce dossier ne peut pas être écrit" in capsys.readouterr().err
