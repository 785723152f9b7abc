"""``mespoints erase``, as a process and in words."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from mespoints.cli.erasure import WHY, document_of, words_of
from mespoints.register.erasing import Erasing
from tests.cli.test_nightly import run
from tests.cli.test_service import PERSON

OLD = {
    "act": "offence", "id": "i0", "class": "c4", "points": 3, "committed_on": "2016-01-20", "final_on": "2016-03-01",
    "final_by": "paiement",
}  # fmt: skip


def test_a_rehearsal_then_the_erasure_then_nothing(tmp_path: Path) -> None:
    """The same counts twice, only the second of which is written; the register is still whole."""
    dossier = {"format": "dossier/1", "licence": {"neph": "000000000001", "obtained_on": "2012-06-12"}, "acts": [OLD]}
    run(tmp_path, "intake", "-", feed=json.dumps({**PERSON, "dossier": dossier}), MESPOINTS_TODAY="2026-01-02")
    rehearsal, done, again = (
        run(tmp_path, "erase", "--on", "2026-11-27", "--json", *more, MESPOINTS_TODAY="2026-11-27")
        for more in ([], ["--apply"], ["--apply"])
    )
    verified = run(tmp_path, "verify", "--json")
    counts = {
        "format": "erase/1", "on": "2026-11-27", "looked_at": 1, "licences": 1, "acts": {"L225-2 I": 1}, "kept": {},
        "refused": [],
    }  # fmt: skip

    assert {**counts, "applied": False} == json.loads(rehearsal.stdout)
    assert {**counts, "applied": True} == json.loads(done.stdout)
    assert {**counts, "applied": True, "licences": 0, "acts": {}, "looked_at": 0} == json.loads(again.stdout)
    assert (1, None) == (json.loads(verified.stdout)["erased"], json.loads(verified.stdout)["broken"])


def test_the_words_say_what_stays_and_why() -> None:
    """Two reasons that are told alike are counted together; nothing is said of anybody."""
    erasing = Erasing(date(2026, 11, 27), is_applied=False, looked_at=12, licences=3)
    erasing.acts, erasing.kept = Counter({"L225-2 I": 4}), Counter({"ten_years": 2, "next": 1, "movements": 1})
    told = words_of(erasing, "fr")

    assert told == (
        "Essai d'effacement au 2026-11-27 (art. L. 225-2) : rien n'est écrit ; --apply efface.\n"
        "Permis regardés : 12 ; concernés : 3 ; actes, par paragraphe : 4 (L225-2 I 4).\n"
        "Gardés quoique leur délai soit passé, parce qu'il en dépend encore :\n"
        "  ce qui vient ensuite : 2\n"
        "  le retour de points après dix ans : 2\n"
    )
    assert words_of(Erasing(date(2026, 11, 27), is_applied=True), "en").startswith("Erasure as of 2026-11-27")
    assert {"ten_years": 2, "next": 1, "movements": 1} == document_of(erasing)["kept"]


def test_both_languages_know_the_same_reasons() -> None:
    """None is told in one of them alone."""

    assert set(WHY["fr"]) == set(WHY["en"])
