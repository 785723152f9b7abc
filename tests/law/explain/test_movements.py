import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.capital import opens_on
from mespoints.law.days import parse_day
from mespoints.law.explain import because, cause_words, upcoming
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.english import ENGLISH
from mespoints.law.explain.english import MONTHS as ENGLISH_MONTHS
from mespoints.law.explain.french import FRENCH
from mespoints.law.explain.french import MONTHS as FRENCH_MONTHS
from mespoints.law.explain.ground import ground_of
from mespoints.law.explain.headings import HEADINGS
from mespoints.law.explain.language import Language, Sentences
from mespoints.law.reading import read_dossier
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.results import Movement, Statement
from mespoints.law.statement import make_statement
from tests.law.explain.grounds import LIVES, SIX, Life
from tests.law.explain.proofreading import faults
from tests.law.lives import offence, on_day, stage

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.json"))
TABLES = ("because", "upcoming", "headings", "words", "duties", "stages", "statuses", "phrases", "facts", "durations")


DAYS = {
    "fr": rf"\b(1er|[2-9]|[12]\d|3[01]) ({'|'.join(FRENCH_MONTHS)}) (19|20)\d\d\b",
    "en": rf"\b([1-9]|[12]\d|3[01]) ({'|'.join(ENGLISH_MONTHS)}) (19|20)\d\d\b",
}


def told_case(path: Path) -> Iterator[tuple[Dossier, Statement]]:
    """The statements of a public case, on each of its days, in both readings."""
    case = json.loads(path.read_text(encoding="utf-8"))
    dossier = read_dossier(case["dossier"])
    for on in sorted({parse_day(entry["on"]) for entry in case["expect"]}):
        for reading in ("registered", "strict"):
            yield dossier, make_statement(dossier, on, reading)


def sentence_of(life: Life, key: str, language: str = "fr") -> str:
    """The sentence of the movement that has this key."""
    dossier, statement = life.told()
    return because(movement_of(dossier, statement, key), dossier, language)


def movement_of(dossier: Dossier, statement: Statement, key: str) -> Movement:
    """The last movement that is told by this key."""
    found = {because_key(ground_of(movement, dossier)): movement for movement in statement.movements}
    return found[key]


def coming(life: Life, on: str, language: str = "fr") -> list[str]:
    """The sentences of what comes after a day."""
    dossier, statement = life._replace(on=on).told()
    return [upcoming(movement, dossier, statement, language) for movement in statement.next]


