"""What a file is, told by its bytes alone."""

import io
import zipfile

import pytest
import typst
from PIL import Image

from mespoints.requests.media import JPEG, PDF, PNG, media_of


def picture(form: str, **more: object) -> bytes:
    """A small picture as Pillow writes it."""
    file = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(file, form, **more)
    return file.getvalue()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """A whole file of each format."""
    pdf = typst.compile(b"Permis")
    assert isinstance(pdf, bytes)
    return {PDF: pdf, JPEG: picture("JPEG"), PNG: picture("PNG")}


@pytest.mark.parametrize("media", [PDF, JPEG, PNG])
def test_a_whole_file_is_known(media: str, files: dict[str, bytes]) -> None:
    """As other programs write it."""

    assert media == media_of(files[media])


def test_other_ways_of_writing_a_jpeg_are_known() -> None:
    """Progressive, with restarts, with the data of a camera, with the film that a telephone adds behind."""
    exif = Image.Exif()
    exif[0x0112] = 6
    written = [picture("JPEG", progressive=True), picture("JPEG", exif=exif), picture("JPEG") + b"\x00\x00ftypmp42"]

    assert [JPEG] * 3 == [media_of(content) for content in written]


@pytest.mark.parametrize("media", [PDF, JPEG, PNG])
def test_half_a_file_is_refused(media: str, files: dict[str, bytes]) -> None:
    """Wherever it is cut, its last bytes included."""
    whole = files[media]
    cuts = [whole[: len(whole) * tenth // 10] for tenth in range(10)] + [whole[:-8]]

    assert {None} == {media_of(cut) for cut in cuts}


@pytest.mark.parametrize("media", [PDF, PNG])
def test_an_archive_glued_to_the_end_is_refused(media: str, files: dict[str, bytes]) -> None:
    """A file that is two things at once."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("a.html", "<script>")

    assert media_of(files[media] + archive.getvalue()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"%PDF", b"%PDF-1.7\n", b"%PDF-9.9\nstartxref\n0\n%%EOF", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n",
        b"GIF89a", b"<html>%PDF-1.7", b"MZ\x90\x00", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"PK\x03\x04",
    ],
)  # fmt: skip
def test_anything_else_is_refused(content: bytes) -> None:
    """The first bytes of a format are not enough, and no other format is let in."""

    assert media_of(content) is None


def test_a_pdf_that_does_something_is_refused(files: dict[str, bytes]) -> None:
    """A script in it, or another file."""
    spoiled = [files[PDF].replace(b"/Catalog", b"/Catalog" + word) for word in (b"/OpenAction<</JS", b"/EmbeddedFile ")]

    assert [None, None] == [media_of(content) for content in spoiled]


def test_a_picture_of_a_monstrous_size_is_refused(files: dict[str, bytes]) -> None:
    """Its header alone says so: nothing is opened."""
    jpeg = files[JPEG]
    place = jpeg.index(b"\xff\xc0") + 5

    assert media_of(jpeg[:place] + b"\xff\xff\xff\xff" + jpeg[place + 4 :]) is None
