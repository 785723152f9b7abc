"""The scenes of a life before the judge: letters late, named, suspended and annulled, exchanges, bans, remedies."""

from datetime import date, timedelta
from typing import Any

from tests.oracle import scenes
from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.drafts import Draft, follow_formation, write_offence
from tests.oracle.facts import FOREIGN_POINTS_SINCE, TWELVE_POINTS_SINCE
from tests.oracle.simulation import simulate

Act = dict[str, Any]


def shorten_probation(draft: Draft, since: date) -> None:
    """Sometimes category B by apprentissage anticipé, with or without the training."""
    if draft.rng.random() < 0.35:
        months = draft.rng.choice((0, 3, 9, 12, 15, 18, 21, 24, 30, 36, 40))
        on = max(since, add_months(since, months) + timedelta(days=draft.rng.choice((0, 0, -1, 1, 9))))
        draft.attract(on)
        draft.add("category_b_by_aac", on=on)
    if since >= date(2017, 6, 1) and draft.rng.random() < 0.4:
        follow_formation(draft, since)


def statement_so_far(draft: Draft, on: date) -> dict[str, Any]:
    """The register as a clerk would read it on a day."""
    begins_on = FOREIGN_POINTS_SINCE if draft.licence.get("foreign") else TWELVE_POINTS_SINCE
    first = max(date.fromisoformat(draft.licence["obtained_on"]), begins_on)
    document = {"format": "dossier/1", "licence": draft.licence, "acts": draft.acts}
    return simulate(document, max(on, first).isoformat())


def offences_that_empty(draft: Draft) -> date:
    """Offences that leave no point, or hardly fewer than none, and the day of the last decision."""
    rng = draft.rng
    last = draft.cursor
    left = statement_so_far(draft, last)["signed_balance"]
    for _ in range(4):
        day = draft.go_on(rng.choice((5, 60, 150)))
        points = 6 if left > 6 else max(1, min(6, left + rng.choice((-1, 0, 0, 1, 2, 3))))
        act = write_offence(draft, day, "delit" if points == 6 and rng.random() < 0.5 else "c4", points, quick=0.9)
        last = max(last, date.fromisoformat(act.get("decided_on") or act.get("final_on") or act["committed_on"]))
        left -= points
        if left <= 0:
            break
    return last


def what_happens_meanwhile(draft: Draft, since: date) -> None:
    """Stages, offences and decisions while a letter is late, suspended or annulled."""
    rng = draft.rng
    draft.cursor = since
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        chance = rng.random()
        if chance < 0.45:
            ended_on = draft.go_on(rng.choice((3, 40, 200, 400)))
            draft.attract(ended_on + ONE_DAY)
            draft.add("stage", ended_on=ended_on, kind=rng.choice(("volontaire", "volontaire", "probatoire")))
        elif chance < 0.75:
            day = draft.go_on(rng.choice((20, 100, 300)))
            points = rng.choice((("c3", 1), ("c4", 1), ("c3", 2), ("c4", 3), ("c4", 4), ("c4", 6)))
            write_offence(draft, day, *points, quick=0.85)
        elif chance < 0.85:
            scenes.mandatory_stage(draft)
        else:
            contested_withdrawal(draft)


def fallen_by(draft: Draft, on: date) -> str | None:
    """The last offence that owed a 48SI, sometimes another."""
    final = draft.final_offences()
    if final and draft.rng.random() < 0.15:
        return str(draft.rng.choice(final)["id"])
    owing = [movement["act"] for movement in statement_so_far(draft, on)["movements"] if movement["letter"] == "48SI"]
    named = [act["id"] for act in final if act["id"] in owing]
    return str(named[-1]) if named else None


def rise_and_fall_again(draft: Draft, since: date) -> date:
    """Points given back while the letter waits, and a new fall."""
    rng = draft.rng
    if rng.random() < 0.75:
        ended_on = draft.day(since, rng.choice((2, 30, 100)))
        draft.attract(ended_on + ONE_DAY)
        draft.add("stage", ended_on=ended_on, kind=rng.choice(("volontaire", "volontaire", "probatoire")))
        draft.cursor = max(draft.cursor, ended_on + timedelta(days=rng.choice((0, 1, 1, 1, 30))))
    else:
        scenes.annul_one(draft, since)
        draft.cursor = max(draft.cursor, since + timedelta(days=rng.choice((0, 60))))
    return offences_that_empty(draft) if rng.random() < 0.75 else draft.cursor


