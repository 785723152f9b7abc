"""``mespoints serve`` and ``demo``."""

import gc
import os
import socket
import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.numbers import number_of
from mespoints.cli.options import Given
from mespoints.cli.workers import Workers

FAILED = 2
LAST_PORT = 65_535
FIRST_HANDED_OVER = 3
"""Where descriptors that are handed over begin, after those of every process."""
PROCESSES_A_CORE = 2
"""While one interpreter is held by a page, the other one of its core goes on: half as long a wait for one in twenty."""
THREADS = 4
"""Of each process, each with its own line to the database."""
BACKLOG = 1024
LARGEST_BODY = 12_500_000
"""More than any page of ours accepts; a larger request is refused before a byte of it is kept."""
RARELY = (50_000, 20, 50)
"""How many objects more than were let go have the collector look for cycles (``gc.set_threshold``). Its own choice,
700, has it look several times a page: pages leave few cycles, and memory grows by a few megabytes a process."""
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto"}


def serve(given: Given) -> int:
    """Serve the pages until Ctrl-C or SIGTERM, with the settings of the environment."""
    host, port = given.options.get("--host", "127.0.0.1"), number_of(given, "--port", 8000, 0, LAST_PORT)
    processes = number_of(given, "--processes", PROCESSES_A_CORE * (os.cpu_count() or 1), 1, 256)
    try:
        sockets = handed_over() or listening(host, port)
        prepare_pages()
        load_pages()
    except ImproperlyConfigured as error:
        return fail(given, str(error))
    except OSError as error:
        return fail(given, f"{host}:{port} : {error.strerror}")
    for one in sockets:
        address, chosen = one.getsockname()[:2]
        sys.stdout.write(f"http://{f'[{address}]' if ':' in address else address}:{chosen}/\n")
    sys.stdout.flush()

    def work() -> None:
        """Answer on these sockets until SIGTERM."""
        from mespoints.cli.stopping import serve_until_stopped

        serve_until_stopped(make_server(sockets, given.options.get("--proxy")))

    if processes > 1:
        return Workers(work, processes).run()
    work()
    return 0


def handed_over() -> list[socket.socket]:
    """The sockets that whoever started this process listens on already, as systemd hands them over (sd_listen_fds).

    They outlive the service: the next one has them before this one ends, and nobody is refused in between.
    """
    number = os.environ.pop("LISTEN_FDS", "0") if os.environ.pop("LISTEN_PID", "") == str(os.getpid()) else "0"
    found = [socket.socket(fileno=FIRST_HANDED_OVER + one) for one in range(int(number))]
    for one in found:
        one.setblocking(False)
    return found


def listening(host: str, port: int) -> list[socket.socket]:
    """A socket for each address that the name stands for; an IPv6 one takes IPv6 alone."""
    found: list[socket.socket] = []
    for family, kind, protocol, _name, address in socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    ):
        one = socket.socket(family, kind, protocol)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
        one.listen(BACKLOG)  # from now on who calls waits instead of being refused
        one.setblocking(False)
        found.append(one)
    return found


def prepare_pages() -> None:
    """Bring the tables and the static files up to date, once, whatever the number of processes."""
    from mespoints.config.bootstrap import collect_static, prepare

    prepare()
    collect_static()

    from django.db import connections

    from mespoints.config.cautions import say_cautions
    from mespoints.records.issuer import require_keyring

    require_keyring()
    say_cautions()
    connections.close_all()  # a connection is not shared with a process that is forked


def load_pages() -> None:
    """Load what answers, once, before processes are forked: they share it, and the collector never looks at it."""
    from django.urls import get_resolver

    from mespoints.config.wsgi import application  # noqa: F401 - loaded, for ``make_server``

    get_resolver().check()  # reads every address
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)


def make_server(sockets: list[socket.socket], proxy: str | None) -> Any:
    """The application behind its server; headers of a proxy are believed from this one alone."""
    from waitress.server import create_server

    from mespoints.config.wsgi import application

    trusted = {"trusted_proxy": proxy, "trusted_proxy_headers": PROXY_HEADERS} if proxy else {}
    return create_server(
        application, sockets=sockets, threads=THREADS, ident=None, max_request_body_size=LARGEST_BODY, **trusted
    )


def demonstrate(given: Given) -> int:
    """Run the demonstration until Ctrl-C."""
    port, provider_port = (
        number_of(given, "--port", 8000, 0, LAST_PORT),
        number_of(given, "--provider-port", 8001, 0, LAST_PORT),
    )
    data = given.options.get("--data")

    from mespoints.demo.place import NoFreePortError
    from mespoints.demo.run import run

    try:
        run(port, provider_port, Path(data) if data else None, open_browser="--open" in given.options)
    except NoFreePortError as error:
        return fail(given, str(error))
    return 0


def fail(given: Given, message: str) -> int:
    """Say why the command cannot run; the exit status."""
    sys.stderr.write(f"mespoints {given.command}: {message}\n")
    return FAILED
