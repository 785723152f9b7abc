"""How each letter is sent, by date: art. L. 223-3, R. 223-3, R. 223-4 and R. 223-8."""

from mespoints.law.days import Day, day_of
from mespoints.law.letters import INTERDICTION, L46D, L48N, L48SI, NONE
from mespoints.law.novice import DECRET_2000_1038
from mespoints.law.rules import rule

NOT_IN_FORCE = 0
SIMPLE = 1
REGISTERED = 2
ACKNOWLEDGED = 3
"""Registered, with a demande d'avis de réception."""

POINTS_FROM = day_of(1992, 7, 1)
DECRET_2003_642 = day_of(2004, 3, 1)
LOI_2007_297 = day_of(2007, 3, 7)
LETTRE_48SI_FROM = day_of(2008, 1, 1)
ACCOUNT_FROM = day_of(2016, 10, 31)
FOREIGN_LICENCES_FROM = day_of(2017, 11, 18)


@rule
def letter_form(letter: int, on: Day) -> int:
    """A letter is simple unless it takes the licence or orders a stage.

    Art. L. 223-3, al. 3, R. 223-3, III, and R. 223-8, III; art. R. 258 and R. 262 of the former code before. Nothing
    before 1 July 1992, nor a letter whose rule is not in force yet. Some sources have the 48M registered in practice;
    the text asks for a simple letter.
    """
    if on < POINTS_FROM or letter == NONE:
        return NOT_IN_FORCE
    if letter == L48SI:
        return form_of_48si(on)
    if letter == L48N:
        return form_of_48n(on)
    if letter == INTERDICTION:
        return form_of_ban(on)
    if letter == L46D and on < LOI_2007_297:
        return NOT_IN_FORCE
    return SIMPLE


@rule
def form_of_48si(on: Day) -> int:
    """The order to hand in the title is registered; its receipt is acknowledged since 1 January 2008.

    Art. R. 223-3, III, al. 3; before, the order of the prefect, art. R. 223-3, IV (R. 258 of the former code).
    """
    return ACKNOWLEDGED if on >= LETTRE_48SI_FROM else REGISTERED


@rule
def form_of_48n(on: Day) -> int:
    """The letter that orders a stage is registered since the probation exists, simple for the novices before.

    Art. R. 223-4, I, since 1 March 2004; art. R. 223-4, al. 1, from the décret 2000-1038 on.
    """
    if on >= DECRET_2003_642:
        return ACKNOWLEDGED
    return SIMPLE if on >= DECRET_2000_1038 else NOT_IN_FORCE


@rule
def form_of_ban(on: Day) -> int:
    """The ban on driving in France is sent like the loss of a licence.

    Art. L. 223-10, II, since 18 November 2017, only says that it is notified: its form is ours.
    """
    return ACKNOWLEDGED if on >= FOREIGN_LICENCES_FROM else NOT_IN_FORCE


@rule
def is_registered(letter: int, on: Day) -> bool:
    """Whether a letter goes by registered post, acknowledged or not.

    Art. R. 223-3, III, and R. 223-4, I.
    """
    return letter_form(letter, on) >= REGISTERED


@rule
def may_be_on_account(letter: int, on: Day) -> bool:
    """A letter that the law wants simple may be put on the electronic account of the driver who asked for it.

    Art. R. 223-3-1, I, since 31 October 2016. That of a stage too, which the article does not name (doubt D26).
    """
    return on >= ACCOUNT_FROM and letter_form(letter, on) == SIMPLE


@rule
def account_notified_on(put_on: Day, first_read_on: Day) -> Day:
    """What is put on the account is notified when it is first read, or else after fifteen days.

    Art. R. 223-3-1, III: at the end of the fifteen days, on the last of them (doubt D26). ``first_read_on``: 0 when it
    was not read.
    """
    unread = put_on + 15
    return first_read_on if 0 < first_read_on < unread else unread
