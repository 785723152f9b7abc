"""The English sentences of a duty, of the advice on a course, and of a status."""

DUTIES = {
    "mandatory_stage.title": "Mandatory awareness course",
    "mandatory_stage.to_do": (
        "Follow a road safety awareness course (stage) by {long_on} at the latest; "
        "you may then ask for the fine to be paid back."
    ),
    "mandatory_stage.otherwise": (
        "Without this course you risk a fine of up to 750 euros and the suspension of your licence "
        "for up to three years."
    ),
    "mandatory_stage.because": (
        "An awareness course (stage) is mandatory by {long_on} at the latest, four months after the letter 48N "
        "notified on {opened}: an offence committed during probation cost you at least 3 points"
    ),
    "mandatory_stage_before_2004.because": (
        "An awareness course (stage) is mandatory by {long_on} at the latest, three months after the letter "
        "notified on {opened}: an offence committed less than two years after you obtained the licence "
        "cost you at least 4 points"
    ),
    "restitution.title": "Licence to be handed to the prefect",
    "restitution.to_do": (
        "Do not drive any more, and hand your licence to the prefect of the département you live in "
        "by {long_on} at the latest."
    ),
    "restitution.otherwise": (
        "Refusing to hand it in, or driving despite the order, is an offence punished by up to two years in prison "
        "and a fine of up to 4,500 euros."
    ),
    "restitution.because": (
        "The licence is to be handed in by {long_on} at the latest, ten clear days (jours francs) after the letter "
        "48SI notified on {opened}: neither the day of the notification nor the last day of the term counts"
    ),
    "restitution_before_2008.because": (
        "The licence is to be handed in by {long_on} at the latest, one week after the letter notified on {opened}"
    ),
    "new_licence.title": "A new licence is possible",
    "new_licence.to_do": (
        "A new licence can be obtained from {long_on} on, provided that you are found fit by a medical "
        "and psychotechnical examination, at your own expense."
    ),
    "new_licence.otherwise": (
        "If you had held that licence for at least three years and apply by {until} at the latest, "
        "only the theory test has to be taken again; otherwise all the tests do."
    ),
    "new_licence_after_a_year.otherwise": "All the driving tests have to be taken again.",
    "new_licence.because": (
        "A new licence can be obtained from {long_on} on, six months after the former one was handed in on {opened}"
    ),
    "new_licence_after_a_year.because": (
        "A new licence can be obtained from {long_on} on, one year after the former one was handed in on {opened}: "
        "it is the second loss of all points in five years"
    ),
}

