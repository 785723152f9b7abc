"""How long recording takes, said where a driver looks for an offence that is not there yet."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from mespoints.portal.lag import SEEN_AT_LEAST, UsualLag, usual_lag
from mespoints.register.models import Licence, RecordingLag
from mespoints.register.opened import opened

ON = date(2026, 11, 21)


def measured(event: str, days: int, acts: int = SEEN_AT_LEAST) -> None:
    """A row of the nightly run."""
    RecordingLag.objects.create(event=event, measured_on=ON, acts=acts, median_days=days)


def told(licence: Licence) -> UsualLag:
    """What the page of this licence says."""
    return usual_lag(opened(licence.pk, lags_seen=SEEN_AT_LEAST).lags, "fr")


def test_the_medians_are_told_in_one_sentence(driver: Callable[..., Licence]) -> None:
    """Those that were seen often enough, with the day of the measure."""
    measured("paiement", 18)
    measured("stage", 1)
    measured("condamnation", 40, SEEN_AT_LEAST - 1)

    assert told(driver("1996-05-06")).measured == (
        "Ici, sur douze mois, un fait sur deux était enregistré au plus tard 18 jours après un paiement, "
        "un jour après un stage (mesure du 21 novembre 2026)."
    )


def test_too_little_seen_is_not_told(driver: Callable[..., Licence]) -> None:
    """A median of a few facts would be nobody's usual delay."""
    measured("paiement", 18, SEEN_AT_LEAST - 1)

    assert UsualLag("") == told(driver("1996-05-06"))


def test_the_page_says_it_whether_something_waits_or_not(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """The usual delay in words, then what was measured."""
    measured("paiement", 18)
    page = visit(driver("1996-05-06")).get("/mes-points/").content.decode()

    assert "Aucune infraction en attente n'est connue." in page
    assert "de deux semaines à trois mois après le paiement" in page
    assert "18 jours après un paiement" in page
