"""What the environment says, read once and refused early when it cannot be right."""

import os
import re
import secrets
from datetime import date, datetime, time
from email.utils import parseaddr
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("127.0.0.1", "::1", "localhost")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII)
MAIL_PORTS = {"smtps": 465, "smtp+starttls": 587, "smtp": 25}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding spaces, or what a file holds in its place, or ``default``.

    A vault hands its secrets over as files: the one that ``NAME_FILE`` names, or the one called NAME in the folder of
    credentials that systemd gives (``LoadCredential``). The variable prevails over the credential; with NAME_FILE it
    would contradict it, which is refused.
    """
    value, named = os.environ.get(name, "").strip(), os.environ.get(f"{name}_FILE", "").strip()
    if value and named:
        raise ImproperlyConfigured(f"{name}: found it and {name}_FILE, expected one of them")
    credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", ""), name)
    if named:
        value = content(f"{name}_FILE", Path(named))
    elif not value and credential.is_absolute() and credential.is_file():
        value = content(name, credential)
    return value or default


def content(name: str, path: Path) -> str:
    """The text of a file, never repeated. Raises ImproperlyConfigured when it cannot be read, or holds nothing."""
    try:
        found = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "no text"
        raise ImproperlyConfigured(f"{name}: expected a file that can be read, {path}: {why}") from None
    if not found:
        raise ImproperlyConfigured(f"{name}: expected something in {path}, which is empty")
    return found


def flag(name: str, *, default: bool = False) -> bool:
    """Whether the variable is 1; anything but 1, 0 or nothing is refused, so that no typing error weakens a setting."""
    value = text(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name}: expected 0 or 1, found {value!r}")
    return value == "1"


def choice(name: str, *allowed: str) -> str:
    """One of the words allowed, the first of them when the variable is absent."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}: expected {' or '.join(allowed)}, found {value!r}")
    return value


def words(name: str) -> list[str]:
    """The comma-separated words of the variable."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def hosts(name: str, *surfaces: str) -> dict[str, str]:
    """The host of each surface, written ``portal=…,desk=…,api=…``; none, or all of them."""
    found = dict(word.partition("=")[::2] for word in words(name))
    if found and (set(found) != set(surfaces) or not all(map(HOST.fullmatch, found.values()))):
        raise ImproperlyConfigured(f"{name}: expected {','.join(f'{one}=host' for one in surfaces)}, without a port")
    return found


def secret(name: str, *, demo: bool) -> str:
    """A secret of at least 32 characters; only the demonstration may go without, with one that dies with it."""
    value = text(name)
    if not value and demo:
        return secrets.token_urlsafe(48)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name}: expected a secret of at least 32 characters")
    return value


def token(name: str) -> str:
    """A secret of at least 32 characters, or none."""
    value = text(name)
    if value and len(value) < 32:
        raise ImproperlyConfigured(f"{name}: expected a secret of at least 32 characters")
    return value


def day(name: str) -> date | None:
    """The day written in the variable, or None when it is absent."""
    value = text(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: expected YYYY-MM-DD, found {value!r}") from error


def hour(name: str, default: str) -> time:
    """The hour written HH:MM in the variable."""
    value = text(name, default)
    try:
        return datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 - an hour of the clock on the wall, of no day
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: expected HH:MM, found {value!r}") from error


def issuer(name: str, *needed: str | tuple[str, ...]) -> str:
    """The address of another service: encrypted, unless it stays on this machine; then ``needed`` is needed too.

    Of several names together, one and no other: two ways to prove who we are would hide that one of them is not used.

    What an identity provider says first is believed because of the certificate of this address, and of nothing else.
    """
    address = text(name)
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        in_clear = parts.scheme == "http" and parts.hostname in LOOPBACK
        is_safe = in_clear or (parts.scheme == "https" and parts.hostname)
    except ValueError:
        is_safe = False
    if not is_safe:
        raise ImproperlyConfigured(f"{name}: expected an address in https, found {address!r}")
    for other in needed:
        given = [one for one in ((other,) if isinstance(other, str) else other) if text(one)]
        if not given:
            asked = other if isinstance(other, str) else " or ".join(other)
            raise ImproperlyConfigured(f"{asked}: expected, because {name} is given")
        if len(given) > 1:
            raise ImproperlyConfigured(f"{' and '.join(given)}: expected one of them")
    return address


def client_key(name: str) -> str:
    """The private key that the variable names by its file, in PEM; empty without it."""
    path = text(name)
    if not path:
        return ""
    from mespoints.identity.client_keys import key_of  # what signs is loaded where there is something to sign with

    pem = content(name, Path(path))
    try:
        key_of(pem)
    except (ValueError, TypeError) as error:
        raise ImproperlyConfigured(f"{name}: expected a PEM key, EC P-256 or RSA of 2048 bits, in {path}") from error
    return pem


def contact(name: str) -> str:
    """Where to write to, as RFC 9116 wants it: ``mailto:``, ``tel:``, or an address in https."""
    value = text(name)
    if value and not value.startswith(("mailto:", "tel:", "https://")):
        raise ImproperlyConfigured(f"{name}: expected mailto:, tel: or https://, found {value!r}")
    return value


def origin(address: str) -> str:
    """The scheme, host and port of an address, as a content security policy names it; empty for an empty address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


