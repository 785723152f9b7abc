"""The préfet to whom a title is handed in, and the court of the driver's home, by département.

The préfet: Code de la route, art. L. 223-5, I, and R. 223-3, III. The court: Code de justice administrative,
art. R. 312-8 (the home of the person concerned) and R. 221-3 (seats and territories).
"""

from typing import NamedTuple

from mespoints.register.prefets import PREFETS


class Authorities(NamedTuple):
    """``prefet``: « préfet de l'Ain ». ``court``: « tribunal administratif de Lyon »."""

    prefet: str
    court: str


COURTS = {
    "d'Amiens": "02 60 80",
    "de Bastia": "2A 2B",
    "de Besançon": "25 39 70 90",
    "de Bordeaux": "24 33 47",
    "de Caen": "14 50 61",
    "de Cergy-Pontoise": "92 95",
    "de Châlons-en-Champagne": "08 10 51 52",
    "de Clermont-Ferrand": "03 15 43 63",
    "de Dijon": "21 58 71 89",
    "de Grenoble": "26 38 73 74",
    "de Lille": "59 62",
    "de Limoges": "19 23 36 87",
    "de Lyon": "01 07 42 69",
    "de Marseille": "04 05 13",
    "de Melun": "77 94",
    "de Montpellier": "11 34 48 66",
    "de Montreuil": "93",
    "de Nancy": "54 55 88",
    "de Nantes": "44 49 53 72 85",
    "de Nice": "06",
    "de Nîmes": "30 84",
    "d'Orléans": "18 28 37 41 45",
    "de Paris": "75",
    "de Pau": "32 40 64 65",
    "de Poitiers": "16 17 79 86",
    "de Rennes": "22 29 35 56",
    "de Rouen": "27 76",
    "de Strasbourg": "57 67 68",
    "de Toulon": "83",
    "de Toulouse": "09 12 31 46 81 82",
    "de Versailles": "78 91",
    "de la Guadeloupe": "971",
    "de la Martinique": "972",
    "de la Guyane": "973",
    "de La Réunion": "974",
    "de Saint-Pierre-et-Miquelon": "975",
    "de Mayotte": "976",
    "de Saint-Barthélemy": "977",
    "de Saint-Martin": "978",
}
"""The départements of each court."""

COURT_OF = {departement: court for court, departements in COURTS.items() for departement in departements.split()}


def authorities_of(departement: str) -> Authorities | None:
    """The préfet and the court of a département, by its code (« 01 », « 2A », « 971 »), or None when it has none.

    Code de la route, art. R. 223-3, III; Code de justice administrative, art. R. 221-3 and R. 312-8.
    """
    prefet = PREFETS.get(departement)
    if prefet is None:
        return None
    return Authorities(f"préfet {prefet}", f"tribunal administratif {COURT_OF[departement]}")


def authorities_abroad(departement: str) -> Authorities | None:
    """Those of a driver who lives abroad: the préfet of the last département, the court where the minister sits.

    Code de justice administrative, art. R. 312-1: no home is in the territory of a court (art. R. 312-8).
    """
    found = authorities_of(departement)
    return None if found is None else found._replace(court=f"tribunal administratif {COURT_OF['75']}")
