"""The English sentences of a difference between a relevé and the law, with their gaps (``differences.GAPS``)."""

from mespoints.law.explain.differences import Wording

UNEXPLAINED = "and no movement explains this"

WORDING = Wording(
    sentences={
        "not_shown": "On {on}, the law {law_does} ({articles}); the relevé does not show {them}: {sums}.",
        "not_shown_lost": (
            "On {on}, the annulment of the licence sets the balance to zero ({articles}); "
            "the relevé does not show it: {sums}."
        ),
        "not_shown_obtained": (
            "On {on}, a new licence begins with {law_balance} ({articles}); the relevé does not show it: {sums}."
        ),
        "not_given": "On {on}, the relevé {shown_does}; on that day the law does not ({articles}): {sums}.",
        "other_day": (
            "On {on}, the law {law_does} ({articles}); the relevé shows {them} only on {shown_on}: until then {sums}."
        ),
        "other_day_early": (
            "On {on}, the relevé {shown_does}; the law does so only on {law_on} ({articles}): until then {sums}."
        ),
        "other_points": "On {on}, the law {law_does} ({articles}), the relevé {shown_count}: {sums}.",
        "other_day_and_points": (
            "On {on}, the law {law_does} ({articles}); the relevé {shown_does_of_them}, on {shown_on}: "
            "until then {sums}."
        ),
        "other_day_and_points_early": (
            "On {on}, the relevé {shown_does}; the law {law_does_of_them}, on {law_on} ({articles}): until then {sums}."
        ),
        "other_balance": "On {on}, the law and the relevé {both_do} ({articles}), but {releve_sums}.",
        "other_balance_alone": f"On {{on}}, {{releve_sums}} ({{articles}}), {UNEXPLAINED}.",
        "other_final_balance": f"On {{on}}, the day of the relevé, {{sums}} ({{articles}}), {UNEXPLAINED}.",
    },
    sums={
        "some": "{subject} shows {shown}, the law gives {law}",
        "none": "{subject} shows {shown}, the law leaves none",
        "same": "yet the balance is the same, {shown}",
    },
    verbs={
        "takes": ("withdraws", "withdraw"),
        "gives": ("gives", "give"),
        "adds": ("adds", "add"),
        "gives_back": ("gives back", "give back"),
    },
    them=("it", "them"),
    subjects=("it", "the relevé"),
    none="none",
    some_of_them="{verb} {n}",
    none_of_them="{verb} none",
)
