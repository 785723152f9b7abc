"""The agents of the demonstration: who has an account at the desk, and people whom ProConnect knows and we refuse."""

from datetime import date
from typing import NamedTuple

from mespoints.demo.provider.parties import Identity

DIRECTORY = "annuaire-demonstration"
OTHER_DIRECTORY = "annuaire-d-ailleurs"
TWO_FACTORS, ONE_FACTOR = "eidas1-mfa", "eidas1"
OPERATOR = "démonstration"


class DemoAgent(NamedTuple):
    """One agent. ``role``: empty for who has no account."""

    key: str
    given_name: str
    usual_name: str
    role: str
    service: str
    situation: str
    idp_id: str = DIRECTORY
    acr: str = TWO_FACTORS

    @property
    def name(self) -> str:
        """As colleagues say it."""
        return f"{self.given_name} {self.usual_name.title()}"

    @property
    def email(self) -> str:
        """Their address at work."""
        return f"{self.key}@prefecture.example"


LOIRE_ATLANTIQUE = "Préfecture de la Loire-Atlantique"
AGENTS = (
    DemoAgent("helene", "Hélène", "AUBRY", "instruction", LOIRE_ATLANTIQUE, "Ouvre les dossiers, saisit les actes"),
    DemoAgent("karim", "Karim", "DELMAS", "validation", LOIRE_ATLANTIQUE, "Valide ce qu'une autre personne a saisi"),
    DemoAgent("odile", "Odile", "FABRE", "audit", "Inspection des accès", "Lit qui a consulté quoi, ne change rien"),
    DemoAgent("samuel", "Samuel", "GIRY", "exploitation", "Exploitation", "Flux, courrier, nuits : aucun dossier"),
    DemoAgent("paul", "Paul", "HUET", "", "", "Sans compte au guichet : refusé"),
    DemoAgent("rose", "Rose", "IMBERT", "", "", "Vient d'un autre annuaire : refusée", OTHER_DIRECTORY),
    DemoAgent("yves", "Yves", "JOLY", "", "", "N'a qu'un mot de passe : ProConnect le renvoie", acr=ONE_FACTOR),
)


def agent_identities() -> list[Identity]:
    """Everybody whom the provider of agents vouches for."""
    return [identity_of_agent(agent) for agent in AGENTS]


def identity_of_agent(agent: DemoAgent) -> Identity:
    """An agent as their directory knows them."""
    claims = {
        "given_name": agent.given_name, "usual_name": agent.usual_name, "email": agent.email, "uid": f"uid-{agent.key}",
        "idp_id": agent.idp_id,
    }  # fmt: skip
    return Identity(agent.key, agent.name, agent.situation, claims, agent.acr)


def invite_agents(on: date) -> None:
    """Open the accounts, as an operator does with ``mespoints agents add``."""
    from mespoints.identity.agents import Invitation, invite

    for agent in AGENTS:
        if agent.role:
            invite(
                Invitation(
                    agent.name, agent.service, "44", agent.role, agent.email, agent.idp_id, f"uid-{agent.key}", OPERATOR
                ),
                on,
            )  # fmt: skip
