"""English: every text of the pages has one, and the compiled catalogue is that of the written one."""

import ast
import io
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import gettext

PORTAL = Path(__file__).parents[2] / "src/mespoints/portal"
WORDS_OF_PIECES = PORTAL.parent / "requests/wording.py"
WRITTEN = PORTAL / "locale/en/LC_MESSAGES/django.po"
COMPILED = WRITTEN.with_suffix(".mo")
MARKS = {"_": 1, "gettext": 1, "gettext_noop": 1, "gettext_lazy": 1, "ngettext": 2}
"""How many of its first arguments each mark translates."""
TAG = re.compile(r"""\{%\s*(?:translate|say|lead\s+\w+)\s+(["'])(.+?)\1""")
BLOCK = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.+?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
GAP = re.compile(r"%\((\w+)\)")


def texts_of_templates() -> Iterator[str]:
    """The texts marked in templates; those of blocks as Django looks them up."""
    for path in PORTAL.rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        yield from (text for _quote, text in TAG.findall(source))
        for block in BLOCK.findall(source):
            yield " ".join(re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", block).split())


def texts_of_code() -> Iterator[str]:
    """The texts marked in Python."""
    for path in [*PORTAL.rglob("*.py"), WORDS_OF_PIECES]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                yield from (word.value for word in node.args[: MARKS[node.func.id]] if isinstance(word, ast.Constant))


TEXTS = sorted({*texts_of_templates(), *texts_of_code()})


def catalogue() -> dict[str, str]:
    """What the written catalogue says, the fuzzy left out, singular and plural apart."""
    with WRITTEN.open("rb") as file:
        messages = [message for message in read_po(file) if message.id and not message.fuzzy]
    pairs = [zip(m.id, m.string, strict=True) if m.pluralizable else [(m.id, m.string)] for m in messages]
    return {french: english for pair in pairs for french, english in pair}


def without_header(messages: dict[object, str]) -> dict[object, str]:
    """A compiled catalogue without its header, which holds the hour of its making."""
    return {message: english for message, english in messages.items() if message}


def test_every_text_is_translated() -> None:
    """No text of a template or of the code lacks its English."""
    written = catalogue()
    missing = [text for text in TEXTS if not written.get(text)]

    assert missing == []


def test_no_translation_is_left_over() -> None:
    """The catalogue holds nothing that no page says any more."""
    left_over = sorted(set(catalogue()) - set(TEXTS))

    assert left_over == []


def test_gaps_are_kept() -> None:
    """An English text fills the same gaps as the French one."""
    wrong = [french for french, english in catalogue().items() if set(GAP.findall(french)) != set(GAP.findall(english))]

    assert wrong == []


def test_compiled_catalogue_is_up_to_date() -> None:
    """Compiling the written catalogue again gives the committed file."""
    with WRITTEN.open("rb") as file:
        compiled = io.BytesIO()
        write_mo(compiled, read_po(file, locale="en"))
    compiled.seek(0)
    again, committed = GNUTranslations(compiled)._catalog, GNUTranslations(io.BytesIO(COMPILED.read_bytes()))._catalog

    assert without_header(committed) == without_header(again)


@pytest.mark.parametrize("text", TEXTS)
def test_french_is_said_as_written(text: str) -> None:
    """No French text is taken for a text of Django's own and translated again."""
    with translation.override("fr"):
        said = gettext(text)

    assert said == text
