"""``mespoints dispatch``: take in what the post says, send the letters that are owed."""

import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.nightly import told
from mespoints.cli.options import Given
from mespoints.cli.progress import Progress
from mespoints.cli.register import day_come, on_the_register
from mespoints.cli.service import fail

if TYPE_CHECKING:
    from mespoints.letters.dispatch import Means, Run
    from mespoints.letters.receipts import Mail

LINES = {
    "fr": (
        "Courrier du {on}, produit le {production_on} : plis : {sent} ; lots : {batches} ; déposés sur un compte : "
        "{deposited} ; courriels d'alerte : {alerts} ; arrêtés : {stopped} ; mis "
        "de côté : {put_aside} ; avis de la poste : {events} ; suites : {outcomes} ; secondes : {seconds}.\n"
    ),
    "en": (
        "Mail of {on}, produced on {production_on}: letters: {sent}; batches: {batches}; deposited on an account: "
        "{deposited}; alerts by e-mail: {alerts}; stopped: {stopped}; put "
        "aside: {put_aside}; receipts: {events}; outcomes: {outcomes}; seconds: {seconds}.\n"
    ),
}
LEFT = {
    "fr": "lots restés dans la réserve, à remettre par la prochaine exécution : {count} ({reason}).",
    "en": "batches left in the spool, for the next run to hand over: {count} ({reason}).",
}
UNALERTED = {
    "fr": "courriels d'alerte à envoyer par la prochaine exécution : {count}.",
    "en": "alerts by e-mail for the next run to send: {count}.",
}
TURNED = {
    "fr": "plis refusés par le transporteur, à examiner : {count}.",
    "en": "letters turned down by the carrier, to be looked into: {count}.",
}
BUSY = {
    "fr": "une autre exécution se sert de cette réserve ({folder})",
    "en": "another run works in this spool ({folder})",
}


@on_the_register
def run(given: Given) -> int:
    """Run the mail of a day; 1 when something is left for a person or the next run, 2 when nothing could be done."""
    from mespoints.letters.production import production_day
    from mespoints.letters.spool import SpoolBusy

    on, started = day_come(given), time.monotonic()
    try:
        means = means_of(given)
        with means.spool.held(), Progress() as progress:
            mail = take_mail(means, on)
            sent = send(on, production_day(on, is_closed=is_closed(given)), means, progress)
        alerts = alert(on)
    except SpoolBusy:
        return fail(given, BUSY[given.language].format(folder=means.spool.folder))
    except OSError as error:
        return fail(given, f"{error.filename} : {error.strerror}")
    report(given, mail, sent, alerts, time.monotonic() - started)
    return 1 if sent.left or sent.turned or sent.put_aside or mail.unanswered or alerts["to_send"] else 0


def is_closed(given: Given) -> bool:
    """Whether the printing house has closed its day; one that is asked for by ``--on`` is not closed."""
    from django.conf import settings

    from mespoints.config.clock import is_past

    return "--on" not in given.options and is_past(settings.MESPOINTS_POST_CLOSES)


def means_of(given: Given) -> "Means":
    """The spool, the carrier and the printer that the options and the settings name. Raises ImproperlyConfigured."""
    from django.conf import settings

    from mespoints.letters.carriers import Carrier, PrintingHouse
    from mespoints.letters.dispatch import Means
    from mespoints.letters.spool import Spool
    from mespoints.letters.typesetting import Typesetter

    carrier: Carrier = PrintingHouse()
    if settings.MESPOINTS_POST_ADDRESS:
        from mespoints.letters.http_carrier import HttpCarrier

        carrier = HttpCarrier(
            settings.MESPOINTS_POST_ADDRESS, settings.MESPOINTS_POST_TOKEN, time.sleep,
            patience=settings.MESPOINTS_POST_PATIENCE,
            certificate=settings.MESPOINTS_POST_CERTIFICATE,
        )  # fmt: skip
    folder = Path(given.options.get("--spool") or settings.MESPOINTS_SPOOL)
    return Means(Spool(folder), carrier, Typesetter(sender(), is_specimen=settings.MESPOINTS_DEMO_BAND))


def sender() -> Any:
    """Who signs the letters: the file of MESPOINTS_SENDER."""
    from django.conf import settings

    from mespoints.letters.senders import read_sender

    if settings.MESPOINTS_SENDER:
        return read_sender(Path(settings.MESPOINTS_SENDER))
    raise ImproperlyConfigured("MESPOINTS_SENDER: expected the JSON file that says who signs the letters")


def take_mail(means: "Means", on: date) -> "Mail":
    """What the carrier and the feed ``post/1`` have told."""
    from mespoints.letters.carriers import CarrierUnavailable
    from mespoints.letters.http_carrier import HttpCarrier
    from mespoints.letters.receipts import take_receipts

    unanswered = ""
    if isinstance(means.carrier, HttpCarrier):
        from mespoints.letters.fetching import fetch_events

        try:
            fetch_events(means.carrier, on)
        except CarrierUnavailable as error:
            unanswered = error.reason
    mail = take_receipts(on)
    mail.unanswered = unanswered
    return mail


def send(on: date, production_on: date, means: "Means", progress: Progress) -> "Run":
    """Send what waits."""
    from mespoints.letters.code_letters import send_codes
    from mespoints.letters.dispatch import dispatch

    run = dispatch(on, production_on, means, tell=lambda so_far: progress.show(so_far.seen, so_far.waiting))
    send_codes(run, means)
    return run


def alert(on: date) -> Counter[str]:
    """Send the e-mails that tell of a deposit; without a mail server they wait."""
    from django.conf import settings

    from mespoints.letters.alerts import send_alerts
    from mespoints.letters.models import Alert
    from mespoints.register.mailing import still_waiting

    return send_alerts(on) if settings.MESPOINTS_HAS_MAIL else still_waiting(Alert.objects)


def report(given: Given, mail: "Mail", sent: "Run", alerts: Counter[str], seconds: float) -> None:
    """Say what the mail of the day did: counts alone."""
    counts: dict[str, Mapping[str, int]] = {
        "sent": sent.sent, "deposited": sent.deposited, "alerts": alerts, "stopped": sent.stopped,
        "put_aside": sent.put_aside, "events": mail.events, "outcomes": mail.outcomes,
    }  # fmt: skip
    if "--json" in given.options:
        document = {
            "format": "dispatch/1", "on": sent.on.isoformat(), "production_on": sent.production_on.isoformat(),
            "batches": sent.batches, **{name: dict(sorted(count.items())) for name, count in counts.items()},
            "left": len(sent.left), "turned": sent.turned, "seconds": round(seconds, 3),
        }  # fmt: skip
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    else:
        words = {name: told(dict(count)) for name, count in counts.items()}
        sys.stdout.write(
            LINES[given.language].format(
                on=sent.on, production_on=sent.production_on, batches=sent.batches, seconds=f"{seconds:.1f}", **words
            )
        )
    complain(given, mail, sent, alerts["to_send"])


def complain(given: Given, mail: "Mail", sent: "Run", unalerted: int) -> None:
    """Say on standard error what is left for the next run, or for a person."""
    messages = []
    if mail.unanswered:
        messages.append(mail.unanswered)
    if sent.left:
        messages.append(LEFT[given.language].format(count=len(sent.left), reason=sent.left[0]))
    if sent.turned:
        messages.append(TURNED[given.language].format(count=sent.turned))
    if unalerted:
        messages.append(UNALERTED[given.language].format(count=unalerted))
    for message in messages:
        sys.stderr.write(f"mespoints dispatch: {message}\n")
