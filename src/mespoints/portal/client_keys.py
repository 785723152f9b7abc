"""The public halves of the keys by which this service proves who it is to its identity providers (RFC 7517)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from mespoints.identity.client_keys import published


@require_safe
def client_keys(_request: HttpRequest) -> HttpResponse:
    """Those that are set; the address does not exist where none is."""
    pems = [pem for pem in (settings.MESPOINTS_FC_CLIENT_KEY, settings.MESPOINTS_PC_CLIENT_KEY) if pem]
    if not pems:
        raise Http404
    return JsonResponse(published(pems), content_type="application/jwk-set+json")
