"""The sentences that come after a letter or a loss: how to challenge the one, the way back from the other."""

from mespoints.law.acts import Dossier, Lettre48SI
from mespoints.law.articles import ARTICLES_OF_REMEDY, articles_of_way_back
from mespoints.law.days import Day
from mespoints.law.explain import english_afterwards, french_afterwards
from mespoints.law.explain.citing import CODE_OF_2001, cite
from mespoints.law.explain.ground import find_act
from mespoints.law.explain.language import language_of
from mespoints.law.relicensing import ANNULATION, MEDICAL_AND_PSYCHOTECHNICAL, WITH_ANALYSES
from mespoints.law.remedies import court_last_day_abroad
from mespoints.law.results import Remedy, Statement, WayBack

TWO_MONTHS_MORE = "CJA R421-7"

SENTENCES = {"fr": french_afterwards.SENTENCES, "en": english_afterwards.SENTENCES}
EXAMINATIONS = {
    MEDICAL_AND_PSYCHOTECHNICAL: "medical_and_psychotechnical",
    WITH_ANALYSES: "medical_psychotechnical_and_analyses",
}


def because_remedy(remedy: Remedy, dossier: Dossier, language: str = "fr") -> str:
    """Until when a letter can be challenged in court, and what the delay runs from, with its articles."""
    words, table = language_of(language), SENTENCES[language]
    key = "letter_48si" if isinstance(find_act(dossier, remedy.letter), Lettre48SI) else "letter_48n"
    runs_from = words.day_words(remedy.runs_from) if remedy.state != "waiting" or remedy.last_on else ""
    opening = "notification" if remedy.runs_from == remedy.notified_on else "rejection"
    sentence = table[key_of_remedy(remedy)].format(
        letter=table[key].format(notified=words.day_words(remedy.notified_on)),
        last="" if remedy.last_on is None else words.long_day(remedy.last_on),
        opening=runs_from if remedy.state == "waiting" else table[opening].format(opening=runs_from),
    )
    if remedy.state == "unknown":  # what was not read is not cited
        return words.typeset(f"{sentence}.")
    articles = cite(ARTICLES_OF_REMEDY[remedy.state], {}, max(CODE_OF_2001, remedy.notified_on), words)
    return words.typeset(f"{sentence} ({articles}).")


def remedies_told(statement: Statement, dossier: Dossier, language: str = "fr", *, is_abroad: bool) -> tuple[str, ...]:
    """Until when each letter can be challenged; ``is_abroad``: the only address that is known is out of France."""
    return tuple(
        told_with_abroad(remedy, dossier, statement.on, language)
        if is_abroad
        else because_remedy(remedy, dossier, language)
        for remedy in statement.remedies
    )


def told_with_abroad(remedy: Remedy, dossier: Dossier, on: Day, language: str) -> str:
    """The sentence of a remedy, then that of whoever lives abroad."""
    sentences = (because_remedy(remedy, dossier, language), because_remedy_abroad(remedy, on, language))
    return " ".join(filter(None, sentences))


def because_remedy_abroad(remedy: Remedy, on: Day, language: str = "fr") -> str:
    """Until when somebody who lives abroad can still challenge a letter in court; empty once that day has passed.

    ``on``: the day that asks. Of the delay that a rejection opens as of the first one; empty in court, and while only
    an express answer can open a delay. Code de justice administrative, art. R. 421-7 (doubt D22).
    """
    runs = remedy.state != "filed" and remedy.last_on is not None
    last_on = court_last_day_abroad(remedy.runs_from) if runs else 0
    return until_abroad(last_on, language) if on <= last_on else ""


def until_abroad(last_on: Day, language: str = "fr") -> str:
    """The last day for whoever lives abroad, with its article; conditional, as nobody knows but by an address."""
    words = language_of(language)
    told = SENTENCES[language]["abroad"].format(last=words.long_day(last_on))
    return words.typeset(f"{told} ({cite((TWO_MONTHS_MORE,), {}, last_on, words)}).")


def key_of_remedy(remedy: Remedy) -> str:
    """The state of the remedy; waiting for an answer when no silence can close the delay."""
    is_open_ended = remedy.state == "waiting" and remedy.last_on is None
    return "waiting_for_answer" if is_open_ended else remedy.state


def because_way_back(way_back: WayBack, language: str = "fr") -> str:
    """When a new licence can be asked for and obtained, after which examination, with which tests."""
    words, table = language_of(language), SENTENCES[language]

    def filled(key: str, **days: Day) -> str:
        return table[key].format(**{name: words.long_day(day) for name, day in days.items()})

    parts = [filled(key_of_way_back(way_back), ask=way_back.may_ask_on, obtain=way_back.may_obtain_on)]
    if way_back.examinations in EXAMINATIONS:
        parts.append(table[EXAMINATIONS[way_back.examinations]])
    until = way_back.theory_only_until
    tests = filled("theory_only", until=until) if until else table["all_tests"]
    articles = cite(articles_of_way_back(way_back), {}, way_back.runs_from, words)
    return words.typeset(f"{', '.join(parts)}{table['then']}{tests} ({articles}).")


def key_of_way_back(way_back: WayBack) -> str:
    """The cause; one day alone when a licence can be asked for and obtained on the same."""
    if way_back.cause == ANNULATION:
        return "annulation_ask"
    return "invalidation_ask" if way_back.may_ask_on < way_back.may_obtain_on else "invalidation_ask_and_obtain"
