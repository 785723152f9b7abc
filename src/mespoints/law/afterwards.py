"""The remedies and the way back as ``statement/1`` writes them."""

from typing import Any

from mespoints.law.acts import Dossier
from mespoints.law.articles import ARTICLES_OF_REMEDY, articles_of_way_back
from mespoints.law.days import iso
from mespoints.law.document import iso_or_none
from mespoints.law.explain.afterwards import because_remedy, because_way_back
from mespoints.law.relicensing import MEDICAL_AND_PSYCHOTECHNICAL, NO_EXAMINATION_KNOWN, WITH_ANALYSES
from mespoints.law.results import Remedy, Statement, WayBack

EXAMINATIONS = {
    NO_EXAMINATION_KNOWN: None,
    MEDICAL_AND_PSYCHOTECHNICAL: "medical_and_psychotechnical",
    WITH_ANALYSES: "medical_psychotechnical_and_analyses",
}
"""The words of ``statement/1`` for the examinations to pass."""


def remedy_document(remedy: Remedy, dossier: Dossier, language: str) -> dict[str, Any]:
    """How long a letter can be challenged."""
    return {
        "letter": remedy.letter,
        "state": remedy.state,
        "last_day": iso_or_none(remedy.last_on),
        "articles": list(ARTICLES_OF_REMEDY[remedy.state]),
        "because": because_remedy(remedy, dossier, language),
    }


def way_back_document(way_back: WayBack, language: str) -> dict[str, Any]:
    """When and how a licence can be had again; a licence lost since there are points has both days."""
    return {
        "may_ask_on": iso(way_back.may_ask_on),
        "may_obtain_on": iso(way_back.may_obtain_on),
        "theory_only_until": iso_or_none(way_back.theory_only_until or None),
        "examinations": EXAMINATIONS[way_back.examinations],
        "articles": list(articles_of_way_back(way_back)),
        "because": because_way_back(way_back, language),
    }


def remedies_and_way_back(dossier: Dossier, statement: Statement, language: str) -> dict[str, Any]:
    """Each key when there is something to say."""
    document: dict[str, Any] = {}
    if statement.remedies:
        document["remedies"] = [remedy_document(remedy, dossier, language) for remedy in statement.remedies]
    if statement.way_back is not None:
        document["way_back"] = way_back_document(statement.way_back, language)
    return document
