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
TRAINED = ["lenet5-relu", "conv3-adam", "sprint", "inkling"]
READ = ["lenet5-relu", "inkling"]
WORKS = (
    [f"training-{name}" for name in TRAINED]
    + [f"evaluation-{name}" for name in READ]
    + [f"alone-{name}" for name in READ]
)


def rows(command):
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {row["work"]: row for row in map(json.loads, out.splitlines())}


def inkling(command):
    bench = command.split() + ["bench", "--json", "--only"]
    found = rows(bench + ["speed"])
    for name in READ:
        read = rows(bench + ["evaluation,recognition", "--model", name])
        found[f"evaluation-{name}"] = read["evaluation"]
        found[f"alone-{name}"] = read["network-alone"]
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--inkling", default=str(ROOT / "target/inkling/bin/inkling"))
    options = options.parse_args()
    peer = [sys.executable, str(HERE / "torch/peer.py"), str(ROOT / "models")] + WORKS
    ours, theirs = [], []
    for done in range(options.rounds):
        print(f"round {done + 1} of {options.rounds}", file=sys.stderr)
        ours.append(inkling(options.inkling))
        theirs.append(rows(peer))
    print("| work | inkling | from | to | torch | from | to | ratio |\n|---|---|---|---|---|---|---|---|")
    for work in WORKS:
        is_time = work.startswith("alone")
        for figure in ["median", "p99"] if is_time else ["median"]:
            a = [each[work][figure] for each in ours]
            b = [each[work][figure] for each in theirs]
            ratio = statistics.median(a) / statistics.median(b)
            quicker = 1 / ratio if is_time else ratio
            unit = f"{figure}, ms" if is_time else "images/s"
            cells = [f"{value:,.2f}" for s in (a, b) for value in (statistics.median(s), min(s), max(s))]
            print(f"| {work} ({unit}) | {' | '.join(cells)} | {quicker:.2f} × |")


if __name__ == "__main__":
    main()
