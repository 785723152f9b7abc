from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mespoints.demo.people import case_of, people
from mespoints.demo.telling import told_on

LIFE: dict[str, Any] = {
    "dossier": {
        "format": "dossier/1",
        "licence": {"obtained_on": "2020-01-15", "territory": "guyane"},
        "acts": [
            {"act": "offence", "id": "paid", "committed_on": "2021-06-01", "final_on": "2021-07-10"},
            {
                "act": "offence",
                "id": "open",
                "committed_on": "2021-08-01",
                "final_on": "2021-09-20",
                "final_by": "paiement",
                "decided_on": "2021-10-01",
                "class": "c3",
                "points": 1,
            },
            {
                "act": "offence",
                "id": "cleared",
                "committed_on": "2021-08-02",
                "closed_on": "2021-12-01",
                "closed_by": "relaxe",
            },
            {"act": "suspension", "id": "running", "from": "2021-08-05", "to": "2022-02-01"},
            {"act": "stage", "id": "half", "started_on": "2021-08-31", "ended_on": "2021-09-01", "kind": "volontaire"},
            {"act": "licence_obtained", "id": "new", "on": "2021-08-30"},
            {"act": "lettre_48si", "id": "letter", "notified_on": "2021-09-02"},
        ],
    }
}
DAY = date(2021, 8, 31)


def acts(today: date) -> dict[str, dict[str, Any]]:
    """The acts told, by id."""
    return {act["id"]: act for act in told_on(LIFE, DAY, today)["acts"]}


def test_what_was_still_to_come_is_left_out() -> None:
    """A stage that ends the day after and a letter not yet received are not told."""
    assert acts(DAY).keys() == {"paid", "open", "cleared", "running", "new"}


def test_an_offence_not_yet_final_is_pending() -> None:
    """What came after the day told leaves no trace: neither the payment, nor the decision, nor the relaxe."""
    told = acts(DAY)

    assert told["open"].keys() == {"act", "id", "committed_on", "class", "points"}
    assert told["cleared"].keys() == {"act", "id", "committed_on"}
    assert told["paid"]["final_on"] == "2021-07-10"


def test_an_offence_final_but_not_decided_is_told_as_pending() -> None:
    """Between the two days nothing is withdrawn, and a dossier without the decision would say that it was taken."""
    told = {act["id"]: act for act in told_on(LIFE, date(2021, 9, 25), DAY)["acts"]}

    assert "decided_on" not in told["open"]
    assert "final_on" not in told["open"]


def test_the_terms_of_the_licence_are_written_out() -> None:
    """A probation left to the day of obtaining would change when that day moves across the reform of 2004."""
    old = {"dossier": {**LIFE["dossier"], "licence": {"obtained_on": "1996-05-06"}, "acts": []}}

    assert told_on(old, DAY, DAY)["licence"] == {"probation": "none", "obtained_on": "1996-05-06"}
    assert told_on(LIFE, DAY, DAY)["licence"]["probation"] == "ordinary"
    assert acts(DAY)["new"]["probation"] == "ordinary"


@given(st.dates(date(2026, 1, 1), date(2099, 1, 1)))
def test_every_day_moves_by_the_same_number_of_days(today: date) -> None:
    """The distance between two facts is that of the case, and words and numbers stay as they were."""
    told = acts(today)
    move = today - DAY

    assert date.fromisoformat(told["running"]["to"]) == date(2022, 2, 1) + move
    assert date.fromisoformat(told["paid"]["committed_on"]) == date(2021, 6, 1) + move
    assert told["open"]["points"] == 1


def test_a_case_is_not_changed_by_being_told() -> None:
    """Telling twice gives the same life."""
    today = date(2027, 1, 1)
    for person in people():
        case = case_of(person)

        assert told_on(case, person.case_day, today) == told_on(case, person.case_day, today)
        assert case == case_of(person)


def test_today_can_be_the_day_of_the_case() -> None:
    """Without a move, the days are those of the case."""
    assert told_on(LIFE, DAY, DAY + timedelta(0))["licence"]["obtained_on"] == "2020-01-15"
