"""The balance page as values, in the situations that drivers meet."""

from datetime import date

import pytest
from django.utils import translation

from mespoints.law.days import parse_day
from mespoints.law.explain import returns_of
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.portal.balance import BalancePage, balance_page
from mespoints.portal.movements import Behind, MovementLine, movement_lines
from mespoints.portal.wording import unbroken
from tests.portal.conftest import Told, dossier_document, offence

ON = "2026-11-22"
KNOWN = date(2026, 11, 21)
BACK_IN_2029 = (
    "Ces 4 points reviennent le 10 février 2029 si vous ne commettez pas d'infraction d'ici là\u00a0: trois ans après "
    "l'émission du titre exécutoire le 10 février 2026, et non deux, car cette infraction est une contravention "
    "de la quatrième classe (art. L. 223-6, al. 2\u00a0; Conseil d'État, 21 novembre 2016, n°\u00a0392555)."
)
TO_THE_CARTE_GRISE = "envoyée à l'adresse de la carte grise du véhicule"
ONE = {"class": "c3"}
STILL_VALID = "Votre permis reste valable tant que cette lettre ne vous est pas notifiée."
ZERO = [offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6)]
LETTER_48N: Told = {"act": "lettre_48n", "id": "n", "notified_on": "2026-08-20", "offence": "a"}
LETTER_48SI: Told = {"act": "lettre_48si", "id": "l", "notified_on": "2026-11-16"}


def shown(*acts: Told, obtained_on: str = "1996-05-06", language: str = "fr", on: str = ON) -> BalancePage:
    """The page of a history on a day."""
    dossier = read_dossier(dossier_document(obtained_on, *acts))
    with translation.override(language):
        return balance_page(dossier, make_statement(dossier, parse_day(on)), KNOWN, language)


def lines(*acts: Told, obtained_on: str = "1996-05-06") -> tuple[MovementLine, ...]:
    """The movements of a history, newest first."""
    dossier = read_dossier(dossier_document(obtained_on, *acts))
    statement = make_statement(dossier, parse_day(ON))
    behind = Behind(dossier, returns_of(dossier, statement), {}, date.fromordinal(statement.on), "fr")
    return movement_lines(statement, behind)


@pytest.mark.parametrize(
    ("acts", "language", "figure"),
    [
        ([], "fr", "12 points sur 12"),
        ([offence("a", "2026-01-05", "2026-02-10", 4)], "fr", "8 points sur 12"),
        ([*ZERO[:1], offence("b", "2026-03-05", "2026-04-10", 5)], "fr", "1 point sur 12"),
        (ZERO, "fr", "0 point sur 12"),
        (ZERO, "en", "0 points out of 12"),
        ([*ZERO[:1], offence("b", "2026-03-05", "2026-04-10", 5)], "en", "1 point out of 12"),
    ],
)
def test_the_figure_agrees_with_its_number(acts: list[Told], language: str, figure: str) -> None:
    """« 0 point », « 1 point », « 8 points »; English counts zero in the plural."""
    answer = shown(*acts, language=language).answer

    assert f"{answer.figure} {answer.unit}" == figure


def test_the_answer_says_its_day_and_its_freshness() -> None:
    """No figure without the day it holds for, nor without what was known."""
    answer = shown().answer

    assert answer.when == "Votre solde au dimanche 22 novembre 2026"
    assert answer.fresh.startswith("Faits enregistrés jusqu'au 21 novembre 2026.")


def test_twelve_marks_in_probation() -> None:
    """A first year of probation: six points held, none lost, six not open yet."""
    answer = shown(obtained_on="2026-05-11").answer

    assert answer.marks == ("held",) * 6 + ("closed",) * 6
    assert answer.notes == (
        "Période probatoire jusqu'au 11 mai 2029\u00a0; votre plafond est aujourd'hui de 6 points.",
    )


