"""Runs `inkling bench` and every PyTorch that is there in turn, and prints which they are, medians and ratios.

    python3 src/bench/compare.py [--rounds 5] [--into target/compare.jsonl] [--only NAME,...]

What is compared, each where it is there:
- inkling: the app image (mvn package -DskipTests); --inkling names another.
- torch: PyTorch's own build, called by src/bench/torch/Peer.java. Maven fetches it, 200 MB: Linux, a JDK and mvn on the PATH.
- python: the torch of a Python, by src/bench/torch/peer.py; --python names another than Debian's /usr/bin/python3.
- profile: Inkling computing with PyTorch, --profile IMAGE, made by
  mvn -Ppytorch package -DskipTests && mv target/inkling target/inkling-pytorch

Each round is added to the file of --into, and the tables are made of all rounds in it: so a comparison may be made in
pieces, `--rounds 1` at a time; `--rounds 0` prints the tables alone. A PyTorch without an optimized BLAS is listed and
compared with nothing.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FETCHED = ROOT / "target/torch"
TRAINED = ["lenet5-relu", "conv3-adam", "sprint", "inkling"]
READ = ["lenet5-relu", "inkling"]
WORKS = (
    [f"training-{name}" for name in TRAINED]
    + [f"evaluation-{name}" for name in READ]
    + [f"alone-{name}" for name in READ]
)
BYTEDECO, NATIVE = "1.5.12", "linux-x86_64"
ARTIFACTS = [
    *(f"org.bytedeco:pytorch:2.7.1-{BYTEDECO}:jar{system}" for system in ("", f":{NATIVE}")),
    *(f"org.bytedeco:javacpp:{BYTEDECO}:jar{system}" for system in ("", f":{NATIVE}")),
    *(f"org.bytedeco:openblas:0.3.30-{BYTEDECO}:jar{system}" for system in ("", f":{NATIVE}")),
]
OWN_BUILD = f"ai.djl.pytorch:pytorch-native-cpu:2.7.1:jar:{NATIVE}"


# glibc gives memory of this size back to the system each time it is free; kept, the peers are up to 1.6 times as quick.
KEEP_MEMORY = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(1 << 25),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 32),
    "MALLOC_TOP_PAD_": str(1 << 26),
}


def environment():
    """Without what is set for one library and may slow another down."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENBLAS_", "MKL_", "KMP_", "GOMP_", "OMP_"))}
    return kept | {"OMP_NUM_THREADS": threads()}


def threads():
    return os.environ.get("OMP_NUM_THREADS", str(os.cpu_count()))


def lines(command, **more):
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment() | more)
    return [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]


def inkling(command, reads=True):
    bench = command.split() + ["bench", "--json", "--only"]
    found = {row["work"]: row for row in lines(bench + ["speed"])}
    for name in READ if reads else []:
        read = {row["work"]: row for row in lines(bench + ["evaluation,recognition", "--model", name])}
        found[f"evaluation-{name}"] = read["network-batches"]
        found[f"alone-{name}"] = read["network-alone"]
    return {"peer": "Inkling"}, found


def python(command):
    about, *rows = lines([command, str(HERE / "torch/peer.py"), str(ROOT / "models"), *WORKS], **KEEP_MEMORY)
    return about, {row["work"]: row for row in rows}


