import os
from pathlib import Path

import pytest

from mespoints.demo.place import HOST, choose, listen, occupy, port_of


def test_a_taken_port_gives_way_to_the_next_free_one() -> None:
    """Two demonstrations at once do not disturb each other."""
    with listen(HOST, 0) as first, listen(HOST, port_of(first)) as second:
        assert port_of(second) > port_of(first)


def test_each_demonstration_has_secrets_and_a_folder_of_its_own(tmp_path: Path) -> None:
    """Nothing is shared between two demonstrations, nor kept from one to the next."""
    one, other = choose(8000, 8001, tmp_path), choose(8002, 8003, tmp_path)

    assert one.folder != other.folder
    assert len({one.client_id, one.client_secret, other.client_id, other.client_secret}) == 4


def test_a_real_register_is_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names a real database, or real hosts, is forgotten before the settings are read."""
    monkeypatch.setattr(os, "environ", {"DATABASE_URL": "postgresql://u:p@h/real", "MESPOINTS_ALLOWED_HOSTS": "x"})
    place = choose(8000, 8001, tmp_path)
    occupy(place)

    assert "DATABASE_URL" not in os.environ
    assert "MESPOINTS_ALLOWED_HOSTS" not in os.environ
    assert (os.environ["MESPOINTS_DEMO"], os.environ["MESPOINTS_DATA"]) == ("1", str(place.folder))
    assert os.environ["MESPOINTS_FC_ISSUER"] == "http://127.0.0.1:8001/api/v2"


def test_the_register_begins_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of an earlier run goes; a register that lies in the given folder itself is not touched."""
    monkeypatch.setattr(os, "environ", {})
    place = choose(8000, 8001, tmp_path)
    place.folder.mkdir(parents=True)
    earlier, other = place.folder / "register.sqlite3", tmp_path / "register.sqlite3"
    earlier.touch()
    other.touch()
    occupy(place)

    assert (earlier.exists(), other.exists()) == (False, True)
