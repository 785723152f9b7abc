"""Ten thousand malformed dossiers: each is read, or refused by name, and nothing else ever happens.

Some are any JSON; the others are valid dossiers in which a few places, chosen at random, were replaced,
removed or added.
"""

import copy
import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier
from mespoints.law.reading import DossierRefused, Refusal, read_dossier, write_dossier
from mespoints.law.shapes import ACTS, DOSSIER, LICENCE

EVERYTHING: dict[str, Any] = {
    "format": "dossier/1",
    "licence": {"neph": "210692106990", "obtained_on": "2015-06-12", "probation": "aac", "territory": "mayotte"},
    "acts": [
        {"act": "carried_over", "id": "r1", "on": "2016-01-01", "balance": 8, "ceiling": 9,
         "last_final_on": "2015-09-01", "lengthened": True, "recorded_on": "2016-01-02"},
        {"act": "offence", "id": "i1", "committed_on": "2024-01-20", "natinf": "203", "final_on": "2024-02-15",
         "final_by": "paiement", "decided_on": "2024-03-01", "label": "Stop", "episode": "e1", "place": "Nantes",
         "source": "interception", "recorded_on": "2024-03-02"},
        {"act": "offence", "id": "i2", "committed_on": "2024-01-20", "article": "R412-19", "paragraph": "al. 1",
         "class": "c4", "points": 3, "closed_on": "2024-04-01", "closed_by": "relaxe"},
        {"act": "offence", "id": "i3", "committed_on": "2024-06-01", "class": "delit", "points": 6},
        {"act": "stage", "id": "s1", "started_on": "2024-05-03", "ended_on": "2024-05-04", "kind": "probatoire"},
        {"act": "formation_complementaire", "id": "f1", "on": "2016-02-01"},
        {"act": "suspension", "id": "p1", "from": "2024-01-20", "to": "2024-03-19", "by": "prefet"},
        {"act": "lettre_48n", "id": "l1", "notified_on": "2024-03-10", "offence": "i1"},
        {"act": "lettre_48si", "id": "l2", "notified_on": "2024-07-10"},
        {"act": "withdrawal_annulled", "id": "w1", "offence": "i1", "on": "2024-08-01"},
        {"act": "title_surrendered", "id": "t1", "on": "2024-07-15"},
        {"act": "licence_annulled", "id": "a1", "on": "2024-09-01"},
        {"act": "licence_obtained", "id": "o1", "on": "2025-03-01", "probation": "ordinary"},
    ],
}  # fmt: skip
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))
VALID = [EVERYTHING, *(json.loads(path.read_text(encoding="utf-8"))["dossier"] for path in CASES)]

KEYS = sorted({"act", *DOSSIER.keys, *LICENCE.keys, *(key for shape in ACTS.values() for key in shape.keys)})
TELLING = [
    *ACTS, *KEYS, "", "c4", "delit", "paiement", "relaxe", "none", "aac", "i1", "2024-02-30", "2004-02-29", "20240120",
    "9999-12-31", "0001-01-01", "2024-01-20 ", "\ud800", "\x00", "\u202e", "\uff11\uff12", "203", "R412-19", "al. 1",
    "dossier/2", 0, 1, -1, 12, 13, 2**63, 10**400, 1.0, 1e308, float("nan"), float("inf"), True, False, None, [], {},
    [[]], [{}], {"act": "offence"}, {"": None},
]  # fmt: skip
"""Values that come close to what is taken, or that trip programs."""

telling = st.sampled_from(TELLING)
scalars = st.one_of(telling, telling, st.integers(), st.floats(), st.text(max_size=6), st.dates().map(str))
keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=3))
any_json = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)
SPOILED, A_BLOCK = 9_500, 950
CHANGES = ("replace", "replace", "swap", "remove", "add")


def thorough(examples: int) -> settings:
    """That many examples, always the same: a run that fails fails again."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=checks)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a document: the object or list, and the key or index in it."""
    found: list[tuple[Any, Any]] = []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        found += [(value, key), *places(item)]
    return found


