"""Acts in, movements out, in one transaction."""

import json
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Sum

from mespoints.register.files import dossier_of, statement_of
from mespoints.register.ledger import Appended, AppendRefused, append_acts
from mespoints.register.models import Act, Licence, Movement
from tests.conftest import CASES
from tests.oracle.histories import random_history

pytestmark = pytest.mark.django_db

Register = Callable[..., Licence]

NAMES = sorted(path.stem for path in CASES.glob("*.json"))
LIVES = 40


def offence(name: str, points: int, committed_on: str, decided_on: str, **more: object) -> dict[str, Any]:
    """A contravention of the fourth class, final on the day that it is decided."""
    days = {"committed_on": committed_on, "final_on": decided_on, "decided_on": decided_on}
    return {"act": "offence", "id": name, "class": "c4", "points": points, "final_by": "paiement", **days, **more}


def append(licence: Licence, acts: list[dict[str, Any]], recorded_on: date) -> Appended:
    """Append acts as of a day."""
    return append_acts(licence, acts, recorded_on=recorded_on, source="test", reference="r1")


def posted(licence: Licence) -> list[tuple[str, int, int, str]]:
    """The movements posted: cause, points, signed balance, letter."""
    rows = licence.movements.order_by("sequence")
    return [(row.cause, row.points, row.signed_balance, row.letter) for row in rows]


def posted_sum(licence: Licence) -> int:
    """The signed sum of the movements posted."""
    total: int = licence.movements.aggregate(total=Sum("points"))["total"]
    return total


def last_day(case: dict[str, Any]) -> date:
    """The last day on which the case expects something."""
    return max(date.fromisoformat(expected["on"]) for expected in case["expect"])


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_posted_as_the_law_states_it(name: str, register_dossier: Register) -> None:
    """Same movements, same sums, same letters, and the account is that of the statement."""
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    on = last_day(case)
    licence = register_dossier(case["dossier"], recorded_on=on)
    statement = statement_of(licence, on)

    assert posted(licence) == [(m.cause, m.points, m.signed_balance, m.letter or "") for m in statement.movements]
    assert licence.account.balance == statement.balance
    assert licence.account.signed_balance == statement.signed_balance == posted_sum(licence)
    assert (licence.account.ceiling, licence.account.status) == (statement.ceiling, statement.status)


def test_an_act_is_kept_as_received(licence: Licence) -> None:
    """Its number, its kind, its own words, the day it is true from and the day it was learned."""
    received = offence("i1", 4, "2024-01-20", "2024-03-01", place="Nantes")
    append(licence, [received], date(2024, 3, 4))
    act = Act.objects.get()

    assert (act.sequence, act.kind, act.act_id, json.loads(act.payload.body)) == (1, "offence", "i1", received)
    assert (act.on, act.recorded_on) == (date(2024, 1, 20), date(2024, 3, 4))
    assert (act.source, act.reference) == ("test", "r1")
    assert dossier_of(licence).acts[0].id == "i1"


def test_movements_name_their_act_and_their_offence(licence: Licence) -> None:
    """A single point that comes back names the offence that had taken it."""
    append(licence, [offence("i1", 1, "2024-01-20", "2024-03-01")], date(2024, 9, 2))
    taken, back = licence.movements.order_by("sequence")[1:]

    assert (taken.cause, taken.act and taken.act.act_id) == ("withdrawal", "i1")
    assert (back.cause, back.act, back.offence and back.offence.act_id) == ("one_point", None, "i1")
    assert back.on == date(2024, 9, 1)
    assert back.posted_on == date(2024, 9, 2)


def test_acts_received_again_change_nothing(licence: Licence) -> None:
    """The same content under the same name is known already."""
    acts = [offence("i1", 4, "2024-01-20", "2024-03-01"), offence("i2", 1, "2024-02-20", "2024-04-01")]
    first = append(licence, acts, date(2024, 5, 1))
    again = append(licence, acts, date(2025, 5, 1))

    assert first == Appended(new=2, known=0, movements=3)
    assert again == Appended(new=0, known=2, movements=0)
    assert Act.objects.count() == 2


