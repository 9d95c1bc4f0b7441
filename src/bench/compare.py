"""Runs `inkling bench` and the peer in turn and prints medians and their ratio.

    python3 src/bench/compare.py [--rounds 5] [--inkling target/inkling/bin/inkling]

Needs a Python with torch (Debian: python3-torch) and the app image (mvn package -DskipTests).
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
WORKS = ["training-lenet5-relu", "training-conv3-adam", "training-sprint", "training-inkling", "evaluation", "network-alone"]


def rows(command):
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {row["work"]: row for row in map(json.loads, out.splitlines())}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--inkling", default=str(ROOT / "target/inkling/bin/inkling"))
    options = options.parse_args()
    inkling = options.inkling.split() + ["bench", "--json", "--only", "speed,evaluation,recognition"]
    peer = [sys.executable, str(HERE / "torch/peer.py"), str(ROOT / "models")] + WORKS
    ours, theirs = [], []
    for round_ in range(options.rounds):
        print(f"round {round_ + 1} of {options.rounds}", file=sys.stderr)
        ours.append(rows(inkling))
        theirs.append(rows(peer))
    print("| work | inkling | from | to | torch | from | to | ratio |\n|---|---|---|---|---|---|---|---|")
    for work in WORKS:
        for figure in ["median", "p99"] if work == "network-alone" else ["median"]:
            a = [each[work][figure] for each in ours]
            b = [each[work][figure] for each in theirs]
            ratio = statistics.median(a) / statistics.median(b)
            quicker = 1 / ratio if work == "network-alone" else ratio
            unit = f"{figure}, ms" if work == "network-alone" else "images/s"
            cells = [f"{value:,.2f}" for s in (a, b) for value in (statistics.median(s), min(s), max(s))]
            print(f"| {work} ({unit}) | {' | '.join(cells)} | {quicker:.2f} × |")


if __name__ == "__main__":
    main()
