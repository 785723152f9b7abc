"""The English sentences of a movement, with their gaps. The article and the full stop are added after them.

The same keys and the same gaps as the French ones. Terms of art keep their French name in brackets.
"""

BECAUSE = {
    "obtained_with_6": (
        "Your licence starts with 6 points on {on}, the day you obtained it, "
        "and a probation of {probation_length} begins"
    ),
    "obtained_with_6_again": (
        "Your new licence starts with 6 points on {on}, whatever the former balance, "
        "and a probation of {probation_length} begins"
    ),
    "obtained_with_12": "Your licence starts with 12 points on {on}, without probation",
    "obtained_with_12_again": (
        "Your new licence starts with 12 points on {on}, whatever the former balance, without probation"
    ),
    "obtained_with_12_before_2004": (
        "Your licence starts with 12 points on {on}: probation exists only for licences obtained since 1 March 2004"
    ),
    "obtained_with_12_in_1992": (
        "Your licence, obtained on {obtained}, holds 12 points on {on}, the day the maximum became 12"
    ),
    "carried_over": "The balance of {balance} is taken over from another register or a foreign licence on {on}",
    "carried_over_on_lost_licence": (
        "The balance of another register is not taken over on {on}: you held no valid licence that day"
    ),
    "step_clean": "{more} on {on}: {years} of licence without an offence that cost points",
    "step_refused": "No more points on {on}: an offence committed since you obtained the licence cost points",
    "probation_clean": ("Probation ends on {on} without an offence that cost points: your licence now holds 12 points"),
    "probation_clean_reduced": (
        "Probation ends early, on {on}, thanks to the further training of {training} and without an offence "
        "that cost points: your licence now holds 12 points"
    ),
    "probation_not_clean": (
        "Probation ends on {on}: the balance stays as it is, because an offence committed since you obtained "
        "the licence cost points, but the ceiling is now 12 points"
    ),
    "taken": (
        "{withdrawn} on {on}, the day of the decision: the offence of {committed} has been established "
        "since {final} by {fact}"
    ),
    "taken_at_once": "{withdrawn} on {on}: the offence of {committed} was established that day by {fact}",
    "taken_within_limit": (
        "{withdrawn} out of {in_bareme} on {on} for the offence of {committed}: "
        "offences committed at the same moment cost at most {limit} together"
    ),
    "limit_reached": (
        "No point withdrawn on {on} for the offence of {committed}: "
        "the offences committed at the same moment have already cost {limit}, the maximum"
    ),
    "no_points_in_bareme": (
        "No point withdrawn on {on}: on {committed}, the day of the offence, the scale provided for none"
    ),
    "not_held_when_committed": (
        "No point withdrawn on {on}: on {committed}, the day of the offence, "
        "you did not yet have the licence obtained on {obtained}"
    ),
    "lost_before_decision": (
        "No point withdrawn: on {on}, the day of the decision, you had already lost the licence "
        "held on {committed}, the day of the offence"
    ),
    "one_point_back": "This point comes back on {on}: {one_point_delay} after {fact_on}",
    "one_point_back_late": (
        "This point comes back the day it is withdrawn, {on}: the delay {of_one_point_delay} after "
        "{fact_on} had already passed, without a new offence that cost points"
    ),
    "one_point_interrupted": (
        "This point does not come back on {on}: another offence, committed on {other} {one_point_within} {fact_on}, "
        "cost points"
    ),
    "one_point_interrupted_unnamed": (
        "This point does not come back on {on}: another offence, committed {one_point_within} {fact_on}, cost points"
    ),
    "one_point_at_ceiling": "This point adds nothing on {on}: the balance already stands at the ceiling of {ceiling}",
    "full_back": (
        "The balance returns to 12 points on {on}: two years after {full_fact_on}, "
        "without a new offence that cost points"
    ),
    "full_back_36": (
        "The balance returns to 12 points on {on}: three years after {full_fact_on}, without a new offence that cost "
        "points; it takes three years, not two, when one of the offences is a délit or a contravention "
        "of the fourth or fifth class"
    ),
    "full_back_before_2011": (
        "The balance returns to 12 points on {on}: three years after {full_fact_on}, without a new offence that cost "
        "points; three years is the delay for offences established before 1 January 2011"
    ),
    "full_back_after_probation": (
        "The balance returns to 12 points on {on}, at the end of probation: the delay without a new offence opened by "
        "{full_fact_on} ran out during probation, when it gives no points back"
    ),
    "full_back_late": (
        "The balance returns to 12 points on {on}: the delay without a new offence opened by {full_fact_on} "
        "had already passed"
    ),
    "full_back_plain": (
        "The balance returns to 12 points on {on}: the delay without a new offence that cost points has passed"
    ),
    "ten_years_back": "{they_return} on {on}: ten years after {fact_on}",
    "ten_years_back_late": (
        "{they_return} the day of the withdrawal, {on}: the delay of ten years after {fact_on} had already passed"
    ),
    "ten_years_back_part": "{they_return} on {on}, within the ceiling of {ceiling}: ten years after {fact_on}",
    "stage_back": "{given} on {on}, the day after the awareness course (stage) {stage_days}",
    "stage_back_part": (
        "{given} on {on}, the day after the awareness course (stage) {stage_days}: "
        "a course gives back 4 at most, and never lifts the balance above {balance} here"
    ),
    "stage_without_points_alternative": (
        "No point given back: the awareness course (stage) {stage_days} was followed instead of a prosecution"
    ),
    "stage_without_points_composition_penale": (
        "No point given back: the awareness course (stage) {stage_days} was part of a settlement "
        "with the prosecutor (composition pénale)"
    ),
    "stage_without_points_peine": (
        "No point given back: the awareness course (stage) {stage_days} was ordered by a court"
    ),
    "stage_too_soon": (
        "No point given back by the awareness course (stage) {stage_days}: it begins too soon after the last one, "
        "since a course gives points back only once a year"
    ),
    "stage_too_soon_two_years": (
        "No point given back by the awareness course (stage) {stage_days}: it begins too soon after the last one, "
        "since a course then gave points back only once every two years"
    ),
    "stage_at_ceiling": (
        "No point given back by the awareness course (stage) {stage_days}: the balance already stood at {balance}, "
        "and a course cannot lift it higher"
    ),
    "stage_not_held": (
        "No point given back by the awareness course (stage) {stage_days}: on {on}, the day it takes effect, "
        "you held no valid licence"
    ),
    "annulment_back": (
        "The withdrawal for the offence of {committed} is annulled on {on}: "
        "the balance becomes what it would be without it, that is {more}"
    ),
    "annulment_back_less": (
        "The withdrawal for the offence of {committed} is annulled on {on}: "
        "the balance becomes what it would be without it, that is {fewer}"
    ),
    "annulment_held_again": (
        "The withdrawal for the offence of {committed} is annulled on {on}: without it your licence would not have "
        "been invalidated, so it is valid again, with {balance}"
    ),
    "annulment_held_again_at_zero": (
        "The withdrawal for the offence of {committed} is annulled on {on}: without it your licence would not have "
        "been invalidated then, but other withdrawals leave no points"
    ),
    "annulment_no_change": (
        "The withdrawal for the offence of {committed} is annulled on {on}: the balance is the same with or without it"
    ),
    "lost_by_48si": (
        "The letter 48SI, notified on {on} while no points were left, invalidates your licence: "
        "you lose the right to drive"
    ),
    "letter_48si_void": "The letter 48SI notified on {on} changes nothing: you had points left that day",
    "letter_48si_not_held": "The letter 48SI notified on {on} changes nothing: you held no valid licence that day",
    "lost_by_judge": "A court annuls your licence on {on}: it holds no points any more and you lose the right to drive",
    "judge_not_held": (
        "The annulment ordered by a court on {on} does not change the balance: you held no valid licence that day"
    ),
}

