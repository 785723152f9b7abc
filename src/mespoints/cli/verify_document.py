"""``mespoints verify-document``: off line, with the certificates alone; Django is not needed."""

import os
import sys
from datetime import date
from pathlib import Path

from mespoints.cli.dossiers import Refused, day_asked, read_bytes, tell
from mespoints.cli.options import Given
from mespoints.records.keyring import Keyring, read_keyring
from mespoints.records.verdicts import Told, tell_verdict
from mespoints.records.verifying import MOST_BYTES, verify
from mespoints.seal.keys import KeyRefused

REFUSED = 1
KEY = "MESPOINTS_DOCUMENT_KEY"
NO_CERTIFICATES = {
    "fr": f"aucun certificat : donnez --certificates, ou réglez {KEY}",
    "en": f"no certificates: give --certificates, or set {KEY}",
}
TOO_LARGE = {
    "fr": "ce fichier est trop grand pour être un document de ce service",
    "en": "this file is too large to be a document of this service",
}
GAP = 2


def run(given: Given) -> int:
    """Verify a document, or the text of a seal: 0 authentic and in force, 1 refused or out of date."""
    try:
        document = read_bytes(given.positional, given.language)
        if len(document) > MOST_BYTES:
            raise Refused(TOO_LARGE[given.language])
        keyring = certificates_of(given)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)
    told = tell_verdict(verify(document, keyring.certificates, date.fromordinal(day_asked(given))), given.language)
    sys.stdout.write(text_of(told))
    return 0 if told.is_good else REFUSED


def certificates_of(given: Given) -> Keyring:
    """The certificates of the option, else those of the environment. Raises Refused."""
    path = given.options.get("--certificates") or os.environ.get(KEY, "").strip()
    if not path:
        raise Refused(NO_CERTIFICATES[given.language])
    try:
        return read_keyring(Path(path))
    except KeyRefused as refusal:
        raise Refused(f"{path} : {refusal}") from refusal
    except OSError as error:
        raise Refused(f"{path} : {error.strerror}") from error


def text_of(told: Told) -> str:
    """The title, the sentence, then what the seal says, aligned."""
    width = max((len(term) for term, _value in told.lines), default=0) + GAP
    lines = "".join(f"  {term:<{width}}{value}\n" for term, value in told.lines)
    return f"{told.title}\n{told.sentence}\n" + (f"\n{lines}" if lines else "")
