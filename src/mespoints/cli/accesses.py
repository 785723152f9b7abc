"""``mespoints accesses`` and ``purge-accesses``: the journal of accesses, searched by an auditor, kept for a year.

The sign-ins of drivers go with it, the codes of sharing that ended a year ago, and what requests and claims told of
people.
"""

import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from mespoints.cli.dossiers import day_asked
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.register import day_come, on_the_register
from mespoints.law.days import parse_day

if TYPE_CHECKING:
    from mespoints.register.models import Access

PURGED = {
    "fr": ("D'avant le {first}, effacés : {what}.\n", "D'avant le {first}, à effacer : {what}.\n"),
    "en": ("Before {first}, gone: {what}.\n", "Before {first}, to go: {what}.\n"),
}
WHAT = {
    "fr": "{accesses} accès, {sign_ins} connexions, {share_codes} codes de partage, {calls} appels d'autorités",
    "en": "{accesses} accesses, {sign_ins} sign-ins, {share_codes} sharing codes, {calls} calls of authorities",
}
OF_REQUESTS = {
    "fr": "Des demandes et réclamations closes : {request_texts} fichiers et messages, {request_people} personnes.\n",
    "en": "Of requests and claims that are closed: {request_texts} files and messages, {request_people} people.\n",
}
NEPH_ASKED = {"fr": "Numéro de dossier (NEPH) : ", "en": "File number (NEPH): "}
FOUND = {"fr": "Accès trouvés : {count}\n", "en": "Accesses found: {count}\n"}
MISSING = {
    "fr": "accesses : {option} est attendu : {why}",
    "en": "accesses: {option} is expected: {why}",
}
WHY = {
    "--neph": {"fr": "un dossier, ou une personne (--who)", "en": "a file, or a person (--who)"},
    "--auditor": {
        "fr": "qui cherche, écrit dans chaque dossier montré",
        "en": "who searches, written in each file shown",
    },
    "--reason": {"fr": "pourquoi, écrit dans chaque dossier montré", "en": "why, written in each file shown"},
}
NOT_A_DAY = {
    "fr": "accesses : l'option {option} attend un jour écrit AAAA-MM-JJ, et non « {text} »",
    "en": 'accesses: option {option} expects a day written YYYY-MM-DD, not "{text}"',
}


@on_the_register
def purge(given: Given) -> int:
    """Say how much is older than a year, or let it go."""
    from mespoints.api import journal as calls
    from mespoints.identity import sign_ins
    from mespoints.records import sharing
    from mespoints.register import accesses
    from mespoints.requests.purging import purge_requests

    apply = "--apply" in given.options
    on = day_come(given) if apply or "--on" not in given.options else date.fromordinal(day_asked(given))
    counts = {
        "accesses": accesses.to_purge(on).count(),
        "sign_ins": sign_ins.to_purge(on).count(),
        "share_codes": sharing.to_purge(on).count(),
        "calls": calls.to_purge(on).count(),
    }
    if apply:
        with Progress() as progress:
            total = counts["accesses"]
            counts["accesses"] = accesses.purge(on, tell=lambda gone: progress.show(gone, total))
        counts |= {"sign_ins": sign_ins.purge(on), "share_codes": sharing.purge(on), "calls": calls.purge(on)}
    counts |= purge_requests(on, apply=apply)._asdict()
    if "--json" in given.options:
        first = accesses.kept_from(on).isoformat()
        document = {"format": "purge/1", "kept_from_on": first, "applied": apply, **counts}
        sys.stdout.write(json.dumps(document) + "\n")
    else:
        done, rehearsed = PURGED[given.language]
        what = WHAT[given.language].format(**counts)
        sys.stdout.write((done if apply else rehearsed).format(first=accesses.kept_from(on), what=what))
        sys.stdout.write(OF_REQUESTS[given.language].format(**counts))
    return 0


def search(given: Given) -> int:
    """Search the journal for an auditor; the file number is asked for, never an argument that others can read."""
    refuse_what_is_missing(given)
    from_on, to_on = day_of_option(given, "--from"), day_of_option(given, "--to")
    return answer(given, file_number(given) if "--neph" in given.options else "", from_on, to_on)


def answer(given: Given, neph: str, from_on: date | None, to_on: date | None) -> int:
    """Write what was found, once the register is there."""

    @on_the_register
    def answering(given: Given) -> int:
        from mespoints.register.accesses import Asked
        from mespoints.register.accesses import search as search_accesses

        option = given.options.get
        asked = Asked(neph, option("--who", ""), from_on, to_on, option("--article", ""))
        found = search_accesses(asked, auditor=option("--auditor", ""), reason=option("--reason", ""))
        for access in found:
            sys.stdout.write(line_of(access, as_json="--json" in given.options))
        if "--json" not in given.options:
            sys.stdout.write(FOUND[given.language].format(count=len(found)))
        return 0

    return answering(given)


def refuse_what_is_missing(given: Given) -> None:
    """A search names a file or a person, its auditor and its reason. Raises UsageRefused."""
    asks = "--neph" in given.options or "--who" in given.options
    missing = [option for option in ("--auditor", "--reason") if not given.options.get(option, "").strip()]
    for option in ([] if asks else ["--neph"]) + missing:
        raise UsageRefused(MISSING[given.language].format(option=option, why=WHY[option][given.language]))


def day_of_option(given: Given, option: str) -> date | None:
    """The day of an option, None when it is absent. Raises UsageRefused."""
    text = given.options.get(option)
    if text is None:
        return None
    try:
        return date.fromordinal(parse_day(text))
    except ValueError:
        raise UsageRefused(NOT_A_DAY[given.language].format(option=option, text=text)) from None


def file_number(given: Given) -> str:
    """The file number, asked for on a terminal without being shown, or the first line of standard input."""
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(NEPH_ASKED[given.language]).strip().upper()
    return sys.stdin.readline().strip().upper()


def line_of(access: "Access", *, as_json: bool) -> str:
    """One access on a line: ``access/1``, or its values between tabs."""
    from django.utils.timezone import localtime

    at = localtime(access.at).isoformat(timespec="seconds")
    values = {
        "at": at, "neph": access.licence.neph, "viewer": access.viewer, "who": access.who, "means": access.means,
        "article": access.article, "reason": access.reason, "shown": access.shown,
    }  # fmt: skip
    if as_json:
        return json.dumps({"format": "access/1", **values}, ensure_ascii=False) + "\n"
    return "\t".join(" ".join(value.split()) for value in values.values()) + "\n"
