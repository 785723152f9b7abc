"""Why the balance moves; ``CAUSE_NAMES`` gives the words of ``statement/1``. Plain ints, as in ``law.kinds``."""

OBTAINED = 1
CARRIED_OVER = 2
PROBATION_STEP = 3
PROBATION_END = 4
WITHDRAWAL = 5
ONE_POINT = 6
FULL_RESTORATION = 7
TEN_YEARS = 8
STAGE = 9
WITHDRAWAL_ANNULLED = 10
LOST = 11
WITHDRAWAL_SUSPENDED = 12
LETTRE_48SI_SUSPENDED = 13
LETTRE_48SI_ANNULLED = 14
LICENCE_EXCHANGED = 15
FRENCH_LICENCE = 16

CAUSE_NAMES = (
    "",
    "obtained",
    "carried_over",
    "probation_step",
    "probation_end",
    "withdrawal",
    "one_point",
    "full_restoration",
    "ten_years",
    "stage",
    "withdrawal_annulled",
    "lost",
    "withdrawal_suspended",
    "lettre_48si_suspended",
    "lettre_48si_annulled",
    "licence_exchanged",
    "french_licence",
)
