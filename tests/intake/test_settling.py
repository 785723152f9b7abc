"""Fates: one a line, kept with the acts; what waits is taken by itself when what it waits for comes."""

import json
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.people import load
from mespoints.intake.taking import release_arrived, replay
from mespoints.register.holders import as_opened
from mespoints.register.models import Act, Category, Holder, Licence, Movement, OwedLetter
from tests.intake.conftest import PERSON
from tests.intake.feeding import NEPH, RECORDED_ON, acts, counts, fates, line, offence, opening, reasons, take

pytestmark = pytest.mark.django_db

PAID = line("antai", "paid", "p1", offence="i1", on="2024-02-15")


def everything() -> list[list[dict[str, Any]]]:
    """Every row of the register and of the fates."""
    tables = (Holder, Licence, Category, Act, Movement, OwedLetter, FeedFile, FeedLine)
    return [list(model._default_manager.order_by("pk").values()) for model in tables]


def test_a_licence_opens_with_its_holder() -> None:
    """From the préfecture: holder, licence, first points; the same line again is known."""
    taken = take(opening())
    licence = Licence.objects.select_related("holder", "account").get()
    again = take(opening(), name="again.jsonl")

    assert ((1, 0, 0, 0), (0, 1, 0, 0)) == (counts(taken), counts(again))
    assert (NEPH, date(1996, 5, 6), "none", 12) == (
        licence.neph, licence.obtained_on, licence.probation, licence.account.balance,
    )  # fmt: skip
    assert ["Camille"] == licence.holder.given_names


def test_an_opening_that_differs_is_refused() -> None:
    """Against what is kept, and against the first line of the same file."""
    taken = take(opening(), opening(family_name="AUTRE"), opening(obtained_on="1997-05-06"))

    assert ["accepted", "refused", "refused"] == fates(taken)
    assert "holder, clé « family_name » : diffère" in reasons(taken, 2)
    assert "licence, clé « obtained_on » : diffère" in reasons(taken, 3)


def test_an_unknown_number_waits_and_is_never_dropped() -> None:
    """Whoever brings the licence, the line is taken by itself; meanwhile it is kept as it came."""
    waits = take(offence("i1"), PAID)
    row = FeedLine.objects.get(number=2)
    kept = (row.fate, row.neph, json.loads(bytes(row.raw)), row.reasons)
    take(opening())
    row.refresh_from_db()

    assert ("waiting", NEPH, PAID, ["NEPH inconnu du registre : la ligne attend que ce permis arrive"]) == kept
    assert ["accepted", "accepted"] == fates(waits)
    assert ("accepted", "", b"", []) == (row.fate, row.neph, bytes(row.raw), row.reasons)


def test_people_bring_licences_too() -> None:
    """A line of intake/1 releases what waited for its file number."""
    waits = take(offence("i1"))
    load([json.dumps(PERSON)], recorded_on=RECORDED_ON)

    assert ["accepted"] == fates(waits)
    assert ["i1", "antai:i1"] == [act["id"] for act in acts()]


def test_what_two_intakes_missed_is_taken_at_the_end_of_the_next() -> None:
    """A licence that came while a line about it was told to wait."""
    waits = take(offence("i1"))
    FeedLine.objects.update(neph="ABCDE")
    take(opening("ABCDE"))
    FeedLine.objects.filter(file=waits.file).update(
        fate="waiting", waits_for="licence", neph="ABCDE", raw=json.dumps({**offence("i1"), "neph": "ABCDE"}).encode()
    )
    release_arrived(RECORDED_ON)

    assert ["accepted"] == fates(waits)


def test_the_same_file_twice_changes_nothing() -> None:
    """Not a row; the second time every line is known, but those that are refused still."""
    lines = [offence("i1"), PAID, offence("i2", neph="ABCDE"), "{"]
    take(opening())
    first = take(*lines)
    before = everything()
    second = take(*lines, recorded_on=date(2027, 1, 1))

    assert ((2, 0, 1, 1), (0, 3, 1, 0)) == (counts(first), counts(second))
    assert before == everything()


def test_the_same_lines_in_another_file_are_known() -> None:
    """Whatever the day, written in JSON or not, waiting or not: nothing is taken or kept waiting twice."""
    lines = [offence("i1"), PAID, offence("i2", neph="ABCDE")]
    take(opening())
    take(*lines)
    again = take(*reversed(lines), recorded_on=date(2027, 1, 1))
    as_csv = take(
        "neph,format,id,event,offence,on", f"{NEPH},antai/1,p1,paid,i1,2024-02-15",
    )  # fmt: skip

    assert ["known"] * 3 == fates(again)
    assert ["known"] == fates(as_csv)
    assert 1 == FeedLine.objects.filter(fate="waiting").count()


def test_a_refused_line_hinders_no_other() -> None:
    """Not even of the same licence, in the same transaction."""
    take(opening())
    taken = take(offence("i1"), {**PAID, "on": "2024-01-19"}, b"\xff", "", {**PAID, "id": "p2"})

    assert ["accepted", "refused", "refused", "refused", "accepted"] == fates(taken)
    assert "clé « final_on » : trouvé 2024-01-19, attendu un jour qui ne précède pas" in reasons(taken, 2)


def test_refused_lines_are_replayed_on_request() -> None:
    """Once their cause is gone; the counts of their file follow."""
    take(opening())
    taken = take(offence("i1"), {**PAID, "on": "2026-07-05"})
    refused = list(FeedLine.objects.filter(fate="refused").values_list("pk", flat=True))
    told = list(replay(refused, date(2026, 7, 6)))
    taken.file.refresh_from_db()

    assert [{"accepted": 1}] == told
    assert (2, 2, 0) == (taken.file.lines, taken.file.accepted, taken.file.refused)
    assert ["accepted", "accepted"] == fates(taken)


