"""``mespoints erase``: what art. L. 225-2 wants out of the file, told first, then erased."""

import json
import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from mespoints.cli.dossiers import day_asked
from mespoints.cli.nightly import told
from mespoints.cli.options import Given
from mespoints.cli.progress import Progress
from mespoints.cli.register import day_come, on_the_register

if TYPE_CHECKING:
    from mespoints.register.erasing import Erasing

SHOWN_AT_MOST = 20

DONE = {
    "fr": (
        "Effacement au {on} (art. L. 225-2) : fait.\n",
        "Essai d'effacement au {on} (art. L. 225-2) : rien n'est écrit ; --apply efface.\n",
    ),
    "en": (
        "Erasure as of {on} (art. L. 225-2): done.\n",
        "Rehearsal of the erasure as of {on} (art. L. 225-2): nothing is written; --apply erases.\n",
    ),
}
COUNTS = {
    "fr": "Permis regardés : {looked_at} ; concernés : {licences} ; actes, par paragraphe : {acts}.\n",
    "en": "Licences looked at: {looked_at}; concerned: {licences}; acts, by paragraph: {acts}.\n",
}
KEPT = {
    "fr": "Gardés quoique leur délai soit passé, parce qu'il en dépend encore :\n",
    "en": "Kept although their delay is over, because something still depends on them:\n",
}
REFUSED = {
    "fr": "{count} permis n'ont pas pu être arrêtés à ce jour (lignes {rows} de register_licence) : à examiner.",
    "en": "{count} licences could not be settled as of that day (rows {rows} of register_licence): to be looked into.",
}
WHY = {
    "fr": {
        "status": "l'état du permis, perdu ou sans point",
        "balance": "le solde dans une des deux lectures",
        "probation": "une période probatoire en cours",
        "one_point": "le retour d'un point",
        "ten_years": "le retour de points après dix ans",
        "full_restoration": "le délai de la reconstitution entière",
        "stage": "l'intervalle entre deux stages, ou l'avis sur un stage",
        "former_loss": "les cinq ans après une invalidation",
        "risen": "une lettre 48SI qui peut encore viser une infraction gardée",
        "pending": "une infraction plus ancienne, pas encore établie",
        "undoable": "trop de décisions gardées qu'un juge peut encore annuler",
        "named": "un acte gardé qui les nomme",
        "remedies": "un recours encore ouvert",
        "deadlines": "une obligation en cours",
        "way_back": "le retour à un permis",
    },
    "en": {
        "status": "the state of the licence, lost or without points",
        "balance": "the balance in one of the two readings",
        "probation": "a running probation",
        "one_point": "the return of a point",
        "ten_years": "the return of points after ten years",
        "full_restoration": "the delay of the full restoration",
        "stage": "the interval between two stages, or the advice on one",
        "former_loss": "the five years after an invalidation",
        "risen": "a 48SI that may still name an offence that is kept",
        "pending": "an older offence, not established yet",
        "undoable": "too many kept decisions that a judge may still annul",
        "named": "a kept act that names them",
        "remedies": "a remedy that is still open",
        "deadlines": "a running duty",
        "way_back": "the way back to a licence",
    },
}
OTHER_WHY = {"fr": "ce qui vient ensuite", "en": "what comes next"}


@on_the_register
def run(given: Given) -> int:
    """Say what is to be erased, or erase it; 1 when a licence could not be settled first."""
    from mespoints.letters.erased import empty_addresses
    from mespoints.register.erasing import run_erasure

    apply = "--apply" in given.options
    # A rehearsal writes nothing: it may look ahead.
    on = day_come(given) if apply or "--on" not in given.options else date.fromordinal(day_asked(given))
    with Progress() as progress:
        erasing = run_erasure(
            on, apply=apply, then=empty_addresses, tell=lambda so_far: progress.show(so_far.looked_at, so_far.looked_at)
        )
    if "--json" in given.options:
        sys.stdout.write(json.dumps(document_of(erasing), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(words_of(erasing, given.language))
    if erasing.refused:
        rows = ", ".join(str(pk) for pk in erasing.refused[:SHOWN_AT_MOST])
        message = REFUSED[given.language].format(count=len(erasing.refused), rows=rows)
        sys.stderr.write(f"mespoints erase: {message}\n")
    return 1 if erasing.refused else 0


def document_of(erasing: "Erasing") -> dict[str, object]:
    """``erase/1``: counts alone."""
    return {
        "format": "erase/1", "on": erasing.on.isoformat(), "applied": erasing.is_applied,
        "looked_at": erasing.looked_at, "licences": erasing.licences, "acts": dict(sorted(erasing.acts.items())),
        "kept": dict(sorted(erasing.kept.items())), "refused": erasing.refused,
    }  # fmt: skip


def words_of(erasing: "Erasing", language: str) -> str:
    """The same in words."""
    done, rehearsed = DONE[language]
    heading = (done if erasing.is_applied else rehearsed).format(on=erasing.on)
    counts = COUNTS[language].format(
        looked_at=erasing.looked_at, licences=erasing.licences, acts=told(erasing.acts)
    )  # fmt: skip
    kept: Counter[str] = Counter()
    for why, count in erasing.kept.items():
        kept[WHY[language].get(why, OTHER_WHY[language])] += count
    lines = "".join(f"  {words} : {count}\n" for words, count in sorted(kept.items()))
    return heading + counts + (KEPT[language] + lines if lines else "")
