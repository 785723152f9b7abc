"""Whether a document is authentic, and what its seal says: off line, from the file or from the text of the seal.

Nothing here is kept. A file is opened as a PDF only once its signature has shown that it is ours, to the byte.
"""

import io
import re
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from mespoints.records.sealing import FIELDS, KINDS, disagreeing
from mespoints.seal.embedded import FileAltered, NotPdf, NotSigned, UnknownSigner, check
from mespoints.seal.keys import Certificate
from mespoints.seal.structure import SEEN, Sealed, SealUnreadable, typed
from mespoints.seal.visible import SealAltered, UnknownAuthority, open_seal

AUTHENTIC = "authentic"
EXPIRED = "expired"
ALTERED = "altered"
UNSIGNED = "unsigned"
UNKNOWN = "unknown_authority"
UNREADABLE = "unreadable"
DISAGREES = "disagrees"

MOST_BYTES = 2 * 1024 * 1024
"""Far more than the longest relevé."""
LAST_DAY = "FI"
OF_A_FILE = re.compile(
    b"DC04(?:[ -~]|" + b"|".join(seen.encode() for seen in SEEN.values()) + b"){100,1500}?(?=[<\\n])"
)
"""The text of the seal among the metadata of a file, its separators drawn."""


class Verdict(NamedTuple):
    """``outcome``: one of the words above. ``is_file``: a file was given, and not the text of a seal alone.

    ``kind``: the type in the seal; ``fields``: what a genuine seal says, empty otherwise; ``signed_at``: of the file;
    ``issuer``: whom the certificate names; ``missing``: the fields that the page does not bear.
    """

    outcome: str
    is_file: bool
    kind: str = ""
    issued_on: date | None = None
    fields: dict[str, str] = {}
    signed_at: datetime | None = None
    issuer: str = ""
    missing: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether one may rely on the document today."""
        return self.outcome == AUTHENTIC


def verify(given: bytes, certificates: Collection[Certificate], today: date) -> Verdict:
    """A PDF, or the text of a seal in UTF-8."""
    if given.startswith(b"%PDF-"):
        return verify_file(given, certificates, today)
    try:
        return verify_text(given.decode("utf-8"), certificates, today)
    except UnicodeDecodeError:
        return Verdict(UNREADABLE, is_file=True)


def verify_text(text: str, certificates: Collection[Certificate], today: date) -> Verdict:
    """The text of a visible seal, as a reader gives it or as a person copies it."""
    return judge_seal(typed(text), certificates, today)


def verify_file(pdf: bytes, certificates: Collection[Certificate], today: date) -> Verdict:
    """A PDF: its signature first, then its seal, and whether the page bears what the seal says."""
    try:
        signature = check(pdf, certificates)
    except NotPdf:
        return Verdict(UNREADABLE, is_file=True)
    except UnknownSigner:
        return Verdict(UNKNOWN, is_file=True)
    except NotSigned:
        return refused(UNSIGNED, pdf, certificates, today)
    except FileAltered:
        return refused(ALTERED, pdf, certificates, today)
    verdict = judge_seal(seal_in(pdf), certificates, today)._replace(
        is_file=True, signed_at=signature.at, issuer=signature.certificate.name
    )
    if verdict.outcome not in (AUTHENTIC, EXPIRED):
        return verdict
    missing = disagreeing(verdict.fields, text_of(pdf))
    return verdict._replace(outcome=DISAGREES, missing=missing) if missing else verdict


def refused(outcome: str, pdf: bytes, certificates: Collection[Certificate], today: date) -> Verdict:
    """A file that is not to be relied on, and what its seal says, when that at least is genuine."""
    seal = judge_seal(seal_in(pdf), certificates, today)
    return seal._replace(outcome=outcome, is_file=True)


def judge_seal(text: str, certificates: Collection[Certificate], today: date) -> Verdict:
    """A seal alone."""
    try:
        sealed = open_seal(text, certificates)
    except SealUnreadable:
        return Verdict(UNREADABLE, is_file=False)
    except UnknownAuthority:
        return Verdict(UNKNOWN, is_file=False)
    except SealAltered:
        return Verdict(ALTERED, is_file=False)
    if sealed.header.kind not in KINDS.values() or not set(sealed.fields) <= set(FIELDS):
        return Verdict(UNREADABLE, is_file=False)
    issuer = next(one.name for one in certificates if one.code == sealed.header.certificate)
    outcome = EXPIRED if is_over(sealed, today) else AUTHENTIC
    return Verdict(outcome, False, sealed.header.kind, sealed.header.issued_on, sealed.fields, issuer=issuer)


def is_over(sealed: Sealed, today: date) -> bool:
    """Whether the last day of an attestation has passed (art. R. 225-6, III)."""
    last = sealed.fields.get(LAST_DAY)
    return last is not None and today.strftime("%Y%m%d") > last


def seal_in(pdf: bytes) -> str:
    """The text of the seal that a file bears among its metadata; empty when there is none."""
    found = OF_A_FILE.search(pdf)
    return typed(found[0].decode("utf-8")) if found is not None else ""


def text_of(pdf: bytes) -> str:
    """The words of the pages of a document of ours."""
    from pypdf import PdfReader  # seldom asked for, and the time to start is counted

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
