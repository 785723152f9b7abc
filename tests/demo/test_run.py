import re
from pathlib import Path
from urllib.request import urlopen

from mespoints.demo.people import STRANGER, people
from mespoints.demo.place import HOST, listen, port_of
from tests.demo.running import demonstration


def test_the_demonstration_starts_says_whom_to_be_and_stops(tmp_path: Path) -> None:
    """On a taken port too: it says which one it took, lists everybody, answers, and stops at Ctrl-C."""
    with listen(HOST, 0) as taken, demonstration(tmp_path, port_of(taken)) as running:
        announced = running.said
        with urlopen(f"{running.address}/", timeout=10) as answer:  # noqa: S310
            home = answer.status
        status = running.stop()
        in_the_way = port_of(taken)

    assert f"Le service : le port {in_the_way} est pris, voici le {running.address.rpartition(':')[2]}." in announced
    assert [person.name for person in people() if person.name not in announced] == []
    assert STRANGER.name in announced
    assert re.search(r"Lucas Marchetti +3/6 ", announced)
    assert (home, status) == (200, 0)
    assert running.said.endswith("Démonstration arrêtée.\n")
    assert "Traceback" not in running.errors.read_text()
