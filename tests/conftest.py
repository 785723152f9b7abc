"""What the tests of the database share."""

import gc
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.backends.base.operations import BaseDatabaseOperations
from pytest_django import DjangoDbBlocker

from tests.registers import empty_register

CASES = Path(__file__).parent / "cases"

CAMILLE: dict[str, Any] = {
    "family_name": "MARTIN",
    "given_names": ["Camille"],
    "sex": "female",
    "birth_date": "1975-04-02",
    "birth_place": "44109",
    "birth_country": "99100",
    "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
    "departement": "44",
}

hypothesis.settings.register_profile(
    "unhurried",
    hypothesis.settings(),
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("unhurried")
"""How long an example takes says how busy the machine is: 200 ms, what is allowed unless asked, are soon gone there."""

if TYPE_CHECKING:
    from mespoints.register.models import Act, Licence


@pytest.hookimpl(trylast=True)  # once the journeys have been marked
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys first, then what is slow: at the end of a run in several processes only short tests are left.

    One process then starts the demonstration and the browser, and the others take over what comes after its journeys.
    """
    items.sort(key=lambda item: (not item.get_closest_marker("browser"), not item.get_closest_marker("slow")))


def pytest_collection_finish() -> None:
    """What was collected lives until the end: the collector of cycles need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def database_of_the_tests() -> None:
    """SQLite, or the PostgreSQL server that MESPOINTS_TEST_DATABASE_URL names."""
    from mespoints.config.databases import postgresql

    url = os.environ.get("MESPOINTS_TEST_DATABASE_URL")
    if url:
        connections["default"].close()
        del connections["default"]
        del connections.settings
        settings.DATABASES = {"default": postgresql(url)}
        connections._settings = settings.DATABASES


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    database_of_the_tests: None, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Choose the server before pytest-django names the databases of its workers."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """On SQLite the tables are those of the register that was made once for all the tests."""
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), closing(sqlite3.connect(empty_register())) as made:
            connection.ensure_connection()
            made.backup(connection.connection)


@pytest.fixture(scope="session", autouse=True)
def lift_triggers_to_empty_tables() -> Iterator[None]:
    """Tests with real transactions end by emptying the tables, which the triggers of the register refuse."""
    from mespoints.api.guards import GUARDS as OF_API
    from mespoints.desk.guards import GUARDS as OF_DESK
    from mespoints.identity.guards import GUARDS as OF_IDENTITY
    from mespoints.letters.guards import GUARDS as OF_LETTERS
    from mespoints.records.guards import GUARDS as OF_RECORDS
    from mespoints.register import triggers
    from mespoints.requests.guards import GUARDS as OF_REQUESTS

    flush = BaseDatabaseOperations.execute_sql_flush
    guards = {**triggers.GUARDS, **OF_API, **OF_DESK, **OF_IDENTITY, **OF_LETTERS, **OF_RECORDS, **OF_REQUESTS}

    def lifted(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        triggers.remove(self.connection, guards)
        flush(self, sql_list)
        triggers.install(self.connection, guards, guards)

    with patch.object(BaseDatabaseOperations, "execute_sql_flush", lifted):
        yield


@pytest.fixture
def case() -> Callable[[str], dict[str, Any]]:
    """A public case by its name: ``case("N-02")``."""

    def read(name: str) -> dict[str, Any]:
        document: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
        return document

    return read


@pytest.fixture
def licence(db: None) -> "Licence":
    """A licence obtained in 1996, with no act."""
    from mespoints.register.models import Holder, Licence

    holder = Holder.objects.create(**CAMILLE)
    return Licence.objects.create(
        neph="000000000001", holder=holder, obtained_on=date(1996, 5, 6), probation="none", territory="metropole",
        recorded_on=date(2024, 1, 1),
    )  # fmt: skip


@pytest.fixture
def licence_with_an_act(licence: "Licence") -> "Act":
    """One offence, still pending, as a row of the register."""
    from mespoints.register.ledger import append_acts

    payload = {"act": "offence", "id": "i1", "class": "c4", "points": 4, "committed_on": "2024-01-20"}
    append_acts(licence, [payload], recorded_on=date(2024, 2, 1), source="test")
    return licence.acts.get()


@pytest.fixture
def register_dossier(db: None) -> Callable[..., "Licence"]:
    """Put a ``dossier/1`` in the register: ``register_dossier(dossier, recorded_on=…)``. ``acts``: only these."""
    from mespoints.law.reading import read_dossier
    from mespoints.register.ledger import append_acts
    from mespoints.register.models import Holder, Licence

    def register(dossier: dict[str, Any], *, recorded_on: date, acts: list[dict[str, Any]] | None = None) -> Licence:
        opening = read_dossier(dossier).licence
        licence = Licence.objects.create(
            neph=opening.neph or f"9{Licence.objects.count():011d}",
            holder=Holder.objects.create(**CAMILLE),
            obtained_on=date.fromordinal(opening.obtained_on),
            probation=opening.probation,
            territory=opening.territory,
            foreign=opening.foreign,
            recorded_on=recorded_on,
        )
        append_acts(licence, dossier["acts"] if acts is None else acts, recorded_on=recorded_on, source="test")
        return licence

    return register
