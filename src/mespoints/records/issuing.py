"""From contents to a document: the visible seal, the page, the signature inside the file."""

from datetime import date, datetime

from mespoints.records.composing import Composer
from mespoints.records.contents import Contents
from mespoints.records.sealing import KINDS, fields_of
from mespoints.seal.embedding import sign
from mespoints.seal.keys import Signer
from mespoints.seal.visible import seal


def seal_of(contents: Contents, signer: Signer) -> str:
    """The text of the visible seal of a document."""
    issued_on = date.fromordinal(contents.head.issued_on)
    return seal(KINDS[type(contents)], fields_of(contents), issued_on, signer)


def issue(contents: Contents, composer: Composer, signer: Signer, at: datetime) -> bytes:
    """The PDF, sealed and signed. ``at``: the instant that the signature bears."""
    return sign(composer.compose(contents, seal_of(contents, signer)), signer, at)
