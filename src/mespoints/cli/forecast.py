"""``mespoints forecast``: what comes next, as text or as JSON."""

from typing import Any

from mespoints.cli.dossiers import Refused, state_given, tell
from mespoints.cli.options import Given
from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.document import statement_document
from mespoints.law.explain import upcoming
from mespoints.law.results import Statement


def show(given: Given) -> int:
    """Print the forecast that was asked for; the exit status."""
    try:
        dossier, statement = state_given(given)
    except Refused as refusal:
        return tell(given.positional, refusal)
    if "--json" in given.options:
        from mespoints.cli.statement import write_json

        write_json(forecast_document(dossier, statement, given.language))
    else:
        from mespoints.cli.terminal import print_pages
        from mespoints.cli.text import forecast_text

        print_pages(lambda page: forecast_text(dossier, statement, page), given.language)
    return 0


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
        **{key: document[key] for key in ("pending", "deadlines", "stage")},
    }
