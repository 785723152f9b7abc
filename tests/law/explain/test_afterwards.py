"""The sentences of the remedies against a letter and of the way back to a licence, read word by word."""

import pytest

from mespoints.law.days import parse_day
from mespoints.law.document import statement_document
from mespoints.law.explain.afterwards import remedies_told
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.law.lives import offence, on_day

FALLEN = (offence("a", "2022-01-10", "2022-02-01", 6, "delit"), offence("b", "2022-05-10", "2022-06-01", 6, "delit"))
LETTER = on_day("lettre_48si", "l", "2022-06-15")


def afterwards(
    on: str, *acts: dict[str, object], obtained_on: str = "1996-05-06", language: str = "fr"
) -> dict[str, object]:
    """The document of a life on a day, no-break spaces made plain."""
    file = {"format": "dossier/1", "licence": {"obtained_on": obtained_on}, "acts": list(acts)}
    dossier = read_dossier(file)
    return statement_document(dossier, make_statement(dossier, parse_day(on)), language)


def told(document: dict[str, object], key: str) -> str:
    """The one sentence under a key."""
    value = document[key]
    sentence: str = (value[0] if isinstance(value, list) else value)["because"]
    return sentence.replace("\N{NO-BREAK SPACE}", " ")


GRACIEUX = {"act": "recours", "id": "r", "on": "2022-08-01", "kind": "gracieux", "letter": "l"}
CONTENTIEUX = {"act": "recours", "id": "r", "on": "2022-08-01", "kind": "contentieux", "letter": "l"}
REJECTED = on_day("recours_rejected", "j", "2022-09-01", recours="r")


@pytest.mark.parametrize(
    ("on", "acts", "sentence"),
    [
        (
            "2022-07-01",
            (),
            (
                "Vous pouvez contester la lettre 48SI notifiée le 15 juin 2022 devant le tribunal administratif "
                "jusqu'au mardi 16 août 2022 inclus : deux mois francs après sa notification (code de justice "
                "administrative, art. R. 421-1)."
            ),
        ),
        (
            "2022-08-17",
            (),
            (
                "Le délai pour contester la lettre 48SI notifiée le 15 juin 2022 devant le tribunal administratif "
                "est passé depuis le mardi 16 août 2022 : deux mois francs après sa notification (code de justice "
                "administrative, art. R. 421-1)."
            ),
        ),
        (
            "2022-08-17",
            (GRACIEUX,),
            (
                "Le délai pour contester la lettre 48SI notifiée le 15 juin 2022 devant le tribunal administratif "
                "est interrompu par votre recours : sans réponse, le silence vaut rejet le 1er octobre 2022, et vous "
                "auriez alors jusqu'au vendredi 2 décembre 2022 inclus (code des relations entre le public et "
                "l'administration, art. L. 411-2, et code de justice administrative, art. R. 421-2)."
            ),
        ),
        (
            "2022-09-17",
            (GRACIEUX, REJECTED),
            (
                "Vous pouvez contester la lettre 48SI notifiée le 15 juin 2022 devant le tribunal administratif "
                "jusqu'au mercredi 2 novembre 2022 inclus : deux mois francs après le rejet de votre recours, le 1er "
                "septembre 2022 (code de justice administrative, art. R. 421-1)."
            ),
        ),
        (
            "2022-09-17",
            (CONTENTIEUX,),
            (
                "Le tribunal administratif est saisi, dans le délai, de votre recours contre la lettre 48SI notifiée "
                "le 15 juin 2022 (code de justice administrative, art. R. 421-1)."
            ),
        ),
    ],
)
def test_a_remedy_is_told(on: str, acts: tuple[dict[str, object], ...], sentence: str) -> None:
    """Until when, and what the two months run from."""

    assert sentence == told(afterwards(on, *FALLEN, LETTER, *acts), "remedies")


ABROAD = (
    "Si vous demeurez à l'étranger, vous avez deux mois de plus pour saisir le tribunal, et pour cela seul : jusqu'au "
    "{} inclus (code de justice administrative, art. R. 421-7)."
)
FIRST, SILENT, ANSWERED = map(ABROAD.format, ("lundi 17 octobre 2022", "jeudi 2 février 2023", "lundi 2 janvier 2023"))


