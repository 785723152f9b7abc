"""What is recorded of the holder: a civil status corrected, a death taken back. It changes who may sign in.

The line names only what differs from the register on the day on which it is typed, with the reason and the proof.
"""

import json
from datetime import date, datetime
from typing import Any, NamedTuple

from mespoints.desk.files.holder import value_words
from mespoints.desk.files.words import CIVIL_STATUS, PROOFS
from mespoints.desk.models import Decision, Entry
from mespoints.desk.recording.entries import Typed
from mespoints.desk.recording.forms import EntryForm, value_of
from mespoints.desk.recording.kinds import Kind
from mespoints.identity.matching import candidates, holder_status
from mespoints.identity.models import Link
from mespoints.identity.open_sessions import end_all
from mespoints.intake.models import FeedLine
from mespoints.law.explain import day_words
from mespoints.register.accesses import record_access
from mespoints.register.files import latest, payloads_of
from mespoints.register.holders import DEATH, NOT_DEAD
from mespoints.register.models import Holder, Licence

ARTICLE = "L225-4"
CORRECTION, DEATH_TAKEN_BACK = "etat_civil", "deces_retire"
SHOWN = {CORRECTION: "agent_corrected", DEATH_TAKEN_BACK: "agent_not_dead"}
"""The word of the journal that the holder reads, by kind of entry."""

LONGEST_REASON = 200
MAY_BE_EMPTY = ("usage_name", "birth_place")

SESSIONS_END = "Validée, elle ferme les connexions ouvertes sur ce dossier, et le titulaire la lit dans son journal."
DOCUMENTS = "Les documents à venir porteront ces mentions ; ceux qui sont déjà scellés gardent les leurs."
LINKED = (
    "Une identité FranceConnect ouvre ce dossier : si elle porte un autre jour de naissance que celui-ci, sa prochaine "
    "connexion demandera une vérification."
)
HOMONYM = (
    "Un autre dossier répond à cet état civil : vérifiez qu'il ne s'agit pas de la même personne inscrite deux fois. "
    "Sa connexion demanderait le NEPH."
)
ALIVE = (
    "Le titulaire pourra se connecter de nouveau ; les lettres que le décès avait arrêtées partiront au prochain envoi."
)


class CivilStatusForm(EntryForm):
    """The whole civil status as the register holds it, to be put right where it is wrong."""

    def __init__(self, kind: Kind, licence: Licence, data: Any = None, *, today: date) -> None:
        super().__init__(kind, data, today=today)
        self.holder, self.differing = licence.holder, dict[str, Any]()
        for key in CIVIL_STATUS:
            held = getattr(self.holder, key)
            self.initial[key] = ", ".join(held) if isinstance(held, list) else held
            self.fields[key].required = key not in MAY_BE_EMPTY
        self.fields["proof"].choices = [  # type: ignore[attr-defined]
            (word, words) for word, words in PROOFS.items() if word != "certificat_de_vie"
        ]

    def clean(self) -> None:
        """Something has to be put right."""
        told = {key: value_of(key, self.cleaned_data[key]) for key in CIVIL_STATUS if key in self.cleaned_data}
        self.differing = {key: value for key, value in told.items() if value != getattr(self.holder, key)}
        if not self.errors and not self.differing:
            self.add_error(None, "Rien ne diffère de ce que tient le registre : corrigez ce qui est faux.")

    def typed(self) -> Typed:
        """The line names what differs, and nothing else of the civil status."""
        typed = super().typed()
        others = {key: value for key, value in typed.values.items() if key not in CIVIL_STATUS}
        return typed._replace(values=others | self.differing)


class NotDeadForm(EntryForm):
    """Which of the deaths recorded is taken back."""

    def __init__(self, kind: Kind, licence: Licence, data: Any = None, *, today: date) -> None:
        super().__init__(kind, data, today=today)
        acts = latest(payloads_of(licence, (DEATH, NOT_DEAD)))
        self.fields["death"].choices = [  # type: ignore[attr-defined]
            (act["id"], f"{act['id']}, décès du {words_of(act['on'])}") for act in acts if act["act"] == DEATH
        ]


def form_of(kind: Kind, licence: Licence, data: Any, today: date) -> EntryForm:
    """The form of a kind on a file; ``licence`` comes with its holder."""
    if kind.word == CORRECTION:
        return CivilStatusForm(kind, licence, data, today=today)
    if kind.word == DEATH_TAKEN_BACK:
        return NotDeadForm(kind, licence, data, today=today)
    return EntryForm(kind, data, today=today)


class Change(NamedTuple):
    """One key of the civil status: as the register holds it today, as the entry tells it."""

    label: str
    held: str
    told: str


def changes_of(entry: Entry) -> list[Change]:
    """What an entry that waits would change of the civil status."""
    line, holder = json.loads(entry.line), entry.licence.holder
    return [
        Change(label, value_words(key, getattr(holder, key)), value_words(key, line[key]))
        for key, label in CIVIL_STATUS.items()
        if entry.kind == CORRECTION and key in line
    ]


def consequences_of(entry: Entry) -> list[str]:
    """What the second agent has to know before deciding on an entry about the holder."""
    if entry.kind == DEATH_TAKEN_BACK:
        return [ALIVE, SESSIONS_END]
    if entry.kind != CORRECTION:
        return []
    line, holder = json.loads(entry.line), entry.licence.holder
    told = Holder(**{key: line.get(key, getattr(holder, key)) for key in CIVIL_STATUS})
    others = [one for one in candidates(holder_status(told)) if one.licence.pk != entry.licence_id]
    is_linked = "birth_date" in line and Link.objects.filter(licence=entry.licence_id).exists()
    return [*([HOMONYM] if others else []), *([LINKED] if is_linked else []), DOCUMENTS, SESSIONS_END]


def follow(decision: Decision, line: str, now: datetime) -> None:
    """Once the register has taken it: who was signed in is not any more, and the holder reads who decided, and why."""
    entry, taken = decision.entry, decision.taken
    if entry.kind not in SHOWN or taken is None or taken.fate != FeedLine.Fate.ACCEPTED:
        return
    told = json.loads(line)
    reason = f"{told['reason']} ({PROOFS[told['proof']]}, saisie n° {entry.pk})"
    end_all(entry.licence_id, now)
    record_access(
        entry.licence, viewer="agent", who=decision.agent.public_name, means="", article=ARTICLE,
        reason=reason[:LONGEST_REASON], shown=SHOWN[entry.kind],
    )  # fmt: skip


def words_of(day: str) -> str:
    """A day of an act in words."""
    return day_words(date.fromisoformat(day).toordinal())
