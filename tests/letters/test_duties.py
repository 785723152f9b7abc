"""Duties followed up: who is told of what, once, and of what is true no more."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from mespoints.demo.letters import sample_sender
from mespoints.letters import duty_lists
from mespoints.letters.duties import letters_to_follow
from mespoints.letters.duty_lists import Lists, write_lists
from mespoints.letters.duty_sheets import Sheets, as_text
from mespoints.letters.models import DutyLine, DutyList
from mespoints.letters.spool import Spool
from mespoints.register.models import Access, Holder, Licence
from tests.conftest import CAMILLE
from tests.law.lives import offence, on_day, stage
from tests.letters.mail import learn

pytestmark = pytest.mark.django_db

Told = tuple[str, str, str]


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    """One compiler for the module."""
    return Sheets(sample_sender(), is_specimen=True)


def person(neph: str, obtained_on: str = "2015-06-12") -> Licence:
    """Somebody of Nantes."""
    return Licence.objects.create(
        neph=neph, holder=Holder.objects.create(**CAMILLE), obtained_on=date.fromisoformat(obtained_on),
        probation="ordinary", territory="metropole", recorded_on=date.fromisoformat(obtained_on),
    )  # fmt: skip


@pytest.fixture
def novice(db: None) -> Licence:
    """Three points in probation, a 48N notified on 1 March 2024."""
    licence = person("000000000001", "2023-06-12")
    letter = on_day("lettre_48n", "l", "2024-03-01", offence="a")
    learn(licence, "2024-03-02", offence("a", "2024-01-10", "2024-02-01", 3, place="Nantes"), letter)
    return licence


@pytest.fixture
def fallen(db: None) -> Licence:
    """Twelve points gone, a 48SI notified on 2 May 2023."""
    licence = person("000000000002")
    first, second = offence("a", "2023-01-10", "2023-02-10", 6, "c4"), offence("b", "2023-03-10", "2023-04-10", 6, "c5")
    learn(licence, "2023-05-03", first, second, on_day("lettre_48si", "l", "2023-05-02"))
    return licence


def lists_of(day: str, folder: Path, sheets: Sheets) -> Lists:
    """The lists of a day."""
    spool = Spool(folder)
    with spool.held():
        return write_lists(date.fromisoformat(day), spool, sheets)


def told(folder: Path, lists: Lists) -> set[Told]:
    """What each list tells: its name, what is said, the file number."""
    found = set()
    for path in (folder / lists.name).glob("*.csv") if lists.name else ():
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
            found.add((path.stem, row["Signalement"], row["Dossier"]))
    return found


def test_a_stage_not_followed_is_told_to_the_procureur_once(novice: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """The day after the four months, in the département of the address; then nothing more."""
    days = ("2024-07-01", "2024-07-02", "2024-07-03")
    found = [told(tmp_path, lists_of(day, tmp_path, sheets)) for day in days]

    assert [set(), {("procureur-44", "signalé", "000000000001")}, set()] == found


def test_a_title_kept_is_told_to_the_prefet_after_ten_jours_francs(
    fallen: Licence, tmp_path: Path, sheets: Sheets
) -> None:
    """Notified on Tuesday 2 May 2023: Monday 15 May is the last day."""
    found = [told(tmp_path, lists_of(day, tmp_path, sheets)) for day in ("2023-05-15", "2023-05-16", "2023-05-17")]

    assert [set(), {("prefet-44", "signalé", "000000000002")}, set()] == found


def test_a_stage_in_time_is_told_to_the_comptable_as_soon_as_it_is_known(
    novice: Licence, tmp_path: Path, sheets: Sheets
) -> None:
    """Once, with what the refund asks for; the procureur hears nothing, then or later."""
    learn(novice, "2024-04-20", stage("s", "2024-04-13", kind="probatoire"))
    first, later = lists_of("2024-04-20", tmp_path, sheets), lists_of("2024-07-02", tmp_path, sheets)
    (row,) = csv.DictReader(io.StringIO((tmp_path / first.name / "comptable.csv").read_text(encoding="utf-8")))

    assert ({"comptable": 1}, "", 1, 0) == (first.due, later.name, first.settled, later.settled)
    assert ("2024-01-10", "Nantes", "2024-04-12", "2024-04-13") == (
        row["Infraction du"], row["Lieu"], row["Stage du"], row["au"],
    )  # fmt: skip
    assert {} == letters_to_follow(date(2024, 7, 2))


@pytest.mark.parametrize(
    ("act", "also"),
    [
        (stage("s", "2024-06-30", kind="probatoire"), {("comptable", "amende à rembourser", "000000000001")}),
        (on_day("withdrawal_annulled", "u", "2024-08-01", offence="a"), set()),
        (on_day("death", "d", "2024-06-01"), set()),
    ],
)
def test_what_is_true_no_more_is_withdrawn_by_the_next_list(
    novice: Licence, tmp_path: Path, sheets: Sheets, act: dict[str, Any], also: set[Told]
) -> None:
    """A proof that came late, a decision annulled, a death: once, and why."""
    lists_of("2024-07-02", tmp_path, sheets)
    learn(novice, "2024-08-02", act)
    second, third = lists_of("2024-08-02", tmp_path, sheets), lists_of("2024-08-03", tmp_path, sheets)

    assert {("procureur-44", "signalement retiré", "000000000001"), *also} == told(tmp_path, second)
    assert "" == third.name
    assert [1, 2] == list(DutyLine.objects.filter(recipient="procureur").values_list("turn", flat=True).order_by("pk"))


def test_a_duty_of_somebody_who_had_not_died_is_told_again(novice: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """Reported, withdrawn for the death, reported again once it is taken back."""
    lists_of("2024-07-02", tmp_path, sheets)
    learn(novice, "2024-08-02", on_day("death", "d", "2024-06-01"))
    lists_of("2024-08-02", tmp_path, sheets)
    not_dead = on_day("death_annulled", "d", "2024-09-02", proof="certificat_de_vie", reason="Homonyme")
    learn(novice, "2024-09-02", not_dead)
    third, fourth = lists_of("2024-09-02", tmp_path, sheets), lists_of("2024-09-03", tmp_path, sheets)

    assert {("procureur-44", "signalé", "000000000001")} == told(tmp_path, third)
    assert "" == fourth.name


def test_a_title_handed_in_late_is_withdrawn(fallen: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """The préfet has it now; the letter is followed no more."""
    lists_of("2023-05-16", tmp_path, sheets)
    learn(fallen, "2023-08-02", on_day("title_surrendered", "t", "2023-08-01"))
    second = lists_of("2023-08-02", tmp_path, sheets)
    row = next(csv.DictReader(io.StringIO((tmp_path / second.name / "prefet-44.csv").read_text(encoding="utf-8"))))

    assert ("signalement retiré", "fait : la preuve en est parvenue depuis") == (
        row["Signalement"], row["Motif du retrait"],
    )  # fmt: skip
    assert {} == letters_to_follow(date(2024, 1, 1))


def test_a_duty_suspended_for_a_time_is_told_again_after_it(novice: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """Reported, withdrawn while the judge suspends, reported again: three lines, one for each list."""
    lists_of("2024-07-02", tmp_path, sheets)
    learn(novice, "2024-08-01", on_day("withdrawal_suspended", "u", "2024-08-01", offence="a", to="2024-09-30"))
    second, third = lists_of("2024-08-01", tmp_path, sheets), lists_of("2024-10-01", tmp_path, sheets)

    assert ({"procureur": 1}, {"procureur": 1}) == (second.withdrawn, third.due)
    assert ["missed", "undone", "missed"] == list(DutyLine.objects.order_by("turn").values_list("why", flat=True))


def test_what_needs_no_look_is_not_read(novice: Licence, fallen: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """A letter reported is read again only once its file has learned something."""
    lists_of("2024-07-02", tmp_path, sheets)
    quiet = letters_to_follow(date(2024, 8, 1))
    learn(novice, "2024-08-01", on_day("title_lost", "x", "2024-08-01"))

    assert {} == quiet
    assert {novice.pk} == set(letters_to_follow(date(2024, 8, 1)))


def test_the_driver_reads_who_was_told(novice: Licence, tmp_path: Path, sheets: Sheets) -> None:
    """In the journal of accesses, with the article."""
    lists_of("2024-07-02", tmp_path, sheets)
    (access,) = Access.objects.filter(licence=novice)

    assert ("authority", "Procureur de la République 44", "R223-4") == (access.viewer, access.who, access.article)


def test_the_manifest_names_every_file_and_the_list_is_a_tagged_pdf(
    novice: Licence, fallen: Licence, tmp_path: Path, sheets: Sheets
) -> None:
    """For the owner alone; what is reported can be read on paper, with no points of anybody."""
    lists = lists_of("2024-07-02", tmp_path, sheets)
    folder = tmp_path / lists.name
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    named = {file["file"]: file["sha256"] for one in manifest["lists"] for file in one["files"]}
    reader = PdfReader(folder / "procureur-44.pdf")
    text = " ".join(reader.pages[0].extract_text().split())

    assert {path.name for path in folder.iterdir()} == {*named, "manifest.json"}
    assert all(duty_lists.sha256((folder / name).read_bytes()) == digest for name, digest in named.items())
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert "Stages obligatoires non suivis" in text
    assert "000000000001" in text
    assert "solde" not in text.lower()
    assert 0 == folder.stat().st_mode & 0o077


class Killed(Exception):
    """What stops a run where the test wants it to."""


@pytest.mark.parametrize("place", ["record_access", "release_the_rest"])
def test_a_run_that_is_killed_is_run_again(
    novice: Licence, tmp_path: Path, sheets: Sheets, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Before the commit the folder is forgotten and made again; after it, it is let go: told once either way."""
    as_written: Callable[..., object] = getattr(duty_lists, place)
    calls: list[object] = []

    def dying(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == (2 if place == "release_the_rest" else 1):
            raise Killed
        return as_written(*given, **named)

    monkeypatch.setattr(duty_lists, place, dying)
    with pytest.raises(Killed):
        lists_of("2024-07-02", tmp_path, sheets)
    visible = list(tmp_path.glob("2*"))
    lists_of("2024-07-02", tmp_path, sheets)
    (folder,) = tmp_path.glob("2*")

    assert [] == visible
    assert 1 == DutyLine.objects.count() == DutyList.objects.filter(handed_over=True).count()
    assert (folder / "procureur-44.csv").exists()
    assert [] == list((tmp_path / ".writing").iterdir())


def test_a_cell_is_never_a_formula() -> None:
    """A place typed by somebody is no programme of a spreadsheet."""

    assert ("'=HYPERLINK(1)", "Nantes", "'@x") == (as_text("=HYPERLINK(1)"), as_text("Nantes"), as_text("@x"))
