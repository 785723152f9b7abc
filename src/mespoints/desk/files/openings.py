"""The files that an agent has opened: for which reason, under a random word that the sign-in alone knows.

No address holds what names a person. Two tabs hold two files, each with its own word, so that a form acts on the file
of its own page. After half an hour the reason is asked again.
"""

import secrets
from datetime import timedelta
from typing import Any, NamedTuple

from mespoints.identity.agent_session import AgentVisit
from mespoints.register.accesses import record_access
from mespoints.register.models import Licence

LIFETIME = timedelta(minutes=30)
AT_MOST = 12
"""Files open at once in one session: the oldest is closed for a new one."""

SESSION_KEY = "files"

ARTICLES = {
    "L225-4": "L. 225-4 : le préfet exerce ses compétences en matière de permis de conduire",
    "L225-3": "L. 225-3 : le titulaire demande son relevé, ou une explication",
    "R225-2": "R. 225-2 : enregistrer un stage, un titre, une mesure, une décision médicale",
}
"""The grounds on which an agent of a préfecture opens a file."""


class Opening(NamedTuple):
    """A file that was opened. ``token``: the word of its address."""

    token: str
    licence: Licence
    reason: str
    article: str


def open_file(request: AgentVisit, licence: Licence, reason: str, article: str) -> str:
    """Open a file for a reason; the word of its address. Nothing is shown yet, nothing journaled."""
    token = secrets.token_urlsafe(16)
    kept = list(_kept(request).items())[-(AT_MOST - 1) :]
    opened = {"licence": licence.pk, "reason": reason, "article": article, "at": request.now.timestamp()}
    request.session[SESSION_KEY] = {**dict(kept), token: opened}
    return token


def opened(request: AgentVisit, token: str) -> Opening | None:
    """The file of this word; None when this sign-in never opened it, or opened it too long ago."""
    told = _kept(request).get(token)
    if told is None:
        return None
    licence = Licence.objects.select_related("holder").get(pk=told["licence"])
    return Opening(token, licence, told["reason"], told["article"])


def note(request: AgentVisit, opening: Opening, *, shown: str) -> None:
    """The one line that a look at the file writes, which its holder reads."""
    record_access(
        opening.licence, viewer="agent", who=request.agent.public_name, means="", article=opening.article,
        reason=opening.reason, shown=shown,
    )  # fmt: skip


def _kept(request: AgentVisit) -> dict[str, dict[str, Any]]:
    """The files of the session that are not too old, the oldest first."""
    since = (request.now - LIFETIME).timestamp()
    files: dict[str, dict[str, Any]] = request.session.get(SESSION_KEY, {})
    return {token: told for token, told in files.items() if told["at"] > since}
