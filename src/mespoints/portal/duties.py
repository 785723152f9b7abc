"""What the driver must do, one card a duty: by which day, how, what happens otherwise, on which article."""

from typing import NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.explain import because_deadline, deadline_otherwise, deadline_title, deadline_to_do, long_day
from mespoints.law.results import Deadline, Statement
from mespoints.portal.wording import Emphasis, _, emphasise


class Card(NamedTuple):
    """``slug`` names the duty in addresses. ``late`` is empty as long as there is time."""

    slug: str
    title: str
    is_warning: bool
    to_do: Emphasis
    late: str
    how: str
    otherwise: str
    because: str
    leads_to_licence: bool


SLUGS = {
    "mandatory_stage": "stage-obligatoire",
    "restitution": "remise-du-permis",
    "new_licence": "nouveau-permis",
}
HOW = {
    "mandatory_stage": gettext_noop(
        "Inscrivez-vous dans un centre agréé, dans le département de votre choix, et apportez-y la lettre 48N. "
        "Le stage dure deux jours de suite."
    ),
    "restitution": gettext_noop(
        "Cette date tient compte des week-ends et des jours fériés. Le délai avant un nouveau permis ne commence que "
        "le jour de cette remise."
    ),
}
"""What the law does not say and that helps to do it."""
TO_A_LICENCE = ("restitution", "new_licence")
"""The duties that are steps of a way told on « Mon permis »."""
EARLIEST_DAY = "new_licence"
"""The one duty whose day is the first and not the last."""


def cards(dossier: Dossier, statement: Statement, language: str) -> tuple[Card, ...]:
    """The duties open on the day of the statement, the most pressing first."""
    return tuple(_card(deadline, dossier, statement, language) for deadline in statement.deadlines)


def slug_of(deadline: Deadline) -> str:
    """The name of a duty in an address: its kind and its day, nothing that names a person."""
    return f"{SLUGS[deadline.duty]}-{iso(deadline.on)}"


def _card(deadline: Deadline, dossier: Dossier, statement: Statement, language: str) -> Card:
    is_late = deadline.on < statement.on and deadline.duty != EARLIEST_DAY
    return Card(
        slug=slug_of(deadline),
        title=deadline_title(deadline, language),
        is_warning=deadline.duty != EARLIEST_DAY,
        to_do=emphasise(deadline_to_do(deadline, language), long_day(deadline.on, language)),
        late=_("Ce jour est passé : faites-le dès que possible.") if is_late else "",
        how=_(HOW[deadline.duty]) if deadline.duty in HOW else "",
        otherwise=deadline_otherwise(deadline, dossier, language),
        because=because_deadline(deadline, dossier, language),
        leads_to_licence=deadline.duty in TO_A_LICENCE,
    )
