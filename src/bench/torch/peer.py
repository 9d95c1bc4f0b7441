"""The same work as `inkling bench`, in PyTorch: prints one JSON object a line, first which PyTorch it is.

    python3 peer.py MODELS-FOLDER WORK...

WORK is training-NAME, evaluation-NAME or alone-NAME; MODELS-FOLDER has the networks' model.json. Each work is done with
both layouts of images, NCHW and channels last, an evaluation as TorchScript for inference too and with several sizes of a
batch; what is quickest for a moment is what is then timed.
"""

import json
import os
import pathlib
import re
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

THREADS = int(os.environ.get("OMP_NUM_THREADS", os.cpu_count()))
BATCHES, TRIED, TIMED = 40, 1, 4  # seconds of each way, and of the quickest
FORMATS = [torch.contiguous_format, torch.channels_last]
BATCH_SIZES = {"conv3-adam": 32}

torch.set_num_threads(THREADS)
torch.manual_seed(1)


def network(layers):
    """The layers of a model.json."""
    modules, channels, side, flat = [], 1, 28, False
    for text in layers:
        kind, *rest = text.split()
        if kind == "conv":
            filters, kernel = (int(n) for n in rest[0].split("x")[0].split("@"))
            padding = int(rest[2]) if len(rest) > 2 else 0
            modules.append(nn.Conv2d(channels, filters, kernel, padding=padding))
            channels, side = filters, side + 2 * padding - kernel + 1
        elif kind == "dense":
            if not flat:
                modules.append(nn.Flatten())
                channels, flat = channels * side * side, True
            modules.append(nn.Linear(channels, int(rest[0])))
            channels = int(rest[0])
        elif kind.endswith("-pool"):
            window = int(rest[0])
            modules.append((nn.MaxPool2d if kind == "max-pool" else nn.AvgPool2d)(window))
            side //= window
        elif kind == "batch-norm":
            modules.append(nn.BatchNorm2d(channels))
        elif kind == "relu":
            modules.append(nn.ReLU(inplace=True))
        elif kind == "dropout":
            modules.append(nn.Dropout(float(rest[0])))
        else:
            raise SystemExit("No such layer here: " + text)
    return nn.Sequential(*modules)


def optimizer(parameters, recipe):
    if recipe["optimizer"] == "adam":
        return torch.optim.Adam(parameters, recipe["learningRate"])
    return torch.optim.SGD(parameters, recipe["learningRate"], momentum=recipe["momentum"])


def augment(x):
    """inkling's full augmentation, a batch at once: thickness, affine and elastic map, gaps."""
    n = len(x)
    amount = torch.empty(n, 1, 1, 1).uniform_(-0.6, 0.6)
    most = torch.maximum(F.max_pool2d(x, (3, 1), 1, (1, 0)), F.max_pool2d(x, (1, 3), 1, (0, 1)))
    least = -torch.maximum(F.max_pool2d(-x, (3, 1), 1, (1, 0)), F.max_pool2d(-x, (1, 3), 1, (0, 1)))
    x = x + amount.abs() * (torch.where(amount > 0, most, least) - x)
    turn = torch.empty(n).uniform_(-0.1745, 0.1745)
    scale = 1 + torch.empty(2, n).uniform_(-0.15, 0.15)
    shear = torch.empty(n).uniform_(-0.25, 0.25)
    shift = torch.empty(2, n).uniform_(-1.5, 1.5) / 14
    cos, sin = turn.cos(), turn.sin()
    rows = [cos / scale[0], (sin + shear) / scale[0], shift[0], -sin / scale[1], cos / scale[1], shift[1]]
    grid = F.affine_grid(torch.stack(rows, 1).view(n, 2, 3), x.shape, align_corners=False)
    bend = F.interpolate(torch.randn(n, 2, 5, 5) * (0.8 / 14), size=28, mode="bilinear", align_corners=True)
    x = F.grid_sample(x, grid + bend.permute(0, 2, 3, 1), align_corners=False)
    place, radius = torch.randint(0, 28, (2, n, 1, 1)), torch.empty(n, 1, 1).uniform_(0.5, 2)
    line = torch.arange(28.0)
    distance = torch.hypot(line.view(1, 1, 28) - place[0], line.view(1, 28, 1) - place[1])
    gap = (distance - radius + 0.5).clamp(0, 1)
    gap[torch.rand(n) > 1 / 8] = 1
    return x * gap.unsqueeze(1)


