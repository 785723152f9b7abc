"""The accounts of agents: opened by the operator before anyone signs in, bound once, closed for good.

ProConnect lets every professional through: it says who somebody is, never whether they may enter here. The role and the
département are ours. An invitation names an e-mail address and the directory that knows it; the first person who comes
from that directory with that address, within a month, is bound by the subject that ProConnect gives them. From then on
the address plays no part: it may be given to a successor.
"""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from mespoints.identity.models import Agent
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.proconnect import AgentIdentity

DEPARTEMENT = re.compile(r"\d\d|2[AB]|9[78]\d", re.ASCII)
INVITATION = timedelta(days=30)
"""How long an invitation waits for the first sign-in."""


class AgentRefused(Exception):
    """An account that cannot be opened or closed; the message says why, in French."""


class Invitation(NamedTuple):
    """Who is expected, and what for. ``uid``: their number in the directory, when the operator knows it."""

    name: str
    service: str
    departement: str
    role: str
    email: str
    idp_id: str
    uid: str
    by: str


def invite(invitation: Invitation, on: date) -> Agent:
    """Open an account. Raises AgentRefused when it is not complete, or when the person has an open one already."""
    for field, value in invitation._asdict().items():
        if field != "uid" and not value.strip():
            raise AgentRefused(f"{field} : trouvé rien, attendu un texte")
    if invitation.role not in Agent.Role.values:
        raise AgentRefused(f"role : attendu l'un de {', '.join(Agent.Role.values)}")
    if not DEPARTEMENT.fullmatch(invitation.departement):
        raise AgentRefused("departement : attendu le numéro d'un département (44, 2A, 974)")
    if invitation.idp_id not in settings.MESPOINTS_PC_IDPS:
        raise AgentRefused("idp : attendu l'un des fournisseurs de MESPOINTS_PC_IDPS")
    try:
        validate_email(invitation.email)
        with transaction.atomic():
            return Agent.objects.create(
                **invitation._replace(email=invitation.email.casefold())._asdict(), invited_on=on
            )  # fmt: skip
    except ValidationError as error:
        raise AgentRefused("email : attendu une adresse électronique") from error
    except IntegrityError as error:
        raise AgentRefused("cette adresse a déjà un compte ouvert chez ce fournisseur : fermez-le d'abord") from error


def close(number: int, on: date) -> Agent:
    """Close an account for good. Raises AgentRefused when there is no open account of this number."""
    if not open_accounts().filter(pk=number).update(closed_on=on):
        raise AgentRefused("aucun compte ouvert ne porte ce numéro")
    return Agent.objects.get(pk=number)


def open_accounts() -> QuerySet[Agent]:
    """The accounts that are not closed."""
    return Agent.objects.filter(closed_on=None)


def recognise(person: AgentIdentity, today: date, now: datetime) -> Agent:
    """The open account of this person, bound now if they were expected. Raises SignInError."""
    if person.idp_id not in settings.MESPOINTS_PC_IDPS:
        raise SignInError(Problem.OTHER_PROVIDER, "idp_id not allowed", id_token=person.id_token)
    known = open_accounts().filter(issuer=person.issuer, subject=person.subject).first()
    agent = known or _bound(person, today, now)
    if agent is None:
        raise SignInError(Problem.NO_ACCOUNT, "no open account", id_token=person.id_token)
    if agent.idp_id != person.idp_id:
        raise SignInError(Problem.OTHER_PROVIDER, "idp_id has changed", id_token=person.id_token)
    return agent


def _bound(person: AgentIdentity, today: date, now: datetime) -> Agent | None:
    """The account that waits for this person, from now on theirs; two sign-ins at once bind it once."""
    waiting = open_accounts().filter(
        subject="", idp_id=person.idp_id, email=person.email.casefold(), uid__in=("", person.uid),
        invited_on__gt=today - INVITATION,
    )  # fmt: skip
    agent = waiting.first()
    if agent is None or not waiting.filter(pk=agent.pk).update(
        issuer=person.issuer, subject=person.subject, bound_at=now
    ):
        return None
    agent.refresh_from_db()
    return agent
