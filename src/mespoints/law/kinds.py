"""What a row brings: the order of the numbers is the order within a day (reading D4).

Plain ints rather than an IntEnum: the fold reads them at every step, and a member of an IntEnum costs five times more.
"""

LETTRE_48SI = 1
LICENCE_ANNULLED = 2
LICENCE_OBTAINED = 3
CARRIED_OVER = 4
FORMATION = 5
SUSPENSION = 6
ESTABLISHED = 7
DECIDED = 8
WITHDRAWAL_ANNULLED = 9
STAGE = 10
OF_ITSELF = 11