def best(ways):
    """Samples of the quickest way, each of which gives how many it does a second."""
    speeds = []
    for way in ways:
        way()  # warms up
        speeds.append(max(samples(way, TRIED)))
    return samples(ways[speeds.index(max(speeds))], TIMED)


def samples(way, seconds):
    found, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        found.append(way())
    return found


def training(card):
    """Images a second, a sample an epoch."""
    return best([training_way(card, layout) for layout in FORMATS])


def training_way(card, layout):
    size = BATCH_SIZES.get(card["name"], 128)
    is_full = card["recipe"]["augmentation"] == "full"
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]
    images = torch.rand(BATCHES * size, 1, 28, 28)
    if not is_full:
        images = (images - mean) / std  # once and for all where nothing changes them
    labels = torch.randint(0, 10, (len(images),))
    net = network(card["layers"]).train().to(memory_format=layout)
    steps = optimizer(net.parameters(), card["recipe"])

    def epoch():
        order = torch.randperm(len(images))
        for chosen in order.split(size):
            x = (augment(images[chosen]) - mean) / std if is_full else images[chosen]
            loss = F.cross_entropy(net(x.contiguous(memory_format=layout)), labels[chosen])
            steps.zero_grad(set_to_none=True)
            loss.backward()
            steps.step()
            loss.item()

    return lambda: len(images) / timed(epoch)


def readers(card, example):
    """The network in evaluation: as it is, and as TorchScript for inference, by layout."""
    for layout in FORMATS:
        net = network(card["layers"]).eval().to(memory_format=layout)
        yield net, layout
        try:
            traced = torch.jit.trace(net, example.contiguous(memory_format=layout))
            yield torch.jit.optimize_for_inference(torch.jit.freeze(traced)), layout
        except RuntimeError as error:  # another version's TorchScript may not
            print(error, file=sys.stderr)


def evaluation(card):
    """Images a second, of 10,000."""
    images = torch.rand(10_000, 1, 28, 28)
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]

    def read(net, layout, size):
        for batch in images.split(size):
            net(((batch - mean) / std).contiguous(memory_format=layout)).softmax(1)

    def way(net, layout, size):
        return lambda: len(images) / timed(lambda: read(net, layout, size))

    with torch.inference_mode():
        return best([way(*each, size) for size in (50, 250, 1000) for each in readers(card, images[:size])])


def alone(card):
    """Milliseconds for one image, on one thread."""
    image = torch.rand(1, 1, 28, 28)
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]
    torch.set_num_threads(1)
    found = []
    with torch.inference_mode():
        for net, layout in readers(card, image):
            look = lambda: net(((image - mean) / std).contiguous(memory_format=layout)).softmax(1)
            found.append([1000 * timed(look) for _ in range(1_300)][300:])
    torch.set_num_threads(THREADS)
    return min(found, key=sum)


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def library():
    """The BLAS that is in this process once it has multiplied, and whether it is an optimized one."""
    torch.rand(64, 64) @ torch.rand(64, 64)
    config = torch.__config__.show()
    mkl = re.search(r"Math Kernel Library Version (\S*)", config)
    if mkl:
        return "MKL " + mkl.group(1), True
    maps = pathlib.Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    found = re.search(r"\S*/(?:openblas[^/]*/|lib(?:openblas|blis|atlas|mkl))\S*", loaded)
    if found:
        return str(pathlib.Path(found.group()).resolve()), True
    return ("reference BLAS" if "blas" in loaded else "none found"), "Accelerate" in config


def described():
    blas, is_optimized = library()
    onednn = re.search(r"MKL-DNN (\S*)", torch.__config__.show())
    return {
        "peer": f"PyTorch {torch.__version__}, Python",
        "blas": blas,
        "onednn": onednn.group(1) if onednn else "none",
        "isOptimized": is_optimized,
        "threads": torch.get_num_threads(),
    }


def main(models, works):
    print(json.dumps(described()), flush=True)
    kinds = {"training": training, "evaluation": evaluation, "alone": alone}
    for work in works:
        kind, name = work.split("-", 1)
        card = json.loads((pathlib.Path(models) / name / "model.json").read_text())
        sorted_samples = sorted(kinds[kind](card))
        median = sorted_samples[len(sorted_samples) // 2]
        p99 = sorted_samples[min(len(sorted_samples) - 1, round(len(sorted_samples) * 0.99))]
        print(json.dumps({"work": work, "median": median, "p99": p99}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
