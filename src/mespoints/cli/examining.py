"""``mespoints examine``: the letters that wait for a person, and what that person decides."""

import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from mespoints.cli.dossiers import day_of_option
from mespoints.cli.examining_words import EVENT, GROUPS, LETTER, NOTHING, RECEIPT, WHY
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import on_the_register

if TYPE_CHECKING:
    from mespoints.letters.examining import Waiting

DECISIONS = ("--notified-on", "--not-notified", "--seen")
EXPECTED = {
    "one": {
        "fr": "examine : une référence ou un numéro, et un seul, est attendu avec {options}",
        "en": "examine: one reference or number, and one alone, is expected with {options}",
    },
    "decision": {
        "fr": "examine : une décision, et une seule, est attendue : {options}",
        "en": "examine: one decision, and one alone, is expected: {options}",
    },
    "signed": {
        "fr": "examine : {option} est attendu : {why}",
        "en": "examine: {option} is expected: {why}",
    },
}
SIGNED = {
    "--agent": {"fr": "qui décide, écrit dans la vie de la lettre", "en": "who decides, written in the letter's life"},
    "--reason": {
        "fr": "ce qui fut constaté, écrit dans la vie de la lettre",
        "en": "what was found, written in the letter's life",
    },
}
DECIDED = {
    "notified": {"fr": "{name} : notifiée.\n", "en": "{name}: notified.\n"},
    "not_notified": {
        "fr": "{name} : non notifiée ; elle repart avec le prochain courrier.\n",
        "en": "{name}: not notified; it leaves again with the next mail.\n",
    },
    "to_examine": {"fr": "{name} : reste à examiner : {why}.\n", "en": "{name}: still to be looked into: {why}.\n"},
    "seen": {"fr": "{name} : vu.\n", "en": "{name}: seen.\n"},
}


def run(given: Given) -> int:
    """List what waits, or write a decision; 1 when it cannot be taken."""
    if not given.words and not any(option in given.options for option in DECISIONS):
        return on_the_register(show)(given)
    refuse_what_is_missing(given)
    notified_on = None
    if "--notified-on" in given.options:
        notified_on = date.fromordinal(day_of_option(given, "--notified-on"))

    @on_the_register
    def deciding(given: Given) -> int:
        return decide(given, notified_on)

    return deciding(given)


def refuse_what_is_missing(given: Given) -> None:
    """A decision is about one thing, says one thing, and is signed. Raises UsageRefused."""
    language, taken = given.language, [option for option in DECISIONS if option in given.options]
    if len(given.words) != 1:
        raise UsageRefused(EXPECTED["one"][language].format(options=", ".join(DECISIONS)))
    is_receipt = given.words[0].isdecimal()
    allowed = [option for option in DECISIONS if (option == "--seen") == is_receipt]
    if len(taken) != 1 or taken[0] not in allowed:
        raise UsageRefused(EXPECTED["decision"][language].format(options=", ".join(allowed)))
    for option, why in SIGNED.items():
        if not given.options.get(option, "").strip():
            raise UsageRefused(EXPECTED["signed"][language].format(option=option, why=why[language]))


def decide(given: Given, notified_on: date | None) -> int:
    """Write what an agent has decided of one letter, or seen of one receipt."""
    from mespoints.config.clock import today
    from mespoints.letters.examining import NothingToDecide, decide_by_hand, say_seen
    from mespoints.letters.models import Sending

    (name,), by, why = given.words, given.options["--agent"], given.options["--reason"]
    try:
        if "--seen" in given.options:
            say_seen(int(name), by=by, why=why, on=today())
            outcome = "seen"
        else:
            outcome = decide_by_hand(name, notified_on, by=by, why=why, on=today())
    except NothingToDecide as refusal:
        sys.stderr.write(f"mespoints examine: {refusal}\n")
        return 1
    last = Sending.objects.filter(reference=name, outcome="to_examine").values_list("steps__why", flat=True).last()
    sys.stdout.write(DECIDED[outcome][given.language].format(name=name, why=last))
    return 1 if outcome == "to_examine" else 0


def show(given: Given) -> int:
    """Everything that waits for a person, without anybody's name; 0 whatever there is."""
    from mespoints.letters.examining import late_receipts, letters_put_aside, steps_to_decide, told

    groups = {
        "to_decide": told(steps_to_decide()),
        "receipts": told(late_receipts()),
        "put_aside": told(letters_put_aside()),
    }
    if "--json" in given.options:
        document = {
            "format": "examine/1",
            **{name: [document_of(one) for one in rows] for name, rows in groups.items()},
        }
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return 0
    for name, rows in groups.items():
        if rows:
            sys.stdout.write(GROUPS[name][given.language].format(count=len(rows)))
            sys.stdout.writelines(line_of(one, name, given.language) for one in rows)
    if not any(groups.values()):
        sys.stdout.write(NOTHING[given.language])
    return 0


def document_of(waiting: "Waiting") -> dict[str, object]:
    """One line of ``examine/1``."""
    events = [{"event": event, "on": on.isoformat()} for on, event in waiting.events]
    return {**waiting._asdict(), "since": waiting.since.isoformat(), "events": events}


def line_of(waiting: "Waiting", group: str, language: str) -> str:
    """One thing that waits, in words: « 0000000012-1 (48SI, permis 7), depuis le 2024-03-25 : deux fins. »"""
    form = (RECEIPT if group == "receipts" else LETTER)[language]
    letter = waiting.letter or "?"
    name = str(waiting.step) if group == "receipts" else waiting.reference or "-"
    why = WHY[language].get(waiting.why, waiting.why)
    told = ", ".join(f"{EVENT[language][event]} {on.isoformat()}" for on, event in waiting.events)
    line = form.format(
        name=name, letter=letter, licence=waiting.licence, since=waiting.since.isoformat(), why=why,
        reference=waiting.reference or "?",
    )  # fmt: skip
    return f"  {line}{' — ' + told if told else ''}\n"
