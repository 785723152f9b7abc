"""Two workers of a cluster give the answers of one machine, even when one of them is killed half-way."""

import os
import signal
from collections.abc import Callable

import pytest
from distributed import Client, LocalCluster

from mespoints.law.days import NEVER, day_of
from mespoints.national.batch import Engine
from mespoints.national.cluster import answer_on_cluster
from mespoints.national.plain import question
from mespoints.national.synthesis import block_of
from tests.national.conftest import CACHE

ASKED = question(day_of(2025, 12, 31), NEVER, strict=False)


@pytest.mark.slow
def test_a_worker_killed_loses_nothing(fold: Callable[..., int], fast: Engine) -> None:
    """A scheduler, two processes; SIGKILL to one of them after the second answer."""
    acts = [block_of(1, number, 500, day_of(2025, 12, 31), fast) for number in range(24)]
    expected = [fast.answer(batch, ASKED).balances for batch in acts]
    with (
        LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as cluster,
        Client(cluster) as client,
    ):
        pids = client.run(os.getpid)
        found = []
        for number, answer in enumerate(answer_on_cluster(client, acts, ASKED, str(CACHE))):
            found.append(answer)
            if number == 1:
                os.kill(next(iter(pids.values())), signal.SIGKILL)

        assert expected == found
        assert len(set(pids.values())) == 2
