"""What the environment may say."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from mespoints.config import environment


def test_a_secret_is_required_outside_a_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Absent or short, the service does not start; a demonstration draws one that dies with it."""
    monkeypatch.delenv("MESPOINTS_SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured):
        environment.secret("MESPOINTS_SECRET_KEY", demo=False)
    monkeypatch.setenv("MESPOINTS_SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured):
        environment.secret("MESPOINTS_SECRET_KEY", demo=True)
    monkeypatch.delenv("MESPOINTS_SECRET_KEY")

    assert len(environment.secret("MESPOINTS_SECRET_KEY", demo=True)) > 32


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("0", False), ("", False), (" 1 ", True)])
def test_a_flag_is_one_or_zero(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    """Nothing is zero."""
    monkeypatch.setenv("MESPOINTS_DEMO", value)

    assert environment.flag("MESPOINTS_DEMO") is expected


def test_a_flag_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing error must not weaken a setting."""
    monkeypatch.setenv("MESPOINTS_DEMO", "yes")
    with pytest.raises(ImproperlyConfigured):
        environment.flag("MESPOINTS_DEMO")


def test_a_choice_is_one_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signature made with a shared secret is not among them."""
    monkeypatch.delenv("MESPOINTS_FC_SIGNING_ALG", raising=False)
    absent = environment.choice("MESPOINTS_FC_SIGNING_ALG", "ES256", "RS256")
    monkeypatch.setenv("MESPOINTS_FC_SIGNING_ALG", "HS256")
    with pytest.raises(ImproperlyConfigured):
        environment.choice("MESPOINTS_FC_SIGNING_ALG", "ES256", "RS256")

    assert absent == "ES256"


def test_a_day_is_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """``YYYY-MM-DD``, or nothing."""
    monkeypatch.setenv("MESPOINTS_TODAY", "2026-11-22")
    read = environment.day("MESPOINTS_TODAY")
    monkeypatch.setenv("MESPOINTS_TODAY", "22/11/2026")
    with pytest.raises(ImproperlyConfigured):
        environment.day("MESPOINTS_TODAY")

    assert read == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://fcp-low.sbx.dev-franceconnect.fr/api/v2", "https://fcp-low.sbx.dev-franceconnect.fr"),
        ("http://127.0.0.1:8421/api/v2", "http://127.0.0.1:8421"),
        ("", ""),
    ],
)
def test_the_origin_of_an_address(address: str, expected: str) -> None:
    """Scheme, host and port, as a content security policy names them."""
    assert environment.origin(address) == expected


