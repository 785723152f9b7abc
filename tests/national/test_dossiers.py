"""Rows lead back to a dossier that gives the same rows."""

from mespoints.national.columns import columns_of, facts_of, licences_in
from mespoints.national.dossiers import dossier_of, renumbered
from tests.national.conftest import Lives


def test_a_dossier_made_again_has_the_same_rows(lives: Lives) -> None:
    """Every fact that the fold reads is in the columns: nothing of it is lost on the way there and back."""
    for dossier in lives.dossiers:
        facts = renumbered(facts_of(dossier))

        assert sorted(fact.row for fact in facts) == sorted(fact.row for fact in facts_of(dossier_of(facts)))


def test_columns_hold_what_was_put_in_them(lives: Lives) -> None:
    """Facts to columns and back, licence by licence."""
    expected = [(number, facts_of(dossier)) for number, dossier in enumerate(lives.dossiers)]

    assert expected == list(licences_in(lives.acts))
    assert 0 == len(columns_of([]))
