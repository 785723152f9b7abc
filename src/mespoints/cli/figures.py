"""``mespoints figures``: count the figures of the service that are open to all."""

import json
import sys

from mespoints.cli.nightly import told
from mespoints.cli.options import Given
from mespoints.cli.register import day_come, on_the_register

COUNTED = {
    "fr": "Chiffres comptés au {on} : {lines}.\n",
    "en": "Figures counted on {on}: {lines}.\n",
}


@on_the_register
def run(given: Given) -> int:
    """Count every table again, as on a day."""
    from mespoints.desk.operating.figures import count_all

    on = day_come(given)
    counted = count_all(on)
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "figures/1", "on": on.isoformat(), "lines": counted}) + "\n")
    else:
        sys.stdout.write(COUNTED[given.language].format(on=on, lines=told(counted)))
    return 0
