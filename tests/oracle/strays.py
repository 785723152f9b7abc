"""Acts that come on any day, out of their order or where nothing calls for them."""

from datetime import date, timedelta

from tests.oracle.civil_days import ONE_DAY
from tests.oracle.drafts import Draft

KINDS = (
    "lettre_48si",
    "lettre_48si_suspended",
    "lettre_48si_annulled",
    "withdrawal_suspended",
    "withdrawal_annulled",
    "licence_exchanged",
    "licence_annulled",
    "licence_obtained",
    "french_licence",
    "interdiction_de_circuler",
    "category_b_by_aac",
    "formation_complementaire",
    "carried_over",
)


def stray_acts(draft: Draft) -> None:
    """A few of them."""
    rng = draft.rng
    since = date.fromisoformat(draft.licence["obtained_on"])
    for _ in range(rng.randint(1, 3)):
        on = draft.day(max(since, draft.cursor - timedelta(days=2000)), 3000)
        kind = rng.choice(KINDS)
        if kind.startswith("withdrawal_"):
            _withdrawal_undone(draft, kind, on)
        elif kind.startswith("lettre_48si_"):
            letters = [act["id"] for act in draft.acts if act["act"] == "lettre_48si"]
            until = _until(draft, on) if kind == "lettre_48si_suspended" else None
            draft.add(kind, on=on, letter=rng.choice([None, *letters]), to=until)
        elif kind == "lettre_48si":
            named = [act["id"] for act in draft.final_offences()]
            draft.add(kind, notified_on=on, offence=rng.choice([None, *named]))
        elif kind == "interdiction_de_circuler":
            draft.add(kind, notified_on=on)
        elif kind == "carried_over":
            draft.add(kind, on=on, balance=rng.randint(1, 12), last_final_on=rng.choice((None, on - ONE_DAY)))
        elif kind == "licence_annulled" and "foreign" not in draft.licence:
            draft.add(kind, on=on, ban_months=rng.choice((None, 0, 6, 11, 12, 24)))
        elif kind != "licence_annulled":
            draft.add(kind, on=on)


def _withdrawal_undone(draft: Draft, kind: str, on: date) -> None:
    """A withdrawal already decided, suspended or annulled."""
    decided = [act for act in draft.final_offences() if act.get("decided_on", act["final_on"]) <= on.isoformat()]
    if decided:
        until = _until(draft, on) if kind == "withdrawal_suspended" else None
        draft.add(kind, on=on, offence=draft.rng.choice(decided)["id"], to=until)


def _until(draft: Draft, on: date) -> date | None:
    return draft.rng.choice((None, on + timedelta(days=draft.rng.choice((0, 30, 400)))))
