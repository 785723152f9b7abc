"""The fields of a document as its template prints them: days in words, states and codes in full."""

from typing import Any

from mespoints.law.days import Day, year_month_day
from mespoints.law.explain import day_words
from mespoints.records.contents import Attestation, Contents, FirmAttestation, Head, Releve, Restreint
from mespoints.records.history import short
from mespoints.records.holding import LOST, SUSPENDED, VALID, Held, Person, Rights
from mespoints.records.sealing import PRINTED, STATES, birth_words

TEMPLATES: dict[type[Contents], str] = {
    Attestation: "attestation.typ",
    FirmAttestation: "entreprise.typ",
    Restreint: "restreint.typ",
    Releve: "releve.typ",
}

WHAT_FOLLOWS = {
    VALID: "Le titulaire peut conduire les véhicules des catégories ci-dessous.",
    SUSPENDED: "Pendant ce temps, le titulaire ne peut pas conduire, ou ne le peut que sous conditions.",
    "invalidated": "Ce permis ne donne plus le droit de conduire.",
    "annulled": "Ce permis ne donne plus le droit de conduire.",
    "banned": "Le titulaire ne peut pas conduire en France.",
}


def template_of(contents: Contents) -> str:
    """The file of a document."""
    return TEMPLATES[type(contents)]


def fields_of(contents: Contents) -> dict[str, Any]:
    """All that a template prints, seal apart."""
    if isinstance(contents, Releve):
        return {"head": head_fields(contents.head), **releve_fields(contents)}
    fields: dict[str, Any] = {"head": head_fields(contents.head), **rights_fields(contents.rights)}
    if isinstance(contents, Attestation):
        return {**fields, "until": day_words(contents.until)}
    if isinstance(contents, FirmAttestation):
        return {**fields, "firm": contents.firm, "hour": f"{contents.minute // 60} h {contents.minute % 60:02d}"}
    return {**fields, "address": list(contents.address)}


def head_fields(head: Head) -> dict[str, Any]:
    """The day of issue, whole and in parts for the metadata."""
    year, month, day = year_month_day(head.issued_on)
    return {
        "issued_on": day_words(head.issued_on),
        "dated": {"year": year, "month": month, "day": day},
        "issuer": head.issuer,
        "verify_at": head.verify_at,
        "is_specimen": head.is_specimen,
    }


def person_fields(person: Person) -> dict[str, Any]:
    """The holder."""
    return {
        "family_name": person.family_name,
        "usage_name": person.usage_name,
        "given_names": person.given_names,
        "birth": birth_words(person.birth),
        "birth_place": person.birth_place,
        "neph": person.neph,
    }


def rights_fields(rights: Rights) -> dict[str, Any]:
    """The right to drive, in words."""
    state = PRINTED[STATES[rights.state]]
    until = f" jusqu'au {day_words(rights.until)}" if rights.until is not None else ""
    return {
        "person": person_fields(rights.person),
        "on": day_words(rights.on),
        "state": f"{state}{until}",
        "is_valid": rights.state == VALID,
        "what_follows": WHAT_FOLLOWS[rights.state],
        "categories": categories_fields(rights.categories, is_lost=rights.state in LOST.values()),
        "restrictions": ", ".join(rights.restrictions),
    }


def categories_fields(categories: tuple[Held, ...], *, is_lost: bool) -> list[dict[str, str]]:
    """Each category with its days and its codes; of a licence that was lost, none runs without limit."""
    no_limit = "plus valable" if is_lost else "sans limite"
    return [
        {
            "category": held.category,
            "from_on": short(held.from_on),
            "to_on": short(held.to_on) or no_limit,
            "codes": ", ".join(held.codes) or "aucun",
        }
        for held in categories
    ]


def releve_fields(releve: Releve) -> dict[str, Any]:
    """The whole file."""
    return {
        "person": person_fields(releve.person),
        "address": list(releve.address),
        "on": day_words(releve.on),
        "known_on": day_words(releve.known_on),
        "status": releve.status,
        "is_valid": releve.is_valid,
        "balance": releve.balance,
        "ceiling": releve.ceiling,
        "probation_ends_on": words_or_nothing(releve.probation_ends_on),
        "categories": categories_fields(releve.categories, is_lost=releve.is_lost),
        "restrictions": ", ".join(releve.restrictions),
        "events": [event._asdict() for event in releve.events],
        "pending": [event._asdict() for event in releve.pending],
        "coming": list(releve.coming),
        "outside": [line._asdict() for line in releve.outside],
        "letters": [
            {**line._asdict(), "owed_on": short(line.owed_on.toordinal())} for line in releve.letters
        ],
    }  # fmt: skip


def words_or_nothing(on: Day | None) -> str:
    """A day in words, or nothing."""
    return "" if on is None else day_words(on)
