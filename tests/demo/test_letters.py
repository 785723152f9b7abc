from mespoints.demo.letters import sample_letters
from mespoints.letters.drafting import DRAFTS
from mespoints.letters.wording import kind_of


def test_there_is_a_sample_of_every_letter() -> None:
    """Each was owed by the law as what it says, and drafted as that."""
    samples = list(sample_letters())

    assert set(DRAFTS) == {kind for kind, _ in samples}
    assert [] == [kind for kind, letter in samples if kind_of(letter) != kind]


def test_references_are_all_different() -> None:
    """Two letters never bear the same reference."""
    references = [letter.head.reference for _, letter in sample_letters()]

    assert len(references) == len(set(references))
    assert all(letter.head.is_specimen for _, letter in sample_letters())
