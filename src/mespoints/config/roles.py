"""The roles of PostgreSQL: one owns the tables, one feeds the register and serves the pages, one erases.

The SQL that gives the last two what they need, table by table, and nothing else: neither UPDATE nor DELETE where rows
are only added, no TRUNCATE, no TRIGGER, no REFERENCES, nothing to create, not even a temporary table.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, transaction

ADD = ("SELECT", "INSERT")
CHANGE = (*ADD, "UPDATE")
ALL = (*CHANGE, "DELETE")

RIGHTS: dict[str, tuple[str, ...]] = {
    "django_session": ALL,
    "register_holder": CHANGE,
    # To lock a row one must be allowed to update a column of it: that of its number, which every other row refers to.
    "register_licence": (*ADD, "UPDATE (id)"),
    "register_category": CHANGE,
    "register_act": ADD,
    "register_payload": ADD,
    "register_movement": ADD,
    "register_owedletter": (*ADD, "UPDATE (done_on)"),
    "register_account": CHANGE,
    "register_access": ADD,
    "register_delivery": ADD,
    "register_confidentialcode": CHANGE,
    "register_erasure": ("SELECT",),
    "register_purge": ("SELECT",),
    "register_seal": ADD,
    "register_nightlyrun": CHANGE,
    "register_recordinglag": CHANGE,
    "intake_feedfile": CHANGE,
    "intake_feedline": CHANGE,
    "letters_batch": (*ADD, "UPDATE (handed_over)"),
    "letters_sending": (*ADD, "UPDATE (outcome, why, notified_on)"),
    "letters_step": ADD,
    "letters_place": CHANGE,
    "letters_comptechange": ADD,
    "letters_alertaddress": ALL,
    "letters_deposit": ADD,
    "letters_reading": ADD,
    "letters_alert": (*ADD, "UPDATE (state)"),
    "letters_signinnotice": ALL,
    "letters_dutylist": (*ADD, "UPDATE (handed_over)"),
    "letters_dutyline": ADD,
    "letters_dutysettled": ADD,
    "letters_coderequest": (*ADD, "UPDATE (attempt, batch_id, why)"),
    "records_sharecode": (*ADD, "UPDATE (revoked_on)"),
    # Derived from the events, and locked while a step is done.
    "requests_recordrequest": (*ADD, "UPDATE (state, due_on, closed_on, licence_id)"),
    "requests_claim": (*ADD, "UPDATE (state, due_on, closed_on, licence_id)"),
    "requests_recordevent": ADD,
    "requests_claimevent": ADD,
    "requests_claimant": ADD,
    "requests_applicant": ADD,
    "requests_firstmessage": ADD,
    "requests_departure": (*ADD, "UPDATE (state, document, left_on, by, receipt)"),
    "requests_claimmessage": ADD,
    "requests_attachment": ADD,
    "identity_link": CHANGE,
    "identity_statuschange": ADD,
    "identity_review": (*ADD, "UPDATE (closed_at)"),
    "identity_settlement": ADD,
    "identity_settlementdecision": ADD,
    "identity_signin": ADD,
    "identity_sessionsended": ADD,
    "identity_attempt": ALL,
    "identity_closure": ALL,
    "identity_agent": (*ADD, "UPDATE (issuer, subject, bound_at, closed_on)"),
    "desk_entry": (*ADD, "UPDATE (line)"),
    "desk_decision": ADD,
    "desk_figure": ALL,
    "api_client": CHANGE,
    "api_assertion": ALL,
    "api_token": ALL,
    "api_allowance": CHANGE,
    "api_call": ADD,
    # Art. R. 225-5-1: a driver who is declared no longer is forgotten.
    "api_declareddriver": ALL,
    "api_notice": ALL,
    "api_receipt": ADD,
}
"""What the application does with each table."""

OF_ERASURE: dict[str, tuple[str, ...]] = {
    # Art. L. 225-2: the journal of erasures first, then the payload; the journal of accesses after one year.
    "register_erasure": ("INSERT",),
    "register_payload": ("DELETE",),
    "register_access": ("DELETE",),
    "register_purge": ("INSERT",),
    # Codes of sharing that ended a year ago, sign-ins of a year ago, and sessions that the operator ended then.
    "records_sharecode": ("DELETE",),
    "api_call": ("DELETE",),
    "identity_signin": ("DELETE",),
    "identity_sessionsended": ("DELETE",),
    # Where a letter went, once what it told is erased.
    "letters_sending": ("UPDATE (address)",),
    # What requests and claims told of people, once they are closed and their delay is over.
    "requests_applicant": ("DELETE",),
    "requests_departure": ("DELETE",),
    "requests_firstmessage": ("DELETE",),
    "requests_claimant": ("DELETE",),
    "requests_claimmessage": ("DELETE",),
    "requests_attachment": ("DELETE",),
}
"""What the erasure role does, beside all that the application does."""

NEW_ROLE = (
    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
    """THEN CREATE ROLE "{role}" LOGIN; END IF; END $$"""
)
TOO_STRONG = """
SELECT r.rolname FROM pg_roles r WHERE r.rolname IN (%s, %s) AND (
    r.rolsuper OR r.rolcreaterole
    OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S')
               AND pg_has_role(r.oid, c.relowner, 'MEMBER')))
"""


class RolesRefused(Exception):
    """The roles cannot be given their rights; the message says why, in French."""


def tables() -> list[str]:
    """The tables of every application, Django's list of migrations apart."""
    return sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))  # noqa: SLF001


def statements(application: str, erasure: str) -> Iterator[str]:
    """The SQL, statement by statement; it may be run again after each upgrade."""
    for role in (application, erasure):
        yield NEW_ROLE.format(role=role)
    both = f'"{application}", "{erasure}"'
    for what in ("TABLES", "SEQUENCES"):
        yield f"REVOKE ALL ON ALL {what} IN SCHEMA public FROM PUBLIC, {both}"
    yield f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {both}"
    yield f'REVOKE TEMPORARY ON DATABASE "{connection.settings_dict["NAME"]}" FROM PUBLIC, {both}'
    yield f'GRANT USAGE ON SCHEMA public TO "{application}"'
    yield f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{application}"'
    yield f'GRANT SELECT ON django_migrations TO "{application}"'
    for table in tables():
        yield f'GRANT {", ".join(RIGHTS[table])} ON {table} TO "{application}"'
    yield f'GRANT "{application}" TO "{erasure}"'
    for table, rights in OF_ERASURE.items():
        yield f'GRANT {", ".join(rights)} ON {table} TO "{erasure}"'


def apply(application: str, erasure: str) -> None:
    """Give the roles their rights, all or none, as the owner of the tables. Raises RolesRefused."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements(application, erasure):
            cursor.execute(statement)
        cursor.execute(TOO_STRONG, [application, erasure])
        strong = [name for (name,) in cursor.fetchall()]
        if strong:
            raise RolesRefused(
                f"le rôle « {strong[0]} » possède les tables ou administre le serveur : il en faut un autre"
            )