def torch():
    jars = os.pathsep.join(str(jar) for jar in sorted(FETCHED.glob("*.jar")))
    options = ["--enable-native-access=ALL-UNNAMED", "-cp", jars, f"-Djava.library.path={FETCHED}"]
    # No look at the process's memory for each array, which scopes free.
    options += ["-Dorg.bytedeco.javacpp.nopointergc=true", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"]
    # PyTorch's own build, with MKL, in the place of the one that comes with its Java binding.
    options += ["-Dorg.bytedeco.javacpp.pathsFirst=true", f"-Dorg.bytedeco.javacpp.cachedir={FETCHED / 'cache'}"]
    peer = ["java", *options, str(HERE / "torch/Peer.java"), str(ROOT / "models"), *WORKS]
    about, *rows = lines(peer, LD_LIBRARY_PATH=str(FETCHED), **KEEP_MEMORY)
    return about, {row["work"]: row for row in rows}


def fetch():
    """PyTorch's own build and its Java binding, by Maven; True when they are there."""
    if platform.system() != "Linux" or platform.machine() != "x86_64" or not shutil.which("java"):
        return False
    if not (FETCHED / "libtorch_cpu.so").exists():
        FETCHED.mkdir(parents=True, exist_ok=True)
        plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy"
        for artifact in [*ARTIFACTS, OWN_BUILD]:
            copy = ["mvn", "-q", "-B", "-N", plugin, f"-Dartifact={artifact}", f"-DoutputDirectory={FETCHED}"]
            if not shutil.which("mvn") or subprocess.run(copy, cwd=ROOT, stdout=sys.stderr).returncode:
                return False
        (own,) = FETCHED.glob("pytorch-native-cpu-*.jar")
        with zipfile.ZipFile(own) as build:
            for name in build.namelist():
                if name.endswith(".so") or ".so." in name:
                    (FETCHED / pathlib.Path(name).name).write_bytes(build.read(name))
        own.unlink()
    return True


def has_torch(command):
    asked = [command, "-c", "import torch"]
    return shutil.which(command) and subprocess.run(asked, stderr=subprocess.DEVNULL).returncode == 0


def runners(options):
    """What is there, by name."""
    found = {}
    if shutil.which(options.inkling.split()[0]):
        found["inkling"] = lambda: inkling(options.inkling)
    if fetch():
        found["torch"] = torch
    if has_torch(options.python):
        found["python"] = lambda: python(options.python)
    if options.profile:
        found["profile"] = lambda: inkling(options.profile, reads=False)
    chosen = options.only.split(",") if options.only else list(found)
    for name in {*chosen, "torch", "python"} - found.keys():
        print(f"not there: {name}", file=sys.stderr)
    return {name: run for name, run in found.items() if name in chosen}


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if platform.system() == "Linux" else []:
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def measure(options, file):
    there = runners(options)
    for done in range(options.rounds):
        for name, run in there.items():
            print(f"round {done + 1} of {options.rounds}: {name}", file=sys.stderr, flush=True)
            about, rows = run()
            kept = {work: {"median": row["median"], "p99": row["p99"]} for work, row in rows.items()}
            machine = f"{processor()}, {os.cpu_count()} processors"
            entry = {"name": name, "about": about | {"machine": machine, "threads": threads()}, "rows": kept}
            with file.open("a") as into:
                into.write(json.dumps(entry) + "\n")


def figures(rounds, name, work, figure):
    return [round_["rows"][work][figure] for round_ in rounds if round_["name"] == name and work in round_["rows"]]


def cell(values, is_time):
    if not values:
        return "–"
    digits = 2 if is_time else 0
    middle, low, high = (f"{f(values):,.{digits}f}" for f in (statistics.median, min, max))
    return f"{middle} ({low}–{high})"


def ratio(ours, theirs, is_time):
    """How many times as quick the first is."""
    if not ours or not theirs:
        return None
    quotient = statistics.median(ours) / statistics.median(theirs)
    return 1 / quotient if is_time else quotient


def tables(rounds):
    about = {round_["name"]: round_["about"] for round_ in rounds}
    peers = [name for name in ("torch", "python") if name in about]
    rivals = [name for name in peers if about[name]["isOptimized"]]
    for name in about:
        a = about[name]
        blas = f", BLAS {a['blas']}, oneDNN {a['onednn']}" if "blas" in a else ""
        refused = "" if a.get("isOptimized", True) else " — not optimized: no ratio to it"
        count = len([r for r in rounds if r["name"] == name])
        print(f"- {name}: {a['peer']}{blas}, {a['threads']} threads, {a['machine']}, {count} rounds{refused}")
    head = ["work", "Inkling", *(about[name]["peer"] for name in peers), "ratio to the quickest"]
    print(f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for work in WORKS:
        is_time = work.startswith("alone")
        for figure in ["median", "p99"] if is_time else ["median"]:
            ours = figures(rounds, "inkling", work, figure)
            cells = [cell(figures(rounds, name, work, figure), is_time) for name in peers]
            ratios = [ratio(ours, figures(rounds, name, work, figure), is_time) for name in rivals]
            least = min((r for r in ratios if r), default=None)
            unit = f"{figure}, ms" if is_time else "images/s"
            said = f"{least:.2f} ×" if least else "–"
            print(f"| {work} ({unit}) | {cell(ours, is_time)} | {' | '.join(cells + [said])} |")
    if "profile" in about and "torch" in about:
        profile_table(rounds)


def profile_table(rounds):
    print("\n| work | Inkling on PyTorch | PyTorch alone | ratio |\n|---|---|---|---|")
    for work in (work for work in WORKS if work.startswith("training")):
        ours, theirs = (figures(rounds, name, work, "median") for name in ("profile", "torch"))
        found = ratio(ours, theirs, False)
        print(f"| {work} (images/s) | {cell(ours, False)} | {cell(theirs, False)} | {f'{found:.2f} ×' if found else '–'} |")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--inkling", default=str(ROOT / "target/inkling/bin/inkling"))
    options.add_argument("--profile")
    options.add_argument("--python", default="/usr/bin/python3")
    options.add_argument("--only", help="of inkling, torch, python, profile")
    options.add_argument("--into", default=str(ROOT / "target/compare.jsonl"))
    options = options.parse_args()
    file = pathlib.Path(options.into)
    if options.rounds:
        measure(options, file)
    tables([json.loads(line) for line in file.read_text().splitlines()])


if __name__ == "__main__":
    main()
