"""The balance page, its line in the journal of accesses included, against an empty view with the same session."""

import json
import os
import tempfile
from datetime import date
from http import HTTPStatus
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.test import Client, RequestFactory

from benchmarks.measure import arguments, report_ratio, take_turns

CASE = Path(__file__).parent.parent / "tests" / "cases" / "GC-17.json"
NEPH = "000000000001"
HOLDER = {
    "family_name": "MARTIN",
    "given_names": ["Camille"],
    "sex": "female",
    "birth_date": "1975-04-02",
    "birth_place": "44109",
    "birth_country": "99100",
    "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
    "departement": "44",
}


def signed_in_client(recorded_on: date) -> Client:
    """A browser signed in as the one driver of a new register."""
    from mespoints.config.clock import now
    from mespoints.config.sessions import SessionStore
    from mespoints.identity.session import sign_in
    from mespoints.intake.people import load
    from mespoints.register.models import Licence

    dossier = json.loads(CASE.read_text(encoding="utf-8"))["dossier"]
    dossier["licence"]["neph"] = NEPH
    categories = [{"category": "B", "from": dossier["licence"]["obtained_on"]}]
    line = json.dumps({"format": "intake/1", "holder": HOLDER, "categories": categories, "dossier": dossier})
    report = load([line], recorded_on=recorded_on)
    assert report.accepted == 1, report.refused
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.now = now()  # type: ignore[attr-defined]
    sign_in(request, Licence.objects.get(neph=NEPH), "neph")
    request.session.save()
    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def ask(client: Client, address: str) -> bytes:
    """One page, which must be there."""
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK, (address, answer.status_code)
    return answer.content


def main() -> None:
    """A register in a new folder, then both pages in turns, in this process, DEBUG off."""
    options = arguments(__doc__ or "", rounds=400)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MESPOINTS_DEMO": "1", "MESPOINTS_DATA": folder, "DATABASE_URL": ""}
        os.environ["DJANGO_SETTINGS_MODULE"] = "mespoints.config.settings"
        django.setup()
        settings.ROOT_URLCONF = "benchmarks.empty"
        call_command("migrate", verbosity=0)
        client = signed_in_client(date.fromisoformat("2026-01-02"))
        assert not settings.DEBUG
        timings = take_turns(
            {"empty view": lambda: ask(client, "/empty/"), "balance page": lambda: ask(client, "/mes-points/")},
            options.rounds,
        )
        size = len(ask(client, "/mes-points/"))
        django.db.connections.close_all()
    title = f"Balance page, {options.rounds} requests in turns, {size / 1000:.1f} kB"
    report_ratio("page", title, timings, options)


if __name__ == "__main__":
    main()
