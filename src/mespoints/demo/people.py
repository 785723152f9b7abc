"""The people of the demonstration: invented civil status, real cases.

``people.json`` says who they are, ``cases/`` holds copies of the public cases whose lives they tell.
Two of them are perfect homonyms in the register, which holds one given name each; FranceConnect knows all of them.
"""

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from mespoints.demo.provider.parties import Identity
from mespoints.demo.telling import Document, told_on

FOLDER = files("mespoints.demo")


class Person(NamedTuple):
    """One person of ``people.json``.

    ``situation``: one line on what they are here to show. ``holder``: as the register holds them.
    ``franceconnect``: what FranceConnect knows otherwise. ``told``: by act, what the case leaves unsaid.
    ``compte``: the e-mail address of those who have a compte personnel.
    """

    key: str
    name: str
    situation: str
    case: str
    case_day: date
    identity_provider: str
    neph: str
    code: str | None
    holder: Document
    categories: list[Document]
    told: dict[str, Document]
    franceconnect: Document
    territory: str | None
    compte: str | None


STRANGER = Identity(
    key="noe",
    name="Noé Faucher",
    situation="N'a pas de permis : connu de FranceConnect, inconnu du fichier",
    claims={
        "given_name": "Noé",
        "given_name_array": ["Noé"],
        "family_name": "FAUCHER",
        "birthdate": "2009-08-21",
        "idp_birthdate": "2009-08-21",
        "gender": "male",
        "birthplace": "87085",
        "birthcountry": "99100",
    },
)


@cache
def people() -> tuple[Person, ...]:
    """Everybody who holds a licence, in the order in which they are shown."""
    table: list[dict[str, Any]] = json.loads(FOLDER.joinpath("people.json").read_text("utf-8"))
    return tuple(person_of(row) for row in table)


def person_of(row: dict[str, Any]) -> Person:
    """One row of the table, with what it may leave out."""
    absent: dict[str, Any] = {"franceconnect": {}, "territory": None, "compte": None}
    return Person(**{**absent, **row, "case_day": date.fromisoformat(row["case_day"])})


def case_of(person: Person) -> Document:
    """The public case whose life the person tells."""
    case: Document = json.loads(FOLDER.joinpath("cases", f"{person.case}.json").read_text("utf-8"))
    return case


def dossier_of(person: Person, today: date) -> Document:
    """The person's ``dossier/1`` as of today: the case's facts, and what makes them look like somebody's."""
    dossier = told_on(case_of(person), person.case_day, today)
    licence = {"neph": person.neph, **dossier["licence"]}
    if person.territory:
        licence["territory"] = person.territory
    acts = [{**act, **person.told.get(act["id"], {})} for act in dossier["acts"]]
    return {**dossier, "licence": licence, "acts": acts}


def intake_line(person: Person, today: date) -> str:
    """The person as one line of ``intake/1``."""
    dossier = dossier_of(person, today)
    renewals = [act["on"] for act in dossier["acts"] if act["act"] == "licence_obtained"]
    held_from = max([dossier["licence"]["obtained_on"], *renewals])
    code = {"code": person.code} if person.code else {}
    line = {
        "format": "intake/1",
        "holder": {**person.holder, **code},
        "categories": [{**category, "from": held_from} for category in person.categories],
        "dossier": dossier,
    }
    return json.dumps(line, ensure_ascii=False)


def intake_lines(today: date) -> list[str]:
    """Everybody, as the register's intake reads them."""
    return [intake_line(person, today) for person in people()]


def identity_of(person: Person) -> Identity:
    """The person as the identity provider knows them: a clean civil status, unknown days of birth padded with 01."""
    known = {**person.holder, **person.franceconnect}
    usage_name = {"preferred_username": known["usage_name"]} if "usage_name" in known else {}
    return Identity(
        key=person.key,
        name=person.name,
        situation=person.situation,
        claims={
            "given_name": " ".join(known["given_names"]),
            "given_name_array": known["given_names"],
            "family_name": known["family_name"],
            "birthdate": known["birth_date"].replace("-00", "-01"),
            "idp_birthdate": known["birth_date"],
            "gender": known["sex"],
            "birthplace": known["birth_place"],
            "birthcountry": known["birth_country"],
            **usage_name,
        },
    )


def identities() -> list[Identity]:
    """Everybody whom the identity provider can vouch for, one without a licence included."""
    return [*map(identity_of, people()), STRANGER]