def late_letter(draft: Draft) -> None:
    """A fall, sometimes a rise and a new fall, and a 48SI that may name the first."""
    rng = draft.rng
    draft.go_on(300)
    last = offences_that_empty(draft)
    named = fallen_by(draft, last) if rng.random() < 0.7 else None
    chance = rng.random()
    if chance < 0.35:
        last = max(last, rise_and_fall_again(draft, last))
    elif chance < 0.6:
        what_happens_meanwhile(draft, last)
    last = max(last, draft.cursor) + timedelta(days=rng.choice((0, 1, 1, 1)))
    notified_on = draft.day(last, rng.choice((0, 2, 15, 60, 600)))
    draft.attract(notified_on)
    draft.cursor = notified_on
    letter = draft.add("lettre_48si", notified_on=notified_on, offence=named)
    sequels = (letter_suspended, letter_annulled, new_licence_then_annulled, contested_fall)
    rng.choices(sequels, (6, 3, 5, 2))[0](draft, letter)
    if rng.random() < 0.4:
        remedies(draft, letter)


def contested_fall(draft: Draft, _letter: Act) -> None:
    """A withdrawal attacked once the letter has come."""
    if draft.rng.random() < 0.6:
        contested_withdrawal(draft)


def _name(draft: Draft, letter: Act) -> str | None:
    """The letter by its name, or not."""
    return letter["id"] if draft.rng.random() < 0.5 else None


def _span(draft: Draft, since: date, days: int) -> tuple[date, date | None]:
    """The days of a suspension, its last left out now and then."""
    on = draft.day(since, days)
    until = draft.day(on, draft.rng.choice((0, 10, 90, 300))) if draft.rng.random() < 0.7 else None
    draft.attract(on)
    if until is not None:
        draft.attract(until, 0)
        draft.attract(until + ONE_DAY)
    return on, max(on, until) if until else None


def letter_suspended(draft: Draft, letter: Act) -> None:
    """The 48SI suspended, life meanwhile, then perhaps annulled, or suspended again."""
    rng = draft.rng
    for _ in range(rng.choice((1, 1, 1, 2))):
        on, until = _span(draft, draft.cursor, rng.choice((0, 20, 90)))
        draft.add("lettre_48si_suspended", on=on, to=until, letter=_name(draft, letter))
        if until is not None and rng.random() < 0.5:
            draft.add("stage", ended_on=draft.day(on, (until - on).days), kind="volontaire")
        what_happens_meanwhile(draft, on)
    if rng.random() < 0.4:
        letter_annulled(draft, letter)
    if rng.random() < 0.2:
        scenes.new_licence(draft)


def letter_annulled(draft: Draft, letter: Act) -> None:
    """The 48SI annulled, with what happened before and after."""
    if draft.rng.random() < 0.5:
        what_happens_meanwhile(draft, draft.cursor)
    on = draft.go_on(draft.rng.choice((0, 30, 200)))
    draft.attract(on)
    draft.add("lettre_48si_annulled", on=on, letter=_name(draft, letter))
    what_happens_meanwhile(draft, on)


