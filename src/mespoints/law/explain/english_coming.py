"""The English sentences of a movement still to come, the headings, and the words that fill gaps."""

UPCOMING = {
    "step_clean": "On {on} you will receive {more} {if_clean}: that will be {years} of probation",
    "probation_clean": "On {on} your probation will end and your licence will hold 12 points {if_clean}",
    "probation_clean_reduced": (
        "On {on} your probation will end, thanks to the further training of {training}, and your licence will hold "
        "12 points, {if_clean}, and if your right to drive is not suspended"
    ),
    "probation_not_clean": (
        "On {on} your probation will end: the balance will stay as it is, because an offence that costs points was "
        "committed on {other}, but the ceiling will become 12 points"
    ),
    "points_after_ban": (
        "On {on} you will have 12 points again to drive in France: that will be one year after the ban "
        "(interdiction de circuler) notified on {ban}"
    ),
    "one_point_back": "On {on} you will get 1 point back {if_clean}: that will be {one_point_delay} after {fact_on}",
    "full_back": (
        "On {on} your balance will return to 12 points {if_clean}: that will be two years after {full_fact_on}"
    ),
    "full_back_grave": (
        "On {on} your balance will return to 12 points {if_clean}: that will be three years after {full_fact_on}, "
        "the delay when one of the offences is a délit or a contravention of the fourth or fifth class"
    ),
    "full_back_before_2011": (
        "On {on} your balance will return to 12 points {if_clean}: that will be three years after {full_fact_on}, "
        "the delay for offences established before 1 January 2011"
    ),
    "full_back_after_probation": (
        "On {on}, at the end of your probation, your balance will return to 12 points {if_clean}: "
        "the delay of {full_length} opened by {full_fact_on} runs out during probation, when it gives no points back"
    ),
    "ten_years_back": (
        "On {on} you will get {short} back if your licence is still valid: that will be ten years after {fact_on}"
    ),
    "ten_years_back_part": (
        "On {on} you will get {short} back if your licence is still valid, within the ceiling of {ceiling}: "
        "that will be ten years after {fact_on}"
    ),
    "stage_back": "On {on} the awareness course (stage) {stage_days} will give you {short} back",
    "stage_back_before_48si": (
        "On {on} the awareness course (stage) {stage_days} will give you {short} back, which will bring the balance "
        "to {balance}, if the loss of all your points is not notified before"
    ),
    "stage_back_part": (
        "On {on} the awareness course (stage) {stage_days} will give you {short} back, "
        "which brings the balance to {balance}, the most it can reach"
    ),
}

HEADINGS = {
    "obtained": "Licence obtained",
    "obtained_again": "New licence obtained",
    "foreign_points": "Points of a foreign licence",
    "points_after_ban": "End of the ban on driving in France",
    "french_licence": "French licence after a foreign one",
    "french_licence_without_effect": "French licence that takes over no points",
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
    "withdrawal_suspended": "Withdrawal suspended by a judge",
    "withdrawal_suspension_over": "End of the suspension of a withdrawal",
    "letter_48si_suspended": "Letter 48SI suspended by a judge",
    "letter_48si_suspension_over": "End of the suspension of the letter 48SI",
    "letter_48si_annulled": "Letter 48SI annulled",
    "letter_48si_not_in_force": "Decision without effect on the licence",
    "exchanged": "New licence exchanged for the former one",
    "exchange_refused": "Exchange of licences not possible",
    "banned": "Ban on driving in France",
    "ban_without_effect": "Ban on driving without effect",
    "lost_by_48si": "Licence invalidated (letter 48SI)",
    "letter_48si": "Letter 48SI without effect",
    "lost_by_judge": "Licence annulled by a court",
    "judge_not_held": "Annulment without effect on the balance",
}

WORDS = {
    "no_offence": "if you commit no offence until then",
    "no_letter": "if the letter 48SI is not notified before",
    "no_ban": "if the ban on driving in France (interdiction de circuler) is not notified before",
    "no_pending": "if no pending offence costs points",
    "carried_fact_on": "the last offence known when the balance was taken over, established on",
    "fewer": "{n} fewer",
    "of_6": "of six months",
    "of_12": "of one year",
    "within_6": "within six months of",
    "within_12": "within a year of",
    "alinea": "para. {n}",
    "last_alinea": "last para.",
    "and": "and",
    "decision": "Conseil d'État, {day}",
    "decision_numbered": "Conseil d'État, {day}, n°\N{NO-BREAK SPACE}{number}",
    "articles_and_decision": "{articles}; {decision}",
    "former_code": "former Code de la route, art. L. 11 and following",
    "class_c1": "1st class",
    "class_c2": "2nd class",
    "class_c3": "3rd class",
    "class_c4": "4th class",
    "class_c5": "5th class",
    "class_delit": "délit",
    "class_contravention": "contravention",
}
