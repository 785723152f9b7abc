"""Why points are not back yet: each withdrawal that still weighs, and what the licence never held."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.comparison import LOST as NOT_HELD
from mespoints.law.days import parse_day
from mespoints.law.explain import english_missing, french_missing
from mespoints.law.explain.missing import STILL_MISSING, Account, fates_of, missing_points, points_held
from mespoints.law.explain.standing import live_again
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.law.explain.grounds import BANNED, LOST, ONE, SIX, Life
from tests.law.explain.proofreading import faults
from tests.law.lives import offence, on_day, stage
from tests.oracle.histories import procedural_history, random_day, random_history

NOVICE = "2023-06-01"
THREE = offence("i1", "2023-12-20", "2024-01-10", 3)
TWO_LATER = offence("i2", "2024-03-01", "2024-04-01", 2)


def account(life: Life, language: str = "fr") -> Account:
    """What a life is missing."""
    standing = live_again(*life.told())
    return missing_points(standing, fates_of(standing, language), language)


def test_who_has_twelve_points_misses_none() -> None:
    """Nothing withdrawn, nothing told."""
    assert Account(0, (), None, 0) == account(Life("2024-05-01", ()))


def test_a_withdrawal_says_which_delay_runs_from_which_day_to_which() -> None:
    """Two years from the payment, its end, and the right of ten years behind it; the articles apart."""
    (one,) = account(Life("2024-02-01", (THREE,))).withdrawn

    assert ("i1", 3) == (one.offence, one.points)
    assert one.answer == (
        "Ces 3 points reviennent le 10 janvier 2026 si vous ne commettez pas d'infraction d'ici là\u00a0: "
        "deux ans après le paiement du 10 janvier 2024."
    )
    assert list(one.more) == [
        (
            "Même si une infraction empêche ce retour, ces points reviennent le 10 janvier 2034 au plus tard, dix ans "
            "après le paiement du 10 janvier 2024, si votre permis est toujours valable."
        )
    ]
    assert one.articles == ("art. L. 223-6, al. 1", "art. L. 223-6, al. 5")


def test_what_started_a_delay_again_is_named() -> None:
    """The earlier withdrawal comes back the day of the later one, which started its delay again."""
    later, earlier = account(Life("2024-05-01", (THREE, TWO_LATER))).withdrawn

    assert ("i2", "i1") == (later.offence, earlier.offence)
    assert later.answer.startswith("Ces 2 points reviennent avec tous les autres le 1er avril 2026")
    assert earlier.answer == "Ces 3 points reviennent le même jour, le 1er avril 2026, à la même condition."
    assert earlier.more[0] == (
        "Ce délai compte depuis la dernière infraction établie\u00a0: ouvert le 10 janvier 2024, il est reparti le "
        "1er avril 2024 avec l'infraction commise le 1er mars 2024."
    )
    assert not any("reparti" in sentence for sentence in later.more)


def test_an_earlier_end_does_not_start_a_later_delay_again() -> None:
    """An offence that was established last is the one that the delay runs from: nothing started it again."""
    late = offence("i2", "2023-11-01", "2024-04-01", 2)
    withdrawn = account(Life("2024-05-01", (late, THREE | {"final_on": "2024-03-01"}))).withdrawn

    assert not any("reparti" in sentence for one in withdrawn if one.offence == "i2" for sentence in one.more)


@pytest.mark.parametrize(("class_", "words"), [("c5", "la cinquième classe"), ("delit", "un délit")])
def test_a_grave_offence_has_no_right_of_ten_years(class_: str, words: str) -> None:
    """The fifth class and délits are told so, in the place of a day."""
    (one,) = account(Life("2024-02-01", (offence("i1", "2023-12-20", "2024-01-10", 3, class_),))).withdrawn

    assert words in one.more[0]
    assert "dix ans n'existe pas" in one.more[0]


def test_one_point_is_told_in_the_singular() -> None:
    """« Ce point », in its answer and in its backstop."""
    (one,) = account(Life("2024-02-01", (ONE,))).withdrawn

    assert "ce point revient" in one.more[0]


def test_points_that_come_back_after_ten_years_have_no_other_backstop() -> None:
    """Once the ten years come first, nothing more is said."""
    every_two_years = tuple(offence(f"o{y}", f"{y}-11-05", f"{y}-12-01", 1) for y in range(2015, 2024, 2))
    life = Life("2023-12-20", (offence("i1", "2013-12-20", "2014-01-10", 3, "c4"), *every_two_years))
    (one,) = [one for one in account(life).withdrawn if one.offence == "i1"]

    assert one.answer.startswith("Ces 3 points reviennent le 10 janvier 2024\u00a0: dix ans après")
    assert ((), ("art. L. 223-6, al. 5",)) == (one.more, one.articles)


def test_what_cannot_come_back_waits_for_a_stage() -> None:
    """No delay runs any more: only a stage gives points; the register that was taken over held one point more."""
    found = account(Life("2024-03-01", (SIX, on_day("carried_over", "c", "2024-03-01", balance=7))))
    (one,) = found.withdrawn

    assert (5, 6, 0, None) == (found.points, one.points, found.given_back, found.never_held)
    assert [
        "Le retour après dix ans n'existe pas pour un délit.", "Seul un stage peut vous rendre des points.",
    ] == list(one.more)  # fmt: skip


@pytest.mark.parametrize(("later", "expected"), [((), (5, 4, 1, 0)), ((stage("s", "2024-06-12"),), (1, 4, 1, 4))])
def test_a_balance_taken_over_has_lost_what_came_before(later: tuple[dict[str, object], ...], expected: object) -> None:
    """Four points of a known offence and one of before the file: told once each; a stage gave what it gave."""
    four = offence("i1", "2023-12-20", "2024-01-10", 4)
    taken_over = on_day("carried_over", "c", "2024-03-01", balance=7, last_final_on="2024-01-10")
    found = account(Life("2024-07-02", (four, taken_over, *later)))

    assert found.never_held is not None
    assert expected == (found.points, found.withdrawn[0].points, found.never_held.points, found.given_back)


def test_points_of_a_foreign_licence_follow_it() -> None:
    """The French licence that replaces it has the same points: no stage is told of, and nothing was never held."""
    life = Life(
        "2024-02-01", (THREE, on_day("french_licence", "f", "2024-02-01")), obtained_on="2020-01-15", foreign=True
    )
    found = account(life)

    assert (3, 3, None, 0) == (found.points, found.withdrawn[0].points, found.never_held, found.given_back)


@pytest.mark.parametrize(
    ("acts", "foreign", "cause", "more"),
    [
        (LOST, False, "la lettre 48SI notifiée", 1),
        ((SIX, on_day("licence_annulled", "a", "2024-05-02")), False, "un juge a annulé ce permis", 1),
        (BANNED, True, "une interdiction de circuler en France est notifiée", 0),
    ],
)
def test_a_lost_licence_is_told_in_one_answer(
    acts: tuple[dict[str, object], ...], foreign: bool, cause: str, more: int
) -> None:
    """All its points together, and that a new licence has its own; after a ban they come by themselves."""
    life = Life("2024-06-01", acts, obtained_on="2020-01-15", foreign=foreign)
    (one,) = account(life).withdrawn

    found = account(life)
    lost = sum(act["points"] for act in acts if act["act"] == "offence")

    assert (12, None, 0) == (found.points, found.never_held, found.given_back)
    assert ("", lost) == (one.offence, one.points)
    assert one.answer.startswith(f"Ces {lost} points ne reviendront pas") or foreign
    assert cause in one.answer
    assert more == len(one.more)


def test_a_novice_is_told_of_the_points_never_held() -> None:
    """Nobody took them: they come with the steps of probation."""
    never = account(Life("2024-01-15", (), obtained_on=NOVICE, probation="ordinary")).never_held

    assert never is not None
    assert (6, "Personne ne vous les a retirés") == (never.points, never.answer.split("\u00a0:")[0])
    assert 3 == len(never.more)


@pytest.mark.parametrize(
    ("on", "probation", "points", "more"),
    [("2024-06-01", "ordinary", 4, 2), ("2025-06-01", "ordinary", 2, 1), ("2024-06-01", "aac", 3, 1)],
)
def test_each_step_of_probation_leaves_fewer_to_come(on: str, probation: str, points: int, more: int) -> None:
    """Two points a year, three after apprentissage anticipé: what has come is held."""
    never = account(Life(on, (), obtained_on=NOVICE, probation=probation)).never_held

    assert never is not None
    assert (points, more) == (never.points, len(never.more))


def test_probation_over_what_an_offence_takes_was_held() -> None:
    """The licence reached its 12 points: nothing else is missing, and no stage gave anything."""
    life = Life("2026-09-15", (offence("i1", "2026-07-20", "2026-08-10", 3),), obtained_on=NOVICE, probation="ordinary")

    assert (None, 0, 3) == (account(life).never_held, account(life).given_back, account(life).points)


def test_points_not_earned_in_probation_are_told_of_afterwards() -> None:
    """Probation over, an offence has kept six points away until the full restoration."""
    life = Life("2026-07-15", (offence("i1", "2025-12-20", "2026-01-10", 3),), obtained_on=NOVICE, probation="ordinary")
    never = account(life).never_held

    assert never is not None
    assert "une infraction a empêché de les gagner" in never.answer


def test_a_history_that_begins_late_says_so() -> None:
    """What was missing before the file was taken over has no offence to name."""
    life = Life("2024-03-01", (on_day("carried_over", "c", "2024-02-01", balance=9, last_final_on="2023-05-01"),))
    never = account(life).never_held

    assert never is not None
    assert (3, 1) == (never.points, len(never.more))
    assert "avant le 1er février 2024" in never.answer
    assert "1er mai 2025" in never.more[0] or "1er mai 2026" in never.more[0]


def test_what_a_stage_gave_back_is_set_apart() -> None:
    """Six points withdrawn, four given back: two are missing."""
    found = account(Life("2024-09-01", (SIX, stage("s", "2024-06-12"))))

    assert (2, 4, 6) == (found.points, found.given_back, sum(one.points for one in found.withdrawn))


def test_a_stage_of_former_points_gives_back_nothing_of_those_that_are_missing() -> None:
    """What it gave was forgotten with the full restoration: all three points of the later offence are missing."""
    former = offence("a", "2018-12-05", "2019-01-05", 6)
    found = account(Life("2024-05-01", (former, stage("s", "2019-06-12"), THREE)))

    assert (3, 0, None, ["i1"]) == (
        found.points, found.given_back, found.never_held, [one.offence for one in found.withdrawn],
    )  # fmt: skip


def test_an_offence_that_took_nothing_is_not_missed() -> None:
    """The limit of an episode had been reached: two withdrawals are told of, not three."""
    episode = [
        offence(f"i{number}", "2023-12-20", f"2024-01-{9 + number}", points, episode="e")
        for number, points in enumerate((6, 4, 2), 1)
    ]
    standing = live_again(*Life("2024-05-01", tuple(episode)).told())
    found = missing_points(standing, fates_of(standing))

    assert ["i1", "i2"] == list(fates_of(standing))
    assert [("i2", 2), ("i1", 6)] == [(one.offence, one.points) for one in found.withdrawn]
    assert "reviennent" in found.withdrawn[0].answer


FOUR = offence("i1", "2023-12-20", "2024-01-10", 4)
ONE_MORE = offence("i2", "2024-01-05", "2024-02-10", 1)
NOVICE_AT_CEILING = (offence("i1", "2023-12-20", "2024-01-10", 1), stage("s", "2024-03-12"))


@pytest.mark.parametrize(
    ("life", "fate"),
    [
        (Life("2024-05-01", (ONE, TWO_LATER)), "broken"),
        (Life("2024-08-01", NOVICE_AT_CEILING, obtained_on=NOVICE, probation="ordinary"), "at_ceiling"),
        (Life("2024-05-01", (FOUR, ONE_MORE, stage("s", "2024-03-12"))), "to_12"),
    ],
)
def test_points_that_wait_in_whatever_way_are_missing(life: Life, fate: str) -> None:
    """A delay that was broken, a point that found no room, a return of another that fills the licence."""
    standing = live_again(*life.told())

    assert fate == fates_of(standing)["i1"].fate.key
    assert "i1" in [one.offence for one in account(life).withdrawn]


def test_two_that_nothing_brings_back_are_told_each_in_full() -> None:
    """Only what comes back on one day is told once."""
    acts = (
        SIX,
        offence("z", "2023-05-01", "2023-06-01", 4, "delit"),
        on_day("carried_over", "c", "2024-03-01", balance=2),
    )
    answers = [one.answer for one in account(Life("2024-03-01", acts)).withdrawn]

    assert [f"Aucun retour de ces {n} points n'est prévu dans les douze ans qui viennent." for n in (6, 4)] == answers


def test_two_established_on_one_day_do_not_start_each_other_again() -> None:
    """Neither is later than the other."""
    withdrawn = account(Life("2024-05-01", (THREE, offence("i2", "2023-12-25", "2024-01-10", 2)))).withdrawn

    assert [1, 1] == [len(one.more) for one in withdrawn]


def test_a_stage_just_followed_needs_no_backstop() -> None:
    """Its points come tomorrow, and no offence changes that."""
    (one,) = account(Life("2024-06-12", (THREE, stage("s", "2024-06-12")))).withdrawn

    assert ("Le stage suivi porte le solde à 12 points le 13 juin 2024.", (), 1) == (
        one.answer, one.more, len(one.articles),
    )  # fmt: skip


def test_ten_years_that_found_no_room_are_no_backstop() -> None:
    """A licence whose ceiling was taken over at ten was full that day: a stage is left."""
    taken_over = on_day("carried_over", "c", "2015-03-01", balance=10, ceiling=10)
    (one,) = account(Life("2024-05-01", (offence("a", "2013-12-20", "2014-01-10", 3), taken_over))).withdrawn

    assert ("Seul un stage peut vous rendre des points.",) == one.more


def test_a_licence_lost_again_tells_what_went_with_it() -> None:
    """Neither the points of the former licence, nor one that had come back: those withdrawn since, together."""
    acts = (
        offence("a1", "2018-01-05", "2018-02-05", 6, "delit"), offence("a2", "2018-03-05", "2018-04-05", 6, "delit"),
        on_day("lettre_48si", "l", "2018-05-02"), on_day("licence_obtained", "n", "2019-05-02"),
        offence("b1", "2020-01-05", "2020-02-05", 4), offence("b2", "2020-09-05", "2020-10-05", 1),
        on_day("licence_annulled", "x", "2021-06-02"),
    )  # fmt: skip
    (one,) = account(Life("2021-07-01", acts)).withdrawn

    assert (4, "Ces 4 points ne reviendront pas\u00a0: un juge a annulé ce permis le 2 juin 2021.") == (
        one.points, one.answer,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("acts", "points", "words"),
    [
        (
            (offence("i1", "2015-12-20", "2016-01-10", 2), on_day("carried_over", "c", "2020-03-01", balance=7)),
            5,
            "2020",
        ),
        ((on_day("carried_over", "c", "2020-03-01", balance=5, ceiling=10, last_final_on="2020-01-01"),), 2, "2020"),
        ((on_day("carried_over", "c", "2020-03-01", balance=9), stage("s", "2021-06-12")), 0, ""),
        (tuple(on_day("carried_over", f"c{y}", f"{y}-03-01", balance=8) for y in (2020, 2021)), 4, "2021"),
    ],
)
def test_what_was_missing_before_is_what_neither_stage_nor_delay_gave(
    acts: tuple[dict[str, object], ...], points: int, words: str
) -> None:
    """What came back before the balance was taken over, or since, is not missing; the last one counts."""
    found = account(Life("2022-07-01", acts))

    assert points == found.points == (found.never_held.points if found.never_held else 0)
    assert words in (found.never_held.answer if found.never_held else "")


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        (("2020-03-01",), "un permis probatoire ne les porte pas encore"),
        (("2023-06-01",), "avant le 1er juin 2023"),
        (("2020-03-01", "2023-09-01"), "avant le 1er septembre 2023"),
        (("2023-07-01", "2023-09-01"), "avant le 1er septembre 2023"),
    ],
)
def test_a_balance_taken_over_on_a_former_licence_explains_nothing(acts: tuple[str, ...], words: str) -> None:
    """One taken over since the day of the licence does."""
    taken_over = [on_day("carried_over", f"c{on}", on, balance=5, ceiling=6) for on in acts]
    never = account(Life("2024-01-15", (*taken_over, on_day("licence_obtained", "n", NOVICE)))).never_held

    assert never is not None
    assert words in never.answer


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (Life("2022-01-01", (on_day("carried_over", "c", "2020-03-01", balance=9),)), "Aucun retour n'en est prévu"),
        (
            Life("2022-01-01", (on_day("carried_over", "c", "2020-03-01", balance=11, last_final_on="2021-01-01"),)),
            "Le 1er janvier 2023, votre solde reviendra à 12 points",
        ),
        (
            Life(
                "2024-01-15", (offence("i1", "2023-12-20", "2024-01-10", 1),), obtained_on=NOVICE, probation="ordinary"
            ),
            "Le 1er juin 2026, à la fin de votre période probatoire, votre solde reviendra à 12 points",
        ),
    ],
)
def test_only_what_brings_never_held_points_is_told_of_them(life: Life, expected: str) -> None:
    """A single point on its way back is not theirs; an end of probation that gives nothing is not told."""
    never = account(life).never_held

    assert never is not None
    assert [True] == [sentence.startswith(expected) for sentence in never.more]


def test_both_languages_say_the_same() -> None:
    """The same sentences, with the same gaps."""
    assert list(french_missing.SENTENCES) == list(english_missing.SENTENCES)


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    make=st.sampled_from([random_history, procedural_history]),
    language=st.sampled_from(["fr", "en"]),
)
def test_every_missing_point_is_accounted_for(seed: int, make: object, language: str) -> None:
    """Withdrawn and not back, or never held, less what stages gave back; and every sentence is well told."""
    rng = random.Random(seed)
    history = make(rng)  # type: ignore[operator]
    dossier = read_dossier(history)
    statement = make_statement(dossier, parse_day(random_day(rng, history)))
    standing = live_again(dossier, statement)
    fates = fates_of(standing, language)
    found = missing_points(standing, fates, language)
    every = (*found.withdrawn, *([found.never_held] if found.never_held else []))
    sentences = [sentence for one in every for sentence in (one.answer, *one.more)]

    assert [] == [fault for sentence in sentences for fault in faults(sentence, language)]
    assert 12 - statement.balance == found.points
    if statement.status not in NOT_HELD:
        taken = sum(one.points for one in found.withdrawn)
        assert taken == -sum(f.withdrawal.movement.points for f in fates.values() if f.fate.key in STILL_MISSING)
        assert 0 <= found.given_back <= sum(m.points for m in standing.lived.movements if m.cause == "stage")
        if not any(movement.cause in ("carried_over", "french_licence") for movement in standing.lived.movements):
            held = points_held(standing.lived, [one.offence for one in found.withdrawn])
            assert taken - found.given_back <= held - standing.lived.signed_balance
