"""What the terminal says when the demonstration is ready: where to click, and whom to be."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from textwrap import indent

from mespoints.demo.agents import AGENTS, DemoAgent
from mespoints.demo.authorities import AUTHORITIES, DemoAuthority
from mespoints.demo.people import STRANGER, Person
from mespoints.demo.provider.parties import IDENTITY_PROVIDERS
from mespoints.law.explain import long_day
from mespoints.law.results import Statement

NAME_WIDTH = 24
POINTS_WIDTH = 9
ROLE_WIDTH = 14
AUTHORITY_WIDTH = 36


def announcement(
    service: str, folder: Path, today: date, people: Iterable[Person], statements: Mapping[str, Statement]
) -> str:
    """The whole text; ``statements`` by key of person; ``folder``: where the keys of the authorities are."""
    rows = "\n".join(row(person, statements[person.key]) for person in people)
    agents = "\n".join(map(agent_row, AGENTS))
    authorities = "\n".join(authority_row(authority, folder) for authority in AUTHORITIES)
    return f"""
mespoints, démonstration : personnes inventées, histoires tirées des cas publics.
Nous sommes le {long_day(today.toordinal())}.

  Ouvrez {service}/

{indent(heading(), "  ")}
{indent(rows, "  ")}
  {STRANGER.name:<{NAME_WIDTH}}{"":<{POINTS_WIDTH}}{STRANGER.situation}

Par FranceConnect : choisissez un compte, puis la personne. Ce n'est pas le vrai FranceConnect.
Si le service demande ensuite le NEPH, c'est celui de la personne. Par NEPH : le numéro et son code suffisent.

Le guichet des agents : {service}/guichet/

{indent(agents, "  ")}

Par ProConnect : choisissez la personne. Ce n'est pas le vrai ProConnect.
Dans la file : une demande par courrier à instruire, une autre qui attend son enveloppe, celle d'un avocat à valider,
une du guichet à délivrer, un employeur refusé ; deux réclamations avec photo. Les courriels s'écrivent dans
le dossier « mail » de la démonstration : rien ne part de cette machine.

L'accès des autorités : {service}/api/v1/openapi.json (docs/api.md). Deux autorités, et leur clé :

{indent(authorities, "  ")}

Pour arrêter : Ctrl-C.
"""


def heading() -> str:
    """The two lines above the people."""
    return f"{'Qui':<{NAME_WIDTH}}{'Points':<{POINTS_WIDTH}}Situation\n{'─' * 78}"


def row(person: Person, statement: Statement) -> str:
    """One person: points as the law counts them today, and how to sign in."""
    points = f"{statement.balance}/{statement.ceiling}"
    code = f"code {person.code}" if person.code else "sans code : FranceConnect seulement"
    return (
        f"{person.name:<{NAME_WIDTH}}{points:<{POINTS_WIDTH}}{person.situation}\n"
        f"{'':<{NAME_WIDTH}}{IDENTITY_PROVIDERS[person.identity_provider]} · NEPH {person.neph} · {code}"
    )


def agent_row(agent: DemoAgent) -> str:
    """One agent: their role, and what they may do."""
    return f"{agent.name:<{NAME_WIDTH}}{agent.role or 'aucun':<{ROLE_WIDTH}}{agent.situation}"


def authority_row(authority: DemoAuthority, folder: Path) -> str:
    """One authority: its name, where its key is."""
    return f"{authority.name:<{AUTHORITY_WIDTH}}{folder / authority.key}"
