"""The operator's pages, the probes and the figures: counts alone, nothing of anybody."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from mespoints.cli.commands import run
from mespoints.desk.models import Figure
from mespoints.desk.operating.figures import FEWEST, TABLES, count_all, published
from mespoints.identity.models import Agent
from mespoints.intake.files import take_in
from mespoints.intake.models import FeedFile
from mespoints.register.accesses import record_access
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Holder, Licence
from mespoints.register.nightly import run_night
from tests.conftest import CAMILLE
from tests.desk.conftest import TODAY
from tests.identity.test_sign_in_pages import words
from tests.portal.conftest import offence

pytestmark = pytest.mark.django_db

TOKEN = "m" * 40
STAGE = (
    '{"format":"stages/1","event":"attestation","id":"AT-1","neph":"000000000001","ended_on":"2026-11-14","case":1}\n'
)
REFUSED = STAGE.replace("2026-11-14", "2026-11-14x").replace("AT-1", "AT-2")
NIGHT = date(2026, 11, 21)


@pytest.fixture
def service(licence: Licence) -> Licence:
    """A driver with a letter that waits, a file with one line refused, one night."""
    append_acts(licence, [offence("a", "2026-05-04", "2026-06-10")], recorded_on=date(2026, 11, 12), source="antai/1")
    take_in(io.BytesIO((STAGE + REFUSED).encode()), "stages.jsonl", recorded_on=NIGHT)
    run_night(NIGHT)
    return licence


def test_the_service_at_a_glance(service: Licence, as_agent: Callable[..., Client]) -> None:
    """Lines by fate, letters that wait, the night that ended; and no line of anybody's journal."""
    page = words(as_agent("exploitation").get("/guichet/service/"))

    assert "Refusées 1" in page
    assert re.search(r"\b48 1 12/11/2026", page)
    assert "21/11/2026" in page
    assert "finie" in page
    assert not Access.objects.exists()


def test_a_refused_line_tells_why_and_is_tried_again(service: Licence, as_agent: Callable[..., Client]) -> None:
    """Its number and its reasons, never whose it is; the auditor may look and not try."""
    operator, auditor = as_agent("exploitation"), as_agent("audit")
    file = FeedFile.objects.get()
    page = words(operator.get(f"/guichet/flux/{file.pk}/"))
    replayed = [browser.post(f"/guichet/flux/{file.pk}/reprise/").status_code for browser in (operator, auditor)]

    assert "ended_on" in page
    assert "Reprendre" in page
    assert service.neph not in page
    assert [302, 403] == replayed
    assert "Reprendre" not in words(auditor.get(f"/guichet/flux/{file.pk}/"))
    assert "stages.jsonl" in words(auditor.get("/guichet/flux/"))


@pytest.mark.parametrize("role", ["instruction", "validation"])
def test_who_opens_files_does_not_run_the_service(role: str, as_agent: Callable[..., Client]) -> None:
    """And the reverse holds too (test_files)."""
    client = as_agent(role)

    assert {403} == {client.get(f"/guichet/{page}/").status_code for page in ("service", "flux", "acces")}


def test_the_auditor_searches_the_journal_and_is_read_in_turn(
    service: Licence, as_agent: Callable[..., Client]
) -> None:
    """By POST, with a reason; one more line in the file that was shown. Neither file nor person: refused."""
    record_access(
        service, viewer="agent", who="Service X, agent n° 9", means="", article="L225-4", reason="r", shown="s"
    )
    auditor = as_agent("audit")
    page = words(auditor.post("/guichet/acces/", {"who": "Service X, agent n° 9", "reason": "Contrôle annuel"}))
    refused = auditor.post("/guichet/acces/", {"reason": "Contrôle annuel"})

    assert (service.neph in page, "1 accès" in page) == (True, True)
    assert ("auditor", Agent.objects.get().public_name, "Contrôle annuel") == Access.objects.order_by("pk").values_list(
        "viewer", "who", "reason"
    ).last()
    assert 422 == refused.status_code


