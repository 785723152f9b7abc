"""What a movement is written with: the acts that it names, by their places, and no other."""

import pytest

from mespoints.law.explain.choice import because_key
from mespoints.law.explain.ground import ground_of
from mespoints.law.rows import MovementRow
from mespoints.law.statement import movements_of
from tests.law.explain.grounds import LIVES

NONE = -1

OF_ITSELF = {"obtained_with_6", "obtained_with_12", "obtained_with_12_before_2004", "obtained_with_12_in_1992",
             "obtained_by_foreign_holder", "obtained_by_foreign_holder_in_2017", "points_after_ban", "step_clean",
             "step_clean_at_ceiling", "probation_clean", "probation_clean_reduced",
             "probation_clean_by_aac"}  # fmt: skip
"""What the licence and its days bring: no act of the file is behind it."""

BY_AN_OFFENCE = ("step_refused", "probation_not_clean", "full_back")
"""The act behind it alone explains it: the offence that broke a probation, or that a delay runs from."""

OF_AN_OFFENCE = ("one_point_back", "one_point_at_ceiling", "ten_years_back")
"""Points of an offence come back, or do not, for no act of the file."""

BY_AN_ACT = ("obtained_with_6_again", "obtained_with_12_again", "carried_over", "french_licence", "stage_back",
             "stage_without_points", "stage_at_ceiling", "lost_by", "letter_48si_void", "letter_48si_overtaken",
             "letter_48si_foreign", "letter_48si_not_in_force", "banned", "ban_without_effect")  # fmt: skip
"""The act itself."""

ON_AN_OFFENCE = ("taken", "limit_reached", "no_points_in_bareme", "not_held_when_committed", "annulment",
                 "withdrawal_susp")  # fmt: skip
"""The act, and the offence whose points it moves: the same one for a withdrawal."""

BY_AN_ACT_AND_ANOTHER = ("carried_over_on_lost_licence", "stage_too_soon", "stage_not_held", "letter_48si_not_held",
                         "letter_48si_susp", "letter_48si_annulled", "exchange", "judge_not_held")  # fmt: skip
"""The act, and the one behind: what ended the licence, the stage that bars another, the letter undone."""


def named(row: MovementRow) -> set[str]:
    """The places that a movement names."""
    return {field for field in ("act", "offence", "ground") if getattr(row, field) != NONE}


def expected(key: str) -> set[str]:
    """What the sentence of a movement needs."""
    if key == "one_point_interrupted":
        return {"offence", "ground"}
    if key.startswith("lost_before_decision"):
        return {"act", "offence", "ground"}
    if key in OF_ITSELF:
        return set()
    if key.startswith(BY_AN_ACT_AND_ANOTHER):
        return {"act"} if key.endswith("_yet") else {"act", "ground"}
    for keys, names in (
        (BY_AN_OFFENCE, {"ground"}),
        (OF_AN_OFFENCE, {"offence"}),
        (BY_AN_ACT, {"act"}),
        (ON_AN_OFFENCE, {"act", "offence"}),
    ):
        if key.startswith(keys):
            return names
    raise KeyError(key)


@pytest.mark.parametrize("key", LIVES)
def test_a_movement_names_the_acts_that_explain_it(key: str) -> None:
    """Each movement of the life told for a sentence; what it does not name is told by -1."""
    life = LIVES[key]
    dossier, statement = life.told()
    rows = movements_of(dossier, statement.on, life.reading)
    keys = [because_key(ground_of(movement, dossier)) for movement in statement.movements]

    assert key in keys
    assert [(one, expected(one)) for one in keys] == [(one, named(row)) for one, row in zip(keys, rows, strict=True)]
