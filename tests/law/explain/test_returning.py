"""What brings the points of a withdrawal back, or why they are not back yet."""

import pytest

from mespoints.law.explain import returns_of
from mespoints.law.explain.english import ENGLISH
from mespoints.law.explain.french import FRENCH
from mespoints.law.explain.language import Language
from mespoints.law.explain.returning import NOT_TAKEN, ReturnGaps, return_of
from mespoints.law.explain.standing import live_again
from tests.law.explain.grounds import AGAIN, BANNED, EMPTY, EVERY_TWO_YEARS, LETTER_ANNULLED, LOST, ONE, SIX, Life
from tests.law.explain.proofreading import faults
from tests.law.lives import offence, on_day, stage

NOVICE = "2020-01-15"
TWO_LATER = offence("i2", "2024-03-01", "2024-04-01", 2)
AT_MOST_TEN = on_day("carried_over", "c", "2023-01-01", balance=10, ceiling=10)
FOUR = offence("i1", "2023-12-20", "2024-01-10", 4, "c4")
FOREIGN_NOVICE = (
    offence("i1", "2023-12-20", "2024-01-10", 8, "c3"),
    on_day("french_licence", "f", "2024-02-01", probation="ordinary"),
)

LIVES: dict[str, Life] = {
    "alone": Life("2024-02-01", (ONE,)),
    "ten_years": Life("2023-06-10", (offence("i1", "2013-12-20", "2014-01-10", 3, "c4"), *EVERY_TWO_YEARS)),
    "all": Life("2024-02-01", (offence("i1", "2023-12-20", "2024-01-10", 3),)),
    "with_others": Life("2024-05-01", (offence("i1", "2023-12-20", "2024-01-10", 3), TWO_LATER)),
    "broken": Life("2024-08-01", (ONE, TWO_LATER)),
    "at_ceiling": Life(
        "2021-09-01",
        (
            offence("i1", "2020-12-20", "2021-01-10", 1),
            offence("i2", "2020-12-21", "2021-01-10", 2),
            stage("s", "2021-03-02"),
        ),
        obtained_on=NOVICE,
    ),
    "to_12": Life("2024-02-01", FOREIGN_NOVICE, obtained_on=NOVICE, foreign=True),
    "to_12_by_stage": Life("2024-03-02", (ONE, stage("s", "2024-03-02"))),
    "to_ceiling_by_stage": Life("2024-03-02", (AT_MOST_TEN, ONE, stage("s", "2024-03-02"))),
    "nothing": Life("2024-03-01", (SIX, on_day("carried_over", "c", "2024-03-01", balance=7))),
    "back_alone": Life("2024-08-01", (ONE,)),
    "back_with_others": Life("2027-02-01", (FOUR,)),
    "back_to_12": Life("2024-04-01", (ONE, stage("s", "2024-03-02"))),
    "annulled": Life("2024-08-01", (SIX, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"))),
    "suspended": Life("2024-08-01", (SIX, on_day("withdrawal_suspended", "w", "2024-06-01", offence="i1"))),
    "ended_by_48si": Life("2024-05-01", LOST),
    "ended_by_judge": Life("2024-06-01", (SIX, on_day("licence_annulled", "a", "2024-05-02"))),
    "ended_by_ban": Life("2024-06-01", BANNED, obtained_on=NOVICE, foreign=True),
    "ended_by_new_licence": Life("2024-06-01", (SIX, on_day("licence_obtained", "a", "2024-05-02"))),
    "why_full_back": Life("2024-02-01", (offence("i1", "2023-12-20", "2024-01-10", 3),)),
    "why_full_back_grave": Life("2024-02-01", (FOUR,)),
    "why_full_back_before_2011": Life("2011-06-10", (offence("i1", "2010-11-20", "2010-12-10", 3),)),
    "why_full_back_after_probation": Life(
        "2021-09-01", (offence("i1", "2020-06-20", "2020-07-10", 3),), obtained_on=NOVICE
    ),
    "since_other": Life("2024-05-01", (offence("i1", "2023-12-20", "2024-01-10", 3), TWO_LATER)),
    "grave_c4": Life("2024-02-01", (FOUR,)),
    "grave_c5": Life("2024-02-01", (FOUR | {"class": "c5"},)),
    "grave_delit": Life("2024-02-01", (SIX,)),
    "grave_other": Life("2024-05-01", (TWO_LATER | {"id": "i1"}, FOUR | {"id": "i2"})),
}
"""One life for each sentence and each part of one; the points are those of the first offence."""


def first_return(life: Life, language: Language) -> ReturnGaps:
    """What is told of the first withdrawal of a life."""
    dossier, statement = life.told()
    withdrawal = next(one for one in statement.movements if one.offence == "i1" and one.points < 0)
    return return_of(withdrawal, live_again(dossier, statement), language)


def returns(life: Life, language: str = "fr") -> str:
    """The sentence on the points of the offence i1, its spaces made plain."""
    return returns_of(*life.told(), language)["i1"].replace("\N{NO-BREAK SPACE}", " ")


def test_every_sentence_has_its_life() -> None:
    """No sentence, and no part of one, goes unread; both languages have the same."""
    assert set(LIVES) == set(FRENCH.returns)
    assert set(FRENCH.returns) == set(ENGLISH.returns)


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize("key", LIVES)
def test_each_return_is_told_well(key: str, language: Language) -> None:
    """The life is told by its sentence, which is complete, agreed and set as its language wants."""
    code = "fr" if language is FRENCH else "en"
    gaps = first_return(LIVES[key], language)
    sentence = returns_of(*LIVES[key].told(), code)["i1"]

    assert [] == faults(sentence, code)
    assert language.typeset(language.returns[key].format_map(gaps)) in sentence


WRITTEN = {
    "alone": (
        "Ce point revient le 10 juillet 2024 : six mois après le paiement du 10 janvier 2024, "
        "si vous ne commettez pas d'infraction d'ici là (art. L. 223-6, al. 3)."
    ),
    "broken": (
        "Ce point ne revient pas seul, car une autre infraction, commise le 1er mars 2024 dans les six mois qui "
        "suivent le paiement du 10 janvier 2024, entraîne un retrait ; il revient avec tous les autres "
        "le 1er avril 2026 si vous ne commettez pas d'infraction d'ici là : deux ans après le paiement "
        "du 1er avril 2024 pour l'infraction du 1er mars 2024 "
        "(art. L. 223-6, al. 1 et 3 ; Conseil d'État, 4 décembre 2017, n° 402423)."
    ),
    "why_full_back_grave": (
        "Ces 4 points reviennent le 10 janvier 2027 si vous ne commettez pas d'infraction d'ici là : trois ans "
        "après le paiement du 10 janvier 2024, et non deux, car cette infraction est une contravention "
        "de la quatrième classe (art. L. 223-6, al. 2 ; Conseil d'État, 21 novembre 2016, n° 392555)."
    ),
    "why_full_back_after_probation": (
        "Ces 3 points reviennent avec tous les autres le 15 janvier 2023 si vous ne commettez pas d'infraction "
        "d'ici là : c'est la fin de la période probatoire, pendant laquelle le délai de deux ans ouvert par "
        "le paiement du 10 juillet 2020 ne rend pas de points (art. L. 223-6, al. 1, et L. 223-1, dernier al.)."
    ),
    "back_alone": "Ce point est revenu le 10 juillet 2024 (art. L. 223-6, al. 3).",
    "ended_by_48si": (
        "Ces 6 points ne reviendront pas : la lettre 48SI notifiée le 2 avril 2024 a invalidé ce permis "
        "(art. L. 223-5, I, et R. 223-3, III)."
    ),
}


@pytest.mark.parametrize("key", WRITTEN)
def test_returns_read_as_written(key: str) -> None:
    """A few sentences to the letter."""
    assert WRITTEN[key] == returns(LIVES[key])


def test_the_48si_to_come_is_part_of_the_condition() -> None:
    """At zero points every return is under threat of the letter, or of the ban for a foreign licence."""
    abroad = Life("2024-03-20", EMPTY, obtained_on=NOVICE, foreign=True)

    assert "et si la lettre 48SI n'est pas notifiée avant" in returns(Life("2024-03-20", EMPTY))
    assert "et si l'interdiction de circuler en France n'est pas notifiée avant" in returns(abroad)


def test_a_ceiling_below_12_is_filled_again_by_the_full_delay() -> None:
    """A ceiling of ten that was taken over, without probation: all that was withdrawn comes back, to ten."""
    two = offence("i1", "2023-12-20", "2024-01-10", 2)
    alone, together = (returns(Life("2024-05-01", (AT_MOST_TEN, two, *more))) for more in ((), (TWO_LATER,)))

    assert alone.startswith("Ces 2 points reviennent le 10 janvier 2026 si")
    assert together.startswith("Ces 2 points reviennent avec tous les autres le 1er avril 2026 si")
    assert "Le stage suivi porte le solde à 10 points, son plafond, le 3 mars 2024 (" in returns(
        LIVES["to_ceiling_by_stage"]
    )


def test_a_stage_that_does_not_fill_brings_these_points_no_nearer() -> None:
    """What came before a balance was taken over, without its delay: no return is planned, stage or not."""
    taken_over = on_day("carried_over", "c", "2024-02-15", balance=2, ceiling=10)
    life = Life("2024-03-02", (SIX, taken_over, stage("s", "2024-03-02")))

    assert returns(life).startswith("Aucun retour de ces 6 points n'est prévu")


def test_another_point_may_bring_the_balance_to_12() -> None:
    """After a stage, the single point of another offence is all that is missing."""
    two = offence("i1", "2023-12-20", "2024-01-10", 4)
    acts = (two, offence("i2", "2023-12-21", "2024-01-10", 1), stage("s", "2024-03-02"))

    assert returns(Life("2024-04-01", acts)).startswith("Le solde doit être de nouveau de 12 points le 10 juillet 2024")


def test_a_point_is_known_not_to_come_back_alone_before_its_day() -> None:
    """An offence already decided inside the six months bars it from then on."""
    assert returns(LIVES["broken"]) == returns(LIVES["broken"]._replace(on="2024-05-01"))


@pytest.mark.parametrize(
    "acts",
    [
        (*LOST, on_day("withdrawal_annulled", "w", "2024-10-01", offence="i2")),
        (*LOST, on_day("withdrawal_suspended", "w", "2024-10-01", offence="i2")),
    ],
    ids=["annulled", "suspended"],
)
def test_a_licence_held_again_gives_back_as_before(acts: tuple[dict[str, object], ...]) -> None:
    """What ended with the licence comes back in its time once the licence is held again."""
    assert returns(Life("2024-11-22", acts)).startswith("Ces 6 points reviennent le 10 janvier 2027 si")


@pytest.mark.parametrize(
    "acts",
    [
        (*LOST, on_day("lettre_48si_suspended", "j", "2024-10-01")),
        (*LOST, on_day("lettre_48si_annulled", "j", "2024-10-01")),
        (
            *LOST,
            stage("s", "2024-04-20"),
            AGAIN | {"on": "2024-05-15"},
            LETTER_ANNULLED | {"on": "2024-06-01"},
            on_day("licence_exchanged", "e", "2024-07-01"),
        ),
    ],
    ids=["letter suspended", "letter annulled", "exchanged"],
)
def test_a_48si_undone_gives_hope_again(acts: tuple[dict[str, object], ...]) -> None:
    """The points of the former licence come back as if the letter had never been notified."""
    assert returns(Life("2024-11-22", acts)).startswith("Ces 6 points reviennent avec tous les autres le 10 mars 2027")


def test_a_suspension_that_is_over_changes_nothing() -> None:
    """Once the letter bites again, the points of that licence are lost for good."""
    suspended = on_day("lettre_48si_suspended", "j", "2024-05-02", to="2024-09-02")

    assert returns(Life("2024-11-22", (*LOST, suspended))) == returns(LIVES["ended_by_48si"])


def test_points_taken_during_a_suspension_that_is_over_are_told_as_never_taken() -> None:
    """Lived again, their decision came after the loss of the licence."""
    suspended = on_day("lettre_48si_suspended", "j", "2024-05-02", to="2024-09-02")
    taken = offence("i3", "2024-06-20", "2024-07-10", 1)
    dossier, statement = Life("2024-11-22", (*LOST, stage("s", "2024-05-10"), suspended, taken)).told()
    withdrawal = next(one for one in statement.movements if one.offence == "i3")

    assert return_of(withdrawal, live_again(dossier, statement), FRENCH).fate.key == NOT_TAKEN
    assert "votre permis n'était plus valable" in returns_of(dossier, statement)["i3"]


def test_an_annulment_brings_back_the_point_that_it_had_barred() -> None:
    """Without the offence that broke its six months, the single point was back on its day."""
    annulled = on_day("withdrawal_annulled", "w", "2024-08-01", offence="i2")
    third = offence("i3", "2024-07-15", "2024-07-20", 2)
    life = Life("2024-11-22", (ONE, TWO_LATER, third, annulled))

    assert returns(life) == "Ce point est revenu le 10 juillet 2024 (art. L. 223-6, al. 3)."
