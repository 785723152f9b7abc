"""The English sentences of what happens to a licence, with their gaps: obtained, lost, its decisions undone.

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
        "Your licence, obtained on {opening_licence}, holds 12 points on {on}, the day the maximum became 12"
    ),
    "obtained_by_foreign_holder": (
        "Your foreign licence holds 12 points on {on}, the first day you drive in France, without probation"
    ),
    "obtained_by_foreign_holder_in_2017": (
        "Your foreign licence holds 12 points on {on}, the day the law gave some to those who drive in France "
        "on a foreign licence, without probation"
    ),
    "points_after_ban": (
        "You have 12 points again on {on}, one year after the ban on driving in France "
        "(interdiction de circuler) notified on {ban}"
    ),
    "french_licence_same_points": (
        "The French licence obtained on {on} after your foreign licence holds the same number of points: {balance}"
    ),
    "french_licence_in_probation": (
        "The French licence obtained on {on} after your foreign licence begins a probation of {probation_length}: "
        "it holds {balance}, under a ceiling of {ceiling}"
    ),
    "french_licence_without_effect": (
        "The French licence obtained on {on} takes over no points: you had no foreign licence valid in France that day"
    ),
    "carried_over": "The balance of {balance} is taken over from another register or a foreign licence on {on}",
    "carried_over_on_lost_licence": (
        "The balance of another register is not taken over on {on}: "
        "your licence had not been valid since the letter 48SI was notified on {loss}"
    ),
    "carried_over_on_lost_licence_annulled": (
        "The balance of another register is not taken over on {on}: "
        "your licence had not been valid since a court annulled it on {loss}"
    ),
    "carried_over_on_lost_licence_banned": (
        "The balance of another register is not taken over on {on}: "
        "you had been without points since the ban on driving (interdiction de circuler) notified on {loss}"
    ),
    "carried_over_on_lost_licence_yet": (
        "The balance of another register is not taken over on {on}: "
        "you did not yet have a licence that holds points out of 12"
    ),
    "annulment_back": (
        "The withdrawal for the offence of {committed} is annulled on {on}: "
        "the balance becomes what it would be without it, that is {more}"
    ),
    "annulment_back_less": (
        "The withdrawal for the offence of {committed} is annulled on {on}: "
        "the balance becomes what it would be without it, that is {fewer}"
    ),
    "annulment_back_still_at_zero": (
        "The withdrawal for the offence of {committed} is annulled on {on}: "
        "the balance becomes what it would be without it, that is {more}, which leaves no points"
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
    "letter_48si_overtaken": (
        "The letter 48SI notified on {on} changes nothing: it says that the offence of {named_offence} "
        "cost you your last points, but the balance has risen above zero since that withdrawal"
    ),
    "letter_48si_foreign": (
        "The letter 48SI notified on {on} changes nothing: it does not invalidate a foreign licence, "
        "whose holder, once no points are left, receives a ban on driving (interdiction de circuler) instead"
    ),
    "letter_48si_suspended": (
        "A judge suspends on {on} the letter 48SI notified on {letter}: until the judgment, "
        "your licence is valid again, with {balance}"
    ),
    "letter_48si_suspended_at_zero": (
        "A judge suspends on {on} the letter 48SI notified on {letter}: until the judgment, "
        "it no longer invalidates your licence, but no points are left"
    ),
    "letter_48si_suspension_over": (
        "The suspension of the letter 48SI notified on {letter}, ordered on {suspended}, is over: "
        "since {on} that letter has its full effect again"
    ),
    "letter_48si_annulled": (
        "The letter 48SI notified on {letter} is annulled on {on}: it is deemed never to have invalidated "
        "your licence, whose balance is {balance}"
    ),
    "letter_48si_annulled_at_zero": (
        "The letter 48SI notified on {letter} is annulled on {on}: it is deemed never to have invalidated "
        "your licence, but no points are left"
    ),
    "letter_48si_annulled_new_licence": (
        "The letter 48SI notified on {letter} is annulled on {on}, but you have obtained a new licence since: "
        "nothing changes until you ask to exchange it for the former one"
    ),
    "letter_48si_not_in_force": (
        "The decision of {on} on a letter 48SI does not change the validity of your licence: "
        "that letter did not take it away, or not alone"
    ),
    "withdrawal_suspended": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: until the judgment, "
        "the balance becomes what it would be without it, that is {more}"
    ),
    "withdrawal_suspended_less": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: until the judgment, "
        "the balance becomes what it would be without it, that is {fewer}"
    ),
    "withdrawal_suspended_still_at_zero": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: until the judgment, "
        "the balance becomes what it would be without it, that is {more}, which leaves no points"
    ),
    "withdrawal_suspended_held_again": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: without it your licence would not "
        "have been invalidated, so it is valid again until the judgment, with {balance}"
    ),
    "withdrawal_suspended_held_again_at_zero": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: without it your licence would not "
        "have been invalidated then, but other withdrawals leave no points"
    ),
    "withdrawal_suspended_no_change": (
        "A judge suspends on {on} the withdrawal for the offence of {committed}: "
        "the balance is the same with or without it"
    ),
    "withdrawal_suspension_over": (
        "The suspension of the withdrawal for the offence of {committed}, ordered on {suspended}, is over: "
        "since {on} that withdrawal counts again, that is {fewer}"
    ),
    "withdrawal_suspension_over_at_zero": (
        "The suspension of the withdrawal for the offence of {committed}, ordered on {suspended}, is over: "
        "since {on} that withdrawal counts again, that is {fewer}, which leaves no points"
    ),
    "withdrawal_suspension_over_more": (
        "The suspension of the withdrawal for the offence of {committed}, ordered on {suspended}, is over: "
        "since {on} that withdrawal counts again, and the balance becomes what it would have been without "
        "that suspension, that is {more}"
    ),
    "withdrawal_suspension_over_lost_again": (
        "The suspension of the withdrawal for the offence of {committed}, ordered on {suspended}, is over: "
        "since {on} that withdrawal counts again, and once more you no longer have the right to drive"
    ),
    "withdrawal_suspension_over_no_change": (
        "The suspension of the withdrawal for the offence of {committed}, ordered on {suspended}, is over: "
        "on {on} the balance stays the same"
    ),
    "exchanged": (
        "On {on} you hand back the licence obtained on {new_licence} and take back the former one, whose invalidation "
        "is wiped out: it holds {balance}"
    ),
    "exchange_refused": (
        "The exchange of licences asked for on {on} is not possible: it takes a new licence to hand back, and a former "
        "one whose invalidation is wiped out and which has points left"
    ),
    "letter_48si_void": "The letter 48SI notified on {on} changes nothing: you had points left that day",
    "letter_48si_not_held": (
        "The letter 48SI notified on {on} changes nothing: "
        "your licence had not been valid since the letter 48SI was notified on {loss}"
    ),
    "letter_48si_not_held_annulled": (
        "The letter 48SI notified on {on} changes nothing: "
        "your licence had not been valid since a court annulled it on {loss}"
    ),
    "letter_48si_not_held_banned": (
        "The letter 48SI notified on {on} changes nothing: "
        "you had been without points since the ban on driving (interdiction de circuler) notified on {loss}"
    ),
    "letter_48si_not_held_yet": (
        "The letter 48SI notified on {on} changes nothing: you did not yet have a licence that holds points out of 12"
    ),
    "lost_by_judge": "A court annuls your licence on {on}: it holds no points any more and you lose the right to drive",
    "judge_not_held_annulled": (
        "The annulment ordered by a court on {on} does not change the balance: "
        "your licence had not been valid since a court annulled it on {loss}"
    ),
    "judge_not_held_yet": (
        "The annulment ordered by a court on {on} does not change the balance: "
        "you did not yet have a licence that holds points out of 12"
    ),
    "banned": (
        "The ban on driving in France (interdiction de circuler) is notified to you on {on} while no points are left: "
        "you may not drive there before {points_again}, the day you will have points again"
    ),
    "ban_without_effect": (
        "The ban on driving in France (interdiction de circuler) notified on {on} changes nothing: "
        "it concerns only a foreign licence still valid in France with no points left"
    ),
}
