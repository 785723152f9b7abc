"""The first day of each text that the rules of the law name, as the texts themselves say it."""

from importlib import import_module
from typing import Any

import pytest

from mespoints.law.days import iso

DAYS_OF_TEXTS: dict[str, dict[str, str]] = {
    # what is told of each: the article that changes, or what does
    "capital": {
        "TWELVE_POINTS_FROM": "1992-12-01",  # décret 92-1228: twelve points instead of six
        "DECRET_2003_642": "2004-03-01",  # its art. 11: the probation, on licences issued from then on
        "YEARLY_STEPS_FROM": "2007-12-31",  # loi 2007-297, art. 23, V: licences obtained from then on
        "FOREIGN_LICENCES_FROM": "2017-11-18",  # art. L. 223-10 and L. 223-11
        "FORMATION_FROM": "2019-01-01",  # art. R. 223-4-1
    },
    "erasure": {"CODE_OF_2001": "2001-06-01", "LOI_2003_495": "2003-06-13"},
    "bareme_checks": {"LOI_2003_495": "2003-06-13"},
    "holds": {"EARLIEST": "1900-01-01", "LATEST": "2200-12-31"},  # the days that dossier/1 takes
    "holidays": {
        "LOI_81_893": "1981-10-03",  # 8 May again
        "DECRET_83_1003": "1983-11-25",  # the abolition of slavery, overseas
        "SAINT_BARTHELEMY_2007": "2007-07-15",  # no commune of Guadeloupe any more
        "DECRET_2012_553": "2012-04-26",  # 9 October at Saint-Barthélemy
        "SAINT_MARTIN_2018": "2018-05-04",  # 28 May at Saint-Martin
    },
    "invalidation": {
        "LOI_2003_495": "2003-06-13",
        "DECRET_2003_642": "2004-03-01",
        "LETTRE_48SI_FROM": "2008-01-01",  # ten jours francs instead of a week
    },
    "letter_forms": {
        "POINTS_FROM": "1992-07-01",  # loi 89-469
        "DECRET_2003_642": "2004-03-01",
        "LOI_2007_297": "2007-03-07",
        "LETTRE_48SI_FROM": "2008-01-01",
        "ACCOUNT_FROM": "2016-10-31",  # art. R. 223-3-1
        "FOREIGN_LICENCES_FROM": "2017-11-18",
    },
    "novice": {"DECRET_2000_1038": "2000-10-25", "DECRET_2003_642": "2004-03-01"},
    "relicensing": {
        "POINTS_FROM": "1992-07-01",
        "CODE_OF_2001": "2001-06-01",
        "LOI_2003_495": "2003-06-13",  # art. L. 223-5 and L. 224-14: the analyses
        "DECRET_2003_642": "2003-07-12",  # art. R. 224-20: the theory alone after an invalidation
        "LOI_2007_297": "2007-03-07",
        "DECRET_2007_753": "2007-05-10",  # nine months instead of three for the theory alone
    },
    "remedies": {
        "LOI_2000_321": "2000-11-01",  # two months of silence
        "CODE_OF_2001": "2001-01-01",  # the Code de justice administrative
        "DECRET_2016_1480": "2017-01-01",  # a silence opens the delay of a remedy too
    },
    "restoration": {
        "LOI_2007_297": "2007-01-01",  # its art. 23, VIII: offences established from then on
        "LOI_2011_267": "2011-01-01",  # its art. 138: the same
    },
    "stage": {"DECRET_2003_642": "2004-03-01", "LOI_2011_267_STAGES": "2011-03-16"},
    "withdrawal": {"DECRET_2003_642_CUMUL": "2003-07-12", "LOI_2025_622": "2025-07-11"},
}


@pytest.mark.parametrize(
    ("module", "name"), [(module, name) for module, days in DAYS_OF_TEXTS.items() for name in days]
)
def test_each_text_is_in_force_from_its_own_day(module: str, name: str) -> None:
    """The days that the modules of the law name, each by its name."""
    rules: dict[str, Any] = vars(import_module(f"mespoints.law.{module}"))

    assert DAYS_OF_TEXTS[module][name] == iso(rules[name])