def test_a_person_that_was_refused_is_not_kept() -> None:
    """The line may hold a confidential code: only the reasons stay, and a replay leaves it refused."""
    holder = {**PERSON["holder"], "code": "SECRET-CODE", "sex": "F"}
    taken = take({**PERSON, "holder": holder})
    told = list(replay(FeedLine.objects.values_list("pk", flat=True), RECORDED_ON))
    row = FeedLine.objects.get()

    assert (0, 0, 1, 0) == counts(taken)
    assert [{"refused": 1}] == told
    assert b"" == bytes(row.raw)
    assert "SECRET-CODE" not in repr(everything())


def test_deaths_and_categories_reach_what_pages_read() -> None:
    """The holder is deceased; of two acts on a category from one day, the one that goes furthest holds."""
    take(opening())
    take(line("deaths", "death", "d1", on="2026-05-01"))
    days = ("2029-01-01", None, "2034-01-01")
    until = [{"to": day} if day else {} for day in days]
    held = {"category": "C", "from": "2024-01-01"}
    seen = []
    for number, more in enumerate(until):
        take(line("prefecture", "category", f"c{number}", **held, **more))
        seen.append(Category.objects.get().to_on)

    assert date(2026, 5, 1) == Holder.objects.get().deceased_on
    assert [date(2029, 1, 1), None, None] == seen


CORRECTION = line(
    "prefecture", "civil_status", "R1", on="2026-06-01", proof="acte_de_naissance", reason="Jour et mois inversés",
    birth_date="1975-02-04",
)  # fmt: skip


def test_a_correction_reaches_the_row_of_the_holder_and_keeps_what_the_opening_said() -> None:
    """The opening is known again, with the former day as with the right one; with a third one it is refused."""
    take(opening())
    taken = take(CORRECTION, CORRECTION)
    again = take(
        opening(), opening(birth_date="1975-02-04"), opening(birth_date="1975-02-05"), opening(address=["9 RUE NEUVE"]),
        name="again.jsonl",
    )  # fmt: skip
    holder = Holder.objects.get()

    assert (["accepted", "known"], "1975-02-04") == (fates(taken), holder.birth_date)
    assert "1975-04-02" == as_opened(holder).birth_date
    assert ["known", "known", "refused", "refused"] == fates(again)


def test_an_address_declared_reaches_the_row_of_the_holder_with_its_departement() -> None:
    """The latest day holds, in whatever order they come; abroad, the département stays."""
    take(opening())
    told = [("2026-06-03", ["3 QUAI DU PORT", "13002 MARSEILLE"]), ("2026-06-01", ["2 RUE HAUTE", "35000 RENNES"])]
    take(*(line("addresses", "address", f"a{n}", on=on, lines=lines) for n, (on, lines) in enumerate(told)))
    holder = Holder.objects.get()
    take(line("addresses", "address", "a9", on="2026-06-05", lines=["RUE HAUTE 12", "1000 BRUXELLES", "BELGIQUE"]))
    abroad = Holder.objects.get()

    assert (["3 QUAI DU PORT", "13002 MARSEILLE"], "13") == (holder.address, holder.departement)
    assert ("BELGIQUE", "13") == (abroad.address[-1], abroad.departement)


def test_a_correction_that_cannot_be_right_is_refused_with_what_was_found() -> None:
    """Nothing to correct; born after the licence; a proof that is none."""
    take(opening())
    nothing = {key: value for key, value in CORRECTION.items() if key != "birth_date"}
    taken = take(nothing, {**CORRECTION, "birth_date": "1999-01-01"}, {**CORRECTION, "proof": "parole"})

    assert ["refused"] * 3 == fates(taken)
    assert "family_name" in reasons(taken, 1)
    assert "trouvé 1999-01-01, attendu un jour qui ne suit" in reasons(taken, 2)
    assert "acte_de_naissance" in reasons(taken, 3)


DEATH = line("deaths", "death", "d1", on="2026-05-01")
NOT_DEAD = line(
    "deaths", "death_withdrawn", "v1", death="d1", on="2026-06-02", proof="certificat_de_vie", reason="Homonyme"
)


@pytest.mark.parametrize("order", [*permutations((DEATH, NOT_DEAD, DEATH))])
def test_a_death_taken_back_is_none_in_whatever_order(order: tuple[dict[str, Any], ...]) -> None:
    """It waits for the death; the same death again brings nothing; another one, later, does."""
    take(opening())
    for number, one in enumerate(order):
        take(one, name=f"{number}.jsonl")
    alive = Holder.objects.get().deceased_on
    take({**DEATH, "id": "d2", "on": "2026-06-20"}, name="last.jsonl")

    assert (None, date(2026, 6, 20)) == (alive, Holder.objects.get().deceased_on)


def test_a_category_renewed_does_not_make_the_people_file_wrong() -> None:
    """What intake/1 says of it is of the past: the line is known."""
    person = {**PERSON, "categories": [{"category": "C", "from": "2001-03-02", "to": "2031-03-02"}]}
    take(person)
    take(line("prefecture", "category", "c1", category="C", to="2036-03-02", **{"from": "2001-03-02"}))

    again = take(person, "", name="again.jsonl")

    assert ["known", "refused"] == fates(again)
    assert date(2036, 3, 2) == Category.objects.get().to_on
