"""What is given to install the service: the units of systemd and the container say what the service understands."""

import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import pytest

from mespoints.cli.options import read_options
from mespoints.cli.out_of_reach import TRY_AGAIN

DEPLOY = Path(__file__).parent.parent / "deploy"
LOCKS = ("requirements.lock", "requirements-service.lock")
SERVICES = sorted((DEPLOY / "systemd").glob("*.service"))
PROGRAM = "/opt/mespoints/.venv/bin/mespoints"


def read_unit(path: Path) -> ConfigParser:
    """A unit, whose keys keep their capitals."""
    unit = ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(path, encoding="utf-8")
    return unit


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_unit_runs_a_command_that_exists(path: Path) -> None:
    """With options that it takes, as a user of its own, with the settings of one file."""
    service = read_unit(path)["Service"]
    program, *arguments = shlex.split(service["ExecStart"])

    assert PROGRAM == program
    assert read_options(arguments).command == arguments[0]
    assert ("mespoints", "/etc/mespoints/environment") == (service["User"], service["EnvironmentFile"])


def test_every_task_has_its_hour() -> None:
    """Each unit but the service itself is started by a timer that catches up what it missed."""
    timers = {path.stem: read_unit(path)["Timer"] for path in (DEPLOY / "systemd").glob("*.timer")}

    assert {path.stem for path in SERVICES} - {"mespoints"} == set(timers)
    assert all(
        timer["OnCalendar"].endswith("Europe/Paris") and timer["Persistent"] == "true" for timer in timers.values()
    )


def test_tasks_come_back_when_the_database_does() -> None:
    """Each is started again for that status alone; the socket outlives the service."""
    again = {read_unit(path)["Service"].get("RestartForceExitStatus") for path in SERVICES if "-" in path.stem}
    socket = read_unit(DEPLOY / "systemd" / "mespoints.socket")["Socket"]

    assert {str(TRY_AGAIN)} == again
    assert "127.0.0.1:8000" == socket["ListenStream"]
    assert "mespoints.socket" == read_unit(DEPLOY / "systemd" / "mespoints.service")["Unit"]["Requires"]


def test_the_container_has_no_right_and_no_secret() -> None:
    """It runs as a user without rights, installs from hashes, and gives no setting but the place of the data."""
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8")

    assert "USER mespoints\n" in lines
    assert "--require-hashes -r requirements-service.lock" in lines
    assert {"MESPOINTS_DATA"} == set(re.findall(r"MESPOINTS_\w+", lines))


def test_the_service_is_locked_as_it_is_tested() -> None:
    """The versions installed for the service are those that the tests ran with."""
    tested, served = (
        set(re.findall(r"^([\w.-]+==[^ ;]+)", (DEPLOY.parent / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    )

    assert served
    assert set() == served - tested
