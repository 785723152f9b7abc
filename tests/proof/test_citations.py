"""The articles that a docstring names."""

import pytest

from proof.citations import citations


@pytest.mark.parametrize(
    ("docstring", "named"),
    [
        ("Art. L. 223-6, al. 3. One year before.", ["L. 223-6, al. 3"]),
        ("Art. L. 223-6, al. 1 to 3 and 5 (doubt D1).", [f"L. 223-6, al. {n}" for n in (1, 2, 3, 5)]),
        ("(art. L. 223-6, al. 4, and R. 223-8, II; D8)", ["L. 223-6, al. 4", "R. 223-8, II"]),
        ("Art. R. 223-1, I and II.", ["R. 223-1, I", "R. 223-1, II"]),
        ("Art. R. 223-1, II, al. 3 and 4, and V: so", [f"R. 223-1, {p}" for p in ("II, al. 3", "II, al. 4", "V")]),
        ("Art. L. 223-1, last alinéa (not so).", ["L. 223-1, last alinéa"]),
        ("Art. R. 223-2: eight since 12 July 2003", ["R. 223-2, "]),
        ("Art. L. 235-1, IV, al. 2, since 11 July 2025", ["L. 235-1, IV, al. 2"]),
        ("Code de procédure civile, art. 641, al. 2.", ["C. pr. civ. 641, al. 2"]),
        ("C. trav., art. L. 3133-1 and L. 3422-2; each row", ["L. 3133-1, ", "L. 3422-2, "]),
        ("CRPA, art. L. 231-4, 2°, and L. 411-7", ["L. 231-4, ", "L. 411-7, "]),
        ("art. R. 258 and R. 262 of the former code", ["R. 258, ", "R. 262, "]),
        ("since the law of 14 March 2011 (loi 2011-267, art. 138, VI)", []),
        ("The one spelling: ``R. 415-6`` and « art. L. 223-6 »", []),
    ],
)  # fmt: skip
def test_the_articles_of_a_docstring(docstring: str, named: list[str]) -> None:
    """Each with its paragraph and alinéa; laws, code and quotations name nothing."""

    assert named == [f"{article}, {part}" for article, part in citations(docstring)]


def test_an_article_named_twice_counts_once() -> None:
    """With the same part."""

    assert 2 == len(citations("Art. L. 223-6, al. 3. Before, art. L. 223-6, al. 3, and L. 223-6."))
