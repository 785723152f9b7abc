"""The driver's pages. Reading one writes its row in the journal of accesses, and changes nothing else."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mespoints.identity.session import Visit, driver_required
from mespoints.law.results import Statement
from mespoints.letters.countries import is_abroad
from mespoints.letters.whereabouts import whereabouts_of
from mespoints.portal.as_known import as_known, empty_fields, form_asked
from mespoints.portal.balance import balance_page
from mespoints.portal.duties import slug_of
from mespoints.portal.file import file_of, licence_of, note
from mespoints.portal.journal import access_lines, access_list
from mespoints.portal.lag import SEEN_AT_LEAST, usual_lag
from mespoints.portal.licence_page.card import licence_card
from mespoints.portal.public import PROSE
from mespoints.records.assembling import File, file_today
from mespoints.records.ics import calendar_of
from mespoints.register.holdings import address_of
from mespoints.register.looks import count_told, looks_told
from mespoints.register.opened import opened

ACCESSES_A_PAGE = 50
OPEN_TO_ROBOTS = (
    "",
    "simulateur/",
    "bareme/",
    "verifier/",
    "verifier-des-droits/",
    "demander-un-code/",
    "demander-mon-releve/",
    "pas-au-fichier/",
    "delais-des-prefectures/",
    *(f"{address}/" for address in PROSE.values()),
)
ALLOWED = "".join(f"Allow: /{page}$\n" for page in OPEN_TO_ROBOTS)
ROBOTS = f"User-agent: *\n{ALLOWED}Allow: /static/\nDisallow: /\n"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the service is, for anyone."""
    return render(request, "portal/home.html")


@require_safe
@driver_required
def balance(request: Visit) -> HttpResponse:
    """The balance, folded on each reading up to the day of the request; or on another day, as the file was known."""
    licence, last_day, lags = opened(request.driver.licence_pk, lags_seen=SEEN_AT_LEAST)
    form = form_asked(request.GET, today=request.today)
    asked = as_known(form, licence, request.LANGUAGE_CODE)
    file = File(licence, asked.dossier, asked.statement) if asked else file_today(licence, request.today)
    known = min(last_day, asked.known_on) if asked else last_day
    letters = {} if asked else whereabouts_of(licence)
    # The address only matters to whoever can challenge a letter: nobody else's is read.
    lives_abroad = bool(file.statement.remedies) and is_abroad(address_of(licence))
    page = balance_page(file.dossier, file.statement, known, request.LANGUAGE_CODE, letters, is_abroad=lives_abroad)
    note(request, licence, shown="balance_as_known" if asked else "balance")
    context = {
        "page": page,
        "as_known": asked,
        "as_known_form": form,
        "as_known_fields": empty_fields(request.today, request.LANGUAGE_CODE),
        "lag": usual_lag(lags, request.LANGUAGE_CODE),
    }
    return render(request, "portal/balance.html", context)


@require_safe
@driver_required
def licence(request: Visit) -> HttpResponse:
    """The validity and the categories of the licence, without its points."""
    file = file_of(request)
    card = licence_card(file.licence, file.dossier, file.statement, request.LANGUAGE_CODE)
    note(request, file.licence, shown="licence")
    return render(request, "portal/licence.html", {"licence": card})


@require_safe
@driver_required
def who_looked(request: Visit) -> HttpResponse:
    """The journal of accesses to the driver's own file. It shows no points: reading it adds no line to it.

    What the law keeps from the holder is not in it, and the page says so.
    """
    licence = licence_of(request)
    page = Paginator(range(count_told(licence)), ACCESSES_A_PAGE).get_page(request.GET.get("page"))
    looks = looks_told(licence, ACCESSES_A_PAGE, after=(page.number - 1) * ACCESSES_A_PAGE)
    lines = access_list(access_lines(looks, request.LANGUAGE_CODE))
    return render(request, "portal/who_looked.html", {"lines": lines, "page": page})


@require_safe
@driver_required
def agenda(request: Visit, slug: str = "") -> HttpResponse:
    """Every day to come as a calendar file, or the day of one duty."""
    file = file_of(request)
    statement = _with_one_duty(file.statement, slug) if slug else file.statement
    content = calendar_of(file.dossier, statement, request.LANGUAGE_CODE)
    note(request, file.licence, shown="agenda")
    headers = {"Content-Disposition": f'attachment; filename="{slug or "mes-points"}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _with_one_duty(statement: Statement, slug: str) -> Statement:
    """The statement reduced to the duty of this name, or the answer that there is none."""
    named = tuple(deadline for deadline in statement.deadlines if slug_of(deadline) == slug)
    if not named:
        raise Http404
    return statement._replace(deadlines=named, next=())


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The pages that anyone may read may be indexed; nothing else is for machines."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
