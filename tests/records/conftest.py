"""A driver, the documents about them, and a key to sign these."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mespoints.law.explain import status_words
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.records.composing import Composer
from mespoints.records.contents import Attestation, Contents, FirmAttestation, Head, Releve, Restreint
from mespoints.records.history import coming_of, events_of, outside_of, pending_of
from mespoints.records.holding import Held, Person, Rights, state_of
from mespoints.records.issuing import issue
from mespoints.seal.keys import DEMONSTRATION, Signer, make_signer, read_signer

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = AT.date()
ON = TODAY.toordinal()
CAMILLE = Person("LE GALL", "MARTIN", "Camille Œnone", "1975-04-02", "44109", "010644109999")
ADDRESS = ("1 RUE DE LA PAIX", "44000 NANTES")
CATEGORIES = (
    Held("AM", date(1996, 5, 6).toordinal(), None, ()),
    Held("B", date(1996, 5, 6).toordinal(), date(2033, 1, 19).toordinal(), ("01.06", "78")),
)
VERIFY_AT = "https://permis.example/verifier/"


@pytest.fixture(scope="session")
def signer() -> Signer:
    """A key made for the tests."""
    return read_signer(make_signer(DEMONSTRATION, AT))


@pytest.fixture(scope="session")
def composer() -> Composer:
    """One compiler for all."""
    return Composer()


@pytest.fixture(scope="session")
def documents_of(signer: Signer) -> Callable[..., dict[str, Contents]]:
    """The three documents of Camille, with this life: ``documents_of({"act": "offence", ...})``."""
    head = Head(ON, signer.certificate.name, VERIFY_AT, is_specimen=True)

    def make(*acts: dict[str, Any]) -> dict[str, Contents]:
        licence = {"obtained_on": "1996-05-06", "neph": CAMILLE.neph}
        dossier = read_dossier({"format": "dossier/1", "licence": licence, "acts": list(acts)})
        statement = make_statement(dossier, ON)
        state, until = state_of(dossier, ON)
        rights = Rights(ON, CAMILLE, state, until, CATEGORIES, ())
        releve = Releve(
            head, CAMILLE, ADDRESS, ON, ON - 1, status_words(statement, dossier), statement.status == "valid", False,
            statement.balance, statement.ceiling, statement.probation_ends_on, CATEGORIES, (),
            events_of(dossier, statement), pending_of(dossier, statement),
            coming_of(dossier, statement), outside_of(dossier, ON), (),
        )  # fmt: skip
        return {
            "attestation": Attestation(head, rights),
            "entreprise": FirmAttestation(head, rights, "TRANSPORTS MARTIN", 14 * 60 + 5),
            "restreint": Restreint(head, rights, ADDRESS),
            "releve": releve,
        }

    return make


@pytest.fixture(scope="session")
def life() -> list[dict[str, Any]]:
    """Two offences, one of them not final, and a suspension."""
    return [
        {
            "act": "offence", "id": "a", "class": "c4", "points": 4, "committed_on": "2024-08-01",
            "final_on": "2024-09-03", "final_by": "paiement", "label": "Feu rouge", "place": "Nantes",
        },
        {"act": "offence", "id": "p", "class": "c4", "points": 3, "committed_on": "2026-10-30"},
        {"act": "suspension", "id": "s", "from": "2026-09-04", "to": "2027-03-03", "by": "prefet"},
    ]  # fmt: skip


@pytest.fixture(scope="session")
def issued(
    documents_of: Callable[..., dict[str, Contents]], life: list[dict[str, Any]], composer: Composer, signer: Signer
) -> dict[str, bytes]:
    """The three documents, sealed and signed."""
    return {name: issue(contents, composer, signer, AT) for name, contents in documents_of(*life).items()}
