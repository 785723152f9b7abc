from typing import Any

import pytest

from mespoints.law import suppositions
from mespoints.law.acts import Dossier, Lettre48SI, Offence, Stage, WithdrawalAnnulled
from mespoints.law.bareme import find_by_code
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import (
    KINDS,
    NOTHING,
    Scenario,
    Supposition,
    SuppositionRefused,
    cut_on,
    read_scenario,
    suppose,
    written_scenario,
)
from tests.law.lives import OLD, offence, on_day, stage

ON = parse_day("2024-12-01")
NOT_FINAL = {"act": "offence", "id": "i2", "class": "c3", "points": 1, "committed_on": "2024-11-02"}
CLOSED = NOT_FINAL | {"id": "i3", "closed_on": "2024-11-20", "closed_by": "relaxe"}
LATE = offence("i4", "2024-06-01", "2024-11-25", 2, decided_on="2025-01-10")
"""Established on the day of the forecast, not decided yet."""
ACTS = (offence("i1", "2024-01-20", "2024-02-15", 4, "c4"), NOT_FINAL, CLOSED, LATE)


def file_of(*acts: dict[str, Any], **licence: Any) -> Dossier:
    """A dossier of these acts."""
    return read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD, **licence}, "acts": list(acts or ACTS)})


def supposed(text: str, file: Dossier | None = None) -> Dossier:
    """The file as supposed by a scenario."""
    file = file or file_of()
    return suppose(file, read_scenario(text, file, ON), ON)


def act_of(file: Dossier, id_: str) -> Any:
    """The act of a file with this id."""
    return next(act for act in file.acts if act.id == id_)


READ = {
    "nothing": NOTHING,
    "paiement:i2@2024-12-05": Scenario((Supposition("paiement", parse_day("2024-12-05"), "i2"),)),
    "titre_executoire:i2@2025-03-10": Scenario((Supposition("titre_executoire", parse_day("2025-03-10"), "i2"),)),
    "stage@2024-12-02": Scenario((Supposition("stage", parse_day("2024-12-02")),)),
    "offence:203@2025-01-02": Scenario((Supposition("offence", parse_day("2025-01-02"), None, "203"),)),
    "withdrawal_annulled:i1@2025-01-02": Scenario((Supposition("withdrawal_annulled", parse_day("2025-01-02"), "i1"),)),
    "stage@2025-01-02+stage@2026-01-04+paiement:i2@2024-12-05": Scenario(
        (
            Supposition("stage", parse_day("2025-01-02")),
            Supposition("stage", parse_day("2026-01-04")),
            Supposition("paiement", parse_day("2024-12-05"), "i2"),
        )
    ),
}


@pytest.mark.parametrize("text", READ)
def test_a_scenario_is_read_and_written(text: str) -> None:
    """Each kind of fact, several together, nothing at all; what is written is what was read."""

    assert READ[text] == read_scenario(text, file_of(), ON)
    assert text == written_scenario(READ[text])


@pytest.mark.parametrize("name", ["a+b", "a@b", "a:b", "a+stage", "é ü", "2024-12-05", "nothing", "a@2024-12-05b"])
def test_an_id_may_hold_the_signs_of_the_grammar(name: str) -> None:
    """An id is any text: the last « @ » and the first « : » cut a fact, a « + » cuts only between two facts."""
    file = file_of(NOT_FINAL | {"id": name})
    scenario = read_scenario(f"stage@2025-01-02+paiement:{name}@2024-12-05+stage@2026-01-02", file, ON)

    assert ["stage", "paiement", "stage"] == [one.kind for one in scenario.suppositions]
    assert name == scenario.suppositions[1].offence


