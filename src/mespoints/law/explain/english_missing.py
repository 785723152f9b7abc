"""The English sentences of the points that are missing; same keys and gaps as the French ones."""

SENTENCES = {
    "same_day": "{own_points_return} on the same day, {on}, on the same condition.",
    "restarted": (
        "This delay counts from the last offence established: opened on {own}, it started again on {last} with the "
        "offence committed on {committed}."
    ),
    "backstop_one": (
        "Even if an offence prevents this return, this point comes back on {on} at the latest, ten years after "
        "{fact_on}, if your licence is still valid."
    ),
    "backstop_many": (
        "Even if an offence prevents this return, these points come back on {on} at the latest, ten years "
        "after {fact_on}, if your licence is still valid."
    ),
    "no_backstop_c5": "There is no return after ten years for an offence of the fifth class.",
    "no_backstop_delit": "There is no return after ten years for a serious offence (délit).",
    "only_stage": "Only a course (stage) can give you points back.",
    "new_licence": "A new licence will have its own points, without these withdrawals.",
    "in_probation": "Nobody took them from you: a licence in probation does not hold them yet.",
    "not_earned": "Nobody took them from you: an offence kept you from earning them during probation.",
    "carried_over": "This dates from before {on}, the day on which the history of this file begins.",
    "none_foreseen": "No return of these is foreseen in the next twelve years.",
}
