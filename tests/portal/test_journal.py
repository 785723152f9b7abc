"""Who looked, in plain words."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from mespoints.law.access import HIDDEN_FROM_HOLDER
from mespoints.portal.journal import AccessLine, access_lines, access_list
from mespoints.portal.views import ACCESSES_A_PAGE
from mespoints.register.accesses import record_access
from mespoints.register.models import Access, Licence

AT = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("access", "told"),
    [
        (
            Access(at=AT, viewer="holder", means="neph", article="L225-3", reason="", shown="balance"),
            ("Vous, avec votre numéro de dossier et votre code", "votre solde et ses mouvements", ""),
        ),
        (
            Access(at=AT, viewer="agent", means="guichet", article="L225-3", reason="au guichet", shown="relevé"),
            ("Un agent de préfecture, guichet", "relevé", "au guichet, art. L. 225-3"),
        ),
        (
            Access(at=AT, viewer="authority", means="", article="L225-4", reason="enquête", shown="relevé intégral"),
            ("Une autorité", "relevé intégral", "enquête, art. L. 225-4"),
        ),
    ],
    ids=["holder", "agent", "authority"],
)  # fmt: skip
def test_each_look_is_told(access: Access, told: tuple[str, str, str]) -> None:
    """Who and how, what was shown; and, for another than the holder, the reason and the article."""
    (line,) = access_lines([access], "fr")

    assert (line.who, line.shown, line.basis) == told


def test_the_hour_is_that_of_paris() -> None:
    """Eight in the morning in universal time is nine in Paris, in winter."""
    access = Access(at=AT, viewer="holder", means="neph", article="L225-3", reason="", shown="balance")
    (line,) = access_lines([access], "fr")

    assert (line.day, line.hour) == ("dimanche 22 novembre 2026", "9 h 05")


def test_what_others_wrote_is_escaped() -> None:
    """A name and a reason come from elsewhere."""
    line = AccessLine("2026-11-22T09:05+01:00", "dimanche", "9 h 05", "<b>L'agent", "solde & co", '"vol"')

    assert (
        '<li><b><time datetime="2026-11-22T09:05+01:00">dimanche, 9 h 05</time></b>\n<p>&lt;b&gt;L&#x27;agent</p>\n'
        '<p class="soft">solde &amp; co (&quot;vol&quot;)</p></li>\n' == access_list([line])
    )


def test_the_page_shows_the_looks_latest_first(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """One's own looks and those of others, fifty a page."""
    licence = driver("1996-05-06")
    for number in range(ACCESSES_A_PAGE + 1):
        record_access(licence, viewer="agent", means="", article="L225-3", reason=f"n° {number}", shown="relevé")
    client = visit(licence)
    first, second = (client.get("/qui-a-consulte/", {"page": page}).content.decode() for page in (1, 2))

    assert f"n° {ACCESSES_A_PAGE}," in first
    assert "n° 0," not in first
    assert "n° 0," in second
    assert "Plus anciennes" in first
    assert "Plus récentes" in second


def test_nobody_looked_yet(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """An empty journal says so; reading it is not a look."""
    client = visit(driver("1996-05-06"))
    pages = [client.get("/qui-a-consulte/").content.decode() for _time in range(2)]

    assert ["Personne n'a encore consulté ce dossier." in page for page in pages] == [True, True]


def test_looks_that_the_law_keeps_from_the_holder_are_not_shown(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Those of an inquiry, or of the services of the State's security; the page says that there may be some."""
    licence = driver("1996-05-06")
    for article in (*HIDDEN_FROM_HOLDER, "L225-4"):
        record_access(licence, viewer="authority", means="", article=article, reason=f"pour {article}", shown="relevé")
    page = visit(licence).get("/qui-a-consulte/").content.decode()

    assert [] == [article for article in HIDDEN_FROM_HOLDER if f"pour {article}" in page]
    assert "pour L225-4" in page
    assert "La loi veut que certaines consultations ne vous soient pas montrées" in page
