"""How to ask for the relevé intégral without this site: open to anyone, and nothing of what is typed is kept."""

from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, signed_in
from mespoints.law.explain import day_words
from mespoints.portal.asking.forms import CHANNELS, STATES, ChoiceForm, LetterForm
from mespoints.portal.wording import _
from mespoints.requests.letter import letter_of, mine
from mespoints.requests.pieces import COUNTER, EMAIL, POST, required_pieces
from mespoints.requests.prefectures import PREMISES, Prefecture, prefectures
from mespoints.requests.wording import piece_words

FILE_NAME = "demande-de-releve.pdf"


class Way(NamedTuple):
    """What was chosen. ``pieces``: in the language of the page. ``read_on``: the day that the address holds for.

    ``age``: how old it is, from a year on.
    """

    channel: str
    licence_state: str
    prefecture: Prefecture
    pieces: tuple[str, ...]
    read_on: str
    age: str

    @property
    def by_post(self) -> bool:
        """Whether a letter is written."""
        return self.channel == POST

    @property
    def by_email(self) -> bool:
        """Whether an e-mail is."""
        return self.channel == EMAIL

    @property
    def at_counter(self) -> bool:
        """Whether one goes there."""
        return self.channel == COUNTER

    @property
    def email_pieces(self) -> str:
        """The pieces as the text of the e-mail names them, in French."""
        return " ; ".join(mine(piece_words(one, EMAIL)) for one in required_pieces(EMAIL, self.licence_state))

    @property
    def has_offices_alone(self) -> bool:
        """Whether the postal address was not read whole."""
        return self.prefecture.kind == PREMISES


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Visit) -> HttpResponse:
    """The choice, what it leads to, and by POST the letter as PDF, composed and forgotten."""
    choice = ChoiceForm(request.POST if request.method == "POST" else request.GET)
    way = way_of(choice, request.LANGUAGE_CODE, request.today) if choice.is_valid() else None
    if request.method != "POST":
        return page(request, choice, way, LetterForm(today=request.today))
    form = LetterForm(request.POST, today=request.today)
    if way is None or not form.is_valid():
        return page(request, choice, way, form, status=422)
    pdf = letter_of(form.asking(way.licence_state), way.prefecture, request.today)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def page(
    request: HttpRequest, choice: ChoiceForm, way: Way | None, form: LetterForm, *, status: int = 200
) -> HttpResponse:
    """The page."""
    context = {"choice": choice, "way": way, "form": form, "is_signed_in": signed_in(request) is not None}
    return render(request, "portal/asking/ask.html", context, status=status)


def way_of(choice: ChoiceForm, language: str, today: date) -> Way:
    """What a choice leads to, ``today``."""
    chosen = choice.cleaned_data
    channel, state = CHANNELS[chosen["canal"]], STATES[chosen["permis"]]
    prefecture = prefectures()[chosen["departement"]]
    pieces = tuple(_(piece_words(piece, channel)) for piece in required_pieces(channel, state))
    read_on = prefecture.address.on
    return Way(channel, state, prefecture, pieces, day_words(read_on.toordinal(), language), age_of(read_on, today))


def age_of(read_on: date, today: date) -> str:
    """« plus de 4 ans », empty below a year: nobody should post a letter to an old address unawares."""
    years = today.year - read_on.year - ((today.month, today.day) < (read_on.month, read_on.day))
    return ngettext("plus de %(years)d an", "plus de %(years)d ans", years) % {"years": years} if years else ""
