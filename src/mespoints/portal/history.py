"""The two long lists of the balance page as HTML, written as text like the picture.

A history may hold a hundred movements of twenty values each: a template takes ten times as long to write them.
Every value is escaped here, those that cannot need it included.
"""

from functools import cache
from html import escape
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from mespoints.portal.movements import MovementLine, Proof
from mespoints.portal.wording import _, unbroken

LINE = """\
<li><details>
<summary><span class="what"{title_language}>{title}</span>\
<span class="change {tone}"><span aria-hidden="true">{change}</span>\
<span class="unseen">, {change_words}, </span></span>\
<span class="after">{balance}</span><time datetime="{iso}">{day}</time></summary>
<div class="proof">
<p>{because}</p>
{proofs}</div>
</details></li>
"""


STEP = '<tr><th scope="row"><time datetime="{}">{}</time></th><td class="number">{}</td><td>{}</td></tr>\n'


class StepRow(NamedTuple):
    """A row of the table that says the same as the picture."""

    iso: str
    day: str
    balance: str
    kind: str


def step_rows(rows: tuple[StepRow, ...]) -> SafeString:
    """The rows of the table under the picture."""
    return mark_safe("".join(STEP.format(*map(escape, row)) for row in rows))  # noqa: S308 - every value is escaped


def movement_list(lines: tuple[MovementLine, ...]) -> SafeString:
    """The lines, in their order, each folded over its proof."""
    return mark_safe("".join(_line(line) for line in lines))  # noqa: S308 - every value is escaped


def _line(line: MovementLine) -> str:
    return LINE.format(
        title=escape(line.title),
        title_language=_lang(line.title_language),
        tone=escape(line.tone),
        change=escape(line.change),
        change_words=escape(line.change_words),
        balance=escape(line.balance),
        iso=escape(line.iso),
        day=escape(line.day),
        because=escape(unbroken(line.because)),
        proofs=_proofs(line.proofs),
    )


def _lang(language: str) -> str:
    """The attribute of a text in another language than its page."""
    return f' lang="{escape(language)}"' if language else ""


@cache
def letters_page() -> str:
    """The address of « Mes lettres », which never changes."""
    return reverse("portal:letters")


def _proofs(proofs: tuple[Proof, ...]) -> str:
    """A list of terms; none when there is nothing to prove."""
    terms = "".join(map(_proof, proofs))
    return f"<dl>\n{terms}</dl>\n" if terms else ""


def _proof(proof: Proof) -> str:
    """One term; a letter leads to its place among « Mes lettres »."""
    term, text, language, letter = proof
    link = (
        f' <a class="tall" href="{letters_page()}#courrier-{letter}">{escape(_("Voir cette lettre"))}</a>'
        if letter
        else ""
    )
    return f"<dt>{escape(term)}</dt><dd{_lang(language)}>{escape(text)}{link}</dd>\n"
