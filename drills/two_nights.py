"""Two nightly runs at once, several times: they share the licences that are due, and nothing is posted twice."""

import argparse
import json
import subprocess
import sys
from typing import Any

from drills.place import MESPOINTS, Failed, let_go, mespoints, place, settle_in, tell, verified
from drills.postgresql import server

NIGHTS = ("2027-06-30", "2028-06-30", "2029-06-30")
"""Far apart: many licences are due each time. Only a demonstration may run ahead."""
TWICE = """SELECT count(*) FROM (
    SELECT FROM register_movement WHERE cause <> 'correction'
    GROUP BY licence_id, cause, act_id, offence_id, "on" HAVING count(*) > 1) twice"""


def both(on: str) -> list[dict[str, Any]]:
    """What two runs started together say."""
    command = [*MESPOINTS, "nightly", "--on", on, "--json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = []
    for run in runs:
        out, errors = run.communicate()
        if run.returncode:
            raise Failed(f"nightly: status {run.returncode} {errors}")
        told.append(json.loads(out))
    return told


def main() -> int:
    """Nights by two; tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--licences", type=int, default=8000, help="of the register (default 8000)")
    options = parser.parse_args()
    with place() as folder, server(folder / "postgresql") as own:
        settle_in(own.url("mespoints"), folder)
        let_go()
        mespoints("generate", "--licences", str(options.licences), "--load", "--on", "2026-11-27")
        before = own.ask("SELECT count(*) FROM register_movement")[0][0]
        nights = [both(on) for on in NIGHTS]
        after = own.ask("SELECT count(*) FROM register_movement")[0][0]
        left = own.ask(f"SELECT count(*) FROM register_account WHERE next_on <= '{NIGHTS[-1]}'")[0][0]  # noqa: S608 - ours
        twice = own.ask(TWICE)[0][0]
        found = verified()
    told = sum(sum(run["movements"].values()) for night in nights for run in night)
    figures = {
        "nights of two runs": len(nights),
        "licences looked at by each": ", ".join("/".join(str(run["licences"]) for run in night) for night in nights),
        "movements told by the runs": told,
        "movements that the register has more": int(str(after)) - int(str(before)),
        "posted twice": twice,
        "still due": left,
        "verify": f"whole, {found['movements']} movements",
    }
    wrong = {
        "a movement was posted twice": bool(twice),
        "the runs and the register disagree": told != int(str(after)) - int(str(before)),
        "a licence was forgotten": bool(left),
        "nothing was due": not told,
    }
    return tell("Two nightly runs at once", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