def test_another_content_under_a_known_name_is_refused(licence: Licence) -> None:
    """An act is never edited: the reason names the keys that differ, and nothing of the delivery is kept."""
    append(licence, [offence("i1", 4, "2024-01-20", "2024-03-01")], date(2024, 5, 1))
    changed = [
        offence("i2", 1, "2024-02-20", "2024-04-01"),
        offence("i1", 3, "2024-01-20", "2024-03-01", place="Nantes"),
    ]
    with pytest.raises(AppendRefused) as refused:
        append(licence, changed, date(2024, 5, 2))

    assert refused.value.reasons == ("acte « i1 » : déjà enregistré avec un autre contenu (place, points)",)
    assert posted_sum(licence) == 8
    assert Act.objects.count() == 1


def test_a_pending_offence_received_again_with_its_end_is_completed(licence: Licence) -> None:
    """The first row stays as it was written; a second one says how the offence ended, and the points go."""
    final = offence("i1", 4, "2024-01-20", "2024-03-01")
    pending = {key: value for key, value in final.items() if key not in ("final_on", "final_by", "decided_on")}
    append(licence, [pending], date(2024, 2, 1))
    completed = append(licence, [final], date(2024, 3, 2))
    again = append(licence, [final], date(2024, 3, 3))
    rows = Act.objects.order_by("sequence")

    assert (1, 0) == (completed.new, again.new)
    assert [(1, pending), (2, final)] == [(row.version, json.loads(row.payload.body)) for row in rows]
    assert 8 == posted_sum(licence) == statement_of(licence, date(2024, 3, 3)).balance


def test_a_completion_that_changes_anything_else_is_refused(licence: Licence) -> None:
    """Nor can an offence already final become pending, or final another day."""
    final = offence("i1", 4, "2024-01-20", "2024-03-01")
    pending = {key: value for key, value in final.items() if key not in ("final_on", "final_by", "decided_on")}
    append(licence, [pending], date(2024, 2, 1))
    with pytest.raises(AppendRefused):
        append(licence, [{**final, "points": 3}], date(2024, 3, 2))
    append(licence, [final], date(2024, 3, 2))
    for changed in (pending, {**final, "decided_on": "2024-03-02"}):
        with pytest.raises(AppendRefused):
            append(licence, [changed], date(2024, 3, 3))

    assert 2 == Act.objects.count()


def test_an_act_given_twice_in_one_delivery_is_refused(licence: Licence) -> None:
    """Even with the same content: which one is meant is not guessed."""
    act = offence("i1", 4, "2024-01-20", "2024-03-01")
    with pytest.raises(AppendRefused, match="deux fois"):
        append(licence, [act, act], date(2024, 3, 2))

    assert 0 == Act.objects.count()


def test_what_would_make_the_dossier_refused_is_refused(licence: Licence) -> None:
    """An annulment must find its offence, in what was received before or in what comes with it."""
    annulment = {"act": "withdrawal_annulled", "id": "a1", "offence": "i1", "on": "2024-06-01"}
    with pytest.raises(AppendRefused) as refused:
        append(licence, [annulment], date(2024, 7, 1))
    append(licence, [offence("i1", 4, "2024-01-20", "2024-03-01")], date(2024, 7, 1))
    append(licence, [annulment], date(2024, 7, 2))

    assert "a1" in refused.value.reasons[0]
    assert [row[:3] for row in posted(licence)[1:]] == [("withdrawal", -4, 8), ("withdrawal_annulled", 4, 12)]


def test_a_licence_that_holds_no_points_yet_is_refused(licence: Licence) -> None:
    """Nothing can be posted before the licence is obtained."""
    with pytest.raises(AppendRefused):
        append(licence, [], date(1996, 5, 5))

    assert not Movement.objects.exists()


def test_the_register_does_not_learn_backwards(licence: Licence) -> None:
    """A day of recording earlier than what was posted is refused."""
    append(licence, [], date(2024, 5, 1))
    with pytest.raises(AppendRefused) as refused:
        append(licence, [offence("i1", 4, "2024-01-20", "2024-03-01")], date(2024, 4, 30))

    assert "déjà arrêté au 2024-05-01" in refused.value.reasons[0]


def test_a_name_without_end_is_refused(licence: Licence) -> None:
    """An index holds no text of any length."""
    with pytest.raises(AppendRefused) as refused:
        append(licence, [offence("i" * 201, 4, "2024-01-20", "2024-03-01")], date(2024, 4, 30))

    assert "plus de 200 caractères" in refused.value.reasons[0]


