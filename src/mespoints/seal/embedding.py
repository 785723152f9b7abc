"""A signature put inside a PDF (PAdES B-B: ETSI EN 319 142-1), added at its end, off line and without a timestamp.

``pyhanko`` is imported when a document is signed: it takes a second, once a process.
"""

import io
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256

from mespoints.seal.container import Container, covered_by_signature, write_container
from mespoints.seal.embedded import RESERVED
from mespoints.seal.keys import Signer

FIELD = "Signature"
FIELD_WORDS = "Signature électronique du document"


def sign(pdf: bytes, signer: Signer, at: datetime) -> bytes:
    """The same PDF with a signature after it; ``at``: the instant that it bears."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    class Writer(IncrementalPdfFileWriter):
        """Adds the signature and nothing else: the metadata, whose day is that of the document, stay as they are."""

        def _update_meta(self) -> None:
            pass

    # Nowhere on the page, and not hidden: PDF/A wants nothing hidden, PDF/UA nothing untagged on the page.
    nowhere = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    field = SigFieldSpec(FIELD, invis_sig_settings=nowhere, readable_field_name=FIELD_WORDS)
    steps = PdfCMSEmbedder(field).write_cms(FIELD, Writer(io.BytesIO(pdf)))
    next(steps)
    placed = SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, name=signer.certificate.name, bytes_reserved=RESERVED
    )
    steps.send(SigObjSetup(sig_placeholder=placed))
    digest, output = steps.send(SigIOSetup(md_algorithm="sha256"))
    steps.send(container_of(digest.document_digest, signer))
    signed: bytes = output.getvalue()
    return signed


def container_of(digest: bytes, signer: Signer) -> bytes:
    """The signature of a digest, in its container.

    Written by us, to the byte that we accept (``write_container``): the general writer of ``pyhanko``, made to be
    awaited, takes fifteen times as long.
    """
    certificate = signer.certificate.der
    covered = covered_by_signature(digest, certificate)
    return write_container(Container(covered, digest, signer.private.sign(covered, ECDSA(SHA256())), certificate))
