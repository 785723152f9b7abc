"""Sessions in the database under a digest of their key: whoever reads the table cannot take a session over.

They are read in SQL: every page does, and the ORM takes longer to word the query than the database to answer.
"""

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import connection
from django.utils import timezone

from mespoints.identity.session_keys import digest

KEPT = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


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

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        """The row to save, under the digest of the key."""
        row: AbstractBaseSession = super().create_model_instance(data)
        row.session_key = digest(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session of this key, by default this one."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=digest(key)).delete()
