"""The articles that each movement and each duty rests on, read against the code de la route."""

from mespoints.law.articles import ARTICLES_OF_DUTY, ARTICLES_OF_REASON, ARTICLES_OF_REMEDY
from mespoints.law.reasons import REASON_NAMES

REASONS_OF_ARTICLES = {
    ("R223-1",): {
        "OBTAINED_WITH_6", "OBTAINED_WITH_12", "PROBATION_CLEAN", "PROBATION_NOT_CLEAN", "PROBATION_CLEAN_BY_AAC",
    },
    ("R223-1", "R223-4-1"): {"PROBATION_CLEAN_REDUCED"},
    ("L223-1",): {
        "STEP_CLEAN", "STEP_REFUSED", "TAKEN", "NO_POINTS_IN_BAREME", "NOT_HELD_WHEN_COMMITTED",
        "ANNULMENT_BACK", "ANNULMENT_HELD_AGAIN", "ANNULMENT_NO_CHANGE",
    },
    ("L223-1", "R223-2"): {"TAKEN_WITHIN_LIMIT"},
    ("R223-2",): {"LIMIT_REACHED"},
    ("L223-1", "CJA L521-1"): {
        "WITHDRAWAL_SUSPENDED", "WITHDRAWAL_SUSPENDED_HELD_AGAIN", "WITHDRAWAL_SUSPENDED_NO_CHANGE",
        "WITHDRAWAL_SUSPENSION_OVER", "WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE", "WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN",
    },
    ("L223-5",): {
        "CARRIED_OVER_ON_LOST_LICENCE", "LOST_BEFORE_DECISION", "STAGE_NOT_HELD",
        "LETTER_48SI_VOID", "LETTER_48SI_NOT_HELD", "LETTER_48SI_OVERTAKEN", "LETTER_48SI_ANNULLED",
        "LETTER_48SI_ANNULLED_NEW_LICENCE", "LETTER_48SI_NOT_IN_FORCE", "EXCHANGED", "EXCHANGE_REFUSED",
    },
    ("L223-5", "R223-3"): {"LOST_BY_48SI"},
    ("L223-5", "CJA L521-1"): {"LETTER_48SI_SUSPENDED", "LETTER_48SI_SUSPENSION_OVER"},
    ("L223-6",): {
        "ONE_POINT_BACK", "ONE_POINT_INTERRUPTED", "ONE_POINT_AT_CEILING", "FULL_BACK", "FULL_BACK_GRAVE",
        "FULL_BACK_BEFORE_2011", "TEN_YEARS_BACK", "STAGE_TOO_SOON",
    },
    ("L223-6", "R223-8"): {"STAGE_BACK"},
    ("R223-8",): {"STAGE_WITHOUT_POINTS", "STAGE_AT_CEILING"},
    ("L223-10",): {
        "LETTER_48SI_FOREIGN", "OBTAINED_BY_FOREIGN_HOLDER", "BANNED", "BAN_WITHOUT_EFFECT", "POINTS_AFTER_BAN",
    },
    ("L223-11",): {"CARRIED_OVER", "FRENCH_LICENCE_SAME_POINTS", "FRENCH_LICENCE_WITHOUT_EFFECT"},
    ("L223-11", "L223-1"): {"FRENCH_LICENCE_IN_PROBATION"},
    ("L224-12",): {"LOST_BY_JUDGE", "JUDGE_NOT_HELD"},
}  # fmt: skip


def test_every_reason_has_its_articles() -> None:
    """In the order in which a sentence cites them."""
    found: dict[tuple[str, ...], set[str]] = {}
    for reason, articles in ARTICLES_OF_REASON.items():
        found.setdefault(articles, set()).add(REASON_NAMES[reason])

    assert REASONS_OF_ARTICLES == found
    assert set(REASON_NAMES) == set(ARTICLES_OF_REASON)


def test_every_duty_and_every_remedy_has_its_articles() -> None:
    """The stage, the title, the new licence; the court, and the recours that stop its clock."""
    in_court = ("CJA R421-1",)

    assert {
        "mandatory_stage": ("R223-4",),
        "restitution": ("L223-5", "R223-3"),
        "new_licence": ("L223-5",),
    } == ARTICLES_OF_DUTY
    assert {
        "open": in_court,
        "filed": in_court,
        "over": in_court,
        "unknown": in_court,
        "waiting": ("CRPA L411-2", "CJA R421-2"),
    } == ARTICLES_OF_REMEDY
