"""The movements of a statement as the page shows them: one line each, which opens to its proof."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.acts import Dossier, Offence
from mespoints.law.days import iso
from mespoints.law.explain import because, cause_words, day_words, points_words
from mespoints.law.explain.labels import label_of
from mespoints.law.letter_forms import ACKNOWLEDGED, REGISTERED, SIMPLE, letter_form
from mespoints.law.letters import LETTER_NAMES
from mespoints.law.results import Movement, Statement
from mespoints.letters.whereabouts import LetterKey, Whereabouts, key_of
from mespoints.portal.erased import why_it_begins_there
from mespoints.portal.letters.state import Asked, state_words
from mespoints.portal.offences import Title, offences_of, title_of
from mespoints.portal.wording import out_of, said, signed, unbroken


class Proof(NamedTuple):
    """One term of a movement's proof, and what is known of it. ``language`` is empty when it is that of the page.

    ``letter``: the rank of a letter among those of the driver, to lead to « Mes lettres »; 0 for what leads nowhere.
    """

    term: str
    text: str
    language: str = ""
    letter: int = 0


class MovementLine(NamedTuple):
    """``tone``: "minus", "plus" or "none". ``change_words`` says ``change`` to those who cannot see its sign."""

    iso: str
    day: str
    title: str
    title_language: str
    change: str
    change_words: str
    tone: str
    balance: str
    because: str
    proofs: tuple[Proof, ...]


INFRACTION, COMMITTED, PLACE = gettext_noop("Infraction"), gettext_noop("Commise le"), gettext_noop("Lieu")
NAMED = gettext_noop("Dans votre dossier")
ESTABLISHED, DECIDED = gettext_noop("Établie le"), gettext_noop("Retrait décidé le")
LETTER, WHERE, RETURN = gettext_noop("Lettre"), gettext_noop("Où elle est"), gettext_noop("Retour des points")
NO_POINT = gettext_noop("aucun point")
LESS, MORE = gettext_noop("%(points)s en moins"), gettext_noop("%(points)s en plus")
TO_THE_CARTE_GRISE = gettext_noop("%(letter)s ; envoyée à l'adresse de la carte grise du véhicule")

ESTABLISHED_BY = {
    "paiement": gettext_noop("par le paiement de l'amende"),
    "titre_executoire": gettext_noop("par l'amende majorée, faute de paiement à temps (titre exécutoire)"),
    "composition_penale": gettext_noop("par l'exécution d'une composition pénale"),
    "condamnation": gettext_noop("par une condamnation définitive"),
}

LETTERS = {
    "48": gettext_noop("48, %(form)s : le retrait et votre solde"),
    "48M": gettext_noop("48M, %(form)s : le retrait, votre solde, et la possibilité d'un stage volontaire"),
    "48N": gettext_noop("48N, %(form)s : le retrait et l'obligation d'un stage"),
    "48SI": gettext_noop("48SI, %(form)s : solde nul et invalidation"),
    "interdiction": gettext_noop("interdiction de circuler en France, %(form)s : solde nul d'un permis étranger"),
    "46": gettext_noop("46, %(form)s : tous vos points"),
    "46D": gettext_noop("46D, %(form)s : le retour d'un point"),
    "46B": gettext_noop("46B, %(form)s : le retour de points après dix ans"),
    "47": gettext_noop("47, %(form)s : les points de votre stage"),
    "rectificatif": gettext_noop("lettre rectificative : l'ancien et le nouveau solde"),
}

FORMS = {
    SIMPLE: gettext_noop("lettre simple"),
    REGISTERED: gettext_noop("lettre recommandée"),
    ACKNOWLEDGED: gettext_noop("lettre recommandée avec avis de réception"),
}
"""How a letter was sent in its time."""
ON_LINE = gettext_noop("déposée sur votre compte en ligne")

SOURCES = {
    "radar": gettext_noop("contrôlée par radar"),
    "video": gettext_noop("contrôlée par vidéo"),
    "interception": gettext_noop("constatée en vous arrêtant"),
}
"""How the offence was found. The first two send the letter to the address of the certificat d'immatriculation."""
BY_CAMERA = ("radar", "video")


class Behind(NamedTuple):
    """What proves the movements: the acts, what brings points back by offence, where the letters are.

    ``on``: the day of the statement.
    """

    dossier: Dossier
    returns: Mapping[str, str]
    letters: Mapping[LetterKey, Whereabouts]
    on: date
    language: str


