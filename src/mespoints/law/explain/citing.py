"""The articles at the end of a sentence: those of the movement, each with its alinéa or paragraph."""

from mespoints.law import reasons
from mespoints.law.days import Day, day_of
from mespoints.law.explain.language import Language

CODE_OF_2001 = day_of(2001, 6, 1)
NUMBERED_AS_TODAY_FROM = {
    "L223-1": day_of(2003, 6, 13),
    "L223-5": day_of(2003, 6, 13),
    "L223-6": day_of(2011, 1, 1),
    "R223-1": day_of(2004, 3, 1),
    "R223-3": day_of(2008, 1, 1),
    "R223-8": day_of(2004, 3, 1),
}
"""Before these days the same rule stood in another alinéa or paragraph: the article alone is cited."""

Detail = int | str
"""The number of an alinéa, or the name of a paragraph."""

DETAILS: dict[int, dict[str, Detail]] = {
    reasons.OBTAINED_WITH_6: {"R223-1": "II"},
    reasons.OBTAINED_WITH_12: {"R223-1": "I"},
    reasons.STEP_CLEAN: {"L223-1": 2},
    reasons.STEP_REFUSED: {"L223-1": 2},
    reasons.PROBATION_CLEAN: {"R223-1": "IV"},
    reasons.PROBATION_CLEAN_REDUCED: {"R223-1": "II"},
    reasons.PROBATION_CLEAN_BY_AAC: {"R223-1": "V"},
    reasons.PROBATION_NOT_CLEAN: {"R223-1": "IV"},
    reasons.TAKEN: {"L223-1": 4},
    reasons.TAKEN_WITHIN_LIMIT: {"L223-1": 4},
    reasons.NO_POINTS_IN_BAREME: {"L223-1": 1},
    reasons.NOT_HELD_WHEN_COMMITTED: {"L223-1": 1},
    reasons.ONE_POINT_BACK: {"L223-6": 3},
    reasons.ONE_POINT_INTERRUPTED: {"L223-6": 3},
    reasons.ONE_POINT_AT_CEILING: {"L223-6": 3},
    reasons.FULL_BACK: {"L223-6": 1},
    reasons.FULL_BACK_GRAVE: {"L223-6": 2},
    reasons.TEN_YEARS_BACK: {"L223-6": 5},
    reasons.STAGE_BACK: {"L223-6": 4, "R223-8": "II"},
    reasons.STAGE_WITHOUT_POINTS: {"R223-8": "II"},
    reasons.STAGE_TOO_SOON: {"L223-6": 4},
    reasons.STAGE_AT_CEILING: {"R223-8": "II"},
    reasons.LOST_BY_48SI: {"L223-5": "I", "R223-3": "III"},
    reasons.LETTER_48SI_VOID: {"L223-5": "I"},
    reasons.LETTER_48SI_OVERTAKEN: {"L223-5": "I"},
    reasons.LETTER_48SI_FOREIGN: {"L223-10": "II"},
    reasons.LETTER_48SI_SUSPENDED: {"L223-5": "I"},
    reasons.LETTER_48SI_SUSPENSION_OVER: {"L223-5": "I"},
    reasons.LETTER_48SI_ANNULLED: {"L223-5": "I"},
    reasons.LETTER_48SI_ANNULLED_NEW_LICENCE: {"L223-5": "I"},
    reasons.LETTER_48SI_NOT_IN_FORCE: {"L223-5": "I"},
    reasons.OBTAINED_BY_FOREIGN_HOLDER: {"L223-10": "I"},
    reasons.BANNED: {"L223-10": "II"},
    reasons.BAN_WITHOUT_EFFECT: {"L223-10": "II"},
    reasons.POINTS_AFTER_BAN: {"L223-10": "II"},
    reasons.FRENCH_LICENCE_IN_PROBATION: {"L223-1": 2},
}

DETAILS_OF_DUTY: dict[str, dict[str, Detail]] = {
    "mandatory_stage": {"R223-4": "I"},
    "restitution": {"L223-5": "I", "R223-3": "III"},
    "new_licence": {"L223-5": "II"},
}


def cite(articles: tuple[str, ...], details: dict[str, Detail], on: Day, language: Language) -> str:
    """« art. L. 223-6, al. 4, et R. 223-8, II », numbered as on a day; the former code before June 2001."""
    if on < CODE_OF_2001:
        return language.words["former_code"]
    cited = [cite_one(article, details.get(article), on, language) for article in articles]
    rest = [words.removeprefix("art. ") for words in cited[1:]]
    if not rest:
        return cited[0]
    before = ", ".join([cited[0], *rest[:-1]])
    comma = "," if "," in before else ""
    return f"{before}{comma} {language.words['and']} {rest[-1]}"


def cite_one(article: str, detail: Detail | None, on: Day, language: Language) -> str:
    """One article, with its alinéa or paragraph when they were numbered as today."""
    words = language.article_words(article)
    if detail is None or on < NUMBERED_AS_TODAY_FROM.get(article, CODE_OF_2001):
        return words
    return f"{words}, {language.words['alinea'].format(n=detail) if isinstance(detail, int) else detail}"
