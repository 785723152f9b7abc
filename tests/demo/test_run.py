import json
import re
import time
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from joserfc import jwt
from joserfc.jwk import ECKey

from mespoints.api.assertions import TYPE
from mespoints.demo.authorities import AUTHORITIES
from mespoints.demo.people import STRANGER, people
from mespoints.demo.place import HOST, listen, port_of
from tests.demo.running import demonstration


def scope_opened(address: str, key: Path) -> str:
    """What the key that the demonstration left opens, as docs/api.md tells to ask for it."""
    held = json.loads(key.read_text(encoding="utf-8"))
    client, endpoint = held["client_id"], f"{address}/api/v1/token"
    claims = {"iss": client, "sub": client, "aud": endpoint, "jti": "1", "exp": int(time.time()) + 60}
    signed = jwt.encode({"alg": "ES256", "kid": held["key"]["kid"]}, claims, ECKey.import_key(held["key"]))
    form = {"grant_type": "client_credentials", "client_assertion_type": TYPE, "client_assertion": signed}
    with urlopen(endpoint, urlencode(form).encode(), timeout=20) as answer:  # noqa: S310
        told: dict[str, str] = json.loads(answer.read())
    return told["scope"]


def test_the_demonstration_starts_says_whom_to_be_and_stops(tmp_path: Path) -> None:
    """On a taken port too: it says which one it took, lists everybody, answers, and stops at Ctrl-C."""
    with listen(HOST, 0) as taken, demonstration(tmp_path, port_of(taken)) as running:
        announced = running.said
        with urlopen(f"{running.address}/", timeout=10) as answer:  # noqa: S310
            home = answer.status
        keys = [next(tmp_path.glob(f"*/{authority.key}")) for authority in AUTHORITIES]
        scopes = [scope_opened(running.address, key) for key in keys]
        status = running.stop()
        in_the_way = port_of(taken)

    assert f"Le service : le port {in_the_way} est pris, voici le {running.address.rpartition(':')[2]}." in announced
    assert [person.name for person in people() if person.name not in announced] == []
    assert STRANGER.name in announced
    assert ["record", "drivers"] == scopes
    assert re.search(r"Lucas Marchetti +3/6 ", announced)
    assert (home, status) == (200, 0)
    assert running.said.endswith("Démonstration arrêtée.\n")
    assert "Traceback" not in running.errors.read_text()
