"""Acts that leave the account alone are appended without a fold: the account is the one that a fold would give."""

import random
from datetime import date, timedelta
from typing import Any

import pytest

from mespoints.register.books import open_books
from mespoints.register.ledger import AppendRefused, Origin, append, append_acts, fold
from mespoints.register.models import Account, Licence, Movement
from mespoints.register.posting import standing_of
from tests.oracle.histories import random_history

pytestmark = pytest.mark.django_db

PENDING = {"act": "offence", "id": "p1", "class": "c4", "points": 4}
ADDRESS = {"act": "address", "id": "a1", "on": "2030-01-01", "lines": ["1 RUE NEUVE", "44000 NANTES"]}
DAY = date(2045, 3, 4)


def account_as_folded(licence: Licence, on: date) -> tuple[Any, ...]:
    """The account that a fold of the whole file gives on a day."""
    return tuple(standing_of(*fold(open_books([licence.pk])[licence.pk], [], on)))


def account(licence: Licence) -> tuple[Any, ...]:
    """The account as the register keeps it."""
    row = Account.objects.get(licence=licence)
    next_on = row.next_on.isoformat() if row.next_on else None
    return row.balance, row.signed_balance, row.ceiling, row.status, next_on


@pytest.mark.parametrize("seed", range(30))
def test_the_account_is_the_one_of_a_fold(seed: int, register_dossier: Any) -> None:
    """In random lives, a pending offence and an address received later, on days before and after the next movement."""
    rng = random.Random(seed)
    licence = register_dossier(random_history(rng), recorded_on=DAY)
    on = DAY + timedelta(days=rng.choice((0, 1, 30, 400)))
    pending = {**PENDING, "committed_on": (on - timedelta(days=rng.choice((0, 1, 2, 500)))).isoformat()}
    append_acts(licence, [pending, ADDRESS], recorded_on=on, source="test")

    assert account_as_folded(licence, on) == account(licence)
    assert ["p1", "a1"] == list(licence.acts.order_by("sequence").values_list("act_id", flat=True))[-2:]


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "address", "id": "a1", "on": "2030-01-01"},
        {"act": "offence", "id": "p1", "class": "c4", "points": 12, "committed_on": "2024-01-20"},
        {"act": "offence", "id": "p1", "committed_on": "2024-01-20"},
    ],
)
def test_what_cannot_be_right_is_refused_all_the_same(licence: Licence, wrong: dict[str, Any]) -> None:
    """Nothing of it stays in the book."""
    append_acts(licence, [], recorded_on=DAY, source="test")
    book = open_books([licence.pk])[licence.pk]
    with pytest.raises(AppendRefused):
        append(book, [wrong], Origin("test", "", DAY))

    assert [] == book.acts
    assert 1 == Movement.objects.count()
