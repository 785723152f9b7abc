"""A letter as PDF, or as the pictures of its pages: one reused Typst compiler, nothing read from the system.

The PDF declares PDF/A-2a and PDF/UA-1, is tagged, and bears the day of the letter as its only date: composed again,
it is the same to the byte.
"""

from pathlib import Path

import typst

from mespoints.letters.contents import Letter
from mespoints.letters.wording import fields_of, kind_of

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
PREVIEW_PPI = 110.0


CODE_TEMPLATE = "code.typ"
"""That of the letter of a confidential code, which no movement owes."""


class Composer:
    """A compiler that is kept from one letter to the next; one for each process.

    The letter comes in with the source, not as an input of the compiler: what does not change from one letter to the
    next (templates, most paragraphs) is then laid out once.
    """

    def __init__(self) -> None:
        """Load the typefaces that Typst brings, and no other."""
        fonts = typst.Fonts(include_system_fonts=False)
        self._compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)

    def compose(self, letter: Letter) -> bytes:
        """The letter as PDF, for the printer, the account and the preview alike."""
        return self._pdf(source_of(letter))

    def compose_fields(self, template: str, fields: str) -> bytes:
        """What is no letter of a movement, as PDF: a template by the name of its file, and the JSON that it reads."""
        return self._pdf(source(template, fields))

    def _pdf(self, applied: bytes) -> bytes:
        """The PDF of a template applied to its fields."""
        pdf = self._compiler.compile(applied, format="pdf", pdf_standards=STANDARDS)
        assert isinstance(pdf, bytes)
        return pdf

    def pictures(self, letter: Letter, ppi: float = PREVIEW_PPI) -> list[bytes]:
        """Its pages as PNG, from the same source; ``ppi``: dots per inch."""
        return self._pictures(source_of(letter), ppi)

    def pictures_of_fields(self, template: str, fields: str, ppi: float = PREVIEW_PPI) -> list[bytes]:
        """The same of what is no letter of a movement."""
        return self._pictures(source(template, fields), ppi)

    def _pictures(self, applied: bytes, ppi: float) -> list[bytes]:
        """The pages of a template applied to its fields, as PNG."""
        pages = self._compiler.compile(applied, format="png", ppi=ppi)
        assert pages is not None
        return [pages] if isinstance(pages, bytes) else pages


def source_of(letter: Letter) -> bytes:
    """The template of the kind applied to the fields."""
    return source(template_of(letter).name, fields_of(letter))


def source(template: str, fields: str) -> bytes:
    """A template applied to its fields: a JSON text, as a Typst string."""
    text = fields.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{template}": compose\n#compose(json(bytes("{text}")))\n'.encode()


def template_of(letter: Letter) -> Path:
    """The file of a kind: ``48si.typ``."""
    return TEMPLATES / f"{kind_of(letter).lower()}.typ"