@pytest.mark.parametrize(
    ("acts", "status", "is_warning"),
    [
        ([], "Permis valide", False),
        (ZERO, "Solde nul\u00a0: lettre 48SI en attente", True),
        ([*ZERO, LETTER_48SI], "Permis invalidé", True),
        ([{"act": "licence_annulled", "id": "j", "on": "2026-05-01"}], "Permis annulé", True),
        (
            [{"act": "suspension", "id": "s", "from": "2026-09-04", "to": "2027-03-03"}],
            "Permis valide, droit de conduire suspendu jusqu'au 3 mars 2027",
            True,
        ),
    ],
)
def test_the_status_is_said_in_words(acts: list[Told], status: str, is_warning: bool) -> None:
    """Colour never carries the meaning alone."""
    answer = shown(*acts).answer

    assert (answer.status, answer.is_warning) == (status, is_warning)


def test_a_lost_licence_says_that_one_may_not_drive() -> None:
    """« Can I drive » is answered first, in so many words."""
    answer = shown(*ZERO, LETTER_48SI).answer

    assert answer.notes == ("Vous n'avez plus le droit de conduire.",)


@pytest.mark.parametrize(
    ("acts", "note"),
    [
        (
            [{"act": "suspension", "id": "s", "from": "2026-09-04", "to": "2027-03-03"}],
            "Vous ne devez pas conduire pendant cette suspension.",
        ),
        (
            ZERO,
            f"{STILL_VALID} Un stage terminé avant peut éviter l'invalidation\u00a0: voyez plus bas.",
        ),
        (
            [{"act": "stage", "id": "s", "kind": "volontaire", "ended_on": "2026-03-11"}, *ZERO[:1], *[
                offence("c", "2026-08-05", "2026-09-10", 6), offence("d", "2026-08-06", "2026-09-11", 6)
            ]],
            STILL_VALID,
        ),
    ],
    ids=["suspended", "zero", "zero, stage within the year"],
)  # fmt: skip
def test_the_right_to_drive_is_said_in_so_many_words(acts: list[Told], note: str) -> None:
    """Twelve points do not allow one to drive while suspended; none does not forbid it before the 48SI."""
    answer = shown(*acts).answer

    assert answer.notes == (note,)


def test_a_return_names_the_offence_whose_points_come_back() -> None:
    """« Retour d'un point » opens to the name of the offence, in the language of the file."""
    line = lines(offence("a", "2026-01-05", "2026-02-10", 1, **ONE, label="Excès de vitesse"))[0]

    assert (line.title, line.proofs[0]) == ("Retour d'un point", ("Infraction", "Excès de vitesse", "fr", 0))


def test_twelve_points_are_reached_at_the_end_of_probation() -> None:
    """Nobody comes back to twelve points who never had them."""
    coming = shown(obtained_on="2026-05-11").coming

    assert coming.lines[-1].sentence == "Le 11 mai 2029, vous passez à 12 points"


def test_a_duty_stands_out_with_its_last_day() -> None:
    """The 48N: the last day in full letters, what happens otherwise, the article folded."""
    (card,) = shown(offence("a", "2026-06-01", "2026-07-03"), LETTER_48N, obtained_on="2025-06-12").cards

    assert (card.to_do.strong, card.late, card.slug) == (
        "dimanche 20 décembre 2026", "", "stage-obligatoire-2026-12-20",
    )  # fmt: skip
    assert "750 euros" in card.otherwise
    assert "art. R. 223-4" in card.because


def test_a_duty_comes_before_advice() -> None:
    """A stage that gives little is mandatory all the same, and the page says so first."""
    novice = [offence("a", "2026-06-01", "2026-07-03"), LETTER_48N]

    stage = shown(*novice, obtained_on="2025-06-12").stage

    assert stage.startswith("Un stage est obligatoire pour vous")
    assert "attendre" not in stage
    assert not shown(*novice[:1]).stage.startswith("Un stage est obligatoire")


def test_what_may_take_every_point_left_is_said_at_once() -> None:
    """Under the answer, not only under the advice; nothing when some points would be left, or none is left already."""
    brink = shown(offence("a", "2026-01-05", "2026-02-10", 9), offence("p", "2026-10-30", points=3)).answer
    far = shown(offence("a", "2026-01-05", "2026-02-10", 8), offence("p", "2026-10-30", points=3)).answer

    assert brink.threat.startswith("L'infraction en attente peut vous coûter 3 points\u00a0: sans stage avant")
    assert ("", "") == (far.threat, shown(*ZERO, offence("p", "2026-10-30", points=3)).answer.threat)


