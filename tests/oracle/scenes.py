"""The scenes of an ordinary life: clusters of offences, stages, falls, annulments, new licences."""

from datetime import date, timedelta

from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.drafts import CONTRAVENTIONS, LAST_DAY, Draft, delit, write_offence


def offences(draft: Draft) -> None:
    """A cluster of offences within a few months."""
    draft.go_on(draft.rng.choice((200, 900, 1500)))
    for _ in range(draft.rng.choice((1, 1, 2, 3, 4))):
        day = draft.go_on(draft.rng.choice((5, 60, 200, 400)))
        category, points = delit(draft, day) if draft.rng.random() < 0.12 else draft.rng.choice(CONTRAVENTIONS)
        write_offence(draft, day, category, points)


def single_points(draft: Draft) -> None:
    """Offences of one point around each other's six months."""
    for _ in range(draft.rng.randint(1, 4)):
        write_offence(draft, draft.go_on(draft.rng.choice((30, 200, 400))), draft.rng.choice(("c3", "c3", "c4")), 1)


def episode(draft: Draft) -> None:
    """Simultaneous offences, sometimes around the days on which their limit changed."""
    rng = draft.rng
    day = draft.go_on(800)
    if rng.random() < 0.2 and draft.cursor <= date(2003, 7, 12):
        day = draft.cursor = date(2003, 7, 12) - timedelta(days=rng.choice((0, 1)))
    common = f"e{len(draft.acts)}"
    for _ in range(rng.randint(2, 4)):
        category, points = delit(draft, day) if rng.random() < 0.3 else rng.choice(CONTRAVENTIONS)
        write_offence(draft, day, category, points, common, quick=0.7)


def stage(draft: Draft) -> None:
    """A stage, often around the end of another's year."""
    rng = draft.rng
    kinds = ("volontaire", "probatoire", "alternative", "composition_penale", "peine")
    ended_on = draft.go_on(rng.choice((60, 300, 800)))
    started_on = None if rng.random() < 0.3 else ended_on - timedelta(days=rng.choice((1, 1, 1, 0, 2)))
    draft.add("stage", ended_on=ended_on, started_on=started_on, kind=rng.choices(kinds, weights=(8, 4, 1, 1, 1))[0])
    # A stage begun on the first day allowed ends on the day after.
    for months in (12, 24):
        draft.attract(add_months(ended_on, months) + 2 * ONE_DAY)
    draft.attract(ended_on + ONE_DAY)


def ten_years(draft: Draft) -> None:
    """An old contravention, and a new offence in each delay that would have wiped it."""
    for number in range(draft.rng.randint(6, 9)):
        day = draft.go_on(30) if number == 0 else draft.go_on(700)
        write_offence(draft, day, *draft.rng.choice((("c4", 1), ("c4", 2), ("c3", 2), ("c5", 1))), quick=0.8)
        if draft.rng.random() < 0.4:
            stage(draft)
        # Less than the two years that would restore all, more than half of them.
        draft.cursor = max(draft.cursor, min(day + timedelta(days=400), LAST_DAY))


def mandatory_stage(draft: Draft) -> None:
    """A lettre 48N, and perhaps the stage that it orders."""
    final = draft.final_offences()
    if not final:
        return offences(draft)
    notified_on = draft.go_on(150)
    draft.attract(notified_on, 3, 4)
    draft.add("lettre_48n", notified_on=notified_on, offence=draft.rng.choice(final[-3:])["id"])
    if draft.rng.random() < 0.7:
        started_on = draft.day(notified_on - ONE_DAY, 140)
        draft.add("stage", started_on=started_on, ended_on=started_on + ONE_DAY, kind="probatoire")
        draft.cursor = max(draft.cursor, started_on)
    return None


def fall(draft: Draft) -> None:
    """Enough offences to lose everything, a 48SI early, in time or late, and what may follow."""
    rng = draft.rng
    draft.go_on(600)
    last = draft.cursor
    for _ in range(rng.randint(2, 4)):
        day = draft.go_on(rng.choice((30, 120, 300)))
        heavy = rng.choice((("c4", 6), ("c4", 4), ("c5", 6), ("c4", 3), delit(draft, day), delit(draft, day)))
        act = write_offence(draft, day, *heavy, quick=0.8)
        last = max(last, date.fromisoformat(act.get("decided_on") or act.get("final_on") or act["committed_on"]))
    if rng.random() < 0.4:
        ended_on = last + timedelta(days=rng.choice((-1, 0, 1, 10, 40)))
        draft.add("stage", ended_on=ended_on, kind="volontaire")
        draft.attract(ended_on + ONE_DAY)
    notified_on = draft.day(last - timedelta(days=rng.choice((0, 0, 0, 60))), rng.choice((0, 15, 60, 900)))
    draft.attract(notified_on)
    draft.cursor = max(notified_on, draft.cursor)
    draft.add("lettre_48si", notified_on=notified_on)
    if rng.random() < 0.7:
        after_the_fall(draft, notified_on)


def after_the_fall(draft: Draft, notified_on: date) -> None:
    """The title handed in, perhaps a withdrawal annulled, perhaps a new licence."""
    rng = draft.rng
    surrendered_on = draft.day(notified_on, rng.choice((0, 12, 60)))
    draft.attract(surrendered_on, 6, 12)
    draft.add("title_surrendered", on=surrendered_on)
    if rng.random() < 0.3:
        annul_one(draft, notified_on)
    if rng.random() < 0.75:
        draft.cursor = surrendered_on
        new_licence(draft)


def new_licence(draft: Draft) -> None:
    """A new licence, whatever became of the former."""
    obtained_on = draft.go_on(draft.rng.choice((200, 400)))
    probation = None
    if obtained_on >= date(2004, 3, 1):
        probation = draft.rng.choices((None, "ordinary", "aac", "none"), weights=(12, 4, 2, 1))[0]
    draft.attract(obtained_on, 6, 12, 18, 24, 36)
    draft.add("licence_obtained", on=obtained_on, probation=probation)


def annulation(draft: Draft) -> None:
    """An annulation judiciaire, and perhaps a new licence."""
    on = draft.go_on(700)
    draft.attract(on)
    draft.add("licence_annulled", on=on)
    if draft.rng.random() < 0.8:
        new_licence(draft)


def annul_one(draft: Draft, since: date) -> None:
    """One withdrawal annulled on a day or soon after it."""
    final = draft.final_offences()
    if final:
        on = draft.day(since, draft.rng.choice((0, 60, 400)))
        draft.attract(on)
        draft.add("withdrawal_annulled", offence=draft.rng.choice(final)["id"], on=on)


def annulments(draft: Draft) -> None:
    """One withdrawal annulled, or two."""
    for _ in range(draft.rng.choice((1, 1, 2))):
        annul_one(draft, draft.go_on(400))


def suspension(draft: Draft) -> None:
    """The right to drive suspended for a time."""
    since = draft.go_on(400)
    until = since + timedelta(days=draft.rng.choice((0, 30, 180)))
    draft.attract(until)
    draft.add("suspension", **{"from": since, "to": until}, by=draft.rng.choice((None, "prefet", "juge")))


# Each scene, and how often it comes.
SCENES = {
    offences: 24,
    single_points: 14,
    episode: 12,
    stage: 16,
    mandatory_stage: 7,
    fall: 10,
    annulation: 3,
    annulments: 11,
    suspension: 4,
    ten_years: 3,
}
