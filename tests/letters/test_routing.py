"""Where a letter goes: declared addresses, cartes grises, what comes after a failure."""

from datetime import date
from typing import Any

import pytest

from mespoints.letters.models import COMPTE_PERSONNEL
from mespoints.letters.routing import (
    CARTE_GRISE,
    DECLARED,
    Destination,
    destinations,
    is_given_up,
    on_compte_of,
    route,
)
from mespoints.register.books import open_books
from mespoints.register.models import Licence
from tests.letters.mail import BRUSSELS, GARAGE, NEW_HOME, OLD_HOME, learn, moved

HOME = Destination(OLD_HOME, "44", DECLARED)
OF_CAR = Destination(GARAGE, "35", CARTE_GRISE)


def carte_grise(number: int, on: str, lines: tuple[str, ...], **more: Any) -> dict[str, Any]:
    """The address of a registration certificate."""
    return {"act": "carte_grise_address", "id": f"carte_grise:{number}", "on": on, "lines": list(lines), **more}


def known(licence: Licence, on: str) -> tuple[Destination, list[Destination]]:
    """What is known of this licence on a day."""
    return destinations(open_books([licence.pk])[licence.pk], licence.holder, date.fromisoformat(on))


@pytest.mark.parametrize("letter", ["48", "48N", "48M", "48SI", "interdiction"])
@pytest.mark.parametrize("source", ["radar", "video"])
def test_what_a_camera_recorded_goes_to_the_carte_grise(letter: str, source: str) -> None:
    """Seed S13: to the address of the registration certificate; to the one declared when there is none."""

    assert route(letter, source, (HOME, [OF_CAR]), []) == OF_CAR
    assert route(letter, source, (HOME, []), []) == HOME


@pytest.mark.parametrize(
    ("letter", "source"), [("48", "interception"), ("48SI", None), ("46", None), ("47", "radar"), ("46D", "radar")]
)
def test_everything_else_goes_where_the_driver_declared(letter: str, source: str | None) -> None:
    """An offence whose driver was stopped, and every letter that gives points back."""

    assert route(letter, source, (HOME, [OF_CAR]), []) == HOME


def test_after_a_failure_the_next_known_address_is_tried() -> None:
    """Each once; then there is none."""

    assert route("48SI", None, (HOME, [OF_CAR]), [OLD_HOME]) == OF_CAR
    assert route("48SI", "radar", (HOME, [OF_CAR]), [GARAGE]) == HOME
    assert route("48SI", None, (HOME, [OF_CAR]), [OLD_HOME, GARAGE]) is None


@pytest.mark.django_db
def test_the_last_address_declared_holds_from_its_day_on(licence: Licence) -> None:
    """Whatever the order in which the register learned them."""
    learn(licence, "2024-03-20", moved(2, "2024-03-15", GARAGE), moved(1, "2024-03-10", NEW_HOME))

    assert [OLD_HOME, NEW_HOME, GARAGE] == [
        known(licence, day)[0].lines for day in ("2024-03-09", "2024-03-10", "2024-03-15")
    ]
    assert "35" == known(licence, "2024-03-15")[0].departement


@pytest.mark.django_db
def test_abroad_the_last_departement_still_follows_the_holder(licence: Licence) -> None:
    """Moved from Nantes to Rennes, then to Brussels: the préfet of Rennes; the car registered there too."""
    learn(licence, "2024-03-20", moved(1, "2024-03-10", GARAGE), moved(2, "2024-03-15", BRUSSELS))
    learn(licence, "2024-03-21", carte_grise(1, "2024-03-16", BRUSSELS))
    declared, of_cars = known(licence, "2024-03-21")

    assert Destination(BRUSSELS, "35", DECLARED, "BE") == declared
    assert [Destination(BRUSSELS, "35", CARTE_GRISE, "BE")] == of_cars
    assert Destination((), "35", COMPTE_PERSONNEL, "BE") == on_compte_of(declared)


@pytest.mark.django_db
def test_each_vehicle_has_its_address_the_latest_first(licence: Licence) -> None:
    """A new address of the same vehicle replaces the former."""
    learn(
        licence, "2024-03-20",
        carte_grise(1, "2023-01-02", OLD_HOME, vehicle="AA"), carte_grise(2, "2023-06-01", GARAGE, vehicle="BB"),
        carte_grise(3, "2024-03-01", NEW_HOME, vehicle="AA", departement="44"),
    )  # fmt: skip
    of_cars = known(licence, "2024-03-20")[1]

    assert [NEW_HOME, GARAGE] == [destination.lines for destination in of_cars]
    assert [GARAGE, OLD_HOME] == [destination.lines for destination in known(licence, "2024-02-29")[1]]
    assert {CARTE_GRISE} == {destination.source for destination in of_cars}


@pytest.mark.django_db
def test_an_address_is_given_up_once_another_replaces_it(licence: Licence) -> None:
    """Declared no more, and of no carte grise."""
    learn(licence, "2024-03-20", moved(1, "2024-03-10"))
    before, after = known(licence, "2024-03-09"), known(licence, "2024-03-10")

    assert not is_given_up(OLD_HOME, before)
    assert is_given_up(OLD_HOME, after)
    assert not is_given_up(NEW_HOME, after)
    assert not is_given_up(GARAGE, (HOME, [OF_CAR]))
