"""``mespoints check``: what the administration shows, held against the law in both readings."""

from typing import Any

from mespoints.cli.dossiers import Refused, parse, read_bytes, reasons_of, tell
from mespoints.cli.options import Given
from mespoints.cli.statement import write_json
from mespoints.cli.terminal import Page, print_pages
from mespoints.cli.text import INDENT, Lines, label, quiet
from mespoints.law.acts import Dossier
from mespoints.law.check import Check, Compared, Difference, check_releve
from mespoints.law.days import iso
from mespoints.law.document import movement_document
from mespoints.law.explain import long_day, points_words
from mespoints.law.explain.differences import difference_because, difference_words
from mespoints.law.refusals import DossierRefused
from mespoints.law.releve import Releve, Shown, read_releve
from mespoints.law.statement import StatementRefused

DIFFERS = 1


def show(given: Given) -> int:
    """Print the differences; 0 when a reading agrees wholly, 1 when none does, 2 when the relevé is refused."""
    try:
        releve, check = check_given(given)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)
    if "--json" in given.options:
        write_json(check_document(check, releve.dossier, given.language))
    else:
        print_pages(lambda page: check_text(check, releve.dossier, page), given.language)
    return 0 if check.agreeing else DIFFERS


def check_given(given: Given) -> tuple[Releve, Check]:
    """The relevé that the command line names, and what became of it. Raises Refused."""
    try:
        releve = read_releve(parse(read_bytes(given.positional, given.language), given.language, "releve"))
        return releve, check_releve(releve)
    except (DossierRefused, StatementRefused) as refusal:
        raise Refused(*reasons_of(refusal, given.language)) from refusal


def check_document(check: Check, dossier: Dossier, language: str) -> dict[str, Any]:
    """``check/1``: for each reading, the balance of the law and every difference with its sentence."""
    return {
        "format": "check/1",
        "on": iso(check.on),
        "balance": check.balance,
        "agrees_with": list(check.agreeing),
        "readings": [
            {
                "reading": compared.reading,
                "balance": compared.balance,
                "differences": [difference_document(one, dossier, language) for one in compared.differences],
            }
            for compared in check.compared
        ],
    }


def difference_document(difference: Difference, dossier: Dossier, language: str) -> dict[str, Any]:
    """One difference: both movements, both sums, the articles, the sentence, the ground of the movement of the law."""
    law, shown = difference.law, difference.shown
    return {
        "kind": difference.kind,
        "on": iso(difference.on),
        "law": None if law is None else movement_document(law),
        "releve": None if shown is None else shown_document(shown),
        "law_balance": difference.law_balance,
        "releve_balance": difference.shown_balance,
        "articles": list(difference.articles),
        "sentence": difference_words(difference, dossier, language),
        "because": difference_because(difference, dossier, language),
    }


def shown_document(shown: Shown) -> dict[str, Any]:
    """A movement as the relevé gave it."""
    return {"on": iso(shown.on), "points": shown.points, "balance": shown.balance, "act": shown.act}


def check_text(check: Check, dossier: Dossier, page: Page) -> Lines:
    """The answer first, then the differences, reading by reading; once when both readings differ alike."""
    points = points_words(check.balance, page.language)
    lines = [
        page.styled(label(page, "check_heading", day=long_day(check.on, page.language)), "strong"),
        "",
        INDENT + page.styled(label(page, "check_balance", points=points), "accent"),
        *[page.styled(line, verdict_style(check)) for line in page.wrapped(verdict(check, page), INDENT)],
    ]
    if len(check.agreeing) == len(check.compared):
        return lines
    first, second = check.compared
    if (first.balance, first.differences) == (second.balance, second.differences):
        lines += differences(first, "both", dossier, page)
    else:
        for compared in check.compared:
            lines += differences(compared, compared.reading, dossier, page)
    return [*lines, "", *quiet(label(page, "check_notice"), INDENT, page)]


def verdict(check: Check, page: Page) -> str:
    """With which reading the relevé agrees."""
    if len(check.agreeing) == len(check.compared):
        return label(page, "agrees_with_both")
    if check.agreeing:
        return label(page, "agrees_with_one", reading=label(page, f"reading_{check.agreeing[0]}"))
    return label(page, "agrees_with_none")


def verdict_style(check: Check) -> str:
    """A relevé that follows the law in one reading is no cause for worry."""
    return "strong" if check.agreeing else "warning"


def differences(compared: Compared, name: str, dossier: Dossier, page: Page) -> Lines:
    """The differences with one reading, each with the ground of the movement of the law."""
    heading = label(page, f"section_{name}", points=points_words(compared.balance, page.language))
    lines = ["", page.styled(heading, "strong")]
    if not compared.differences:
        return lines + page.wrapped(label(page, "no_difference"), INDENT)
    for number, difference in enumerate(compared.differences):
        lines += [""] if number else []
        lines += page.wrapped(difference_words(difference, dossier, page.language), INDENT)
        ground = difference_because(difference, dossier, page.language)
        if ground is not None:
            lines += quiet(ground, INDENT * 2, page)
    return lines