def test_the_process_and_the_service_tell_how_they_are(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process lives without its database; the service is not ready without it, nor with older tables."""
    probes = "mespoints.desk.operating.probes"

    def lost_database(_recorder: object) -> None:
        raise OperationalError

    well = [client.get("/sante/").status_code, client.get("/pret/").status_code]
    with monkeypatch.context() as patch:
        patch.setattr(f"{probes}.expected_migrations", lambda: frozenset({("desk", "0099_to_come")}))
        behind = client.get("/pret/")
    monkeypatch.setattr(f"{probes}.MigrationRecorder.applied_migrations", lost_database)
    lost, alive = client.get("/pret/"), client.get("/sante/")

    assert [200, 200] == well
    assert (503, b"migrations\n") == (behind.status_code, behind.content)
    assert (503, b"database\n", 200) == (lost.status_code, lost.content, alive.status_code)


def test_a_probe_is_not_sent_to_https(client: Client, settings: Any, db: None) -> None:
    """It asks the process itself, behind the proxy; a page is sent there."""
    settings.SECURE_SSL_REDIRECT = True
    settings.MESPOINTS_METRICS_TOKEN = ""

    assert [200, 200, 404, 301] == [
        client.get(f"/{page}/").status_code for page in ("sante", "pret", "metriques", "aide")
    ]


@pytest.mark.parametrize("header", ["", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}é"])
def test_the_measures_need_their_token(header: str, client: Client, settings: Any, db: None) -> None:
    """Any other one is refused; without a token in the settings the address does not exist."""
    settings.MESPOINTS_METRICS_TOKEN = TOKEN
    refused = client.get("/metriques/", headers={"authorization": header})
    settings.MESPOINTS_METRICS_TOKEN = ""
    absent = client.get("/metriques/", headers={"authorization": f"Bearer {TOKEN}"})

    assert (401, 404) == (refused.status_code, absent.status_code)
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")


def test_the_measures_are_in_the_text_format(service: Licence, client: Client, settings: Any) -> None:
    """Each with its help and its type once, every sample a name, labels and a number."""
    settings.MESPOINTS_METRICS_TOKEN = TOKEN
    answer = client.get("/metriques/", headers={"authorization": f"Bearer {TOKEN}"})
    lines = answer.content.decode().splitlines()
    samples = [line for line in lines if not line.startswith("#")]
    names = [line.split()[2] for line in lines if line.startswith("# TYPE")]

    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert all(re.fullmatch(r'mespoints_\w+(\{\w+="[\w-]+"\})? -?\d+(\.\d+)?', line) for line in samples)
    assert len(set(names)) == len(names) == sum(line.startswith("# HELP") for line in lines)
    assert {line.split("{")[0].split(" ")[0] for line in samples} <= set(names)
    assert 'mespoints_feed_lines{fate="refused"} 1' in lines
    assert 'mespoints_letters_oldest_days{letter="48"} 10' in lines
    assert "mespoints_night_ended 1" in lines
    assert service.neph not in answer.content.decode()


def drivers(count: int) -> None:
    """So many drivers who lost four points in June 2026."""
    for number in range(count):
        licence = Licence.objects.create(
            neph=f"1{number:011d}", holder=Holder.objects.create(**CAMILLE), obtained_on=date(1996, 5, 6),
            probation="none", territory="metropole", recorded_on=date(2024, 1, 1),
        )  # fmt: skip
        append_acts(
            licence, [offence("a", "2026-05-04", "2026-06-10")], recorded_on=date(2026, 6, 20), source="antai/1"
        )


def rows(name: str) -> list[dict[str, str]]:
    """A published table."""
    return list(csv.DictReader(io.StringIO(published(name))))


@pytest.mark.parametrize("count", [FEWEST - 1, FEWEST])
def test_no_cell_tells_of_fewer_than_five(count: int, db: None) -> None:
    """Four withdrawals are not told, five are; in every table."""
    drivers(count)
    count_all(TODAY)
    (june,) = [row for row in rows("mouvements") if row["mois"] == "2026-06" and row["cause"] == "withdrawal"]
    (eight,) = [row for row in rows("soldes") if row["solde"] == "8"]
    told = count >= FEWEST

    assert (june["mouvements"], june["points"], june["secret"]) == (("5", "-20", "0") if told else ("", "", "1"))
    assert (eight["permis"], eight["secret"]) == (("5", "0") if told else ("", "1"))


def test_the_month_under_way_is_not_told(db: None) -> None:
    """On the last day of June the withdrawals of June are not there; on the first of July they are."""
    drivers(FEWEST)
    count_all(date(2026, 6, 30))
    before = [row["mois"] for row in rows("mouvements")]
    count_all(date(2026, 7, 1))

    assert ("2026-06" in before, "2026-06" in [row["mois"] for row in rows("mouvements")]) == (False, True)


def test_the_command_counts_and_everyone_reads(db: None, client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted again, the figures replace the former ones; the waiting times of the préfectures stand beside them."""
    drivers(FEWEST)
    status = [run(["figures", "--on", "2026-07-01"]), run(["figures", "--on", "2026-07-01", "--json"])]
    answers = {name: client.get(f"/statistiques/{name}.csv") for name in (*TABLES, "attentes", "autre")}

    assert [0, 0] == status
    assert "figures/1" in capsys.readouterr().out
    assert [200] * 5 + [404] == [answer.status_code for answer in answers.values()]
    assert answers["mouvements"].headers["Cache-Control"] == "public, max-age=3600"
    assert answers["attentes"].content.decode().startswith("departement,prefecture,releves,jours_medians\r\n01,")
    assert Figure.objects.filter(table="soldes").count() == 1
