"""Which letters of a dossier can still be challenged, and until when. Doubt D22; the clocks are in ``law.remedies``."""

from mespoints.law import causes
from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI, Recours, RecoursRejected, WithdrawalAnnulled
from mespoints.law.days import NEVER, Day
from mespoints.law.remedies import NOT_KNOWN, CourtDelay, Filed, court_delay
from mespoints.law.results import Remedy
from mespoints.law.rows import MovementRow

OPEN, WAITING, FILED, OVER, UNKNOWN = "open", "waiting", "filed", "over", "unknown"


def remedies_on(dossier: Dossier, movements: list[MovementRow], on: Day) -> tuple[Remedy, ...]:
    """The remedies against every letter notified by a day that still stands, the oldest letter first."""
    fallen = letters_fallen(dossier, movements, on)
    letters = [act for act in dossier.acts if isinstance(act, Lettre48SI | Lettre48N) and act.notified_on <= on]
    standing = [letter for letter in letters if letter.id not in fallen]
    return tuple(remedy_against(letter, dossier, on) for letter in sorted(standing, key=lambda act: act.notified_on))


def letters_fallen(dossier: Dossier, movements: list[MovementRow], on: Day) -> set[str]:
    """The 48SI annulled by a day, and the 48N whose withdrawal was (doubts D16 and D18)."""
    annulled = {act.offence for act in dossier.acts if isinstance(act, WithdrawalAnnulled) and act.on <= on}
    by_withdrawal = {act.id for act in dossier.acts if isinstance(act, Lettre48N) and act.offence in annulled}
    by_act = [row.ground for row in movements if row.cause == causes.LETTRE_48SI_ANNULLED and row.ground >= 0]
    return by_withdrawal | {dossier.acts[place].id for place in by_act}


def remedy_against(letter: Lettre48SI | Lettre48N, dossier: Dossier, on: Day) -> Remedy:
    """How long one letter can be challenged, and what was done about it."""
    recours = [act for act in dossier.acts if isinstance(act, Recours) and act.letter == letter.id and act.on <= on]
    asked = [Filed(act.kind, act.on, rejected_on(act, dossier, on)) for act in recours if act.kind != "contentieux"]
    delay = court_delay(letter.notified_on, asked, dossier.licence.territory, on)
    last_on = None if delay.last_on in (NEVER, NOT_KNOWN) else delay.last_on
    in_court = [act.on for act in recours if act.kind == "contentieux"]
    return Remedy(letter.id, state_of(delay, in_court, on), last_on, delay.runs_from, letter.notified_on)


def rejected_on(recours: Recours, dossier: Dossier, on: Day) -> Day:
    """The day on which the rejection of a recours was notified, 0 while it is not."""
    return min(
        (
            act.on
            for act in dossier.acts
            if isinstance(act, RecoursRejected) and act.recours == recours.id and recours.on <= act.on <= on
        ),
        default=0,
    )


def state_of(delay: CourtDelay, in_court: list[Day], on: Day) -> str:
    """Filed in time, waiting for an answer, open or over; unknown for the texts that were not read (doubt D22)."""
    if delay.last_on == NOT_KNOWN:
        return UNKNOWN
    if any(filed_on <= delay.last_on for filed_on in in_court):
        return FILED
    if on < delay.runs_from:
        return WAITING
    return OPEN if on <= delay.last_on else OVER
