"""``mespoints authorities``: registered with their public keys, listed, closed with the receipt of what was erased."""

import json
from pathlib import Path
from typing import Any

import pytest

from mespoints.api.firms import declare
from mespoints.api.journal import Asked, note
from mespoints.api.models import Client, DeclaredDriver
from mespoints.cli.commands import run
from mespoints.config.clock import today
from mespoints.register.models import Licence
from tests.api.conftest import jwks, key

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(tmp_path: Path) -> str:
    """A file of public keys."""
    path = tmp_path / "keys.jwks"
    path.write_text(jwks(), encoding="utf-8")
    return str(path)


def add(keys: str, **options: str) -> list[str]:
    """The command that registers a firm, with these options too."""
    asked = {"name": "Transports Durand", "kind": "transport_firm", "keys": keys, **options}
    return ["authorities", "add", *(word for name, value in asked.items() for word in (f"--{name}", value))]


def test_an_authority_from_its_registration_to_its_end(keys: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its identifier is given, it is listed with its article and never its keys, it is closed."""
    statuses = [run([*add(keys, to="2999-12-31"), "--json"])]
    told = json.loads(capsys.readouterr().out)
    statuses += [run(["authorities"]), run(["authorities", "close", told["client_id"]])]
    lines = capsys.readouterr().out.splitlines()

    assert [0, 0, 0] == statuses
    assert ("R225-5, I, 4°", "2999-12-31", "") == (told["article"], told["to_on"], told["closed_on"])
    assert lines[0].startswith(f"{told['client_id']}\ttransport_firm\tR225-5, I, 4°\t")
    assert Client.objects.get().closed_on is not None
    assert '"kty"' not in " ".join(lines)


def test_closing_erases_the_declared_drivers_and_gives_the_receipt(
    keys: str, licence: Licence, capsys: pytest.CaptureFixture[str], settings: Any, tmp_path: Path
) -> None:
    """Without a key to seal it nothing is erased; with it the receipt is printed, and again when it is asked for."""
    run(add(keys))
    client = Client.objects.get()
    days = {"declared_on": "2026-11-20", "informed_on": "2026-11-20"}
    DeclaredDriver.objects.create(client=client, licence=licence, handle="h" * 22, state="valid", **days)
    settings.MESPOINTS_DOCUMENT_KEY = ""
    assert 2 == run(["authorities", "close", client.client_id])
    assert DeclaredDriver.objects.exists()
    settings.MESPOINTS_DOCUMENT_KEY = str(tmp_path / "documents.pem")
    capsys.readouterr()
    assert 0 == run(["authorities", "close", client.client_id])
    receipt = capsys.readouterr().out.splitlines()[0]

    assert not DeclaredDriver.objects.exists()
    assert 0 == run(["authorities", "receipts", client.client_id])
    assert [receipt] == capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"kind": "insurer"}, "n'a pas d'accès direct"), ({"kind": "other"}, "attendu : judicial_authority"),
        ({"to": "2001-01-01"}, "finit avant de commencer"), ({"from": "hier"}, "AAAA-MM-JJ"),
        ({"name": "x" * 121}, "120"), ({"per-minute": "0"}, "100000"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    options: dict[str, str], told: str, keys: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An insurer asks the préfet: no key of its own opens anything."""

    assert 2 == run(add(keys, **options))
    assert told in capsys.readouterr().err
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"keys": []}', json.dumps({"keys": [key().as_dict(private=True)]}), '{"keys": [{"kty": "oct"}]}'],
)
def test_only_public_keys_are_taken(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A private key that was sent by mistake is refused, not kept."""
    path = tmp_path / "keys.jwks"
    path.write_text(text, encoding="utf-8")

    assert 2 == run(add(str(path)))
    assert "JWKS" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["add"], ["close"], ["close", "x"], ["other"]])
def test_what_is_missing_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is registered nor closed."""

    assert 2 == run(["authorities", *words])
    assert "mespoints" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--from", "2026-10-01"], "AAAA-MM-JJ"), (["--from", "2026-10-02", "--to", "2026-10-01"], "le premier avant"),
        (["--from", "2020-01-01", "--to", "2020-01-31"], "le journal des appels va du"),
    ],
)  # fmt: skip
def test_a_period_that_cannot_be_counted_is_refused(
    options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two days of the year that the journal keeps: an account that lacks its purged calls would be a wrong one."""

    assert 2 == run(["authorities", "calls", *options])
    assert told in capsys.readouterr().err


def test_what_was_rendered_is_counted_as_csv(keys: str, licence: Licence, tmp_path: Path) -> None:
    """A firm, its month, what it was told; a list that it asked for tells nothing; another authority has no line."""
    run(add(keys))
    run(add(keys, name="Peloton", kind="road_police"))
    firm, day, path = Client.objects.get(kind="transport_firm"), today(), tmp_path / "month.csv"
    declare(Asked(firm, "drivers/declare", "x", "Nos conducteurs", ()), licence, day, day)
    note(Asked(firm, "drivers/attestation", "x", "Nos conducteurs", ("validity",)), "answered", licence)
    for told in (licence, licence, None):
        note(Asked(firm, "drivers/changes", "x", "Nos conducteurs", ("validity",)), "answered", told)
    month = ["--from", day.replace(day=1).isoformat(), "--to", day.isoformat()]

    assert 0 == run(["authorities", "calls", *month, "-o", str(path)])
    assert [
        "client_id,name,from_on,to_on,attestations,drivers,notices",
        f"{firm.client_id},Transports Durand,{month[1]},{month[3]},1,1,2",
    ] == path.read_text(encoding="utf-8").splitlines()
    assert 2 == run(["authorities", "calls", *month, "-o", str(tmp_path)])
