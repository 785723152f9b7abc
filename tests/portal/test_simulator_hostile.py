"""Whatever is sent to the simulator, it answers with a page: 200, or 400 and a sentence. Never an error of ours."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mespoints.law.holds import DAY, FLAG, ID, TEXT, Holds
from mespoints.law.reading import NAMED_KINDS
from mespoints.law.shapes import ACTS
from mespoints.portal.simulator.choices import choices_of
from mespoints.portal.simulator.views import ALWAYS, WITH_A_HISTORY
from tests.portal.conftest import dossier_document, offence
from tests.portal.simulating import ADDRESS, Simulation

pytestmark = pytest.mark.usefixtures("at")
EXAMPLES = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HISTORY = dossier_document("2005-06-12", offence("a", "2026-01-05", "2026-02-10"), offence("p", "2026-10-30"))

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
DAYS = st.dates(date(1985, 1, 1), date(2035, 1, 1)).map(str)


def answers(simulation: Simulation) -> None:
    """A page, and when it is a refusal, a sentence."""
    answer = simulation.answer

    assert answer.status_code in (200, 400)
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.status_code == 400:
        assert simulation.errors or 'role="alert"' in simulation.page


@EXAMPLES
@given(document=VALUES)
def test_any_json_is_answered(document: Any) -> None:
    """Any value in the place of a history."""
    answers(Simulation().load(json.dumps(document)))


@EXAMPLES
@given(acts=st.lists(VALUES, max_size=5), licence=VALUES)
def test_any_acts_are_answered(acts: list[Any], licence: Any) -> None:
    """Any value in the place of the licence and of the acts."""
    answers(Simulation().load(json.dumps({"format": "dossier/1", "licence": licence, "acts": acts})))


@EXAMPLES
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_answered(raw: bytes) -> None:
    """Bytes that are no text, in a file as in a body that says it is a form."""
    sent = [
        Client().post(ADDRESS, raw, content_type="application/x-www-form-urlencoded"),
        Client().post(ADDRESS, raw, content_type="multipart/form-data; boundary=x"),
        Client().post(ADDRESS, raw, content_type="application/json"),
    ]

    assert {answer.status_code for answer in sent} <= {200, 400}


@st.composite
def plausible_act(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """An act of any kind whose every value is one that its key may hold: most are read, in great disorder."""
    kind = draw(st.sampled_from(sorted(ACTS)))
    shape, act = ACTS[kind], {"act": kind, "id": name}
    for key, holds in shape.keys.items():
        if key not in ("id", "recorded_on") and (key in shape.required or draw(st.booleans())):
            act[key] = draw(value_of(kind, key, holds))
    return act


def value_of(kind: str, key: str, holds: Holds) -> st.SearchStrategy[Any]:
    """What a key may hold."""
    if holds is DAY:
        return DAYS
    if holds is FLAG:
        return st.booleans()
    if holds is TEXT:
        return st.sampled_from(["210", "203", "R412-30", "al. 1", "<b>"])
    if holds is ID:
        return st.sampled_from([name for name, named in NAMED.items() if named in NAMED_KINDS[key][0]])
    words = [word for word in choices_of(kind, key) if holds.take(word) is not None]
    return st.sampled_from(words or [number for number in range(121) if holds.take(number) is not None])


NAMED = {"o": "offence", "l": "lettre_48si", "r": "recours"}
ALWAYS_THERE = [
    offence("o", "2026-01-05", "2026-02-10", 6),
    {"act": "lettre_48si", "id": "l", "notified_on": "2026-10-05"},
    {"act": "recours", "id": "r", "on": "2026-10-20", "kind": "gracieux", "letter": "l"},
]


@EXAMPLES
@given(data=st.data(), obtained_on=DAYS, on=DAYS, reading=st.sampled_from(["registered", "strict", "x"]))
def test_any_history_is_answered(data: st.DataObject, obtained_on: str, on: str, reading: str) -> None:
    """Acts of every kind in any order, on any day, in both readings, both languages, with a stage supposed."""
    acts = [data.draw(plausible_act(f"a{number}")) for number in range(data.draw(st.integers(0, 6)))]
    document = dossier_document(obtained_on, *ALWAYS_THERE, *acts)
    simulation = Simulation(data.draw(st.sampled_from(["fr", "en"])))
    supposed = json.dumps(["stage@2027-01-15", f"stage@{on}", "paiement:o@2027-02-01"])
    answers(simulation.press("show", dossier=json.dumps(document), on=on, reading=reading, scenarios=supposed))


BUTTONS = sorted({*ALWAYS, *WITH_A_HISTORY})


@EXAMPLES
@given(data=st.data())
def test_any_form_is_answered(data: st.DataObject) -> None:
    """Any button, named as it may be, with any text in any field."""
    texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(["0", "1", "a", "01/02/2027", "kept"])
    simulation = Simulation().load(json.dumps(HISTORY))
    what = data.draw(st.sampled_from(["", ":0", ":1", ":99", ":offence", ":stage", ":paiement", ":suspension"]) | texts)
    simulation.press(data.draw(st.sampled_from(BUTTONS)) + what)
    names = {name for name in simulation.outline.values("name") if name != "csrfmiddlewaretoken"}
    typed = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(sorted(names), texts)))
    for do in data.draw(st.lists(st.sampled_from(BUTTONS), min_size=1, max_size=3)):
        simulation.answer = simulation.client.post(ADDRESS, {**typed, "do": do + what})
        if "attachment" not in simulation.answer.headers.get("Content-Disposition", ""):
            answers(simulation)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}', '{"a": NaN}', "[" * 50_000, "9" * 6000, '"\\ud800"', "", "   ", "\x00",
        '{"format": "dossier/1", "licence": {"obtained_on": "2005-06-12"}}', '{"format": "dossier/2"}',
    ],
)  # fmt: skip
def test_what_is_no_history_is_refused_with_its_reason(text: str) -> None:
    """A sentence of the page; below it, where there is one, that of the law: in the language of the page."""
    french, english = Simulation().load(text), Simulation("en").load(text)

    assert french.answer.status_code == english.answer.status_code == 400
    assert 'role="alert"' in french.page
    assert 'role="alert"' in english.page
    assert ("attendu" in english.page, "trouvé" in english.page) == (False, False)


@pytest.mark.parametrize("length", ["450001", "99999999999999999999"])
def test_a_body_too_large_is_not_read(length: str) -> None:
    """What is announced as larger than any history is refused at once."""
    answer = Client().post(ADDRESS, b"", content_type="application/x-www-form-urlencoded", CONTENT_LENGTH=length)

    assert answer.status_code == 400
    assert "Ce fichier est trop grand pour être un historique." in answer.content.decode()


def test_what_was_typed_is_text() -> None:
    """What looks like HTML is shown as it was written, in every part of the page."""
    history = dossier_document(
        "2005-06-12",
        offence("<i>", "2026-01-05", "2026-02-10", label="<script>alert(1)</script>", place="<b>", episode="&"),
    )
    simulation = Simulation().load(json.dumps(history))
    pages = [simulation.page, simulation.press("edit:0").page, simulation.press("find", find__words="<script>").page]

    assert [page for page in pages if "<script>" in page or "<b>Q" in page] == []
    assert [page for page in pages if "&lt;script&gt;" not in page] == []
