import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier, Offence
from mespoints.law.comparison import Outcome, compare
from mespoints.law.days import Day, parse_day
from mespoints.law.explain import outcome_words, scenario_words
from mespoints.law.explain.english_scenarios import SENTENCES as IN_ENGLISH
from mespoints.law.explain.french_scenarios import SENTENCES as IN_FRENCH
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import Scenario, Supposition, SuppositionRefused, read_scenario
from tests.law.explain.grounds import BANNED, EMPTY, LOST
from tests.law.explain.proofreading import faults
from tests.law.lives import OLD, offence, on_day
from tests.oracle.histories import random_day, random_history

SPACE = "\N{NO-BREAK SPACE}"
ON = "2024-12-01"
FOUR = offence("i1", "2024-01-20", "2024-02-15", 4)
NOT_FINAL = {"act": "offence", "id": "i2", "class": "c3", "points": 1, "committed_on": "2024-11-02"}
PAID = "paiement:i2@2024-12-05"
NOVICE: dict[str, Any] = {"obtained_on": "2024-06-12"}
FOREIGN: dict[str, Any] = {"foreign": True}
AT_MOST_EIGHT = on_day("carried_over", "c", "2024-01-01", balance=6, ceiling=8)
LOSES = (
    offence("x", "2020-01-10", "2020-02-10", 6, "delit", episode="e"),
    offence("y", "2020-01-10", "2020-02-11", 2, episode="e"),
    offence("z", "2020-01-10", "2023-01-10", 1, "c1", episode="e"),
    offence("v", "2020-02-20", "2020-03-20", 6, "c4"), offence("w", "2020-03-20", "2020-04-20", 4, "c4"),
    on_day("lettre_48si", "l", "2023-06-01"),
)  # fmt: skip
"""Without the first of three simultaneous offences the last one costs its point: the return comes after the letter."""


class What:
    """A file, a scenario, and the sentences of its outcome."""

    def __init__(self, *acts: dict[str, Any], text: str = "nothing", on: str = ON, **licence: Any) -> None:
        document = {"format": "dossier/1", "licence": {"obtained_on": OLD} | licence, "acts": list(acts)}
        self.dossier: Dossier = read_dossier(document)
        self.on: Day = parse_day(on)
        self.scenario: Scenario = read_scenario(text, self.dossier, self.on)
        self.outcome: Outcome = compare(self.dossier, self.on, [self.scenario])[-1]

    def heading(self, language: str = "fr") -> str:
        """What is supposed, with plain spaces."""
        return scenario_words(self.scenario, self.dossier, language).replace(SPACE, " ")

    def told(self, language: str = "fr") -> str:
        """What becomes of it, with plain spaces."""
        return outcome_words(self.outcome, self.dossier, self.on, language).replace(SPACE, " ")


HEADINGS = {
    "nothing": "Si rien de nouveau n'arrive",
    PAID: "Si vous payez l'amende de l'infraction du 2 novembre 2024 le 5 décembre 2024",
    "titre_executoire:i2@2025-03-01": (
        "Si l'amende de l'infraction du 2 novembre 2024 est majorée le 1er mars 2025 (titre exécutoire)"
    ),
    "stage@2025-01-20": "Si vous terminez un stage le 20 janvier 2025",
    "withdrawal_annulled:i1@2025-01-20": (
        "Si le retrait pour l'infraction du 20 janvier 2024 est annulé le 20 janvier 2025"
    ),
    f"stage@2025-01-20+withdrawal_annulled:i1@2025-02-20+{PAID}": (
        "Si vous payez l'amende de l'infraction du 2 novembre 2024 le 5 décembre 2024, si vous terminez un stage "
        "le 20 janvier 2025 et si le retrait pour l'infraction du 20 janvier 2024 est annulé le 20 février 2025"
    ),
}


@pytest.mark.parametrize("text", HEADINGS)
def test_a_scenario_has_a_heading(text: str) -> None:
    """Each fact by its day, in the order of the days."""

    assert HEADINGS[text] == What(FOUR, NOT_FINAL, text=text).heading()


