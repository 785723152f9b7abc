"""How long the préfectures take to give a record: a page and a file for everybody."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mespoints.identity.session import Visit
from mespoints.requests.waiting import DAYS_LOOKED_AT, FEWEST, waiting_times

COLUMNS = ("departement", "nom", "releves_delivres", "delai_median_jours")


@require_safe
def waiting(request: Visit) -> HttpResponse:
    """The table, the préfectures of which something can be told first named."""
    lines = waiting_times(request.today)
    context = {
        "told": [line for line in lines if line.released is not None],
        "untold": [line for line in lines if line.released is None],
        "days": DAYS_LOOKED_AT,
        "fewest": FEWEST,
    }
    return render(request, "portal/asking/waiting.html", context)


@require_safe
def waiting_csv(request: Visit) -> HttpResponse:
    """The same as CSV, every département on its line, an empty cell where nothing can be told."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(waiting_times(request.today))
    headers = {"Content-Disposition": 'attachment; filename="delais-des-releves.csv"'}
    return HttpResponse(file.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
