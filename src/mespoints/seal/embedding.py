"""A signature put inside a PDF (PAdES B-B: ETSI EN 319 142-1), added at its end, off line and without a timestamp.

``pyhanko`` is imported when a document is signed: it takes a second, once a process.
"""

import asyncio
import io
from datetime import datetime
from typing import TYPE_CHECKING

from mespoints.seal.embedded import RESERVED
from mespoints.seal.keys import Signer

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import SimpleSigner

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
    steps.send(asyncio.run(cms_signer(signer).async_sign(digest.document_digest, "sha256", use_pades=True)))
    signed: bytes = output.getvalue()
    return signed


def cms_signer(signer: Signer) -> "SimpleSigner":
    """The key as ``pyhanko`` takes it."""
    from asn1crypto.keys import PrivateKeyInfo
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.signers.pdf_cms import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    certificate, alone = Certificate.load(signer.certificate.der), SimpleCertificateStore()  # type: ignore[no-untyped-call]
    return SimpleSigner(certificate, PrivateKeyInfo.load(signer.pkcs8), alone)
