"""Sessions in the database under a digest of their key: whoever reads the table cannot take a session over.

They are read and written in SQL: every page reads one, and the ORM takes longer to word a query than the database to
answer it. One statement each, that needs no transaction around it.
"""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, CreateError, UpdateError
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import connection
from django.utils import timezone
from django.utils.crypto import get_random_string

from mespoints.identity.session_keys import digest

KEPT = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
OPENED = (
    "INSERT INTO django_session (session_data, expire_date, session_key) VALUES (%s, %s, %s) "
    "ON CONFLICT (session_key) DO NOTHING"
)
CHANGED = "UPDATE django_session SET session_data = %s, expire_date = %s WHERE session_key = %s"
FORGOTTEN = "DELETE FROM django_session WHERE session_key = %s"
KEY_LENGTH = 32


class SessionStore(db.SessionStore):
    """Django's store, except that the key in the cookie never reaches the database. For WSGI: no async twin."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        kept_under = digest(self.session_key or "")
        with connection.cursor() as cursor:
            cursor.execute(KEPT, [kept_under, connection.ops.adapt_datetimefield_value(timezone.now())])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        return self.model(session_key=kept_under, session_data=row[0])

    def exists(self, session_key: str) -> bool:
        """Whether a session is kept for this key."""
        return super().exists(digest(session_key))

    def _get_new_session_key(self) -> str:
        """A key drawn at random, not looked for first: one that is taken is refused when it is written."""
        return get_random_string(KEY_LENGTH, VALID_KEY_CHARS)

    def save(self, must_create: bool = False) -> None:
        """Write the session. Raises CreateError when its key is taken, UpdateError when it was ended meanwhile."""
        if self.session_key is None:
            self.create()
            return
        data = self.encode(self._get_session(no_load=must_create))  # type: ignore[attr-defined]
        until = connection.ops.adapt_datetimefield_value(self.get_expiry_date())
        with connection.cursor() as cursor:
            cursor.execute(OPENED if must_create else CHANGED, [data, until, digest(self.session_key)])
            written = cursor.rowcount
        if not written:
            raise CreateError if must_create else UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session of this key, by default this one."""
        key = session_key or self.session_key
        if key:
            with connection.cursor() as cursor:
                cursor.execute(FORGOTTEN, [digest(key)])
