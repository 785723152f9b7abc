"""Reading a dossier, refusing what cannot be right and nothing else, and writing it back."""

import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mespoints.law.acts import CarriedOver, Licence, LicenceObtained, Offence, Stage
from mespoints.law.days import iso, parse_day
from mespoints.law.holds import DAY, ID, TEXT, Holds
from mespoints.law.reading import DossierRefused, Refusal, read_dossier, write_dossier
from mespoints.law.shapes import ACTS, LICENCE

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))

OFFENCE = {"act": "offence", "id": "i1", "committed_on": "2024-01-20", "class": "c4", "points": 4}
FINAL = {**OFFENCE, "final_on": "2024-02-15", "final_by": "paiement"}
BY_NATINF = {"act": "offence", "id": "i1", "committed_on": "2024-01-20", "natinf": "203"}
STAGE = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
SUSPENSION = {"act": "suspension", "id": "p1", "from": "2024-01-20", "to": "2024-03-19"}
LETTRE_48N = {"act": "lettre_48n", "id": "l1", "notified_on": "2024-03-01", "offence": "i1"}
CARRIED_OVER = {"act": "carried_over", "id": "r1", "on": "2024-01-01", "balance": 8}
OBTAINED = {"act": "licence_obtained", "id": "o1", "on": "2024-01-01"}


def dossier_of(*acts: dict[str, Any], **licence: Any) -> dict[str, Any]:
    """A dossier with these acts, on a licence of 1996."""
    return {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06", **licence}, "acts": list(acts)}


def refused(document: object) -> list[tuple[str, str]]:
    """The place and key of each refusal."""
    try:
        read_dossier(document)
    except DossierRefused as refusal:
        return [(error.place, error.key) for error in refusal.errors]
    return []


def without(act: dict[str, Any], key: str) -> dict[str, Any]:
    """The same act, one key less."""
    return {name: value for name, value in act.items() if name != key}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_dossier_of_a_public_case_is_read_and_written_back(path: Path) -> None:
    """Without refusal; and what is written is read as the same dossier."""
    dossier = read_dossier(json.loads(path.read_text(encoding="utf-8"))["dossier"])

    assert dossier == read_dossier(write_dossier(dossier))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ([], [("dossier", "format")]),
        (None, [("dossier", "format")]),
        ("dossier/1", [("dossier", "format")]),
        ({}, [("dossier", "format"), ("dossier", "licence"), ("dossier", "acts")]),
        ({**dossier_of(), "format": "dossier/2"}, [("dossier", "format")]),
        ({**dossier_of(), "format": ["dossier/1"]}, [("dossier", "format")]),
        ({**dossier_of(), "acts": {}}, [("dossier", "acts")]),
        ({**dossier_of(), "acts": None}, [("dossier", "acts")]),
        ({**dossier_of(), "licence": []}, [("dossier", "licence")]),
        ({**dossier_of(), "holder": {}}, [("dossier", "holder")]),
        ({**dossier_of(), "licence": {}}, [("licence", "obtained_on")]),
        (dossier_of(name="MARTIN"), [("licence", "name")]),
        (dossier_of(act="licence"), [("licence", "act")]),
        (dossier_of(neph="0000"), [("licence", "neph")]),
        (dossier_of(neph="0" * 20), [("licence", "neph")]),
        (dossier_of(neph="00000 00001"), [("licence", "neph")]),
        (dossier_of(neph=210692106990), [("licence", "neph")]),
        (dossier_of(neph="\u0661\u0662\u0663\u0664\u0665"), [("licence", "neph")]),
        (dossier_of(territory="corse"), [("licence", "territory")]),
        (dossier_of(probation="AAC"), [("licence", "probation")]),
        (dossier_of(probation=None), [("licence", "probation")]),
        (dossier_of(obtained_on="2018-05-01", foreign=True, probation="ordinary"), [("licence", "probation")]),
        (dossier_of(obtained_on="2018-05-01", foreign=True, probation="aac"), [("licence", "probation")]),
        (dossier_of(foreign="oui"), [("licence", "foreign")]),
        (dossier_of(obtained_on="2004-02-29", probation="ordinary"), [("licence", "probation")]),
        (dossier_of(obtained_on="2004-02-29", probation="aac"), [("licence", "probation")]),
    ],
)
def test_what_is_refused_of_the_dossier_and_the_licence(document: object, expected: list[tuple[str, str]]) -> None:
    """Each refusal names the place and the key."""

    assert expected == refused(document)


