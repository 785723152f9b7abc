"""A value quoted in a refusal: short, on one line, and never more than its nature when it is large."""

import pytest

from mespoints.law.refusals import LARGEST_SHOWN, LONGEST_SHOWN, printable, shown, shown_key


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-12, "-12"),
        (LARGEST_SHOWN - 1, "999999999999999"),
        (1 - LARGEST_SHOWN, "-999999999999999"),
        (LARGEST_SHOWN, "un nombre démesuré"),
        (-LARGEST_SHOWN, "un nombre démesuré"),
        (1.5, "1.5"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (float("nan"), "NaN"),
        ("Nantes", '"Nantes"'),
        ([1], "une liste"),
        ({"a": 1}, "un objet"),
        (b"a", "une valeur que JSON ne connaît pas"),
    ],
)
def test_a_value_is_shown_as_json_writes_it(value: object, text: str) -> None:
    """A list or an object by its name alone."""

    assert text == shown(value)


@pytest.mark.parametrize(("key", "text"), [("final_on", "final_on"), ("a\tb", "a\\tb"), (3, "3"), (None, "null")])
def test_a_key_is_shown_without_quotes(key: object, text: str) -> None:
    """What is no text is shown as a value."""

    assert text == shown_key(key)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("é\u00a0ü", "é\\xa0ü"),
        ("a\nb", "a\\nb"),
        ("\ud83d", "\\ud83d"),
        ("x" * LONGEST_SHOWN, "x" * LONGEST_SHOWN),
        ("x" * (LONGEST_SHOWN + 1), "x" * LONGEST_SHOWN + "…"),
    ],
)
def test_a_text_is_cut_and_what_cannot_be_printed_is_escaped(text: str, quoted: str) -> None:
    """Sixty signs at most, and dots for the rest."""

    assert quoted == printable(text)
