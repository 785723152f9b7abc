"""Where invented people are born and live: real towns with their INSEE and postal codes, streets of everywhere."""

from itertools import accumulate
from typing import NamedTuple


class Town(NamedTuple):
    """A town; ``weight``: how many people live there, in thousands, so that the mix looks like the country."""

    insee: str
    postal_code: str
    name: str
    departement: str
    weight: int


TOWNS = (
    Town("75056", "75011", "PARIS", "75", 2100),
    Town("13055", "13005", "MARSEILLE", "13", 870),
    Town("69123", "69003", "LYON", "69", 520),
    Town("31555", "31000", "TOULOUSE", "31", 500),
    Town("06088", "06000", "NICE", "06", 345),
    Town("44109", "44000", "NANTES", "44", 320),
    Town("34172", "34000", "MONTPELLIER", "34", 300),
    Town("67482", "67000", "STRASBOURG", "67", 290),
    Town("33063", "33000", "BORDEAUX", "33", 260),
    Town("59350", "59000", "LILLE", "59", 235),
    Town("35238", "35000", "RENNES", "35", 225),
    Town("51454", "51100", "REIMS", "51", 180),
    Town("83137", "83000", "TOULON", "83", 180),
    Town("42218", "42000", "SAINT-ETIENNE", "42", 173),
    Town("76351", "76600", "LE HAVRE", "76", 166),
    Town("38185", "38000", "GRENOBLE", "38", 158),
    Town("21231", "21000", "DIJON", "21", 159),
    Town("49007", "49000", "ANGERS", "49", 156),
    Town("30189", "30000", "NIMES", "30", 148),
    Town("63113", "63000", "CLERMONT-FERRAND", "63", 147),
    Town("72181", "72000", "LE MANS", "72", 145),
    Town("29019", "29200", "BREST", "29", 140),
    Town("37261", "37000", "TOURS", "37", 137),
    Town("80021", "80000", "AMIENS", "80", 133),
    Town("87085", "87000", "LIMOGES", "87", 130),
    Town("66136", "66000", "PERPIGNAN", "66", 120),
    Town("57463", "57000", "METZ", "57", 118),
    Town("25056", "25000", "BESANCON", "25", 117),
    Town("45234", "45000", "ORLEANS", "45", 116),
    Town("68224", "68100", "MULHOUSE", "68", 108),
    Town("14118", "14000", "CAEN", "14", 106),
    Town("54395", "54000", "NANCY", "54", 105),
    Town("86194", "86000", "POITIERS", "86", 90),
    Town("64445", "64000", "PAU", "64", 77),
    Town("2A004", "20000", "AJACCIO", "2A", 71),
    Town("17300", "17000", "LA ROCHELLE", "17", 77),
    Town("19031", "19100", "BRIVE-LA-GAILLARDE", "19", 47),
    Town("15014", "15000", "AURILLAC", "15", 26),
    Town("05061", "05000", "GAP", "05", 41),
    Town("97105", "97100", "BASSE-TERRE", "971", 150),
    Town("97209", "97200", "FORT-DE-FRANCE", "972", 140),
    Town("97302", "97300", "CAYENNE", "973", 110),
    Town("97411", "97400", "SAINT-DENIS", "974", 300),
    Town("97608", "97600", "MAMOUDZOU", "976", 70),
)
INHABITANTS = tuple(accumulate(town.weight for town in TOWNS))

FRANCE = "99100"
OTHER_COUNTRIES = ("99352", "99350", "99351", "99139", "99134", "99127", "99109", "99131", "99208", "99341")
"""INSEE codes: Algeria, Morocco, Tunisia, Portugal, Spain, Italy, Germany, Belgium, Türkiye, Senegal."""

STREETS = (
    "RUE DE LA PAIX", "RUE DES LILAS", "AVENUE DE LA REPUBLIQUE", "RUE VICTOR HUGO", "PLACE DE L'EGLISE",
    "RUE PASTEUR", "CHEMIN DU MOULIN", "IMPASSE DES CERISIERS", "BOULEVARD JEAN JAURES", "RUE DU STADE",
    "ALLEE DES TILLEULS", "RUE DE LA GARE", "ROUTE DE LA MER", "COURS GAMBETTA", "QUAI DES CHARTRONS",
)  # fmt: skip

TERRITORIES = {
    "57": "alsace-moselle",
    "67": "alsace-moselle",
    "68": "alsace-moselle",
    "971": "guadeloupe",
    "972": "martinique",
    "973": "guyane",
    "974": "la-reunion",
    "976": "mayotte",
}
"""Where the holidays are not those of the metropole, by département."""
