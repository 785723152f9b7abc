"""PostgreSQL killed (-9) and started again while the service answers and an intake writes.

Pages say that the register is out of reach, then come back by themselves; every line that was acknowledged is there,
once, and the register is whole.
"""

import argparse
import sys
import time

from drills.feeding import Feeding, missing
from drills.place import Visitors, drilled, tell, verified

KEPT = "SELECT neph FROM register_licence"


def main() -> int:
    """Kill, start again, several times; tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=5, help="how many times (default 5)")
    parser.add_argument("--people", type=int, default=600, help="the lines of the intake (default 600)")
    options = parser.parse_args()
    lost, back = 0, []
    with drilled() as (own, folder, crowd):
        feeding = Feeding(folder, options.people, seed=7)
        with Visitors(crowd) as visitors:
            feeding.start()
            for _ in range(options.kills):
                time.sleep(2)
                own.kill()
                acknowledged = feeding.acknowledged
                time.sleep(1)
                own.start()
                started = time.monotonic()
                back.append(visitors.until_answered(started))
                lost += missing(feeding, own.ask(KEPT), acknowledged)
            feeding.finish()
        absent = missing(feeding, own.ask(KEPT), options.people)
        found = verified()
    figures = {
        "kills": options.kills,
        **visitors.figures(),
        "pages back after the server, s": f"{min(back):.1f} to {max(back):.1f}",
        "lines of the intake": options.people,
        "runs of the intake": len(feeding.statuses),
        "acknowledged lines lost": lost,
        "lines lost or doubled in the end": absent,
        "verify": f"whole, {found['acts']} acts",
    }
    wrong = {
        "a line was lost": bool(lost or absent),
        "an answer that is neither a page nor the clear one": bool(figures["anything else"]),
        "no page said that the register was out of reach": not figures["clear page 503"],
        "the intake was never cut short": len(feeding.statuses) < 2,
    }
    return tell("PostgreSQL killed under the service and an intake", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
