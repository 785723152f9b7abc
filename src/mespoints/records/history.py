"""The history of points as the relevé tells it: one line an event, its three days named, in French."""

from mespoints.law.acts import Dossier, Offence, Suspension, TitleSurrendered
from mespoints.law.days import Day, year_month_day
from mespoints.law.explain import because, cause_words, day_words, points_words, upcoming
from mespoints.law.explain.labels import label_of
from mespoints.law.results import Movement, Statement
from mespoints.records.contents import Event, Outside
from mespoints.records.erased import is_by_erasure

ESTABLISHED_BY = {
    "paiement": "établie par le paiement de l'amende",
    "titre_executoire": "établie par l'amende majorée",
    "composition_penale": "établie par une composition pénale",
    "condamnation": "établie par une condamnation définitive",
}
ERASED = "Solde repris : les faits plus anciens ont été effacés du fichier (art. L. 225-2)"
WAITS = {
    "final": "retirés si l'infraction devient définitive",
    "decision": "retirés le jour de la décision, qui n'est pas encore prise",
}
BY = {"prefet": "par le préfet", "juge": "par le juge"}
MINUS = "\N{MINUS SIGN}"


def short(on: Day | None) -> str:
    """« 22/04/2025 »; empty when there is none."""
    if on is None:
        return ""
    year, month, quantieme = year_month_day(on)
    return f"{quantieme:02d}/{month:02d}/{year:04d}"


def events_of(dossier: Dossier, statement: Statement) -> tuple[Event, ...]:
    """Every movement, in the order of time."""
    offences = {act.id: act for act in dossier.acts if isinstance(act, Offence)}
    return tuple(event_of(movement, dossier, offences) for movement in statement.movements)


def event_of(movement: Movement, dossier: Dossier, offences: dict[str, Offence]) -> Event:
    """One movement. An offence has its three days where its points are taken, and is named where they come back."""
    offence = offences.get(movement.offence or "")
    is_withdrawal = movement.cause == "withdrawal" and offence is not None
    return Event(
        short(movement.on),
        ERASED if is_by_erasure(movement.act) else cause_words(movement, dossier),
        detail_of(movement, dossier, offence),
        short(offence.committed_on) if is_withdrawal and offence else "",
        short(offence.final_on) if is_withdrawal and offence else "",
        signed(movement.points),
        f"{movement.balance}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}{movement.ceiling}",
    )


def detail_of(movement: Movement, dossier: Dossier, offence: Offence | None) -> str:
    """The place and what established an offence; which offence points come back from; why nothing moved."""
    if is_by_erasure(movement.act):
        return ""
    if movement.cause == "withdrawal" and offence is not None and movement.points:
        how = ESTABLISHED_BY.get(offence.final_by or "", "")
        return ", ".join(part for part in (offence.place or "", how) if part)
    if movement.points == 0:
        return because(movement, dossier)
    if offence is not None:
        return f"infraction commise le {day_words(offence.committed_on)}"
    return ""


def signed(points: int) -> str:
    """« +4 », « −3 », « 0 »."""
    return f"+{points}" if points > 0 else f"{MINUS}{-points}" if points else "0"


def pending_of(dossier: Dossier, statement: Statement) -> tuple[Event, ...]:
    """The offences known whose points are not withdrawn."""
    offences = {act.id: act for act in dossier.acts if isinstance(act, Offence)}
    lines = []
    for pending in statement.pending:
        offence = offences[pending.act]
        points = abs(pending.points)
        words = WAITS[pending.waits_for] if points > 1 else WAITS[pending.waits_for].replace("retirés", "retiré", 1)
        lines.append(
            Event(
                "", label_of(offence) or "Infraction", offence.place or "", short(offence.committed_on),
                short(offence.final_on), f"{points_words(points)} {words}", "",
            )
        )  # fmt: skip
    return tuple(lines)


def coming_of(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """What comes of itself, a sentence each."""
    return tuple(upcoming(movement, dossier, statement) for movement in statement.next)


def outside_of(dossier: Dossier, on: Day) -> tuple[Outside, ...]:
    """The suspensions begun, the title handed in, in the order of time."""
    found: list[tuple[Day, Outside]] = []
    for act in dossier.acts:
        if isinstance(act, Suspension) and act.from_on <= on:
            by = BY.get(act.by or "", "")
            span = f"Du {short(act.from_on)} au {short(act.to_on)}"
            found.append((act.from_on, Outside(span, f"Droit de conduire suspendu ou restreint {by}".strip())))
        elif isinstance(act, TitleSurrendered) and act.on <= on:
            found.append((act.on, Outside(f"Le {short(act.on)}", "Titre remis au préfet (art. L. 223-5)")))
    return tuple(line for _day, line in sorted(found, key=lambda one: one[0]))
