"""The leader of two PostgreSQL killed (-9) under write load, with Patroni, etcd and synchronous replication.

Every act that was acknowledged before, during and after is there; how long nothing could be written is told. The former
leader is then started again and follows; the next round kills the other one.
"""

import argparse
import sys
import time

import psycopg

from benchmarks.service import free_port, make_crowd
from drills.patroni import TTL_SECONDS, Cluster, cluster, require_programs
from drills.place import SESSIONS, Visitors, let_go, place, served, settle_in, tell, verified
from drills.writing import Writers

BEFORE_SECONDS, AFTER_SECONDS = 5, 5


def main() -> int:
    """Set the cluster up, write, kill, wait; tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=2, help="leaders killed (default 2)")
    parser.add_argument("--writers", type=int, default=4, help="processes that write (default 4)")
    options = parser.parse_args()
    require_programs()
    with place() as folder, cluster(folder) as nodes:
        leader = nodes.leader()
        with psycopg.connect(f"postgresql://postgres@127.0.0.1:{leader.port}/postgres", autocommit=True) as first:
            first.execute("CREATE DATABASE mespoints")
        settle_in(nodes.url(), folder)
        port = free_port()
        _number, crowd = make_crowd(f"http://127.0.0.1:{port}", SESSIONS)
        let_go()
        with served(port), Writers(options.writers) as writers, Visitors(crowd) as visitors:
            out = [kill_the_leader(nodes, writers, visitors) for _ in range(options.rounds)]
        lost, found = writers.lost(), verified()
        let_go()
    figures = {
        "leaders killed": options.rounds,
        "acts acknowledged": len(writers.acknowledged),
        "acknowledged and lost": len(lost),
        "without any write, s": ", ".join(f"{writes:.1f}" for writes, _pages in out),
        "without pages, s": ", ".join(f"{pages:.1f}" for _writes, pages in out),
        "Patroni waits for a silent leader, s": TTL_SECONDS,
        **visitors.figures(),
        "verify": f"whole, {found['acts']} acts",
    }
    wrong = {
        "an acknowledged act was lost": bool(lost),
        "an answer that is neither a page nor the clear one": bool(figures["anything else"]),
        "nothing was written": len(writers.acknowledged) < 100,
    }
    return tell("The leader of two PostgreSQL killed under write load", figures, wrong)


def kill_the_leader(nodes: Cluster, writers: Writers, visitors: Visitors) -> tuple[float, float]:
    """One round: how long nothing was written, and how long no page came (seconds)."""
    time.sleep(BEFORE_SECONDS)
    leader = nodes.leader()
    leader.kill()
    killed = time.monotonic()
    pages = visitors.until_answered(killed, 4 * TTL_SECONDS)
    while not any(one.at > killed + 1 for one in list(writers.acknowledged)):
        time.sleep(0.1)
    time.sleep(AFTER_SECONDS)
    leader.start()
    nodes.until({"leader", "sync_standby"})
    return writers.silence(killed), pages


if __name__ == "__main__":
    sys.exit(main())
