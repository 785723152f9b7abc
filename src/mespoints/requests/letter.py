"""The letter that asks a préfecture for the record, ready to sign, as PDF. Nothing of it is kept.

Code de la route, art. L. 225-3 and R. 225-6. One reused Typst compiler, nothing read from the system; the PDF declares
PDF/A-2a and PDF/UA-1 and bears the day of the letter as its only date.
"""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import typst

from mespoints.law.explain import day_words
from mespoints.requests.pieces import POST, required_pieces
from mespoints.requests.prefectures import Prefecture
from mespoints.requests.wording import piece_words

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
ONE_AT_A_TIME = Lock()


class Asking(NamedTuple):
    """What the letter says of its writer. ``address``: the lines below the name. ``neph``: empty when not known."""

    given_names: str
    family_name: str
    born_on: date
    birth_place: str
    address: Sequence[str]
    neph: str
    licence_state: str


def letter_of(asking: Asking, prefecture: Prefecture, written_on: date) -> bytes:
    """The letter as PDF."""
    fields: dict[str, object] = {
        "name": f"{asking.given_names} {asking.family_name}",
        "given_names": asking.given_names,
        "family_name": asking.family_name,
        "born": f"{day_words(asking.born_on.toordinal())}, à {asking.birth_place}",
        "address": list(asking.address),
        "neph": asking.neph,
        "to": [prefecture.title, *prefecture.lines],
        "on": day_words(written_on.toordinal()),
        "dated": {"year": written_on.year, "month": written_on.month, "day": written_on.day},
        "pieces": [mine(piece_words(piece, POST)) for piece in required_pieces(POST, asking.licence_state)],
    }
    return composed("demande", fields)


def composed(template: str, fields: dict[str, object]) -> bytes:
    """A letter of one of the templates as PDF; a field that is missing stops the composition."""
    told = json.dumps(fields, ensure_ascii=False).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    text = told.replace("\\", "\\\\").replace('"', '\\"')
    source = f'#import "/{template}.typ": compose\n#compose(json(bytes("{text}")))\n'.encode()
    with ONE_AT_A_TIME:
        pdf = compiler().compile(source, format="pdf", pdf_standards=STANDARDS)
    assert isinstance(pdf, bytes)
    return pdf


def mine(words: str) -> str:
    """The piece as its sender names it: « la photocopie recto verso de mon permis de conduire »."""
    return words.replace("de votre ", "de mon ").replace("à vos nom", "à mes nom")


@cache
def compiler() -> typst.Compiler:
    """The compiler, made for the first letter: it loads the typefaces that Typst brings, and no other."""
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
