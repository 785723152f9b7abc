"""``/api/v1``: the token endpoint, one question for each kind of answer, the drivers of the firms."""

from typing import Any

from ninja.errors import AuthenticationError, HttpError, ValidationError

from mespoints.api import problems
from mespoints.api.answers import Prevention, Record, Rights, Study, Titles
from mespoints.api.asking import look
from mespoints.api.firm_endpoints import router as drivers
from mespoints.api.published import DESCRIPTION, PublishedAPI
from mespoints.api.security import AccessToken, Authenticated
from mespoints.api.shapes import Asking
from mespoints.api.token_endpoint import router as tokens

ERRORS = dict.fromkeys((400, 401, 403, 404, 409, 422, 429), problems.Problem)

api = PublishedAPI(
    title="mespoints, l'accès des autorités", version="1", description=DESCRIPTION, urls_namespace="api", docs_url=None,
    auth=AccessToken(),
)  # fmt: skip
api.add_exception_handler(problems.Refusal, problems.on_refusal)
api.add_exception_handler(ValidationError, problems.on_not_read)
api.add_exception_handler(AuthenticationError, problems.on_unauthenticated)
api.add_exception_handler(HttpError, problems.on_http_error)


@api.post("/rights", response={200: Rights, **ERRORS}, exclude_unset=True, tags=["L225-5"])
def rights(request: Authenticated, asking: Asking) -> dict[str, Any]:
    """Existence, categories, validity: for those of art. L. 225-5 whom art. R. 225-5, I, gives a direct access."""
    return look(request.auth, asking, "rights", request.today)


@api.post("/record", response={200: Record, **ERRORS}, exclude_unset=True, tags=["L225-4"])
def record(request: Authenticated, asking: Asking) -> dict[str, Any]:
    """All that is recorded: for those of art. L. 225-4."""
    return look(request.auth, asking, "record", request.today)


@api.post("/study", response={200: Study, **ERRORS}, exclude_unset=True, tags=["L225-4"])
def study(request: Authenticated, asking: Asking) -> dict[str, Any]:
    """All that is recorded but who it is: for studies of accidents (art. R. 225-4, I, 2°, f)."""
    return look(request.auth, asking, "study", request.today)


@api.post("/titles", response={200: Titles, **ERRORS}, exclude_unset=True, tags=["R225-4"])
def titles(request: Authenticated, asking: Asking) -> dict[str, Any]:
    """What a title says, and the titles: for the agency that makes them (art. R. 225-4, I, 3°)."""
    return look(request.auth, asking, "titles", request.today)


@api.post("/prevention", response={200: Prevention, **ERRORS}, exclude_unset=True, tags=["R225-4"])
def prevention(request: Authenticated, asking: Asking) -> dict[str, Any]:
    """What is recorded but the points: for the services of art. R. 225-4, II."""
    return look(request.auth, asking, "prevention", request.today)


api.add_router("", tokens)
api.add_router("/drivers", drivers)