def movement_lines(statement: Statement, behind: Behind) -> tuple[MovementLine, ...]:
    """Every movement, newest first."""
    offences = offences_of(behind.dossier)
    lines = [_line(movement, offences.get(movement.offence or ""), behind) for movement in statement.movements]
    return tuple(reversed(lines))


def _line(movement: Movement, offence: Offence | None, behind: Behind) -> MovementLine:
    language = behind.language
    title = _title(movement, behind.dossier, offence, language)
    return MovementLine(
        iso=iso(movement.on),
        day=day_words(movement.on, language),
        title=title.text,
        title_language=title.language,
        change=signed(movement.points),
        change_words=change_words(movement.points, language),
        tone="minus" if movement.points < 0 else "plus" if movement.points else "none",
        balance=out_of(movement.balance, movement.ceiling, language),
        because=why_it_begins_there(movement) or because(movement, behind.dossier, language),
        proofs=_proofs(movement, offence, behind),
    )


def _title(movement: Movement, dossier: Dossier, offence: Offence | None, language: str) -> Title:
    """The label of the offence withdrawn, else the heading of the movement."""
    if movement.cause == "withdrawal" and offence is not None and label_of(offence):
        return title_of(offence, language)
    return Title(cause_words(movement, dossier, language), "")


def change_words(change: int, language: str) -> str:
    """« 4 points en moins »."""
    if change == 0:
        return said(NO_POINT, language)
    words = said(LESS if change < 0 else MORE, language)
    return words % {"points": points_words(abs(change), language)}


def _proofs(movement: Movement, offence: Offence | None, behind: Behind) -> tuple[Proof, ...]:
    """The facts behind a movement, those that exist alone."""
    language, is_withdrawal = behind.language, movement.cause == "withdrawal"
    back = behind.returns.get(movement.offence or "", "") if is_withdrawal else ""
    proofs = [
        *(
            [Proof(said(INFRACTION, language), *title_of(offence, language))]
            if offence is not None and not is_withdrawal
            else ()
        ),
        *(_facts(offence, language) if offence is not None else ()),
        *_letter(movement, offence, behind),
        Proof(said(RETURN, language), unbroken(back)),
    ]
    return tuple(proof for proof in proofs if proof.text)


def _facts(offence: Offence, language: str) -> list[Proof]:
    """What the file calls an offence, where the page does not, its place and its three days."""
    named = offence.label if offence.label and label_of(offence, language) != offence.label else ""
    return [
        Proof(said(NAMED, language), named, "fr"),
        Proof(
            said(COMMITTED, language),
            _joined(day_words(offence.committed_on, language), offence.source, SOURCES, language),
        ),
        Proof(said(PLACE, language), offence.place or ""),
        Proof(said(ESTABLISHED, language), _day(offence.final_on, offence.final_by, ESTABLISHED_BY, language)),
        Proof(said(DECIDED, language), _day(offence.decided_on, None, {}, language)),
    ]


def _day(day: int | None, word: str | None, table: dict[str, str], language: str) -> str:
    return _joined(day_words(day, language), word, table, language) if day is not None else ""


def _joined(day: str, word: str | None, table: dict[str, str], language: str) -> str:
    return f"{day}, {said(table[word], language)}" if word in table else day


def _letter(movement: Movement, offence: Offence | None, behind: Behind) -> tuple[Proof, ...]:
    """The letter that the movement owes, the address it goes to when a camera found the offence, and where it is."""
    if movement.letter is None:
        return ()
    language = behind.language
    where = behind.letters.get(key_of(movement)) if behind.letters else None
    form = FORMS.get(letter_form(LETTER_NAMES.index(movement.letter), movement.on), FORMS[SIMPLE])
    is_on_line = where is not None and where.deposited is not None
    letter = said(LETTERS[movement.letter], language) % {"form": said(ON_LINE if is_on_line else form, language)}
    is_by_camera = movement.cause == "withdrawal" and offence is not None and offence.source in BY_CAMERA
    if is_by_camera and not is_on_line:
        letter = said(TO_THE_CARTE_GRISE, language) % {"letter": letter}
    if where is None:
        return (Proof(said(LETTER, language), letter),)
    asked = Asked(behind.dossier, behind.on, language)
    state = state_words(where, movement.letter, date.fromordinal(movement.on), asked)
    return Proof(said(LETTER, language), letter), Proof(said(WHERE, language), unbroken(state), letter=where.place)