UPCOMING = {
    "step_clean": "On {on} you will receive {more} {if_clean}: that will be {years} of licence",
    "probation_clean": "On {on} your probation will end and your licence will hold 12 points {if_clean}",
    "probation_clean_reduced": (
        "On {on} your probation will end, thanks to the further training of {training}, and your licence will hold "
        "12 points, {if_clean}, and if your right to drive is not suspended"
    ),
    "probation_not_clean": (
        "On {on} your probation will end: the balance will stay as it is, but the ceiling will become 12 points"
    ),
    "one_point_back": "On {on} you will get 1 point back {if_clean}: that will be {one_point_delay} after {fact_on}",
    "full_back": (
        "On {on} your balance will return to 12 points {if_clean}: that will be two years after {full_fact_on}"
    ),
    "full_back_36": (
        "On {on} your balance will return to 12 points {if_clean}: that will be three years after {full_fact_on}, "
        "the delay when one of the offences is a délit or a contravention of the fourth or fifth class"
    ),
    "full_back_before_2011": (
        "On {on} your balance will return to 12 points {if_clean}: that will be three years after {full_fact_on}, "
        "the delay for offences established before 1 January 2011"
    ),
    "full_back_after_probation": (
        "On {on}, at the end of your probation, your balance will return to 12 points {if_clean}: "
        "the delay opened by {full_fact_on} runs out during probation, when it gives no points back"
    ),
    "full_back_plain": "On {on} your balance will return to 12 points {if_clean}",
    "ten_years_back": (
        "On {on} you will get {short} back if your licence is still valid: that will be ten years after {fact_on}"
    ),
    "ten_years_back_part": (
        "On {on} you will get {short} back if your licence is still valid, within the ceiling of {ceiling}: "
        "that will be ten years after {fact_on}"
    ),
    "stage_back": "On {on} the awareness course (stage) {stage_days} will give you {short} back",
    "stage_back_part": (
        "On {on} the awareness course (stage) {stage_days} will give you {short} back, "
        "which brings the balance to {balance}, the most it can reach"
    ),
}

