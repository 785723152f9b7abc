"""The journal of a driver's sign-ins, which they read themselves: when, how, and which session it opened."""

from datetime import date

from django.db import connection
from django.db.models import QuerySet

from mespoints.identity.models import SessionsEnded, SignIn
from mespoints.identity.session_keys import digest
from mespoints.register.accesses import beginning_of, kept_from
from mespoints.register.durability import durable_transaction

NOTED = "INSERT INTO identity_signin (licence_id, means, session) VALUES (%s, %s, %s)"


def note_sign_in(licence_pk: int, means: str, session_key: str) -> None:
    """Write a sign-in; the database stamps the hour."""
    with connection.cursor() as cursor:
        cursor.execute(NOTED, [licence_pk, means, digest(session_key)])


def sign_ins_of(licence_pk: int) -> QuerySet[SignIn]:
    """The sign-ins to this file, the latest first."""
    return SignIn.objects.filter(licence=licence_pk).order_by("-at", "-pk")


def to_purge(on: date) -> QuerySet[SignIn]:
    """Those older than a year on a day, as the accesses are."""
    return SignIn.objects.filter(at__lt=beginning_of(kept_from(on)))


def purge(on: date) -> int:
    """Let these go, with what the operator ended then; how many sign-ins went."""
    with durable_transaction():
        SessionsEnded.objects.filter(at__lt=beginning_of(kept_from(on))).delete()
        return to_purge(on).delete()[0]
