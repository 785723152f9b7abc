"""The readings D17 to D23 of ``docs/dossier.md``: what surrounds a decision, each pinned by the fewest facts."""

import pytest

from mespoints.law.days import iso
from mespoints.law.results import Statement
from tests.law.lives import moved, moves, offence, on_day, stage, told

FALLEN = (
    offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
    offence("b", "2022-05-10", "2022-06-01", 6, "delit"),
)
"""A licence of 12 points brought to zero on 1 June 2022 by ``b``."""


def after_letter(on: str, *acts: dict[str, object], **letter: object) -> Statement:
    """The life of FALLEN with a 48SI notified on 15 June 2022, and more acts."""
    return told(on, *FALLEN, on_day("lettre_48si", "l", "2022-06-15", **letter), *acts)


# --- D17: a 48SI that comes late -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "status"), [({}, "invalidated"), ({"offence": "b"}, "zero"), ({"offence": "c"}, "invalidated")]
)
def test_d17_a_late_48si_is_void_once_the_sum_has_risen_since_the_fall_it_names(named: dict, status: str) -> None:
    """A stage between the fall of ``b`` and a second fall by ``c``: only a letter that names ``b`` is void."""
    late = on_day("lettre_48si", "l", "2022-11-02", **named)
    life = told(
        "2022-12-01", *FALLEN, stage("s", "2022-07-10"), offence("c", "2022-08-01", "2022-10-01", 4, "c4"), late
    )

    assert status == life.status
    assert 0 == life.signed_balance


def test_d17_a_letter_that_names_an_offence_without_withdrawal_is_judged_on_the_sum() -> None:
    """The offence named is still pending: the sum alone decides (D9)."""
    pending = {"act": "offence", "id": "p", "committed_on": "2022-05-01", "class": "c4", "points": 3}
    letter = on_day("lettre_48si", "l", "2022-06-15", offence="p")

    assert "invalidated" == told("2022-07-01", *FALLEN, pending, letter).status


def test_d17_a_letter_of_the_former_licence_does_not_take_the_new_one() -> None:
    """The new licence raised the sum above zero since the fall that the letter names."""
    new = on_day("licence_obtained", "n", "2022-09-01")
    fall = offence("c", "2022-09-10", "2022-10-01", 6, "delit")

    assert (
        "zero" == told("2022-12-01", *FALLEN, new, fall, on_day("lettre_48si", "l", "2022-11-02", offence="b")).status
    )
    assert "invalidated" == told("2022-12-01", *FALLEN, new, fall, on_day("lettre_48si", "l", "2022-11-02")).status


# --- D18: suspended, annulled ----------------------------------------------------------------------------------------


def test_d18_an_annulled_48si_never_took_the_licence() -> None:
    """The stage followed meanwhile counts, and one movement carries its points on the day of the annulment."""
    life = after_letter("2023-03-01", stage("s", "2022-09-04"), on_day("lettre_48si_annulled", "x", "2023-02-01"))

    assert ("valid", 4) == (life.status, life.balance)
    assert ("2023-02-01", "lettre_48si_annulled", 4, 4) == moves(life)[-1]
    assert "rectificatif" == life.movements[-1].letter


def test_d18_a_withdrawal_decided_while_the_licence_was_lost_counts_once_the_letter_is_annulled() -> None:
    """It moved nothing while the licence was lost; the licence having been held throughout, it does."""
    late = offence("c", "2022-06-01", "2022-07-01", 3, "c4", decided_on="2022-08-01")
    life = after_letter("2023-03-01", late, on_day("lettre_48si_annulled", "x", "2023-02-01"))

    assert ("zero", -3) == (life.status, life.signed_balance)
    assert ("2023-02-01", "lettre_48si_annulled", -3, 0) == moves(life)[-1]


def test_d18_a_suspended_48si_is_as_if_it_were_not_until_the_suspension_ends() -> None:
    """Held with the points of a stage while it lasts, lost again with the former sum the day after."""
    acts = (stage("s", "2022-09-04"), on_day("lettre_48si_suspended", "x", "2022-08-01", to="2023-01-31"))

    assert ("zero", 0) == (lambda life: (life.status, life.balance))(after_letter("2022-08-01", *acts))
    assert ("valid", 4) == (lambda life: (life.status, life.balance))(after_letter("2023-01-31", *acts))
    over = after_letter("2023-02-01", *acts)

    assert ("invalidated", 0) == (over.status, over.balance)
    assert ("2023-02-01", "lettre_48si_suspended", -4, 0) == moves(over)[-1]


