"""Who may open a compte personnel, on what conditions, and what goes there."""

from collections.abc import Callable
from datetime import date

import pytest

from mespoints.letters.compte_personnel import (
    Compte,
    CompteRefused,
    change_address,
    close_compte,
    compte_of,
    goes_there,
    open_among,
    open_compte,
)
from mespoints.letters.models import AlertAddress, CompteChange
from mespoints.register.models import Licence
from tests.letters.mail import opened

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 4)


def test_a_compte_is_opened_changed_and_closed(licence: Licence) -> None:
    """Each change is a row; the address is that of the last one, and goes with the closing."""
    before = compte_of(licence)
    opened(licence, "2024-03-04")
    change_address(licence, "other@example.org", means="franceconnect", on=date(2024, 3, 8))
    between = compte_of(licence)
    close_compte(licence, means="franceconnect", on=date(2024, 3, 12))
    after = compte_of(licence)

    assert Compte(is_open=False, since=None, email="") == before
    assert Compte(is_open=True, since=DAY, email="other@example.org") == between
    assert Compte(is_open=False, since=date(2024, 3, 12), email="") == after
    assert ["opened", "address", "closed"] == list(CompteChange.objects.order_by("pk").values_list("kind", flat=True))
    assert not AlertAddress.objects.exists()


def test_a_compte_is_opened_again(licence: Licence) -> None:
    """After a closing, as the first time."""
    opened(licence, "2024-03-04")
    close_compte(licence, means="franceconnect", on=DAY)
    opened(licence, "2024-03-05", "again@example.org")

    assert Compte(is_open=True, since=date(2024, 3, 5), email="again@example.org") == compte_of(licence)
    assert {licence.pk} == open_among([licence.pk])


@pytest.mark.parametrize(
    ("email", "conditions_met", "means", "on"),
    [
        ("c@example.org", False, "franceconnect", DAY),
        ("", True, "franceconnect", DAY),
        ("c@example.org", True, "neph", DAY),
        ("c@example.org", True, "franceconnect", date(2016, 10, 30)),
    ],
    ids=["a condition not met", "no address", "a code that consults alone", "before the article"],
)
def test_what_does_not_open_a_compte(licence: Licence, email: str, conditions_met: bool, means: str, on: date) -> None:
    """The three conditions of art. R. 223-3-1, I, FranceConnect, and the day on which the article came into force."""
    with pytest.raises(CompteRefused):
        open_compte(licence, email, conditions_met=conditions_met, means=means, on=on)

    assert not CompteChange.objects.exists()


def test_a_code_that_consults_changes_nothing(licence: Licence) -> None:
    """Neither the address nor the closing."""
    opened(licence, "2024-03-04")
    with pytest.raises(CompteRefused):
        change_address(licence, "thief@example.org", means="neph", on=DAY)
    with pytest.raises(CompteRefused):
        close_compte(licence, means="neph", on=DAY)

    assert Compte(is_open=True, since=DAY, email="c@example.org") == compte_of(licence)


def test_what_is_so_already_is_refused(licence: Licence) -> None:
    """Opened twice, closed or moved while it is closed."""
    refused: list[Callable[[], object]] = [
        lambda: close_compte(licence, means="franceconnect", on=DAY),
        lambda: change_address(licence, "c@example.org", means="franceconnect", on=DAY),
    ]
    for change in refused:
        with pytest.raises(CompteRefused):
            change()
    opened(licence, "2024-03-04")
    with pytest.raises(CompteRefused):
        opened(licence, "2024-03-05")

    assert 1 == CompteChange.objects.count()


def test_which_letters_go_there() -> None:
    """Those that the law wants simple, since 31 October 2016; neither what is registered nor what takes a 48SI back."""
    letters = ["48", "48N", "48M", "48SI", "46", "46B", "46D", "47", "rectificatif", "interdiction", "retrait"]

    assert ["48", "48M", "46", "46B", "46D", "47", "rectificatif"] == [one for one in letters if goes_there(one, DAY)]
    assert not goes_there("48", date(2016, 10, 30))
    assert goes_there("48", date(2016, 10, 31))
