"""What a row brings: the order of the numbers is the order within a day (reading D4).

Plain ints rather than an IntEnum: the fold reads them at every step, and a member of an IntEnum costs five times more.
"""

LETTRE_48SI = 1
INTERDICTION = 2
LICENCE_ANNULLED = 3
LICENCE_OBTAINED = 4
FRENCH_LICENCE = 5
CARRIED_OVER = 6
FORMATION = 7
CATEGORY_B_BY_AAC = 8
SUSPENSION = 9
ESTABLISHED = 10
DECIDED = 11
REVISED = 12
STAGE = 13
OF_ITSELF = 14