def test_d18_the_title_is_to_be_handed_in_again_when_the_suspension_is_over() -> None:
    """Ten jours francs from the day the letter has its effects again; the former surrender was undone with it."""
    before, again = on_day("title_surrendered", "t", "2022-06-20"), on_day("title_surrendered", "u", "2023-02-10")
    suspended = on_day("lettre_48si_suspended", "x", "2022-08-01", to="2023-01-31")
    open_duties = [[(d.duty, iso(d.on)) for d in after_letter("2023-03-01", *a).deadlines] for a in (
        (before, suspended), (before, suspended, again)
    )]  # fmt: skip

    assert [[("restitution", "2023-02-13")], [("new_licence", "2023-08-10")]] == open_duties


def test_d18_a_letter_annulled_while_suspended_stays_without_effect() -> None:
    """The end of the suspension brings nothing back."""
    suspended = on_day("lettre_48si_suspended", "x", "2022-08-01", to="2023-01-31")
    life = after_letter("2023-03-01", suspended, on_day("lettre_48si_annulled", "y", "2022-12-01"))

    assert "zero" == life.status
    assert [("2022-08-01", "lettre_48si_suspended", 0, 0), ("2022-12-01", "lettre_48si_annulled", 0, 0)] == moves(life)[
        -2:
    ]


@pytest.mark.parametrize("kind", ["lettre_48si_suspended", "lettre_48si_annulled"])
def test_d18_without_a_letter_in_force_nothing_changes(kind: str) -> None:
    """The letter was void: the sum stood above zero when it was notified."""
    life = told("2022-12-01", FALLEN[0], on_day("lettre_48si", "l", "2022-06-15"), on_day(kind, "x", "2022-08-01"))

    assert ("valid", 6) == (life.status, life.balance)
    assert ("2022-08-01", kind, 0, 6) == moves(life)[-1]


def test_d18_a_suspended_withdrawal_gives_its_points_and_takes_them_again() -> None:
    """On the first day of the suspension, and on the day after its last."""
    suspended = on_day("withdrawal_suspended", "x", "2022-08-01", offence="b", to="2022-12-31")
    life = told("2023-06-01", *FALLEN, suspended)

    assert [
        ("2022-02-01", "withdrawal", -6, 6),
        ("2022-06-01", "withdrawal", -6, 0),
        ("2022-08-01", "withdrawal_suspended", 6, 6),
        ("2023-01-01", "withdrawal_suspended", -6, 0),
    ] == moved(life)
    assert ["48M", "48SI", "rectificatif", "48SI"] == [m.letter for m in life.movements[1:]]


def test_d18_a_suspended_withdrawal_lifts_the_invalidation_for_its_time() -> None:
    """The sum without it stands above zero: the notified letter takes the licence again when the suspension ends."""
    suspended = on_day("withdrawal_suspended", "x", "2022-08-01", offence="b", to="2022-12-31")

    assert ("valid", 6) == (lambda life: (life.status, life.balance))(after_letter("2022-12-31", suspended))
    assert ("invalidated", 0) == (lambda life: (life.status, life.balance))(after_letter("2023-01-01", suspended))


def test_d18_a_withdrawal_annulled_while_suspended_does_not_come_back() -> None:
    """The end of the suspension changes nothing and is not told."""
    suspended = on_day("withdrawal_suspended", "x", "2022-08-01", offence="b", to="2022-12-31")
    life = told("2023-06-01", *FALLEN, suspended, on_day("withdrawal_annulled", "y", "2022-10-01", offence="b"))

    assert 6 == life.balance
    assert ("2022-10-01", "withdrawal_annulled", 0, 6) == moves(life)[-1]


# --- D19: the exchange of licences -----------------------------------------------------------------------------------

NEW = on_day("licence_obtained", "n", "2023-03-01")
ANNULLED = on_day("lettre_48si_annulled", "x", "2024-01-10")


def test_d19_a_letter_annulled_while_a_new_licence_is_held_changes_nothing_by_itself() -> None:
    """Nobody holds two licences; the points of the former do not add to the new."""
    life = after_letter("2024-02-01", stage("s", "2022-09-04"), NEW, ANNULLED)

    assert ("2024-01-10", "lettre_48si_annulled", 0, 6) == moves(life)[-1]


def test_d19_the_former_licence_comes_back_with_what_was_committed_meanwhile() -> None:
    """Four points of the stage, less the one of an offence committed with the new licence."""
    small = offence("c", "2023-05-01", "2023-06-01", 1)
    exchanged = on_day("licence_exchanged", "e", "2024-02-01")
    life = after_letter("2024-02-01", stage("s", "2022-09-04"), NEW, small, ANNULLED, exchanged)

    assert ("valid", 4, 12) == (life.status, life.balance, life.ceiling)
    assert ("licence_exchanged", -2) == (life.movements[-1].cause, life.movements[-1].points)


