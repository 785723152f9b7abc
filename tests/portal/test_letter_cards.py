"""What a letter is said to have become, from its life alone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mespoints.law.reading import read_dossier
from mespoints.law.results import Remedy
from mespoints.letters import steps, stopping
from mespoints.letters.models import NOT_NOTIFIED, NOTIFIED, SENT, TO_EXAMINE, UNDER_WAY
from mespoints.letters.timeline import Attempt, Happened, LetterLife, OnCompte
from mespoints.portal.letters import words
from mespoints.portal.letters.cards import TWO_MONTHS_MORE, Reader, card, hour
from tests.portal.conftest import dossier_document

TODAY = date(2026, 11, 22)
SENT_ON = date(2026, 11, 5)
READER = Reader(read_dossier(dossier_document("1996-05-06")), TODAY, {"1-1": 1, "1-2": 2}, "fr")
REGISTERED, SIMPLE = "recommande_ar", "lettre_verte"


def attempt(outcome: str, franking: str = REGISTERED, kind: str = "48SI", reference: str = "1-1") -> Attempt:
    """One sending, to a declared address."""
    return Attempt(reference, kind, franking, ("1 RUE DE LA PAIX",), "declared", SENT_ON, 2, "d", outcome, None)


def step(kind: str, why: str = "", proof: str = "") -> Happened:
    """One step, on the day of the sending."""
    return Happened(SENT_ON, kind, "1-1", SENT_ON, proof, why, "")


def life(*attempts: Attempt, happened: tuple[Happened, ...] = (), **more: Any) -> LetterLife:
    """A 48SI and what became of it."""
    nothing: dict[str, Any] = {"done_on": None, "notified_on": None, "act": "", "remedy": None, "compte": None}
    known = {"letter": "48SI", "movement": 1, "moved_on": SENT_ON, "points": -6, "owed_on": SENT_ON}
    return LetterLife(**{**known, **nothing, **more}, attempts=attempts, steps=happened)


RETRAIT = attempt(SENT, SIMPLE, steps.RETRAIT, "1-2")
ON_COMPTE = OnCompte(SENT_ON, datetime(2026, 11, 5, 8, tzinfo=UTC), None, None, date(2026, 11, 20), date(2027, 1, 21))
LIVES = {
    "waits": (life(), "Elle vous est due et partira bientôt.", ""),
    "put aside": (life(happened=(step(steps.PUT_ASIDE, "adresse : ligne 2"),)), words.PUT_ASIDE, ""),
    "suspended": (
        life(happened=(step(steps.PUT_ASIDE, stopping.WITHDRAWAL_SUSPENDED),)),
        "Elle attend : un juge a suspendu le retrait.",
        "",
    ),
    "stopped": (
        life(happened=(step(steps.STOPPED, stopping.ABOVE_ZERO),), done_on=SENT_ON),
        "Elle n'a pas été envoyée : votre solde est redevenu supérieur à zéro.",
        "",
    ),
    "registered": (
        life(attempt(UNDER_WAY)),
        "Envoyée en recommandé le 5 novembre 2026. La poste n'a pas encore dit ce qu'elle est devenue.",
        "Vous aurez deux mois pour la contester, à partir du jour où elle vous sera notifiée.",
    ),
    "presented": (
        life(attempt(UNDER_WAY), happened=(step("presented"),)),
        "Envoyée en recommandé le 5 novembre 2026, puis présentée à votre adresse : allez la retirer.",
        "Vous aurez deux mois pour la contester, à partir du jour où elle vous sera notifiée.",
    ),
    "came back": (
        life(attempt(NOT_NOTIFIED)),
        "Envoyée le 5 novembre 2026, elle ne vous est pas parvenue. Elle repartira dès que possible.",
        "Vous aurez deux mois pour la contester, à partir du jour où elle vous sera notifiée.",
    ),
    "examined": (
        life(attempt(TO_EXAMINE)),
        "Envoyée le 5 novembre 2026. Un agent doit vérifier ce qu'elle est devenue.",
        "Vous aurez deux mois pour la contester, à partir du jour où elle vous sera notifiée.",
    ),
    "notified": (life(attempt(NOTIFIED), notified_on=TODAY), "Notifiée le 22 novembre 2026.", ""),
    "taken back": (
        life(attempt(UNDER_WAY), RETRAIT),
        "Retirée avant d'être notifiée : même si elle vous parvient, elle est sans effet.",
        "",
    ),
    "unread and known": (
        life(attempt(SENT, "depot"), compte=ON_COMPTE, letter="48"),
        "Déposée le 5 novembre 2026. Elle est réputée connue depuis le vendredi 20 novembre 2026.",
        "Dernier jour pour saisir le tribunal : le jeudi 21 janvier 2027.",
    ),
    "read too late": (
        life(attempt(SENT, "depot"), compte=ON_COMPTE._replace(read_on=TODAY), letter="48"),
        "Déposée le 5 novembre 2026, réputée connue le vendredi 20 novembre 2026, lue ensuite.",
        "Dernier jour pour saisir le tribunal : le jeudi 21 janvier 2027.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lived", "state", "appeal"), list(LIVES.values()), ids=list(LIVES))
def test_where_a_letter_is_and_until_when_it_can_be_challenged(lived: LetterLife, state: str, appeal: str) -> None:
    """In words, whatever became of it; nothing is promised of a letter that never left or has no effect."""
    told = card(lived, READER)

    assert (state, appeal) == (told.state, told.appeal)


def test_a_notified_letter_gives_its_last_day() -> None:
    """The one that the law computes (D22)."""
    day = date(2026, 11, 10).toordinal()
    remedy = Remedy("lettre:1-1", "open", date(2027, 1, 11).toordinal(), day, day)
    told = card(life(attempt(NOTIFIED), notified_on=date(2026, 11, 10), remedy=remedy), READER)

    assert "11 janvier 2027" in told.appeal


def test_two_months_more_are_told_when_an_address_is_abroad() -> None:
    """Declared abroad, or abroad where the letter went: with the day where one is known, without where none is."""
    day = date(2026, 11, 10).toordinal()
    remedy = Remedy("lettre:1-1", "open", date(2027, 1, 11).toordinal(), day, day)
    notified = life(attempt(NOTIFIED), notified_on=date(2026, 11, 10), remedy=remedy)
    posted = life(attempt(SENT, SIMPLE)._replace(address=("RUE HAUTE 12", "1000 BRUXELLES", "BELGIQUE")))
    abroad = READER._replace(is_abroad=True)
    told = [
        card(lived, reader).appeal.replace("\N{NO-BREAK SPACE}", " ")
        for lived, reader in ((notified, abroad), (life(compte=ON_COMPTE), abroad), (posted, READER))
    ]

    assert told[0].endswith("jusqu'au jeudi 11 mars 2027 inclus (code de justice administrative, art. R. 421-7).")
    assert told[1].endswith("jusqu'au lundi 22 mars 2027 inclus (code de justice administrative, art. R. 421-7).")
    assert told[2].endswith(TWO_MONTHS_MORE)
    assert "étranger" not in card(notified, READER).appeal + card(life(compte=ON_COMPTE), READER).appeal


def test_a_letter_that_was_taken_back_opens_with_the_one_that_took_it_back() -> None:
    """Two documents, each by its place."""
    links = card(life(attempt(UNDER_WAY), RETRAIT), READER).links

    assert [("lettre-1", "Lire la lettre (PDF)"), ("lettre-2", "La lettre qui la retire (PDF)")] == [
        (link.slug, link.words) for link in links
    ]


def test_each_step_has_its_words_and_its_proof() -> None:
    """Every kind that may be written is told; the number of the post, and the address."""
    happened = tuple(step(kind, proof="2C1" if kind == "presented" else "") for kind in steps.KINDS)
    told = card(life(attempt(UNDER_WAY), happened=happened), READER)
    lines = dict(zip(steps.KINDS, told.steps, strict=True))

    assert set(steps.KINDS) == set(words.HAPPENED)
    assert "numéro de suivi 2C1" == lines["presented"].detail
    assert "à l'adresse déclarée (1 RUE DE LA PAIX)" == lines[steps.DISPATCHED].detail


def test_an_hour_is_that_of_its_day() -> None:
    """That of Paris; a demonstration that pretends another day has no hours."""
    at = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)

    assert ("9 h 05", "") == (hour(at, TODAY), hour(at, SENT_ON))
