import pytest

from mespoints.law.explain import stage_advice
from mespoints.law.explain.advice import advice_key, advice_keys
from mespoints.law.explain.french import FRENCH
from tests.law.explain.advices import ADVICE, FOLLOWED
from tests.law.explain.grounds import Life
from tests.law.explain.proofreading import faults

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("life", [*ADVICE.values(), *FOLLOWED.values()])
def test_each_advice_is_told_well(life: Life, language: str) -> None:
    """One sentence or several, whatever a stage would give."""
    _, statement = life.told()

    assert [] == faults(stage_advice(statement, language), language)


@pytest.mark.parametrize("name", ADVICE)
def test_each_first_sentence_has_its_life(name: str) -> None:
    """The key that the life is filed under."""
    _, statement = ADVICE[name].told()

    assert name == advice_key(statement)


@pytest.mark.parametrize("name", FOLLOWED)
def test_each_sentence_that_follows_has_its_life(name: str) -> None:
    """The sentence is told, or fills the first one."""
    _, statement = FOLLOWED[name].told()

    assert name in advice_keys(statement) or FRENCH.stages[name] in stage_advice(statement)


def test_no_sentence_of_an_advice_goes_unread() -> None:
    """Each has its life above."""

    assert set(FRENCH.stages) == {*ADVICE, *FOLLOWED, "once_a_year"}


def advice_of(life: Life) -> str:
    """The advice in French, with plain spaces."""
    _, statement = life.told()
    return stage_advice(statement).replace(SPACE, " ")


def test_a_useful_stage_says_from_which_day_waiting_gives_as_much() -> None:
    """The day of twelve points stands beside the gain: a stage has a price."""

    assert advice_of(ADVICE["useful"]) == (
        "Un stage suivi maintenant vous rendrait 4 points : votre solde passerait à 10 points. "
        "Sans stage, le solde doit revenir à 12 points le 10 janvier 2027 si vous ne commettez pas d'infraction "
        "d'ici là : à partir de ce jour, attendre donne autant."
    )


def test_three_weeks_are_worth_waiting() -> None:
    """A full restoration that comes soon is told before anyone pays for a stage."""

    assert advice_of(FOLLOWED["soon_otherwise"]) == (
        "Un stage suivi maintenant vous rendrait 4 points : votre solde passerait à 10 points. Mais attendre peut "
        "suffire : sans stage, vous devez avoir au moins autant de points dès le 20 février 2024 si vous ne commettez "
        "pas d'infraction d'ici là."
    )


def test_a_stage_overtaken_is_not_sold() -> None:
    """The points are back before it takes effect, whatever the gain of the day."""
    life = ADVICE["overtaken"]
    _, statement = life.told()

    assert 4 == statement.stage.gain
    assert advice_of(life).startswith(
        "Un stage suivi maintenant ne servirait à rien : il prendrait effet le 21 février 2024"
    )


def test_little_now_and_more_later() -> None:
    """One point now, three in four months: better wait, and the day is told."""
    advice = advice_of(FOLLOWED["more_later_if_not_now"])

    assert "ne vous rendrait que 1 point, sur 4 possibles" in advice
    assert "un autre stage ne pourrait en rendre que s'il commence le 3 septembre 2023 ou après" in advice
    assert "mieux vaut attendre le 15 janvier 2023 : le plafond sera alors de 12 points" in advice
    assert "un stage pourrait vous rendre 3 points" in advice


def test_little_now_and_more_after_a_pending_decision() -> None:
    """The pending offence may make the same stage worth four points."""
    advice = advice_of(FOLLOWED["more_if_pending"])

    assert "Si l'infraction en attente entraîne un retrait" in advice
    assert "un stage suivi après la décision pourrait vous rendre 4 points" in advice


def test_a_stage_before_a_decision_that_would_take_everything() -> None:
    """Waiting is not advised when the sum would reach zero."""
    advice = advice_of(FOLLOWED["pending_to_zero"])

    assert "peut vous coûter 6 points : sans stage avant la décision, le solde serait alors nul." in advice


def test_the_stage_that_bars_is_named_with_its_last_day() -> None:
    """When it ended, from which day another one counts, and for how much."""

    assert advice_of(ADVICE["too_soon"]).startswith(
        "Un stage ne rend des points qu'une fois par an, et le dernier s'est terminé le 2 mars 2024 : le prochain peut "
        "vous rendre 2 points s'il commence le 3 mars 2025 ou après."
    )


def test_at_zero_nothing_is_promised_without_a_stage() -> None:
    """The 48SI comes long before the points do."""
    advice = advice_of(ADVICE["zero"])

    assert "garderait votre permis valable" in advice
    assert "Sans stage" not in advice


def test_the_two_years_of_the_former_rule_are_told() -> None:
    """Before 16 March 2011 a stage gave points every two years."""

    assert "qu'une fois tous les deux ans, et le dernier s'est terminé le 2 mars 2010" in advice_of(
        FOLLOWED["once_in_two_years"]
    )
