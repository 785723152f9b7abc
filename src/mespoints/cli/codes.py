"""``mespoints codes``: a new confidential code by letter, for a person whom an agent has recognised; what waits."""

import json
import sys
from collections import Counter

from mespoints.cli.accesses import file_number
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import on_the_register

EXPECTED = {
    "fr": "codes : --neph et --agent vont ensemble : quel permis, et qui demande",
    "en": "codes: --neph and --agent go together: which licence, and who asks",
}
UNKNOWN = {"fr": "ce numéro n'est pas dans le registre", "en": "that number is not in the register"}
ASKED = {
    "fr": "Demande du {on} : la lettre part avec le prochain courrier.\n",
    "en": "Request of {on}: the letter leaves with the next mail.\n",
}
WAITING = {
    "fr": "Demandes qui attendent : {count}\n",
    "en": "Requests that wait: {count}\n",
}
NEXT_MAIL = {"fr": "le prochain courrier", "en": "the next mail"}


def run(given: Given) -> int:
    """Ask for a code, or say what waits."""
    is_asking = {"--neph", "--agent", "--lost"} & given.options.keys()
    if is_asking and not ("--neph" in given.options and given.options.get("--agent", "").strip()):
        raise UsageRefused(EXPECTED[given.language])
    if not is_asking:
        return on_the_register(show)(given)
    neph = file_number(given)

    @on_the_register
    def asking(given: Given) -> int:
        return ask(given, neph)

    return asking(given)


def ask(given: Given, neph: str) -> int:
    """Write the request of an agent; 1 when the register does not know the number, which is not repeated."""
    from mespoints.config.clock import today
    from mespoints.letters.code_requests import OPERATOR, ask_for_code
    from mespoints.register.models import Licence

    licence = Licence.objects.filter(neph=neph).first()
    if licence is None:
        sys.stderr.write(f"mespoints codes: {UNKNOWN[given.language]}\n")
        return 1
    request = ask_for_code(
        licence, means=OPERATOR, on=today(), by=given.options["--agent"], is_lost="--lost" in given.options
    )
    sys.stdout.write(ASKED[given.language].format(on=request.asked_on.isoformat()))
    return 0


def show(given: Given) -> int:
    """How many requests wait, for what."""
    from mespoints.letters.models import CodeRequest

    whys = Counter(CodeRequest.objects.filter(batch=None).values_list("why", flat=True))
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "codes/1", "waiting": whys}, ensure_ascii=False) + "\n")
        return 0
    sys.stdout.write(WAITING[given.language].format(count=whys.total()))
    for why, count in sorted(whys.items()):
        sys.stdout.write(f"  {why or NEXT_MAIL[given.language]} : {count}\n")
    return 0
