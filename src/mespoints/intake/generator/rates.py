"""How often things happen in the life of an invented licence.

After the public figures of 2024 for about 40 million licences: 6.3 million offences and 11.7 million points withdrawn,
302,853 stages for points, 47,916 invalidations, four licences in five (79 %) at 12 points, 60 to 90 million entries
over ten years. What those do not say is chosen so that these come out, and they do but for two: three licences in four
are at 12 points, and two to three times as many are invalidated. ``tests/intake/generator`` holds the mix to this.
"""

from mespoints.law.days import day_of

YEARS_KEPT = 10
"""A register keeps about ten years: older facts were erased (art. L. 225-2)."""
EARLIEST_ON = day_of(2015, 1, 1)
"""Ten years before, every code of ``OFFENCES`` was in the barème, or another one takes its place."""

SMALL_SPEEDING_UNTIL = day_of(2024, 1, 1)
"""Since then, less than 5 km/h above the limit takes no point (decree 2023-1150)."""
OFFENCES_A_YEAR_BEFORE = 0.38
OFFENCES_A_YEAR = 0.34
"""For one licence, those that no withdrawal follows and those that caution prevents included."""
UNEVENNESS = 0.17
"""Shape of the gamma law of each driver's own rate: small, because a few drivers commit most offences."""

FORGOTTEN_DAYS = 900
"""After so long without an offence, what was lost before no longer makes anybody careful."""
NOVICE_DAYS = 1150
CAREFUL = 4
CAREFUL_NOVICE = 3
CAREFULNESS = 0.8
NEARLY_ALL = 2
GREATER_CAREFULNESS = 0.998
"""The shares of offences no longer committed once so many points were lost, and once twice as many; small ones remain.
"""

OFFENCES = (
    ("25387", 380, "radar"),
    ("25386", 220, "radar"),
    ("11302", 80, "radar"),
    ("11301", 32, "radar"),
    ("21527", 14, "interception"),
    ("21528", 4, "interception"),
    ("23800", 90, "interception"),
    ("12929", 24, "interception"),
    ("11325", 18, "video"),
    ("210", 48, "video"),
    ("203", 26, "interception"),
    ("13322", 22, "interception"),
    ("1247", 22, "interception"),
    ("23761", 20, "interception"),
)
"""NATINF code, how many offences of a thousand have it, and who sees it: a radar, a camera, a police officer."""
SMALL = ("25387", "25386")
"""What may still happen to somebody careful."""
INSTEAD = "203"
"""Takes the place of a code that the barème of the day does not have."""

PAID = 0.82
"""Fines paid as they are; the others become titres exécutoires."""
CLOSED = 0.03
"""Offences that end without any withdrawal."""
ANNULLED = 0.002
"""Withdrawals that a judge annuls."""
ANNULLED_BY_JUDGE = 0.03
"""Délits for which the judge annuls the licence."""
SUSPENDED = 0.6
"""Offences of six points after which the prefect suspends."""

STAGE_WHEN_LOW = 0.12
"""Decisions that leave a driver four points lower than two years before, after which a stage is taken."""
STAGE_WHEN_VERY_LOW = 0.6
"""The same, eight points lower."""
STAGE_ORDERED_TAKEN = 0.85
TITLE_SURRENDERED = 0.75
LICENCE_AGAIN = 0.7

APPRENTISSAGE_ANTICIPE = 0.25
FORMATION_COMPLEMENTAIRE = 0.04
FOREIGN_LICENCE = 0.006
