"""The whole demonstration in one command: an identity provider, a register full of people, the service itself.

``config`` and ``portal`` are imported once the environment says where this demonstration stands.
"""

import threading
import webbrowser
from datetime import date, timedelta
from pathlib import Path
from socket import socket

from waitress.server import create_server

from mespoints.demo import place as places
from mespoints.demo.agents import agent_identities, invite_agents
from mespoints.demo.announcement import announcement
from mespoints.demo.authorities import register_authorities
from mespoints.demo.people import dossier_of, identities, intake_lines, people
from mespoints.demo.place import HOST, Place, listen, port_of
from mespoints.demo.provider.application import Provider, Providers
from mespoints.demo.provider.parties import PROCONNECT, Client
from mespoints.demo.provider.server import Server, provider_server
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement

DEFAULT_DATA = Path("var") / "demo"
SERVICE_THREADS = 8
GRANTED_SCOPES = frozenset({"openid", "identite_pivot", "idp_birthdate", "preferred_username"})
GRANTED_TO_DESK = frozenset({"openid", "given_name", "usual_name", "email", "uid", "idp_id"})


class PeopleRefusedError(Exception):
    """The register refused some of the demonstration's own people."""


def run(port: int = 8000, provider_port: int = 8001, data: Path | None = None, *, open_browser: bool = False) -> None:
    """Start everything, say where to click, and serve until Ctrl-C."""
    service_socket = open_port(port, "Le service")
    provider_socket = open_port(provider_port, "Le fournisseur d'identité")
    place = places.choose(port_of(service_socket), port_of(provider_socket), data or DEFAULT_DATA)
    places.occupy(place)
    today = fill_register()
    provider = start_provider(place, provider_socket)
    service = service_server(service_socket)
    print(announcement(place.service, place.folder, today, people(), statements(today)), flush=True)
    if open_browser:
        webbrowser.open(place.service)
    try:
        service.run()  # returns on Ctrl-C, once the requests under way are answered
    finally:
        service.close()
        provider.close()
    print("Démonstration arrêtée.", flush=True)


def open_port(port: int, what: str) -> socket:
    """Listen on this port, or on the next free one after saying so; 0 lets the system choose."""
    listening = listen(HOST, port)
    if port not in (0, port_of(listening)):
        print(f"{what} : le port {port} est pris, voici le {port_of(listening)}.")
    return listening


def fill_register() -> date:
    """Make the tables, take everybody in through the real intake, send the letters, open the accounts; today."""
    from mespoints.config.bootstrap import prepare

    prepare()

    from django.conf import settings

    from mespoints.config.clock import today as clock_today
    from mespoints.demo.mail import send_as_they_come
    from mespoints.demo.post import send_letters
    from mespoints.demo.requests import seed_requests
    from mespoints.intake.people import load

    today = clock_today()
    # Yesterday: a register never knows the day under way.
    yesterday = today - timedelta(days=1)
    report = load(intake_lines(today), recorded_on=yesterday)
    if report.refused:
        raise PeopleRefusedError(*report.refused)
    send_letters(yesterday, settings.MESPOINTS_SPOOL)
    invite_agents(today)
    seed_requests(today)
    register_authorities(settings.DATA, today)
    send_as_they_come()
    return today


def start_provider(place: Place, listening: socket) -> Server:
    """Serve the two identity providers from a thread that dies with this process."""
    of_agents = Provider(place.agents_issuer, client_of_desk(place), agent_identities(), profile=PROCONNECT)
    both = Providers(Provider(place.issuer, client_of(place), identities()), of_agents)
    server = provider_server(both, listening)
    threading.Thread(target=server.run, name="identity provider", daemon=True).start()
    return server


def client_of(place: Place) -> Client:
    """The service as registered with the provider of drivers."""
    return registered(place, "mespoints", "portal:fc_callback", "portal:signed_out", GRANTED_SCOPES)


def client_of_desk(place: Place) -> Client:
    """The desk as registered with the provider of agents."""
    return registered(place, "mespoints, guichet", "desk:callback", "desk:signed_out", GRANTED_TO_DESK)


def registered(place: Place, name: str, callback: str, signed_out: str, scopes: frozenset[str]) -> Client:
    """What a provider knows of us, by the address announced and by its other name."""
    from django.urls import reverse

    homes = (place.service, place.service.replace(HOST, "localhost"))
    return Client(
        client_id=place.client_id,
        client_secret=place.client_secret,
        name=name,
        redirect_uris=frozenset(home + reverse(callback) for home in homes),
        post_logout_redirect_uris=frozenset(home + reverse(signed_out) for home in homes),
        scopes=scopes,
    )


def service_server(listening: socket) -> Server:
    """The service, as in production: the same application on the same server."""
    from mespoints.config.wsgi import application

    server: Server = create_server(application, sockets=[listening], threads=SERVICE_THREADS, ident=None)
    return server


def statements(today: date) -> dict[str, Statement]:
    """What the law says of everybody today."""
    return {
        person.key: make_statement(read_dossier(dossier_of(person, today)), today.toordinal()) for person in people()
    }