@pytest.mark.parametrize("acts", [(NEW, ANNULLED), (NEW, stage("s", "2022-09-04")), (ANNULLED,)])
def test_d19_the_exchange_is_refused(acts: tuple[dict[str, object], ...]) -> None:
    """The former sum is nil; its letter still stands; there is no new licence."""
    before = after_letter("2024-02-01", *acts)
    life = after_letter("2024-02-01", *acts, on_day("licence_exchanged", "e", "2024-02-01"))

    assert ("licence_exchanged", 0) == (life.movements[-1].cause, life.movements[-1].points)
    assert (before.status, before.balance, before.ceiling) == (life.status, life.balance, life.ceiling)


# --- D20: category B by apprentissage anticipé on a running probation ------------------------------------------------


@pytest.mark.parametrize(
    ("category_b_on", "points"),
    [
        ("2020-06-01", [("2021-01-01", 3), ("2022-01-01", 3)]),
        ("2021-01-01", [("2021-01-01", 3), ("2022-01-01", 3)]),
        ("2021-06-01", [("2021-01-01", 2), ("2022-01-01", 4)]),
        ("2022-01-01", [("2021-01-01", 2), ("2022-01-01", 4)]),
        ("2022-06-01", [("2021-01-01", 2), ("2022-01-01", 2), ("2022-06-01", 2)]),
        ("2023-06-01", [("2021-01-01", 2), ("2022-01-01", 2), ("2023-01-01", 2)]),
    ],
)
def test_d20_category_b_by_aac_makes_the_probation_two_years(category_b_on: str, points: list[tuple[str, int]]) -> None:
    """Three points a year from then on; the end at two years, or at once when they have passed."""
    life = told("2024-01-01", on_day("category_b_by_aac", "b", category_b_on), obtained_on="2020-01-01")

    assert points == [(iso(m.on), m.points) for m in life.movements[1:]]
    assert "probation_end" == life.movements[-1].cause


def test_d20_a_training_already_followed_makes_it_eighteen_months() -> None:
    """Or the day of category B when they have passed."""
    training = on_day("formation_complementaire", "t", "2020-08-01")
    early = told("2024-01-01", training, on_day("category_b_by_aac", "b", "2021-03-01"), obtained_on="2020-01-01")
    late = told("2024-01-01", training, on_day("category_b_by_aac", "b", "2021-10-01"), obtained_on="2020-01-01")

    assert "2021-07-01" == iso(early.movements[-1].on)
    assert "2021-10-01" == iso(late.movements[-1].on)


def test_d20_nothing_changes_for_a_probation_by_aac_already() -> None:
    """It is two years from the start."""
    act = on_day("category_b_by_aac", "b", "2021-06-01")

    assert (
        told("2024-01-01", obtained_on="2020-01-01", probation="aac").movements
        == told("2024-01-01", act, obtained_on="2020-01-01", probation="aac").movements
    )


# --- D21: foreign licences -------------------------------------------------------------------------------------------


def foreign(on: str, *acts: dict[str, object], since: str = "2018-05-01") -> Statement:
    """The life of the holder of a foreign licence, in France since a day."""
    return told(on, *acts, obtained_on=since, foreign=True)


def test_d21_a_foreign_licence_holds_twelve_points_from_2017_11_18() -> None:
    """Or from the first day in France."""
    assert ("2017-11-18", 12) == (iso(foreign("2018-01-01", since="2010-01-01").movements[0].on), 12)
    assert ("2018-05-01", 12) == (iso(foreign("2019-01-01").movements[0].on), foreign("2019-01-01").balance)
    assert foreign("2019-01-01").probation_ends_on is None


def test_d21_a_ban_of_a_year_then_twelve_points_again() -> None:
    """The withdrawal that leaves nothing owes the notice of the ban, not a 48SI; the points come back by themselves."""
    ban = on_day("interdiction_de_circuler", "x", "2022-06-15")
    during, after = foreign("2023-06-14", *FALLEN, ban), foreign("2023-06-15", *FALLEN, ban)

    assert ("banned", 0, "interdiction") == (during.status, during.balance, during.movements[-2].letter)
    assert ("2023-06-15", "obtained", 12) == (iso(during.next[0].on), during.next[0].cause, during.next[0].points)
    assert ("valid", 12) == (after.status, after.balance)


def test_d21_letters_of_one_kind_of_licence_change_nothing_on_the_other() -> None:
    """A 48SI on a foreign licence; a ban on a French one."""
    assert "zero" == foreign("2022-07-01", *FALLEN, on_day("lettre_48si", "l", "2022-06-15")).status
    assert "zero" == told("2022-07-01", *FALLEN, on_day("interdiction_de_circuler", "x", "2022-06-15")).status


def test_d21_the_french_licence_that_follows_goes_on_with_the_same_points_and_delays() -> None:
    """Two years after the offence committed with the foreign one, all its points are back."""
    one = offence("a", "2022-01-10", "2022-02-01", 2)
    life = foreign("2024-03-01", one, on_day("french_licence", "f", "2022-09-01"))

    assert [("2022-02-01", "withdrawal", -2, 10), ("2024-02-01", "full_restoration", 2, 12)] == moved(life)


