"""The préfectures, from ``prefectures.csv``: one line a département, each fact with its source and its day.

The préfet of the département of one's home communicates the record: Code de la route, art. R. 225-6, I.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mespoints.register.prefets import PREFETS

FILE = Path(__file__).with_name("prefectures.csv")
COLUMNS = (
    "code", "name", "lines", "town", "kind", "address_source", "address_on", "site", "site_source", "site_on",
    "counter", "counter_source", "counter_on",
)  # fmt: skip
SEPARATOR = " | "
DEPARTEMENTS = 101

POSTAL, PREMISES = "postal", "premises"
"""What the address is: that of the letters, or that of the offices when the postal one was not read whole."""
YES, NO, UNKNOWN = "yes", "no", "unknown"
"""Whether the record is given at the counter."""

SOURCES = {
    "annuaire": (
        "Annuaire de l'administration (DILA), par l'API Établissements publics, dans l'état copié par "
        "github.com/MTES-MCT/camino, packages/common/src/static/administrations.ts ; le jour est celui de la copie."
    ),
    "attrap": "Adresse du site telle que github.com/mp-mayane/Attrap la lit ; le jour est celui de la version lue.",
    "annuaire-v4": (
        "Annuaire de l'administration (DILA), fichier du 28 octobre 2022 copié par "
        "github.com/ThomasG77/publish-data-gouv-date-reformated-version-jq, prefectures.csv : la première "
        "adresse, celle des bureaux."
    ),
    "cited": "Telle que des pages publiques la citent, au jour qu'elles disent, sinon à celui de notre lecture.",
    "nff": (
        "Annuaire de l'administration (DILA) et carte du ministère de l'intérieur, vérifiés le 21 septembre 2026 par "
        "github.com/gockaman-rgb/nff-website, data/prefectures/plateformes.json : l'adresse d'un service de la "
        "préfecture, sans la ligne du service."
    ),
    "service-public": (
        "Service-public.fr, fiche F34791, vérifiée le 22 mai 2024 : la démarche varie selon les préfectures ; aucune "
        "liste de celles qui reçoivent au guichet n'a été trouvée."
    ),
}
"""Where each fact was read, by its word in the file."""

POSTCODE = re.compile(r"(\d{5}) \S")
CONTACT = "/Nous-contacter"
SITE = re.compile(rf"https://www\.[a-z0-9.-]+\.gouv\.fr({CONTACT})?")


class Sourced(NamedTuple):
    """Where a fact was read (a word of SOURCES), and the day it holds for."""

    source: str
    on: date


class Prefecture(NamedTuple):
    """``lines``: the address below the name, the town last. ``site``: its contact page, or its front page."""

    code: str
    name: str
    lines: tuple[str, ...]
    kind: str
    address: Sourced
    site: str
    site_read: Sourced
    counter: str
    counter_read: Sourced

    @property
    def title(self) -> str:
        """« Préfecture de l'Ain », « Préfecture de police »."""
        return f"Préfecture {PREFETS[self.code]}"

    @property
    def site_is_contact_page(self) -> bool:
        """Whether ``site`` is the page to write from; else « Contact » is at the foot of that front page."""
        return self.site.endswith(CONTACT)


@cache
def prefectures() -> Mapping[str, Prefecture]:
    """Every préfecture by the code of its département, in the order of the codes. Raises ValueError on a fault."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    found = list(faults(rows))
    if found:
        raise ValueError("\n".join(found))
    return {row["code"]: of_row(row) for row in rows}


def of_row(row: Mapping[str, str]) -> Prefecture:
    """A checked line of the file."""
    return Prefecture(
        row["code"], row["name"], (*street(row), row["town"]), row["kind"],
        sourced(row, "address"), row["site"], sourced(row, "site"), row["counter"], sourced(row, "counter"),
    )  # fmt: skip


def street(row: Mapping[str, str]) -> list[str]:
    """The lines above the town: none where the postcode is that of the préfecture alone."""
    return row["lines"].split(SEPARATOR) if row["lines"] else []


def sourced(row: Mapping[str, str], fact: str) -> Sourced:
    """The source of a fact and its day."""
    return Sourced(row[f"{fact}_source"], date.fromisoformat(row[f"{fact}_on"]))


def faults(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """What is wrong in the file, line by line: the column, what was found, what was expected."""
    codes = []
    for number, row in enumerate(rows, 2):
        if tuple(row) != COLUMNS:
            yield f"ligne {number} : trouvé les colonnes {', '.join(map(str, row))}, attendu {', '.join(COLUMNS)}"
            return
        codes.append(row["code"])
        for column, expected, is_right in checks(row):
            if not is_right:
                yield f"ligne {number}, colonne « {column} » : trouvé « {row[column]} », attendu {expected}"
    if codes != sorted(set(codes), key=order) or len(codes) != DEPARTEMENTS:
        yield f"trouvé {len(codes)} départements, attendu {DEPARTEMENTS}, chacun une fois, dans l'ordre de leur code"


def checks(row: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Each column to check, what is expected there, and whether it is so."""
    postcode = POSTCODE.match(row["town"])
    lines = street(row)
    yield "code", "un département", row["code"] in PREFETS
    yield "name", "un nom", bool(row["name"])
    yield "lines", "des lignes sans blanc autour", all(line == line.strip(" |") != "" for line in lines)
    yield "town", "un code postal du département et une commune", bool(postcode) and in_departement(row)
    yield "kind", f"{POSTAL} ou {PREMISES}", row["kind"] in (POSTAL, PREMISES)
    yield "site", "une adresse https en gouv.fr", bool(SITE.fullmatch(row["site"]))
    yield "counter", f"{YES}, {NO} ou {UNKNOWN}", row["counter"] in (YES, NO, UNKNOWN)
    for fact in ("address", "site", "counter"):
        yield f"{fact}_source", f"un mot parmi {', '.join(SOURCES)}", row[f"{fact}_source"] in SOURCES
        yield f"{fact}_on", "un jour, AAAA-MM-JJ", bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", row[f"{fact}_on"]))


def in_departement(row: Mapping[str, str]) -> bool:
    """Whether the postcode is of the département: both parts of Corsica begin with 20."""
    return row["town"].startswith("20" if row["code"] in ("2A", "2B") else row["code"])


def order(code: str) -> tuple[int, str]:
    """The usual order: 2A and 2B come after 19, the overseas last."""
    return len(code), code.replace("2A", "20A").replace("2B", "20B")
