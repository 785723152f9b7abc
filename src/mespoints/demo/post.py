"""The letters of the demonstration: what was owed long ago is said to be told, the rest leaves as it does in a service.

Imported once the environment says where the demonstration stands.
"""

from datetime import date, timedelta
from pathlib import Path

from mespoints.demo.letters import sample_sender
from mespoints.demo.people import people
from mespoints.letters.alerts import send_alerts
from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.compte_personnel import FRANCECONNECT, open_compte
from mespoints.letters.dispatch import Means, dispatch
from mespoints.letters.production import production_day
from mespoints.letters.spool import Spool
from mespoints.letters.taken_over import close_taken_over
from mespoints.letters.typesetting import Typesetter
from mespoints.register.models import Licence

TOLD_BEFORE = timedelta(days=45)
"""How old a movement is whose letter is told already when the demonstration begins."""


def send_letters(on: date, folder: Path) -> None:
    """Send what the register owes on a day: on their compte personnel to those who have one, by post to the others.

    ``folder``: the spool, where nobody prints.
    """
    for person in people():
        if person.compte:
            licence = Licence.objects.get(neph=person.neph)
            open_compte(licence, person.compte, conditions_met=True, means=FRANCECONNECT, on=on)
    close_taken_over(on, on - TOLD_BEFORE, on)
    means = Means(Spool(folder), PrintingHouse(), Typesetter(sample_sender(), is_specimen=True))
    with means.spool.held():
        dispatch(on, production_day(on, is_closed=False), means)
    send_alerts(on)
