"""The English sentences of a movement, with their gaps. The article and the full stop are added after them.

The same keys and the same gaps as the French ones. Here: points that come and go.
"""

BECAUSE = {
    "step_clean": "{more} on {on}: {years} of probation without an offence that costs points",
    "step_clean_at_ceiling": (
        "No more points on {on}, after {years} of probation without an offence that costs points: "
        "the balance is already {balance}"
    ),
    "step_refused": "No more points on {on}: an offence that costs points was committed on {other}, during probation",
    "step_refused_by_one_point": (
        "No more points on {on}: an offence that costs 1 point was committed on {other}, during probation, "
        "and the return of that point changes nothing"
    ),
    "probation_clean": ("Probation ends on {on} without an offence that cost points: your licence now holds 12 points"),
    "probation_clean_reduced": (
        "Probation ends early, on {on}, thanks to the further training of {training} and without an offence "
        "that cost points: your licence now holds 12 points"
    ),
    "probation_clean_by_aac": (
        "Probation, which has lasted two years or more, ends on {on}, the day you obtain category B by accompanied "
        "driving (apprentissage anticipé de la conduite), and without an offence that cost points: "
        "your licence now holds 12 points"
    ),
    "probation_not_clean": (
        "Probation ends on {on}: the balance stays as it is, because an offence that costs points was committed "
        "on {other}, but the ceiling is now 12 points"
    ),
    "taken": (
        "{withdrawn} on {on}, the day of the decision: the offence of {committed} has been established "
        "since {final} by {fact}"
    ),
    "taken_at_once": "{withdrawn} on {on}: the offence of {committed} was established that day by {fact}",
    "taken_novice": (
        "{withdrawn} on {on}, the day of the decision: the offence of {committed} has been established since {final} "
        "by {fact}; you had held your licence for less than two years, so a course (stage) was compulsory"
    ),
    "taken_at_once_novice": (
        "{withdrawn} on {on}: the offence of {committed} was established that day by {fact}; "
        "you had held your licence for less than two years, so a course (stage) was compulsory"
    ),
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
    "not_held_when_committed_before_points": (
        "No point withdrawn on {on} for the offence of {committed}: "
        "your licence holds points out of 12 only from {opening} on"
    ),
    "not_held_when_committed_before_ban_end": (
        "No point withdrawn on {on} for the offence of {committed}: it came before the 12 points "
        "that you received on {points_given_again}, once the ban on driving (interdiction de circuler) was over"
    ),
    "lost_before_decision": (
        "No point withdrawn for the offence of {committed}: on {on}, the day of the decision, "
        "your licence had not been valid since the letter 48SI was notified on {loss}"
    ),
    "lost_before_decision_annulled": (
        "No point withdrawn for the offence of {committed}: on {on}, the day of the decision, "
        "your licence had not been valid since a court annulled it on {loss}"
    ),
    "lost_before_decision_banned": (
        "No point withdrawn for the offence of {committed}: on {on}, the day of the decision, "
        "you had been without points since the ban on driving (interdiction de circuler) notified on {loss}"
    ),
    "one_point_back": "This point comes back on {on}: {one_point_delay} after {fact_on}",
    "one_point_back_late": (
        "This point comes back the day it is withdrawn, {on}: the delay {of_one_point_delay} after "
        "{fact_on} had already passed, without a new offence that cost points"
    ),
    "one_point_interrupted": (
        "This point does not come back on {on}: another offence, committed on {other} {one_point_within} {fact_on}, "
        "costs points"
    ),
    "one_point_at_ceiling": "This point adds nothing on {on}: the balance already stands at the ceiling of {ceiling}",
    "full_back": (
        "The balance returns to 12 points on {on}: two years after {full_fact_on}, "
        "without a new offence that cost points"
    ),
    "full_back_grave": (
        "The balance returns to 12 points on {on}: three years after {full_fact_on}, without a new offence that cost "
        "points; it takes three years, not two, when one of the offences is a délit or a contravention "
        "of the fourth or fifth class"
    ),
    "full_back_before_2011": (
        "The balance returns to 12 points on {on}: three years after {full_fact_on}, without a new offence that cost "
        "points; three years is the delay for offences established before 1 January 2011"
    ),
    "full_back_after_probation": (
        "The balance returns to 12 points on {on}, at the end of probation: the delay of {full_length} without a new "
        "offence, opened by {full_fact_on}, ran out during probation, when it gives no points back"
    ),
    "full_back_late": (
        "The balance returns to 12 points on {on}: the delay of {full_length} without a new offence, "
        "opened by {full_fact_on}, had already passed"
    ),
    "ten_years_back": "{they_return} on {on}: ten years after {fact_on}",
    "ten_years_back_late": (
        "{they_return} the day of the withdrawal, {on}: the delay of ten years after {fact_on} had already passed"
    ),
    "ten_years_back_part": "{they_return} on {on}, within the ceiling of {ceiling}: ten years after {fact_on}",
    "stage_back": "{given} on {on}, the day after the awareness course (stage) {stage_days}",
    "stage_back_before_48si": (
        "{given} on {on}, the day after the awareness course (stage) {stage_days}: the loss of all your points was "
        "not notified yet, and they are added to a balance fallen to zero or below, now {balance}"
    ),
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
        "No point given back by the awareness course (stage) {stage_days}: it begins too soon after the one that "
        "ended on {earlier_stage_end}, since a course gives points back only once a year; "
        "the first possible day was {first_day_possible}"
    ),
    "stage_too_soon_two_years": (
        "No point given back by the awareness course (stage) {stage_days}: it begins too soon after the one that "
        "ended on {earlier_stage_end}, since a course then gave points back only once every two years; "
        "the first possible day was {first_day_possible}"
    ),
    "stage_at_ceiling": (
        "No point given back by the awareness course (stage) {stage_days}: the balance already stood at {balance}, "
        "and a course cannot lift it higher"
    ),
    "stage_not_held": (
        "No point given back by the awareness course (stage) {stage_days}: on {on}, the day it takes effect, "
        "your licence had not been valid since the letter 48SI was notified on {loss}"
    ),
    "stage_not_held_annulled": (
        "No point given back by the awareness course (stage) {stage_days}: on {on}, the day it takes effect, "
        "your licence had not been valid since a court annulled it on {loss}"
    ),
    "stage_not_held_banned": (
        "No point given back by the awareness course (stage) {stage_days}: on {on}, the day it takes effect, "
        "you had been without points since the ban on driving (interdiction de circuler) notified on {loss}"
    ),
    "stage_not_held_yet": (
        "No point given back by the awareness course (stage) {stage_days}: on {on}, the day it takes effect, "
        "you did not yet have a licence that holds points out of 12"
    ),
}
