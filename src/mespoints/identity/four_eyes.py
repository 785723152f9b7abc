"""Two people: who may decide on what somebody else has entered or proposed at the desk."""

from mespoints.identity.models import Agent


class SameEyes(Exception):
    """This agent may not decide on that author's work; the message says why, in French."""


def refuse_the_same_eyes(agent: Agent, author: Agent) -> None:
    """Whether an agent may decide: the role, the département, and another person. Raises SameEyes."""
    if agent.role != Agent.Role.VALIDATION or agent.closed_on is not None:
        raise SameEyes("il faut le rôle « validation »")
    if agent.departement != author.departement:
        raise SameEyes("cette saisie est celle d'un autre département")
    is_same_person = bool(agent.subject) and (agent.issuer, agent.subject) == (author.issuer, author.subject)
    if agent.pk == author.pk or is_same_person or agent.email == author.email:
        raise SameEyes("une autre personne que celle qui a saisi doit décider")
