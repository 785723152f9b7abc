"""A history that a person types: the ``dossier/1`` of the page, read by the law and changed one act at a time.

The JSON as it was given is kept beside what the law read of it: what is downloaded is what was typed.
"""

from typing import Any, NamedTuple

from django.utils.translation import get_language

from mespoints.law.acts import Dossier
from mespoints.law.explain.english_refusals import english_json, english_refusal
from mespoints.law.reading import NAMED_KINDS, DossierRefused, Refusal, read_dossier
from mespoints.law.strict_json import JsonRefused, parse_json
from mespoints.portal.wording import _

MOST_ACTS = 200
MOST_BYTES = 120_000
"""Three times as many once written in a form: still less than a whole request may hold (``views``)."""
REASONS_SHOWN = 20

Document = dict[str, Any]
Act = dict[str, Any]


class HistoryRefused(Exception):
    """A text that is no history; ``in_law_words``: the reasons that the law gives."""

    def __init__(self, reason: str, in_law_words: tuple[str, ...] = ()) -> None:
        """Keep the sentence of the page and the reasons of the law."""
        super().__init__(reason)
        self.reason = reason
        self.in_law_words = in_law_words


class History(NamedTuple):
    """A ``dossier/1`` as typed, and as the law reads it."""

    document: Document
    dossier: Dossier

    @property
    def acts(self) -> list[Act]:
        """The acts as typed, in the order of the file."""
        acts: list[Act] = self.document["acts"]
        return acts


def read_text(raw: bytes) -> History:
    """The history of a text. Raises HistoryRefused."""
    if len(raw) > MOST_BYTES:
        raise HistoryRefused(_("Ce texte est trop long pour être un historique : 120 000 caractères au plus."))
    try:
        document = parse_json(raw)
    except JsonRefused as refusal:
        raise HistoryRefused(_("Ce texte n'est pas un fichier du simulateur."), _json_reason(str(refusal))) from refusal
    acts = document.get("acts") if isinstance(document, dict) else None
    if isinstance(acts, list) and len(acts) > MOST_ACTS:
        raise HistoryRefused(too_many())
    try:
        return read_document(document)
    except DossierRefused as refusal:
        raise HistoryRefused(_("Cet historique ne peut pas être lu."), _reasons(refusal.errors)) from refusal


def read_document(document: object) -> History:
    """The history of a JSON value. Raises DossierRefused."""
    dossier = read_dossier(document)
    assert isinstance(document, dict)  # the law reads nothing else
    return History(document, dossier)


def too_many() -> str:
    """Why an act more is refused."""
    return _("Le simulateur prend 200 faits au plus.")


def _reasons(refusals: tuple[Refusal, ...]) -> tuple[str, ...]:
    """The first reasons of the law: one wrong key may be wrong in every act."""
    shown = refusals[:REASONS_SHOWN]
    return tuple(map(english_refusal, shown)) if is_english() else tuple(refusal.message for refusal in shown)


def _json_reason(reason: str) -> tuple[str]:
    return (f"{english_json(reason) if is_english() else reason}.",)


def is_english() -> bool:
    """Whether the page is in English."""
    return get_language() == "en"


def with_licence(history: History | None, licence: Document) -> Document:
    """The same acts under another licence. What a page does not ask of a licence, its number, stays."""
    former = history.document["licence"] if history else {}
    kept = {key: former[key] for key in ("neph",) if key in former}
    return {"format": "dossier/1", "licence": licence | kept, "acts": history.acts if history else []}


def with_act(history: History, act: Act, place: int | None) -> Document:
    """The document with one more act, or another in the place of one."""
    acts = [*history.acts]
    if place is None:
        acts.append(act)
    else:
        acts[place] = act
    return history.document | {"acts": acts}


def without_act(history: History, place: int) -> Document:
    """The document without one of its acts."""
    return history.document | {"acts": [act for at, act in enumerate(history.acts) if at != place]}


def named_by(history: History, place: int) -> tuple[int, ...]:
    """The places of the acts that name an act, without which they would mean nothing."""
    named = history.acts[place]
    keys = [key for key, (kinds, _expected) in NAMED_KINDS.items() if named["act"] in kinds]
    return tuple(at for at, act in enumerate(history.acts) if any(act.get(key) == named["id"] for key in keys))


def next_id(history: History) -> str:
    """An identifier that no act bears yet."""
    taken = {act["id"] for act in history.acts}
    return next(name for number in range(1, len(taken) + 2) if (name := f"f{number}") not in taken)