REFUSED = {
    "": ('trouvé ""', "attendu paiement:...@JOUR, titre_executoire:...@JOUR, stage@JOUR"),
    "stage": ('trouvé "stage"', "stage@JOUR"),
    "vacances@2025-01-02": ('trouvé "vacances@2025-01-02"', "nothing seul"),
    "nothing+stage@2025-01-02": ('trouvé "nothing+stage@2025-01-02"', "nothing seul"),
    "stage@2025-01-02+nothing": ('trouvé "nothing"', "nothing seul"),
    "stage@demain+paiement:i2@2025-01-02": ('trouvé "stage@demain+paiement:i2@2025-01-02"', "joints par « + »"),
    "stage:i1@2025-01-02": ('trouvé "i1"', "stage@JOUR"),
    "paiement@2025-01-02": ("trouvé rien", "l'identifiant d'une infraction du dossier"),
    "offence:@2025-01-02": ("trouvé rien", "un code NATINF"),
    "stage@demain": ('trouvé "demain"', "AAAA-MM-JJ"),
    "stage@2025-02-30": ('trouvé "2025-02-30"', "un jour du calendrier"),
    "stage@2024-12-01": ("trouvé 2024-12-01", "un jour après le 2024-12-01 et avant le 2036-12-01"),
    "stage@2024-06-01": ("trouvé 2024-06-01", "un jour après le 2024-12-01"),
    "stage@2036-12-01": ("trouvé 2036-12-01", "avant le 2036-12-01"),
    "paiement:i9@2025-01-02": ('trouvé "i9"', "l'identifiant d'une infraction du dossier"),
    "paiement:s@2025-01-02": ('trouvé "s"', "l'identifiant d'une infraction du dossier"),
    "paiement:later@2025-02-02": ("trouvé une infraction commise le 2025-01-15", "commise le 2024-12-01 ou avant"),
    "paiement:i1@2025-01-02": ("trouvé une infraction déjà établie le 2024-02-15", "une infraction en attente"),
    "titre_executoire:i4@2025-01-02": ("trouvé une infraction déjà établie le 2024-11-25", "une infraction en attente"),
    "paiement:i3@2025-01-02": ("trouvé une infraction close le 2024-11-20 sans retrait (relaxe)", "en attente"),
    "paiement:i2@2025-01-02+titre_executoire:i2@2025-02-02": ("déjà établie le 2025-01-02", "en attente"),
    "offence:999999@2025-01-02": ('trouvé "999999"', "le barème du 2025-01-02 connaît"),
    "withdrawal_annulled:i2@2025-01-02": ("trouvé une infraction qui n'a retiré aucun point", "a été décidé"),
    "withdrawal_annulled:i4@2025-01-02": ("trouvé une infraction qui n'a retiré aucun point", "a été décidé"),
    "withdrawal_annulled:i5@2025-01-02": ("dont le retrait est annulé le 2024-10-01", "n'est pas annulé"),
    "withdrawal_annulled:i6@2025-01-02": ("trouvé une infraction qui n'a retiré aucun point", "a été décidé"),
    "withdrawal_annulled:i1@2025-01-02+withdrawal_annulled:i1@2025-02-02": ("annulé le 2025-01-02", "pas annulé"),
}
MORE_ACTS = (
    *ACTS,
    stage("s", "2024-09-01", "peine"),
    offence("later", "2025-01-15", "2025-01-20", 1),
    offence("i5", "2024-05-01", "2024-06-01", 1),
    on_day("withdrawal_annulled", "a", "2024-10-01", offence="i5"),
    offence("i6", "2024-05-02", "2024-06-01", 0),
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_supposed_is_refused(text: str) -> None:
    """One French sentence that says what was found and what was expected."""
    with pytest.raises(SuppositionRefused) as refusal:
        read_scenario(text, file_of(*MORE_ACTS), ON)
    message = str(refusal.value)

    assert all(words in message for words in REFUSED[text])
    assert message.startswith("supposition ")
    assert message.endswith(".")


def test_a_scenario_made_by_hand_is_refused_the_same() -> None:
    """A page builds its scenarios without any text."""
    scenario = Scenario((Supposition("paiement", ON, "i2"),))

    with pytest.raises(SuppositionRefused, match='supposition "paiement:i2@2024-12-01" : trouvé 2024-12-01'):
        suppose(file_of(), scenario, ON)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"offence_class": "contravention"}, "trouvé une contravention sans classe"),
        ({"points": 3}, "trouvé c4 et 4 points .* ou bien c4 et 3 points"),
    ],
)
def test_an_offence_without_one_price_is_refused(
    change: dict[str, Any], found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No class in the barème of the time, or several prices for one code: nothing is guessed."""
    row = find_by_code("203", ON)[0]
    rows = [row._replace(**change)] if "offence_class" in change else [row, row._replace(**change)]
    monkeypatch.setattr(suppositions, "find_by_code", lambda code, on: rows)

    with pytest.raises(SuppositionRefused, match=found):
        read_scenario("offence:203@2025-01-02", file_of(), ON)


def test_the_file_is_cut_on_the_day() -> None:
    """Later acts are dropped, with those that name them; what is decided or closed later is pending."""
    acts = (
        *ACTS,
        NOT_FINAL | {"id": "i7", "closed_on": "2024-12-02", "closed_by": "redevable"},
        stage("s", "2024-12-01"), stage("t", "2024-12-02"),
        offence("later", "2024-12-02", "2024-12-02", 1),
        on_day("lettre_48n", "n", "2024-11-30", offence="later"),
        on_day("licence_annulled", "x", "2024-12-02"),
    )  # fmt: skip
    file = cut_on(file_of(*acts), ON)

    assert ["i1", "i2", "i3", "i4", "i7", "s"] == [act.id for act in file.acts]
    assert (None, None, None) == (
        act_of(file, "i4").final_on,
        act_of(file, "i4").final_by,
        act_of(file, "i4").decided_on,
    )
    assert (None, None) == (act_of(file, "i7").closed_on, act_of(file, "i7").closed_by)
    assert file_of().acts[:3] == file.acts[:3]


def test_what_names_a_dropped_act_is_dropped_after_it() -> None:
    """A recours against a letter to come, and its rejection: one goes with the other."""
    acts = (
        on_day("lettre_48si", "l", "2024-12-05"),
        {"act": "recours", "id": "r", "on": "2024-11-05", "kind": "gracieux", "letter": "l"},
        {"act": "recours_rejected", "id": "j", "on": "2024-11-06", "recours": "r"},
    )

    assert () == cut_on(file_of(*acts), ON).acts


def test_a_48si_stays_when_the_offence_that_it_names_goes() -> None:
    """It was notified, whatever it names."""
    acts = (offence("later", "2024-12-02", "2024-12-03", 6), on_day("lettre_48si", "l", "2024-11-30", offence="later"))

    assert (Lettre48SI("l", parse_day("2024-11-30"), None, None),) == cut_on(file_of(*acts), ON).acts


@pytest.mark.parametrize(("to_on", "kept"), [("2024-11-30", "2024-11-30"), ("2024-12-01", None), ("2025-06-01", None)])
def test_the_end_of_a_suspension_is_not_known_before_it_comes(to_on: str, kept: str | None) -> None:
    """A decision suspended by a judge is so until further notice."""
    file = file_of(ACTS[0], on_day("withdrawal_suspended", "w", "2024-11-01", offence="i1", to=to_on))

    assert (None if kept is None else parse_day(kept)) == act_of(cut_on(file, ON), "w").to_on


def test_a_fine_paid_or_increased_makes_the_offence_final() -> None:
    """Final, by what, and decided that day, in its place among the acts; nothing else moves."""
    paid = supposed("paiement:i2@2024-12-05")
    increased = supposed("titre_executoire:i2@2025-03-10")

    assert (parse_day("2024-12-05"), "paiement", parse_day("2024-12-05")) == paid.acts[1][2:5]
    assert (parse_day("2025-03-10"), "titre_executoire", parse_day("2025-03-10")) == increased.acts[1][2:5]
    assert cut_on(file_of(), ON).acts[2:] == paid.acts[2:]


def test_an_offence_that_the_file_ends_later_is_pending_on_the_day() -> None:
    """Paid in January in the file, it may be supposed paid in December."""
    file = file_of(offence("i1", "2024-11-02", "2025-01-15", 1))

    assert parse_day("2024-12-05") == act_of(supposed("paiement:i1@2024-12-05", file), "i1").final_on


def test_a_withdrawal_may_be_supposed_then_annulled() -> None:
    """The facts are judged in the order of their days, whatever that of the text."""
    file = supposed("withdrawal_annulled:i2@2025-06-05+paiement:i2@2024-12-05")

    assert isinstance(file.acts[-1], WithdrawalAnnulled)
    with pytest.raises(SuppositionRefused, match="n'a retiré aucun point au 2024-12-04"):
        supposed("withdrawal_annulled:i2@2024-12-04+paiement:i2@2024-12-05")


def test_a_withdrawal_may_be_annulled_on_its_own_day() -> None:
    """Withdrawals come before annulments within a day (doubt D4)."""

    assert 6 == len(supposed("withdrawal_annulled:i2@2024-12-05+paiement:i2@2024-12-05").acts) + 1


def test_one_more_offence_has_the_price_of_its_day() -> None:
    """Class and points of the barème, paid on the day it is committed."""
    added = supposed("offence:203@2025-01-02").acts[-1]

    assert isinstance(added, Offence)
    assert ("c4", 4, "203") == (added.offence_class, added.points, added.natinf)
    assert {parse_day("2025-01-02")} == {added.committed_on, added.final_on, added.decided_on}


@pytest.mark.parametrize(("code", "points"), [("R412-6-4:I", 2), ("L224-16:V", 6), ("R415-6", 4)])
def test_one_more_offence_may_be_named_by_its_article(code: str, points: int) -> None:
    """With its paragraph after a colon, or alone when the article has one price."""
    added = supposed(f"offence:{code}@2025-01-02").acts[-1]

    assert isinstance(added, Offence)
    assert (points, code.partition(":")[0]) == (added.points, added.article)


def test_a_stage_lasts_two_days() -> None:
    """The day given is the last one; it is one that gives points."""
    added = supposed("stage@2025-01-20").acts[-1]

    assert isinstance(added, Stage)
    assert (parse_day("2025-01-19"), parse_day("2025-01-20"), "volontaire") == added[1:4]


def test_made_up_ids_are_never_those_of_the_dossier() -> None:
    """Neither of an act that is kept, nor of one that is dropped, nor of one another."""
    acts = (*ACTS, stage("supposition-1", "2024-06-01"), stage("supposition-3", "2025-06-01"))
    file = supposed("stage@2025-01-20+offence:203@2025-02-01+stage@2026-03-01", file_of(*acts))

    assert ["supposition-2", "supposition-4", "supposition-5"] == [act.id for act in file.acts[-3:]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_licence_stays_what_it_is(kind: str) -> None:
    """Territory, probation, number: only acts are supposed. The dossier given is left as it was."""
    given = file_of(*ACTS, obtained_on="2022-05-06", probation="aac", territory="saint-martin", neph="000000000001")
    named = {"stage": "", "offence": ":203", "withdrawal_annulled": ":i1"}.get(kind, ":i2")
    file = supposed(f"{kind}{named}@2025-01-20", given)

    assert given.licence == file.licence
    assert given == file_of(
        *ACTS, obtained_on="2022-05-06", probation="aac", territory="saint-martin", neph="000000000001"
    )