def test_one_more_offence_is_named_with_its_price() -> None:
    """The label and the points of the barème; a label recalled, or a code, says that it is unverified."""
    seen, recalled = What(text="offence:203@2025-01-20"), What(text="offence:21528@2025-01-20")

    assert "le 20 janvier 2025 une infraction de plus (Non-arrêt" in seen.heading()
    assert seen.heading().endswith(", 4 points)")
    assert "[code NATINF non vérifié], 6 points)" in recalled.heading()
    assert "[NATINF code unverified], 6 points)" in recalled.heading("en")


def test_two_offences_of_one_day_are_told_apart() -> None:
    """By their label, else by their id."""
    named = NOT_FINAL | {"id": "i3", "label": "Excès de vitesse"}

    assert "du 2 novembre 2024 (i2) le" in What(NOT_FINAL, named, text=PAID).heading()
    assert "(Excès de vitesse) le" in What(NOT_FINAL, named, text="paiement:i3@2024-12-05").heading()


OUTCOMES = {
    "with_lowest": What(FOUR, NOT_FINAL, text=PAID),
    "twelve_again": What(NOT_FINAL, text=PAID),
    "twelve_first": What(**NOVICE),
    "ceiling": What(NOT_FINAL, text=PAID, **NOVICE),
    "never": What(AT_MOST_EIGHT, text="stage@2025-01-20"),
    "at_twelve": What(),
    "unchanged": What(AT_MOST_EIGHT),
    "zero": What(FOUR, text="offence:203@2025-01-05+offence:203@2025-01-06+stage@2025-02-01"),
    "zero_already": What(*EMPTY, on="2024-03-20"),
    "zero_foreign": What(FOUR, text="offence:203@2025-01-05+offence:203@2025-01-06", **FOREIGN),
    "zero_already_foreign": What(*EMPTY, on="2024-03-20", **FOREIGN),
    "held_again": What(*LOST, text="withdrawal_annulled:i1@2025-01-20"),
    "ban_over": What(*BANNED, **FOREIGN),
    "loses": What(*LOSES, text="withdrawal_annulled:x@2025-01-20"),
    "lost": What(*LOST),
}
"""A scenario for each sentence of an outcome."""

