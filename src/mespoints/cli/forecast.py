"""``mespoints forecast``: what comes next, as text or as JSON."""

from typing import TYPE_CHECKING, Any

from mespoints.cli.dossiers import Refused, state_given, tell
from mespoints.cli.options import Given
from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.document import iso_or_none, statement_document
from mespoints.law.explain import upcoming
from mespoints.law.results import Statement

if TYPE_CHECKING:
    from mespoints.cli.terminal import Page
    from mespoints.law.comparison import Outcome


def show(given: Given) -> int:
    """Print the forecast that was asked for; the exit status."""
    try:
        dossier, statement = state_given(given)
        outcomes = compare_given(given, dossier, statement)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)
    if "--json" in given.options:
        from mespoints.cli.statement import write_json

        document = forecast_document(dossier, statement, given.language)
        if outcomes:
            from mespoints.cli.scenarios import scenario_document

            document["scenarios"] = [scenario_document(one, dossier, statement.on, given.language) for one in outcomes]
        write_json(document)
    else:
        from mespoints.cli.terminal import print_pages

        print_pages(lambda page: lay_out(dossier, statement, outcomes, page), given.language)
    return 0


def compare_given(given: Given, dossier: Dossier, statement: Statement) -> "tuple[Outcome, ...]":
    """The outcomes of the scenarios that the command line asks for; none when it asks for none. Raises Refused."""
    if not given.suppositions:
        return ()
    from mespoints.cli.scenarios import outcomes_of

    return outcomes_of(given, dossier, statement)


def lay_out(dossier: Dossier, statement: Statement, outcomes: "tuple[Outcome, ...]", page: "Page") -> list[str]:
    """The lines of a forecast, with its scenarios if it has any."""
    from mespoints.cli.text import forecast_text

    lines = forecast_text(dossier, statement, page)
    if outcomes:
        from mespoints.cli.scenarios import scenarios_text

        lines += scenarios_text(dossier, outcomes, page)
    return lines


def forecast_document(dossier: Dossier, statement: Statement, language: str) -> dict[str, Any]:
    """``forecast/1``: the coming part of ``statement/1``, each movement with its sentence, and the day of twelve."""
    document = statement_document(dossier, statement, language)
    sentences = [upcoming(movement, dossier, statement, language) for movement in statement.next]
    twelve_on = next((iso(movement.on) for movement in statement.next if movement.signed_balance == 12), None)
    return {
        "format": "forecast/1",
        **{key: document[key] for key in ("on", "reading", "balance", "signed_balance", "ceiling", "status")},
        "next": [{**movement, "because": said} for movement, said in zip(document["next"], sentences, strict=True)],
        "twelve_on": twelve_on,
        **{key: document[key] for key in ("pending", "deadlines")},
        "stage": {**document["stage"], "matched_on": iso_or_none(statement.stage.matched_on)},
    }
