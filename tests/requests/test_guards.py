"""The database itself refuses to change what was written of requests and claims."""

# ruff: noqa: S608 (the names are those of our own tables)

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from mespoints.register.models import Licence
from mespoints.requests.attachments import Judged
from mespoints.requests.claimants import file_as_claimant
from mespoints.requests.claims import STAGE_MISSING, UPHELD, answer_claim, file_claim
from mespoints.requests.departures import receive_first_message
from mespoints.requests.guards import GUARDS
from mespoints.requests.handling import ask_for_pieces, keep_scans, refuse
from mespoints.requests.media import PNG
from mespoints.requests.models import (
    Applicant,
    Attachment,
    Claim,
    Claimant,
    ClaimMessage,
    Departure,
    FirstMessage,
    RecordRequest,
)
from mespoints.requests.pieces import IDENTITY
from mespoints.requests.refusals import IDENTITY_UNPROVEN
from tests.requests.conftest import ALICE, ARRIVED_ON, Arrive, unknown_person


@pytest.fixture
def rows(arrive: Arrive, licence: Licence) -> tuple[RecordRequest, Claim]:
    """A request and a claim, each with a file."""
    request = arrive()
    scan = [Judged(PNG, b"scan")]
    keep_scans(request.pk, IDENTITY, scan, on=ARRIVED_ON, by=ALICE)
    ask_for_pieces(request.pk, on=ARRIVED_ON, by=ALICE)
    receive_first_message("44", "camille@example.org", on=ARRIVED_ON, asked_on=ARRIVED_ON, by=ALICE)
    file_as_claimant(unknown_person(), "44", "Je n'y suis pas.", scan, on=ARRIVED_ON)
    return request, file_claim(licence, STAGE_MISSING, "Mon stage manque.", scan, on=ARRIVED_ON)


def refused(change: Callable[[], object]) -> bool:
    """Whether the database refuses this change."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "is append-only" in str(error)
    return False


def sql(statement: str) -> Callable[[], object]:
    """A statement to be tried."""
    return lambda: connection.cursor().execute(statement)


@pytest.mark.parametrize("table", GUARDS)
def test_no_row_changes_and_none_goes_while_it_is_open(rows: tuple[RecordRequest, Claim], table: str) -> None:
    """Neither UPDATE, even of a column to itself, nor DELETE, nor REPLACE."""
    number = GUARDS[table].number

    assert refused(sql(f"UPDATE {table} SET {number} = {number}"))
    assert refused(sql(f"DELETE FROM {table}"))
    if connection.vendor != "postgresql":
        assert refused(sql(f"REPLACE INTO {table} SELECT * FROM {table}"))


def test_what_is_told_of_people_may_go_once_all_is_closed(rows: tuple[RecordRequest, Claim]) -> None:
    """The events stay."""
    request, claim = rows
    refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE)

    assert refused(lambda: Attachment.objects.filter(claim=claim).delete())
    for one in Claim.objects.all():
        answer_claim(one.pk, UPHELD, "Fait.", on=ARRIVED_ON, by=ALICE)
    for model in (Attachment, Departure, FirstMessage, Applicant, Claimant, ClaimMessage):
        assert not refused(model.objects.all().delete)
    assert refused(sql("DELETE FROM requests_recordevent"))
    assert refused(sql("DELETE FROM requests_claimevent"))


def test_a_file_belongs_to_a_request_or_to_a_claim(rows: tuple[RecordRequest, Claim]) -> None:
    """To one of them, and not to both."""
    request, claim = rows
    for both in ({}, {"claim": claim, "record_request": request}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.create(name="x", received_on=ARRIVED_ON, media=PNG, size=1, content=b"x", **both)
