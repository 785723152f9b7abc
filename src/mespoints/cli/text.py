"""A statement, or a forecast, as lines of text: the answer, what to do, what comes, why."""

from mespoints.cli.labels import LABELS
from mespoints.cli.terminal import Page
from mespoints.law.acts import Dossier, Offence
from mespoints.law.articles import ARTICLES_OF_REMEDY
from mespoints.law.days import Day
from mespoints.law.explain import (
    article_words,
    because,
    because_deadline,
    cause_words,
    day_words,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    long_day,
    points_words,
    stage_advice,
    status_words,
    upcoming,
)
from mespoints.law.explain.afterwards import because_remedy, because_way_back
from mespoints.law.explain.labels import label_of
from mespoints.law.results import Movement, Statement

MINUS = "\N{MINUS SIGN}"
POINT, NO_POINT = "\N{BLACK SQUARE}", "\N{WHITE SQUARE}"
INDENT = "  "
DAY_WIDTH, POINTS_WIDTH, BALANCE_WIDTH = 18, 6, 7
REASON_AT = len(INDENT) + DAY_WIDTH + POINTS_WIDTH + BALANCE_WIDTH + 2

LOST = ("invalidated", "annulled", "banned")

Lines = list[str]


def statement_text(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """The whole statement, in the order in which a worried person reads it."""
    return [
        *answer(dossier, statement, page, "heading"),
        *duties(dossier, statement, page),
        *coming(dossier, statement, page),
        *stage(statement, page),
        *afterwards(dossier, statement, page),
        *movements(dossier, statement, page),
        *pending(dossier, statement, page),
        *sources(statement, page),
    ]


def forecast_text(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """What comes next and nothing of what came before."""
    return [
        *answer(dossier, statement, page, "forecast_heading"),
        *duties(dossier, statement, page),
        *coming(dossier, statement, page),
        *twelve(statement, page),
        *stage(statement, page),
        *pending(dossier, statement, page),
    ]


def label(page: Page, name: str, **words: str) -> str:
    """One of the words around the statement."""
    return LABELS[page.language][name].format(**words)


def section(page: Page, name: str) -> Lines:
    """A blank line and the heading of a section."""
    return ["", page.styled(label(page, name), "strong")]


def answer(dossier: Dossier, statement: Statement, page: Page, heading: str) -> Lines:
    """The balance, the status, the day it is true for, the licence."""
    figure = label(
        page, "balance", points=points_words(statement.balance, page.language), ceiling=str(statement.ceiling)
    )
    status_style = "strong" if statement.status == "valid" else "warning"
    lines = [
        page.styled(label(page, heading, day=long_day(statement.on, page.language)), "strong"),
        "",
        f"{INDENT}{page.styled(figure, 'accent')}{marks(statement, page)}",
        *[
            page.styled(line, status_style)
            for line in page.wrapped(status_words(statement, dossier, page.language), INDENT)
        ],
        *page.wrapped(licence_words(dossier, statement, page), INDENT),
    ]
    if statement.status in LOST:
        lines += page.wrapped(label(page, "lost"), INDENT)
    if statement.probation_ends_on is not None:
        lines += page.wrapped(label(page, "probation", day=day_of(statement.probation_ends_on, page)), INDENT)
    if statement.reading == "strict":
        lines += page.wrapped(label(page, "strict"), INDENT)
    return lines


def marks(statement: Statement, page: Page) -> str:
    """One mark a point held, one a point missing."""
    if page.is_plain:
        return ""
    missing = max(0, statement.ceiling - statement.balance)
    return "   " + page.styled(POINT * statement.balance, "accent") + page.styled(NO_POINT * missing, "quiet")


def licence_words(dossier: Dossier, statement: Statement, page: Page) -> str:
    """When the licence held was obtained, and the number of its file."""
    obtained = label(page, "obtained", day=day_of(statement.obtained_on, page))
    neph = dossier.licence.neph
    return obtained if neph is None else f"{obtained}, {label(page, 'file', neph=neph)}"


def day_of(day: Day, page: Page) -> str:
    """A day in words."""
    return day_words(day, page.language)


def duties(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """What must be done, what happens otherwise, and why; nothing when there is nothing."""
    if not statement.deadlines:
        return []
    lines = section(page, "to_do")
    for deadline in statement.deadlines:
        lines.append(INDENT + page.styled(deadline_title(deadline, page.language), "warning"))
        paragraphs = [deadline_to_do(deadline, page.language)]
        if deadline.duty != "new_licence" and deadline.on < statement.on:
            paragraphs.append(label(page, "overdue", day=long_day(deadline.on, page.language)))
        paragraphs.append(deadline_otherwise(deadline, dossier, page.language))
        for paragraph in paragraphs:
            lines += page.wrapped(paragraph, INDENT * 2)
        lines += quiet(because_deadline(deadline, dossier, page.language), INDENT * 2, page)
    return lines


def quiet(text: str, indent: str, page: Page) -> Lines:
    """A paragraph that explains, in a quiet style."""
    return [indent + page.styled(line[len(indent) :], "quiet") for line in page.wrapped(text, indent)]


def coming(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """Every coming movement, with its condition and its reason."""
    lines = section(page, "coming")
    if not statement.next:
        return lines + page.wrapped(label(page, "nothing_coming"), INDENT)
    for movement in statement.next:
        lines += row(movement, cause_words(movement, dossier, page.language), page)
        lines += quiet(upcoming(movement, dossier, statement, page.language), " " * REASON_AT, page)
    return lines


def twelve(statement: Statement, page: Page) -> Lines:
    """The first day of twelve points."""
    on = next((movement.on for movement in statement.next if movement.signed_balance == 12), None)
    return [] if on is None else ["", *page.wrapped(label(page, "twelve", day=long_day(on, page.language)), INDENT)]


def stage(statement: Statement, page: Page) -> Lines:
    """Whether a stage is worth it."""
    return [*section(page, "stage"), *page.wrapped(stage_advice(statement, page.language), INDENT)]


def afterwards(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """How to challenge a letter, and the way back to a licence; nothing for those whom neither concerns."""
    lines: Lines = []
    if statement.remedies:
        lines += section(page, "remedies")
        for remedy in statement.remedies:
            lines += page.wrapped(because_remedy(remedy, dossier, page.language), INDENT)
    if statement.way_back is not None:
        lines += section(page, "way_back") + page.wrapped(because_way_back(statement.way_back, page.language), INDENT)
    return lines


def movements(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """Every movement, the newest first, each with its reason."""
    day, points, balance, reason = label(page, "columns").split("|")
    heading = f"{INDENT}{day:<{DAY_WIDTH}}{points:>{POINTS_WIDTH}}{balance:>{BALANCE_WIDTH}}  {reason}"
    lines = [*section(page, "movements"), page.styled(heading, "quiet")]
    for movement in reversed(statement.movements):
        lines += row(movement, headed(movement, dossier, page), page)
        lines += quiet(because(movement, dossier, page.language), " " * REASON_AT, page)
    return lines


def headed(movement: Movement, dossier: Dossier, page: Page) -> str:
    """What happened in a few words, and the letter that says so."""
    heading = cause_words(movement, dossier, page.language)
    if movement.letter is None:
        return heading
    letter = movement.letter if movement.letter in ("rectificatif", "interdiction") else "letter"
    return f"{heading}, {label(page, letter, letter=movement.letter)}"


def row(movement: Movement, heading: str, page: Page) -> Lines:
    """The day, the points, the balance, the heading: one line, or more when the heading is long."""
    first, *rest = page.wrapped(heading, " " * REASON_AT)
    figures = f"{day_of(movement.on, page):<{DAY_WIDTH}}{signed(movement.points, page):>{POINTS_WIDTH}}"
    start = f"{INDENT}{figures}{movement.balance:>{BALANCE_WIDTH}}  "
    return [start + first[REASON_AT:], *rest]


def signed(points: int, page: Page) -> str:
    """« +1 », « −3 », « 0 »."""
    if points >= 0:
        return f"+{points}" if points else "0"
    return f"{'-' if page.is_plain else MINUS}{-points}"


def pending(dossier: Dossier, statement: Statement, page: Page) -> Lines:
    """The offences known and not withdrawn; nothing when there is none."""
    if not statement.pending:
        return []
    offences = {act.id: act for act in dossier.acts if isinstance(act, Offence)}
    lines = [*section(page, "pending"), *page.wrapped(label(page, "pending_known"), INDENT)]
    for one in statement.pending:
        offence = offences[one.act]
        waits = label(page, f"waits_{one.waits_for}", day=day_of(offence.committed_on, page))
        named = label_of(offence, page.language)
        lines += page.wrapped(f"{signed(one.points, page)}  {waits}{f' ({named})' if named else ''}", INDENT)
    return lines


def sources(statement: Statement, page: Page) -> Lines:
    """The articles on which the statement rests, and what it does not say."""
    articles = {article for movement in (*statement.movements, *statement.next) for article in movement.articles}
    articles |= {article for deadline in statement.deadlines for article in deadline.articles}
    articles |= {article for remedy in statement.remedies for article in ARTICLES_OF_REMEDY[remedy.state]}
    code = sorted((article for article in articles if " " not in article), key=article_order)
    others = [article_words(article) for article in sorted(articles) if " " in article]
    lines = section(page, "sources")
    for text in (
        label(page, "code", articles=", ".join(article_words(article).removeprefix("art. ") for article in code)),
        *[f"{other[0].upper()}{other[1:]}." for other in others],
        *[label(page, f"notice_{one}") for one in ("file", "right", "use")],
    ):
        lines += quiet(text, INDENT, page)
    return lines


def article_order(article: str) -> list[tuple[int, str]]:
    """The order of the code: the legislative part first, then by number."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in f"{article[:1]}-{article[1:]}".split("-")]
