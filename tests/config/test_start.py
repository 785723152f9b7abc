"""The service starts, or says why it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

READ_SETTINGS = (
    "from mespoints.config import settings as s; print(s.SESSION_COOKIE_NAME, s.SECURE_HSTS_SECONDS, s.MESPOINTS_LOGS)"
)
SECRETS = {"MESPOINTS_SECRET_KEY": "k" * 40, "MESPOINTS_PSEUDONYM_KEY": "p" * 40}


def run(code: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a fresh process that knows these variables alone."""
    environment = {"PATH": os.environ["PATH"], "MESPOINTS_DATA": str(data), **variables}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("missing", SECRETS)
def test_no_secret_no_service(tmp_path: Path, missing: str) -> None:
    """Outside a demonstration each secret must come from the environment."""
    answer = run(READ_SETTINGS, tmp_path, **{name: value for name, value in SECRETS.items() if name != missing})

    assert answer.returncode != 0
    assert f"{missing}: expected a secret" in answer.stderr


def test_outside_a_demonstration_cookies_are_bound_to_the_host_and_to_https(tmp_path: Path) -> None:
    """The prefix makes browsers refuse the cookie in clear or for another host; the log is for programs."""
    answer = run(READ_SETTINGS, tmp_path, **SECRETS)

    assert answer.stdout.split() == ["__Host-mespoints_session", "31536000", "json"]


def test_a_demonstration_needs_no_secret(tmp_path: Path) -> None:
    """It listens in clear on this machine alone."""
    answer = run(READ_SETTINGS, tmp_path, MESPOINTS_DEMO="1")

    assert answer.stdout.split() == ["mespoints_session", "0", "text"]


def test_the_day_is_pretended_in_a_demonstration_alone(tmp_path: Path) -> None:
    """Elsewhere the variable is not even read."""
    code = "from mespoints.config import settings; print(settings.MESPOINTS_TODAY)"

    assert run(code, tmp_path, MESPOINTS_DEMO="1", MESPOINTS_TODAY="2026-11-22").stdout.strip() == "2026-11-22"
    assert run(code, tmp_path, MESPOINTS_TODAY="2026-11-22", **SECRETS).stdout.strip() == "None"


def test_prepare_makes_the_database(tmp_path: Path) -> None:
    """Settings, applications and tables, ready for the command line, without the API's library; twice is once."""
    code = (
        "from mespoints.config.bootstrap import prepare; prepare(); prepare();"
        "from mespoints.register.models import Licence; print(Licence.objects.count());"
        "import sys; print(sorted({'ninja', 'pydantic', 'joserfc'} & set(sys.modules)))"
    )
    answer = run(code, tmp_path, MESPOINTS_DEMO="1")

    assert answer.stdout.split("\n")[:2] == ["0", "[]"], answer.stderr
    assert (tmp_path / "register.sqlite3").exists()


@pytest.mark.parametrize(("host", "status"), [("mes.test", 301), ("evil.test", 400)])
def test_answers_in_clear_bear_the_policy_too(tmp_path: Path, host: str, status: int) -> None:
    """The redirection to https, and the page that refuses another host, which is ours and not a failure."""
    code = (
        "from mespoints.config.bootstrap import prepare, collect_static; prepare(); collect_static();"
        "from django.test import Client; answer = Client().get('/connexion/', headers={'host': %r});"
        "print(answer.status_code, answer['Cache-Control'], 'default-src' in answer['Content-Security-Policy'])"
    )
    answer = run(code % host, tmp_path, MESPOINTS_ALLOWED_HOSTS="mes.test", **SECRETS)

    assert answer.stdout.split() == [str(status), "no-store", "True"], answer.stderr
