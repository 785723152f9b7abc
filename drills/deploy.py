"""A deployment in the middle: the next service started on the same socket, the former one told to end, under visitors.

Nobody is refused, cut or dropped. Then the migrations: the service as it was before the last of them answers, today's
starts beside it and brings the tables up to date, and the former one goes on answering. Needs git.
"""

import argparse
import os
import socket
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from io import BytesIO
from pathlib import Path

from benchmarks.service import CODED, coded_line, free_port, make_crowd
from benchmarks.visitors import TOKEN, Caller, Crowd
from drills.place import MESPOINTS, SESSIONS, Failed, Visitors, describe, let_go, mespoints, place, settle_in, tell
from drills.postgresql import Server, server

ROOT = Path(__file__).parent.parent
MIGRATIONS = "src/mespoints/*/migrations/0*.py"
SETTLE_SECONDS, END_SECONDS = 3, 60


def serve(arguments: list[str], **more: str) -> "subprocess.Popen[str]":
    """The service, once it has said where it listens."""
    service = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **more}
    )
    assert service.stdout is not None
    if "http://" not in service.stdout.readline():
        raise Failed("a service does not start")
    return service


def on_the_socket(door: socket.socket) -> "subprocess.Popen[str]":
    """The service on a socket that somebody else listens on, handed over as systemd does."""
    hand_over = f'LISTEN_PID=$$ exec "$@" 3<&{door.fileno()}'
    command = ["bash", "-c", hand_over, "bash", *MESPOINTS, "serve", "--processes", "2"]
    os.set_inheritable(door.fileno(), True)
    service = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, pass_fds=(door.fileno(),),
        env={**os.environ, "LISTEN_FDS": "1"},
    )  # fmt: skip
    assert service.stdout is not None
    if "http://" not in service.stdout.readline():
        raise Failed("a service does not start")
    return service


def end(service: "subprocess.Popen[str]") -> float:
    """Ask it to end; the seconds that it takes."""
    service.terminate()
    asked = time.monotonic()
    if service.wait(END_SECONDS):
        raise Failed(f"a service ended with status {service.returncode}")
    return time.monotonic() - asked


def replaced(own: Server, folder: Path, times: int) -> int:
    """One service after the other on one socket; the status of this part."""
    settle_in(own.url("mespoints"), folder)
    mespoints("generate", "--licences", "200", "--load", "--processes", "1")
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as door:
        _number, crowd = make_crowd(f"http://127.0.0.1:{door.getsockname()[1]}", SESSIONS)
        let_go()
        service, took = on_the_socket(door), []
        with Visitors(crowd, number=8) as visitors:
            visitors.until_answered(time.monotonic())
            for turn in range(times):
                time.sleep(SETTLE_SECONDS)
                if turn % 2:  # the former one ends first: who comes meanwhile waits at the door
                    took.append(end(service))
                    service = on_the_socket(door)
                else:
                    following = on_the_socket(door)
                    took.append(end(service))
                    service = following
            time.sleep(SETTLE_SECONDS)
        end(service)
    figures = {"services replaced": times, **visitors.figures(), "seconds to end": f"{max(took):.1f} at most"}
    return tell(
        "A deployment under visitors",
        figures,
        {"somebody was not answered": bool(figures["visits"] != figures["pages"])},
    )


@contextmanager
def former_version(folder: Path) -> Iterator[tuple[str, str]]:
    """The source as it was before the last migration came; which commit, and where it is."""
    added = git("log", "-1", "--diff-filter=A", "--format=%H", "--", *[f":(glob){MIGRATIONS}"]).decode().strip()
    if not added:
        raise Failed("no migration is in the history of git")
    with tarfile.open(fileobj=BytesIO(git("archive", f"{added}^", "src"))) as archive:
        archive.extractall(folder, filter="data")
    yield added[:10], str(folder / "src")


def git(*arguments: str) -> bytes:
    """What git says of this repository."""
    return subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True).stdout


def crowd_of_one(address: str) -> Crowd:
    """Somebody who has signed in with a file number and a code."""
    cookies = "mespoints_session", "mespoints_csrf"
    number, code = CODED[0]
    form = {"neph": number, "code": code}
    answer = Caller(address).call("/connexion/neph/", f"{cookies[1]}={TOKEN}", form)
    jar = SimpleCookie()
    for line in answer.cookies:
        jar.load(line)
    if cookies[0] not in jar:
        raise Failed(f"nobody could sign in: {answer.status}")
    return Crowd(address, *cookies, [jar[cookies[0]].value], CODED)


def migrated(own: Server, folder: Path) -> int:
    """The tables brought up to date under the former version; the status of this part."""
    own.ask("CREATE DATABASE former", database="postgres")
    describe(own.url("former"), folder)
    (folder / "person.jsonl").write_text(coded_line(0) + "\n", encoding="utf-8")
    count = "SELECT count(*) FROM django_migrations"
    with former_version(folder) as (commit, source):
        mespoints("intake", str(folder / "person.jsonl"), PYTHONPATH=source)
        before = own.ask(count, database="former")[0][0]
        port = free_port()
        former = serve([*MESPOINTS, "serve", "--port", str(port), "--processes", "2"], PYTHONPATH=source)
        with Visitors(crowd_of_one(f"http://127.0.0.1:{port}")) as visitors:
            time.sleep(SETTLE_SECONDS)
            other = free_port()
            today = serve([*MESPOINTS, "serve", "--port", str(other), "--processes", "2"])
            since = time.monotonic()
            with Visitors(crowd_of_one(f"http://127.0.0.1:{other}")) as newer:
                time.sleep(2 * SETTLE_SECONDS)
            after = own.ask(count, database="former")[0][0]
        end(former)
        end(today)
    later = [one for one in visitors.seen if one.at > since]
    figures = {
        "the former version": f"before {commit}",
        "migrations of the newer one": int(str(after)) - int(str(before)),
        "visits to the former one, afterwards": len(later),
        "of which answered": sum(one.status == 200 for one in later),
        "visits to the newer one": len(newer.seen),
        "answered": sum(one.status == 200 for one in newer.seen),
        **visitors.figures(),
    }
    wrong = {
        "the former version no longer answers": any(one.status != 200 for one in visitors.seen) or not later,
        "the newer one does not answer": any(one.status != 200 for one in newer.seen) or not newer.seen,
        "there was no migration": before == after,
    }
    return tell("Migrations under the version before them", figures, wrong)


def main() -> int:
    """Both parts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--times", type=int, default=4, help="services replaced (default 4)")
    options = parser.parse_args()
    with place() as folder, server(folder / "postgresql") as own:
        return max(replaced(own, folder, options.times), migrated(own, folder))


if __name__ == "__main__":
    sys.exit(main())
