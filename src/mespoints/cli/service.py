"""``mespoints serve`` and ``demo``."""

import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.options import Given, UsageRefused

FAILED = 2
THREADS = 8
LARGEST_BODY = 1_000_000
"""More than any page of ours accepts; a larger request is refused before a byte of it is kept."""
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto"}


def serve(given: Given) -> int:
    """Serve the pages until Ctrl-C or SIGTERM, with the settings of the environment."""
    host, port = given.options.get("--host", "127.0.0.1"), port_asked(given, "--port", 8000)
    try:
        server = make_server(host, port, given.options.get("--proxy"))
    except ImproperlyConfigured as error:
        return fail(given, str(error))
    except OSError as error:
        return fail(given, f"{host}:{port} : {error.strerror}")
    for address, chosen in getattr(server, "effective_listen", None) or [
        (server.effective_host, server.effective_port)
    ]:
        sys.stdout.write(f"http://{address}:{chosen}/\n")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, end_politely)
    server.run()  # returns once the requests under way are answered
    server.close()
    return 0


def make_server(host: str, port: int, proxy: str | None) -> Any:
    """The application behind its server, its tables up to date; headers of a proxy are believed from this one alone."""
    from mespoints.config.bootstrap import collect_static, prepare

    prepare()
    collect_static()

    from waitress.server import create_server

    from mespoints.config.wsgi import application
    from mespoints.records.issuer import require_keyring

    require_keyring()
    trusted = {"trusted_proxy": proxy, "trusted_proxy_headers": PROXY_HEADERS} if proxy else {}
    return create_server(
        application, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=LARGEST_BODY, **trusted
    )


def end_politely(_number: int, _frame: object) -> NoReturn:
    """SIGTERM ends the service as Ctrl-C does."""
    raise KeyboardInterrupt


def demonstrate(given: Given) -> int:
    """Run the demonstration until Ctrl-C."""
    port, provider_port = port_asked(given, "--port", 8000), port_asked(given, "--provider-port", 8001)
    data = given.options.get("--data")

    from mespoints.demo.place import NoFreePortError
    from mespoints.demo.run import run

    try:
        run(port, provider_port, Path(data) if data else None, open_browser="--open" in given.options)
    except NoFreePortError as error:
        return fail(given, str(error))
    return 0


def port_asked(given: Given, name: str, default: int) -> int:
    """The port of an option; 0 lets the system choose."""
    text = given.options.get(name, str(default))
    if not (text.isascii() and text.isdigit() and int(text) < 65_536):
        expected = "a port from 0 to 65535" if given.language == "en" else "un port de 0 à 65535"
        message = "{}: option {} expects {}" if given.language == "en" else "{} : l'option {} attend {}"
        raise UsageRefused(message.format(given.command, name, expected))
    return int(text)


def fail(given: Given, message: str) -> int:
    """Say why the command cannot run; the exit status."""
    sys.stderr.write(f"mespoints {given.command}: {message}\n")
    return FAILED
