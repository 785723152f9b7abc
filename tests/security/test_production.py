"""The settings of production: Django's own checks, the headers of every answer, the cookies."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
YEAR = 31_536_000
SECRETS = {"MESPOINTS_SECRET_KEY": "0123456789abcdef" * 4, "MESPOINTS_PSEUDONYM_KEY": "p" * 40}
Told = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What a process with these settings says of itself."""
    data = str(tmp_path_factory.mktemp("production"))
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "MESPOINTS_DATA": data, **SECRETS}
    environment["MESPOINTS_ALLOWED_HOSTS"] = "mes.test"
    command = [sys.executable, "-m", "tests.security.in_production"]
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    found: Told = json.loads(answer.stdout)
    return found


def lacking(told: Told, header: str, expected: str) -> list[str]:
    """The answers whose header does not hold this."""
    return [
        f"{method} {path} {status}"
        for method, path, status, headers, _ in told["answers"]
        if expected not in headers.get(header, "")
    ]


def test_the_checks_of_a_deployment_find_nothing(told: Told) -> None:
    """Two are silenced, for the reasons that the settings give; there is no administration site and no debugging."""

    assert [] == told["checks"]
    assert ["security.W002", "security.W021"] == told["silenced"]
    assert [] == told["admin"]
    assert told["debug"] is False


def test_the_whole_site_was_walked(told: Told) -> None:
    """Pages of drivers, of agents, of authorities; nothing failed."""
    paths = {path for _method, path, *_ in told["answers"]}

    assert paths >= {"/", "/mes-points/", "/guichet/", "/api/v1/rights", "/api/v1/token", "/langue/"}
    assert [] == [(path, status) for _method, path, status, *_ in told["answers"] if status >= 500]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Content-Security-Policy", "default-src 'self'"),
        ("Content-Security-Policy", "object-src 'none'"),
        ("Content-Security-Policy", "base-uri 'none'"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("Content-Security-Policy", "form-action 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", ""),
        ("Permissions-Policy", "camera=(), geolocation=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Strict-Transport-Security", f"max-age={YEAR}; includeSubDomains"),
        ("Cache-Control", ""),
    ],
)
def test_every_answer_bears_the_header(told: Told, header: str, expected: str) -> None:
    """Whatever the address, the method and the status."""

    assert [] == lacking(told, header, expected)
    assert all(header in headers for _method, _path, _status, headers, _ in told["answers"])


def test_no_answer_relaxes_the_policy(told: Told) -> None:
    """Neither inline scripts nor eval, no other host, and nobody else's script reads an answer."""
    for _method, path, _status, headers, _ in told["answers"]:
        policy = headers["Content-Security-Policy"]

        assert "unsafe-" not in policy, path
        assert "*" not in policy, path
        assert "http" not in policy, path
        assert not [name for name in headers if name.startswith("Access-Control-")], path
        assert headers["Referrer-Policy"] in ("same-origin", "strict-origin", "no-referrer"), path


def test_every_body_says_what_it_is(told: Told) -> None:
    """With its characters, where it is text."""
    for _method, path, _status, headers, _ in told["answers"]:
        kind = headers.get("Content-Type", "")

        assert kind or headers.get("Content-Length") == "0", path
        assert not kind.startswith("text/") or "charset=utf-8" in kind.lower(), path


def test_every_cookie_is_bound_to_the_host(told: Told) -> None:
    """``__Host-``, Secure, HttpOnly, SameSite, for the whole path and no other host, whichever answer sets it."""
    cookies = [cookie for *_, cookies in told["answers"] for cookie in cookies.values()]

    assert cookies
    assert all(name.startswith("__Host-mespoints_") for name in told["names"])
    for cookie in cookies:
        assert cookie.startswith("__Host-mespoints_")
        assert "Secure" in cookie
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/" in cookie
        assert "Domain" not in cookie


def test_what_is_asked_for_in_clear_is_sent_to_https(told: Told) -> None:
    """And nothing else is answered."""

    assert [301, "https://mes.test/connexion/"] == told["in_clear"]
