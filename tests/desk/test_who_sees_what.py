"""The table of art. L. 225-4 and following, cell by cell, for the callers that the desk serves."""

from collections.abc import Callable

import pytest
from django.test import Client

from mespoints.desk.guarding import Role
from mespoints.law.access import CALLERS, Datum, Means
from mespoints.register.models import Access, Licence
from tests.desk.test_files import NEPH, REASON, SEARCH

pytestmark = pytest.mark.django_db

AGENTS = {caller.kind.removeprefix("agent_"): caller for caller in CALLERS if caller.means is Means.DESK}
ON_THE_PAGE_OF_LETTERS = (Datum.LETTERS,)


def sees(client: Client, datum: Datum) -> bool:
    """Whether the page that shows this datum answers: the journal, the letters, or the file."""
    if datum is Datum.ACCESSES:
        asked = client.post("/guichet/acces/", {"neph": NEPH, "reason": "Contrôle de la table"})
        return asked.status_code == 200
    opened = client.post(SEARCH, {"neph": NEPH, **REASON})
    if opened.status_code != 302:
        return False
    page = f"{opened.headers['Location']}{'lettres/' if datum in ON_THE_PAGE_OF_LETTERS else ''}"
    return client.get(page).status_code == 200


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_its_article_opens(role: str, licence: Licence, as_agent: Callable[..., Client]) -> None:
    """Every datum: shown and journaled when the table says so; refused otherwise, and nothing is journaled as shown."""
    client = as_agent(role)
    allowed = AGENTS[role].sees
    found = {}
    for datum in Datum:
        before = Access.objects.count()
        found[datum] = sees(client, datum)
        # A search of the journal that shows no line of a file looks at nobody's.
        looked = Access.objects.count() > before or datum is Datum.ACCESSES

        assert looked or not found[datum]

    assert {datum: datum in allowed for datum in Datum} == found


def test_the_table_knows_every_role() -> None:
    """A role without a row would be an agent of no article."""

    assert set(Role) == set(AGENTS)
