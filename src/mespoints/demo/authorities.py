"""The authorities of the demonstration: a unit of the gendarmerie and a firm, with their private keys in the folder."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple


class DemoAuthority(NamedTuple):
    """One authority. ``key``: the name of the file of its private key, a JWK with the identifier to sign with."""

    kind: str
    name: str
    key: str


AUTHORITIES = (
    DemoAuthority("road_police", "Peloton motorisé de démonstration", "autorite-gendarmerie.json"),
    DemoAuthority("transport_firm", "Transports Démonstration", "autorite-entreprise.json"),
)


def register_authorities(folder: Path, on: date) -> None:
    """Register each, as an operator does with ``mespoints authorities add``, and leave its key for who plays it."""
    from joserfc.jwk import ECKey

    from mespoints.api.clients import register

    for authority in AUTHORITIES:
        drawn = ECKey.generate_key("P-256", private=True)
        drawn.ensure_kid()
        client = register(
            name=authority.name, kind=authority.kind, keys=json.dumps({"keys": [drawn.as_dict(private=False)]}),
            from_on=on, to_on=None, on=on,
        )  # fmt: skip
        path = folder / authority.key
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        told = {"client_id": client.client_id, "key": drawn.as_dict(private=True)}
        path.write_text(json.dumps(told, indent=1), encoding="utf-8")
