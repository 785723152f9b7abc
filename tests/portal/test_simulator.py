"""The simulator as somebody uses it: a licence, acts one by one, their balance, what is wrong and where."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.law.holds import DAY, FLAG, ID, TEXT
from mespoints.law.reading import NAMED_KINDS, read_dossier
from mespoints.law.shapes import ACTS
from mespoints.law.statement import make_statement
from mespoints.portal.balance import balance_page
from mespoints.portal.simulator.choices import choices_of
from mespoints.portal.simulator.lines import UNASKED
from tests.portal.conftest import TODAY, Told, dossier_document, offence
from tests.portal.simulating import Simulation

pytestmark = pytest.mark.usefixtures("at")
LETTERS: list[Told] = [
    {"act": "lettre_48si", "id": "l", "notified_on": "2026-10-05"},
    {"act": "recours", "id": "r", "on": "2026-10-20", "kind": "gracieux", "letter": "l"},
]
BASE = dossier_document("2005-06-12", offence("a", "2026-01-05", "2026-02-10", 6), *LETTERS)


def simulated(document: Told) -> Simulation:
    """A visit that loads a history."""
    return Simulation().load(json.dumps(document))


def acts_of(simulation: Simulation) -> list[Told]:
    """The acts of the history in the page."""
    acts: list[Told] = json.loads(simulation.hidden()["dossier"])["acts"]
    return acts


def test_the_licence_is_enough_for_a_balance() -> None:
    """One day typed: twelve points, and what may be added."""
    simulation = Simulation().begin("12 juin 2015")

    assert simulation.answer.status_code == 200
    assert "Simulation de votre solde au dimanche 22 novembre 2026 12 points sur 12 Permis valide" in simulation.text
    assert "Permis obtenu le 12 juin 2015, période probatoire de trois ans." in simulation.text


def test_an_offence_chosen_in_the_bareme_counts() -> None:
    """A day and two words find it; paid, it takes its points; the history says so in words."""
    simulation = Simulation().begin().add_offence("20/01/2024", "feu rouge", "paiement", "15 février 2024")

    assert acts_of(simulation) == [
        {
            "act": "offence", "committed_on": "2024-01-20", "points": 4, "class": "c4", "natinf": "210",
            "final_on": "2024-02-15", "final_by": "paiement", "id": "f1",
        }
    ]  # fmt: skip
    assert "8 points sur 12" in simulation.text
    assert (
        "20 janvier 2024 . 4 points, contravention de la 4e classe . Amende payée : 15 février 2024" in simulation.text
    )


def test_an_offence_by_its_class_and_points() -> None:
    """Without words, the class and the points are typed; not final yet, it takes nothing."""
    searched = {"find__committed_on": "30/10/2026", "find__words": ""}
    simulation = Simulation().begin().press("find", **searched)
    simulation.press(
        "save-offence", **searched, act__class="c4", act__points="3", act__outcome="pending", act__place="Nantes"
    )

    assert acts_of(simulation)[0]["points"] == 3
    assert acts_of(simulation)[0]["place"] == "Nantes"
    assert "12 points sur 12" in simulation.text
    assert "3 points en moins si elle devient définitive" in simulation.text


@pytest.mark.parametrize(
    ("words", "found"),
    [("téléphone", "Téléphone tenu en main : 3 points"), ("23800", "Téléphone tenu en main"), ("stop", "stop")],
)
def test_the_bareme_is_searched(words: str, found: str) -> None:
    """By words or by code, in the barème of the day of the offence."""
    simulation = Simulation().begin().press("find", find__committed_on="20/01/2024", find__words=words)

    assert found in simulation.text


def test_what_the_bareme_does_not_have_is_said() -> None:
    """The words are repeated, and the way out is open."""
    simulation = Simulation().begin().press("find", find__committed_on="20/01/2024", find__words="zzz")

    assert "Aucune infraction du barème de ce jour n'a tous ces mots : zzz." in simulation.text
    assert simulation.outline.values("name").count("act-points") == 1


def filled(kind: str) -> dict[str, Any]:
    """An answer to every question of a kind of act."""
    typed: dict[str, Any] = {}
    for key, holds in ACTS[kind].keys.items():
        if key in UNASKED:
            continue
        if holds is DAY:
            typed[key] = "01/11/2026"
        elif holds is FLAG:
            typed[key] = "on"
        elif holds is ID:
            typed[key] = next(act["id"] for act in BASE["acts"] if act["act"] in NAMED_KINDS[key][0])
        elif holds is not TEXT:
            words = choices_of(kind, key)
            typed[key] = next(iter(words)) if words else next(n for n in range(100) if holds.take(n) is not None)
    return {f"act__{key}": value for key, value in typed.items()}


@pytest.mark.parametrize("kind", [kind for kind in ACTS if kind != "offence"])
def test_every_kind_of_act_is_added_by_its_form(kind: str) -> None:
    """Each kind has a form, whose answers make an act that the law reads and the history tells."""
    simulation = simulated(BASE)
    simulation.press(f"new:{kind}")
    asked = simulation.outline.values("name")
    simulation.press(f"save:{kind}", **filled(kind))

    assert [f"act-{key}" for key in ACTS[kind].required if key != "id" and f"act-{key}" not in asked] == []
    assert simulation.errors == []
    assert acts_of(simulation)[-1]["act"] == kind
    assert {"id", *ACTS[kind].required} <= set(acts_of(simulation)[-1])


@pytest.mark.parametrize("kind", list(ACTS))
def test_every_kind_without_an_answer_says_what_is_missing(kind: str) -> None:
    """Nothing typed: each question that needs an answer says so, in a page that names it first."""
    simulation = simulated(BASE).press("save-offence" if kind == "offence" else f"save:{kind}")

    assert simulation.answer.status_code == 400
    assert simulation.errors != []
    assert "À corriger" in simulation.text
    assert "<title>Erreur\N{NO-BREAK SPACE}:" in simulation.page


def test_what_is_wrong_is_said_at_its_field_and_kept() -> None:
    """A day that does not exist: the summary leads to the field, which still holds what was typed."""
    simulation = Simulation().begin("31/02/2015")
    fields = [a for tag, a in simulation.outline.elements if tag == "input" and a.get("name") == "licence-obtained_on"]

    assert simulation.errors == ["Écrivez ce jour avec son mois et son année, par exemple 12/06/2015."]
    assert 'href="#id_licence-obtained_on"' in simulation.page
    assert fields[0]["value"] == "31/02/2015"
    assert fields[0]["aria-invalid"] == "true"
    assert "id_licence-obtained_on_error" in (fields[0]["aria-describedby"] or "")


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        (
            "suspension",
            {"act__from": "2/11/2026", "act__to": "1/11/2026"},
            "Le premier jour ne peut pas suivre le dernier.",
        ),
        (
            "stage",
            {"act__started_on": "5/11/2026", "act__ended_on": "1/11/2026", "act__kind": "volontaire"},
            "Le premier jour du stage ne peut pas suivre le dernier.",
        ),
        (
            "licence_obtained",
            {"act__on": "1/11/2002", "act__probation": "aac"},
            "Un permis obtenu avant le 1er mars 2004 n'a pas de période probatoire.",
        ),
    ],
)
def test_what_the_law_refuses_is_said_at_its_field(kind: str, typed: dict[str, str], error: str) -> None:
    """Days in disorder, a probation before its time: in plain words, where they are."""
    simulation = simulated(BASE).press(f"save:{kind}", **typed)

    assert simulation.answer.status_code == 400
    assert simulation.errors == [error]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"act__outcome": "paiement"}, "Indiquez le jour où cela s'est passé."),
        (
            {"act__outcome": "pending", "act__outcome_on": "1/2/2024"},
            "Choisissez ce qui s'est passé ce jour-là, ou effacez le jour.",
        ),
        (
            {"act__outcome": "paiement", "act__outcome_on": "1/1/2023"},
            "Ce jour ne peut pas précéder celui de l'infraction : vérifiez l'année.",
        ),
        (
            {"act__outcome": "paiement", "act__outcome_on": "1/2/2024", "act__decided_on": "25/1/2024"},
            "La décision de retrait suit le jour où l'infraction est devenue définitive, ou tombe ce jour-là.",
        ),
        ({"act__outcome": "relaxe", "act__outcome_on": "1/1/2024"}, "Ce jour ne peut pas précéder celui de"),
    ],
)
def test_the_end_of_an_offence_is_checked(typed: dict[str, str], error: str) -> None:
    """Each end has its day, which follows the offence; the decision follows the end."""
    searched = {"find__committed_on": "20/01/2024", "find__words": "feu rouge", "act__which": "0"}
    simulation = Simulation().begin().press("save-offence", **searched, **typed)

    assert simulation.answer.status_code == 400
    assert [said.startswith(error) for said in simulation.errors] == [True]


def test_an_offence_of_another_time_asks_for_its_class() -> None:
    """The former barème did not say the class: the page asks for it, then for nothing more."""
    searched = {"find__committed_on": "20/01/1994", "find__words": "feu rouge", "act__which": "0"}
    typed = {"act__outcome": "paiement", "act__outcome_on": "1/3/1994"}
    simulation = Simulation().begin("1/1/1990").press("save-offence", **searched, **typed)
    refused = simulation.errors
    simulation.press("save-offence", **searched, **typed, act__class="c4")

    assert refused == ["Indiquez la classe : le barème de l'époque ne la dit pas."]
    assert acts_of(simulation)[0]["class"] == "c4"


def test_an_act_is_changed() -> None:
    """Its form comes back filled in; what is changed replaces it at its place, under the same id."""
    simulation = Simulation().begin().add_offence("20/01/2024", "feu rouge").press("edit:0")
    asked_again = simulation.text
    simulation.press(
        "save-offence", place="0", find__committed_on="20/01/2024", find__words="", act__which="kept",
        act__outcome="titre_executoire", act__outcome_on="1/5/2024",
    )  # fmt: skip

    assert "Celle qui est déjà dans l'historique : Inobservation d'un feu rouge" in asked_again
    assert len(acts_of(simulation)) == 1
    assert (acts_of(simulation)[0]["id"], acts_of(simulation)[0]["final_by"]) == ("f1", "titre_executoire")
    assert "C'est changé : Inobservation d'un feu rouge, 20 janvier 2024." in simulation.text


def test_another_kind_is_changed_too() -> None:
    """The form of a letter holds its day, and what only a register knows is kept."""
    letter = {"act": "lettre_48si", "id": "l", "notified_on": "2026-10-05", "recorded_on": "2026-10-06"}
    simulation = simulated(dossier_document("2005-06-12", letter)).press("edit:0")
    shown = [a["value"] for tag, a in simulation.outline.elements if a.get("name") == "act-notified_on"]
    simulation.press("save:lettre_48si", place="0", act__notified_on="6/10/2026")

    assert shown == ["05/10/2026"]
    assert acts_of(simulation) == [letter | {"notified_on": "2026-10-06"}]


def test_an_act_is_removed_unless_another_names_it() -> None:
    """A letter that a recours is about stays until the recours is removed."""
    simulation = simulated(BASE).press("remove:1")
    kept = len(acts_of(simulation))
    refused = "Retirez d'abord les faits qui s'y rapportent" in simulation.text
    simulation.press("remove:2").press("remove:1")

    assert (kept, refused) == (3, True)
    assert [act["id"] for act in acts_of(simulation)] == ["a"]


@pytest.mark.parametrize(
    "do", ["edit:9", "edit:x", "remove:-1", "remove:", "new:nothing", "save:nothing", "drop:4", "?"]
)
def test_a_button_that_is_not_there_shows_the_page(do: str) -> None:
    """What names no act or no kind changes nothing."""
    simulation = simulated(BASE).press(do)

    assert simulation.answer.status_code == 200
    assert len(acts_of(simulation)) == 3


def test_two_hundred_acts_at_most() -> None:
    """One more is refused in words, by the form as by a file."""
    acts = [offence(f"o{n}", "2020-01-05") for n in range(200)]
    simulation = simulated(dossier_document("2005-06-12", *acts))
    full = simulation.text
    simulation.press("save:stage", act__ended_on="1/11/2026", act__kind="volontaire")
    more = simulated(dossier_document("2005-06-12", *acts, offence("one", "2020-01-05")))

    assert "Le simulateur prend 200 faits au plus." in full
    assert simulation.answer.status_code == more.answer.status_code == 400
    assert "Le simulateur prend 200 faits au plus." in simulation.text
    assert "Le simulateur prend 200 faits au plus." in more.text


def test_the_licence_is_changed_and_its_number_kept() -> None:
    """The acts stay; a NEPH that a file brought is not asked and not lost."""
    simulation = simulated(dossier_document("2005-06-12", offence("a", "2020-01-05"), neph="000000000001"))
    simulation.press("licence").begin("13/06/2005", licence__probation="aac", licence__territory="mayotte")

    assert json.loads(simulation.hidden()["dossier"])["licence"] == {
        "obtained_on": "2005-06-13", "probation": "aac", "territory": "mayotte", "neph": "000000000001",
    }  # fmt: skip
    assert len(acts_of(simulation)) == 1


def test_a_licence_of_tomorrow_is_refused() -> None:
    """It holds no points yet."""
    simulation = Simulation().begin("1/1/2027")

    assert simulation.errors == ["Ce jour est à venir : indiquez celui où vous avez obtenu votre permis."]


def test_a_probation_before_its_time_is_said_at_its_question() -> None:
    """There was none before March 2004."""
    simulation = Simulation().begin("1/1/1999", licence__probation="aac")

    assert simulation.errors == ["Un permis obtenu avant le 1er mars 2004 n'a pas de période probatoire."]


def test_the_page_is_the_balance_page_of_the_same_history(case: Callable[[str], Told]) -> None:
    """Figure, movements, picture, what comes: the same as the register would show."""
    document = case("N-02")["dossier"]
    simulation = simulated(document)
    dossier = read_dossier(document)
    page = balance_page(dossier, make_statement(dossier, TODAY.toordinal()), date(2026, 11, 21), "fr")

    assert page.movements in simulation.page
    assert page.picture.svg in simulation.page
    assert page.answer.status in simulation.page
    assert [line.sentence for line in page.coming.lines if line.sentence not in simulation.text] == []


def test_another_day_is_looked_at() -> None:
    """The balance of that day, said to be of that day; today again when the day is cleared."""
    simulation = Simulation().begin().add_offence("20/01/2024", "feu rouge", "paiement", "15/02/2024")
    simulation.press("look", day__on="1/1/2024", day__reading="registered")
    before = simulation.text
    simulation.press("look", day__on="", day__reading="registered")

    assert "Simulation de votre solde au lundi 1er janvier 2024 12 points sur 12" in before
    assert "Toute la page parle comme si l'on était le lundi 1er janvier 2024." in before
    assert "dimanche 22 novembre 2026 8 points sur 12" in simulation.text
    assert "comme si l'on était" not in simulation.text


def test_a_day_before_the_licence_is_refused_in_words() -> None:
    """The page asks for a later day, and keeps the one that was typed."""
    simulation = Simulation().begin().press("look", day__on="1/1/2010", day__reading="registered")

    assert simulation.answer.status_code == 400
    assert simulation.errors == [
        "Choisissez un jour à partir du 12 juin 2015 : avant, ce permis n'avait pas de points."
    ]
    assert 'value="01/01/2010"' in simulation.page


def test_the_strict_reading_is_told() -> None:
    """It changes what counts, and the page says that it does."""
    late = offence("b", "2025-03-01", "2025-04-01", 1, decided_on="2026-12-20")
    simulation = simulated(dossier_document("2005-06-12", offence("a", "2024-01-05", "2024-02-10", 1), late))
    simulation.press("look", day__on="", day__reading="strict")

    assert "Tout l'historique est compté comme s'il était su d'avance." in simulation.text
    assert simulation.hidden()["reading"] == "strict"