@pytest.mark.parametrize(
    ("on", "acts", "more"),
    [
        ("2022-07-01", (), FIRST),
        ("2022-10-17", (), FIRST),  # over for whoever lives in France
        ("2022-10-18", (), ""),
        ("2022-08-17", (GRACIEUX,), SILENT),  # to come, if nobody answers
        ("2022-11-17", (GRACIEUX,), SILENT),
        ("2022-09-17", (GRACIEUX, REJECTED), ANSWERED),
        ("2023-01-02", (GRACIEUX, REJECTED), ANSWERED),
        ("2023-01-03", (GRACIEUX, REJECTED), ""),
        ("2022-09-17", (GRACIEUX | {"on": "2022-08-17"},), FIRST),  # too late: it has two months, from abroad too
        ("2022-09-17", (CONTENTIEUX,), ""),
    ],
)
def test_two_months_more_are_told_to_whoever_may_live_abroad(
    on: str, acts: tuple[dict[str, object], ...], more: str
) -> None:
    """After the usual day, conditionally, of the first delay and of the next, and no longer than they last."""
    file = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": [*FALLEN, LETTER, *acts]}
    dossier = read_dossier(file)
    statement = make_statement(dossier, parse_day(on))
    (at_home,), (abroad,) = (remedies_told(statement, dossier, is_abroad=abroad) for abroad in (False, True))

    assert more == abroad.removeprefix(at_home).strip().replace("\N{NO-BREAK SPACE}", " ")


SURRENDERED = on_day("title_surrendered", "t", "2022-06-20")


@pytest.mark.parametrize(
    ("act", "obtained_on", "sentence"),
    [
        (
            SURRENDERED,
            "1996-05-06",
            (
                "Vous pouvez demander un nouveau permis à partir du lundi 20 juin 2022, et l'obtenir à partir du "
                "mardi 20 décembre 2022, à condition d'être reconnu apte après un examen médical et psychotechnique, "
                "avec les analyses demandées ; seule l'épreuve théorique est à repasser si vous faites la demande au "
                "plus tard le dimanche 19 mars 2023, car vous aviez ce permis depuis trois ans au moins (art. L. "
                "223-5 et R. 224-20)."
            ),
        ),
        (
            SURRENDERED,
            "2020-05-06",
            (
                "Vous pouvez demander un nouveau permis à partir du lundi 20 juin 2022, et l'obtenir à partir du "
                "mardi 20 décembre 2022, à condition d'être reconnu apte après un examen médical et psychotechnique, "
                "avec les analyses demandées ; toutes les épreuves du permis sont à repasser (art. L. 223-5 et R. "
                "224-20)."
            ),
        ),
    ],
)
def test_the_way_back_after_an_invalidation_is_told(act: dict[str, object], obtained_on: str, sentence: str) -> None:
    """When to ask, when to obtain, which examination, which tests."""

    assert sentence == told(afterwards("2022-08-01", *FALLEN, LETTER, act, obtained_on=obtained_on), "way_back")


def test_the_way_back_after_an_annulation_needs_the_ban_that_the_judge_fixed() -> None:
    """Without it nothing is said."""
    known = on_day("licence_annulled", "j", "2022-06-20", ban_months=12)

    assert "way_back" not in afterwards("2022-08-01", on_day("licence_annulled", "j", "2022-06-20"))
    assert (
        "Vous pouvez demander un nouveau permis à partir du mardi 20 juin 2023, l'interdiction prononcée étant "
        "finie, à condition d'être reconnu apte après un examen médical et psychotechnique, avec les analyses "
        "demandées ; toutes les épreuves du permis sont à repasser (art. L. 224-14 et R. 224-20)."
    ) == told(afterwards("2022-08-01", known), "way_back")


def test_the_same_in_english() -> None:
    """A real translation, the days in full."""
    document = afterwards("2022-07-01", *FALLEN, LETTER, SURRENDERED, language="en")

    assert told(document, "remedies").startswith(
        "You can challenge the letter 48SI notified on 15 June 2022 before the administrative court up to and "
        "including Tuesday 16 August 2022: two full months after its notification ("
    )
    assert told(document, "way_back").startswith(
        "You can apply for a new licence from Monday 20 June 2022, and obtain it from Tuesday 20 December 2022, "
    )


def test_only_those_whom_it_concerns_find_it() -> None:
    """A life without letter has neither key."""

    assert {"remedies", "way_back"}.isdisjoint(afterwards("2022-07-01", FALLEN[0]))


def test_who_has_no_letter_to_challenge_finds_the_way_back_alone() -> None:
    """A judge annulled the licence: nothing is said of remedies."""
    known = on_day("licence_annulled", "j", "2022-06-20", ban_months=12)

    assert {"way_back"} == {"remedies", "way_back"} & set(afterwards("2022-08-01", known))
