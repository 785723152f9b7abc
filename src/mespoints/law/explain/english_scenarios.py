"""The English sentences of a what-if: what is supposed, and what becomes of the licence then.

A fact supposed follows "if". The gaps are filled by ``scenarios``.
"""

SENTENCES = {
    "if": "if",
    "nothing": "nothing new happens",
    "paiement": "you pay the fine for the offence of {offence} on {on}",
    "titre_executoire": "the fine for the offence of {offence} is increased on {on} (titre exécutoire)",
    "stage": "you finish an awareness course (stage) on {on}",
    "offence": "you commit one more offence on {on} and pay it that day ({label}, {points})",
    "withdrawal_annulled": "the withdrawal for the offence of {offence} is annulled on {on}",
    "balance_on": "{balance} on {on}",
    "ceiling": "back to the ceiling of {ceiling} on {on}",
    "twelve_again": "back to 12 points on {on}",
    "twelve_first": "12 points on {on}",
    "never": "no return to 12 points within twelve years",
    "with_lowest": "{course}; lowest balance: {lowest}.",
    "at_twelve": "The balance stays at 12 points.",
    "unchanged": "The balance stays at {balance}: nothing is due to bring it back to 12 points within twelve years.",
    "zero": (
        "On {on} no points are left: the letter 48SI can then be notified, and the licence loses its validity "
        "on the day it is."
    ),
    "zero_already": (
        "No points are left: the letter 48SI can be notified, and the licence loses its validity on the day it is."
    ),
    "zero_foreign": "On {on} no points are left: a ban on driving in France for one year can then be notified.",
    "zero_already_foreign": "No points are left: a ban on driving in France for one year can be notified.",
    "zero_course": "Without that notification: {course}.",
    "held_again": "The licence is valid again from {on} on, with {balance}.",
    "ban_over": "The ban on driving in France ends: {balance} on {on}.",
    "held_again_course": "After that: {course}.",
    "loses": (
        "On {on} the licence loses its validity: without the annulled withdrawal, a letter 48SI notified before "
        "that day takes effect."
    ),
    "lost": "The licence is no longer valid, and no point comes back to it.",
}
