"""``mespoints close-letters``: the letters that another system has sent before its register was taken over."""

import json
import sys
from collections import Counter
from datetime import date, timedelta

from mespoints.cli.dossiers import day_of_option
from mespoints.cli.nightly import told
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.register import on_the_register

MISSING = {
    "fr": "close-letters : --loaded-on est attendu : le jour de la reprise (mespoints load)",
    "en": "close-letters: --loaded-on is expected: the day of the load (mespoints load)",
}
COUNTS = {
    "fr": (
        "Lettres reprises avec le registre le {on}, mouvements jusqu'au {up_to} : {letters} closes.\n",
        (
            "Lettres reprises avec le registre le {on}, mouvements jusqu'au {up_to} : {letters} à clore ; "
            "rien n'est écrit sans --apply.\n"
        ),
    ),
    "en": (
        "Letters taken over with the register on {on}, movements up to {up_to}: {letters} closed.\n",
        (
            "Letters taken over with the register on {on}, movements up to {up_to}: {letters} to close; "
            "nothing is written without --apply.\n"
        ),
    ),
}


def run(given: Given) -> int:
    """Say how many letters would be closed, or close them."""
    if "--loaded-on" not in given.options:
        raise UsageRefused(MISSING[given.language])
    loaded_on = date.fromordinal(day_of_option(given, "--loaded-on"))
    up_to = loaded_on - timedelta(days=1)
    if "--up-to" in given.options:
        up_to = date.fromordinal(day_of_option(given, "--up-to"))

    @on_the_register
    def closing(given: Given) -> int:
        close(given, loaded_on, up_to)
        return 0

    return closing(given)


def close(given: Given, loaded_on: date, up_to: date) -> None:
    """Count, or close, and report."""
    from mespoints.config.clock import today
    from mespoints.letters.taken_over import close_taken_over, letters_taken_over

    apply = "--apply" in given.options
    waiting = letters_taken_over(loaded_on, up_to)
    if apply:
        count = waiting.count()
        with Progress() as progress:
            letters = close_taken_over(loaded_on, up_to, today(), tell=lambda closed: progress.show(closed, count))
    else:
        letters = Counter(waiting.values_list("letter", flat=True).iterator())
    if "--json" in given.options:
        document = {
            "format": "close-letters/1", "loaded_on": loaded_on.isoformat(), "up_to": up_to.isoformat(),
            "applied": apply, "letters": dict(sorted(letters.items())),
        }  # fmt: skip
        sys.stdout.write(json.dumps(document) + "\n")
        return
    words = COUNTS[given.language][0 if apply else 1]
    sys.stdout.write(words.format(on=loaded_on, up_to=up_to, letters=told(letters)))
