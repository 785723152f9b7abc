"""The English sentences of what brings the points of a withdrawal back; same keys and gaps as the French ones."""

RETURNS = {
    "alone": "This point comes back on {on}: {one_point_delay} after {fact_on}, {if_clean}",
    "ten_years": "{they_return} on {on}: ten years after {fact_on}, if your licence is still valid",
    "all": "{own_points_return} on {on} {if_clean}: {why}",
    "with_others": "{own_points_return} with all the others on {on} {if_clean}: {why}",
    "broken": (
        "This point does not come back alone, because another offence, committed on {breaker} {one_point_within} "
        "{fact_on}, costs points; it comes back with all the others on {on} {if_clean}: {why}"
    ),
    "at_ceiling": (
        "This point did not come back alone on {barred}, because the balance stood at the ceiling; "
        "it comes back with all the others on {on} {if_clean}: {why}"
    ),
    "to_12": "The balance should be 12 points again on {on}, {if_clean}",
    "to_12_by_stage": "The course you followed brings the balance to 12 points on {on}",
    "to_ceiling_by_stage": "The course you followed brings the balance to {ceiling}, its ceiling, on {on}",
    "nothing": "No return {of_them} is foreseen in the next twelve years",
    "back_alone": "{own_points_are_back} on {on}",
    "back_with_others": "{own_points_are_back} on {on}, with all the others",
    "back_to_12": "There is nothing left to wait for: the balance was back to 12 points on {on}",
    "annulled": "The withdrawal has been annulled since {on}: it is as if it had never taken place",
    "suspended": "A judge suspended the withdrawal on {on}: it does not count until the judgment",
    "ended_by_48si": "{they_never_return}: the letter 48SI notified on {on} invalidated this licence",
    "ended_by_judge": "{they_never_return}: a court annulled this licence on {on}",
    "ended_by_ban": (
        "{they_never_return}: a ban on driving in France (interdiction de circuler) is notified on {on}, "
        "and 12 points are given again on {points_again}"
    ),
    "ended_by_new_licence": "{they_never_return}: the licence obtained on {on} replaced this one",
    "why_full_back": "two years after {since}",
    "why_full_back_grave": "three years after {since}, and not two, because {grave}",
    "why_full_back_before_2011": "three years after {since}, the delay for offences established before 1 January 2011",
    "why_full_back_after_probation": (
        "that is the end of probation, during which the delay of {full_length} opened by {since} gives no points back"
    ),
    "since_other": "{full_fact_on} for the offence of {last}",
    "grave_c4": "this offence is a contravention of the fourth class",
    "grave_c5": "this offence is a contravention of the fifth class",
    "grave_delit": "this offence is a délit",
    "grave_other": "one of the offences is a délit or a contravention of the fourth or fifth class",
}