def mutated(seed: int) -> Any:
    """A valid dossier in which one to three places were replaced, removed or added; always the same for a seed.

    Drawn by ``random`` alone: a hundred times faster than by hypothesis, which is slower still as the examples add up.
    """
    rng = Random(seed)
    document = copy.deepcopy(rng.choice(VALID))
    for _ in range(rng.randint(1, 3)):
        found = places(document)
        if not found:
            return document
        holder, key = rng.choice(found)
        change = rng.choice(CHANGES)
        if change == "remove":
            del holder[key]
        elif change == "replace":
            holder[key] = spoiled(rng)
        elif change == "swap":
            other, its_key = rng.choice(found)
            holder[key] = copy.deepcopy(other[its_key])
        elif isinstance(holder, dict):
            holder[rng.choice(KEYS)] = spoiled(rng)
        else:
            holder.insert(key, spoiled(rng))
    return document


def spoiled(rng: Random, depth: int = 2) -> Any:
    """A telling value, any scalar, or a small list or object of such."""
    kind = rng.choice(("telling", "telling", "telling", "number", "text", "day", "list", "object"))
    if kind == "telling" or (depth == 0 and kind in ("list", "object")):
        return copy.deepcopy(rng.choice(TELLING))
    if kind == "list":
        return [spoiled(rng, depth - 1) for _ in range(rng.randint(0, 3))]
    if kind == "object":
        return {rng.choice((rng.choice(KEYS), text(rng))): spoiled(rng, depth - 1) for _ in range(rng.randint(0, 3))}
    if kind == "number":
        return rng.choice((rng.randint(-(10**6), 10**6), rng.getrandbits(80), rng.uniform(-1e9, 1e9)))
    return text(rng) if kind == "text" else str(date.fromordinal(rng.randint(1, date.max.toordinal())))


def text(rng: Random) -> str:
    """A few characters of any alphabet."""
    return "".join(chr(rng.choice((rng.randint(0, 0x7F), rng.randint(0, 0x10FFFF)))) for _ in range(rng.randint(0, 6)))


def read(document: Any) -> Dossier | tuple[Refusal, ...]:
    """The dossier, or why it is refused; any other exception fails the test."""
    try:
        return read_dossier(document)
    except DossierRefused as refusal:
        return refusal.errors


def check(document: Any) -> None:
    """The document is read and can be written back, or each of its refusals says where, and can be printed."""
    before = repr(document)
    answer = read(document)

    assert answer
    assert before == repr(document)
    if isinstance(answer, Dossier):
        assert answer == read_dossier(json.loads(json.dumps(write_dossier(answer))))
        return
    for error in answer:
        assert error.place in ("dossier", "licence") or error.place.startswith("acts[")
        assert error.message.startswith(f"{error.place}, clé « {error.key} » : trouvé {error.found}, attendu ")
        assert error.found
        assert error.expected
        assert error.message.isprintable()


@pytest.mark.parametrize("index", range(len(VALID)))
def test_the_dossiers_to_spoil_are_valid(index: int) -> None:
    """What is refused below is refused for what was spoiled."""

    assert isinstance(read_dossier(VALID[index]), Dossier)


@thorough(250)
@given(any_json)
def test_any_json_is_refused_by_name(document: Any) -> None:
    """Whatever it is."""
    check(document)


@thorough(250)
@given(any_json, st.lists(any_json, max_size=2))
def test_any_json_in_place_of_the_licence_and_the_acts_is_refused_by_name(opening: Any, acts: list[Any]) -> None:
    """Whatever they are."""
    check({"format": "dossier/1", "licence": opening, "acts": acts})


@pytest.mark.parametrize("block", range(SPOILED // A_BLOCK))
def test_a_spoiled_dossier_is_read_or_refused_by_name(block: int) -> None:
    """Whatever was replaced, removed or added."""
    for seed in range(block * A_BLOCK, (block + 1) * A_BLOCK):
        try:
            check(mutated(seed))
        except BaseException as error:
            error.add_note(f"mutated({seed})")
            raise
