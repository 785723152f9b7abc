"""A reform tried: each rule that can change does from its day, the same by both engines; files are read and refused."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mespoints.law import kinds, probations
from mespoints.law.days import NEVER, add_months, day_of
from mespoints.law.rows import Row
from mespoints.national.batch import Engine
from mespoints.national.columns import Fact, columns_of
from mespoints.national.comparing import Compared, compare, costing, obtained_without_a_loss
from mespoints.national.compiling import compiled_fold
from mespoints.national.plain import question
from mespoints.national.reading import whole_batches
from mespoints.national.reform_file import ReformRefused, examples, read_reform, reform_of
from mespoints.national.reforming import RULES, RuleChange, reformed_law
from tests.national.conftest import CACHE, Lives

IS_SOAK = "MESPOINTS_REFORM" in os.environ
FROM = day_of(2020, 1, 1)
ON = day_of(2025, 12, 31)
TITLE = {"fr": "essai", "en": "trial"}
EVERY_CHANGE = [
    RuleChange("months_to_one_point", 3, FROM), RuleChange("months_to_full_restoration", 18, FROM),
    RuleChange("months_to_full_restoration_grave", 60, FROM), RuleChange("months_to_ten_years", 48, FROM),
    RuleChange("months_between_stages", 6, FROM), RuleChange("stage_points", 2, FROM),
    RuleChange("episode_limit", 5, FROM), RuleChange("probation_points", 8, FROM), RuleChange("step_points", 1, FROM),
]  # fmt: skip


def opening(obtained_on: int, probation: int = probations.NONE) -> Fact:
    """A licence obtained on a day."""
    return Fact(Row(obtained_on, kinds.LICENCE_OBTAINED, 0, obtained_on, -1, probation, 0, -1))


def offence(final_on: int, act: int = 0, points: int = 1, grade: int = 3, group: int = -1) -> Fact:
    """An offence decided on the day on which it was final."""
    return Fact(Row(final_on, kinds.DECIDED, final_on, final_on, act, grade, points, group))


def stage(ended_on: int, act: int) -> Fact:
    """A stage that gives points."""
    return Fact(Row(ended_on + 1, kinds.STAGE, ended_on, 0, act, 1, 0, ended_on - 1))


def told(facts: list[Fact], *changes: RuleChange) -> list[tuple[int, int]]:
    """Day and points of every movement of a licence under a reformed law, by the plain rules."""
    engine = Engine(None, reformed_law(changes))
    moved = engine.answer(columns_of([(1, facts)]), question(ON + 4000, NEVER, strict=False), movements=True).movements
    return [(row["day"], row["points"]) for row in moved.to_pylist() if row["points"]][1:]


OLD = opening(day_of(1995, 5, 6))


@pytest.mark.parametrize(
    ("name", "value", "facts", "expected"),
    [
        ("months_to_one_point", 3, [OLD, offence(FROM)], [(FROM, -1), (add_months(FROM, 3), 1)]),
        ("months_to_one_point", 3, [OLD, offence(FROM - 1)], [(FROM - 1, -1), (add_months(FROM - 1, 6), 1)]),
        ("months_to_full_restoration", 18, [OLD, offence(FROM, 0, 2)], [(FROM, -2), (add_months(FROM, 18), 2)]),
        ("months_to_full_restoration_grave", 9, [OLD, offence(FROM, 0, 2, 4)], [(FROM, -2), (add_months(FROM, 9), 2)]),
        ("months_to_ten_years", 12, [OLD, offence(FROM, 0, 2)], [(FROM, -2), (add_months(FROM, 12), 2)]),
        (
            "stage_points", 2, [OLD, offence(FROM, 0, 6, 5), stage(FROM + 99, 1)],
            [(FROM, -6), (FROM + 100, 2), (add_months(FROM, 36), 4)],
        ),
        (
            "months_between_stages", 1,
            [OLD, offence(FROM, 0, 6, 5), stage(FROM + 99, 1), offence(FROM + 120, 3, 6, 5), stage(FROM + 150, 2)],
            [(FROM, -6), (FROM + 100, 4), (FROM + 120, -6), (FROM + 151, 4), (add_months(FROM + 120, 36), 4)],
        ),
        (
            "episode_limit", 5, [OLD, offence(FROM, 0, 4, 5, 0), offence(FROM, 1, 4, 5, 0)],
            [(FROM, -4), (FROM, -1), (add_months(FROM, 6), 1), (add_months(FROM, 36), 4)],
        ),
        (
            "step_points", 1, [opening(FROM, probations.ORDINARY)],
            [(add_months(FROM, 12), 1), (add_months(FROM, 24), 1), (add_months(FROM, 36), 4)],
        ),
        (
            "probation_points", 8, [opening(FROM, probations.ORDINARY)],
            [(add_months(FROM, 12), 2), (add_months(FROM, 24), 2)],
        ),
        (
            "probation_points", 8, [opening(FROM - 1, probations.ORDINARY)],
            [(add_months(FROM - 1, 12), 2), (add_months(FROM - 1, 24), 2), (add_months(FROM - 1, 36), 2)],
        ),
    ],
)  # fmt: skip
def test_a_rule_changes_from_its_day(name: str, value: int, facts: list[Fact], expected: list[tuple[int, int]]) -> None:
    """From its day a rule decides otherwise; before it, as the law does."""

    assert expected == told(facts, RuleChange(name, value, FROM))


def test_every_rule_is_tried_above() -> None:
    """And the law itself is left as it was."""

    assert set(RULES) == {change.name for change in EVERY_CHANGE}
    assert [(FROM, -1), (add_months(FROM, 6), 1)] == told([OLD, offence(FROM)])


@pytest.fixture(scope="module")
def reformed(fold: object) -> tuple[Engine, Engine]:
    """All the changes at once, compiled in ``make soak`` alone (half a minute of processor), and plain."""
    law = reformed_law(EVERY_CHANGE)
    return Engine(compiled_fold(CACHE, law) if IS_SOAK else None, law), Engine(None, law)


@pytest.mark.skipif(not IS_SOAK, reason="compiling a reform takes half a minute: make soak")
@pytest.mark.parametrize("strict", [False, True], ids=["registered", "strict"])
def test_a_reform_is_the_same_compiled_and_plain(reformed: tuple[Engine, Engine], lives: Lives, strict: bool) -> None:
    """Movement by movement, on random lives; and it is not the law as it is."""
    asked = question(ON, NEVER, strict=strict)
    fast, plain = (engine.answer(lives.acts, asked, movements=True).movements for engine in reformed)

    assert plain == fast
    assert plain != Engine(None).answer(lives.acts, asked, movements=True).movements


def test_the_outcome_depends_on_nothing_but_the_facts(
    reformed: tuple[Engine, Engine], fast: Engine, plain: Engine, lives: Lives, tmp_path: Path
) -> None:
    """Whatever the size of the batches, the number of cores or the engine."""
    pq.write_table(pa.Table.from_batches([lives.acts]), tmp_path / "acts")
    reform = reform_of({
        "format": "reform/1", "title": TITLE,
        "cost": [{"of_points": 1, "points": 2, "class": "c4", "from": date(2015, 1, 1)}],
    })  # fmt: skip

    def outcome(engines: tuple[Engine, Engine], rows: int, cores: int) -> list[Any]:
        return flat(compare(whole_batches(tmp_path / "acts", rows), reform, ON, engines, cores=cores))

    expected = outcome((fast, reformed[0]), 10**6, 1)

    assert expected == outcome((fast, reformed[0]), 50, 3)
    assert expected == outcome((plain, reformed[1]), 400, 2)
    assert expected[1] > 0
    assert expected[2] > 0


def flat(found: Compared) -> list[Any]:
    """An outcome as plain numbers."""
    years = [[years.counted.tolist(), years.letters.tolist()] for years in (found.before, found.after)]
    return [*found[:6], *years]


def test_a_licence_never_lost_is_not_obtained_again(fast: Engine) -> None:
    """Had the telephone cost nothing, no 48SI would have come, and nobody would have asked for a new licence."""
    fall, again = day_of(2021, 3, 1), day_of(2022, 3, 1)
    facts = [
        OLD, offence(fall - 500, 0, 6, 5), offence(fall, 1, 6, 5)._replace(natinf=23800),
        Fact(Row(fall + 30, kinds.LETTRE_48SI, 0, 0, 2, 0, 0, 1)),
        Fact(Row(again, kinds.LICENCE_OBTAINED, 0, again, 3, probations.ORDINARY, 0, -1)),
    ]  # fmt: skip
    acts = columns_of([(1, facts)])
    cost = {"natinf": [23800], "points": 0, "from": date(2021, 1, 1)}
    reform = reform_of({"format": "reform/1", "title": TITLE, "cost": [cost]})
    on = day_of(2023, 1, 1)
    found = compare([acts], reform, on, (fast, fast))
    lived = fast.answer(acts, question(on, NEVER, strict=False), movements=True).movements

    assert (1, 1, 0, 0) == (found.licences, found.gain, found.lose, found.lost)
    assert [(1, 0), (0, 0)] == [(side.of(2021)["invalidations"], side.of(2022)["falls"]) for side in found[6:]]
    assert set() == obtained_without_a_loss(lived)


@pytest.mark.parametrize("name", examples())
def test_the_examples_can_be_tried(name: str) -> None:
    """Each is read, with a title in both languages, and changes something of a life that it concerns."""
    reform = read_reform(name)
    facts = [
        [opening(day_of(2023, 6, 1), probations.ORDINARY)],
        [OLD, offence(day_of(2024, 3, 1), 0, 0)._replace(natinf=25387)],
        [OLD, offence(day_of(2024, 3, 1), 0, 1)],
    ]
    before, after = (
        told_of(Engine(None, reformed_law(side.rules)), facts, side.costs) for side in (reform.before, reform.after)
    )

    assert {"fr", "en"} == set(reform.title)
    assert before != after


def told_of(engine: Engine, lives: list[list[Fact]], costs: Any) -> list[Any]:
    """Every movement of some lives under a side."""
    acts, asked = costing(columns_of(enumerate(lives)), costs), question(ON, NEVER, strict=False)
    found: list[Any] = engine.answer(acts, asked, movements=True).movements.to_pylist()
    return found


RULE = {"name": "stage_points", "value": 2, "from": date(2020, 1, 1)}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, "format : « None » trouvé"),
        ({"rule": [RULE]}, 'format : « None » trouvé, "reform/1" attendu'),
        ({"format": "reform/1", "title": TITLE}, "un changement au moins"),
        ({"format": "reform/1", "title": {"fr": "seul"}, "rule": [RULE]}, "un titre fr et un titre en"),
        ({"format": "reform/1", "title": TITLE, "rule": [{**RULE, "name": "dance"}]}, "rule.* 1, name : « dance »"),
        ({"format": "reform/1", "title": TITLE, "rule": [{**RULE, "value": 99}]}, "« 99 » trouvé, de 0 à 12 attendu"),
        ({"format": "reform/1", "title": TITLE, "rule": [{**RULE, "from": "2020-01-01"}]}, "sans guillemets"),
        ({"format": "reform/1", "title": TITLE, "rule": [RULE, RULE]}, "une fois chaque règle"),
        ({"format": "reform/1", "title": TITLE, "rule": [{**RULE, "side": "left"}]}, "before ou after"),
        ({"format": "reform/1", "title": TITLE, "rule": [{**RULE, "extra": 1}]}, "extra"),
        ({"format": "reform/1", "title": TITLE, "cost": [{"from": date(2020, 1, 1)}]}, "points ou class"),
        ({"format": "reform/1", "title": TITLE, "cost": [{"class": "c9", "from": date(2020, 1, 1)}]}, "« c9 » trouvé"),
        ({"format": "reform/1", "title": TITLE, "rule": [RULE], "published": [{"measure": "joy"}]}, "« joy » trouvé"),
        (
            {
                "format": "reform/1",
                "title": TITLE,
                "rule": [RULE],
                "published": [{"measure": "points", "year": 2024, "change": -0.26, "source": "bilan"}],
            },
            "« bilan » trouvé, d'où cela vient, en fr et en en",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(document: dict[str, Any], said: str) -> None:
    """What was found, and what was expected."""
    with pytest.raises(ReformRefused, match=said):
        reform_of(document)


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    """With what its reader says."""
    (tmp_path / "reform.toml").write_text("format = ", encoding="utf-8")
    with pytest.raises(ReformRefused, match="TOML attendu"):
        read_reform(str(tmp_path / "reform.toml"))
