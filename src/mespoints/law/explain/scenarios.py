"""The sentences of a what-if: what is supposed, and what becomes of the licence then."""

from mespoints.law.acts import Dossier, FrenchLicence, LicenceObtained, Offence
from mespoints.law.bareme import find_by_code
from mespoints.law.bareme_words import marked_label
from mespoints.law.capital import FULL
from mespoints.law.comparison import LOST, Outcome, Standing
from mespoints.law.days import Day
from mespoints.law.explain import english_scenarios, french_scenarios
from mespoints.law.explain.labels import label_of
from mespoints.law.explain.language import language_of
from mespoints.law.explain.movements import because
from mespoints.law.suppositions import Scenario, Supposition, in_order

SENTENCES = {"fr": french_scenarios.SENTENCES, "en": english_scenarios.SENTENCES}


def scenario_words(scenario: Scenario, dossier: Dossier, language: str = "fr") -> str:
    """A short heading: « Si vous payez l'amende de l'infraction du 2 novembre 2024 le 5 décembre 2024 »."""
    words, table = language_of(language), SENTENCES[language]
    facts = [fact_words(one, dossier, language) for one in in_order(scenario)] or [table["nothing"]]
    *first, last = [f"{table['if']} {fact}" for fact in facts]
    joined = f"{', '.join(first)} {words.words['and']} {last}" if first else last
    return words.typeset(capitalized(joined))


def fact_words(supposition: Supposition, dossier: Dossier, language: str) -> str:
    """One fact, as it follows « si »."""
    words, sentence = language_of(language), SENTENCES[language][supposition.kind]
    on = words.day_words(supposition.on)
    if supposition.code is not None:
        row = find_by_code(supposition.code, supposition.on)[0]
        return sentence.format(on=on, label=marked_label(row, language), points=words.points_words(row.points))
    return sentence.format(on=on, offence=offence_words(supposition.offence, dossier, language))


def offence_words(offence_id: str | None, dossier: Dossier, language: str) -> str:
    """The day of an offence, with its name when another one was committed that day."""
    offences = [act for act in dossier.acts if isinstance(act, Offence)]
    for offence in offences:
        if offence.id == offence_id:
            is_alone = sum(one.committed_on == offence.committed_on for one in offences) == 1
            day = language_of(language).day_words(offence.committed_on)
            return day if is_alone else f"{day} ({label_of(offence, language) or offence.id})"
    return ""


def outcome_words(outcome: Outcome, dossier: Dossier, on: Day, language: str = "fr") -> str:
    """What becomes of the licence: the risk of losing it, the day of 12 points, the lowest balance.

    A fact supposed that moves nothing says why.
    """
    typeset = language_of(language).typeset
    told = [typeset(capitalized(sentence)) for sentence in outcome_sentences(outcome, dossier, on, language)]
    idle = [movement for movement in outcome.coming if movement.points == 0 and movement.act is not None]
    return " ".join([*told, *[because(movement, outcome.file, language) for movement in idle]])


def outcome_sentences(outcome: Outcome, dossier: Dossier, on: Day, language: str) -> list[str]:
    """The sentences on the balance."""
    words, table, path = language_of(language), SENTENCES[language], outcome.path
    if path[-1].status in LOST:
        lost = next(standing for standing in path if standing.status in LOST)
        return [table["lost" if lost is path[0] else "loses"].format(on=words.day_words(lost.on))]
    if outcome.zero_on is None and len({standing.balance for standing in path}) == 1:
        key = "unchanged" if outcome.twelve_on is None else "at_twelve"
        return [table[key].format(balance=words.points_words(path[0].balance))]
    told = course(outcome, language)
    if outcome.zero_on is None and path[0].status not in LOST:
        return [table["with_lowest"].format(course=told, lowest=words.points_words(outcome.lowest_balance))]
    key = "held_again_course" if outcome.zero_on is None else "zero_course"
    rest = [table[key].format(course=told)] if told else []
    return [*turns(outcome, dossier, on, language), *rest]


def turns(outcome: Outcome, dossier: Dossier, on: Day, language: str) -> list[str]:
    """The day on which a lost licence is held again, and that on which a letter may take it."""
    words, table, told = language_of(language), SENTENCES[language], []
    if outcome.path[0].status in LOST:
        again = first_held(outcome)
        key = "ban_over" if outcome.path[0].status == "banned" else "held_again"
        told.append(table[key].format(on=words.day_words(again.on), balance=words.points_words(again.balance)))
    if outcome.zero_on is not None:
        key = "zero_already" if outcome.zero_on == on else "zero"
        key = f"{key}_foreign" if is_foreign_on(dossier, outcome.zero_on) else key
        told.append(table[key].format(on=words.day_words(outcome.zero_on)))
    return told


def first_held(outcome: Outcome) -> Standing:
    """Where the licence stands on the first day on which it is held."""
    return next(standing for standing in outcome.path if standing.status not in LOST)


def is_foreign_on(dossier: Dossier, on: Day) -> bool:
    """Whether the licence held is one of another State: a ban awaits its holder, no 48SI (art. L. 223-10)."""
    french = [act for act in dossier.acts if isinstance(act, FrenchLicence | LicenceObtained) and act.on <= on]
    return dossier.licence.foreign and not french


def course(outcome: Outcome, language: str) -> str:
    """« 11 points le 5 décembre 2024, retour à 12 points le 5 juin 2025 », in the order of the days."""
    words, table, path = language_of(language), SENTENCES[language], outcome.path
    told = {
        day: table["balance_on"].format(balance=words.points_words(balance), on=words.day_words(day))
        for day, balance in days_of_facts(outcome).items()
    }
    if outcome.ceiling_on is not None and outcome.ceiling_on > path[0].on:
        ceiling = next(standing.ceiling for standing in path if standing.on == outcome.ceiling_on)
        filled = table["ceiling"].format(ceiling=words.points_words(ceiling), on=words.day_words(outcome.ceiling_on))
        told[outcome.ceiling_on] = filled
    if outcome.twelve_on is not None:
        key = "twelve_again" if path[0].ceiling == FULL else "twelve_first"
        told[outcome.twelve_on] = table[key].format(on=words.day_words(outcome.twelve_on))
    already_told = first_held(outcome).on
    from_on = path[0].on if outcome.zero_on is None else outcome.zero_on + 1
    clauses = [told[day] for day in sorted(told) if day >= from_on and day != already_told]
    return ", ".join(clauses if outcome.twelve_on is not None else [*clauses, table["never"]])


def days_of_facts(outcome: Outcome) -> dict[Day, int]:
    """The days on which an act moves the balance, with what is left at their end."""
    days = {movement.on for movement in outcome.coming if movement.act is not None and movement.points != 0}
    return {standing.on: standing.balance for standing in outcome.path if standing.on in days}


def capitalized(sentence: str) -> str:
    """The sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
