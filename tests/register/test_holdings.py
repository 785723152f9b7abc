"""The licence with its holder and its categories, read in SQL."""

from datetime import date

import pytest
from django.forms.models import model_to_dict
from pytest_django import DjangoAssertNumQueries

from mespoints.register.holdings import CategoryHeld, address_of, categories_held, licence_with_holder
from mespoints.register.models import Category, Holder, Licence

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "told", [{}, {"deceased_on": date(2026, 3, 1), "opened_with": {"family_name": "DURAND"}, "usage_name": "LÉ"}]
)
def test_a_licence_comes_with_its_holder_as_the_models_read_them(
    licence: Licence, told: dict[str, object], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """In one query, every field of both."""
    Holder.objects.filter(pk=licence.holder_id).update(**told)
    with django_assert_num_queries(1):
        found = licence_with_holder(licence.pk)
        holder = found.holder
    read = Licence.objects.get(pk=licence.pk)

    assert model_to_dict(read) == model_to_dict(found)
    assert model_to_dict(read.holder) == model_to_dict(holder)
    assert read.holder == holder
    assert read.holder.address == address_of(read)


def test_no_licence_bears_that_number(licence: Licence) -> None:
    """As the models say it."""
    with pytest.raises(Licence.DoesNotExist):
        licence_with_holder(licence.pk + 1)


def test_categories_come_the_oldest_first(licence: Licence) -> None:
    """With their days and their codes."""
    for name, from_on, to_on, codes in [
        ("C", date(2020, 1, 1), date(2025, 1, 1), ["95"]), ("B", date(1996, 5, 6), None, []),
    ]:  # fmt: skip
        Category.objects.create(licence=licence, category=name, from_on=from_on, to_on=to_on, codes=codes)

    assert [
        CategoryHeld("B", date(1996, 5, 6), None, ()),
        CategoryHeld("C", date(2020, 1, 1), date(2025, 1, 1), ("95",)),
    ] == categories_held(licence)
