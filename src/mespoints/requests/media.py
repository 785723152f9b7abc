"""What a file is, by its bytes alone: PDF, JPEG or PNG, whole, and nothing else. Its name is never read.

A structure that does not hold together is refused: half a file, another format behind the first bytes of one of these,
an archive glued to the end. What passes is kept as bytes and given back as a download: nothing here opens it.
"""

import re
import struct
import zlib

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
EXTENSIONS = {PDF: "pdf", JPEG: "jpg", PNG: "png"}

MOST_BYTES = 4_000_000
"""Of one file: a photograph taken by a telephone, or some scanned pages."""
MOST_PIXELS = 100_000_000
"""Of one picture: more would exhaust the reader's memory."""

PDF_HEAD = re.compile(rb"%PDF-(1\.[0-7]|2\.0)[\r\n]")
PDF_TAIL = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
PDF_TABLE = re.compile(rb"\s*(xref|\d+ \d+ obj)\b")
TAIL_BYTES = 200
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
"""What makes a PDF do something, or hold other files: no scan needs it."""

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
JPEG_HEAD = b"\xff\xd8\xff"
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
RESTARTS = frozenset(range(0xD0, 0xD8))


def media_of(content: bytes) -> str | None:
    """The media type of a whole file of one of the three formats, or None."""
    for head, media, is_whole in ((b"%PDF-", PDF, is_pdf), (JPEG_HEAD, JPEG, is_jpeg), (PNG_HEAD, PNG, is_png)):
        if content.startswith(head):
            return media if is_whole(content) else None
    return None


def is_pdf(content: bytes) -> bool:
    """Whether a PDF begins at its first byte and ends at its last, its table where it says, nothing active in it."""
    tail = PDF_TAIL.search(content, max(0, len(content) - TAIL_BYTES))
    if not PDF_HEAD.match(content) or tail is None or ACTIVE.search(content):
        return False
    place = int(tail[1])
    return place < len(content) and PDF_TABLE.match(content, place) is not None


def is_png(content: bytes) -> bool:
    """Whether every chunk holds its sum, the header comes first, some picture follows, and the end is the end."""
    place, names = len(PNG_HEAD), list[bytes]()
    while place + 12 <= len(content):
        length, name = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if (
            end > len(content)
            or zlib.crc32(content[place + 4 : end - 4]) != struct.unpack_from(">I", content, end - 4)[0]
        ):
            return False
        if not names and not (
            name == b"IHDR" and length == 13 and fits(*struct.unpack_from(">II", content, place + 8))
        ):
            return False
        names.append(name)
        place = end
        if name == b"IEND":
            break
    return place == len(content) and names[-1:] == [b"IEND"] and b"IDAT" in names


def is_jpeg(content: bytes) -> bool:
    """Whether the segments follow one another from the frame to the scan, up to an end of image.

    What telephones add after it (a smaller picture, a film) is let through.
    """
    place, has_frame = 2, False
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], struct.unpack_from(">H", content, place + 2)[0]
        if marker == END_OF_IMAGE:
            return False  # before any scan
        if marker in FRAMES and length >= 8:
            height, width = struct.unpack_from(">HH", content, place + 5) if place + 9 <= len(content) else (0, 0)
            has_frame = fits(width, height)
        place += 2 + length
        if marker == START_OF_SCAN:
            return has_frame and ends(content, place)
    return False


def ends(content: bytes, place: int) -> bool:
    """Whether an end of image comes after the scans that begin here."""
    while (place := content.find(b"\xff", place)) >= 0 and place + 1 < len(content):
        marker = content[place + 1]
        if marker == END_OF_IMAGE:
            return True
        is_segment = marker not in RESTARTS and marker not in (0x00, 0xFF)
        if is_segment and place + 4 > len(content):
            return False
        place += 2 + (struct.unpack_from(">H", content, place + 2)[0] if is_segment else 0) - (marker == 0xFF)
    return False


def fits(width: int, height: int) -> bool:
    """Whether a picture has a size, and one that can be opened."""
    return 0 < width * height <= MOST_PIXELS
