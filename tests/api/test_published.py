"""The description that is published holds what is answered: tried at random by a tool that others wrote."""

import json
from typing import Any

import pytest
import schemathesis
from django.conf import LazySettings
from django.test import Client as Browser
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from mespoints.api.scopes import FIRM
from mespoints.config.wsgi import application
from mespoints.law.access import BY_KIND, has_direct_access
from tests.api.conftest import TODAY, bearer, enter, make_client

PATHS = ("rights", "record", "study", "titles", "prevention")
FIRM_PATHS = ("declare", "list", "attestation", "changes", "remove", "end")
CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance,
)  # fmt: skip
TRIES = 6
"""At each address: some seconds in all."""


def published() -> dict[str, Any]:
    """The description, as anybody reads it."""
    told: dict[str, Any] = json.loads(Browser().get("/api/v1/openapi.json").content)
    return told


@pytest.fixture(autouse=True)
def no_document(settings: LazySettings) -> None:
    """No key: composing a document at each try would be slow, and its absence has an answer too."""
    settings.MESPOINTS_DOCUMENT_KEY = ""


@pytest.fixture
def headers(db: None) -> dict[str, dict[str, str]]:
    """The token of the reader of each address, with somebody in the register."""
    enter()
    kinds = {"rights": "municipal_police", "record": "road_police", "study": "road_safety_studies"}
    kinds |= {"titles": "titles_agency", "prevention": "intelligence"}
    kinds |= {f"drivers/{path}": FIRM for path in FIRM_PATHS}
    return {path: bearer(make_client(kind)) for path, kind in kinds.items()}


def test_it_is_openapi_3_1_and_names_every_address(db: None) -> None:
    """Every answer has its schema; problems are problem+json; nothing of a person stands in an address."""
    told = published()

    assert "3.1.0" == told["openapi"]
    assert {f"/api/v1/{path}" for path in ("token", *PATHS, *(f"drivers/{path}" for path in FIRM_PATHS))} == set(
        told["paths"]
    )
    flow = told["components"]["securitySchemes"]["AccessToken"]["flows"]["clientCredentials"]
    assert ("/api/v1/token", {*PATHS, "drivers"}) == (flow["tokenUrl"], set(flow["scopes"]))
    for operations in told["paths"].values():
        assert ["post"] == list(operations)
        assert [] == operations["post"]["parameters"]
        for status, response in operations["post"]["responses"].items():
            expected = {"200": "json"}.get(status, "problem+json")
            assert any(media.endswith(expected) for media in response["content"]) or status in ("400", "401")


def try_out(operation: Any, headers: dict[str, str]) -> int:
    """Call one address a few times, at random; how many calls. What was not published is an AssertionError."""
    tried = []

    @settings(
        max_examples=TRIES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def call(case: schemathesis.Case) -> None:
        tried.append(case)
        case.call_and_validate(headers=headers, checks=CHECKS)

    call()
    return len(tried)


def test_random_calls_get_what_is_published(headers: dict[str, dict[str, str]]) -> None:
    """No failure of the server; every status, media type and body is one that the description names."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operations = [result.ok() for result in schema.get_all_operations()]
    tried = [try_out(one, headers.get(one.path.removeprefix("/api/v1/"), {})) for one in operations]

    assert len(published()["paths"]) == len(tried)
    assert all(tried)


def test_every_kind_that_may_ask_has_its_address() -> None:
    """No authority of the table is left without one."""
    from mespoints.api.scopes import scope_of

    scopes = {scope_of(caller) for caller in BY_KIND.values() if has_direct_access(caller.kind, TODAY.toordinal())}

    assert {*PATHS, "drivers"} == scopes
