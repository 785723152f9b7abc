"""Sessions in the database under a digest of their key: whoever reads the table cannot take a session over."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

from mespoints.identity.session_keys import digest


class SessionStore(db.SessionStore):
    """Django's store, except that the key in the cookie never reaches the database. For WSGI: no async twin."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        key = self.session_key
        stored = (
            self.model.objects.filter(session_key=digest(key), expire_date__gt=timezone.now()).first() if key else None
        )
        if stored is None:
            self._session_key = None
        return stored

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
