"""A document as PDF, or as the pictures of its pages: one reused Typst compiler, nothing read from the system.

The PDF declares PDF/A-2a and PDF/UA-1, is tagged, and bears the day of its issue as its only date.
"""

import json
from pathlib import Path

import typst

from mespoints.records.contents import Contents
from mespoints.records.wording import fields_of, template_of
from mespoints.seal.matrix import picture_of
from mespoints.seal.structure import shown

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
PREVIEW_PPI = 110.0


class Composer:
    """A compiler that is kept from one document to the next; one for each process."""

    def __init__(self) -> None:
        """Load the typefaces that Typst brings, and no other."""
        fonts = typst.Fonts(include_system_fonts=False)
        self._compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)

    def compose(self, contents: Contents, seal: str) -> bytes:
        """The document with its visible seal, not signed yet. ``seal``: the text of it."""
        pdf = self._compiler.compile(source_of(contents, seal), format="pdf", pdf_standards=STANDARDS)
        assert isinstance(pdf, bytes)
        return pdf

    def pictures(self, contents: Contents, seal: str, ppi: float = PREVIEW_PPI) -> list[bytes]:
        """Its pages as PNG, from the same source; ``ppi``: dots per inch."""
        pages = self._compiler.compile(source_of(contents, seal), format="png", ppi=ppi)
        assert pages is not None
        return [pages] if isinstance(pages, bytes) else pages


def source_of(contents: Contents, seal: str) -> bytes:
    """The template applied to the fields: a JSON text, as a Typst string."""
    told = json.dumps(fields_of(contents), ensure_ascii=False).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    sealed = json.dumps({"text": shown(seal), "picture": picture_of(seal)}, ensure_ascii=False)
    text = f'{told[:-1]}, "seal": {sealed}}}'.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{template_of(contents)}": compose\n#compose(json(bytes("{text}")))\n'.encode()
