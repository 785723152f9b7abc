"""``/api/v1/drivers/…``: the doors of the firms of road transport (art. R. 225-5, I, 4°, and R. 225-5-1)."""

from base64 import b64encode
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime
from ninja import Router

from mespoints.api.answers import Rights, Told
from mespoints.api.asking import found, refuse, require_article
from mespoints.api.filling import Source, fill
from mespoints.api.firms import declare, declared, end_contract, forget
from mespoints.api.journal import ANSWERED, Asked, note
from mespoints.api.models import Client, DeclaredDriver, Notice, Receipt
from mespoints.api.problems import Problem, Refusal
from mespoints.api.scopes import FIRM
from mespoints.api.security import Authenticated
from mespoints.api.shapes import AboutDriver, AboutDrivers, Declaring, Ending, Following, Purpose
from mespoints.law.access import RIGHTS
from mespoints.records.contents import FirmAttestation, Head
from mespoints.records.issuer import issue_now, signer
from mespoints.records.verified_at import verified_at
from mespoints.seal.keys import Signer

router = Router(tags=["R225-5-1"])
PAGE = 500
LISTING = "Suivi des conducteurs déclarés"
ERRORS = dict.fromkeys((400, 401, 403, 422, 429), Problem)
ABOUT_SOMEBODY = {**ERRORS, 404: Problem, 409: Problem}
SEALING = {**ERRORS, 503: Problem}


class Declared(Told):
    """``driver``: the handle by which the firm asks about them; it says nothing of them."""

    driver: str
    declared_on: date
    informed_on: date


class Listed(Told):
    """``last``: what the next call gives as ``after``."""

    drivers: list[Declared]
    last: int


class Attested(Told):
    """``document``: the attestation, as PDF in base64; ``rights``: what it says, for a program."""

    issued_at: datetime
    rights: Rights
    document: str


class Change(Told):
    """``state``: as in the validity of an attestation; never why."""

    number: int
    driver: str
    on: date
    state: str


class Changes(Told):
    """``last``: what the next call gives as ``after``."""

    changes: list[Change]
    last: int


class Erased(Told):
    """``receipt``: a JWS signed with the key of the documents."""

    erased_on: date
    drivers: int
    receipt: str


def asked_of(request: Authenticated, operation: str, agent: str, reason: str) -> Asked:
    """The call, once it is known to be a firm's. Raises Refusal."""
    asked = Asked(request.auth, f"drivers/{operation}", agent, reason, ())
    if request.auth.kind != FIRM:
        refuse(asked, "forbidden", None)
    return asked


def with_purpose(request: Authenticated, operation: str, agent: str, purpose: Purpose) -> Asked:
    """The same, with the article of its purpose. Raises Refusal."""
    asked = asked_of(request, operation, agent, purpose.reason)
    require_article(asked, purpose)
    return asked


def key() -> Signer:
    """The key that seals. Raises Refusal where there is none."""
    by = signer()
    if by is None:
        raise Refusal("no-seal")
    return by


@router.post("/declare", response={200: Declared, **ABOUT_SOMEBODY})
def declare_driver(request: Authenticated, declaring: Declaring) -> dict[str, Any]:
    """Declare a driver who is employed, once they were informed; the same one again has the same handle."""
    asked = with_purpose(request, "declare", declaring.agent, declaring.purpose)
    if declaring.informed_on > request.today:
        refuse(asked, "not-informed", declaring.person)
    return told(declare(asked, found(asked, declaring.person), declaring.informed_on, request.today))


@router.post("/list", response={200: Listed, **ERRORS})
def list_drivers(request: Authenticated, following: Following) -> dict[str, Any]:
    """The drivers declared, by their handles alone."""
    asked = asked_of(request, "list", following.agent, LISTING)
    rows = list(DeclaredDriver.objects.filter(client=request.auth, pk__gt=following.after).order_by("pk")[:PAGE])
    note(asked, ANSWERED)
    return {"drivers": [told(row) for row in rows], "last": rows[-1].pk if rows else following.after}


@router.post("/attestation", response={200: Attested, **SEALING}, exclude_unset=True)
def attest(request: Authenticated, about: AboutDriver) -> dict[str, Any]:
    """The dated and sealed attestation about a declared driver: existence, categories, validity, and never a point."""
    asked = with_purpose(request, "attestation", about.agent, about.purpose)._replace(data=tuple(sorted(RIGHTS)))
    (driver,) = drivers_of(asked, [about.driver])
    by, source, at = key(), Source(driver.licence, request.today), localtime(request.now)
    verify_at = verified_at(request)
    head = Head(request.today.toordinal(), by.certificate.name, verify_at, settings.MESPOINTS_DEMO_BAND)
    contents = FirmAttestation(head, source.rights, request.auth.name, at.hour * 60 + at.minute)
    pdf = issue_now(contents, by, request.now)
    note(asked, ANSWERED, driver.licence)
    return {
        "issued_at": at, "rights": fill(source, sorted(RIGHTS)), "document": b64encode(pdf).decode("ascii"),
    }  # fmt: skip


@router.post("/changes", response={200: Changes, **ERRORS})
def changes(request: Authenticated, following: Following) -> dict[str, Any]:
    """What the nights noticed since a number: licences that stand no longer, or again."""
    asked = asked_of(request, "changes", following.agent, LISTING)
    notices = Notice.objects.filter(driver__client=request.auth, pk__gt=following.after).select_related("driver")
    rows = list(notices.order_by("pk")[:PAGE])
    note(asked, ANSWERED)
    told_ones = [{"number": row.pk, "driver": row.driver.handle, "on": row.on, "state": row.state} for row in rows]
    return {"changes": told_ones, "last": rows[-1].pk if rows else following.after}


@router.post("/remove", response={200: Erased, **SEALING})
def remove(request: Authenticated, about: AboutDrivers) -> dict[str, Any]:
    """Forget drivers who are employed no longer, with a sealed receipt."""
    asked = with_purpose(request, "remove", about.agent, about.purpose)
    drivers = drivers_of(asked, about.drivers)
    return receipt_told(forget(asked, drivers, request.today, key()))


@router.post("/end", response={200: Erased, **SEALING})
def end(request: Authenticated, ending: Ending) -> dict[str, Any]:
    """End the contract: every driver is forgotten, the key opens nothing any more; the receipt is all that is left."""
    asked = with_purpose(request, "end", ending.agent, ending.purpose)
    return receipt_told(end_contract(asked, request.today, key()))


def drivers_of(asked: Asked, handles: list[str]) -> list[DeclaredDriver]:
    """The declared drivers that these handles name, every one of them this firm's. Raises Refusal."""
    client: Client = asked.client
    drivers = declared(client, handles)
    if len(drivers) != len(set(handles)):
        refuse(asked, "not-declared", None)
    return drivers


def told(driver: DeclaredDriver) -> dict[str, Any]:
    """A declaration."""
    return {"driver": driver.handle, "declared_on": driver.declared_on, "informed_on": driver.informed_on}


def receipt_told(receipt: Receipt) -> dict[str, Any]:
    """A receipt."""
    return {"erased_on": receipt.erased_on, "drivers": receipt.drivers, "receipt": receipt.sealed}
