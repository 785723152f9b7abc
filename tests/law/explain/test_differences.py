import random
import re
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier
from mespoints.law.check import Check, Difference, check_releve
from mespoints.law.days import parse_day
from mespoints.law.explain.differences import (
    VERBS,
    difference_because,
    difference_words,
    sentence_key,
    wording_of,
)
from mespoints.law.reading import read_dossier
from mespoints.law.releve import Releve, Shown, read_releve
from tests.law.explain.proofreading import faults
from tests.law.releves import faithful_releve, releve_document
from tests.oracle.histories import random_day, random_history

NO_BREAK = "\N{NO-BREAK SPACE}"
START = ("1996-05-06", 12, 12)
A, B = ("2024-01-20", -1, 11), ("2024-02-15", -1, 10)
A_BACK, B_BACK = ("2024-07-20", 1, 11), ("2024-08-15", 1, 12)


def read_again(sentence: str, language: str) -> list[str]:
    """The faults of a sentence; « la loi retire » is no « retiré » that lost its accent."""
    return faults(re.sub(r"(loi|relevé|\ben) retire(nt)?\b", r"\1 rend", sentence), language)


class Shows(NamedTuple):
    """A relevé of a public case with one difference, and the sentence of it in both languages."""

    case: str
    on: str
    movements: tuple[tuple[Any, ...], ...]
    balance: int
    french: str
    english: str

    def first(self) -> tuple[Difference, Dossier]:
        """The first difference with the registered reading, and its dossier."""
        releve = read_releve(releve_document(self.case, self.on, *self.movements, balance=self.balance))
        return check_releve(releve).compared[0].differences[0], releve.dossier


