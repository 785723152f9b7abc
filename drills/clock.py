"""The clock of the service jumping forward and back (libfaketime); that of the database and of the provider stay right.

Told: what becomes of a session, of a door closed after wrong codes, of a sign-in through the provider, of the night.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

from benchmarks.service import free_port, make_crowd
from benchmarks.visitors import TOKEN, Caller, Crowd, signed_in
from drills.deploy import crowd_of_one, end, serve
from drills.place import MESPOINTS, let_go, mespoints, place, settle_in, tell, verified
from drills.postgresql import server
from drills.provider import Provider, code_works, sign_in
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
TRIES = 5
SECONDS = {"right": 0, "20 s slow": -20, "20 s fast": 20, "ten minutes slow": -600, "ten minutes fast": 600}


class Clock:
    """The clock of the programs that are started with ``environment``."""

    def __init__(self, folder: Path) -> None:
        if not LIBRARIES:
            raise SystemExit("missing: libfaketime (on Debian: apt-get install --no-install-recommends faketime)")
        self._file = folder / "clock"
        self.set()
        self.environment = {
            "LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_TIMESTAMP_FILE": str(self._file), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip

    def set(self, minutes: float = 0) -> None:
        """So many minutes before or after the right time."""
        self._file.write_text(f"{round(minutes * 60):+d}\n", encoding="ascii")


def wrong_code(crowd: Crowd) -> None:
    """One wrong try."""
    form = {"neph": crowd.coded[0][0], "code": "AAAAAAAAAA"}
    Caller(crowd.service).call("/connexion/neph/", f"{crowd.token_cookie}={TOKEN}", form)


def of_sessions(clock: Clock, crowd: Crowd) -> dict[str, bool]:
    """Whether a session shows the points at another moment than that of its opening, which is right or a day ahead."""
    seen, keys = {}, iter(crowd.sessions)
    for name, minutes in (
        ("20 minutes later", 20),
        ("40 minutes later", 40),
        ("5 hours later", 300),
        ("a day before", -1440),
    ):
        clock.set(minutes)
        seen[name] = is_open(crowd, next(keys))
    clock.set(1440)
    opened = crowd_of_one(crowd.service)
    seen["opened by a clock a day fast"] = is_open(opened, opened.sessions[0])
    clock.set()
    seen["the same, the clock right again"] = is_open(opened, opened.sessions[0])
    return seen


def is_open(crowd: Crowd, key: str) -> bool:
    """Whether a session shows the points."""
    mine = crowd._replace(sessions=[key])
    return Caller(crowd.service).call("/mes-points/", signed_in(mine, Random(1))).status == 200


def of_codes(clock: Clock, crowd: Crowd) -> dict[str, bool]:
    """A door that five wrong codes have closed for a quarter of an hour: whether the right one opens it."""
    clock.set()
    for _ in range(TRIES):
        wrong_code(crowd)
    opened = {}
    for name, minutes in (("at once", 0), ("a day before", -1440), ("twenty minutes later", 20)):
        clock.set(minutes)
        opened[name] = code_works(crowd)
    return opened


def of_nights(clock: Clock) -> dict[str, int]:
    """The movements posted by a night a year ahead, then by one back at the right time."""
    posted = {}
    for name, minutes in (("right", 0), ("a year ahead", 366 * 1440), ("right again", 0)):
        clock.set(minutes)
        run = json.loads(mespoints("nightly", "--json", status=0, **clock.environment).stdout)
        posted[name] = sum(run["movements"].values())
    return posted


def in_words(told: Mapping[str, object]) -> str:
    """The moments, each with what was seen."""
    words = {True: "yes", False: "no"}
    return ", ".join(f"{name}: {words[what] if isinstance(what, bool) else what}" for name, what in told.items())


def main() -> int:
    """Each clock in turn; tell."""
    provider, port = Provider(), free_port()
    with place() as folder, server(folder / "postgresql") as own:
        clock = Clock(folder)
        settle_in(
            own.url("mespoints"), folder, MESPOINTS_FC_ISSUER=provider.address, MESPOINTS_FC_CLIENT_ID=CLIENT_ID,
            MESPOINTS_FC_CLIENT_SECRET=CLIENT_SECRET,
        )  # fmt: skip
        mespoints("generate", "--licences", "300", "--load", "--processes", "1")
        _number, crowd = make_crowd(f"http://127.0.0.1:{port}", 12)
        let_go()
        service = serve([*MESPOINTS, "serve", "--port", str(port), "--processes", "1"], **clock.environment)
        sessions = of_sessions(clock, crowd)
        signed = {}
        for name, seconds in SECONDS.items():
            clock.set(seconds / 60)
            signed[name] = sign_in(crowd, provider).is_open
        codes = of_codes(clock, crowd)
        end(service)
        nights = of_nights(clock)
        clock.set()
        found = verified()
    figures = {
        "session (half an hour without a visit), open": in_words(sessions),
        "sign-in through the provider, clock": in_words(signed),
        "door closed for 15 minutes, opens": in_words(codes),
        "movements posted by the night": in_words(nights),
        "verify": f"whole, {found['movements']} movements",
    }
    wrong = {
        "a session outlived its end": list(sessions.values()) != [True] + [False] * 3 + [True, False],
        "a clock that is right or nearly so was refused": not all(list(signed.values())[:3]),
        "a closed door opened": codes["at once"] or codes["a day before"],
        "the door stayed closed": not codes["twenty minutes later"],
        "a night back in time posted something": nights["right again"] != 0,
    }
    return tell("The clock jumping", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
