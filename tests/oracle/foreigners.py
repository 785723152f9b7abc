"""The scenes of a foreign licence: the fall, the ban of one year, the French licence that follows."""

from datetime import timedelta

from tests.oracle import procedures, scenes
from tests.oracle.drafts import Draft


def banned(draft: Draft) -> None:
    """A fall on a foreign licence, the ban in time or late, and the year after it."""
    rng = draft.rng
    draft.go_on(300)
    last = procedures.offences_that_empty(draft)
    if rng.random() < 0.3:
        procedures.what_happens_meanwhile(draft, last)
    last = max(last, draft.cursor) + timedelta(days=rng.choice((0, 1, 1)))
    on = draft.day(last, rng.choice((0, 15, 60, 300)))
    draft.attract(on, 12)
    draft.cursor = on
    draft.add("interdiction_de_circuler", notified_on=on)
    if rng.random() < 0.15:
        draft.add("lettre_48si", notified_on=draft.go_on(30))
    procedures.what_happens_meanwhile(draft, on)


def become_french(draft: Draft) -> None:
    """The French licence that follows, with or without a probation."""
    on = draft.go_on(draft.rng.choice((60, 400, 800)))
    probation = draft.rng.choices((None, "none", "ordinary", "aac"), weights=(3, 1, 3, 2))[0]
    draft.attract(on, 12, 24, 36)
    draft.add("french_licence", on=on, probation=probation)
    if draft.rng.random() < 0.3:
        draft.add("category_b_by_aac", on=draft.day(on, 1100))
    if draft.rng.random() < 0.5:
        draft.cursor = draft.day(on, 200)
        procedures.late_letter(draft)


# Each scene, and how often it comes.
SCENES = {
    banned: 30,
    become_french: 14,
    procedures.contested_withdrawal: 8,
    scenes.offences: 10,
    scenes.single_points: 4,
    scenes.stage: 6,
    scenes.episode: 3,
}
