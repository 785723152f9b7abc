"""``mespoints nation reform``: a reform tried on a country, in figures and in a picture."""

import json
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from mespoints.cli.dossiers import day_asked
from mespoints.cli.nation import cores_of, engine_of
from mespoints.cli.nation_acts import acts_asked, file_asked, is_strict
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress, spaced
from mespoints.cli.service import fail
from mespoints.cli.terminal import NO_BREAK, Page, print_pages

if TYPE_CHECKING:
    from mespoints.law.days import Day
    from mespoints.national.comparing import Compared
    from mespoints.national.reform_file import Reform

MISSING = {
    "fr": "nation reform : il faut --acts, un fichier acts/1, ou bien --register",
    "en": "nation reform: either --acts, a file of acts/1, or --register is needed",
}
NAMES = {
    "offences": ("infractions qui coûtent des points", "offences that take points"),
    "points": ("points retirés", "points withdrawn"),
    "points_of_one": ("infractions à 1 point", "offences of 1 point"),
    "points_of_six": ("points des infractions à 6 points", "points of offences of 6 points"),
    "single_points": ("retours d'un point", "returns of one point"),
    "full_restorations": ("retours de tous les points", "returns of all the points"),
    "ten_years": ("retours après dix ans", "returns after ten years"),
    "stages": ("stages qui rendent des points", "stages that give points"),
    "falls": ("permis tombés à zéro", "licences fallen to zero"),
    "invalidations": ("48SI qui prennent un permis", "48SI that take a licence"),
    "letters": ("lettres", "letters"),
}
WORDS = {
    "fr": {
        "licences": "Permis : {}. Au {} : {} gagnent ({} points), {} perdent ({} points), les autres ne changent pas.",
        "losses": "Permis perdus à ce jour : {} sans la réforme, {} avec.",
        "counts": "Nombres de ces permis, par an, sans la réforme et avec elle :",
        "header": ("année", "mesure", "sans", "avec", "écart"),
        "published": "Publié : {}, {} comparé à {}, {} ; simulé : {} avec la réforme comparé à {} sans elle, {}. "
        "Source : {}.",
        "facts": "Les faits sont les mêmes des deux côtés ; ce que chacun aurait fait autrement n'est pas deviné.",
        "sides": ("sans la réforme", "avec la réforme"), "unit": "{} par an, pour mille permis",
    },
    "en": {
        "licences": "Licences: {}. On {}: {} gain ({} points), {} lose ({} points), the others do not change.",
        "losses": "Licences lost on that day: {} without the reform, {} with it.",
        "counts": "Numbers of these licences, a year, without the reform and with it:",
        "header": ("year", "measure", "without", "with", "change"),
        "published": "Published: {}, {} against {}, {}; simulated: {} with the reform against {} without it, {}. "
        "Source: {}.",
        "facts": "The facts are the same on both sides; what people would have done otherwise is not guessed.",
        "sides": ("without the reform", "with the reform"), "unit": "{} a year, for a thousand licences",
    },
}  # fmt: skip
YEARS_TOLD = 3
PICTURE_MODE = 0o666
"""Less the mask of whoever runs the command: a picture tells of nobody."""


def reform(given: Given) -> int:
    """Compare both laws, tell, and draw when a file is named for the picture."""
    from mespoints.law.days import NEVER, iso
    from mespoints.national.comparing import compare
    from mespoints.national.reform_file import ReformRefused, read_reform
    from mespoints.national.reforming import reformed_law
    from mespoints.national.writing import whole

    if ("--acts" in given.options) == ("--register" in given.options):
        raise UsageRefused(MISSING[given.language])
    on, cores = day_asked(given), cores_of(given)
    try:
        tried = read_reform(given.positional)
    except ReformRefused as refusal:
        return fail(given, f"{given.positional} : {refusal}")
    before, after = (engine_of(given, reformed_law(side.rules)) for side in (tried.before, tried.after))
    acts = acts_asked(given, given.options.get("--acts", ""), on, NEVER, cores)
    picture = file_asked(given, "--picture")
    # the picture has its file before the country is replayed: one that cannot be written is told at once
    with whole(picture, PICTURE_MODE) if picture else nullcontext() as drawing, Progress() as progress:
        found = compare(
            acts.batches, tried, on, (before, after), strict=is_strict(given), cores=cores,
            tell=lambda so_far: progress.show_at_rate(so_far.licences, 0, 0),
        )  # fmt: skip
        if picture and drawing:
            drawing.write_bytes(drawing_of(tried, found, given.language, is_png=picture.suffix == ".png"))
    if "--json" in given.options:
        sys.stdout.write(json.dumps(document_of(tried, found, iso(on)), ensure_ascii=False) + "\n")
        return 0
    print_pages(lambda page: told(page, tried, found, on), given.language)
    return 0


