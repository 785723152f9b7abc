"""The English sentences of the remedies against a letter, and of the way back to a licence."""

SENTENCES = {
    "letter_48si": "the letter 48SI notified on {notified}",
    "letter_48n": "the letter 48N notified on {notified}",
    "open": (
        "You can challenge {letter} before the administrative court up to and including {last}: "
        "two full months after {opening}"
    ),
    "waiting": (
        "Your appeal to the administration has stopped the time for challenging {letter} in court: "
        "without an answer, silence means refusal on {opening}, and you would then have up to and including {last}"
    ),
    "waiting_for_answer": (
        "Your appeal to the administration has stopped the time for challenging {letter} in court, "
        "until the administration answers expressly"
    ),
    "filed": "Your action against {letter} was brought before the administrative court in time",
    "over": (
        "The time for challenging {letter} before the administrative court ended on {last}: "
        "two full months after {opening}"
    ),
    "abroad": (
        "If you live abroad, you have two more months to go to court, and for that alone: up to and including {last}"
    ),
    "unknown": "The time for challenging {letter} is not given: the texts of that period were not read",
    "notification": "its notification",
    "rejection": "the refusal of your appeal, on {opening}",
    "invalidation_ask": "You can apply for a new licence from {ask}, and obtain it from {obtain}",
    "invalidation_ask_and_obtain": "You can apply for a new licence, and obtain it, from {ask}",
    "annulation_ask": "You can apply for a new licence from {ask}, once the ban set by the court is over",
    "medical_and_psychotechnical": "provided that a medical and psychotechnical examination finds you fit",
    "medical_psychotechnical_and_analyses": (
        "provided that a medical and psychotechnical examination, with the tests it asks for, finds you fit"
    ),
    "then": "; ",
    "theory_only": (
        "only the theory test is to be taken again if you apply by {until}, "
        "because you had held that licence for at least three years"
    ),
    "all_tests": "every test is to be taken again",
}
