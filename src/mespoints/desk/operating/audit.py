"""The journal of accesses for who checks it: a search is itself one more line of each file that it shows."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mespoints.desk.fields import day_field, text_field
from mespoints.desk.files.search import SHORTEST_REASON
from mespoints.desk.guarding import Role, for_agents
from mespoints.identity.agent_session import AgentVisit
from mespoints.identity.neph import normal_neph
from mespoints.register.accesses import Asked, search
from mespoints.register.models import Access

SHOWN_AT_MOST = 200


class AccessesForm(forms.Form):
    """A file or somebody who looked, the days, and why this is asked."""

    use_required_attribute = False

    neph = text_field("NEPH", "Les accès à ce dossier.", 60)
    who = text_field("Ou qui a consulté", "Le nom exact : « Préfecture de la Loire-Atlantique, agent n° 12 ».")
    from_on = day_field("Du", required=False)
    to_on = day_field("Au", required=False)
    reason = forms.CharField(
        label="Motif du contrôle", min_length=SHORTEST_REASON, max_length=200,
        help_text="Chaque titulaire dont une ligne est montrée le lira.",
        error_messages={
            "required": "Donnez le motif du contrôle.",
            "min_length": f"Donnez un motif d'au moins {SHORTEST_REASON} caractères.",
        },
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One file, or one person: never the whole journal."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("neph") and not given.get("who"):
            self.add_error("neph", "Indiquez un dossier, ou qui a consulté.")
        if given.get("neph"):
            given["neph"] = normal_neph(given["neph"]) or ""
            if not given["neph"]:
                self.add_error("neph", "Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le.")
        return given


@for_agents(Role.AUDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def accesses(request: AgentVisit) -> HttpResponse:
    """Search the journal, by POST: what is asked stands in no address."""
    form = AccessesForm(request.POST if request.method == "POST" else None)
    found: list[Access] | None = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        asked = Asked(given["neph"], given["who"], given["from_on"], given["to_on"])
        found = search(asked, auditor=request.agent.public_name, reason=given["reason"])
    context = {
        "form": form,
        "found": found and found[:SHOWN_AT_MOST],
        "count": len(found or []),
        "asked": found is not None,
    }
    return render(request, "desk/operating/accesses.html", context, status=422 if form.errors else 200)
