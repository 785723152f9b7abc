"""The table of the commands."""

import pytest

from mespoints.cli.commands import COMMANDS, command_of
from mespoints.cli.help import help_on
from mespoints.cli.options import OPTIONS


def test_every_command_that_is_read_is_run() -> None:
    """Those whose options are known are those that something runs."""

    assert set(OPTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_there_with_its_help(name: str) -> None:
    """The function that the table names exists; its help begins with its name, and gives an example."""

    assert callable(command_of(name))
    assert help_on(name).startswith(f"mespoints {name}")
    assert "Exemple" in help_on(name)
