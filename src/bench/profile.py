"""Where the time of a training goes in the engine: milliseconds an iteration, a kind of operator a line.

    python3 src/bench/profile.py [--inkling target/inkling/bin/inkling] [NAME...]

oneDNN writes what each of its primitives took (MKLDNN_VERBOSE=1), with OMP_NUM_THREADS threads. What it does not compute
is the rest: MXNet's own operators, the copies, Java's. The iteration is timed without that writing.

    python3 src/bench/profile.py --recording inkling.jfr

Java's side: what the threads of a training did, by a recording of JFR's (settings=profile) and the jfr of a JDK on the PATH.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).parent.parent.parent
NAMES = ["lenet5-relu", "conv3-adam", "sprint", "inkling"]
PASSES = {"forward_training": "forward", "backward_data": "back, data", "backward_weights": "back, weights"}
PASSES["backward"] = "back"


def training(inkling, name, **environment):
    """The row of the bench, and the lines that oneDNN wrote."""
    command = inkling.split() + ["bench", "--only", "speed", "--arch", name, "--since", "0"]
    lines = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | environment
    ).stdout.splitlines()
    row = next(json.loads(line) for line in lines if line.startswith("{"))
    return row, [line.split(",") for line in lines if line.startswith("dnnl_verbose,exec")]


def profile(inkling, name):
    batch = 32 if name == "conv3-adam" else 128
    row, _ = training(inkling, name)
    _, lines = training(inkling, name, MKLDNN_VERBOSE="1")
    sums, iterations = collections.Counter(), 0
    for _, _, _, kind, _, direction, *_, problem, taken in lines:
        # Reorders name no direction; those of evaluations are too few to count.
        if kind != "reorder" and direction not in PASSES:
            continue
        iterations += kind == "convolution" and direction == "forward_training" and bool(re.search(r"_ic1oc", problem))
        sums[kind.split("_v")[0], PASSES.get(direction, "")] += float(taken)
    whole = 1000 * batch / row["median"]
    print(f"\n| `{name}`, batch of {batch} | ms | of the iteration |\n|---|---|---|")
    for (kind, direction), taken in sums.most_common():
        line(f"{kind.replace('_', ' ')}{', ' if direction else ''}{direction}", taken / iterations, whole)
    line("the rest", whole - sum(sums.values()) / iterations, whole)
    print(f"| an iteration | {whole:.2f} | {row['median']:,.0f} images/s |", flush=True)


def java(recording):
    """Milliseconds that a training's threads were seen in Java and in the engine, by the method that asked for it."""
    events = "jdk.ExecutionSample,jdk.NativeMethodSample"
    command = ["jfr", "print", "--json", "--stack-depth", "64", "--events", events, recording]
    printed = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    sums = collections.Counter()
    for event in printed["recording"]["events"]:
        values, native = event["values"], event["type"] == "jdk.NativeMethodSample"
        methods = [frame["method"] for frame in values["stackTrace"]["frames"]]
        names = [method["type"]["name"].rsplit("/")[-1].rsplit(".")[-1] + "." + method["name"] for method in methods]
        thread = values["sampledThread"]["javaName"]
        if thread == "batches" or "Training$EpochRun.train" in names:
            own = next((n for n in names if re.match(r"Mxnet|Optim|Cross|Batch|Training|Augm|Digits|Normal", n)), names[0])
            sums[thread, own, native] += 20 if native else 10  # milliseconds between two samples
    print("| thread | method | of the samples |\n|---|---|---|")
    for (thread, method, native), taken in sums.most_common(12):
        print(f"| {thread} | `{method}`{', in the engine' if native else ''} | {taken / sum(sums.values()):.1%} |")


def line(name, taken, whole):
    print(f"| {name} | {taken:.2f} | {taken / whole:.0%} |")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--inkling", default=str(ROOT / "target/inkling/bin/inkling"))
    options.add_argument("--recording")
    options.add_argument("names", nargs="*", default=NAMES)
    options = options.parse_args()
    if options.recording:
        return java(options.recording)
    for name in options.names:
        profile(options.inkling, name)


if __name__ == "__main__":
    main()