HEADINGS = {
    "obtained": "Licence obtained",
    "obtained_again": "New licence obtained",
    "carried_over": "Balance taken over",
    "carried_over_on_lost_licence": "Balance not taken over",
    "step_clean": "A year of probation",
    "step_refused": "A year of probation",
    "probation_end": "End of probation",
    "offence": "Offence ({class_words})",
    "one_point_back": "One point back",
    "one_point_interrupted": "Point not given back",
    "one_point_at_ceiling": "Point not given back",
    "full_back": "Back to 12 points",
    "ten_years_back": "Points back after ten years",
    "stage": "Awareness course (stage)",
    "annulment": "Withdrawal annulled",
    "lost_by_48si": "Licence invalidated (letter 48SI)",
    "letter_48si": "Letter 48SI without effect",
    "lost_by_judge": "Licence annulled by a court",
    "judge_not_held": "Annulment without effect on the balance",
}

WORDS = {
    "no_offence": "if you commit no offence until then",
    "no_letter": "if the letter 48SI is not notified before",
    "no_pending": "if no pending offence costs points",
    "carried_fact_on": "the last offence known when the balance was taken over, established on",
    "fewer": "{n} fewer",
    "of_6": "of six months",
    "of_12": "of one year",
    "within_6": "within six months of",
    "within_12": "within a year of",
    "alinea": "para. {n}",
    "and": "and",
    "former_code": "former Code de la route, art. L. 11 and following",
    "class_c1": "1st class",
    "class_c2": "2nd class",
    "class_c3": "3rd class",
    "class_c4": "4th class",
    "class_c5": "5th class",
    "class_delit": "délit",
    "class_contravention": "contravention",
}
