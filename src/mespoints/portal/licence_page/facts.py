"""What the register knows of a title and of what limits it: lines of plain words, out of the administrative acts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.acts import Dossier, Suspension
from mespoints.law.days import Day, parse_day
from mespoints.law.explain import day_words
from mespoints.portal.wording import _

Payload = dict[str, Any]

KINDS = (
    "restriction", "medical_validity", "title_issued", "title_lost", "title_stolen", "retention", "suspension_letter",
    "address", "carte_grise_address",
)  # fmt: skip
"""The administrative acts that the page reads."""
GONE = {
    "title_lost": gettext_noop("Vous avez déclaré ce titre perdu le %(day)s."),
    "title_stolen": gettext_noop("Vous avez déclaré ce titre volé le %(day)s."),
}
BY = {"prefet": gettext_noop("par le préfet"), "juge": gettext_noop("par un juge")}
STANDINGS = {
    "past": gettext_noop("finie"),
    "running": gettext_noop("en cours"),
    "coming": gettext_noop("à venir"),
}


class Title(NamedTuple):
    """The card itself. ``gone``: the sentence of a card that was lost or stolen since; each may be empty."""

    number: str
    issued: str
    valid_until: str
    gone: str


def acts_of(payloads: Iterable[Payload], kind: str) -> list[Payload]:
    """The acts of a kind, in the order in which they were recorded."""
    return [payload for payload in payloads if payload["act"] == kind]


def title_of(payloads: Sequence[Payload], language: str) -> Title | None:
    """The last title issued, and whether it was lost or stolen since; None when the register knows of none."""
    issued = max(acts_of(payloads, "title_issued"), key=lambda act: act["on"], default=None)
    since = issued["on"] if issued else ""
    gone = [act for kind in GONE for act in acts_of(payloads, kind) if act["on"] >= since]
    if issued is None and not gone:
        return None
    last = max(gone, key=lambda act: act["on"], default=None)
    issued = issued or {}
    return Title(
        number=issued.get("number", ""),
        issued=words(issued.get("on"), language),
        valid_until=words(issued.get("to"), language),
        gone=_(GONE[last["act"]]) % {"day": words(last["on"], language)} if last else "",
    )


def medical_lines(payloads: Sequence[Payload], on: date, language: str) -> tuple[str, ...]:
    """The last medical fitness of each category, with its last day; one that is over says so."""
    last: dict[str, Payload] = {}
    for act in acts_of(payloads, "medical_validity"):
        last[act["category"]] = max(last.get(act["category"], act), act, key=lambda one: one["to"])
    return tuple(_medical(act, on, language) for _category, act in sorted(last.items()))


def _medical(act: Payload, on: date, language: str) -> str:
    told = {"category": act["category"], "day": words(act["to"], language)}
    if act["to"] < on.isoformat():
        return (
            _(
                "Catégorie %(category)s : aptitude médicale finie le %(day)s. Sans nouvel avis médical, vous ne pouvez "
                "plus conduire ces véhicules."
            )
            % told
        )
    return _("Catégorie %(category)s : aptitude médicale jusqu'au %(day)s.") % told


def suspension_lines(dossier: Dossier, payloads: Sequence[Payload], on: Day, language: str) -> tuple[str, ...]:
    """Every suspension, the latest first, then every time the title was kept by the police."""
    letters = {act["suspension"]: act for act in acts_of(payloads, "suspension_letter")}
    suspensions = sorted(
        (act for act in dossier.acts if isinstance(act, Suspension)), key=lambda act: act.from_on, reverse=True
    )
    kept = sorted(acts_of(payloads, "retention"), key=lambda act: str(act["on"]), reverse=True)
    return (
        *(_suspension(act, letters.get(act.id), on, language) for act in suspensions),
        *(_retention(act, language) for act in kept),
    )


def _suspension(act: Suspension, letter: Payload | None, on: Day, language: str) -> str:
    standing = "past" if act.to_on < on else "running" if act.from_on <= on else "coming"
    days = {"first": day_words(act.from_on, language), "last": day_words(act.to_on, language)}
    parts = [_("Droit de conduire suspendu du %(first)s au %(last)s") % days]
    if act.by in BY:
        parts.append(_(BY[act.by]))
    if letter is not None:
        told = {"form": letter["form"], "day": words(letter["notified_on"], language)}
        parts.append(_("lettre %(form)s notifiée le %(day)s") % told)
    return f"{', '.join(parts)} ({_(STANDINGS[standing])})."


def _retention(act: Payload, language: str) -> str:
    days = {"first": words(act["on"], language), "last": words(act.get("to"), language)}
    if "to" not in act:
        return _("Permis retenu par les forces de l'ordre le %(first)s.") % days
    return _("Permis retenu par les forces de l'ordre du %(first)s au %(last)s.") % days


def carte_grise_lines(payloads: Sequence[Payload]) -> tuple[str, ...]:
    """The last address known of each vehicle's registration certificate (carte grise)."""
    last = {act.get("vehicle", ""): act for act in acts_of(payloads, "carte_grise_address")}
    return tuple(", ".join(act["lines"]) for act in last.values())


def words(day: str | None, language: str) -> str:
    """A day of an act in words; empty when it says none."""
    return "" if day is None else day_words(parse_day(day), language)