def new_licence_then_annulled(draft: Draft, letter: Act) -> None:
    """The title handed in, a new licence, the 48SI annulled too late, and the exchange."""
    rng = draft.rng
    if rng.random() < 0.7:
        draft.add("title_surrendered", on=draft.go_on(15))
    stage_between = rng.random() < 0.4
    if stage_between:
        draft.add("stage", ended_on=draft.go_on(90), kind="volontaire")
    scenes.new_licence(draft)
    shorten_probation(draft, draft.cursor)
    what_happens_meanwhile(draft, draft.cursor)
    chance = rng.random()
    if chance < 0.8:
        on = draft.go_on(200)
        draft.add("lettre_48si_annulled", on=on, letter=_name(draft, letter))
    elif chance < 0.9:
        scenes.annul_one(draft, draft.cursor)
    if stage_between:
        # Had the letter never been, the stage before the new licence would bar this one.
        write_offence(draft, draft.go_on(30), "c4", rng.randint(1, 3), quick=1)
        draft.add("stage", ended_on=draft.go_on(300), kind="volontaire")
    elif rng.random() < 0.3:
        what_happens_meanwhile(draft, draft.cursor)
    if rng.random() < 0.75:
        on = draft.go_on(rng.choice((0, 30, 200)))
        draft.attract(on)
        draft.add("licence_exchanged", on=on)
        what_happens_meanwhile(draft, on)


def contested_withdrawal(draft: Draft) -> None:
    """Withdrawals suspended, at times both at once, and then perhaps annulled."""
    rng = draft.rng
    final = draft.final_offences()[-4:]
    if not final:
        return scenes.offences(draft)
    since = draft.cursor
    for act in rng.sample(final, min(len(final), rng.choice((1, 1, 2)))):
        decided_on = date.fromisoformat(act.get("decided_on") or act["final_on"])
        on, until = _span(draft, max(since, decided_on), rng.choice((0, 30, 200)))
        draft.add("withdrawal_suspended", offence=act["id"], on=on, to=until)
        draft.cursor = max(draft.cursor, on)
        if rng.random() < 0.35:
            draft.add("withdrawal_annulled", offence=act["id"], on=draft.day(on, rng.choice((0, 100, 400))))
    return None


def remedies(draft: Draft, letter: Act) -> None:
    """A gracieux, a hiérarchique, their answers, and the court."""
    rng = draft.rng
    notified_on = date.fromisoformat(letter["notified_on"])
    for kind in rng.sample(("gracieux", "hierarchique"), rng.choice((0, 1, 2, 2))):
        on = _within_two_months(draft, notified_on)
        recours = draft.add("recours", kind=kind, on=on, letter=letter["id"])
        draft.attract(on, 2)
        if rng.random() < 0.5:
            answered_on = _within_two_months(draft, on)
            draft.attract(answered_on, 2)
            draft.add("recours_rejected", recours=recours["id"], on=answered_on)
    if rng.random() < 0.5:
        on = _within_two_months(draft, rng.choice((notified_on, _within_two_months(draft, notified_on))))
        draft.add("recours", kind="contentieux", on=on, letter=letter["id"])


def _within_two_months(draft: Draft, day: date) -> date:
    """Mostly within the two months, or around their end."""
    if draft.rng.random() < 0.7:
        return day + timedelta(days=draft.rng.randint(0, 58))
    return add_months(day, 2) + timedelta(days=draft.rng.randint(-2, 5))


def contested_48n(draft: Draft) -> None:
    """A lettre 48N and what is done against it."""
    scenes.mandatory_stage(draft)
    letters = [act for act in draft.acts if act["act"] == "lettre_48n"]
    if letters:
        remedies(draft, letters[-1])


def annulation_with_ban(draft: Draft) -> None:
    """An annulation judiciaire with the months that the judge bars."""
    on = draft.go_on(500)
    draft.attract(on, 6, 12)
    draft.add("licence_annulled", on=on, ban_months=draft.rng.choice((None, 0, 3, 6, 11, 12, 36)))
    if draft.rng.random() < 0.6:
        draft.add("title_surrendered", on=draft.go_on(30))
    if draft.rng.random() < 0.6:
        scenes.new_licence(draft)


def new_probation(draft: Draft) -> None:
    """A new licence whose probation a category B shortens."""
    scenes.new_licence(draft)
    shorten_probation(draft, draft.cursor)


# Each scene, and how often it comes.
SCENES = {
    late_letter: 30,
    contested_withdrawal: 10,
    contested_48n: 6,
    scenes.offences: 10,
    scenes.single_points: 4,
    scenes.stage: 6,
    scenes.episode: 3,
    scenes.suspension: 3,
    scenes.ten_years: 1,
    new_probation: 4,
    annulation_with_ban: 4,
}
