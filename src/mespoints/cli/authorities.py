"""``mespoints authorities``: who may ask through ``/api/v1``, registered with their keys, listed, closed, counted."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mespoints.cli import authority_calls
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import on_the_register
from mespoints.cli.service import fail
from mespoints.law.days import parse_day

if TYPE_CHECKING:
    from mespoints.api.models import Client

NEEDED = ("--name", "--kind", "--keys")
EXPECTED = {
    "fr": "authorities : attendu rien, add avec {needed}, close ou receipts et un identifiant, ou calls",
    "en": "authorities: expected nothing, add with {needed}, close or receipts and an identifier, or calls",
}
REFUSED = {
    "kind": {"fr": "cette sorte d'autorité n'existe pas ; attendu : {kinds}", "en": "no such kind; expected: {kinds}"},
    "through": {
        "fr": "cette autorité n'a pas d'accès direct au fichier (art. R. 225-5) : elle demande à qui lui répond",
        "en": "that authority has no direct access (art. R. 225-5): it asks those who answer it",
    },
    "keys": {
        "fr": "le fichier des clés attend un JWKS de clés publiques P-256 (ES256), sans clé privée",
        "en": "the file of keys expects a JWKS of public keys on P-256 (ES256), with no private key",
    },
    "days": {"fr": "le contrat finit avant de commencer", "en": "the contract ends before it begins"},
    "name": {"fr": "le nom attend de 1 à 120 caractères", "en": "the name expects 1 to 120 characters"},
    "unknown": {"fr": "aucune autorité n'a cet identifiant", "en": "no authority has that identifier"},
    "key": {
        "fr": "des conducteurs sont déclarés, et aucune clé ne peut sceller leur effacement (MESPOINTS_DOCUMENT_KEY)",
        "en": "drivers are declared, and no key can seal their erasure (MESPOINTS_DOCUMENT_KEY)",
    },
    "number": {"fr": "--per-minute attend un nombre de 1 à 100000", "en": "--per-minute expects 1 to 100000"},
    "day": {"fr": "un jour s'écrit AAAA-MM-JJ", "en": "a day is written YYYY-MM-DD"},
}
LINE = "{client_id}\t{kind}\t{article}\t{from_on}\t{to_on}\t{closed_on}\t{name}\n"
BY_OPERATOR = "exploitant"


def run(given: Given) -> int:
    """Register an authority, close one, give its receipts, count what was rendered to firms, or list them all."""
    match given.words:
        case ():
            return on_the_register(show)(given)
        case ("add",) if all(given.options.get(name, "").strip() for name in NEEDED):
            return on_the_register(add)(given)
        case ("close" | "receipts", _):
            return on_the_register(close if given.words[0] == "close" else receipts)(given)
        case ("calls",):
            return on_the_register(authority_calls.run)(given)
    raise UsageRefused(EXPECTED[given.language].format(needed=" ".join(NEEDED)))


def refuse(given: Given, why: str) -> int:
    """Say why not; the exit status."""
    from mespoints.api.clients import kinds

    return fail(given, REFUSED[why][given.language].format(kinds=", ".join(kinds())))


def add(given: Given) -> int:
    """Register an authority, and give the identifier that its assertions bear."""
    from mespoints.api.clients import PER_MINUTE, ClientRefused, register
    from mespoints.config.clock import today

    try:
        from_on, to_on = day_of(given, "--from") or today(), day_of(given, "--to")
    except ValueError:
        return refuse(given, "day")
    per_minute = given.options.get("--per-minute", str(PER_MINUTE))
    if not (per_minute.isascii() and per_minute.isdigit() and 1 <= int(per_minute) <= 100_000):
        return refuse(given, "number")
    try:
        client = register(
            name=given.options["--name"], kind=given.options["--kind"], from_on=from_on, to_on=to_on, on=today(),
            keys=Path(given.options["--keys"]).read_text(encoding="utf-8"), per_minute=int(per_minute),
        )  # fmt: skip
    except UnicodeDecodeError:
        return refuse(given, "keys")
    except ClientRefused as refusal:
        return refuse(given, refusal.why)
    write(client, given)
    return 0


def close(given: Given) -> int:
    """End a contract; the receipt of what was erased is written, for the firm that declared drivers."""
    from mespoints.api.clients import close as close_client
    from mespoints.api.firms import end_contract
    from mespoints.api.journal import Asked
    from mespoints.api.models import Client
    from mespoints.config.clock import today
    from mespoints.records.issuer import signer

    client, by = Client.objects.filter(client_id=given.words[1]).first(), signer()
    if client is None:
        return refuse(given, "unknown")
    if client.closed_on is None and client.drivers.exists():
        if by is None:
            return refuse(given, "key")
        receipt = end_contract(Asked(client, "drivers/end", BY_OPERATOR, "Fin du contrat", ()), today(), by)
        sys.stdout.write(receipt.sealed + "\n")
    elif client.closed_on is None:
        close_client(client, today())
    write(client, given)
    return 0


def receipts(given: Given) -> int:
    """The receipts of a firm, the oldest first, for who has lost one."""
    from mespoints.api.models import Client

    client = Client.objects.filter(client_id=given.words[1]).first()
    if client is None:
        return refuse(given, "unknown")
    for receipt in client.receipts.order_by("pk"):
        sys.stdout.write(receipt.sealed + "\n")
    return 0


def show(given: Given) -> int:
    """Every authority, those that are closed included."""
    from mespoints.api.clients import registered

    for client in registered():
        write(client, given)
    return 0


def day_of(given: Given, option: str) -> date | None:
    """The day of an option. Raises ValueError."""
    text = given.options.get(option)
    return None if text is None else date.fromordinal(parse_day(text))


def write(client: "Client", given: Given) -> None:
    """One authority: its identifier, its article, its days."""
    from mespoints.api.clients import caller_of

    known = {
        "client_id": client.client_id, "kind": client.kind, "article": caller_of(client).article,
        "from_on": client.from_on.isoformat(), "to_on": str(client.to_on or ""),
        "closed_on": str(client.closed_on or ""), "name": client.name,
    }  # fmt: skip
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "authority/1", **known}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(LINE.format(**known))
