"""People and their histories, line by line into the register."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.intake.people import Refused, Report, load
from mespoints.register.codes import goes_with
from mespoints.register.files import statement_of
from mespoints.register.models import Act, Category, ConfidentialCode, Holder, Licence, Movement

pytestmark = pytest.mark.django_db

RECORDED_ON = date(2026, 11, 22)
CODE = "7KQ4-MX2P-9D"

Line = Callable[..., str]


def take(*lines: str | bytes, recorded_on: date = RECORDED_ON) -> Report:
    """Load lines as of a day."""
    return load(lines, recorded_on=recorded_on)


def everything() -> list[list[dict[str, Any]]]:
    """Every row of the register."""
    return [
        list(model._default_manager.order_by("pk").values())
        for model in (Holder, Licence, Category, Act, Movement, ConfidentialCode)
    ]


def test_a_person_enters_the_register(line: Line) -> None:
    """Holder, licence, categories, acts, movements, account."""
    report = take(line())
    licence = Licence.objects.select_related("holder").get()
    held = [(row.category, row.from_on, row.to_on, row.codes) for row in licence.categories.order_by("from_on")]

    assert report == Report(accepted=1, known=0, refused=[])
    assert (licence.neph, licence.obtained_on, licence.probation) == ("000000000001", date(1996, 5, 6), "none")
    assert licence.holder.given_names == ["Zoé", "Anne"]
    assert held == [("B", date(1996, 5, 6), None, ["01"]), ("A2", date(2001, 3, 2), date(2031, 3, 2), [])]
    assert licence.account.balance == statement_of(licence, RECORDED_ON).balance == 8
    assert (licence.acts.get().source, licence.acts.get().reference) == ("intake/1", "ligne 1")


def test_the_same_file_again_changes_nothing(line: Line) -> None:
    """Not even the hash of the code, whatever the day."""
    lines = [line({"holder.code": CODE}), line({"dossier.licence.neph": "ABCDE"})]
    take(*lines)
    before = everything()
    report = take(*lines, recorded_on=date(2027, 1, 1))

    assert report == Report(accepted=0, known=2, refused=[])
    assert everything() == before


def test_a_bad_line_hinders_no_other(line: Line) -> None:
    """It is refused by its number, and nothing of it is written."""
    late = line({"dossier.licence.neph": "LATER", "dossier.licence.obtained_on": "2026-12-01"})
    report = take(line(), b"\xff", "", line({"holder.sex": "M"}), late, line({"dossier.licence.neph": "ABCDE"}))

    assert (report.accepted, report.known) == (2, 0)
    assert [refused.line for refused in report.refused] == [2, 3, 4, 5]
    assert report.refused[0] == Refused(2, ("UTF-8 invalide à l'octet 1",))
    assert sorted(Licence.objects.values_list("neph", flat=True)) == ["000000000001", "ABCDE"]
    assert Holder.objects.count() == 2


def test_more_acts_come_with_a_later_delivery(line: Line) -> None:
    """The known ones are known; the new one is appended as of its own day."""
    take(line())
    new = {"act": "stage", "id": "s1", "ended_on": "2027-01-10", "kind": "volontaire"}
    acts = [new, *json.loads(line())["dossier"]["acts"]]
    report = take(line({"dossier.acts": acts}), recorded_on=date(2027, 2, 1))

    assert report == Report(accepted=1, known=0, refused=[])
    assert list(Act.objects.order_by("sequence").values_list("act_id", "recorded_on")) == [
        ("i1", RECORDED_ON),
        ("s1", date(2027, 2, 1)),
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"holder.family_name": "MARTIN"}, "holder, clé « family_name » : diffère"),
        ({"holder.address": ["2 RUE NEUVE", "44000 NANTES"]}, "holder, clé « address » : diffère"),
        ({"holder.email": None}, "holder, clé « email » : diffère"),
        ({"dossier.licence.obtained_on": "1996-05-07"}, "licence, clé « obtained_on » : diffère"),
        ({"dossier.licence.territory": "guyane"}, "licence, clé « territory » : diffère"),
        ({"categories.0.codes": []}, "categories, catégorie « B » : diffère"),
        ({"dossier.acts.0.points": 3}, "acte « i1 » : déjà enregistré avec un autre contenu (points)"),
        ({"holder.code": "AUTRE-CODE"}, "holder, clé « code » : diffère"),
    ],
)
def test_nothing_is_changed_in_passing(line: Line, changes: dict[str, object], reason: str) -> None:
    """What differs from the register is refused with its reason, and what else the line brings with it."""
    take(line({"holder.code": CODE}))
    before = everything()
    fresh = {"categories.1.category": "A"}
    report = take(line(fresh | changes))

    assert [refused.line for refused in report.refused] == [1]
    assert report.refused[0].reasons[0].startswith(reason)
    assert everything() == before


def test_a_category_obtained_since_is_added(line: Line) -> None:
    """The others stay as they are."""
    take(line())
    report = take(line({"categories.1.category": "BE", "categories.1.from": "2026-10-01"}))

    assert report == Report(accepted=1, known=0, refused=[])
    assert sorted(Category.objects.values_list("category", flat=True)) == ["A2", "B", "BE"]


def test_a_code_is_kept_as_its_hash_alone(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    """Argon2id; typed with or without its hyphens, in any case; nowhere else."""
    take(line({"holder.code": CODE}))
    kept = ConfidentialCode.objects.get()

    assert kept.code_hash.startswith("argon2$argon2id$")
    assert goes_with("7kq4 mx2p 9d", kept)
    assert not goes_with("7kq4 mx2p 9e", kept)
    assert kept.issued_on == RECORDED_ON
    assert CODE not in repr(everything()) + caplog.text


def test_a_first_code_may_come_later(line: Line) -> None:
    """A line without a code says nothing of it; the one that brings it brings something."""
    reports = [take(line()), take(line({"holder.code": CODE})), take(line())]

    assert [(report.accepted, report.known) for report in reports] == [(1, 0), (1, 0), (0, 1)]
    assert ConfidentialCode.objects.count() == 1


def test_progress_is_told_line_by_line(line: Line) -> None:
    """Refused lines included."""
    told: list[int] = []
    load([line(), "", line()], recorded_on=RECORDED_ON, progress=told.append)

    assert told == [1, 2, 3]