class MailServer(NamedTuple):
    """Where e-mails are handed over; an empty ``host`` when there is no such place."""

    host: str
    port: int
    user: str
    password: str
    is_encrypted: bool
    becomes_encrypted: bool


def mail_server(name: str, *needed: str) -> MailServer:
    """The mail server written ``smtps://user:password@host:port``.

    ``smtps``: encrypted at once; ``smtp+starttls``: encrypted before anything is said; ``smtp``: in clear, on this
    machine alone. When it is given, ``needed`` is needed too.
    """
    address = text(name)
    if not address:
        return MailServer("", 0, "", "", is_encrypted=False, becomes_encrypted=False)
    try:
        parts = urlsplit(address)
        port = parts.port or MAIL_PORTS.get(parts.scheme)
    except ValueError:
        parts, port = urlsplit(""), None
    if not (parts.hostname and port) or (parts.scheme == "smtp" and parts.hostname not in LOOPBACK):
        # The address may hold a password: it is never repeated in the message.
        raise ImproperlyConfigured(f"{name}: expected smtps://user:password@host:port, or smtp+starttls://")
    for other in needed:
        if not text(other):
            raise ImproperlyConfigured(f"{other}: expected, because {name} is given")
    return MailServer(
        parts.hostname, port, unquote(parts.username or ""), unquote(parts.password or ""),
        is_encrypted=parts.scheme == "smtps", becomes_encrypted=parts.scheme == "smtp+starttls",
    )  # fmt: skip


def mail_sender(name: str) -> str:
    """The address that e-mails come from: one line, one address."""
    value = text(name)
    if value and ("@" not in parseaddr(value)[1] or not value.isprintable()):
        raise ImproperlyConfigured(f"{name}: expected an e-mail address, found {value!r}")
    return value


def seconds(name: str, default: int, most: int) -> int:
    """The whole number of seconds written in the variable, from 1 to ``most``."""
    value = text(name, str(default))
    if not value.isdecimal() or not 1 <= int(value) <= most:
        raise ImproperlyConfigured(f"{name}: expected a number of seconds from 1 to {most}, found {value!r}")
    return int(value)


def scanner(name: str) -> str:
    """Where files that people send are scanned: the socket of clamd, or its port on this machine.

    What clamd reads goes to it in clear: it is on this machine, or behind a tunnel that ends here.
    """
    value = text(name)
    host, _, port = value.rpartition(":")
    is_here = host.removeprefix("[").removesuffix("]") in LOOPBACK and port.isdecimal() and int(port) < 65_536
    if value and not (value.startswith("/") or is_here):
        raise ImproperlyConfigured(f"{name}: expected /path/of/the/socket or 127.0.0.1:port, found {value!r}")
    return value
