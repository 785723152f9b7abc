"""What one may suppose after the day of the page, and about which offences of the history."""

from typing import NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.acts import WithdrawalAnnulled
from mespoints.law.results import Statement
from mespoints.portal.simulator.fields import Pairs
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.lines import named_acts
from mespoints.portal.wording import _


class Button(NamedTuple):
    """``what``: what the button opens. ``words``: what it says."""

    what: str
    words: str


class SupposedWords(NamedTuple):
    """``button``: what one tries. ``day``: what its day is."""

    button: str
    day: str


WORDS = {
    "paiement": SupposedWords(gettext_noop("Payer une amende en attente"), gettext_noop("Payée le")),
    "titre_executoire": SupposedWords(
        gettext_noop("Ne pas payer, et laisser majorer l'amende"), gettext_noop("Majorée le")
    ),
    "stage": SupposedWords(gettext_noop("Suivre un stage"), gettext_noop("Dernier jour du stage")),
    "offence": SupposedWords(gettext_noop("Commettre une infraction de plus"), gettext_noop("Commise et payée le")),
    "withdrawal_annulled": SupposedWords(gettext_noop("Faire annuler un retrait"), gettext_noop("Annulé le")),
}
NAMES_AN_OFFENCE = ("paiement", "titre_executoire", "withdrawal_annulled")


def supposable(history: History, statement: Statement) -> tuple[Button, ...]:
    """What this history allows to suppose: one pays what is pending, one has annulled what was withdrawn."""
    return tuple(
        Button(kind, _(words.button)) for kind, words in WORDS.items() if _is_possible(kind, history, statement)
    )


def _is_possible(kind: str, history: History, statement: Statement) -> bool:
    if kind in ("paiement", "titre_executoire"):
        return any(pending.waits_for == "final" for pending in statement.pending)
    if kind == "withdrawal_annulled":
        return bool(_withdrawn(history, statement))
    return True


def _withdrawn(history: History, statement: Statement) -> set[str]:
    """The offences that have taken points, which nothing has given back by annulling them."""
    annulled = {act.offence for act in history.dossier.acts if isinstance(act, WithdrawalAnnulled)}
    taken = {m.offence for m in statement.movements if m.cause == "withdrawal" and m.points and m.offence is not None}
    return taken - annulled


def offences_for(kind: str, history: History, statement: Statement, language: str) -> Pairs:
    """The offences among which a supposition of this kind chooses, if it is about one."""
    if kind not in NAMES_AN_OFFENCE:
        return []
    pending = {pending.act for pending in statement.pending if pending.waits_for == "final"}
    wanted = _withdrawn(history, statement) if kind == "withdrawal_annulled" else pending
    offences = named_acts("withdrawal_annulled", "offence", history, language)
    return [(name, words) for name, words in offences if name in wanted]