TOLD = {
    "with_lowest": (
        "7 points le 5 décembre 2024, retour à 12 points le 5 décembre 2026 ; solde le plus bas : 7 points."
    ),
    "twelve_again": (
        "11 points le 5 décembre 2024, retour à 12 points le 5 juin 2025 ; solde le plus bas : 11 points."
    ),
    "twelve_first": ("12 points le 12 juin 2027 ; solde le plus bas : 6 points."),
    "ceiling": (
        "5 points le 5 décembre 2024, retour au plafond de 6 points le 5 juin 2025, 12 points le 12 juin 2027 ; "
        "solde le plus bas : 5 points."
    ),
    "never": (
        "Retour au plafond de 8 points le 21 janvier 2025, pas de retour à 12 points dans les douze ans ; "
        "solde le plus bas : 6 points."
    ),
    "at_twelve": ("Le solde reste à 12 points."),
    "unchanged": ("Le solde reste à 6 points : rien ne doit le ramener à 12 points dans les douze ans."),
    "zero": (
        "Le 6 janvier 2025, le solde tombe à zéro : la lettre 48SI peut alors vous être notifiée, et le permis perd "
        "sa validité le jour où elle l'est. Sans cette notification : 4 points le 2 février 2025, retour à 12 points "
        "le 6 janvier 2028."
    ),
    "zero_already": (
        "Le solde est nul : la lettre 48SI peut vous être notifiée, et le permis perd sa validité le jour où elle "
        "l'est. Sans cette notification : retour à 12 points le 10 mars 2027."
    ),
    "zero_foreign": (
        "Le 6 janvier 2025, le solde tombe à zéro : l'interdiction de circuler en France pendant un an peut alors "
        "vous être notifiée. Sans cette notification : retour à 12 points le 6 janvier 2028."
    ),
    "zero_already_foreign": (
        "Le solde est nul : l'interdiction de circuler en France pendant un an peut vous être notifiée. "
        "Sans cette notification : retour à 12 points le 10 mars 2027."
    ),
    "held_again": (
        "Le permis redevient valable le 20 janvier 2025, avec 6 points. Ensuite : retour à 12 points le 10 mars 2027."
    ),
    "ban_over": ("L'interdiction de circuler en France prend fin : 12 points le 2 avril 2025."),
    "loses": (
        "Le 20 janvier 2025, le permis perd sa validité : sans le retrait annulé, une lettre 48SI notifiée avant ce "
        "jour prend effet."
    ),
    "lost": ("Le permis n'est plus valable, et aucun point n'y revient."),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_an_outcome_is_told(name: str) -> None:
    """Plain, short, agreed in number."""

    assert TOLD[name] == OUTCOMES[name].told()


def test_what_moves_nothing_says_why() -> None:
    """A stage too soon, an offence on a lost licence: the sentence of the movement follows."""
    too_soon = What(FOUR, text="stage@2024-12-20+offence:203@2025-01-05+stage@2025-02-01").told()
    lost = What(*LOST, text="stage@2024-12-20").told()

    assert "Aucun point rendu par le stage des 31 janvier et 1er février 2025 : il commence trop tôt" in too_soon
    assert lost.startswith("Le permis n'est plus valable, et aucun point n'y revient. Aucun point rendu par le stage")


@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_headings_and_outcomes_are_told_well(name: str, language: str) -> None:
    """In both languages, without a fault."""
    what = OUTCOMES[name]
    told = [
        scenario_words(what.scenario, what.dossier, language) + ".",
        outcome_words(what.outcome, what.dossier, what.on, language),
    ]

    assert [] == [fault for sentence in told for fault in faults(sentence, language)]


def test_both_languages_have_the_same_sentences() -> None:
    """And the same gaps; none without a name in the tests above."""
    told_as_parts = {"balance_on", "zero_course", "held_again_course"}
    facts = {"if", "nothing", "paiement", "titre_executoire", "stage", "offence", "withdrawal_annulled"}

    assert set(IN_FRENCH) == set(IN_ENGLISH)
    assert set(IN_FRENCH) == {*OUTCOMES, *told_as_parts, *facts}


def test_a_french_licence_that_follows_a_foreign_one_awaits_a_letter() -> None:
    """The ban is for the holders of foreign licences alone (art. L. 223-11)."""
    what = What(FOUR, on_day("french_licence", "f", "2024-06-01", probation="none"),
                text="offence:203@2025-01-05+offence:203@2025-01-06", **FOREIGN)  # fmt: skip

    assert "la lettre 48SI peut alors vous être notifiée" in what.told()


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(min_value=0, max_value=10**9), language=st.sampled_from(["fr", "en"]))
def test_whatever_is_supposed_is_told_well(seed: int, language: str) -> None:
    """No life and no scenario leave a heading or an outcome without words, or with bad ones."""
    rng = random.Random(seed)
    history = random_history(rng)
    dossier, on = read_dossier(history), parse_day(random_day(rng, history))
    days = [on + rng.randint(1, 1500) for _ in range(3)]
    offences = [act.id for act in dossier.acts if isinstance(act, Offence)]
    kinds = rng.sample(["paiement", "titre_executoire", "withdrawal_annulled", "stage"], 3)
    facts = [
        Supposition(kind, day, rng.choice(offences) if offences and kind != "stage" else None)
        for kind, day in zip(kinds, days, strict=True)
    ]
    told = []
    for fact in facts:
        try:
            outcomes = compare(dossier, on, [Scenario((fact, Supposition("stage", on + 30)))])
        except SuppositionRefused:
            continue
        told += [scenario_words(outcome.scenario, dossier, language) + "." for outcome in outcomes]
        told += [outcome_words(outcome, dossier, on, language) for outcome in outcomes]

    assert [] == [fault for sentence in told for fault in faults(sentence, language)]
