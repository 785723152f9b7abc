"""The invented year of a country, set beside the published one."""

import json
import sys
from typing import TYPE_CHECKING

from mespoints.cli.options import Given
from mespoints.cli.progress import spaced
from mespoints.cli.terminal import Page, print_pages

if TYPE_CHECKING:
    from mespoints.national.audit import Audited
    from mespoints.national.making import Made

NAMES = {
    "offences": ("infractions qui ont coûté des points", "offences that took points"),
    "points": ("points retirés", "points withdrawn"),
    "points_of_one": ("dont par infractions à 1 point", "of which by offences of 1 point"),
    "points_of_six": ("dont par infractions à 6 points", "of which by offences of 6 points"),
    "invalidations": ("permis invalidés", "licences invalidated"),
    "stages": ("stages qui ont rendu des points", "stages that gave points back"),
    "full_restorations": ("retours de tous les points", "returns of all the points"),
    "single_points": ("retours d'un point", "returns of one point"),
    "share_at_twelve": ("permis à 12 points", "licences at 12 points"),
}
HEADER = (
    ("Année 2024, pour 40 millions de permis", "publié", "inventé"),
    ("Year 2024, for 40 million licences", "published", "invented"),
)
WRITTEN = ("Permis écrits : {} ; lignes : {}.", "Licences written: {}; rows: {}.")
RESTORED = {
    "fr": "Retours de tous les points, publié : les conducteurs dont les 12 points ont été rétablis après deux ou "
    "trois ans sans infraction ; la source ne dit pas si qui était déjà à 12, son point seul étant revenu après six "
    "mois, y est compté quand ce délai s'achève. Inventé : les seuls retours qui ont déplacé des points. Ces deux "
    "nombres ne se comparent pas (docs/nation.md).",
    "en": "Returns of all the points, published: drivers whose 12 points were restored after two or three years "
    "without an offence; the source does not say whether it counts, when that delay ends, who was at 12 already, a "
    "single point having come back after six months. Invented: only the returns that moved points. The two cannot be "
    "compared (docs/nation.md).",
}


def show_country(given: Given, made: "Made") -> None:
    """The report, as a table or as JSON."""
    from mespoints.national.making import beside_published

    rows = beside_published(made)
    if "--json" in given.options:
        year = {name: {"published": published, "invented": round(found, 4)} for name, published, found in rows}
        document = {"format": "nation-synthesis/1", "licences": made.licences, "rows": made.rows, "year": year}
        sys.stdout.write(json.dumps(document) + "\n")
        return
    at = 1 if given.language == "en" else 0
    lines = [HEADER[at], *((NAMES[name][at], figure(published), figure(found)) for name, published, found in rows)]

    def lay_out(page: Page) -> list[str]:
        widths = [max(len(line[column]) for line in lines) for column in range(3)]
        table = [
            "  ".join([line[0].ljust(widths[0]), line[1].rjust(widths[1]), line[2].rjust(widths[2])]) for line in lines
        ]
        return [
            WRITTEN[at].format(spaced(made.licences), spaced(made.rows)),
            "",
            *table,
            "",
            *page.wrapped(RESTORED[given.language]),
        ]

    print_pages(lay_out, given.language)


def figure(value: float) -> str:
    """A number by thousands, or a share."""
    return f"{value:.0%}" if value <= 1 else spaced(round(value))


AUDITED = {
    "fr": "Permis comparés : {} ; à arrêter par la nuit ou appris ensuite, non comparés : {} ; différents : {}.\n",
    "en": "Licences compared: {}; to be settled by the night or learned later, not compared: {}; different: {}.\n",
}
DIFFERS = {
    "fr": "permis n° {} : {} : le registre a {}, la loi donne {}\n",
    "en": "licence no. {}: {}: the register has {}, the law gives {}\n",
}
SHOWN_AT_MOST = 20


def show_audit(given: Given, audited: "Audited") -> None:
    """The counts, and the first differences: licences by their numbers, nothing of anybody."""
    differ = len({difference.licence for difference in audited.differences})
    if "--json" in given.options:
        shown = [difference._asdict() for difference in audited.differences]
        document = {"format": "nation-audit/1", **audited._asdict(), "differences": shown}
        sys.stdout.write(json.dumps(document) + "\n")
        return
    sys.stdout.write(AUDITED[given.language].format(audited.licences, audited.waiting, differ))
    for difference in audited.differences[:SHOWN_AT_MOST]:
        sys.stdout.write(DIFFERS[given.language].format(*difference))
