"""What an erasure takes with it of the letters (art. L. 225-2): where they went, once what they told is erased."""

from collections.abc import Collection

from django.db import connection

from mespoints.letters.guards import ERASED_MOVEMENT

EMPTY_ADDRESSES = f"""
UPDATE letters_sending SET address = '[]' WHERE address <> '[]' AND owed_id IN (
    SELECT m.id FROM register_movement m WHERE m.licence_id IN ({{ids}}) AND {ERASED_MOVEMENT}
)
"""  # noqa: S608 - our own names


def empty_addresses(licences: Collection[int]) -> int:
    """Empty the address of every letter of these licences that told what is erased; how many.

    Inside the transaction of the erasure. The rest of the row stays, with the digest of the letter: a copy that the
    driver holds can still be recognised. The database lets no other address be emptied.
    """
    with connection.cursor() as cursor:
        cursor.execute(EMPTY_ADDRESSES.format(ids=", ".join(["%s"] * len(licences))), list(licences))
        return int(cursor.rowcount)
