"""The disk of PostgreSQL full during an intake, its log of writes (WAL) on it too: the server stops altogether.

What was told is there afterwards, once somebody has made room and the server runs again.
"""

import sys

from drills.disk_full import played


def main() -> int:
    """The whole cluster on one small disk."""
    return played("The disk of PostgreSQL full under an intake, its log of writes (WAL) on it", with_log=True)


if __name__ == "__main__":
    sys.exit(main())
