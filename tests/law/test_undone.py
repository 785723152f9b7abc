"""The decisions that undo others, as rows."""

from mespoints.law import causes, kinds
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.rows import Row
from mespoints.law.undone import revisions_of
from tests.law.lives import OLD, offence, on_day

ON, TO = "2022-08-01", "2022-12-31"


def test_a_decision_is_a_row_and_the_end_of_its_suspension_another() -> None:
    """With the cause, and the place of what it names: none where it names nothing."""
    acts = [
        offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
        on_day("lettre_48si", "l", "2022-06-15"),
        on_day("withdrawal_suspended", "w", ON, offence="a", to=TO),
        on_day("lettre_48si_suspended", "s", ON, letter="l"),
        on_day("lettre_48si_annulled", "x", ON),
        on_day("licence_exchanged", "e", ON),
    ]
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": acts})
    on = parse_day(ON)

    assert [
        Row(on, kinds.REVISED, on, 0, 2, causes.WITHDRAWAL_SUSPENDED, 0, 0),
        Row(parse_day("2023-01-01"), kinds.REVISED, 0, 0, 2, causes.WITHDRAWAL_SUSPENDED, 0, 0),
        Row(on, kinds.REVISED, on, 0, 3, causes.LETTRE_48SI_SUSPENDED, 0, 1),
        Row(on, kinds.REVISED, on, 0, 4, causes.LETTRE_48SI_ANNULLED, 0, -1),
        Row(on, kinds.REVISED, on, 0, 5, causes.LICENCE_EXCHANGED, 0, -1),
    ] == revisions_of(dossier)
