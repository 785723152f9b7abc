"""Where the register is kept, as ``DATABASE_URL`` says it: PostgreSQL, on one server or several, or a SQLite file."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from mespoints.config import environment
from mespoints.config.environment import LOOPBACK

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON"
"""Readers never wait for the writer; what must survive a power cut asks for it (``register.durability``); REPLACE
fires the triggers of the register."""

PATIENT = {
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}
"""How libpq finds out that a server is gone, in seconds (the last one in milliseconds): by itself, it would wait for
hours. ``DATABASE_URL`` may say otherwise."""

KEPT_SECONDS = 600
"""How long a line serves: a new one costs the server a process, that reads the catalogue and plans all queries anew."""

EXPECTED = "DATABASE_URL: expected postgresql://user:password@host:port/name, found "
"""The address holds a password: it is never repeated, what is wrong with it is."""


ENCRYPTED = ("verify-full", "verify-ca", "require")
"""The values of ``sslmode`` with which libpq never speaks in clear; the first one knows whom it speaks to."""


def database(url: str, data: Path, *, in_clear: bool = False) -> dict[str, Any]:
    """The database that ``url`` names, or the SQLite file of the data folder when it is empty."""
    return postgresql(url, in_clear=in_clear) if url else sqlite(data / "register.sqlite3")


def sqlite(path: Path) -> dict[str, Any]:
    """One file. A transaction takes the write lock when it begins, so that it never fails half-way for want of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made before SQLite would, which lets every user of the machine read it; its journals take the same mode.
    path.touch(mode=0o600)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
    }


def postgresql(url: str, *, in_clear: bool = False) -> dict[str, Any]:
    """Read ``postgresql://user:password@host:port,host:port/name?option=value``; the options are libpq's own.

    Of several servers, the first that has what ``target_session_attrs`` asks for is used. That of another machine is
    spoken to encrypted, unless ``in_clear``. Raises ImproperlyConfigured.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise ImproperlyConfigured(f"{EXPECTED}something else") from error
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise ImproperlyConfigured(f"{EXPECTED}something else")
    who, _, where = parts.netloc.rpartition("@")
    user, _, password = who.partition(":")
    hosts, ports = servers(where)
    options = {**PATIENT, **dict(parse_qsl(parts.query))}
    host = options.pop("host", "")
    check_options(options)
    if not in_clear:
        check_encryption(hosts or host or environment.text("PGHOST"), options)
    return {
        "ENGINE": "mespoints.config.postgresql",
        "NAME": name,
        "USER": unquote(user),
        "PASSWORD": unquote(password),
        "HOST": hosts or host,
        "PORT": ports,
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def servers(where: str) -> tuple[str, str]:
    """The hosts and the ports of ``host:port,host:port``, as libpq lists them. Raises ImproperlyConfigured."""
    hosts, ports = [], []
    for one in where.split(","):
        host, colon, port = one.rpartition(":")
        if not colon or one.endswith("]"):  # no port; the colons of [::1] are its own
            host, port = one, ""
        if port and not port.isdecimal():
            raise ImproperlyConfigured(f"{EXPECTED}a port that is no number")
        if not host and len(where) > len(one):
            raise ImproperlyConfigured(f"{EXPECTED}a host without a name")
        hosts.append(unquote(host.removeprefix("[").removesuffix("]")))
        ports.append(port)
    return ",".join(hosts), ",".join(ports) if any(ports) else ""


def check_options(options: dict[str, str]) -> None:
    """Raise ImproperlyConfigured for an option that libpq does not know, which it would say of each connection."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import make_conninfo

    try:
        make_conninfo("", **options)
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"{EXPECTED}an option that libpq does not know: {error}") from error


def check_encryption(hosts: str, options: dict[str, str]) -> None:
    """Raise ImproperlyConfigured when another machine's server might be spoken to in clear.

    libpq's own choice (``sslmode=prefer``) is to go on in clear when the server, or somebody on the way, says that it
    does not encrypt.
    """
    places = ",".join((hosts, options.get("hostaddr", ""))).split(",")
    is_far = any(place and not place.startswith(("/", "@")) and place not in LOOPBACK for place in places)
    if (is_far or "service" in options) and options.get("sslmode") not in ENCRYPTED:
        raise ImproperlyConfigured(
            "DATABASE_URL: expected sslmode=verify-full (or verify-ca, or require) for a server on another machine; "
            "on a line that is encrypted otherwise, set MESPOINTS_DATABASE_IN_CLEAR=1"
        )
