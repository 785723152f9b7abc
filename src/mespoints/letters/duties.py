"""Which duties have come due, or changed: the letters 48N and 48SI to look at, and what is to be told of each.

Code de la route, art. R. 223-4, II: a 48N without a stage in four months is for the procureur; art. L. 223-5, III: a
48SI without the title in ten jours francs is for the préfet; art. R. 223-8, IV: a stage followed in time makes the
comptable refund the fine. ``law.overdue`` decides; what was told already is remembered, line by line.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection, transaction

from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI
from mespoints.law.days import add_months
from mespoints.law.overdue import ENDED, FULFILLED, MISSED, DutyStanding, stage_duty, title_duty
from mespoints.law.reading import read_dossier
from mespoints.letters.duty_cells import COMPTABLE, PREFET, PROCUREUR, Case, cells_of
from mespoints.letters.files import has_died_in
from mespoints.letters.models import DutyLine
from mespoints.letters.outbox import holders_of
from mespoints.letters.routing import destinations
from mespoints.register.books import Book, open_books
from mespoints.register.ledger import payloads_of
from mespoints.register.models import Holder

DEATH, ERASED = "death", "erased"
"""The grounds, beside the words of ``law.overdue``, on which nothing is to be told any more."""

FOLLOWED_BY = {"lettre_48n": PROCUREUR, "lettre_48si": PREFET}
SETTLED = (FULFILLED, ENDED, DEATH, ERASED)
CHUNK = 500
LEAST_DAYS_OF_TITLE = 11
"""Ten jours francs are never over sooner; the stage's months are counted by the law."""

FOR_GOOD = """NOT (s.why = 'death' AND EXISTS (
    SELECT 1 FROM register_act t JOIN register_act d ON d.licence_id = t.licence_id
    WHERE t.id = s.act_id AND d.kind = 'death_annulled'
))"""
"""What settles a duty; a death that was taken back does not."""

# Letters of which nothing was ever said and whose delay may be over, or may have been answered; then those that were
# told of, when their file has learned something since, and those that were withdrawn and may come back.
NEW = f"""
SELECT a.licence_id, a.id FROM register_act a
WHERE a.kind IN ('lettre_48n', 'lettre_48si') AND a.version = 1
AND NOT EXISTS (SELECT 1 FROM letters_dutysettled s WHERE s.act_id = a.id AND {FOR_GOOD})
AND NOT EXISTS (SELECT 1 FROM letters_dutyline l WHERE l.act_id = a.id)
AND (
    (a.kind = 'lettre_48n' AND a."on" < %s) OR (a.kind = 'lettre_48si' AND a."on" < %s)
    OR (a.kind = 'lettre_48n' AND EXISTS (
        SELECT 1 FROM register_act s WHERE s.licence_id = a.licence_id AND s.kind = 'stage' AND s."on" >= a."on"
    ))
)
"""  # noqa: S608 - our own names
TOLD = f"""
SELECT l.licence_id, l.act_id FROM letters_dutyline l JOIN letters_dutylist d ON d.id = l.list_id
WHERE NOT EXISTS (SELECT 1 FROM letters_dutysettled s WHERE s.act_id = l.act_id AND {FOR_GOOD})
AND NOT EXISTS (SELECT 1 FROM letters_dutyline n WHERE n.act_id = l.act_id AND n.id > l.id)
AND (l.turn %% 2 = 0 OR EXISTS (
    SELECT 1 FROM register_act a WHERE a.licence_id = l.licence_id AND a.recorded_on >= d."on"
))
"""  # noqa: S608 - our own names


class Told(NamedTuple):
    """One line to tell, with its cells; ``turn`` and ``why`` as ``DutyLine`` keeps them."""

    licence: int
    act: int
    recipient: str
    departement: str
    turn: int
    why: str
    cells: tuple[str, ...]


class Found(NamedTuple):
    """What is to be told of some letters, and those that need no more looking at, with the word that says why."""

    told: list[Told]
    settled: dict[int, str]


def letters_to_follow(on: date) -> dict[int, set[int]]:
    """The letters to look at on a day, by licence: what has come due, what was answered, what may have changed."""
    stages = date.fromordinal(add_months(on.toordinal(), -3))  # three months before 1 March 2004
    titles = on - timedelta(days=LEAST_DAYS_OF_TITLE)
    found: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        for statement, given in ((NEW, [stages, titles]), (TOLD, [])):
            cursor.execute(statement, given)
            for licence, act in cursor.fetchall():
                found.setdefault(licence, set()).add(act)
    return found


def follow(on: date) -> Iterator[Found]:
    """What is to be told on a day, some hundreds of licences at a time; nothing is written, nobody waits for long."""
    letters = letters_to_follow(on)
    licences = sorted(letters)
    for start in range(0, len(licences), CHUNK):
        some = licences[start : start + CHUNK]
        with transaction.atomic():
            books = open_books(some)
        holders, turns = holders_of(some), turns_of({act for licence in some for act in letters[licence]})
        found = Found([], {})
        for licence in some:
            look_at(books[licence], holders[licence], letters[licence], turns, on, found)
        yield found


def turns_of(acts: Collection[int]) -> dict[int, int]:
    """How often the procureur, or the préfet, was told of each of these letters."""
    lines = DutyLine.objects.filter(act__in=acts, recipient__in=FOLLOWED_BY.values()).order_by("turn")
    return {line.act_id: line.turn for line in lines}


def look_at(
    book: Book, holder: Holder, letters: Collection[int], turns: dict[int, int], on: date, found: Found
) -> None:
    """Add to ``found`` what is to be told of these letters of one licence."""
    dossier = read_dossier(book.opening.document(payloads_of(book, [])))
    declared = destinations(book, holder, on)[0]
    facts = {act.id: act for act in dossier.acts}
    for act in (act for act in book.acts if act.pk in letters):
        letter = facts.get(act.act_id)
        if letter is None:
            found.settled[act.pk] = ERASED
            continue
        assert isinstance(letter, Lettre48N | Lettre48SI)
        standing = standing_of(dossier, letter, on)
        case = Case(holder, book.opening.neph, declared, dossier, letter, standing)
        word = DEATH if has_died_in(book, holder) else standing.word
        found.told.extend(lines_of(case, book.opening.pk, act.pk, FOLLOWED_BY[act.kind], word, turns.get(act.pk, 0)))
        if word in SETTLED:
            found.settled[act.pk] = word


def standing_of(dossier: Dossier, letter: Lettre48N | Lettre48SI, on: date) -> DutyStanding:
    """What became of the duty that a letter opened."""
    if isinstance(letter, Lettre48N):
        return stage_duty(dossier, letter, on.toordinal())
    return title_duty(dossier, letter, on.toordinal())


def lines_of(case: Case, licence: int, act: int, recipient: str, word: str, turn: int) -> Iterator[Told]:
    """What is to be told of one letter: a duty missed, once; that it is no more, once; a fine to refund."""
    if (word == MISSED) != (turn % 2 == 1):
        cells = cells_of(recipient, case)
        yield Told(licence, act, recipient, case.declared.departement, turn + 1, word, cells)
    if word == FULFILLED and isinstance(case.letter, Lettre48N):
        yield Told(licence, act, COMPTABLE, "", 1, word, cells_of(COMPTABLE, case))
