"""The formats, the page that shows them, and the names that their lines give to acts."""

from mespoints.intake.effects import Fact
from mespoints.intake.formats import COMMON, FORMATS, ID, NAMED, name_of
from mespoints.law.shapes import ACTS
from mespoints.register.administrative import ADMINISTRATIVE
from proof.feed_tables import PAGE, page_with_tables


def test_the_page_shows_the_formats_as_the_code_reads_them() -> None:
    """``python -m proof.feed_tables`` writes the tables again."""
    page = PAGE.read_text(encoding="utf-8")

    assert page_with_tables(page) == page
    assert [] == [feed for feed in FORMATS if f"<!-- {feed} -->" not in page]


def test_every_event_has_keys_that_no_line_has_already() -> None:
    """The common keys stand apart; a required key is one of the table."""
    events = [(feed, name, event) for feed, table in FORMATS.items() for name, event in table.items()]

    assert [] == [(feed, name) for feed, name, event in events if set(COMMON) & set(event.shape.keys)]
    assert [] == [(feed, name) for feed, name, event in events if set(event.shape.required) - set(event.shape.keys)]
    assert [] == [(feed, name) for feed, name, event in events if "|" in event.meaning or not event.meaning]


def test_every_act_that_no_letter_or_judge_of_the_administration_brings_has_its_feed() -> None:
    """What no feed brings comes with intake/1: letters, recours, decisions of administrative judges, bans."""
    effects = [event.effect for table in FORMATS.values() for event in table.values()]
    brought = {effect.kind for effect in effects if isinstance(effect, Fact)} | {
        "stage",
        "stage_annulled",
        "death_annulled",
        "withdrawal_annulled",
    }

    assert {
        "lettre_48si", "lettre_48si_suspended", "lettre_48si_annulled", "lettre_48n", "withdrawal_suspended", "recours",
        "recours_rejected", "interdiction_de_circuler",
    } == {*ACTS, *ADMINISTRATIVE} - brought  # fmt: skip


def test_an_act_is_named_for_its_feed() -> None:
    """The feed without its version, a colon, the identifier; a reference to another feed stays as it is."""
    assert ("antai:44", "parquet:24/1") == (name_of("antai/1", "44"), name_of("parquet/1", "24/1"))
    assert "antai:44" == name_of("parquet/1", "antai:44")


def test_identifiers_are_plain() -> None:
    """Sixty signs at most, none that could be taken for the name of a feed."""
    assert [True] * 4 == [ID.take(text) == text for text in ("4400001", "24-001/1", "a.b_c", "x" * 60)]
    assert [None] * 7 == [ID.take(value) for value in ("", "a:b", "é", "a b", "x" * 61, 4400001, "a\n")]
    assert ("antai:44", None, None) == (NAMED.take("antai:44"), NAMED.take("a:b:c"), NAMED.take("ANTAI:44"))
