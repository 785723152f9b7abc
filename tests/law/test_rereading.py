"""What a register holds is read again as it was read first."""

import random
from typing import Any

import pytest

from mespoints.law.reading import read_dossier, write_act
from mespoints.law.rereading import reread_act
from tests.oracle.histories import procedural_history, random_history


def read_alone(offence: dict[str, Any]) -> object:
    """The offence of a dossier that holds nothing else."""
    licence = {"obtained_on": "1996-05-06"}
    return read_dossier({"format": "dossier/1", "licence": licence, "acts": [offence]}).acts[0]


@pytest.mark.parametrize("history", [random_history, procedural_history])
def test_an_act_read_again_is_the_same(history: Any) -> None:
    """Every kind that random lives hold, without the checks."""
    for seed in range(40):
        acts = read_dossier(history(random.Random(f"again {seed}"))).acts

        assert acts == tuple(reread_act(write_act(act)) for act in acts)


@pytest.mark.parametrize(
    "said",
    [
        {"natinf": "23800"},
        {"natinf": "23800", "points": 3},
        {"article": "R412-6-1", "paragraph": "al. 1"},
        {"class": "c4", "points": 2},
        {"class": "c4", "points": 3, "natinf": "23800"},
    ],
)
def test_the_bareme_completes_an_offence_read_again(said: dict[str, Any]) -> None:
    """Whatever of its class and points the act left to the barème of its day; twice, for the answer is remembered."""
    days = {"committed_on": "2023-05-06", "final_on": "2023-06-01", "final_by": "paiement"}
    offence = {"act": "offence", "id": "i1", **days, **said}

    assert read_alone(offence) == reread_act(offence) == reread_act(offence)
