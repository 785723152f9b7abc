"""How long ``mespoints statement`` takes on one dossier, against an empty Python program."""

import compileall
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import mespoints
from benchmarks.measure import arguments, report_ratio, take_turns

PACKAGE = Path(mespoints.__file__).parent
DOSSIER = {
    "format": "dossier/1",
    "licence": {"neph": "000000000001", "obtained_on": "2015-06-12"},
    "acts": [
        {
            "act": "offence",
            "id": "i1",
            "natinf": "203",
            "committed_on": "2024-01-20",
            "final_on": "2024-02-15",
            "final_by": "paiement",
            "decided_on": "2024-03-01",
        },
        {"act": "offence", "id": "i2", "class": "c3", "points": 1, "committed_on": "2024-11-02"},
    ],
}


def run(command: list[str]) -> None:
    """Run a program to its end; its output goes nowhere, its failure is ours."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def main() -> None:
    """Both programs in turns, byte-compiled first."""
    options = arguments(__doc__ or "", rounds=40)
    compileall.compile_dir(PACKAGE, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.json"
        path.write_text(json.dumps(DOSSIER), encoding="utf-8")
        program = str(Path(sys.executable).parent / "mespoints")
        statement = [program, "statement", str(path), "--on", "2024-12-01", "--json"]
        timings = take_turns(
            {
                "python -c pass": lambda: run([sys.executable, "-c", "pass"]),
                "mespoints statement": lambda: run(statement),
            },
            options.rounds,
        )
    report_ratio("startup", f"Start-up, {options.rounds} runs in turns", timings, options)


if __name__ == "__main__":
    main()
