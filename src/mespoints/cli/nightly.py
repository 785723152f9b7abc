"""``mespoints nightly``: post what time alone has brought."""

import json
import sys
import time
from typing import Any

from mespoints.cli.options import Given
from mespoints.cli.progress import Progress
from mespoints.cli.register import day_come, on_the_register

LINES = {
    "fr": (
        "Nuit du {on} : permis regardés : {licences} ; mouvements : {movements} ; lettres dues : {letters} ; "
        "secondes : {seconds}.\n"
    ),
    "en": "Night of {on}: licences looked at: {licences}; movements: {movements}; letters owed: {letters}; "
    "seconds: {seconds}.\n",
}
FIRMS = {
    "fr": "Conducteurs déclarés par des entreprises : {drivers} ; avis de changement : {changes} ; contrats finis : "
    "{ended}.\n",
    "en": "Drivers declared by firms: {drivers}; notices of change: {changes}; contracts ended: {ended}.\n",
}
REFUSED = {
    "fr": "{count} permis n'ont pas pu être arrêtés (lignes {rows} de register_licence) : à examiner.",
    "en": "{count} licences could not be settled (rows {rows} of register_licence): to be looked into.",
}
SHOWN_AT_MOST = 20


@on_the_register
def run(given: Given) -> int:
    """Run the night; 1 when a licence could not be settled, 2 when nothing could be done."""
    from mespoints.api.notices import notice_changes
    from mespoints.records.issuer import signer
    from mespoints.register.lags import measure_lags
    from mespoints.register.nightly import run_night

    started, on = time.monotonic(), day_come(given)
    with Progress() as progress:
        night = run_night(on, tell=lambda so_far: progress.show(so_far.licences, so_far.due))
    measure_lags(on)
    noticed = notice_changes(on, signer())
    report(given, night, noticed, time.monotonic() - started)
    return 1 if night.refused else 0


def report(given: Given, night: Any, noticed: Any, seconds: float) -> None:
    """Say what the night did: counts alone."""
    if "--json" in given.options:
        counts = {"movements": dict(sorted(night.movements.items())), "letters": dict(sorted(night.letters.items()))}
        document = {
            "format": "nightly/1", "on": night.on.isoformat(), "licences": night.licences, **counts,
            "refused": night.refused, "firms": noticed._asdict(), "seconds": round(seconds, 3),
        }  # fmt: skip
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(
            LINES[given.language].format(
                on=night.on, licences=night.licences, movements=told(night.movements), letters=told(night.letters),
                seconds=f"{seconds:.1f}",
            )
        )  # fmt: skip
        if noticed.drivers or noticed.ended:
            sys.stdout.write(FIRMS[given.language].format(**noticed._asdict()))
    if night.refused:
        rows = ", ".join(str(pk) for pk in night.refused[:SHOWN_AT_MOST])
        message = REFUSED[given.language].format(count=len(night.refused), rows=rows)
        sys.stderr.write(f"mespoints nightly: {message}\n")


def told(counts: dict[str, int]) -> str:
    """A total, and what it is made of."""
    parts = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return f"{sum(counts.values())} ({parts})" if parts else "0"
