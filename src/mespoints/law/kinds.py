"""What a row brings: the order of the numbers is the order within a day (reading D4).

Plain ints rather than an IntEnum: the fold reads them at every step, and a member of an IntEnum costs five times more.
"""

END_OF_BAN = 1
LETTRE_48SI = 2
INTERDICTION = 3
LICENCE_ANNULLED = 4
LICENCE_OBTAINED = 5
FRENCH_LICENCE = 6
CARRIED_OVER = 7
FORMATION = 8
CATEGORY_B_BY_AAC = 9
SUSPENSION = 10
ESTABLISHED = 11
DECIDED = 12
REVISED = 13
STAGE = 14
OF_ITSELF = 15
