"""« Mes documents ». A document is asked for by POST, from the page itself: no other site can have one made."""

import json
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.letters.timeline import letter_lives
from mespoints.portal.as_known import AsKnownForm, as_known, empty_fields, form_asked
from mespoints.portal.file import file_of, note
from mespoints.records.assembling import File, contents_of
from mespoints.records.contents import Head
from mespoints.records.issuer import issue_now, signer
from mespoints.records.verified_at import verified_at
from mespoints.register.files import dossier_document, known_up_to
from mespoints.seal.keys import Signer

FILE_NAMES = {
    "attestation": "attestation-de-droits-a-conduire.pdf",
    "restreint": "releve-d-information-restreint.pdf",
    "releve": "releve-d-information-integral.pdf",
    "dossier": "releve-d-information-integral.json",
}
"""By the word of the form. The same for everybody: the name of a file says nothing of its owner."""


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def documents(request: Visit) -> HttpResponse:
    """The page, which shows nothing of the file; or the document that its form asks for."""
    form = form_asked(request.POST, today=request.today)
    if request.method != "POST":
        return page(request, form)
    kind, by = request.POST.get("document", ""), signer()
    if kind not in FILE_NAMES or by is None:
        return page(request, form, status=400)
    file = file_of(request)
    known_on = min(known_up_to(file.licence), request.today)
    if kind in ("releve", "dossier") and form is not None:
        asked = as_known(form, file.licence, request.LANGUAGE_CODE)
        if asked is None:
            return page(request, form, status=422)
        file, known_on = File(file.licence, asked.dossier, asked.statement), asked.known_on
    content = json_of(file, known_on) if kind == "dossier" else pdf_of(kind, request, file, known_on, by)
    note(request, file.licence, shown=kind)
    media = "application/json" if kind == "dossier" else "application/pdf"
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAMES[kind]}"'}
    return HttpResponse(content, content_type=media, headers=headers)


def page(request: Visit, form: AsKnownForm | None, *, status: int = 200) -> HttpResponse:
    """The page."""
    fields = empty_fields(request.today, request.LANGUAGE_CODE)
    context = {"is_open": signer() is not None, "as_known_form": form, "as_known_fields": fields}
    return render(request, "portal/documents/documents.html", context, status=status)


def pdf_of(kind: str, request: Visit, file: File, known_on: date, by: Signer) -> bytes:
    """The document as PDF, of today."""
    head = head_of(request, request.today, by)
    lives = letter_lives(file.licence, file.statement) if kind == "releve" else ()
    return issue_now(contents_of(kind, file, head, known_on, lives), by, request.now)


def head_of(request: HttpRequest, today: date, by: Signer) -> Head:
    """The day of issue, who signs, where to verify."""
    verify_at = verified_at(request)
    return Head(today.toordinal(), by.certificate.name, verify_at, settings.MESPOINTS_DEMO_BAND)


def json_of(file: File, known_on: date) -> bytes:
    """The facts of the relevé as ``dossier/1``, as they were known at the end of that day."""
    return json.dumps(dossier_document(file.licence, known_on), ensure_ascii=False, indent=1).encode()