def test_d21_a_french_licence_in_probation_holds_six_points_at_most() -> None:
    """Its probation begins that day, and only offences committed since spoil it."""
    one = offence("a", "2022-01-10", "2022-02-01", 2)
    life = foreign("2025-12-01", one, on_day("french_licence", "f", "2022-09-01", probation="ordinary"))

    assert [
        ("2022-02-01", "withdrawal", -2, 10),
        ("2022-09-01", "french_licence", -4, 6),
        ("2023-09-01", "probation_step", 2, 8),
        ("2024-09-01", "probation_step", 2, 10),
        ("2025-09-01", "probation_end", 2, 12),
    ] == moved(life)


def test_d21_a_french_licence_changes_nothing_elsewhere() -> None:
    """On a French licence, or during the ban."""
    follows = on_day("french_licence", "f", "2022-09-01", probation="ordinary")
    ban = on_day("interdiction_de_circuler", "x", "2022-06-15")

    assert ("2022-09-01", "french_licence", 0, 12) == moves(told("2022-10-01", follows))[-1]
    assert ("2022-09-01", "french_licence", 0, 0) == moves(foreign("2022-10-01", *FALLEN, ban, follows))[-1]


# --- D22: remedies; D23: the mandatory stage -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "recours", "state", "last_day"),
    [
        ("2022-08-16", (), "open", "2022-08-16"),
        ("2022-08-17", (), "over", "2022-08-16"),
        ("2022-09-01", (("gracieux", "2022-08-16", None),), "waiting", "2022-12-19"),
        ("2022-10-16", (("gracieux", "2022-08-16", None),), "open", "2022-12-19"),
        ("2022-09-01", (("gracieux", "2022-08-17", None),), "over", "2022-08-16"),
        ("2022-09-10", (("gracieux", "2022-08-01", "2022-09-01"),), "open", "2022-11-02"),
        (
            "2022-09-10",
            (("gracieux", "2022-08-01", "2022-09-01"), ("hierarchique", "2022-08-10", None)),
            "waiting",
            "2022-12-12",
        ),
        ("2022-09-10", (("contentieux", "2022-08-16", None),), "filed", "2022-08-16"),
        ("2022-09-10", (("contentieux", "2022-08-17", None),), "over", "2022-08-16"),
    ],
)
def test_d22_the_clock_of_a_remedy(
    on: str, recours: tuple[tuple[str, str, str | None], ...], state: str, last_day: str
) -> None:
    """Two months, délai franc, from the notification or from the rejection of every recours filed in time."""
    acts = []
    for number, (kind, filed_on, rejected_on) in enumerate(recours):
        acts.append({"act": "recours", "id": f"r{number}", "on": filed_on, "kind": kind, "letter": "l"})
        acts += [on_day("recours_rejected", f"j{number}", rejected_on, recours=f"r{number}")] if rejected_on else []
    (remedy,) = after_letter(on, *acts).remedies

    assert (state, last_day) == (remedy.state, iso(remedy.last_on or 0))


def test_d22_a_letter_annulled_has_no_remedy_any_more() -> None:
    """Nor has a 48N whose withdrawal is annulled."""
    assert () == after_letter("2022-09-01", on_day("lettre_48si_annulled", "x", "2022-08-01")).remedies


def test_d23_a_mandatory_stage_outlives_a_48si_voided_by_a_stage() -> None:
    """Six points at once in probation owe a 48SI; a stage saves the licence, and the 48N still orders a stage."""
    life = told(
        "2022-09-01",
        offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
        stage("s", "2022-02-20"),
        on_day("lettre_48si", "l", "2022-03-01", offence="a"),
        on_day("lettre_48n", "n", "2022-06-01", offence="a"),
        obtained_on="2021-06-01",
    )

    assert ("valid", 4) == (life.status, life.balance)
    assert [("mandatory_stage", "2022-10-01")] == [(duty.duty, iso(duty.on)) for duty in life.deadlines]


def test_d24_the_way_back_waits_for_the_last_ban_and_says_nothing_while_one_is_not_known() -> None:
    """Two annulations of one licence: whoever is barred until 2026 may not ask in 2023."""
    first = on_day("licence_annulled", "j", "2022-02-11", ban_months=11)
    known, unknown = (
        on_day("licence_annulled", "k", "2023-10-04", ban_months=36),
        on_day("licence_annulled", "k", "2023-10-04"),
    )
    way_back = told("2025-10-05", first, known).way_back

    assert way_back is not None
    assert "2026-10-04" == iso(way_back.may_ask_on)
    assert told("2025-10-05", first, unknown).way_back is None
