"""« Vérifier un document »: open to anyone. What is given is judged in memory, and neither kept nor logged."""

from django import forms
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.portal.wording import _
from mespoints.records.issuer import keyring
from mespoints.records.verdicts import Told, tell_verdict
from mespoints.records.verifying import Verdict, verify, verify_text
from mespoints.seal.keys import published

MOST_BYTES = 450_000
"""Of a whole request: less than what the server would put in a file while it receives it. A relevé takes a fifth."""


class VerifyForm(forms.Form):
    """A file, or the text of a seal."""

    use_required_attribute = False

    document = forms.FileField(
        label=gettext_lazy("Le document, en PDF"),
        help_text=gettext_lazy("Le fichier d'origine, de 400 kilo-octets au plus."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    seal = forms.CharField(
        label=gettext_lazy("Ou le texte du sceau"),
        help_text=gettext_lazy("Ce qu'un téléphone lit dans le carré noir et blanc. Il commence par DC04."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean(self) -> None:
        """One of the two."""
        if not self.errors and not self.cleaned_data.get("document") and not self.cleaned_data.get("seal"):
            self.add_error("document", _("Choisissez un fichier, ou collez le texte d'un sceau."))


@csrf_exempt  # ``_verify`` checks the token, once it is known that nothing of the request goes to the disk
@require_http_methods(["GET", "HEAD", "POST"])
def verify_page(request: HttpRequest) -> HttpResponse:
    """The form, and the verdict under it once something was given."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if not announced.isdigit() or int(announced) > MOST_BYTES:
        return answer(request, VerifyForm(), too_large=True)
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _verify(request)


@csrf_protect
def _verify(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return answer(request, VerifyForm())
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return answer(request, form)
    return answer(request, VerifyForm(), told=tell_verdict(judge(request, form), get_language() or "fr"))


def judge(request: HttpRequest, form: VerifyForm) -> Verdict:
    """The verdict on what was given, on the day of the request."""
    certificates = keyring().certificates
    document, today = form.cleaned_data["document"], request.today  # type: ignore[attr-defined]
    if document:
        return verify(document.read(), certificates, today)
    return verify_text(form.cleaned_data["seal"], certificates, today)


def answer(
    request: HttpRequest, form: VerifyForm, *, told: Told | None = None, too_large: bool = False
) -> HttpResponse:
    """The page."""
    context = {"form": form, "told": told, "too_large": too_large, "is_open": bool(keyring().certificates)}
    status = 413 if too_large else 422 if form.errors else 200
    return render(request, "portal/documents/verify.html", context, status=status)


@require_safe
def certificates(_request: HttpRequest) -> HttpResponse:
    """The certificates by which documents are verified elsewhere: public keys alone."""
    known = keyring().certificates
    if not known:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="certificats.pem"'}
    return HttpResponse(published(known), content_type="application/x-pem-file", headers=headers)