def test_a_duty_that_is_overdue_says_so() -> None:
    """After the last day, the duty is still there, and says what to do."""
    page = shown(offence("a", "2026-06-01", "2026-07-03"), LETTER_48N, obtained_on="2025-06-12", on="2026-12-21")

    assert page.cards[0].late == "Ce jour est passé\u00a0: faites-le dès que possible."


def test_nothing_to_do_nothing_shown() -> None:
    """Without a duty the section is absent."""
    assert shown().cards == ()


def test_the_day_of_a_new_licence_is_not_a_warning() -> None:
    """Once the title is handed in, the earliest day of a new one is told, never as overdue."""
    early = [offence("a", "2025-01-05", "2025-02-10", 6), offence("b", "2025-03-05", "2025-04-10", 6)]
    letter = {**LETTER_48SI, "notified_on": "2025-05-02"}
    surrendered = {"act": "title_surrendered", "id": "t", "on": "2025-05-09"}
    (card,) = shown(*early, letter, surrendered).cards

    assert (card.is_warning, card.late, card.to_do.strong) == (False, "", "dimanche 9 novembre 2025")


def test_what_comes_next_in_plain_words() -> None:
    """One point, then twelve; the condition is said once, the rule is folded."""
    coming = shown(offence("a", "2024-08-01", "2024-09-03"), offence("b", "2026-07-02", "2026-08-14", 1, **ONE)).coming

    assert [line.sentence for line in coming.lines] == [
        "Le 14 février 2027, vous retrouvez 1 point",
        "Le 14 août 2029, vous revenez à 12 points",
    ]
    assert coming.condition == "À condition de ne commettre d'ici là aucune infraction qui retire des points."
    assert all("art. L. 223-6" in line.because for line in coming.lines)


def test_a_pending_offence_is_part_of_the_condition() -> None:
    """What is known and not final may still break the delay: the page says so."""
    coming = shown(offence("a", "2026-01-05", "2026-02-10"), offence("p", "2026-10-30")).coming

    assert coming.condition.endswith("et que celles qui sont en attente n'en retirent pas.")


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([], "Vous avez tous vos points"),
        (ZERO, "La lettre 48SI vous sera envoyée en recommandé."),
        ([*ZERO, LETTER_48SI], "Ce permis n'est plus valable\u00a0: aucun point n'y revient."),
    ],
)
def test_what_must_be_known_first(acts: list[Told], words: str) -> None:
    """Never a false hope, never a false alarm."""
    coming = shown(*acts).coming

    assert coming.before.startswith(words)
    assert coming.condition == ""


def test_the_points_of_a_stage_depend_on_nothing() -> None:
    """A stage that ended today takes effect tomorrow, whatever happens: no condition is set."""
    stage = {"act": "stage", "id": "s", "kind": "volontaire", "ended_on": ON}
    coming = shown(offence("a", "2026-01-05", "2026-02-10"), stage).coming

    assert [line.sentence for line in coming.lines] == ["Le 23 novembre 2026, vous revenez à 12 points"]
    assert coming.condition == ""


def test_movements_come_newest_first() -> None:
    """The last thing that happened is read first; the licence obtained, last."""
    days = [line.iso for line in lines(offence("a", "2026-01-05", "2026-02-10"))]

    assert days == sorted(days, reverse=True)


def test_a_withdrawal_opens_to_its_proof() -> None:
    """The place, the three days, how it became final, the letter and its address, the return."""
    told = {"decided_on": "2026-02-19", "label": "Feu rouge", "place": "Orvault", "source": "radar"}
    line = lines(offence("a", "2026-01-05", "2026-02-10", final_by="titre_executoire", **told))[0]

    assert (line.title, line.title_language, line.change, line.change_words, line.balance) == (
        "Feu rouge", "fr", "\N{MINUS SIGN}4", "4 points en moins", "8 sur 12",
    )  # fmt: skip
    assert [(proof.term, proof.text) for proof in line.proofs] == [
        ("Commise le", "5 janvier 2026, contrôlée par radar"),
        ("Lieu", "Orvault"),
        ("Établie le", "10 février 2026, par l'amende majorée, faute de paiement à temps (titre exécutoire)"),
        ("Retrait décidé le", "19 février 2026"),
        ("Lettre", f"48, lettre simple\u00a0: le retrait et votre solde\u00a0; {TO_THE_CARTE_GRISE}"),
        ("Retour des points", unbroken(BACK_IN_2029)),
    ]  # fmt: skip