def gaps(sentence: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_have_the_same_sentences(table: str) -> None:
    """No key is missing in a language, and a table of sentences fills the same gaps in both."""
    french: Sentences = getattr(FRENCH, table)
    english: Sentences = getattr(ENGLISH, table)

    assert set(french) == set(english)
    if isinstance(next(iter(french.values())), str) and table != "words":
        assert {} == {
            key: gaps(french[key]) ^ gaps(english[key]) for key in french if gaps(french[key]) ^ gaps(english[key])
        }


def test_every_sentence_has_its_life() -> None:
    """A sentence that no life tells would be read for the first time by a driver."""
    assert set(FRENCH.because) == set(LIVES)


def test_every_reason_is_told_and_headed() -> None:
    """Every ground of a movement has a sentence and a heading."""
    told = {movement_of(*life.told(), key).reason for key, life in LIVES.items()}

    assert set(REASON_NAMES) == told
    assert set(REASON_NAMES) == set(HEADINGS)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", LIVES)
def test_each_ground_is_told_well(key: str, language: str) -> None:
    """Every sentence of every ground is complete, agreed and set as its language wants."""
    sentence = sentence_of(LIVES[key], key, language)

    assert [] == faults(sentence, language)
    assert re.search(r" \((art\.|ancien code|former Code) .+\)\.$", sentence)
    assert re.search(DAYS[language], sentence.partition(" (art.")[0])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_public_cases_are_told_well(path: Path, language: str) -> None:
    """Every sentence and heading of every statement of the public cases."""
    found = []
    for dossier, statement in told_case(path):
        told = [because(movement, dossier, language) for movement in statement.movements]
        told += [upcoming(movement, dossier, statement, language) for movement in statement.next]
        found += [fault for sentence in told for fault in faults(sentence, language)]
        headings = [cause_words(movement, dossier, language) for movement in (*statement.movements, *statement.next)]
        found += [heading for heading in headings if not heading or "{" in heading]

    assert [] == found


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize("count", [0, 1, 2, 4, 12])
def test_phrases_agree_in_number(language: Language, count: int) -> None:
    """Every phrase counts as its language does."""
    code = "fr" if language is FRENCH else "en"
    said = [pair[language.is_plural(count)].format(n=count) for pair in language.phrases.values()]

    assert [] == [fault for phrase in said for fault in faults(f"{phrase.capitalize()}.", code)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_movement_to_come_is_told_well(language: str) -> None:
    """What is to come, the day before each movement of every life."""
    found = []
    for life in LIVES.values():
        dossier, statement = life.told()
        opening = opens_on(dossier.licence.obtained_on, dossier.licence.foreign)
        for on in {movement.on - 1 for movement in statement.movements if movement.on > opening}:
            before = make_statement(dossier, on, life.reading)
            told = [upcoming(movement, dossier, before, language) for movement in before.next]
            found += [fault for sentence in told for fault in faults(sentence, language)]
            found += [sentence for sentence in told if not re.search(DAYS[language], sentence)]

    assert [] == found


DECIDED = {
    "taken": "Conseil d'État, 29 septembre 2023, n° 461479",
    "taken_novice": "Conseil d'État, 29 septembre 2023, n° 461479",
    "taken_within_limit": "Conseil d'État, 20 juin 2023, n° 460902",
    "step_refused_by_one_point": "Conseil d'État, 15 juin 2016, n° 393522",
    "one_point_interrupted": "Conseil d'État, 4 décembre 2017, n° 402423",
    "full_back_grave": "Conseil d'État, 21 novembre 2016, n° 392555",
    "stage_back_before_48si": "Conseil d'État, 29 septembre 2023, n° 461479",
    "stage_not_held": "Conseil d'État, 17 avril 2025, n° 492072",
    "annulment_back_still_at_zero": "Conseil d'État, 27 avril 2021, n° 416233",
    "letter_48si_void": "Conseil d'État, 17 février 2016, n° 380684",
    "exchanged": "Conseil d'État, 22 juillet 2016",
    "exchange_refused": "Conseil d'État, 22 juillet 2016",
    "letter_48si_annulled_new_licence": "Conseil d'État, 22 juillet 2016",
    "limit_reached": "Conseil d'État, 20 juin 2023, n° 460902",
}


@pytest.mark.parametrize("key", LIVES)
def test_the_decision_that_settles_is_cited(key: str) -> None:
    """After the articles; a sentence that the articles alone settle cites none."""
    cited = re.search(r" ; (Conseil d'État, .+)\)\.$", sentence_of(LIVES[key], key).replace("\N{NO-BREAK SPACE}", " "))

    assert (cited.group(1) if cited else None) == DECIDED.get(key)


def test_a_titre_executoire_annulled_cites_its_decision() -> None:
    """The points come back, without prejudice to a conviction that takes them again."""
    unpaid = SIX | {"final_by": "titre_executoire"}
    life = Life("2024-06-01", (unpaid, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1")))

    assert "Conseil d'État, 10 mars 2021, n°\N{NO-BREAK SPACE}444670" in sentence_of(life, "annulment_back")


def test_no_decision_is_cited_for_the_former_code() -> None:
    """What the Conseil d'État said of the Code of 2001 is not said of the one before."""
    late = offence("i1", "1994-12-20", "1995-01-10", 4, "c4", decided_on="1995-02-01")
    life = Life("1998-01-10", (late,), obtained_on="1993-05-06")

    assert "Conseil d'État" not in sentence_of(life, "taken")


def test_every_coming_sentence_is_used() -> None:
    """Each sentence of the future is reached the day before a movement of some life."""
    told = set()
    for life in LIVES.values():
        dossier, statement = life.told()
        opening = opens_on(dossier.licence.obtained_on, dossier.licence.foreign)
        for on in {movement.on - 1 for movement in statement.movements if movement.on > opening}:
            before = make_statement(dossier, on, life.reading)
            told |= {because_key(ground_of(movement, dossier, on)) for movement in before.next}

    assert set(FRENCH.upcoming) == told


WRITTEN = {
    "one_point_back": (
        "Ce point revient le 10 juillet 2024 : six mois après le paiement du 10 janvier 2024 (art. L. 223-6, al. 3)."
    ),
    "taken": (
        "4 points retirés le 1er février 2024, jour de la décision : l'infraction du 20 décembre 2023 est établie "
        "depuis le 10 janvier 2024 par le paiement de l'amende "
        "(art. L. 223-1, al. 4 ; Conseil d'État, 29 septembre 2023, n° 461479)."
    ),
    "full_back_before_2011": (
        "Le solde revient à 12 points le 10 décembre 2013 : trois ans après le paiement du 10 décembre 2010, sans "
        "nouvelle infraction ayant entraîné un retrait ; trois ans est le délai des infractions établies avant "
        "le 1er janvier 2011 (art. L. 223-6)."
    ),
    "stage_back_part": (
        "1 point rendu le 1er mai 2024, lendemain du stage des 29 et 30 avril 2024 : un stage en rend 4 au plus, "
        "sans que le solde dépasse alors 12 points (art. L. 223-6, al. 4, et R. 223-8, II)."
    ),
    "obtained_with_12_in_1992": (
        "Votre permis, obtenu le 3 mai 1985, porte 12 points le 1er décembre 1992, jour où le nombre maximal "
        "de points est passé à 12 (ancien code de la route, art. L. 11 et suivants)."
    ),
}


@pytest.mark.parametrize("key", WRITTEN)
def test_sentences_read_as_written(key: str) -> None:
    """A few sentences to the letter, the spaces before a colon or a semicolon being unbreakable."""
    assert WRITTEN[key] == sentence_of(LIVES[key], key).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("final_by", "words"),
    [
        ("paiement", "six mois après le paiement du 10 janvier 2024"),
        ("titre_executoire", "six mois après l'émission du titre exécutoire le 10 janvier 2024"),
        ("composition_penale", "six mois après l'exécution de la composition pénale le 10 janvier 2024"),
        ("condamnation", "six mois après la condamnation définitive du 10 janvier 2024"),
    ],
)
def test_what_established_the_offence_is_named(final_by: str, words: str) -> None:
    """The delay runs from a payment, an enforcement order, a settlement carried out or a final conviction."""
    life = Life("2024-07-10", (offence("i1", "2023-12-20", "2024-01-10", 1, final_by=final_by),))

    assert words in sentence_of(life, "one_point_back")


def test_a_year_for_one_point_before_2011() -> None:
    """The law of 2007 gave the point back after a year; its alinéas had other numbers."""
    life = Life("2010-11-05", (offence("i1", "2009-10-05", "2009-11-05", 1),))

    assert sentence_of(life, "one_point_back").endswith("un an après le paiement du 5 novembre 2009 (art. L. 223-6).")


def test_a_carried_delay_says_where_it_comes_from() -> None:
    """The file of a balance taken over says when the last offence was established, not how."""
    carried = on_day("carried_over", "c", "2023-03-01", balance=7, last_final_on="2022-02-01")

    assert (
        "deux ans après la dernière infraction connue au moment de la reprise du solde, établie le 1er février 2022"
        in (sentence_of(Life("2024-02-01", (carried,)), "full_back"))
    )


def test_the_breached_article_is_cited() -> None:
    """A withdrawal names the article that the offence breached."""
    life = Life(
        "2024-02-01",
        ({**offence("i1", "2023-12-20", "2024-01-10", 4, "c4"), "article": "R. 415-6", "paragraph": "al. 1"},),
    )

    assert sentence_of(life, "taken_at_once").endswith("(art. L. 223-1, al. 4, et R. 415-6).")


def test_a_coming_point_has_its_condition() -> None:
    """Nothing is promised: the point comes if no offence is committed until then."""
    assert coming(LIVES["one_point_back"], "2024-02-01")[0].replace("\N{NO-BREAK SPACE}", " ") == (
        "Le 10 juillet 2024, vous retrouverez 1 point si vous ne commettez pas d'infraction d'ici là : "
        "ce sera six mois après le paiement du 10 janvier 2024 (art. L. 223-6, al. 3)."
    )


def test_a_pending_offence_is_part_of_the_condition() -> None:
    """What is known and not decided may still break the delay."""
    pending = {"act": "offence", "id": "p", "class": "c3", "points": 1, "committed_on": "2024-01-20"}
    life = LIVES["one_point_back"]

    assert (
        "et si aucune infraction en attente n'entraîne de retrait"
        in coming(life._replace(acts=(*life.acts, pending)), "2024-02-01")[0]
    )


def test_the_48si_to_come_is_part_of_the_condition() -> None:
    """At zero points, every return is under threat of the letter."""
    told = coming(LIVES["lost_by_48si"], "2024-03-20")

    assert ["et si la lettre 48SI n'est pas notifiée avant"] == [
        "et si la lettre 48SI n'est pas notifiée avant" for sentence in told if "lettre 48SI" in sentence
    ]


def test_a_coming_movement_ignores_what_comes_later_in_the_file() -> None:
    """An annulment still to come is not known on the day of the statement."""
    life = Life("2024-02-01", (SIX, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1")))

    assert "trois ans après la condamnation définitive du 10 janvier 2024" in coming(life, "2024-02-01")[0]


def test_days_of_a_stage() -> None:
    """Two days of one month, of two months, of two years, one day alone, a longer one."""

    def days(started_on: str, ended_on: str) -> str:
        return FRENCH.two_days(parse_day(started_on), parse_day(ended_on))

    assert days("2024-05-10", "2024-05-11") == "des 10 et 11 mai 2024"
    assert days("2024-04-30", "2024-05-01") == "des 30 avril et 1er mai 2024"
    assert days("2023-12-31", "2024-01-01") == "des 31 décembre 2023 et 1er janvier 2024"
    assert days("2024-05-11", "2024-05-11") == "du 11 mai 2024"
    assert days("2024-05-01", "2024-05-04") == "du 1er au 4 mai 2024"


def test_headings_name_the_offence() -> None:
    """The label of the file, else that of the barème on that day, else its class."""
    bare = offence("i1", "2023-12-20", "2024-01-10", 4, "c4")
    stop = {key: value for key, value in bare.items() if key not in ("class", "points")} | {"natinf": "203"}

    def heading(act: dict[str, object]) -> str:
        dossier, statement = Life("2024-02-01", (act,)).told()
        return cause_words(statement.movements[-1], dossier)

    assert heading(bare) == "Infraction (4e classe)"
    assert heading(stop) == "Non-arrêt ou refus de priorité au stop"
    assert heading({**bare, "label": "Feu rouge"}) == "Feu rouge"


def test_headings_of_other_movements() -> None:
    """What happened, in a few words."""
    dossier, statement = Life("2024-07-10", (LIVES["one_point_back"].acts[0], stage("s", "2023-06-02"))).told()

    assert [cause_words(movement, dossier) for movement in statement.movements] == [
        "Permis obtenu",
        "Stage de sensibilisation",
        "Infraction (3e classe)",
        "Retour d'un point",
    ]


@pytest.mark.parametrize("earlier", ["2010-01-01", "2013-01-01", "2015-06-11", "2002-01-01"])
def test_a_file_in_disorder_is_told(earlier: str) -> None:
    """A licence obtained before the opening one: each sentence speaks of the licence of its day."""
    document = {
        "format": "dossier/1",
        "licence": {"obtained_on": "2015-06-12"},
        "acts": [{"act": "licence_obtained", "id": "s", "on": earlier}],
    }
    dossier = read_dossier(document)
    statement = make_statement(dossier, parse_day("2022-01-01"))

    assert all(because(movement, dossier) for movement in statement.movements)
