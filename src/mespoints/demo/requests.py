"""The queue of the demonstration: requests by each channel and in each state, claims with a file, replies that wait.

Imported once the environment says where the demonstration stands. Every step goes through the functions of the desk.
"""

import struct
import zlib
from datetime import date, timedelta

from mespoints.demo.agents import AGENTS
from mespoints.demo.people import people
from mespoints.identity.models import Agent
from mespoints.register.models import Licence
from mespoints.requests import handling
from mespoints.requests.attachments import judge
from mespoints.requests.claims import OFFENCE_NOT_MINE, STAGE_MISSING, file_claim, take_claim
from mespoints.requests.departures import receive_first_message
from mespoints.requests.handling import Arrival, Found
from mespoints.requests.models import Applicant, RecordRequest
from mespoints.requests.pieces import (
    COUNTER,
    EMAIL,
    EMPLOYER,
    ENVELOPE,
    HOLDER,
    IDENTITY,
    LAWYER,
    POST,
    SUSPENDED,
    VALID,
    required_pieces,
)

DEPARTEMENT = "44"
ABOUT = "camille"
"""Whose record all of them ask for."""
SIDE = 64


def seed_requests(today: date) -> None:
    """Write what an agent of the demonstration finds in the queue."""
    clerk, validator = (agent_of(role) for role in ("instruction", "validation"))
    ago = {days: today - timedelta(days=days) for days in range(1, 20)}
    person = next(one for one in people() if one.key == ABOUT)
    licence = Licence.objects.get(neph=person.neph)
    arrive(POST, HOLDER, VALID, on=ago[1], by=clerk)
    waiting = arrive(POST, HOLDER, VALID, on=ago[12], by=clerk)
    for piece in required_pieces(POST, VALID):
        handling.check_piece(waiting.pk, piece, is_good=piece != ENVELOPE, on=ago[9], by=clerk)
    handling.ask_for_pieces(waiting.pk, on=ago[9], by=clerk)
    instruct(arrive(EMAIL, LAWYER, VALID, on=ago[6], by=clerk), licence, on=ago[3], by=clerk)
    validated = arrive(COUNTER, HOLDER, SUSPENDED, on=ago[4], by=clerk)
    instruct(validated, licence, on=ago[3], by=clerk)
    handling.validate(validated.pk, on=ago[2], by=validator)
    refused = arrive(EMAIL, EMPLOYER, VALID, on=ago[2], by=clerk)
    handling.refuse(refused.pk, EMPLOYER, on=ago[1], by=clerk)
    receive_first_message(DEPARTEMENT, "camille.roussel@example.org", on=ago[1], asked_on=today, by=clerk)
    photograph = judge([picture()])
    file_claim(licence, STAGE_MISSING, "Mon stage du mois dernier n'est pas dans mon dossier.", photograph, on=ago[8])
    taken = file_claim(licence, OFFENCE_NOT_MINE, "Je n'étais pas à Rezé ce jour-là.", photograph, on=ago[5])
    take_claim(taken.pk, on=today, by=clerk)


def agent_of(role: str) -> str:
    """The agent of a role, as the journals name them."""
    name = next(agent.name for agent in AGENTS if agent.role == role)
    return Agent.objects.get(name=name).public_name


def arrive(channel: str, requester: str, licence_state: str, *, on: date, by: str) -> RecordRequest:
    """A request about the same person; the organisation is told when somebody else asks."""
    holder = next(one for one in people() if one.key == ABOUT).holder
    organisation = {LAWYER: "Cabinet Démonstration", EMPLOYER: "Transports Démonstration"}.get(requester, "")
    applicant = Applicant(
        family_name=holder["family_name"], given_names=holder["given_names"], sex=holder["sex"],
        birth_date=holder["birth_date"], birth_place=holder["birth_place"], birth_country=holder["birth_country"],
        reply_to=["demande@example.org"] if channel == EMAIL else holder["address"], organisation=organisation,
    )  # fmt: skip
    return handling.receive(Arrival(channel, requester, licence_state, DEPARTEMENT), applicant, on=on, by=by)


def instruct(request: RecordRequest, licence: Licence, *, on: date, by: str) -> None:
    """Every piece good, its scan kept, the licence recognised."""
    for piece in required_pieces(request.channel, request.licence_state, request.requester):
        if piece == IDENTITY:
            handling.keep_scans(request.pk, piece, judge([picture()]), on=on, by=by)
        handling.check_piece(request.pk, piece, is_good=True, on=on, by=by)
    handling.match(request.pk, [Found(licence, is_certain=True)], on=on, by=by)


def picture() -> bytes:
    """A grey square as PNG: what stands for the photographs of invented people."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xc0" * SIDE) * SIDE)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