SENTENCES: dict[str, Shows] = {
    "not_shown": Shows(
        "GC-12", "2023-07-10", (("2020-01-15", 6, 6), ("2021-01-15", 2, 8), ("2021-07-10", -2, 6)), 6,
        "Le 10 juillet 2023, la loi rend 6 points (art. L. 223-6, al. 1) ; le relevé ne les montre pas : "
        "il affiche 6 points, la loi en donne 12.",
        "On 10 July 2023, the law gives back 6 points (art. L. 223-6, para. 1); the relevé does not show them: "
        "it shows 6 points, the law gives 12.",
    ),
    "not_shown, one point": Shows(
        "GC-40", "2024-02-01", (START,), 12,
        "Le 20 janvier 2024, la loi retire 1 point (art. L. 223-1, al. 4) ; le relevé ne le montre pas : "
        "il affiche 12 points, la loi en donne 11.",
        "On 20 January 2024, the law withdraws 1 point (art. L. 223-1, para. 4); the relevé does not show it: "
        "it shows 12 points, the law gives 11.",
    ),
    "not_shown, the opening": Shows(
        "GC-40", "2024-02-01", (A,), 11,
        "Le 6 mai 1996, la loi donne 12 points (ancien code de la route, art. L. 11 et suivants) ; le relevé ne les "
        "montre pas : le solde est pourtant le même, 12 points.",
        "On 6 May 1996, the law gives 12 points (former Code de la route, art. L. 11 and following); the relevé does "
        "not show them: yet the balance is the same, 12 points.",
    ),
    "not_shown, a step": Shows(
        "GC-01", "2024-01-01", (("2023-01-01", 6, 6),), 6,
        "Le 1er janvier 2024, la loi ajoute 2 points (art. L. 223-1, al. 2) ; le relevé ne les montre pas : "
        "il affiche 6 points, la loi en donne 8.",
        "On 1 January 2024, the law adds 2 points (art. L. 223-1, para. 2); the relevé does not show them: "
        "it shows 6 points, the law gives 8.",
    ),
    "not_shown, the end of a probation": Shows(
        "GC-01", "2026-01-01", (("2023-01-01", 6, 6), ("2024-01-01", 2, 8), ("2025-01-01", 2, 10)), 10,
        "Le 1er janvier 2026, la loi ajoute 2 points (art. R. 223-1, IV) ; le relevé ne les montre pas : "
        "il affiche 10 points, la loi en donne 12.",
        "On 1 January 2026, the law adds 2 points (art. R. 223-1, IV); the relevé does not show them: "
        "it shows 10 points, the law gives 12.",
    ),
    "not_shown, nothing left": Shows(
        "GC-08", "2024-02-20", (("2023-10-01", 6, 6),), 6,
        "Le 20 février 2024, la loi retire 6 points (art. L. 223-1, al. 4) ; le relevé ne les montre pas : "
        "il affiche 6 points, la loi n'en laisse aucun.",
        "On 20 February 2024, the law withdraws 6 points (art. L. 223-1, para. 4); the relevé does not show them: "
        "it shows 6 points, the law leaves none.",
    ),
    "not_shown_lost": Shows(
        "N-08", "2021-06-10", (START,), 12,
        "Le 10 juin 2021, l'annulation du permis met le solde à zéro (art. L. 224-12) ; le relevé ne la montre pas : "
        "il affiche 12 points, la loi n'en laisse aucun.",
        "On 10 June 2021, the annulment of the licence sets the balance to zero (art. L. 224-12); the relevé does not "
        "show it: it shows 12 points, the law leaves none.",
    ),
    "not_shown_obtained": Shows(
        "N-08", "2022-03-01", (START, ("2021-06-10", -12, 0)), 0,
        "Le 1er mars 2022, un nouveau permis commence avec 6 points (art. R. 223-1, II) ; le relevé ne le montre pas : "
        "il affiche 0 point, la loi en donne 6.",
        "On 1 March 2022, a new licence begins with 6 points (art. R. 223-1, II); the relevé does not show it: "
        "it shows 0 points, the law gives 6.",
    ),
    "not_given": Shows(
        "GC-40", "2024-06-01", (START, A, B, ("2024-05-02", -3, 7)), 7,
        "Le 2 mai 2024, le relevé retire 3 points ; la loi n'en retire pas ce jour-là (art. L. 223-1, al. 4) : "
        "il affiche 7 points, la loi en donne 10.",
        "On 2 May 2024, the relevé withdraws 3 points; on that day the law does not (art. L. 223-1, para. 4): "
        "it shows 7 points, the law gives 10.",
    ),
    "not_given, a return": Shows(
        "GC-40", "2024-06-01", (START, A, B, ("2024-05-02", 2, 12)), 12,
        "Le 2 mai 2024, le relevé ajoute 2 points ; la loi n'en ajoute pas ce jour-là (art. L. 223-6) : "
        "il affiche 12 points, la loi en donne 10.",
        "On 2 May 2024, the relevé adds 2 points; on that day the law does not (art. L. 223-6): "
        "it shows 12 points, the law gives 10.",
    ),
    "not_given, a stage": Shows(
        "GC-23e", "2021-06-01", (START, ("2021-04-09", 4, 12)), 12,
        "Le 9 avril 2021, le relevé rend 4 points ; la loi n'en rend pas ce jour-là (art. R. 223-8, II) : "
        "le solde est pourtant le même, 12 points.",
        "On 9 April 2021, the relevé gives back 4 points; on that day the law does not (art. R. 223-8, II): "
        "yet the balance is the same, 12 points.",
    ),
    "other_day": Shows(
        "GC-40", "2024-09-01", (START, A, B, ("2024-07-29", 1, 11), B_BACK), 12,
        "Le 20 juillet 2024, la loi rend 1 point (art. L. 223-6, al. 3) ; le relevé ne le montre que le "
        "29 juillet 2024 : jusque-là, il affiche 10 points, la loi en donne 11.",
        "On 20 July 2024, the law gives back 1 point (art. L. 223-6, para. 3); the relevé shows it only on "
        "29 July 2024: until then it shows 10 points, the law gives 11.",
    ),
    "other_day_early": Shows(
        "GC-40", "2024-09-01", (START, A, B, ("2024-07-02", 1, 11), B_BACK), 12,
        "Le 2 juillet 2024, le relevé rend 1 point ; la loi ne le fait que le 20 juillet 2024 (art. L. 223-6, al. 3) : "
        "jusque-là, il affiche 11 points, la loi en donne 10.",
        "On 2 July 2024, the relevé gives back 1 point; the law does so only on 20 July 2024 "
        "(art. L. 223-6, para. 3): until then it shows 11 points, the law gives 10.",
    ),
    "other_points": Shows(
        "GC-30b", "2019-06-01", (START, ("2018-11-01", -4, 8)), 8,
        "Le 1er novembre 2018, la loi retire 6 points (art. L. 223-1, al. 4, et R. 415-11), le relevé 4 : "
        "il affiche 8 points, la loi en donne 6.",
        "On 1 November 2018, the law withdraws 6 points (art. L. 223-1, para. 4, and R. 415-11), the relevé 4: "
        "it shows 8 points, the law gives 6.",
    ),
    "other_points, none": Shows(
        "GC-40", "2024-02-01", (START, ("2024-01-20", 0, 12, "a")), 12,
        "Le 20 janvier 2024, la loi retire 1 point (art. L. 223-1, al. 4), le relevé aucun : "
        "il affiche 12 points, la loi en donne 11.",
        "On 20 January 2024, the law withdraws 1 point (art. L. 223-1, para. 4), the relevé none: "
        "it shows 12 points, the law gives 11.",
    ),
    "other_points, the other way": Shows(
        "N-08", "2022-03-01", (START, ("2021-06-10", -12, 0), ("2022-03-01", -3, 6)), 6,
        "Le 1er mars 2022, la loi donne 6 points (art. R. 223-1, II), le relevé −3 : "
        "le solde est pourtant le même, 6 points.",
        "On 1 March 2022, the law gives 6 points (art. R. 223-1, II), the relevé −3: "
        "yet the balance is the same, 6 points.",
    ),
    "other_day_and_points": Shows(
        "GC-23c", "2021-03-01", (START, ("2021-02-15", -3, 9)), 9,
        "Le 10 février 2021, la loi retire 2 points (art. L. 223-1, al. 4) ; le relevé en retire 3, le 15 février "
        "2021 : jusque-là, il affiche 12 points, la loi en donne 10.",
        "On 10 February 2021, the law withdraws 2 points (art. L. 223-1, para. 4); the relevé withdraws 3, on "
        "15 February 2021: until then it shows 12 points, the law gives 10.",
    ),
    "other_day_and_points, none": Shows(
        "GC-23c", "2021-03-01", (START, ("2021-02-15", 0, 12, "a")), 12,
        "Le 10 février 2021, la loi retire 2 points (art. L. 223-1, al. 4) ; le relevé n'en retire aucun, le "
        "15 février 2021 : jusque-là, il affiche 12 points, la loi en donne 10.",
        "On 10 February 2021, the law withdraws 2 points (art. L. 223-1, para. 4); the relevé withdraws none, on "
        "15 February 2021: until then it shows 12 points, the law gives 10.",
    ),
    "other_day_and_points_early": Shows(
        "GC-23c", "2021-03-01", (START, ("2021-02-05", -3, 9)), 9,
        "Le 5 février 2021, le relevé retire 3 points ; la loi en retire 2, le 10 février 2021 "
        "(art. L. 223-1, al. 4) : jusque-là, il affiche 9 points, la loi en donne 12.",
        "On 5 February 2021, the relevé withdraws 3 points; the law withdraws 2, on 10 February 2021 "
        "(art. L. 223-1, para. 4): until then it shows 9 points, the law gives 12.",
    ),
    "other_balance": Shows(
        "GC-40", "2024-06-01", (START, A, ("2024-02-15", -1, 9)), 9,
        "Le 15 février 2024, la loi et le relevé retirent 1 point (art. L. 223-1, al. 4), mais le relevé affiche "
        "9 points, la loi en donne 10.",
        "On 15 February 2024, the law and the relevé withdraw 1 point (art. L. 223-1, para. 4), but the relevé shows "
        "9 points, the law gives 10.",
    ),
    "other_balance_alone": Shows(
        "GC-40", "2024-06-01", (START, A, B, ("2024-03-01", 0, 1)), 10,
        "Le 1er mars 2024, le relevé affiche 1 point, la loi en donne 10 (art. L. 223-1), et aucun mouvement "
        "n'explique cet écart.",
        "On 1 March 2024, the relevé shows 1 point, the law gives 10 (art. L. 223-1), and no movement explains this.",
    ),
    "other_final_balance": Shows(
        "GC-40", "2024-09-01", (START, A, B, A_BACK, B_BACK), 11,
        "Le 1er septembre 2024, jour du relevé, il affiche 11 points, la loi en donne 12 (art. L. 223-6), et aucun "
        "mouvement n'explique cet écart.",
        "On 1 September 2024, the day of the relevé, it shows 11 points, the law gives 12 (art. L. 223-6), and no "
        "movement explains this.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_a_difference_in_one_sentence(name: str) -> None:
    """The day, what the law gives with its articles, what the relevé shows, both sums; in both languages."""
    shows = SENTENCES[name]
    difference, dossier = shows.first()

    assert sentence_key(difference) == name.split(",")[0]
    assert difference_words(difference, dossier).replace(NO_BREAK, " ") == shows.french
    assert difference_words(difference, dossier, "en") == shows.english


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_proofreader_finds_nothing(name: str, language: str) -> None:
    """Agreement, accents, spaces, dates."""
    difference, dossier = SENTENCES[name].first()

    assert read_again(difference_words(difference, dossier, language), language) == []


def test_every_sentence_is_told_once_at_least() -> None:
    """No sentence of the tables is left unread here, but the early one of a movement shown without points."""
    told = {name.split(",")[0] for name in SENTENCES}

    assert told == set(wording_of("fr").sentences) == set(wording_of("en").sentences)


def test_both_languages_have_the_same_words() -> None:
    """Verbs and sums by the same keys."""
    french, english = wording_of("fr"), wording_of("en")

    assert (set(french.verbs), set(french.sums)) == (set(english.verbs), set(english.sums))
    assert set(VERBS.values()) <= set(french.verbs)


def test_the_ground_is_that_of_the_law() -> None:
    """What brings the movement back, word for word as in the statement; nothing where the law has nothing."""
    returned, dossier = SENTENCES["not_shown"].first()
    invented, other = SENTENCES["not_given"].first()

    assert "deux ans après" in (difference_because(returned, dossier) or "")
    assert "two years after" in (difference_because(returned, dossier, "en") or "")
    assert difference_because(invented, other) is None


def test_a_balance_carried_over_is_given() -> None:
    """Not given back: it never was taken."""
    document: dict[str, Any] = {
        "format": "releve/1",
        "on": "2025-06-01",
        "dossier": {
            "format": "dossier/1",
            "licence": {"obtained_on": "2022-06-12"},
            "acts": [{"act": "carried_over", "id": "c", "on": "2023-03-21", "balance": 10, "ceiling": 10}],
        },
        "movements": [{"on": "2022-06-12", "points": 6, "balance": 6}],
        "balance": 6,
    }
    releve = read_releve(document)
    difference = check_releve(releve).compared[0].differences[0]

    assert "Le 21 mars 2023, la loi donne 4 points (art. L. 223-11)" in difference_words(difference, releve.dossier)


def test_a_movement_shown_late_with_another_balance() -> None:
    """The law moved on its own day: on this one the balance stands alone."""
    shown = (START, A, B, ("2024-07-29", 1, 5))
    releve = read_releve(releve_document("GC-40", "2024-08-01", *shown, balance=5))
    late, other = check_releve(releve).compared[0].differences

    assert (sentence_key(late), sentence_key(other)) == ("other_day", "other_balance_alone")
    assert difference_words(other, releve.dossier).startswith("Le 29 juillet 2024, le relevé affiche 5 points")


def spoiled(rng: random.Random, releve: Releve) -> Releve:
    """The relevé with some of its movements lost, moved, changed or added."""
    movements: list[Shown] = []
    for one in releve.movements:
        change = rng.randrange(6)
        if change == 1:
            one = one._replace(points=max(-12, one.points + rng.choice((-1, 1, 2))))
        if change == 2:
            one = one._replace(on=min(releve.on, one.on + rng.choice((-20, 1, 40))))
        if change == 3:
            one = one._replace(balance=rng.randrange(13))
        if change != 0:
            movements.append(one)
        if change == 4:
            movements.append(one._replace(points=rng.choice((-3, -1, 1, 4)), act=None))
    return releve._replace(movements=tuple(movements), balance=rng.choice((releve.balance, 5)))


def spoiled_check(seed: int, reading: str) -> tuple[Check, Dossier]:
    """The check of a random life that the administration shows badly."""
    rng = random.Random(seed)
    history = random_history(rng)
    dossier = read_dossier(history)
    releve = faithful_releve(dossier, parse_day(random_day(rng, history)), reading, has_acts=rng.random() < 0.5)
    return check_releve(spoiled(rng, releve)), dossier


@settings(max_examples=200, deadline=None)
@given(
    seed=st.integers(min_value=0, max_value=10**9),
    reading=st.sampled_from(["registered", "strict"]),
    language=st.sampled_from(["fr", "en"]),
)
def test_whatever_is_shown_is_told_well(seed: int, reading: str, language: str) -> None:
    """Every difference has its sentence, in the order of the days, and no bad one."""
    check, dossier = spoiled_check(seed, reading)
    told = [one for compared in check.compared for one in compared.differences]
    sentences = [difference_words(one, dossier, language) for one in told]
    sentences += [ground for one in told if (ground := difference_because(one, dossier, language)) is not None]

    assert [] == [fault for sentence in sentences for fault in read_again(sentence, language)]
    assert all(
        [one.on for one in compared.differences] == sorted(one.on for one in compared.differences)
        for compared in check.compared
    )
