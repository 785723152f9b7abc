"""A firm declares its drivers, is told whether their licences stand, never a point, and forgets them with a receipt."""

import json
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import LazySettings
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import ECKey

from mespoints.api.models import Call, Client, DeclaredDriver, Notice, Receipt
from mespoints.api.notices import Noticed, notice_changes
from mespoints.records.issuer import keyring, signer
from mespoints.records.verifying import verify
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Licence
from tests.api.conftest import REASON, TODAY, ask_token, assertion, bearer, claims_of, enter, make_client, post

PURPOSE = {"article": "R225-5, I, 4°", "reason": REASON}
WHO = {"purpose": PURPOSE, "agent": "exploitation"}


@pytest.fixture(autouse=True)
def key_of_documents(settings: LazySettings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """One key for the whole module: the demonstration makes it when it is first asked for."""
    folder: Path = tmp_path_factory.getbasetemp()
    settings.MESPOINTS_DOCUMENT_KEY = str(folder / "api-documents.pem")


@pytest.fixture
def firm(db: None) -> Client:
    """A firm of road transport."""
    return make_client("transport_firm", name="Transports Durand")


def call(firm: Client, path: str, **body: Any) -> tuple[int, dict[str, Any]]:
    """One call of a firm: the status and the answer."""
    answer = post(f"drivers/{path}", {**WHO, **body}, bearer(firm))
    return answer.status_code, json.loads(answer.content)


def follow(firm: Client, path: str, after: int = 0) -> dict[str, Any]:
    """One page of a list."""
    told: dict[str, Any] = json.loads(
        post(f"drivers/{path}", {"agent": "logiciel", "after": after}, bearer(firm)).content
    )
    return told


def declare(firm: Client, licence: Licence) -> str:
    """The handle of a driver whom a firm declares."""
    person = {"neph": licence.neph, "family_name": licence.holder.family_name}
    handle: str = call(firm, "declare", person=person, informed_on="2026-11-20")[1]["driver"]
    return handle


def looks(licence: Licence) -> list[tuple[str, str]]:
    """Who looked at a file, and what they were shown."""
    return list(licence.accesses.order_by("pk").values_list("who", "shown"))


def test_a_driver_is_declared_once_and_knows_it(firm: Client, driver: Licence) -> None:
    """The same handle again, and one line in the journal that the driver reads."""
    handles = {declare(firm, driver), declare(firm, driver)}

    assert 1 == len(handles) == DeclaredDriver.objects.count()
    assert 2 == Call.objects.filter(operation="drivers/declare", outcome="answered").count()
    assert [("Transports Durand", "declaration")] == looks(driver)
    assert [{"driver": handles.pop(), "declared_on": "2026-11-22", "informed_on": "2026-11-20"}] == follow(
        firm, "list"
    )["drivers"]


def test_the_driver_is_informed_first(firm: Client, driver: Licence) -> None:
    """A day to come is not one on which they were."""
    person = {"neph": driver.neph, "family_name": "MARTIN"}
    status, told = call(firm, "declare", person=person, informed_on="2026-11-23")

    assert (422, "urn:mespoints:problem:not-informed") == (status, told["type"])
    assert [("Transports Durand", "refused")] == looks(driver)
    assert not DeclaredDriver.objects.exists()


def test_the_attestation_is_dated_sealed_and_without_a_point(firm: Client, driver: Licence) -> None:
    """Art. R. 225-5-1: authentic to the byte, of this minute; it holds what art. L. 225-5 opens alone."""
    status, told = call(firm, "attestation", driver=declare(firm, driver))
    verdict = verify(b64decode(told["document"]), keyring().certificates, TODAY)

    assert (200, "authentic", "AE") == (status, verdict.outcome, verdict.kind)
    assert ("MARTIN", "SUSPENDU", "B+01.06") == tuple(verdict.fields[name] for name in ("NO", "ET", "CA"))
    assert told["issued_at"][11:16].replace(":", "") == verdict.fields["HE"]
    assert {"on", "existence", "categories", "validity", "restrictions"} == set(told["rights"])
    assert ("Transports Durand", "categories, existence, restrictions, validity") == looks(driver)[-1]
    assert "SO" not in verdict.fields


def test_only_its_own_drivers(firm: Client, driver: Licence) -> None:
    """Neither those that nobody declared, nor those of another firm, nor at the address of others."""
    other = make_client("transport_firm", name="Autocars Petit")
    handle = declare(other, driver)
    asked = {"person": {"neph": driver.neph, "family_name": "MARTIN"}, **WHO}

    assert 403 == call(firm, "attestation", driver=handle)[0] == call(firm, "remove", drivers=[handle])[0]
    assert 403 == post("rights", asked, bearer(firm)).status_code
    assert [] == follow(firm, "list")["drivers"] == follow(firm, "changes")["changes"]
    assert 3 == Call.objects.filter(client=firm, outcome="refused").count()
    assert DeclaredDriver.objects.filter(handle=handle).exists()


def test_others_have_no_drivers(driver: Licence) -> None:
    """A unit of the gendarmerie asks at its own address."""
    police = make_client("road_police")
    declaring = {"person": {"neph": driver.neph, "family_name": "MARTIN"}, "informed_on": "2026-11-20", **WHO}
    bodies: dict[str, dict[str, Any]] = {"declare": declaring, "list": {"agent": "x"}, "changes": {"agent": "x"}}
    statuses = {path: post(f"drivers/{path}", body, bearer(police)).status_code for path, body in bodies.items()}

    assert {"declare": 403, "list": 403, "changes": 403} == statuses


def test_a_night_notices_what_changed_and_says_no_more(firm: Client, driver: Licence) -> None:
    """The suspension that ends by itself, then the licence that is lost: states and days, read from a cursor, once."""
    handle, loss = declare(firm, driver), date(2027, 1, 10)
    append_acts(
        driver, [{"act": "licence_annulled", "id": "x", "on": loss.isoformat()}], recorded_on=loss, source="test"
    )
    nights = [notice_changes(day, None) for day in (TODAY, date(2027, 1, 1), date(2027, 1, 1), loss)]
    first = follow(firm, "changes")
    since = follow(firm, "changes", first["changes"][0]["number"])

    assert [0, 1, 0, 1] == [night.changes for night in nights]
    assert [("valid", "2027-01-01"), ("annulled", "2027-01-10")] == [
        (change["state"], change["on"]) for change in first["changes"]
    ]
    assert {handle} == {change["driver"] for change in first["changes"]}
    assert first["changes"][1:] == since["changes"]
    assert since["last"] == first["last"] == follow(firm, "changes", first["last"])["last"]
    assert [("Transports Durand", "validity_notice")] * 2 == looks(driver)[1:]


def opened(receipt: str) -> dict[str, Any]:
    """What a genuine receipt says, by the certificate that anybody may have."""
    by = signer()
    assert by is not None
    public = by.certificate.public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return jwt.decode(receipt, ECKey.import_key(public), algorithms=["ES256"]).claims


def altered(receipt: str) -> str:
    """The same receipt, which says that one driver more was forgotten."""
    header, claims, signature = receipt.split(".")
    said = json.loads(urlsafe_b64decode(claims + "=="))
    more = urlsafe_b64encode(json.dumps({**said, "drivers": said["drivers"] + 1}).encode()).decode().rstrip("=")
    return f"{header}.{more}.{signature}"


def test_a_driver_who_leaves_is_forgotten_with_a_receipt(firm: Client, driver: Licence) -> None:
    """The row, its notices, and the handle that opens nothing any more; the driver reads that it is over."""
    kept = declare(firm, enter("000000000002", "PETIT", []))
    handle = declare(firm, driver)
    Notice.objects.create(driver=DeclaredDriver.objects.get(handle=handle), on=TODAY, state="valid")
    status, told = call(firm, "remove", drivers=[handle])

    assert (200, 1) == (status, told["drivers"])
    assert sha256(handle.encode()).hexdigest() == opened(told["receipt"])["handles"]
    assert [kept] == list(DeclaredDriver.objects.values_list("handle", flat=True))
    assert not Notice.objects.exists()
    with pytest.raises(BadSignatureError):
        opened(altered(told["receipt"]))
    assert ("Transports Durand", "declaration_ended") == looks(driver)[-1]
    assert 403 == call(firm, "attestation", driver=handle)[0]


def test_the_end_of_a_contract_forgets_everybody(firm: Client, driver: Licence) -> None:
    """Its receipt says how many; no key and no token of the firm opens anything afterwards."""
    handles = sorted([declare(firm, driver), declare(firm, enter("000000000002", "PETIT", []))])
    _, told = call(firm, "end")

    assert not DeclaredDriver.objects.exists()
    assert {"drivers": 2, "client": "Transports Durand", "erased_on": "2026-11-22", "format": "deletion-receipt/1"} == {
        name: opened(told["receipt"])[name] for name in ("drivers", "client", "erased_on", "format")
    }
    assert sha256("\n".join(handles).encode()).hexdigest() == opened(told["receipt"])["handles"]
    firm.refresh_from_db()
    assert (TODAY, 401) == (firm.closed_on, ask_token(assertion(claims_of(firm))).status_code)
    assert 401 == post("drivers/list", {"agent": "x"}, bearer(firm)).status_code


def test_a_contract_that_is_over_is_ended_by_the_night(driver: Licence) -> None:
    """Where a key can seal the receipt, which the operator hands over."""
    firm = make_client("transport_firm", to_on=TODAY)
    declare(firm, driver)

    assert Noticed(1, 0, 0) == notice_changes(TODAY, signer())
    assert Noticed(0, 0, 1) == notice_changes(TODAY + timedelta(days=1), signer())
    assert (0, 1) == (DeclaredDriver.objects.count(), Receipt.objects.get().drivers)


def test_without_a_key_nothing_is_forgotten(firm: Client, driver: Licence, settings: LazySettings) -> None:
    """503, and the drivers are still there: an erasure without its receipt would not be proved."""
    handle = declare(firm, driver)
    settings.MESPOINTS_DOCUMENT_KEY = ""

    assert {503} == {call(firm, "remove", drivers=[handle])[0], call(firm, "end")[0]}
    assert 1 == DeclaredDriver.objects.count()
    assert "declaration_ended" not in Access.objects.values_list("shown", flat=True)
