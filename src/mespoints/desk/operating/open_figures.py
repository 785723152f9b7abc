"""The addresses of the figures: for everyone, without signing in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mespoints.desk.operating.figures import TABLES, published
from mespoints.requests.waiting import waiting_times

WAITING = "attentes"
KEPT = "public, max-age=3600"


@require_safe
def table(request: HttpRequest, name: str) -> HttpResponse:
    """One table as CSV."""
    if name == WAITING:
        content = waiting_csv(request)
    elif name in TABLES:
        content = published(name)
    else:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="mespoints-{name}.csv"', "Cache-Control": KEPT}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def waiting_csv(request: HttpRequest) -> str:
    """How long each préfecture takes to give a record, over the last 180 days; empty where they were too few."""
    times = waiting_times(request.today)  # type: ignore[attr-defined]
    lines = [
        f"{one.departement},{one.name},{'' if one.released is None else one.released},"
        f"{'' if one.median_days is None else one.median_days}"
        for one in times
    ]
    return "\r\n".join(["departement,prefecture,releves,jours_medians", *lines, ""])
