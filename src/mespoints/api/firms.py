"""Firms of road transport: they declare their drivers first (art. R. 225-5-1), and forget them with a sealed receipt.

A driver reads in the journal of their file that they were declared, each thing that the firm was told, and the end.
"""

import secrets
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.db import transaction
from joserfc import jwt
from joserfc.jwk import ECKey

from mespoints.api.clients import close
from mespoints.api.journal import ANSWERED, Asked, note
from mespoints.api.models import Client, DeclaredDriver, Notice, Receipt
from mespoints.records.holding import state_of
from mespoints.register.files import dossier_of
from mespoints.register.models import Licence
from mespoints.seal.keys import Signer

DECLARED, FORGOTTEN = "declaration", "declaration_ended"
"""What the journal of a file says was shown."""

FORMAT = "deletion-receipt/1"
ERASED_AT_ONCE = 500


def declare(asked: Asked, licence: Licence, informed_on: date, on: date) -> DeclaredDriver:
    """Declare a driver; the same one again is the same declaration, and no second line in their file's journal."""
    with transaction.atomic():
        driver, is_new = DeclaredDriver.objects.get_or_create(
            client=asked.client, licence=licence,
            defaults={
                "handle": secrets.token_urlsafe(16), "declared_on": on, "informed_on": informed_on,
                "state": state_on(licence, on),
            },
        )  # fmt: skip
        note(asked, ANSWERED, licence if is_new else None, shown=DECLARED)
    return driver


def state_on(licence: Licence, on: date) -> str:
    """Whether the licence stands on a day: the one thing that a firm is told without asking."""
    return state_of(dossier_of(licence), on.toordinal())[0]


def declared(client: Client, handles: Iterable[str]) -> list[DeclaredDriver]:
    """The drivers of this client among some handles; another's are not found."""
    found = DeclaredDriver.objects.filter(client=client, handle__in=list(handles))
    return list(found.select_related("licence__holder").order_by("pk"))


def forget(asked: Asked, drivers: Iterable[DeclaredDriver], on: date, by: Signer) -> Receipt:
    """Erase declared drivers, with what was noticed of them, and seal a receipt of it."""
    with transaction.atomic():
        handles = []
        for driver in drivers:
            note(asked, ANSWERED, driver.licence, shown=FORGOTTEN)
            handles.append(driver.handle)
        for start in range(0, len(handles), ERASED_AT_ONCE):
            named = handles[start : start + ERASED_AT_ONCE]
            some = DeclaredDriver.objects.filter(client=asked.client, handle__in=named)
            Notice.objects.filter(driver__in=some).delete()
            some.delete()
        sealed = receipt_of(asked.client, handles, on, by)
        return Receipt.objects.create(client=asked.client, erased_on=on, drivers=len(handles), sealed=sealed)


def end_contract(asked: Asked, on: date, by: Signer) -> Receipt:
    """The end: every declared driver is forgotten, nothing more is asked."""
    drivers = DeclaredDriver.objects.filter(client=asked.client).select_related("licence").order_by("pk")
    with transaction.atomic():
        receipt = forget(asked, drivers, on, by)
        close(asked.client, on)
    return receipt


def receipt_of(client: Client, handles: Iterable[str], on: date, by: Signer) -> str:
    """The receipt, signed as a JWS with the key of the documents (ES256); the handles as one digest, in their order."""
    names = sorted(handles)
    claims = {
        "format": FORMAT, "iss": by.certificate.name, "client_id": client.client_id, "client": client.name,
        "erased_on": on.isoformat(), "drivers": len(names), "handles": sha256("\n".join(names).encode()).hexdigest(),
    }  # fmt: skip
    pem = by.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return jwt.encode({"alg": "ES256", "kid": by.certificate.code}, claims, ECKey.import_key(pem))