@pytest.mark.parametrize(
    ("act", "keys"),
    [
        (3, ["act"]),
        ([], ["act"]),
        ({}, ["act"]),
        ({"act": "offense", "id": "i1"}, ["act"]),
        ({"act": ["offence"], "id": "i1"}, ["act"]),
        ({"act": None}, ["act"]),
        ({**OFFENCE, "pionts": 4}, ["pionts"]),
        ({**OFFENCE, "kind": "volontaire"}, ["kind"]),
        (without(OFFENCE, "id"), ["id"]),
        ({**OFFENCE, "id": ""}, ["id"]),
        ({**OFFENCE, "id": 1}, ["id"]),
        (without(OFFENCE, "committed_on"), ["committed_on"]),
        (without(OFFENCE, "class"), ["class"]),
        (without(OFFENCE, "points"), ["points"]),
        ({**OFFENCE, "class": "c6"}, ["class"]),
        ({**OFFENCE, "class": 4}, ["class"]),
        ({**OFFENCE, "class": "contravention"}, ["class"]),
        ({**OFFENCE, "points": 10}, ["points"]),
        ({**OFFENCE, "points": -1}, ["points"]),
        ({**OFFENCE, "points": 4.0}, ["points"]),
        ({**OFFENCE, "points": True}, ["points"]),
        ({**OFFENCE, "points": "4"}, ["points"]),
        ({**OFFENCE, "natinf": 203}, ["natinf"]),
        ({**OFFENCE, "source": "drone"}, ["source"]),
        ({"act": "lettre_48si_suspended", "id": "x", "on": "2024-05-01", "letter": "n1"}, ["letter"]),
        ({"act": "lettre_48si_suspended", "id": "x", "on": "2024-05-02", "to": "2024-05-01"}, ["on"]),
        ({"act": "withdrawal_suspended", "id": "x", "on": "2024-05-01"}, ["offence"]),
        ({"act": "recours", "id": "x", "on": "2024-05-01", "kind": "gracieux", "letter": "i0"}, ["letter"]),
        ({"act": "recours", "id": "x", "on": "2024-05-01", "kind": "amiable", "letter": "n1"}, ["kind", "letter"]),
        ({"act": "recours_rejected", "id": "x", "on": "2024-05-01", "recours": "n1"}, ["recours"]),
        ({"act": "french_licence", "id": "x", "on": "2004-02-29", "probation": "aac"}, ["probation"]),
        ({"act": "licence_annulled", "id": "x", "on": "2024-05-01", "ban_months": 121}, ["ban_months"]),
        ({**OFFENCE, "episode": 1}, ["episode"]),
        ({**OFFENCE, "recorded_on": None}, ["recorded_on"]),
        (without(FINAL, "final_by"), ["final_by"]),
        (without(FINAL, "final_on"), ["final_on"]),
        ({**FINAL, "final_by": "amende"}, ["final_by"]),
        ({**FINAL, "final_on": "2024-01-19"}, ["final_on"]),
        ({**FINAL, "decided_on": "2024-02-14"}, ["decided_on"]),
        ({**OFFENCE, "decided_on": "2024-02-15"}, ["decided_on"]),
        ({**OFFENCE, "closed_on": "2024-03-01"}, ["closed_by"]),
        ({**OFFENCE, "closed_by": "relaxe"}, ["closed_on"]),
        ({**OFFENCE, "closed_on": "2024-01-19", "closed_by": "relaxe"}, ["closed_on"]),
        ({**FINAL, "closed_on": "2024-03-01", "closed_by": "relaxe"}, ["closed_on"]),
        (without(STAGE, "ended_on"), ["ended_on"]),
        (without(STAGE, "kind"), ["kind"]),
        ({**STAGE, "kind": "obligatoire"}, ["kind"]),
        ({**STAGE, "started_on": "2024-05-05"}, ["started_on"]),
        (without(SUSPENSION, "to"), ["to"]),
        ({**SUSPENSION, "from": "2024-03-20"}, ["from"]),
        ({**SUSPENSION, "by": "maire"}, ["by"]),
        ({"act": "lettre_48si", "id": "l1"}, ["notified_on"]),
        ({"act": "formation_complementaire", "id": "f1", "on": "2024-02-30"}, ["on"]),
        (without(LETTRE_48N, "offence"), ["offence"]),
        (LETTRE_48N, ["offence"]),  # no offence i1 in this dossier
        ({**LETTRE_48N, "id": "i1"}, ["offence"]),  # its own id is no offence's
        ({"act": "withdrawal_annulled", "id": "w1", "on": "2024-03-01", "offence": "i1"}, ["offence"]),
        ({"act": "title_surrendered", "id": "t1"}, ["on"]),
        ({"act": "licence_annulled", "id": "a1", "on": "2024-03-01", "by": "juge"}, ["by"]),
        ({**OBTAINED, "on": "2004-02-29", "probation": "ordinary"}, ["probation"]),
        (without(CARRIED_OVER, "balance"), ["balance"]),
        ({**CARRIED_OVER, "balance": 13}, ["balance"]),
        ({**CARRIED_OVER, "balance": -1}, ["balance"]),
        ({**CARRIED_OVER, "balance": False}, ["balance"]),
        ({**CARRIED_OVER, "ceiling": 5}, ["ceiling"]),
        ({**CARRIED_OVER, "ceiling": 13}, ["ceiling"]),
        ({**CARRIED_OVER, "lengthened": 1}, ["lengthened"]),
    ],
)
def test_what_is_refused_of_an_act(act: object, keys: list[str]) -> None:
    """Each refusal names the act and the key."""
    found = refused({**dossier_of(), "acts": [act]})

    assert keys == [key for _, key in found]
    assert all(place.startswith("acts[0]") for place, _ in found)


