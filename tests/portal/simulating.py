"""Somebody at the simulator: a browser that posts back what its page holds, as a form without a script does."""

import html
import re
from typing import Any

from django.conf import settings
from django.test import Client

from tests.portal.test_pages import Outline

ADDRESS = "/simulateur/"
FORM = re.compile(r'<form id="simulateur".*?</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
TAGS = re.compile(r"<(svg|title).*?</\1>|<[^>]+>", re.DOTALL)


class Simulation:
    """A visit. ``answer``: the last answer. What is pressed sends the hidden fields of its page with what is typed."""

    def __init__(self, language: str = "fr") -> None:
        self.client = Client()
        self.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        self.answer: Any = self.client.get(ADDRESS)

    def press(self, do: str, **typed: Any) -> "Simulation":
        """Press a button; ``act__final_on="1/2/2024"`` types in the field ``act-final_on``."""
        fields = {name.replace("__", "-"): value for name, value in typed.items()}
        self.answer = self.client.post(ADDRESS, {**self.hidden(), **fields, "do": do})
        return self

    def load(self, text: str) -> "Simulation":
        """Paste the text of a history."""
        return self.press("load", load__text=text)

    def begin(self, obtained_on: str = "12/06/2015", **typed: Any) -> "Simulation":
        """Type the licence."""
        usual = {"licence__probation": "usual", "licence__territory": "metropole"}
        return self.press("set-licence", licence__obtained_on=obtained_on, **{**usual, **typed})

    def add_offence(self, on: str, words: str, outcome: str = "pending", day: str = "", **typed: Any) -> "Simulation":
        """Add the first offence of the barème that holds these words."""
        searched = {"find__committed_on": on, "find__words": words}
        told = {"act__which": "0", "act__outcome": outcome, "act__outcome_on": day, **typed}
        return self.press("save-offence", **searched, **told)

    def hidden(self) -> dict[str, str]:
        """The state that travels in the page."""
        form = FORM.search(self.page)
        assert form is not None
        found = {name: html.unescape(value) for name, value in HIDDEN.findall(form[0])}
        return {name: value for name, value in found.items() if name != "do"}

    @property
    def page(self) -> str:
        """The HTML."""
        text: str = self.answer.content.decode()
        return text

    @property
    def outline(self) -> Outline:
        """What the page is made of."""
        return Outline(self.page)

    @property
    def text(self) -> str:
        """What one reads between the header and the footer, spaces made plain."""
        main = self.page.split("<main", 1)[1].split("</main>")[0].split(">", 1)[1]
        return " ".join(html.unescape(TAGS.sub(" ", main)).split())

    @property
    def errors(self) -> list[str]:
        """The sentences at the fields."""
        return [html.unescape(error) for error in re.findall(r'class="field-error"[^>]*>([^<]*)<', self.page)]
