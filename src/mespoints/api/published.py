"""The description that is published: OpenAPI 3.1, its errors as problem+json, its examples from the demonstration."""

import json
from importlib.resources import files
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from mespoints.api.problems import MEDIA
from mespoints.api.scopes import scope_of
from mespoints.law.access import CALLERS, Means

JSON = "application/json"
SCHEME = "AccessToken"
RETRY_AFTER = {
    "description": "Seconds to wait.",
    "required": True,
    "schema": {"type": "integer", "minimum": 1, "maximum": 60},
}
PROBLEM = "#/components/schemas/Problem"
DESCRIPTION = """\
Ce que les articles R. 225-4 et R. 225-5 du code de la route permettent de demander directement au fichier. Chaque appel
est journalisé ; le titulaire du permis lit qui l'a demandé et pourquoi, sauf là où la loi l'en empêche.

What articles R. 225-4 and R. 225-5 of the code de la route let an authority ask of the register itself. Each call is
journaled; the holder of the licence reads who asked and why, except where the law keeps it from them.
The people of the examples are those of the demonstration: invented.
"""


class PublishedAPI(NinjaAPI):
    """An API whose description says what its answers are: problems are not plain JSON, examples are real answers."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._described: dict[str | None, OpenAPISchema] = {}

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of its function."""
        return operation.view_func.__name__

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description, completed; made once, for it takes a third of a second and anybody may ask for it."""
        if path_prefix not in self._described:
            self._described[path_prefix] = self._describe(path_prefix, path_params)
        return self._described[path_prefix]

    def _describe(self, path_prefix: str | None, path_params: dict[str, Any] | None) -> OpenAPISchema:
        """The description that ninja makes, with what it does not know."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        examples = examples_of_demonstration()
        for path, operations in schema["paths"].items():
            for operation in operations.values():
                say_problems(operation)
                show(operation, examples.get(path.rpartition("/v1/")[2], {}))
        schema["components"]["securitySchemes"] = {SCHEME: how_to_get_a_token(self.get_root_path({}))}
        return schema


def say_problems(operation: dict[str, Any]) -> None:
    """The media type of the problems; the token endpoint also has the errors of RFC 6749, which are plain JSON."""
    operation["responses"][429]["headers"] = {"Retry-After": RETRY_AFTER}
    for response in operation["responses"].values():
        if response["content"][JSON]["schema"].get("$ref") == PROBLEM:
            response["content"][MEDIA] = response["content"].pop(JSON)


def how_to_get_a_token(root: str) -> dict[str, Any]:
    """The client credentials of OAuth 2, with the scopes; how a client signs (RFC 7523) stands in docs/api.md."""
    scopes = {scope_of(caller): caller.article for caller in CALLERS if caller.means is Means.DIRECT}
    flow = {"tokenUrl": f"/{root.strip('/')}/token", "scopes": scopes}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def show(operation: dict[str, Any], example: dict[str, Any]) -> None:
    """One request and its answer."""
    if example:
        operation["requestBody"]["content"][JSON]["example"] = example["request"]
        operation["responses"][200]["content"][JSON]["example"] = example["answer"]


def examples_of_demonstration() -> dict[str, Any]:
    """By path: a request about somebody of the demonstration, and what is answered on the day of ``on``."""
    found: dict[str, Any] = json.loads(files("mespoints.api").joinpath("examples.json").read_text("utf-8"))
    return found