@pytest.mark.parametrize("kind", ["lettre_48si_suspended", "lettre_48si_annulled"])
def test_what_suspends_or_annuls_a_48si_does_not_name_a_48n(kind: str) -> None:
    """A recours may: it is against either letter."""
    acts = [OFFENCE, LETTRE_48N, {"act": kind, "id": "x", "on": "2024-05-01", "letter": "l1"}]
    recours = {"act": "recours", "id": "x", "on": "2024-05-01", "kind": "gracieux", "letter": "l1"}

    assert [("acts[2] (x)", "letter")] == refused(dossier_of(*acts))
    assert [] == refused(dossier_of(OFFENCE, LETTRE_48N, recours))


@pytest.mark.parametrize(
    "text",
    [
        *("", "2024", "20240120", "2024-1-20", "2024-01-20T00:00:00", "2024-W03-6", "2024-020", "20 4-01-20"),
        *(" 2024-01-20", "2024-01-20\n", "+024-01-20", "-024-01-20", "2024/01/20", "20-01-2024", "2024-01-2\u00b2"),
        *("2024-01-2\uff10", "2024\u201001\u201020", "\u0662\u0660\u0662\u0664-01-20"),
        *("2023-02-29", "1900-02-29", "2024-04-31", "2024-00-10", "2024-13-10", "2024-01-00", "2024-01-32"),
        *("0000-01-01", "1899-12-31", "2201-01-01", 20240120, 20.24, None, True, [], ["2024-01-20"], {}),
    ],
)
def test_a_day_has_one_writing(text: object) -> None:
    """YYYY-MM-DD, in ASCII digits, a real day."""

    assert [("acts[0] (s1)", "ended_on")] == refused(dossier_of({**STAGE, "ended_on": text}))


@pytest.mark.parametrize(
    "act",
    [
        OFFENCE,
        FINAL,
        {**FINAL, "final_on": "2024-01-20", "decided_on": "2024-01-20"},
        {**OFFENCE, "closed_on": "2024-01-20", "closed_by": "amnistie"},
        {**OFFENCE, "committed_on": "2030-01-01"},
        {**OFFENCE, "committed_on": "1990-01-01"},  # before the licence
        {**OFFENCE, "points": 0},
        {**OFFENCE, "class": "c1", "points": 9},
        {**OFFENCE, "natinf": "999999"},  # unknown to the barème
        {**OFFENCE, "natinf": ""},
        {**OFFENCE, "article": "R999-1", "paragraph": "al. 1"},
        {**OFFENCE, "article": "R412-19"},  # without paragraph it names no row, and asks nothing
        {**OFFENCE, "label": "", "place": "Saint-Denis\u00a0😀", "episode": ""},
        {**OFFENCE, "recorded_on": "2000-01-01"},
        {**STAGE, "started_on": "2024-05-04"},
        {**STAGE, "started_on": "2024-01-01"},
        {**SUSPENSION, "to": "2024-01-20"},
        {"act": "lettre_48si", "id": "l1", "notified_on": "2024-01-01"},
        {"act": "formation_complementaire", "id": "f1", "on": "2000-01-01"},
        {**OBTAINED, "on": "2004-02-29", "probation": "none"},
        {**OBTAINED, "on": "2004-03-01", "probation": "aac"},
        {**CARRIED_OVER, "balance": 0, "ceiling": 6, "lengthened": True, "last_final_on": "2023-01-01"},
    ],
)
def test_what_merely_has_no_effect_is_not_refused(act: dict[str, Any]) -> None:
    """Only what cannot be right is refused."""

    assert [] == refused(dossier_of(act))