@pytest.mark.parametrize("address", ["", "https://franceconnect.test/api/v2", "http://127.0.0.1:8001/api/v2"])
def test_an_issuer_that_can_be_believed(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Encrypted, or on this machine, or none; with what its client needs."""
    monkeypatch.setenv("ISSUER", address)
    monkeypatch.setenv("CLIENT", "client")

    assert environment.issuer("ISSUER", "CLIENT") == address


@pytest.mark.parametrize(
    "address", ["http://franceconnect.test/api/v2", "http://127.0.0.1.evil.test/", "franceconnect.test", "https://[::1"]
)
def test_an_issuer_in_clear_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Whoever stands on the way could name keys of their own."""
    monkeypatch.setenv("ISSUER", address)
    with pytest.raises(ImproperlyConfigured):
        environment.issuer("ISSUER")


def test_an_issuer_without_its_client_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Better now than when the first person clicks."""
    monkeypatch.setenv("ISSUER", "https://franceconnect.test/api/v2")
    monkeypatch.setenv("SECRET", " ")
    with pytest.raises(ImproperlyConfigured, match="SECRET"):
        environment.issuer("ISSUER", "SECRET")


@pytest.mark.parametrize(
    ("address", "port", "encryption"),
    [
        ("smtps://me:se%40cret@mail.example.org", 465, (True, False)),
        ("smtp+starttls://me:se%40cret@mail.example.org:2587", 2587, (False, True)),
        ("smtp://me:se%40cret@127.0.0.1", 25, (False, False)),
    ],
)
def test_a_mail_server_is_read_from_its_address(
    monkeypatch: pytest.MonkeyPatch, address: str, port: int, encryption: tuple[bool, bool]
) -> None:
    """Encrypted at once, or before anything is said; in clear on this machine alone."""
    monkeypatch.setenv("MAIL", address)
    found = environment.mail_server("MAIL")

    assert (found.port, found.user, found.password) == (port, "me", "se@cret")
    assert (found.is_encrypted, found.becomes_encrypted) == encryption


@pytest.mark.parametrize(
    "address", ["smtp://me:secret@mail.example.org", "https://me:secret@h", "smtps://", "smtps://me:secret@h:x", "h"]
)
def test_a_mail_server_that_cannot_be_right_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Without repeating its password."""
    monkeypatch.setenv("MAIL", address)
    with pytest.raises(ImproperlyConfigured) as refused:
        environment.mail_server("MAIL")

    assert "secret" not in str(refused.value)


def test_a_mail_server_needs_a_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is one address, on one line."""
    monkeypatch.setenv("MAIL", "smtps://mail.example.org")
    with pytest.raises(ImproperlyConfigured, match="FROM: expected, because MAIL is given"):
        environment.mail_server("MAIL", "FROM")
    for wrong in ("permis", "a@example.org\nBcc: b@example.org"):
        monkeypatch.setenv("FROM", wrong)
        with pytest.raises(ImproperlyConfigured, match="FROM"):
            environment.mail_sender("FROM")
    monkeypatch.setenv("FROM", "Permis <permis@example.org>")

    assert environment.mail_sender("FROM") == "Permis <permis@example.org>"


@pytest.mark.parametrize("value", ["0", "601", "-1", "1.5", "ten"])
def test_a_number_of_seconds_that_cannot_be_right_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Neither none, nor more than makes sense, nor what is no whole number."""
    monkeypatch.setenv("PATIENCE", value)
    with pytest.raises(ImproperlyConfigured, match="PATIENCE: expected a number of seconds from 1 to 600"):
        environment.seconds("PATIENCE", 10, 600)


def test_a_number_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is written, or the usual one."""
    monkeypatch.setenv("PATIENCE", "25")

    assert (25, 10) == (environment.seconds("PATIENCE", 10, 600), environment.seconds("ABSENT", 10, 600))


@pytest.mark.parametrize(
    "value",
    [
        "portal=mes.test",
        "portal=a,desk=b,api=c:443",
        "portal=a,desk=b,api=",
        "mes.test",
        "portal=a,desk=b,api=c,admin=d",
    ],
)
def test_hosts_that_cannot_be_right_are_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """One for each surface, without a port; none at all is one host for everything."""
    surfaces = ("portal", "desk", "api")
    monkeypatch.setenv("MESPOINTS_HOSTS", value)
    with pytest.raises(ImproperlyConfigured, match="MESPOINTS_HOSTS: expected portal=host,desk=host,api=host"):
        environment.hosts("MESPOINTS_HOSTS", *surfaces)
    monkeypatch.setenv("MESPOINTS_HOSTS", "portal=mes.test, desk=guichet.test, api=api.test")

    assert {"portal": "mes.test", "desk": "guichet.test", "api": "api.test"} == environment.hosts(
        "MESPOINTS_HOSTS", *surfaces
    )
    monkeypatch.delenv("MESPOINTS_HOSTS")
    assert {} == environment.hosts("MESPOINTS_HOSTS", *surfaces)


def test_a_secret_comes_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The file that the variable with _FILE names, as a vault writes it: its last line end is left out."""
    path = tmp_path / "secret"
    path.write_text("s" * 40 + "\n", encoding="utf-8")
    monkeypatch.delenv("MESPOINTS_SECRET_KEY", raising=False)
    monkeypatch.setenv("MESPOINTS_SECRET_KEY_FILE", str(path))

    assert "s" * 40 == environment.secret("MESPOINTS_SECRET_KEY", demo=False)
    monkeypatch.setenv("MESPOINTS_SECRET_KEY", "t" * 40)
    with pytest.raises(ImproperlyConfigured, match="expected one of them") as refused:
        environment.secret("MESPOINTS_SECRET_KEY", demo=False)
    assert "sss" not in str(refused.value)


def test_a_secret_comes_from_a_credential_of_systemd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of its name in the folder that the unit was given; the variable prevails."""
    (tmp_path / "MESPOINTS_POST_TOKEN").write_text("from the credential", encoding="utf-8")
    monkeypatch.delenv("MESPOINTS_POST_TOKEN", raising=False)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert "from the credential" == environment.text("MESPOINTS_POST_TOKEN")
    assert "" == environment.text("MESPOINTS_POST_ADDRESS")
    monkeypatch.setenv("MESPOINTS_POST_TOKEN", "from the variable")
    assert "from the variable" == environment.text("MESPOINTS_POST_TOKEN")


@pytest.mark.parametrize(("held", "why"), [(None, "No such file"), (b"", "empty"), (b"\xff\xfe\x00", "no text")])
def test_a_file_that_gives_no_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: bytes | None, why: str
) -> None:
    """By the name of the variable and of the file: a service with an empty secret does not start."""
    path = tmp_path / "secret"
    if held is not None:
        path.write_bytes(held)
    monkeypatch.setenv("MESPOINTS_POST_TOKEN_FILE", str(path))
    with pytest.raises(ImproperlyConfigured, match=f"MESPOINTS_POST_TOKEN_FILE.*{why}"):
        environment.text("MESPOINTS_POST_TOKEN")


@pytest.mark.parametrize("address", ["192.0.2.1:3310", "clamd.example:3310", "127.0.0.1", "127.0.0.1:99999", "clamd"])
def test_a_scanner_is_on_this_machine(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """What it is given is spoken in clear; a socket or a port of the loopback is taken, or none."""
    for sound in ("/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310", ""):
        monkeypatch.setenv("MESPOINTS_SCANNER", sound)
        assert sound == environment.scanner("MESPOINTS_SCANNER")
    monkeypatch.setenv("MESPOINTS_SCANNER", address)
    with pytest.raises(ImproperlyConfigured, match="MESPOINTS_SCANNER: expected /path"):
        environment.scanner("MESPOINTS_SCANNER")