def drawing_of(tried: "Reform", found: "Compared", language: str, *, is_png: bool) -> bytes:
    """The picture: as PNG, or else as SVG."""
    from mespoints.national.picture import Line, png, svg

    words, at = WORDS[language], 1 if language == "en" else 0
    place = most_changed(found)
    per_thousand = 1000 / max(found.licences, 1)
    lines = [
        Line(name, tuple(years.counted[:, place] * per_thousand))
        for name, years in zip(words["sides"], (found.before, found.after), strict=True)
    ]
    unit = str(words["unit"]).format(measures()[place][at])
    mark = "." if language == "en" else ","
    drawing = svg(tried.title[language], unit, found.before.first, (lines[0], lines[1]), mark)
    return png(drawing) if is_png else drawing.encode()


def measures() -> list[tuple[str, str]]:
    """What is counted, by its place, in both languages."""
    from mespoints.national.years import MEASURES

    return [NAMES[name] for name in MEASURES]


def most_changed(found: "Compared") -> int:
    """The measure that the picture shows: the points withdrawn; when no year has others, what changes most."""
    from mespoints.national.years import MEASURES

    changes = abs(found.after.counted - found.before.counted).sum(axis=0)
    points = MEASURES.index("points")
    return points if changes[points] or not changes.any() else int(changes.argmax())


def years_told(found: "Compared") -> list[tuple[int, str, int, int]]:
    """Year, measure, before and after, for all the years."""
    rows = []
    for year in range(found.before.first, found.before.first + len(found.before.counted)):
        before, after = found.before.of(year), found.after.of(year)
        rows += [(year, name, before[name], after[name]) for name in before]
        letters = [int(side.letters[year - side.first, 1:].sum()) for side in (found.before, found.after)]
        rows.append((year, "letters", letters[0], letters[1]))
    return rows


def told(page: Page, tried: "Reform", found: "Compared", on: "Day") -> list[str]:
    """The report in words: the balances of the day, then the last years, then what was published."""
    from mespoints.law.explain import day_words

    words, at = WORDS[page.language], 1 if page.language == "en" else 0
    numbers = [spaced(number) for number in found[:5]]
    lines = page.wrapped(tried.title[page.language])
    licences, gain, lose, gained, lost = numbers
    balances = str(words["licences"]).format(licences, day_words(on, page.language), gain, gained, lose, lost)
    lines += ["", *page.wrapped(balances)]
    lines += page.wrapped(str(words["losses"]).format(*map(spaced, found.losses)))
    lines += ["", *page.wrapped(str(words["counts"])), ""]
    last = found.before.first + len(found.before.counted) - 1
    shown = [row for row in years_told(found) if row[0] > last - YEARS_TOLD]
    table = [words["header"], *((str(y), NAMES[n][at], spaced(b), spaced(a), signed(a - b)) for y, n, b, a in shown)]
    widths = [max(len(row[column]) for row in table) for column in range(5)]
    for row in table:
        cells = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        lines.append("  ".join([row[0].ljust(widths[0]), row[1].ljust(widths[1]), *cells]))
    for measure, year, published, simulated, source in outcomes(tried, found):
        shares = [share(value, page.language) for value in (published, simulated)]
        sentence = str(words["published"]).format(
            NAMES[measure][at], year, year - 1, shares[0], year, year, shares[1], source[page.language]
        )
        lines += ["", *page.wrapped(sentence)]
    return [*lines, "", *page.wrapped(str(words["facts"]))]


def signed(change: int) -> str:
    """A change with its sign, by thousands; a bare 0 for none."""
    return f"{'+' if change > 0 else '-' if change < 0 else ''}{spaced(abs(change))}"


def share(value: float, language: str) -> str:
    """A change as a share: « -48 % », "-48%"."""
    return f"{100 * value:+.0f}{'' if language == 'en' else NO_BREAK}%"


def outcomes(tried: "Reform", found: "Compared") -> list[tuple[str, int, float, float, dict[str, str]]]:
    """What was published of a measure, beside what the replay gives."""
    rows = []
    for one in tried.published:
        before, after = found.before.of(one.year)[one.measure], found.after.of(one.year)[one.measure]
        rows.append((one.measure, one.year, one.change, after / max(before, 1) - 1, one.source))
    return rows


def document_of(tried: "Reform", found: "Compared", on: str) -> dict[str, Any]:
    """The report as ``reform-outcome/1``."""
    years = [
        {"year": year, "measure": name, "before": before, "after": after}
        for year, name, before, after in years_told(found)
    ]
    published = [
        {"measure": measure, "year": year, "published": change, "simulated": round(simulated, 4), "source": source}
        for measure, year, change, simulated, source in outcomes(tried, found)
    ]
    return {
        "format": "reform-outcome/1", "title": tried.title, "on": on, "licences": found.licences, "gain": found.gain,
        "lose": found.lose, "points_gained": found.gained, "points_lost": found.lost,
        "licences_lost": {"before": found.losses[0], "after": found.losses[1]}, "years": years, "published": published,
    }  # fmt: skip
