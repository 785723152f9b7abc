"""The description that is published holds what is answered: tried at random by a tool that others wrote."""

import json
from datetime import timedelta
from pathlib import Path
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

from mespoints.api.models import DeclaredDriver, Notice
from mespoints.api.notices import notice_changes
from mespoints.api.published import JSON, examples_of_demonstration
from mespoints.api.scopes import FIRM
from mespoints.config.wsgi import application
from mespoints.demo.people import intake_line, people
from mespoints.intake.people import load
from mespoints.law.access import BY_KIND, has_direct_access
from tests.api.conftest import REASON, TODAY, assertion, bearer, claims_of, enter, make_client
from tests.api.test_examples import EXAMPLE, READERS

PATHS = ("rights", "record", "study", "titles", "prevention")
FIRM_PATHS = ("declare", "list", "attestation", "changes", "remove", "end")
CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance,
)  # fmt: skip
AUDIENCE_OF_WSGI = "http://localhost/api/v1/token"
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
    kinds = READERS | {f"drivers/{path}": FIRM for path in FIRM_PATHS}
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
    for path, operations in told["paths"].items():
        assert "{" not in path
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


def answered(
    schema: Any, path: str, body: dict[str, Any], headers: dict[str, str], media: str = JSON
) -> dict[str, Any]:
    """What a good call is answered, with 200, once its media type and its body were held against the description."""
    case = schema[f"/api/v1/{path}"]["POST"].Case(body=body, media_type=media)
    answer = case.call_and_validate(headers=headers, checks=CHECKS)

    assert (path, 200) == (path, answer.status_code)
    told: dict[str, Any] = answer.json()
    return told


def answers_of_readers(schema: Any) -> dict[str, Any]:
    """What the readers of each address are told of somebody of the demonstration."""
    examples = examples_of_demonstration()
    return {
        path: answered(schema, path, examples[path]["request"], bearer(make_client(kind)))
        for path, kind in READERS.items()
    }


def answers_of_a_firm(schema: Any) -> dict[str, Any]:
    """A contract from its first token to its end, with a driver whose licence stands no longer."""
    firm, purpose = make_client(FIRM), {"article": BY_KIND[FIRM].article, "reason": REASON}
    form = {
        "grant_type": "client_credentials", "client_assertion": assertion(claims_of(firm, aud=AUDIENCE_OF_WSGI)),
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    }  # fmt: skip
    told = {"token": answered(schema, "token", form, {}, "application/x-www-form-urlencoded")}
    headers = {"authorization": f"Bearer {told['token']['access_token']}"}

    def call(path: str, **body: Any) -> Any:
        told[f"drivers/{path}"] = answered(schema, f"drivers/{path}", {"agent": "exploitation", **body}, headers)
        return told[f"drivers/{path}"]

    person = examples_of_demonstration()["rights"]["request"]["person"]
    driver = call("declare", purpose=purpose, person=person, informed_on=TODAY.isoformat())["driver"]
    DeclaredDriver.objects.update(state="suspended")
    notice_changes(TODAY, None)
    call("list")
    call("changes")
    call("attestation", purpose=purpose, driver=driver)
    call("remove", purpose=purpose, drivers=[driver])
    call("end", purpose=purpose)
    return told


def test_a_good_call_gets_what_is_published(db: None, settings: LazySettings, tmp_path: Path) -> None:
    """At each address an answer that is no refusal, its body of the published form, with something in its lists."""
    settings.MESPOINTS_DOCUMENT_KEY = str(tmp_path / "documents.pem")
    lucas = next(person for person in people() if person.key == EXAMPLE)
    load([intake_line(lucas, TODAY)], recorded_on=TODAY - timedelta(days=1))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    told = {**answers_of_readers(schema), **answers_of_a_firm(schema)}

    assert set(published()["paths"]) == {f"/api/v1/{path}" for path in told}
    assert 1 == len(told["drivers/list"]["drivers"]) == len(told["drivers/changes"]["changes"])
    assert all(told["record"][datum] for datum in ("categories", "identity", "address", "offences", "movements"))


def test_a_question_says_why(db: None) -> None:
    """Wherever somebody is named, or forgotten, a purpose is mandatory, its article and its reason too."""
    schemas = published()["components"]["schemas"]
    without = {"Asking", "Declaring", "AboutDriver", "AboutDrivers", "Ending", "Following"} - {
        name for name, schema in schemas.items() if "purpose" in schema.get("required", ())
    }

    assert {"Following"} == without
    assert {"agent", "after"} == set(schemas["Following"]["properties"])
    assert ["article", "reason"] == schemas["Purpose"]["required"]


def test_a_notice_has_no_place_for_more_than_validity(db: None) -> None:
    """A number, a handle, a day and a state: neither a point, nor a cause, nor a name; nor has its table."""
    change = published()["components"]["schemas"]["Change"]

    assert {"number", "driver", "on", "state"} == set(change["properties"])
    assert not change["additionalProperties"]
    assert {"id", "driver", "on", "state"} == {field.name for field in Notice._meta.get_fields()}


def test_every_kind_that_may_ask_has_its_address() -> None:
    """No authority of the table is left without one."""
    from mespoints.api.scopes import scope_of

    scopes = {scope_of(caller) for caller in BY_KIND.values() if has_direct_access(caller.kind, TODAY.toordinal())}

    assert {*PATHS, "drivers"} == scopes
