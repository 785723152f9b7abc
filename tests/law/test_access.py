"""Who may see what: the table, held against the articles read a second time, cell by cell."""

from datetime import date
from pathlib import Path

import pytest

from mespoints.law.access import (
    BY_KIND,
    CALLERS,
    HIDDEN_FROM_HOLDER,
    OF_POINTS,
    Datum,
    Means,
    has_direct_access,
    kept_by,
    may_see,
    refusals,
)
from mespoints.law.explain import article_words

PAGE = Path(__file__).parents[2] / "docs" / "api.md"

TODAY = date(2026, 11, 22).toordinal()

LETTERS = dict(zip("ECVRIATMOPHLJ", Datum, strict=True))
"""Existence, categories, validity, restrictions; identity, address, titles, measures, offences, points, history of
points, letters; the journal of accesses."""

AS_READ = """
holder                      ECVR IATMOPHL J
ministry                    ECVR IATMOPHL .
agent_audit                 .... ........ J
agent_exploitation          .... ........ .
judicial_authority          ECVR IATMOPHL .
administrative_judge        ECVR IATMOPHL .
inquiry_officer             ECVR IATMOPHL .
agent_instruction           ECVR IATMOPHL .
agent_validation            ECVR IATMOPHL .
road_police                 ECVR IATMOPHL .
road_safety_studies         ECVR ...MOPH. .
transport_inspection        ECVR IATMOPHL .
titles_agency               ECVR IAT..... .
terrorism_police            ECVR IATMO... .
intelligence                ECVR IATMO... .
lawyer                      ECVR ........ .
mandataire                  ECVR ........ .
preliminary_inquiry         ECVR ........ .
municipal_police            ECVR ........ .
driver_card_body            ECVR ........ .
qualification_card_body     ECVR ........ .
transport_firm              ECVR ........ .
european_authority          ECVR ........ .
caisse_des_depots           ECVR ........ .
overseas_authority          ECVR ........ .
foreign_authority           ECVR ........ .
public_employer             ECVR ........ .
insurer                     ECVR ........ .
other_road_police           ECVR ........ .
other_transport_inspection  ECVR ........ .
other_municipal_police      ECVR ........ .
employer                    .... ........ .
third_person                .... ........ .
"""
"""The articles as a second reading found them; a dot is what is kept from them."""

READ = {line.split()[0]: "".join(line.split()[1:]) for line in AS_READ.strip().splitlines()}


@pytest.mark.parametrize("kind", BY_KIND)
def test_each_cell_is_as_the_articles_say(kind: str) -> None:
    """Every caller, every datum."""
    seen = {letter for letter, datum in LETTERS.items() if may_see(kind, datum, TODAY)}

    assert set(READ[kind]) - {"."} == seen


def test_the_second_reading_names_the_same_callers() -> None:
    """No more, no less, in the same order, each once."""

    assert list(READ) == [caller.kind for caller in CALLERS] == list(BY_KIND)


def test_d27_points_are_for_the_authorities_that_must_know_them() -> None:
    """The holder, who keeps the register, and art. L. 225-4: neither employer, nor insurer (art. L. 223-7)."""
    told = {caller.statute for caller in CALLERS if caller.sees & OF_POINTS}
    asking = {caller.statute for caller in CALLERS if caller.sees & OF_POINTS and caller.means is Means.DIRECT}

    assert {"L225-3", "L225-1", "L225-4"} == told
    assert {"L225-4"} == asking


def test_nobody_sees_before_the_law_names_them() -> None:
    """A firm of road transport, from 23 March 2016 on; whoever tells points told them not before either."""
    eve, day = date(2016, 3, 22).toordinal(), date(2016, 3, 23).toordinal()

    assert [False, True] == [may_see("transport_firm", Datum.VALIDITY, on) for on in (eve, day)]
    assert [False, True] == [has_direct_access("transport_firm", on) for on in (eve, day)]
    for caller in CALLERS:
        assert not any(may_see(caller.kind, datum, caller.from_on - 1) for datum in Datum)


def test_a_refusal_names_the_article_that_keeps_each_datum() -> None:
    """In the order of the words; what may be shown is not in it."""
    found = refusals("insurer", [Datum.VALIDITY, Datum.POINTS, Datum.ADDRESS], TODAY)

    assert [("address", "L225-6"), ("points", "L223-7")] == list(found)
    assert () == refusals("road_police", [Datum.POINTS, Datum.OFFENCES], TODAY)
    assert {"L223-7"} == {kept_by(datum) for datum in OF_POINTS}


def test_only_those_with_a_direct_access_ask_the_register() -> None:
    """Art. R. 225-4 and R. 225-5, I; an insurer asks the préfet, a lawyer too, an employer nobody."""
    direct = {caller.kind for caller in CALLERS if has_direct_access(caller.kind, TODAY)}

    assert direct == {
        "judicial_authority", "administrative_judge", "inquiry_officer", "road_police", "road_safety_studies",
        "transport_inspection", "titles_agency", "terrorism_police", "intelligence", "preliminary_inquiry",
        "municipal_police", "driver_card_body", "qualification_card_body", "transport_firm", "european_authority",
        "caisse_des_depots",
    }  # fmt: skip
    assert Means.THROUGH_PREFET == BY_KIND["insurer"].means == BY_KIND["lawyer"].means


def test_d28_inquiries_and_the_security_of_the_state_are_not_told() -> None:
    """Their paragraphs, and no other: a road check is told."""

    assert HIDDEN_FROM_HOLDER == {
        "R225-4, I, 2°, a", "R225-4, I, 2°, c", "R225-4, II, 1°", "R225-4, II, 2°", "R225-5, I, 1°",
    }  # fmt: skip
    assert all(len(caller.article) <= 20 for caller in CALLERS), "what the journal of accesses keeps"


def test_the_table_of_the_documentation_is_this_one() -> None:
    """docs/api.md, line by line."""
    page = PAGE.read_text(encoding="utf-8")
    missing = [
        caller.kind
        for caller in CALLERS
        if f"(`{caller.kind}`) | {article_words(caller.article)} | {caller.means.value.replace('_', ' ')} | "
        + " | ".join("yes" if datum in caller.sees else "·" for datum in Datum)
        not in page
    ]

    assert [] == missing