def test_a_late_fact_that_changes_nothing_else_is_simply_added(licence: Licence) -> None:
    """Decided before another withdrawal, learned after it: no correction."""
    append(licence, [offence("i1", 4, "2024-01-20", "2024-03-01")], date(2024, 3, 4))
    append(licence, [offence("i2", 2, "2024-01-10", "2024-02-20")], date(2024, 4, 2))

    assert [row[:3] for row in posted(licence)] == [("obtained", 12, 12), ("withdrawal", -4, 8), ("withdrawal", -2, 6)]


def test_a_late_fact_that_changes_the_past_is_corrected_by_adding(licence: Licence) -> None:
    """A stage learned late had brought the balance to 12: the point given back since had nowhere to go."""
    append(licence, [offence("i1", 1, "2024-01-20", "2024-03-01")], date(2024, 9, 2))
    stage = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
    append(licence, [stage], date(2024, 9, 3))

    assert [row[:3] for row in posted(licence)] == [
        ("obtained", 12, 12),
        ("withdrawal", -1, 11),
        ("one_point", 1, 12),
        ("stage", 1, 13),
        ("correction", -1, 12),
    ]
    assert posted(licence)[-1][3] == "rectificatif"
    assert statement_of(licence, date(2024, 9, 3)).signed_balance == posted_sum(licence) == 12


def test_a_stage_annulled_leaves_the_dossier_and_not_what_was_known(licence: Licence) -> None:
    """From its recording the law does not read it; the file of the day before still shows it, and its points."""
    stage = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
    append(licence, [offence("i1", 4, "2024-01-20", "2024-03-01"), stage], date(2024, 9, 2))
    append(licence, [{"act": "stage_annulled", "id": "s1", "on": "2024-09-03"}], date(2024, 9, 3))
    before = statement_of(licence, date(2024, 9, 3), known_on=date(2024, 9, 2))

    assert ["i1"] == [act.id for act in dossier_of(licence).acts]
    assert (12, 8, 8) == (before.balance, statement_of(licence, date(2024, 9, 3)).balance, posted_sum(licence))
    assert ("correction", -4, 8, "rectificatif") == posted(licence)[-1]


@pytest.mark.parametrize("kind", ["nothing", "an offence"])
def test_what_is_no_stage_is_not_annulled_as_one(kind: str, licence: Licence) -> None:
    """Neither a name that nothing bears, nor that of an act of another kind."""
    if kind == "an offence":
        append(licence, [offence("s1", 4, "2024-01-20", "2024-03-01")], date(2024, 9, 2))
    with pytest.raises(AppendRefused, match="attendu après stage"):
        append(licence, [{"act": "stage_annulled", "id": "s1", "on": "2024-09-03"}], date(2024, 9, 3))


def deliveries(rng: random.Random, acts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The acts in any order and in a few parcels, an act that names an offence never coming before it."""
    left = rng.sample(acts, len(acts))
    came: set[str] = set()
    ready = []
    while left:
        act = next(act for act in left if act.get("offence", act["id"]) in came | {act["id"]})
        left.remove(act)
        came.add(act["id"])
        ready.append(act)
    cuts = sorted(rng.randint(0, len(ready)) for _ in range(3))
    return [ready[start:end] for start, end in zip([0, *cuts], [*cuts, len(ready)], strict=True)]


@pytest.mark.parametrize("seed", range(LIVES))
def test_the_sum_posted_is_the_signed_balance_of_the_law(seed: int, register_dossier: Register) -> None:
    """In whatever order the facts of a life are learned, on every day on which something is learned."""
    rng = random.Random(seed)
    dossier = random_history(rng)
    day = max(date.fromisoformat(dossier["licence"]["obtained_on"]), date(1993, 1, 1))
    licence = register_dossier(dossier, recorded_on=day, acts=[])
    for acts in deliveries(rng, dossier["acts"]):
        day += timedelta(days=rng.choice((0, 1, 200, 2000)))
        before = posted(licence)
        append(licence, acts, day)
        statement = statement_of(licence, licence.movements.latest("sequence").posted_on if not acts else day)

        assert posted(licence)[: len(before)] == before
        assert posted_sum(licence) == licence.movements.latest("sequence").signed_balance == statement.signed_balance
    assert sorted(act.act_id for act in licence.acts.all()) == sorted(act["id"] for act in dossier["acts"])
