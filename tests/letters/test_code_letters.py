"""Confidential codes by letter: drawn for their paper, in force with it, told once."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from mespoints.demo.letters import sample_sender
from mespoints.letters import code_letters
from mespoints.letters.code_letters import send_codes
from mespoints.letters.code_requests import FRANCECONNECT, OPERATOR, PUBLIC_FORM, TooSoon, ask_for_code, first_day
from mespoints.letters.dispatch import Means, Run, hand_over_the_rest
from mespoints.letters.models import Batch, CodeRequest, Sending
from mespoints.letters.printing import CodeOrder
from mespoints.letters.production import production_day
from mespoints.letters.routing import DECLARED, Destination
from mespoints.letters.spool import Spool
from mespoints.letters.typesetting import Typesetter
from mespoints.register.codes import LENGTH, SIGNS, draw_code, goes_with, hash_of, issue_code
from mespoints.register.models import ConfidentialCode, Licence
from tests.letters.conftest import text_of
from tests.letters.mail import OLD_HOME, PlainPrinter, learn, means, offence, run_on
from tests.letters.test_dispatch import Moody

pytestmark = pytest.mark.django_db

MONDAY = date(2024, 3, 4)


def codes_on(on: date, with_means: Means) -> Run:
    """The codes sent on a day."""
    run = Run(on, production_day(on, is_closed=False), 0)
    with with_means.spool.held():
        hand_over_the_rest(run, with_means)
        send_codes(run, with_means)
    return run


def printed(folder: Path) -> dict[str, str]:
    """The codes on the papers that left, by reference."""
    papers = (path.read_text(encoding="utf-8").split() for path in sorted(folder.glob("2*/C*.pdf")))
    return {reference: code for reference, code in papers}  # noqa: C416 - two words each


def opens(code: str, licence: Licence) -> bool:
    """Whether a code goes with the licence, and is not closed."""
    kept = ConfidentialCode.objects.filter(licence=licence, closed_on=None).first()
    return kept is not None and goes_with(code, kept)


def test_a_code_is_drawn_for_its_letter_and_kept_as_its_hash(licence: Licence, tmp_path: Path) -> None:
    """One letter, one batch, one code in force; the next run sends nothing."""
    request = ask_for_code(licence, means=FRANCECONNECT, on=MONDAY)
    first, again = codes_on(MONDAY, means(tmp_path)), codes_on(MONDAY, means(tmp_path))
    ((reference, code),) = printed(tmp_path).items()
    kept = ConfidentialCode.objects.get()

    assert ({"code": 1}, {}) == (dict(first.sent), dict(again.sent))
    assert f"C{request.pk:09d}-1" == reference
    assert (LENGTH, set()) == (len(code), set(code) - set(SIGNS))
    assert opens(code, licence)
    assert code not in kept.code_hash
    assert kept.code_hash.startswith("argon2")


def test_the_former_code_holds_until_the_new_one_leaves(licence: Licence, tmp_path: Path) -> None:
    """Unless it was lost: then it opens nothing from that moment on."""
    issue_code(licence.pk, hash_of("ABCDEFGHJK"), issued_on=date(2024, 1, 1))
    ask_for_code(licence, means=OPERATOR, by="B. Leroy", on=MONDAY)
    asked = opens("ABCDEFGHJK", licence)
    codes_on(MONDAY, means(tmp_path))
    left = opens("ABCDEFGHJK", licence)
    (code,) = printed(tmp_path).values()
    ask_for_code(licence, means=OPERATOR, by="B. Leroy", on=MONDAY, is_lost=True)

    assert (True, False, False) == (asked, left, opens(code, licence))


def test_one_request_at_a_time_and_not_too_often(licence: Licence, tmp_path: Path) -> None:
    """The post is given some days; an agent, who sees the person, need not wait."""
    first, same = (ask_for_code(licence, means=FRANCECONNECT, on=MONDAY) for _ in range(2))
    codes_on(MONDAY, means(tmp_path))
    soon = MONDAY + timedelta(days=14)
    with pytest.raises(TooSoon) as refused:
        ask_for_code(licence, means=FRANCECONNECT, on=soon)

    assert first.pk == same.pk
    assert soon + timedelta(days=1) == refused.value.from_on == first_day(licence, FRANCECONNECT)
    assert MONDAY + timedelta(days=30) == first_day(licence, PUBLIC_FORM)
    assert ask_for_code(licence, means=OPERATOR, by="B. Leroy", on=soon).pk > first.pk


def test_no_code_leaves_for_an_address_from_which_a_letter_came_back(licence: Licence, tmp_path: Path) -> None:
    """It waits for another address, and so does what does not fit the window."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    Sending.objects.update(outcome="not_notified", why="npai")
    ask_for_code(licence, means=FRANCECONNECT, on=MONDAY)
    run = codes_on(MONDAY, means(tmp_path))
    again = codes_on(MONDAY, means(tmp_path))

    assert {"une lettre est revenue de l'adresse déclarée : une autre est attendue": 1} == dict(run.put_aside)
    assert ({}, {}) == (dict(again.put_aside), printed(tmp_path))
    assert not ConfidentialCode.objects.exists()


