"""No page of one driver opens to another: every address of the site is walked, new ones included."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter

from mespoints.portal.public import PROSE
from mespoints.register.models import Access, Holder, Licence
from tests.portal.conftest import offence, session_of

OPEN_TO_ALL = {
    "portal:home",
    "portal:robots",
    "portal:simulator",
    "portal:bareme",
    "portal:security",
    "portal:verify",
    "portal:shared_rights",
    "portal:ask_code",
    "portal:code_asked",
    "portal:not_in_file",
    "portal:follow_claim",
    "portal:followed_claim",
    "portal:certificates",
    "portal:client_keys",
    "portal:ask",
    "portal:waiting",
    "portal:waiting_csv",
    *(f"portal:{name}" for name in PROSE),
    "portal:sign_in",
    "portal:neph",
    "portal:fc_start",
    "portal:fc_callback",
    "portal:fc_stopped",
    "portal:fc_link",
    "portal:sign_out",
    "portal:signed_out",
    "set_language",
    # For whoever watches over the service, and its figures for everybody: nothing of anybody's file.
    "alive",
    "ready",
    "metrics",
    "figures",
}
"""What somebody who did not sign in may ask for. Every other address must lead to sign-in."""
ANSWER_FORMS = {
    "portal:what_if", "portal:code", "portal:shares", "portal:sign_ins", "portal:letter", "portal:compte",
    "portal:documents", "portal:claims", "portal:claim",
}  # fmt: skip
"""The personal addresses that take a form too. Every other one answers reading alone."""
STAND_INS = {"slug": "stage-obligatoire-2026-12-20"}
"""What to put in the place of an argument, by the name of its converter. None may name a person."""
CONVERTERS = {SlugConverter: "slug"}


def routes(resolver: URLResolver, prefix: str = "", namespace: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Every pattern of the site but those of agents and authorities: its name, its address with stand-ins, itself."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace in ("desk", "api"):
                continue  # other people, other doors: tests/desk and tests/api try them
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, prefix + str(pattern.pattern), inner)
        else:
            route = prefix + str(pattern.pattern)
            for argument, converter in pattern.pattern.converters.items():
                kind = CONVERTERS[type(converter)]
                route = route.replace(f"<{kind}:{argument}>", STAND_INS[kind])
            yield f"{namespace}{pattern.name}", f"/{route}", pattern


ROUTES = list(routes(get_resolver()))
PERSONAL = [(name, address) for name, address, _pattern in ROUTES if name not in OPEN_TO_ALL]
SIGN_OUT = "portal:sign_out"


def holder_named(licence: Licence, family_name: str) -> Licence:
    """Give the holder a name that a page could betray."""
    Holder.objects.filter(pk=licence.holder_id).update(family_name=family_name)
    return Licence.objects.get(pk=licence.pk)


def test_every_route_is_known() -> None:
    """What is open to all exists, so that a renamed address is looked at again."""
    names = {name for name, _address, _pattern in ROUTES}

    assert names >= OPEN_TO_ALL


def test_no_address_holds_an_identifier() -> None:
    """An argument of an address is one of the stand-ins, of which none names a person or a file."""
    kinds = {CONVERTERS[type(c)] for _name, _address, p in ROUTES for c in p.pattern.converters.values()}

    assert kinds <= set(STAND_INS)


@pytest.mark.parametrize(("name", "address"), PERSONAL)
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_nobody_reads_a_page_without_signing_in(
    name: str, address: str, method: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Every personal address leads to sign-in, or refuses; nothing is read, nothing is written."""
    driver("1996-05-06", offence("a", "2026-01-05", "2026-02-10"))
    answer = getattr(visit(), method)(address)

    is_refused = method == "post" and name not in ANSWER_FORMS

    assert answer.status_code == (405 if is_refused else 302), name
    assert is_refused or answer.headers["Location"] == "/connexion/"
    assert Access.objects.count() == 0


ONLY_SHOW = {"portal:what_if", "portal:documents", "portal:letter", "portal:sign_ins"}
"""Of those that take a form: what it shows, opens for its holder, or closes elsewhere."""


@pytest.mark.parametrize(("name", "address"), [one for one in PERSONAL if one[0] in ANSWER_FORMS - ONLY_SHOW])
def test_a_file_number_and_its_code_give_consultation_only(
    name: str, address: str, driver: Callable[..., Licence]
) -> None:
    """Every form that would change or share something is refused: FranceConnect alone may send it."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(driver("1996-05-06"), "neph")

    assert client.post(address, {"label": "", "lost": "1", "change": "open"}).status_code in (403, 404), name


@pytest.mark.parametrize(("name", "address"), [(name, address) for name, address, _ in ROUTES if name != SIGN_OUT])
def test_a_page_shows_the_file_of_the_session_alone(
    name: str, address: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Signed in as one, asking for the other by every parameter one could think of: the answer is one's own."""
    other = holder_named(driver("2001-02-03", offence("b", "2026-01-06", "2026-02-11", place="Quimper")), "AUTRUI")
    own = driver("1996-05-06", offence("a", "2026-01-05", "2026-02-10", place="Rezé"))
    asked = dict.fromkeys(("licence", "licence_pk", "id", "pk", "driver", "holder", "user"), str(other.pk))
    asked |= dict.fromkeys(("neph", "n", "number"), other.neph)
    answer = visit(own).get(address, asked)
    body = answer.content.decode() + str(answer.headers)

    assert answer.status_code in (200, 302, 404, 405, 422), name
    assert not any(word in body for word in ("AUTRUI", "Quimper", other.neph)), name
    assert not Access.objects.filter(licence=other).exists(), name


@pytest.mark.parametrize(("name", "address"), PERSONAL)
def test_nothing_personal_is_kept_by_a_browser(
    name: str, address: str, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Every personal answer, refusals included, forbids to be stored."""
    client = visit(driver("1996-05-06"))
    answers = [client.get(address), visit().get(address)]

    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-store", "no-store"], name


def test_two_browsers_two_files(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Two drivers who read in turns each keep their own."""
    one = visit(driver("1996-05-06", offence("a", "2026-01-05", "2026-02-10", 4, label="Feu rouge")))
    two = visit(driver("1996-05-06", offence("a", "2026-01-05", "2026-02-10", 3, label="Téléphone")))
    pages = [client.get("/mes-points/").content.decode() for client in (one, two, one, two)]

    assert ["Feu rouge" in page for page in pages] == [True, False, True, False]
    assert ["Téléphone" in page for page in pages] == [False, True, False, True]


def test_a_licence_shown_to_others_does_not_tell_its_points(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """The page of the licence tells validity and categories; at zero points, nothing there says so (art. L. 223-7)."""
    acts = [offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6)]
    pages = [visit(driver("1996-05-06", *some)).get("/mon-permis/").content.decode() for some in ([], acts)]
    full, empty = (page.split("<main")[1].split("</main>")[0].split("<dd>")[0] for page in pages)

    assert empty == full
