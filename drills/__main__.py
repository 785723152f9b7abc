"""Every drill in turn; status 1 when one did not come out as it should. Each runs by itself too."""

import subprocess
import sys

DRILLS = (
    "database_killed", "disk_full", "disk_of_log_full", "database_slow", "provider", "carrier", "clock", "two_nights",
    "deploy", "failover",
)  # fmt: skip


def main() -> int:
    """Run them all, each in a process of its own."""
    failed = [
        name for name in DRILLS if subprocess.run([sys.executable, "-m", f"drills.{name}"], check=False).returncode
    ]
    print("drills that failed: " + (", ".join(failed) or "none"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
