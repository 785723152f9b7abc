"""Twenty-odd ways in which a line of ``antai/1`` can be wrong, each with its fate and with words of its reason."""

import json
from typing import Any, NamedTuple

from tests.intake.feeding import line

WAITING, REFUSED = "waiting", "refused"


class Faulty(NamedTuple):
    """A line about an offence that is known as ``i1``, and what must become of it."""

    raw: bytes
    reason: str
    fate: str = REFUSED


def paid(**changes: Any) -> dict[str, Any]:
    """A payment; None takes a key away."""
    whole = {**line("antai", "paid", "p1", offence="i1", on="2024-02-15"), **changes}
    return {key: value for key, value in whole.items() if value is not None}


def written(document: object) -> bytes:
    """A line of the file."""
    return json.dumps(document, ensure_ascii=False).encode()


DAY = "attendu un jour du calendrier écrit AAAA-MM-JJ"

FAULTS: dict[str, Faulty] = {
    "bad JSON": Faulty(b'{"format": "antai/1", ', "JSON invalide, ligne 1, colonne 2"),
    "no object": Faulty(b"[1, 2]", "ligne, clé « format » : trouvé une liste, attendu un objet."),
    "a key twice": Faulty(b'{"format": "antai/1", "format": "antai/1"}', "la clé « format » est donnée deux fois"),
    "empty line": Faulty(b"  ", "ligne vide"),
    "invalid UTF-8": Faulty(written(paid(id="p\xe9")).decode().encode("latin-1"), "UTF-8 invalide à l'octet"),
    "NUL": Faulty(written(paid(id="p\0")), "le caractère nul (\\u0000) n'est pas accepté"),
    "half a character": Faulty(json.dumps(paid(id="\ud800")).encode(), "une moitié de caractère"),
    "too deep": Faulty(b"[" * 50_000, "un nombre ou une imbrication démesurés"),
    "oversized": Faulty(b" " * 70_000, "ligne de plus de 65536 octets"),
    "another format": Faulty(written(paid(format="antai/2")), 'clé « format » : trouvé "antai/2", attendu "antai/1".'),
    "unknown event": Faulty(written(paid(event="payed")), 'clé « event » : trouvé "payed", attendu l\'un de ces mots'),
    "unknown key": Faulty(written(paid(colour="red")), "clé « colour » : trouvé une clé inconnue, attendu l'une de"),
    "missing key": Faulty(written(paid(on=None)), f"clé « on » : trouvé rien, {DAY}"),
    "missing identifier": Faulty(written(paid(id=None)), "clé « id » : trouvé rien, attendu un identifiant"),
    "identifier with a colon": Faulty(written(paid(id="antai:p1")), 'clé « id » : trouvé "antai:p1", attendu un'),
    "wrong type": Faulty(written(paid(on=20240215)), f"clé « on » : trouvé 20240215, {DAY}"),
    "impossible day": Faulty(written(paid(on="2024-02-30")), f'clé « on » : trouvé "2024-02-30", {DAY}'),
    "a day to come": Faulty(written(paid(on="2030-02-15")), "trouvé 2030-02-15, attendu un jour qui ne suit pas"),
    "bad NEPH": Faulty(written(paid(neph="12 34")), 'clé « neph » : trouvé "12 34", attendu un NEPH de 5 à 19'),
    "end before commission": Faulty(
        written(paid(on="2024-01-19")), "clé « final_on » : trouvé 2024-01-19, attendu un jour qui ne précède pas"
    ),
    "decision before the end": Faulty(
        written(paid(decided_on="2024-02-14")), "clé « decided_on » : trouvé 2024-02-14, attendu un jour qui ne précède"
    ),
    "another content under a known id": Faulty(
        written(line("antai", "offence", "i1", committed_on="2024-01-20", points=3, **{"class": "c4"})),
        "acte « antai:i1 » : déjà enregistré avec un autre contenu (points)",
    ),
    "points that the barème does not know": Faulty(
        written(line("antai", "offence", "i9", committed_on="2024-01-20", points=12, **{"class": "c4"})),
        "clé « points » : trouvé 12, attendu un nombre entier de 0 à 9",
    ),
    "no points": Faulty(
        written(line("antai", "offence", "i9", committed_on="2024-01-20")),
        "clé « class » : trouvé rien, attendu l'un de ces mots",
    ),
    "before the licence": Faulty(
        written(line("antai", "offence", "i9", committed_on="1850-01-20", points=1, **{"class": "c3"})),
        'clé « committed_on » : trouvé "1850-01-20", attendu un jour du calendrier',
    ),
    "unknown NEPH": Faulty(written(paid(neph="UNKNOWN")), "NEPH inconnu du registre", WAITING),
    "unknown offence": Faulty(written(paid(offence="i404")), "« antai:i404 » n'est pas encore connu", WAITING),
}