def test_a_movement_of_no_points_says_why() -> None:
    """A stage that gives nothing is shown all the same, with its reason."""
    line = lines({"act": "stage", "id": "s", "kind": "volontaire", "ended_on": "2026-03-11"})[0]

    assert (line.change, line.change_words, line.tone) == ("0", "aucun point", "none")
    assert line.because.startswith("Aucun point rendu par le stage")


def test_an_offence_bears_the_words_of_the_bareme() -> None:
    """Without a label, the barème of the day gives the name of the offence."""
    dossier_act = {"act": "offence", "id": "a", "natinf": "203", "committed_on": "2024-01-20"}
    page = shown(dossier_act)

    assert page.pending[0].title_language == ""
    assert page.pending[0].title not in ("", "Infraction")


def test_what_is_pending_moves_nothing() -> None:
    """A pending offence is told apart, with what it would cost, and the balance stays."""
    page = shown(offence("p", "2026-10-30", None, 3, label="Téléphone", place="Nantes"))

    assert page.answer.figure == "12"
    assert page.pending[0] == (
        "Téléphone",
        "fr",
        "infraction commise le 30 octobre 2026, Nantes",
        "3 points en moins si elle devient définitive\u00a0: paiement de l'amende, amende majorée ou condamnation.",
    )


def test_what_waits_for_the_decision_says_so() -> None:
    """Established and not yet decided: pending, and for that reason."""
    page = shown(offence("p", "2026-10-01", "2026-11-10", 3, decided_on="2026-12-01"))

    assert page.pending[0].waits_for == "3 points en moins le jour de la décision, qui n'est pas encore prise."


def test_the_table_says_what_the_picture_draws() -> None:
    """Every step of the line is a row of the table, recorded or to come."""
    page = shown(offence("a", "2024-08-01", "2024-09-03"))

    assert page.picture.rows.count("<tr>") == 3
    assert page.picture.rows.count("enregistré") == 2
    assert page.picture.rows.count("à venir") == 1


def test_what_a_file_holds_is_text() -> None:
    """A label that looks like HTML is shown as it is written."""
    page = shown(offence("a", "2026-01-05", "2026-02-10", label="<script>alert('x')</script>", place='"><b>'))

    assert "<script>" not in page.movements
    assert "&lt;script&gt;" in page.movements
    assert "<b>" not in page.movements


def test_the_condition_spares_what_depends_on_nothing() -> None:
    """Ten years run whatever one does; the full restoration does not: the one condition says which."""
    ten_years = offence("a", "2017-01-05", "2017-02-10", 3)
    between = [offence(f"o{year}", f"{year}-12-05", f"{year}-12-20", 1, **ONE) for year in range(2018, 2027, 2)]
    coming = shown(ten_years, *between, on="2026-12-21").coming

    assert coming.lines[0].sentence == "Le 10 février 2027, vous retrouvez 3 points, après dix ans"
    assert coming.condition.startswith("À condition, sauf pour ce qui revient après dix ans")


def test_a_lost_licence_is_told_how_to_challenge_the_letter_and_the_way_back() -> None:
    """Each in its section; neither for whom nothing of it concerns."""
    fallen = [
        {
            "act": "offence",
            "id": n,
            "class": "delit",
            "points": 6,
            "committed_on": on,
            "final_on": on,
            "final_by": "condamnation",
        }
        for n, on in (("a", "2026-01-10"), ("b", "2026-02-10"))
    ]
    letter = {"act": "lettre_48si", "id": "l", "notified_on": "2026-03-02"}
    page = shown(*fallen, letter, {"act": "title_surrendered", "id": "t", "on": "2026-03-09"})

    assert page.remedies[0].startswith("Le délai pour contester la lettre 48SI notifiée le 2 mars 2026")
    assert page.way_back.startswith("Vous pouvez demander un nouveau permis à partir du lundi 9 mars 2026")
    assert ((), "") == (shown(fallen[0]).remedies, shown(fallen[0]).way_back)
