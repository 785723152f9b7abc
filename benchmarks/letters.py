"""A letter 48 composed by Typst, against the same letter by WeasyPrint when it is there: tagged against tagged."""

import io
import itertools
import json
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

from benchmarks.measure import arguments, keep, show, spin, take_turns
from mespoints.demo.letters import sample_letters
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Letter
from mespoints.letters.wording import fields_of

PAGE = Path(__file__).parent / "letter_48.html"
BY_TYPST = 20
"""Letters composed at one turn, so that both sides take a time that can be compared."""
BY_WEASYPRINT = 2
REFERENCES = itertools.count(1)


def numbered(letter: Letter) -> Letter:
    """The letter under another reference: no two that are composed are the same."""
    return letter._replace(head=letter.head._replace(reference=f"2025-{next(REFERENCES):06d}"))


def html_of(letter: Letter) -> str:
    """The same letter as a page."""
    fields = json.loads(fields_of(letter))
    head, offence = fields["head"], fields["offence"]
    return PAGE.read_text(encoding="utf-8").format(
        **offence, balance=fields["balance"], form=fields["form"], reference=head["reference"],
        written_on=head["written_on"], neph=head["recipient"]["neph"], sender=head["sender"]["name"],
        sender_address="<br>".join(head["sender"]["address"]), place_of_writing=head["sender"]["place"],
        signatory="<br>".join(head["sender"]["signatory"]), window="<br>".join(head["recipient"]["block"]["lines"]),
        **head["recipient"]["authorities"],
    )  # fmt: skip


def by_weasyprint(letter: Letter) -> Callable[[], bytes] | None:
    """Composing with WeasyPrint, or None when it is not installed, or finds no Pango on the system."""
    try:
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError):
        return None
    fonts = FontConfiguration()

    def compose() -> bytes:
        pdf = HTML(string=html_of(numbered(letter))).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)
        assert isinstance(pdf, bytes)
        return pdf

    return compose


def describe(name: str, pdf: bytes) -> str:
    """What a side wrote, so that it can be seen to be the same letter."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    words = sum(len(page.extract_text().split()) for page in pages)
    return f"{name} {len(pages)} pages, {words} words, {len(pdf) / 1000:.0f} kB"


def main() -> None:
    """Both sides and a spin loop, in turns."""
    options = arguments(__doc__ or "", rounds=7)
    letter, composer = dict(sample_letters())["48"], Composer()
    weasyprint = by_weasyprint(letter)
    sides: dict[str, Callable[[], object]] = {
        "spin loop": spin,
        "Typst": lambda: [composer.compose(numbered(letter)) for _ in range(BY_TYPST)],
    }
    seen = [describe("Typst", composer.compose(letter))]
    if weasyprint is not None:
        sides["WeasyPrint"] = lambda: [weasyprint() for _ in range(BY_WEASYPRINT)]
        seen.append(describe("WeasyPrint", weasyprint()))
    timings = take_turns(sides, options.rounds)
    each = {
        name: (timings[name].median / count, timings[name].least / count)
        for name, count in (("Typst", BY_TYPST), ("WeasyPrint", BY_WEASYPRINT), ("spin loop", 1))
        if name in timings
    }
    rows = [(name, f"{middle * 1000:.2f}", f"{least * 1000:.2f}") for name, (middle, least) in each.items()]
    figures: dict[str, object] = {"milliseconds": {name: middle * 1000 for name, (middle, _) in each.items()}}
    if weasyprint is None:
        rows.append(("WeasyPrint is not installed", "", ""))
    else:
        ratios = [each["WeasyPrint"][place] / each["Typst"][place] for place in (0, 1)]
        rows.append(("ratio", f"{ratios[0]:.1f}", f"{ratios[1]:.1f}"))
        figures["ratio"] = ratios[0]
    speeds = [1 / seconds for seconds in each["Typst"]]
    rows.append(("Typst, letters a second", f"{speeds[0]:,.0f}", f"{speeds[1]:,.0f}"))
    show(f"A letter 48, one core ({'; '.join(seen)})", ("what", "median ms", "least ms"), rows)
    keep("letters", figures, write=options.write)


if __name__ == "__main__":
    main()
