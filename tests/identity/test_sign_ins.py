"""The journal of sign-ins: stamped by the database, never changed, gone after a year."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mespoints.identity.models import SignIn
from mespoints.identity.session_keys import digest
from mespoints.identity.sign_ins import note_sign_in, purge, sign_ins_of, to_purge
from mespoints.register.models import Licence

pytestmark = pytest.mark.django_db


def test_a_sign_in_is_noted(new_licence: Callable[..., Licence]) -> None:
    """How, at the hour of the database, and under what the session is kept: not its key."""
    licence, other = new_licence("1" * 5), new_licence("2" * 5)
    for means in ("neph", "franceconnect"):
        note_sign_in(licence.pk, means, "key")
    note_sign_in(other.pk, "neph", "key of another")
    found = list(sign_ins_of(licence.pk))

    assert [("franceconnect", digest("key")), ("neph", digest("key"))] == [(one.means, one.session) for one in found]
    assert abs(timezone.now() - found[0].at) < timedelta(minutes=1)


def test_a_sign_in_changes_no_more(new_licence: Callable[..., Licence]) -> None:
    """Neither its means, nor its hour; and nobody writes one of another hour."""
    licence = new_licence()
    note_sign_in(licence.pk, "neph", "key")
    changes = [
        lambda: SignIn.objects.update(means="franceconnect"),
        lambda: SignIn.objects.all().delete(),
        lambda: SignIn.objects.create(licence=licence, means="neph", session="", at=timezone.now() - timedelta(days=1)),
    ]
    for change in changes:
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()

    assert 1 == SignIn.objects.count()


def test_no_recent_sign_in_is_let_go(new_licence: Callable[..., Licence]) -> None:
    """Nothing is a year old yet; whatever day is asked for, the database knows what day it is."""
    note_sign_in(new_licence().pk, "neph", "key")
    today = timezone.localdate()

    assert (0, 0) == (to_purge(today).count(), purge(today))
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        purge(today + timedelta(days=800))
