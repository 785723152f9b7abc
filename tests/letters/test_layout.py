"""Where things stand on the paper, read on the pictures of the pages: the window, the margins, the longest letters."""

import io
from collections import Counter
from typing import Any

import pikepdf
import pytest
from PIL import Image

from mespoints.law.days import add_months, day_of, iso
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Letter, Letter48SI, Recipient
from mespoints.letters.drafting import draft, owing_of
from mespoints.letters.people import recipient
from tests.law.lives import stage
from tests.letters.conftest import text_of
from tests.letters.test_composing import KINDS, roles
from tests.letters.test_drafting import last_owing
from tests.letters.test_offences import dossier_of

PPI = 72
MILLIMETRE = PPI / 25.4
WHITE = 255
LONG_LABEL = "Circulation avec un appareil doté d'un écran en marche placé dans le champ de vision du conducteur"
LONG_PLACE = "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson, route départementale 13, point de repère 12+450"
SIX_LINES = ["Appartement 1204, escalier B, 12e étage", "Résidence des Grandes Terres du Parc 3",
             "1234 bis avenue Mal de Lattre Tassigny", "51290 St Rémy en Bouzemont St Genest"]  # fmt: skip


def offences(count: int) -> list[dict[str, Any]]:
    """One-point offences too close to one another for any to come back, then one of six points."""
    days = [add_months(day_of(2018, 1, 15), 3 * place) for place in range(count)]
    return [
        {
            "act": "offence", "id": f"o{place}", "committed_on": iso(day), "final_on": iso(day + 45),
            "final_by": "titre_executoire", "class": "c4", "points": 6 if place == count - 1 else 1,
            "article": "R412-6-1", "label": LONG_LABEL, "place": LONG_PLACE,
        }
        for place, day in enumerate(days)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def longest(letters: dict[str, Letter]) -> Letter:
    """Fifteen withdrawals with long names and places, six full lines of address, a file number of 19 characters."""
    to = recipient(
        sex="female", given_names=["Marie-Antoinette-Bénédicte"], family_name="DE LA ROCHEFOUCAULD-MONTBEL-LEVIS",
        usage_name="", address=SIX_LINES, neph="ABCDEFGHIJ123456789", departement="51",
    )  # fmt: skip
    assert isinstance(to, Recipient)
    head = letters["48"].head._replace(recipient=to)
    dossier = dossier_of(*offences(15), stage("s", "2020-02-02", started_on="2020-02-01"))
    return draft(owing_of(*last_owing(dossier, "2025-04-25", "48SI"), dossier), head)


def pages_of(composer: Composer, letter: Letter) -> list[Image.Image]:
    """The pages in grey."""
    return [Image.open(io.BytesIO(page)).convert("L") for page in composer.pictures(letter, ppi=PPI)]


def is_blank(page: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether nothing is printed in a part of the page, in millimetres from its upper left corner."""
    box = tuple(round(side * MILLIMETRE) for side in (left, top, right, bottom))
    return page.crop(box).getextrema()[0] == WHITE  # type: ignore[arg-type]


@pytest.fixture(params=[*KINDS, "longest"])
def pages(request: pytest.FixtureRequest, composer: Composer, letters: dict[str, Letter]) -> list[Image.Image]:
    """The pages of a sample, then of the longest letter."""
    one = letters.get(request.param) or request.getfixturevalue("longest")
    return pages_of(composer, one)


def test_nothing_runs_into_the_margins(pages: list[Image.Image]) -> None:
    """20 mm at the left, 20 at the right, 10 at the top and at the foot stay white on every page."""

    assert all(is_blank(page, 0, 0, 20, 297) for page in pages)
    assert all(is_blank(page, 190, 0, 210, 297) for page in pages)
    assert all(is_blank(page, 0, 0, 210, 10) and is_blank(page, 0, 289, 210, 297) for page in pages)


def test_the_window_shows_the_address_and_nothing_else(pages: list[Image.Image]) -> None:
    """The address stands where a DL window shows it however the sheet slips; what surrounds it there is white."""
    first = pages[0]

    assert not is_blank(first, 100, 45, 190, 79)
    assert is_blank(first, 92, 34, 210, 45)
    assert is_blank(first, 92, 79, 210, 85)
    assert is_blank(first, 92, 34, 105, 85)


def test_fifteen_withdrawals_are_one_table(composer: Composer, longest: Letter) -> None:
    """Over three pages: every withdrawal, its sum, one table with its headers."""
    pdf = composer.compose(longest)
    text = text_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        counted = Counter(roles(opened))

        assert 3 == len(opened.pages)
        assert (1, 17) == (counted["Table"], counted["TR"])
    assert isinstance(longest, Letter48SI)
    assert 15 == len(longest.recap.withdrawals)
    assert 15 == text.count("point de repère 12+450 ") - 1
    assert "page 3 sur 3" in text
    assert "MME MARIE-ANTOINETTE-BENEDICTE DE LA ROCHEFOUCAULD-MONTBEL-LEVIS" in text