STAGES = {
    "useful": (
        "An awareness course (stage) followed now would give you {gain} back: your balance would rise "
        "to {balance_after}."
    ),
    "little_to_gain": (
        "An awareness course (stage) followed now would give you only {gain} back, out of a possible 4: your balance "
        "would rise to {balance_after}, and another course could give some only if it begins on {again_on} or later."
    ),
    "overtaken": (
        "An awareness course (stage) followed now would be of no use: it would take effect on {effective_on}, and "
        "without it you are due to have at least as many points that day {if_clean}."
    ),
    "too_soon": (
        "An awareness course (stage) gives points back only {rhythm}, and the last one ended on {last_stage}: the next "
        "one can give you {useful_gain} if it begins on {useful_on} or later."
    ),
    "too_soon_for_nothing": (
        "An awareness course (stage) gives points back only {rhythm}, and the last one ended on {last_stage}: the next "
        "one could give some only if it begins on {allowed_from} or later, and your points are due to have come back "
        "of themselves before it takes effect, {if_clean}."
    ),
    "too_soon_at_zero": (
        "You have no points left, and an awareness course (stage) gives points back only {rhythm}: the last one ended "
        "on {last_stage}, and the next one can only if it begins on {useful_on} or later, and if the letter 48SI "
        "has not been notified by then."
    ),
    "nothing_to_gain": (
        "An awareness course (stage) would give you no point back: it cannot lift the balance above 11 points."
    ),
    "at_ceiling_until": (
        "An awareness course (stage) would give you no point back today: your balance is at its ceiling of {ceiling}. "
        "If it begins on {useful_on} or later, it can give you {useful_gain}: the ceiling will then be "
        "{useful_ceiling}."
    ),
    "at_ceiling": (
        "An awareness course (stage) would give you no point back: your balance is already at its ceiling of {ceiling}."
    ),
    "not_held": "Your licence is no longer valid: an awareness course (stage) can no longer give points back.",
    "banned": (
        "As long as the ban on driving in France lasts, an awareness course (stage) cannot give you points back."
    ),
    "zero": (
        "You have no points left, but the letter 48SI has not been notified yet: a two-day awareness course (stage) "
        "that ends on the eve of its notification at the latest would give you {gain} back, bring the balance "
        "to {balance_after} and keep your licence valid."
    ),
    "zero_not_enough": (
        "You have no points left, and an awareness course (stage) followed now would not be enough to lift the balance "
        "above zero: the licence will lose its validity when the letter 48SI is notified."
    ),
    "too_soon_at_zero_foreign": (
        "You have no points left, and an awareness course (stage) gives points back only {rhythm}: the last one ended "
        "on {last_stage}, and the next one can only if it begins on {useful_on} or later, and if the ban on driving in "
        "France has not been notified by then."
    ),
    "zero_foreign": (
        "You have no points left, but the ban on driving in France has not been notified yet: a two-day awareness "
        "course (stage) that ends on the eve of its notification at the latest would give you {gain} back, bring the "
        "balance to {balance_after} and spare you the ban."
    ),
    "zero_not_enough_foreign": (
        "You have no points left, and an awareness course (stage) followed now would not be enough to lift the balance "
        "above zero: the ban on driving in France will take effect when it is notified."
    ),
    "more_later": (
        "Without a course until then, one begun on {more_on} or later could give you {more_gain}: the ceiling will "
        "then be {more_ceiling}."
    ),
    "more_later_if_not_now": (
        "If nothing is urgent, better wait until {more_on}: the ceiling will then be {more_ceiling}, and a course "
        "could give you {more_gain}, unless another one has given some within the year."
    ),
    "more_if_pending": (
        "If the pending offence leads to a withdrawal, a course followed after the decision could give you "
        "{pending_gain}, unless another one has given some within the year."
    ),
    "more_if_several_pending": (
        "If the pending offences lead to a withdrawal, a course followed after the decisions could give you "
        "{pending_gain}, unless another one has given some within the year."
    ),
    "pending_to_zero": (
        "The pending offence may cost you {lost}: without a course before the decision, no points would be left."
    ),
    "several_pending_to_zero": (
        "The pending offences may cost you {lost}: without a course before the decisions, no points would be left."
    ),
    "pending_to_zero_anyway": "The pending offence may cost you {lost}: no points would then be left.",
    "several_pending_to_zero_anyway": "The pending offences may cost you {lost}: no points would then be left.",
    "otherwise": (
        "Without a course, the balance is due to return to 12 points on {matched_on} {if_clean}: from that day on, "
        "waiting gives as much."
    ),
    "otherwise_as_much": (
        "Without a course, you are due to have at least as many points from {matched_on} on {if_clean}."
    ),
    "soon_otherwise": (
        "But waiting may be enough: without a course, you are due to have at least as many points as early as "
        "{matched_on} "
        "{if_clean}."
    ),
    "never_otherwise": "Without a course, waiting will not give as much within twelve years.",
    "once_a_year": "once a year",
    "once_in_two_years": "once every two years",
}

STATUSES = {
    "valid": "Licence valid",
    "suspended": "Licence valid, right to drive suspended until {until}",
    "zero": "No points left: letter 48SI to come",
    "zero_foreign": "No points left: ban on driving in France to come",
    "zero_suspended": "No points left: letter 48SI to come, right to drive suspended until {until}",
    "invalidated": "Licence invalidated",
    "annulled": "Licence annulled",
    "banned": "Banned from driving in France",
}
