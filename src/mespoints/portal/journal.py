"""The journal of accesses in plain words: who looked, by which means, on which day and at which hour."""

from collections.abc import Iterable
from datetime import tzinfo
from html import escape
from typing import NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_noop

from mespoints.law.explain import article_words, long_day
from mespoints.portal.wording import labelled, said
from mespoints.register.accesses import RECIPIENT
from mespoints.register.looks import Look
from mespoints.register.models import Access

VIEWERS = {
    "holder": gettext_noop("Vous"),
    "agent": gettext_noop("Un agent de préfecture"),
    "authority": gettext_noop("Une autorité"),
    "auditor": gettext_noop("Le contrôle des accès au fichier"),
    RECIPIENT: gettext_noop("Une personne à qui vous avez donné un code"),
}
MEANS = {
    "franceconnect": gettext_noop("avec FranceConnect"),
    "neph": gettext_noop("avec votre numéro de dossier et votre code"),
    "api": gettext_noop("par l'accès des autorités"),
}
SHOWN = {
    "balance": gettext_noop("votre solde et ses mouvements"),
    "balance_as_known": gettext_noop("votre solde et ses mouvements, tels que connus du fichier un autre jour"),
    "what_if": gettext_noop("votre solde, et ce qu'il deviendrait (« Et si... ? »)"),
    "licence": gettext_noop("la validité et les catégories de votre permis"),
    "agenda": gettext_noop("vos échéances, en fichier d'agenda"),
    "letters": gettext_noop("la liste de vos lettres"),
    "letter": gettext_noop("une de vos lettres"),
    "code": gettext_noop("l'état de votre code confidentiel"),
    "compte": gettext_noop("votre choix de recevoir vos lettres en ligne"),
    "attestation": gettext_noop("votre attestation de droits à conduire"),
    "restreint": gettext_noop("votre relevé restreint"),
    "releve": gettext_noop("votre relevé intégral"),
    "dossier": gettext_noop("votre relevé intégral, pour un logiciel"),
    "claims": gettext_noop("vos réclamations"),
    "shares": gettext_noop("vos codes de partage"),
    "rights": gettext_noop("la validité et les catégories de votre permis, jamais vos points"),
    "agent_file": gettext_noop("l'ensemble de votre dossier"),
    "agent_file_as_known": gettext_noop("l'ensemble de votre dossier, tel que connu un autre jour"),
    "agent_letters": gettext_noop("vos lettres et ce qu'elles sont devenues"),
    "agent_identity": gettext_noop("votre état civil, parmi ceux qui répondaient à une recherche"),
    "agent_code": gettext_noop("l'état de votre code confidentiel"),
    "agent_code_asked": gettext_noop("l'état de votre code confidentiel, pour vous en envoyer un nouveau"),
    "agent_review": gettext_noop("votre état civil, pour vérifier une connexion avec FranceConnect"),
    "agent_link": gettext_noop("rien de plus : l'identité FranceConnect qui ouvre ce dossier a changé"),
    "agent_corrected": gettext_noop("rien de plus : votre état civil a été rectifié dans ce dossier"),
    "agent_not_dead": gettext_noop("rien de plus : un décès enregistré par erreur a été retiré de ce dossier"),
    "agent_entry": gettext_noop("votre dossier, pour y enregistrer un fait"),
    "journal": gettext_noop("la liste de ceux qui ont consulté votre dossier"),
    "existence": gettext_noop("l'existence de votre permis"),
    "categories": gettext_noop("ses catégories"),
    "validity": gettext_noop("sa validité"),
    "restrictions": gettext_noop("ses restrictions"),
    "identity": gettext_noop("votre état civil"),
    "address": gettext_noop("votre adresse"),
    "titles": gettext_noop("vos titres de conduite"),
    "measures": gettext_noop("les mesures sur votre droit de conduire"),
    "offences": gettext_noop("vos infractions établies"),
    "points": gettext_noop("votre solde"),
    "movements": gettext_noop("l'historique de vos points"),
    "refused": gettext_noop("rien : la demande a été refusée"),
    "declaration": gettext_noop("rien encore : votre employeur vous a déclaré comme conducteur"),
    "declaration_ended": gettext_noop("plus rien : votre employeur ne suit plus votre permis"),
    "validity_notice": gettext_noop("un changement de la validité de votre permis"),
}
"""What was shown, by the words that the journal keeps; other words are shown as they are."""


LINE = """\
<li><b><time datetime="{}">{}, {}</time></b>
<p>{}</p>
<p class="soft">{}{}</p></li>
"""
HOUR = gettext_noop("%(hour)d h %(minute)02d")
NAMED, NUMBERED = gettext_noop("sous le nom de « %(name)s »"), gettext_noop("code de partage n° %(number)s")


class AccessLine(NamedTuple):
    """One look at the file. ``basis`` is empty when the driver looked: no one owes a reason for that."""

    iso: str
    day: str
    hour: str
    who: str
    shown: str
    basis: str


def access_list(lines: Iterable[AccessLine]) -> SafeString:
    """The lines as HTML, written as text: a page holds fifty, and a template takes ten times as long."""
    return mark_safe("".join(map(_item, lines)))  # noqa: S308 - every value is escaped


def _item(line: AccessLine) -> str:
    *values, basis = map(escape, line)
    return LINE.format(*values, f" ({basis})" if basis else "")


def access_lines(accesses: Iterable[Access | Look], language: str) -> tuple[AccessLine, ...]:
    """Every access, in the order given."""
    here = timezone.get_current_timezone()
    return tuple(_line(access, language, here) for access in accesses)


def _line(access: Access | Look, language: str, here: tzinfo) -> AccessLine:
    at = access.at.astimezone(here)
    who = access.who if access.viewer == "authority" and access.who else said(VIEWERS[access.viewer], language)
    if access.who and access.viewer in ("agent", "auditor"):
        who = labelled(who, access.who)
    means, reason = _means_and_reason(access, language)
    return AccessLine(
        iso=at.isoformat(timespec="minutes"),
        day=long_day(at.toordinal(), language),
        hour=said(HOUR, language) % {"hour": at.hour, "minute": at.minute},
        who=f"{who}, {means}" if means else who,
        shown=", ".join(said(SHOWN[word], language) if word in SHOWN else word for word in access.shown.split(", ")),
        basis="" if access.viewer == "holder" else f"{reason}, {article_words(access.article, language)}",
    )


def _means_and_reason(access: Access | Look, language: str) -> tuple[str, str]:
    """How the file was reached, and why; who used a code said who they are, and nobody checked it."""
    if access.viewer == RECIPIENT:
        return said(NAMED, language) % {"name": access.who}, said(NUMBERED, language) % {"number": access.reason}
    return said(MEANS[access.means], language) if access.means in MEANS else access.means, access.reason