def test_an_id_serves_once() -> None:
    """The second act that bears it is refused, whatever its kind; the first is named."""
    with pytest.raises(DossierRefused) as refusal:
        read_dossier(dossier_of(OFFENCE, STAGE, {**SUSPENSION, "id": "i1"}))

    assert [("acts[2] (i1)", "id")] == [(error.place, error.key) for error in refusal.value.errors]
    assert "acts[0]" in refusal.value.errors[0].expected


def test_an_act_may_name_an_offence_that_comes_later_in_the_file() -> None:
    """The order of the file does not matter to what is refused."""

    assert [] == refused(dossier_of(LETTRE_48N, OFFENCE))


def test_an_offence_that_is_refused_is_not_absent() -> None:
    """Who names it is not refused as well."""

    assert [("acts[1] (i1)", "points")] == refused(dossier_of(LETTRE_48N, {**OFFENCE, "points": 12}))


def test_every_refusal_is_told_at_once_in_the_order_of_the_file() -> None:
    """A person corrects the file once."""
    acts = [{**FINAL, "points": 12, "final_on": "2023-02-29"}, 7, {**STAGE, "kind": 1}]
    document = {**dossier_of(neph="1"), "acts": acts}

    expected = [
        ("licence", "neph"),
        ("acts[0] (i1)", "points"),
        ("acts[0] (i1)", "final_on"),
        ("acts[1]", "act"),
        ("acts[2] (s1)", "kind"),
    ]

    assert expected == refused(document)


def test_a_message_is_a_plain_french_sentence() -> None:
    """It says where, which key, what was found, and what was expected."""
    with pytest.raises(DossierRefused) as refusal:
        read_dossier(dossier_of({**BY_NATINF, "points": 3}, {**STAGE, "kind": None}, without(SUSPENSION, "to")))

    expected = (
        "acts[0] (i1), clé « points » : trouvé 3, "
        "attendu c4 et 4 points (Non-arrêt ou refus de priorité au stop), selon le barème au 2024-01-20.\n"
        "acts[1] (s1), clé « kind » : trouvé null, "
        "attendu l'un de ces mots : volontaire, probatoire, alternative, composition_penale, peine.\n"
        "acts[2] (p1), clé « to » : trouvé rien, "
        "attendu un jour du calendrier écrit AAAA-MM-JJ, de 1900 à 2200."
    )

    assert expected == str(refusal.value)


def test_a_refusal_crosses_processes() -> None:
    """Whoever reads many dossiers in several processes gets the refusals back."""
    refusal = DossierRefused((Refusal("licence", "neph", "1", "rien"),))
    back = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - our own

    assert refusal.errors == back.errors
    assert str(refusal) == str(back)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (float("nan"), "NaN"),
        (float("-inf"), "-Infinity"),
        (10**30, "un nombre démesuré"),
        (True, "true"),
        ([[]], "une liste"),
        ({"a": 1}, "un objet"),
        ("\ud800\n\u202e", '"\\ud800\\n\\u202e"'),
        ("x" * 100, '"' + "x" * 60 + '…"'),
        ((1, 2), "une valeur que JSON ne connaît pas"),
    ],
)
def test_a_message_can_always_be_printed(value: object, found: str) -> None:
    """Whatever was found: short, on one line, in UTF-8."""
    with pytest.raises(DossierRefused) as refusal:
        read_dossier(dossier_of({**OFFENCE, "points": value}))

    assert [found] == [error.found for error in refusal.value.errors]
    assert refusal.value.errors[0].message.encode()


def test_a_number_too_long_to_print_is_refused_all_the_same() -> None:
    """Python itself refuses to write more than 4300 digits."""

    assert [("acts[0] (i1)", "points")] == refused(dossier_of({**OFFENCE, "points": -(10**5000)}))


def test_half_a_surrogate_pair_is_no_text() -> None:
    """No file in UTF-8 holds it: it could be neither stored nor shown."""

    assert [("acts[0] (i1)", "label")] == refused(dossier_of({**OFFENCE, "label": "\ud83d"}))


@pytest.mark.parametrize(
    ("obtained_on", "probation"),
    [("1996-05-06", "none"), ("2004-02-29", "none"), ("2004-03-01", "ordinary"), ("2020-01-01", "ordinary")],
)
def test_the_probation_that_is_not_written(obtained_on: str, probation: str) -> None:
    """Three years from 1 March 2004 on, none before; for the first licence and for a new one."""
    dossier = read_dossier(dossier_of({**OBTAINED, "on": obtained_on}, obtained_on=obtained_on))
    day = parse_day(obtained_on)

    assert Licence(day, probation, "metropole", None) == dossier.licence
    assert (LicenceObtained("o1", day, probation, None),) == dossier.acts


