"""The compte personnel of art. R. 223-3-1: opened by a driver who meets its three conditions, closed when they want.

Its life is a journal: each change is a row, and the last one says how it is. The e-mail address stands apart, so that
it goes when the compte is closed.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db import connection

from mespoints.law.letter_forms import ACCOUNT_FROM, may_be_on_account
from mespoints.law.letters import LETTER_NAMES
from mespoints.letters.models import ADDRESS, CLOSED, OPENED, AlertAddress, CompteChange
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

# In SQL: « Mes lettres » asks it each time, and the ORM takes longer to word it than the database to answer.
LAST_CHANGE = """
SELECT kind, "on" FROM letters_comptechange WHERE licence_id = %s AND kind <> %s ORDER BY id DESC LIMIT 1
"""

FRANCECONNECT = "franceconnect"
"""The one way of signing in that may change anything here."""


class Compte(NamedTuple):
    """A compte as it stands. ``since``: the day it was opened, or closed; None when it never was."""

    is_open: bool
    since: date | None
    email: str


class CompteRefused(Exception):
    """A change that is not made: the wrong way of signing in, a condition not met, or the compte is so already."""


def compte_of(licence: Licence) -> Compte:
    """How the compte of a licence stands."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_CHANGE, [licence.pk, ADDRESS])
        last = cursor.fetchone()
    if last is None:
        return Compte(is_open=False, since=None, email="")
    kind, on = last
    address = AlertAddress.objects.filter(licence=licence).first()
    return Compte(kind == OPENED, date.fromisoformat(str(on)), address.email if address else "")


def open_among(licences: Collection[int]) -> set[int]:
    """Of these licences, those whose compte is open."""
    changes = CompteChange.objects.filter(licence__in=licences).exclude(kind=ADDRESS).order_by("pk")
    last = dict(changes.values_list("licence", "kind"))
    return {licence for licence, kind in last.items() if kind == OPENED}


def goes_there(letter: str, on: date) -> bool:
    """Whether a letter is deposited on the compte of a driver who has one, on a day (art. R. 223-3-1, I).

    Never a 48N, a 48SI or a ban, which are registered; nor the letter that takes a 48SI back: it follows it.
    """
    return letter in LETTER_NAMES and may_be_on_account(LETTER_NAMES.index(letter), on.toordinal())


def open_compte(licence: Licence, email: str, *, conditions_met: bool, means: str, on: date) -> None:
    """Open a compte: an e-mail address, the terms accepted, the way delays are counted read (art. R. 223-3-1, I).

    ``conditions_met``: the three were ticked. Raises CompteRefused.
    """
    refuse_means(means)
    if not (conditions_met and email):
        raise CompteRefused("les trois conditions de l'art. R. 223-3-1 ne sont pas réunies")
    if on.toordinal() < ACCOUNT_FROM:
        raise CompteRefused("l'art. R. 223-3-1 n'est pas en vigueur ce jour-là")
    with durable_transaction():
        if locked(licence).is_open:
            raise CompteRefused("le compte est déjà ouvert")
        CompteChange.objects.create(licence=licence, kind=OPENED, on=on, means=means)
        AlertAddress.objects.create(licence=licence, email=email)


def change_address(licence: Licence, email: str, *, means: str, on: date) -> None:
    """Keep the e-mail address up to date, as the driver has to (art. R. 223-3-1, I, 1°). Raises CompteRefused."""
    refuse_means(means)
    with durable_transaction():
        if not locked(licence).is_open:
            raise CompteRefused("le compte n'est pas ouvert")
        CompteChange.objects.create(licence=licence, kind=ADDRESS, on=on, means=means)
        AlertAddress.objects.filter(licence=licence).update(email=email)


def close_compte(licence: Licence, *, means: str, on: date) -> None:
    """Close a compte: from the next letter on, everything is posted again (art. R. 223-3-1, I). Raises CompteRefused.

    The article has it take effect after a delay that an arrêté sets; none was found, so it takes effect at once.
    """
    refuse_means(means)
    with durable_transaction():
        if not locked(licence).is_open:
            raise CompteRefused("le compte n'est pas ouvert")
        CompteChange.objects.create(licence=licence, kind=CLOSED, on=on, means=means)
        AlertAddress.objects.filter(licence=licence).delete()


def refuse_means(means: str) -> None:
    """A file number and its code give consultation only. Raises CompteRefused."""
    if means != FRANCECONNECT:
        raise CompteRefused("une connexion par FranceConnect est attendue")


def locked(licence: Licence) -> Compte:
    """How the compte stands, nobody else changing it until the transaction ends."""
    Licence.objects.select_for_update(no_key=True).get(pk=licence.pk)
    return compte_of(licence)
