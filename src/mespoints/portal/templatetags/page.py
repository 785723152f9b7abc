"""What every page needs: its frame (the band, the signed-in state, the other language) and its texts."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.loader_tags import BlockNode
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from mespoints.identity.session import SignedIn, moment, signed_in
from mespoints.portal import wording
from mespoints.portal.sessions import sign_in_line

register = template.Library()


class Said(template.Node):
    """A text of the page, looked up once a language: ``translate`` does it on every page, and weighs a tenth of it."""

    def __init__(self, text: SafeString) -> None:
        self.text = text
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """The text in the language of the page; what it holds of HTML is ours and stays.

        The request knows its language: asking the thread for it, a hundred times a page, weighs ten times as much.
        """
        request = getattr(context, "request", None)
        language: str | None = getattr(request, "LANGUAGE_CODE", None) or get_language()
        if language not in self.said:
            self.said[language] = wording.unbroken(gettext(self.text))
        return self.said[language]


@register.tag
def say(_parser: Parser, token: Token) -> Said:
    """``{% say "Solde" %}``: a French text, said in the language of the page."""
    _tag, quoted = token.split_contents()
    return Said(mark_safe(quoted[1:-1]))  # noqa: S308 - written in our own templates


class Lead(template.Node):
    """A link to a page that has its place in ``Addresses``, which says when it is the one being shown.

    One node, not a variable, a condition and a text: a page has thirteen such links, which weighed a tenth of it.
    """

    def __init__(self, name: str, said: Said) -> None:
        self.name = name
        self.said = said

    def render(self, context: Context) -> str:
        """Our own address and our own text: nothing of them needs escaping."""
        address: str = getattr(addresses(), self.name)
        current = ' aria-current="page"' if context["frame"].here == address else ""
        return f'<a href="{address}"{current}>{self.said.render(context)}</a>'


@register.tag
def lead(_parser: Parser, token: Token) -> Lead:
    """``{% lead balance "Solde" %}``: to a page of ``Addresses``, by its name there."""
    _tag, name, quoted = token.split_contents()
    return Lead(name, Said(mark_safe(quoted[1:-1])))  # noqa: S308 - written in our own templates


class Kept(template.Node):
    """A part of the frame that says the same to all who read it at the same place in the same language.

    Written once for each of them, and kept: two languages, signed in or not, the places of ``Addresses``. It sees
    nothing but the frame, without what is somebody's own: nothing of a request can be kept for another.
    """

    def __init__(self, nodes: template.NodeList) -> None:
        self.nodes = nodes
        self.written: dict[tuple[str, str, bool, bool], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """What was written, or is now."""
        own: Frame = context["frame"]
        key = own.language, own.place, own.signed_in, own.demo_band
        if key not in self.written:
            common = own._replace(here=own.place, last_sign_in="")
            self.written[key] = self.nodes.render(context.new({"frame": common}))
        return self.written[key]


@register.tag
def kept(parser: Parser, _token: Token) -> Kept:
    """``{% kept %}...{% endkept %}``: texts and links of the frame; no block, which another template would fill."""
    nodes = parser.parse(("endkept",))
    parser.delete_first_token()
    if nodes.get_nodes_by_type(BlockNode):
        raise template.TemplateSyntaxError("kept: no block can be in it")
    return Kept(nodes)


@register.filter(is_safe=True)
def unbroken(text: str) -> str:
    """``{{ sentence|unbroken }}``: a sentence of law, its lines broken where they may be."""
    return wording.unbroken(text)


@register.filter
def drawn(marks: Iterable[str]) -> SafeString:
    """``{{ answer.marks|drawn }}``: the twelve marks of a balance; a loop of the template takes ten times as long."""
    return mark_safe("".join(f'<i class="{mark}"></i>' for mark in marks))  # noqa: S308 - words of ours


TOLD_FOR = timedelta(minutes=2)
"""How long after signing in the sign-in before is told. Nothing has to be written for it to be told no more."""
OTHER_LANGUAGE = {"fr": ("en", "English"), "en": ("fr", "Français")}


class Addresses(NamedTuple):
    """The addresses that pages link to: those of the frame, and of the pages that are read most."""

    home: str
    balance: str
    licence: str
    letters: str
    documents: str
    who_looked: str
    sign_ins: str
    simulator: str
    bareme: str
    how: str
    help: str
    verify: str
    accessibility: str
    legal: str
    privacy: str
    site_map: str
    sign_in: str
    sign_out: str
    claims: str
    what_if: str
    agenda: str
    shares: str
    ask: str
    language: str


ROUTES = (
    "portal:home",
    "portal:balance",
    "portal:licence",
    "portal:letters",
    "portal:documents",
    "portal:who_looked",
    "portal:sign_ins",
    "portal:simulator",
    "portal:bareme",
    "portal:how",
    "portal:help",
    "portal:verify",
    "portal:accessibility",
    "portal:legal",
    "portal:privacy",
    "portal:site_map",
    "portal:sign_in",
    "portal:sign_out",
    "portal:claims",
    "portal:what_if",
    "portal:agenda",
    "portal:shares",
    "portal:ask",
    "set_language",
)


class Frame(NamedTuple):
    """``here`` is where choosing another language leads back to: never a page that only answers a form.

    ``place``: the same among ``Addresses``, empty elsewhere.
    ``last_sign_in``: the one before this one, told on the first pages after signing in.
    """

    demo_band: bool
    signed_in: bool
    language: str
    other_language: str
    other_language_name: str
    here: str
    place: str
    to: Addresses
    last_sign_in: str


@cache
def addresses() -> Addresses:
    """Worked out once: they are the same for everybody and never change."""
    return Addresses(*[reverse(name) for name in ROUTES])


@cache
def places() -> frozenset[str]:
    """The addresses as a set."""
    return frozenset(addresses())


@register.simple_tag(takes_context=True)
def frame(context: dict[str, Any]) -> Frame:
    """The frame of the page being shown."""
    request: HttpRequest = context["request"]
    language = get_language() or settings.LANGUAGE_CODE
    driver = signed_in(request)
    here = request.path if request.method in ("GET", "HEAD") else addresses().home
    return Frame(
        settings.MESPOINTS_DEMO_BAND,
        driver is not None,
        language,
        *OTHER_LANGUAGE[language],
        here,
        here if here in places() else "",
        addresses(),
        last_sign_in(driver, moment(request), language) if driver else "",
    )


def last_sign_in(driver: SignedIn, now: datetime, language: str) -> str:
    """When and how the file was opened before, for whoever has just signed in; empty later, and the first time."""
    if driver.before is None or now - driver.since >= TOLD_FOR:
        return ""
    line = sign_in_line(*driver.before, language)
    return f"{line.when}, {line.means}"
