"""Where the register is kept."""

import os
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from mespoints.config import databases


def test_postgresql_is_read_from_its_address() -> None:
    """User, password, host, port, name, and libpq's own options."""
    found = databases.database("postgresql://re%40gister:s%2Fecret@db.example:5433/points?sslmode=verify-full", Path())

    assert found["ENGINE"] == "mespoints.config.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("re@gister", "s/ecret")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "points")
    assert found["OPTIONS"] == {**databases.PATIENT, "sslmode": "verify-full"}


def test_postgresql_may_listen_on_a_socket() -> None:
    """The folder of the socket comes as libpq writes it."""
    found = databases.database("postgresql:///points?host=/run/postgresql", Path())

    assert (found["HOST"], found["OPTIONS"]) == ("/run/postgresql", databases.PATIENT)


@pytest.mark.parametrize(
    ("where", "hosts", "ports"),
    [
        ("one:5433,two:5434", "one,two", "5433,5434"),
        ("one,two", "one,two", ""),
        ("one:5433,two", "one,two", "5433,"),
        ("[::1]:5433,[fe80::2]", "::1,fe80::2", "5433,"),
    ],
)  # fmt: skip
def test_several_servers_are_handed_to_libpq_as_it_lists_them(where: str, hosts: str, ports: str) -> None:
    """It finds by itself the one that leads."""
    found = databases.database(
        f"postgresql://u:p@{where}/points?target_session_attrs=read-write", Path(), in_clear=True
    )

    assert (hosts, ports, "read-write") == (found["HOST"], found["PORT"], found["OPTIONS"]["target_session_attrs"])


def test_what_is_said_of_the_line_prevails() -> None:
    """How long to wait for a server that is gone is the operator's choice."""
    found = databases.database("postgresql://h/points?connect_timeout=2", Path(), in_clear=True)

    assert found["OPTIONS"] == {**databases.PATIENT, "connect_timeout": "2"}


@pytest.mark.parametrize(
    "url",
    [
        "mysql://u:secret@h/points", "postgresql://u:secret@h/", "points", "postgresql://u:secret@h:x/points",
        "postgresql://u:secret@one,/points", "postgresql://u:secret@h/points?target_session=rw", "postgresql://[::1/points",
    ],
)  # fmt: skip
def test_another_address_is_refused_without_repeating_its_password(url: str) -> None:
    """The message says what was expected, not what was found."""
    with pytest.raises(ImproperlyConfigured) as refused:
        databases.database(url, Path())

    assert "secret" not in str(refused.value)


def test_without_address_the_register_is_a_file_of_the_data_folder(tmp_path: Path) -> None:
    """The folder is made when it is missing; transactions take the write lock when they begin."""
    found = databases.database("", tmp_path / "var")

    assert found["NAME"] == tmp_path / "var" / "register.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (tmp_path / "var").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_its_owner_reads_the_register(tmp_path: Path) -> None:
    """A new file is closed to the other users of the machine; the mode of one that exists is its owner's choice."""
    databases.database("", tmp_path)
    register = tmp_path / "register.sqlite3"
    new = stat.S_IMODE(register.stat().st_mode)
    register.chmod(0o640)
    databases.database("", tmp_path)

    assert (new, stat.S_IMODE(register.stat().st_mode)) == (0o600, 0o640)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:secret@db.example/points", "postgresql://u:secret@localhost,db.example/points?sslmode=prefer",
        "postgresql:///points?host=db.example&sslmode=allow", "postgresql://localhost/points?hostaddr=192.0.2.7",
        "postgresql:///points?service=main", "postgresql://db.example/points?sslmode=disable",
    ],
)  # fmt: skip
def test_another_machine_is_not_spoken_to_in_clear(url: str) -> None:
    """Not even when its server says that it does not encrypt, as somebody on the way may say for it."""
    with pytest.raises(ImproperlyConfigured, match="expected sslmode=verify-full") as refused:
        databases.database(url, Path())

    assert "secret" not in str(refused.value)
    assert databases.database(url, Path(), in_clear=True)["NAME"] == "points"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql:///points", "postgresql:///points?host=/run/postgresql", "postgresql://127.0.0.1:5433/points",
        "postgresql://[::1]/points", "postgresql://db.example/points?sslmode=require",
    ],
)  # fmt: skip
def test_this_machine_is_spoken_to_as_it_likes(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket or the loopback; or another machine, encrypted. The host that libpq reads in PGHOST counts too."""
    monkeypatch.delenv("PGHOST", raising=False)

    assert databases.database(url, Path())["NAME"] == "points"
    monkeypatch.setenv("PGHOST", "db.example")
    with pytest.raises(ImproperlyConfigured):
        databases.database("postgresql:///points", Path())


def test_a_certificate_stands_for_a_password() -> None:
    """The service proves who it is to PostgreSQL with a key of its own, and checks the server's name."""
    files = "sslcert=/etc/mespoints/pg.crt&sslkey=/etc/mespoints/pg.key&sslrootcert=/etc/mespoints/ca.crt"
    found = databases.database(f"postgresql://mespoints@db.example/points?sslmode=verify-full&{files}", Path())

    assert ("mespoints", "") == (found["USER"], found["PASSWORD"])
    assert {
        "sslmode": "verify-full", "sslcert": "/etc/mespoints/pg.crt", "sslkey": "/etc/mespoints/pg.key",
        "sslrootcert": "/etc/mespoints/ca.crt",
    }.items() <= found["OPTIONS"].items()  # fmt: skip
