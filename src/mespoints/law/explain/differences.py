"""A difference between a relevé and the law in one sentence, with the articles and both sums."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.check import Difference
from mespoints.law.explain.citing import Detail, cite
from mespoints.law.explain.ground import ground_of
from mespoints.law.explain.language import Language, language_of
from mespoints.law.explain.movements import because, details_of, version_day

DETAILS_NOT_GIVEN: dict[str, Detail] = {"L223-1": 4}
"""The alinéa of a ground that is no movement: points are taken once the offence is established, and not before."""

MINUS = "\N{MINUS SIGN}"

VERBS = {
    "obtained": "gives",
    "carried_over": "gives",
    "probation_step": "adds",
    "probation_end": "adds",
}
"""What a movement of more points does, by its cause; the others give points back."""


class Wording(NamedTuple):
    """What a language says of a difference: its sentences, its clauses on both sums, its verbs and its small words.

    ``verbs``: of one, and of two. ``them``: of one point, of several.
    """

    sentences: dict[str, str]
    sums: dict[str, str]
    verbs: dict[str, tuple[str, str]]
    them: tuple[str, str]
    subjects: tuple[str, str]
    none: str
    some_of_them: str
    none_of_them: str


@cache
def wording_of(language: str) -> Wording:
    """The tables of a language; only those of the one asked for are imported."""
    if language == "en":
        from mespoints.law.explain.english_differences import WORDING as IN_ENGLISH

        return IN_ENGLISH
    from mespoints.law.explain.french_differences import WORDING as IN_FRENCH

    return IN_FRENCH


def difference_words(difference: Difference, dossier: Dossier, language: str = "fr") -> str:
    """One sentence: what the law gives, with its articles, what the relevé shows, both sums."""
    gaps = DifferenceGaps(difference, dossier, language)
    return gaps.language.typeset(gaps.wording.sentences[sentence_key(difference)].format_map(gaps))


def difference_because(difference: Difference, dossier: Dossier, language: str = "fr") -> str | None:
    """The sentence of the movement of the law, or of its absence; ``None`` when the law has neither."""
    return None if difference.law is None else because(difference.law, dossier, language)


def sentence_key(difference: Difference) -> str:
    """The key of the sentence: a licence lost or new, a day too early, a balance alone have their own."""
    kind, law, shown = difference.kind, difference.law, difference.shown
    if kind == "not_shown" and law is not None and law.act is not None and law.cause in ("lost", "obtained"):
        return f"not_shown_{law.cause}"
    if kind.startswith("other_day") and shown is not None and shown.on == difference.on:
        return f"{kind}_early"
    if kind == "other_balance" and (law is None or law.on != difference.on):
        return "other_balance_alone"
    return kind


class DifferenceGaps:
    """What ``str.format_map`` asks for the gaps of the sentence of a difference."""

    def __init__(self, difference: Difference, dossier: Dossier, language: str) -> None:
        """The points are those of the law where it gives any, those of the relevé otherwise."""
        self.difference = difference
        self.dossier = dossier
        self.language: Language = language_of(language)
        self.wording = wording_of(language)
        self.law_points = 0 if difference.law is None else difference.law.points
        self.shown_points = 0 if difference.shown is None else difference.shown.points
        self.points = self.law_points or self.shown_points

    def __getitem__(self, gap: str) -> str:
        """The words of one gap."""
        return GAPS[gap](self)

    def verb(self, how_many: int = 0) -> str:
        """« retire », « rend »; for two, « retirent », « rendent »."""
        if self.points < 0:
            return self.wording.verbs["takes"][how_many]
        law = self.difference.law
        return self.wording.verbs["adds" if law is None else VERBS.get(law.cause, "gives_back")][how_many]

    def does(self, points: int) -> str:
        """« retire 4 points »."""
        return f"{self.verb()} {self.language.points_words(abs(points))}"

    def does_of_them(self, points: int) -> str:
        """« en retire 3 », « n'en retire aucun »."""
        wording = self.wording
        return (wording.some_of_them if points else wording.none_of_them).format(verb=self.verb(), n=abs(points))

    def sums(self, subject: int) -> str:
        """« il affiche 8 points, la loi en donne 12 »."""
        law, shown = self.difference.law_balance, self.difference.shown_balance
        key = "same" if law == shown else "some" if law else "none"
        shown_balance = self.language.points_words(shown)
        return self.wording.sums[key].format(subject=self.wording.subjects[subject], shown=shown_balance, law=law)


def articles_words(gaps: DifferenceGaps) -> str:
    """The articles of the movement of the law as its own sentence cites them, or those of the ground that is left."""
    difference = gaps.difference
    if difference.law is None:
        details = DETAILS_NOT_GIVEN if difference.kind == "not_given" else {}
        return cite(difference.articles, details, difference.on, gaps.language)
    ground = ground_of(difference.law, gaps.dossier)
    return cite(difference.articles, details_of(ground), version_day(ground), gaps.language)


def day_of_law(gaps: DifferenceGaps) -> str:
    """The day of the movement of the law."""
    assert gaps.difference.law is not None
    return gaps.language.day_words(gaps.difference.law.on)


def day_shown(gaps: DifferenceGaps) -> str:
    """The day that the relevé shows."""
    assert gaps.difference.shown is not None
    return gaps.language.day_words(gaps.difference.shown.on)


def shown_count(gaps: DifferenceGaps) -> str:
    """« 3 », « aucun »; with its sign where the relevé takes what the law gives, or gives what it takes."""
    if gaps.shown_points == 0:
        return gaps.wording.none
    is_opposite = gaps.shown_points * gaps.points < 0
    return f"{gaps.shown_points:+d}".replace("-", MINUS) if is_opposite else str(abs(gaps.shown_points))


GAPS: dict[str, Callable[[DifferenceGaps], str]] = {
    "on": lambda gaps: gaps.language.day_words(gaps.difference.on),
    "law_on": day_of_law,
    "shown_on": day_shown,
    "articles": articles_words,
    "verb": lambda gaps: gaps.verb(),
    "both_do": lambda gaps: f"{gaps.verb(1)} {gaps.language.points_words(abs(gaps.points))}",
    "law_does": lambda gaps: gaps.does(gaps.law_points),
    "shown_does": lambda gaps: gaps.does(gaps.shown_points),
    "law_does_of_them": lambda gaps: gaps.does_of_them(gaps.law_points),
    "shown_does_of_them": lambda gaps: gaps.does_of_them(gaps.shown_points),
    "shown_count": shown_count,
    "them": lambda gaps: gaps.wording.them[gaps.language.is_plural(gaps.points)],
    "law_balance": lambda gaps: gaps.language.points_words(gaps.difference.law_balance),
    "sums": lambda gaps: gaps.sums(0),
    "releve_sums": lambda gaps: gaps.sums(1),
}
