"""The links between the rows of a licence."""

import hashlib
from datetime import date
from typing import Any

import pytest

from mespoints.register.books import open_books
from mespoints.register.chain import body_of, link, opening_link, payload_digest
from mespoints.register.ledger import act_link, append_acts
from mespoints.register.models import Licence
from mespoints.register.posting import movement_link

OFFENCE: dict[str, Any] = {
    "act": "offence", "id": "i1", "class": "c4", "points": 4, "committed_on": "2024-01-20",
    "final_on": "2024-02-15", "final_by": "paiement", "place": "Nîmes",
}  # fmt: skip


def test_a_link_is_the_digest_of_the_link_before_and_of_the_row() -> None:
    """The form chain/1 can be checked with nothing of ours."""
    expected = hashlib.sha256('before[1,"é",true]'.encode()).hexdigest()

    assert expected == link("before", 1, "é", True)


def test_the_body_of_a_payload_does_not_depend_on_the_order_of_its_keys() -> None:
    """Nor on spaces: the digest of one fact is one digest."""
    body = body_of({"b": 1, "a": "é"})

    assert '{"a":"é","b":1}' == body == body_of({"a": "é", "b": 1})
    assert payload_digest("s", body) != payload_digest("t", body)


def test_two_openings_have_two_links() -> None:
    """Each word of the opening counts."""
    words = ("ABCDE", "1996-05-06", "none", "metropole")
    links = {
        opening_link(*words, foreign=False, recorded_on="2024-01-01"),
        opening_link(*words, foreign=True, recorded_on="2024-01-01"),
        opening_link(*words, foreign=False, recorded_on="2024-01-02"),
        opening_link("ABCDF", *words[1:], foreign=False, recorded_on="2024-01-01"),
    }

    assert 4 == len(links)


@pytest.mark.django_db
def test_the_rows_of_a_licence_are_chained_from_its_opening(licence: Licence) -> None:
    """Acts on one side, movements on the other, across two transactions."""
    append_acts(licence, [OFFENCE], recorded_on=date(2024, 3, 4), source="test", reference="1")
    append_acts(licence, [{**OFFENCE, "id": "i2"}], recorded_on=date(2024, 3, 5), source="test")
    book = open_books([licence.pk])[licence.pk]
    act = movement = book.opening.link
    acts, movements = list(licence.acts.order_by("sequence")), list(licence.movements.order_by("sequence"))
    expected_acts, expected_movements = [], []
    for row in acts:
        fields = (row.kind, row.act_id, row.version, row.on.isoformat(), row.recorded_on.isoformat())
        act = link(act, row.sequence, *fields, row.source, row.reference, row.digest)
        expected_acts.append(act)
    for one in book.movements:
        kept = movements[one.sequence - 1]
        one.balance, one.signed_balance = kept.balance, kept.signed_balance
        one.letter, one.reason = kept.letter, kept.reason
        movement = movement_link(movement, one)
        expected_movements.append(movement)

    assert expected_acts == [row.link for row in acts]
    assert expected_movements == [row.link for row in movements]
    assert [row.digest for row in acts] == [payload_digest(row.payload.salt, row.payload.body) for row in acts]


@pytest.mark.django_db
def test_a_link_covers_every_word_of_its_act(licence: Licence) -> None:
    """Any change of a column breaks it."""
    append_acts(licence, [OFFENCE], recorded_on=date(2024, 3, 4), source="test", reference="1")
    act = open_books([licence.pk])[licence.pk].acts[0]
    act.on, act.source, act.reference, act.digest = "2024-01-20", "test", "1", licence.acts.get().digest
    whole = act_link("", act)
    for name, value in {"kind": "stage", "act_id": "i9", "version": 2, "on": "2024-01-21", "recorded_on": "2024-03-05",
                        "source": "other", "reference": "2", "digest": "0", "sequence": 2}.items():  # fmt: skip
        kept = getattr(act, name)
        setattr(act, name, value)

        assert whole != act_link("", act)
        setattr(act, name, kept)
    assert whole == act_link("", act)