def test_what_is_not_written_of_an_act() -> None:
    """The eve of the last day of a stage, the day the offence became final, a balance out of twelve."""
    stage, offence, carried_over = read_dossier(dossier_of(STAGE, FINAL, CARRIED_OVER)).acts

    assert isinstance(stage, Stage)
    assert isinstance(offence, Offence)
    assert isinstance(carried_over, CarriedOver)
    assert "2024-05-03" == iso(stage.started_on)
    assert offence.final_on == offence.decided_on == parse_day("2024-02-15")
    assert (12, None, False) == (carried_over.ceiling, carried_over.last_final_on, carried_over.lengthened)


def test_a_pending_offence_is_not_decided() -> None:
    """``decided_on`` is set only when ``final_on`` is."""
    (offence,) = read_dossier(dossier_of(OFFENCE)).acts

    assert isinstance(offence, Offence)
    assert (None, None, None) == (offence.final_on, offence.final_by, offence.decided_on)


def test_what_is_written_is_as_short_as_can_be() -> None:
    """Neither absent keys nor those that their absence would mean."""
    document = dossier_of(
        {**FINAL, "decided_on": "2024-02-15"},
        {**STAGE, "started_on": "2024-05-03"},
        {**CARRIED_OVER, "ceiling": 12, "lengthened": False},
        {**OBTAINED, "probation": "ordinary"},
        territory="metropole",
        probation="none",
        neph="000000000001",
    )

    expected = dossier_of(FINAL, STAGE, CARRIED_OVER, OBTAINED, neph="000000000001")

    assert expected == write_dossier(read_dossier(document))


def values(holds: Holds, dates: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Values that a key may hold, found by asking its table."""
    if holds is DAY:
        return dates
    if holds in (TEXT, ID):
        return st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
    words = holds.expected.rpartition(" : ")[2].split(", ")
    return st.sampled_from([value for value in (*words, *range(13), True, False) if holds.take(value) is not None])


@st.composite
def acts(draw: st.DrawFn, index: int) -> dict[str, Any]:
    """An act of any kind, with any of its keys, its days in order; ``i0`` is an offence of the dossier."""
    kind = draw(st.sampled_from(list(ACTS)))
    shape = ACTS[kind]
    optional = [key for key in shape.keys if key not in shape.required and key not in ("natinf", "article")]
    chosen = [*shape.required, *draw(st.lists(st.sampled_from(optional), unique=True))]
    if kind == "offence":
        final = draw(st.sampled_from(([], ["final_on", "final_by"], ["closed_on", "closed_by"])))
        chosen = [key for key in chosen if key[:6] not in ("final_", "closed", "decide")] + ["class", "points", *final]
        chosen += ["decided_on"] if "final_on" in final and draw(st.booleans()) else []
    dates = sorted(draw(st.lists(st.dates(date(1993, 1, 1), date(2060, 1, 1)).map(str), min_size=7, max_size=7)))
    order = {key: dates[place] for place, key in enumerate(("committed_on", "final_on", "decided_on"))}
    order |= {"closed_on": dates[3], "started_on": dates[4], "ended_on": dates[5], "from": dates[5], "to": dates[6]}
    act = {
        key: order.get(key) or draw(values(shape.keys[key], st.sampled_from(dates)))
        for key in shape.keys
        if key in chosen
    }
    if "probation" in act and act["on"] < "2004-03-01":
        act["probation"] = "none"
    act |= {key: name for key, name in (("offence", "i0"), ("letter", "l0"), ("recours", "r0")) if key in act}
    return {"act": kind, **act, "id": f"i{index}"}


@given(st.data())
def test_reading_what_is_written_gives_the_dossier_back(data: st.DataObject) -> None:
    """For every kind of act and every key, twice over: what is written changes no more."""
    letter = {"act": "lettre_48si", "id": "l0", "notified_on": "2024-03-01"}
    recours = {"act": "recours", "id": "r0", "on": "2024-03-08", "kind": "gracieux", "letter": "l0"}
    written = [{**OFFENCE, "id": "i0"}, letter, recours]
    written += [*(data.draw(acts(index)) for index in range(1, data.draw(st.integers(1, 6))))]
    dossier = read_dossier(dossier_of(*written, territory=data.draw(values(LICENCE.keys["territory"], st.nothing()))))
    document = write_dossier(dossier)

    assert dossier == read_dossier(document)
    assert document == write_dossier(read_dossier(json.loads(json.dumps(document))))