class Killed(Exception):
    """What stops a run where the test wants it to."""


@pytest.mark.parametrize("place", ["issue_code", "hand_over"])
def test_a_run_killed_at_any_moment_leaves_one_code_and_its_letter(
    licence: Licence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Before the commit the code is drawn anew; after it, its letter is handed over by the next run."""

    def dying(*given: object, **named: object) -> None:
        raise Killed

    ask_for_code(licence, means=FRANCECONNECT, on=MONDAY)
    with monkeypatch.context() as patched:
        patched.setattr(code_letters, place, dying)
        with pytest.raises(Killed):
            codes_on(MONDAY, means(tmp_path))
    left = printed(tmp_path)
    codes_on(MONDAY, means(tmp_path))
    (code,) = printed(tmp_path).values()

    assert {} == left
    assert opens(code, licence)
    assert 1 == Batch.objects.filter(handed_over=True).count()


def test_a_letter_that_the_carrier_turns_down_closes_its_code(licence: Licence, tmp_path: Path) -> None:
    """Another one is drawn for the next letter."""
    request = ask_for_code(licence, means=FRANCECONNECT, on=MONDAY)
    run = Run(MONDAY, MONDAY, 0)
    carrier = Moody(f"C{request.pk:09d}-1")
    carrier.is_away = False
    with_it = Means(Spool(tmp_path), carrier, PlainPrinter())
    send_codes(run, with_it)
    closed = ConfidentialCode.objects.get().closed_on
    codes_on(MONDAY, means(tmp_path))
    ((reference, code),) = printed(tmp_path).items()

    assert (1, MONDAY) == (run.turned, closed)
    assert f"C{request.pk:09d}-2" == reference
    assert opens(code, licence)
    assert "" == CodeRequest.objects.get().why


def test_the_letter_tells_the_code_and_not_what_it_goes_with(licence: Licence) -> None:
    """Tagged, one page; the name and the code for whoever opens the envelope, never the file number."""
    typesetter, code = Typesetter(sample_sender(), is_specimen=True), draw_code()
    order = CodeOrder(
        "C000000001-1", licence.holder, licence.neph, Destination(OLD_HOME, "44", DECLARED), code, MONDAY
    )  # fmt: skip
    pdf, pages = typesetter.compose_code(order)
    reader, text = PdfReader(io.BytesIO(pdf)), text_of(pdf)

    assert 1 == pages
    assert f"{code[:5]} {code[5:]}" in text
    assert licence.neph not in text
    assert "L. 225-8" in text
    assert "44000 NANTES" in text
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert code not in str(reader.metadata)
