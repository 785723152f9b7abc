"""Asking for a record changes no file, at zero points least of all: no act, no movement, no letter, no duty."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from mespoints.register.models import Licence
from mespoints.requests.claims import REJECTED, answer_claim, file_claim, take_claim
from mespoints.requests.handling import refuse, release, validate
from mespoints.requests.mailing import send_replies
from mespoints.requests.pieces import EMAIL, EMPLOYER
from mespoints.requests.refusals import IDENTITY_UNPROVEN
from tests.requests.conftest import ALICE, ARRIVED_ON, BRUNO, DOCUMENT, Arrive, make_ready

OTHERS = ("register_", "letters_", "intake_")


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the register, the letters and the feeds."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            if table.startswith(OTHERS):
                cursor.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - our own tables
                rows[table] = cursor.fetchall()
    return rows


def at_zero(register_dossier: Callable[..., Licence]) -> Licence:
    """A licence that twelve points have left, and whose 48SI is owed."""
    acts = [
        {"act": "offence", "id": name, "class": "delit", "points": 6, "committed_on": f"2026-0{month}-05",
         "final_on": f"2026-0{month}-20", "final_by": "condamnation"}
        for month, name in ((1, "a"), (2, "b"))
    ]  # fmt: skip
    document = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": acts}
    return register_dossier(document, recorded_on=date(2026, 3, 1))


@pytest.mark.parametrize("end", ["released", "refused", "claimed"])
def test_nobody_hands_in_a_licence_for_having_asked(
    end: str, arrive: Arrive, register_dossier: Callable[..., Licence]
) -> None:
    """A release, a refusal, a claim answered: the register, the letters and their duties are the same to the byte.

    So they are once the replies have left by e-mail.
    """
    licence = at_zero(register_dossier)
    before = dump()
    if end == "claimed":
        claim = file_claim(licence, "not_mine", "Ce n'était pas moi.", (), on=ARRIVED_ON)
        take_claim(claim.pk, on=ARRIVED_ON, by=ALICE)
        answer_claim(claim.pk, REJECTED, "L'avis est à votre nom.", on=ARRIVED_ON, by=ALICE)
    else:
        request = arrive(EMAIL)
        make_ready(request, licence)
        if end == "released":
            validate(request.pk, on=ARRIVED_ON, by=ALICE)
            release(request.pk, DOCUMENT, on=ARRIVED_ON, by=BRUNO)
        else:
            refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE)
            refuse(arrive(EMAIL, requester=EMPLOYER).pk, EMPLOYER, on=ARRIVED_ON, by=ALICE)
        send_replies(ARRIVED_ON)

    assert {"claimed": 0, "released": 2, "refused": 3}[end] == len(mail.outbox)
    assert 0 == licence.account.balance
    assert ["48SI"] == [letter.letter for letter in licence.owed_letters.filter(done_on=None, letter="48SI")]
    assert before == dump()
