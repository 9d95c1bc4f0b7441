"""The same work as `inkling bench`, in PyTorch: prints one JSON object a line, as that does.

    python3 peer.py MODELS-FOLDER WORK...

WORK is training-NAME, evaluation-NAME or alone-NAME; MODELS-FOLDER has the networks' model.json.
"""

import json
import os
import pathlib
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

THREADS = int(os.environ.get("OMP_NUM_THREADS", os.cpu_count()))
WARM_UP, BATCHES, ROUNDS = 10, 40, 2
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


def training(card):
    """Images a second, a sample a round."""
    size = BATCH_SIZES.get(card["name"], 128)
    images = torch.rand(BATCHES * size, 1, 28, 28)
    labels = torch.randint(0, 10, (len(images),))
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]
    is_full = card["recipe"]["augmentation"] == "full"
    net = network(card["layers"]).train()
    steps = optimizer(net.parameters(), card["recipe"])

    def epoch(batches):
        order = torch.randperm(len(images))
        for i in range(batches):
            chosen = order[i * size : (i + 1) * size]
            x = augment(images[chosen]) if is_full else images[chosen]
            loss = F.cross_entropy(net((x - mean) / std), labels[chosen])
            steps.zero_grad(set_to_none=True)
            loss.backward()
            steps.step()
            loss.item()

    epoch(WARM_UP)
    return [len(images) / timed(lambda: epoch(BATCHES)) for _ in range(ROUNDS)]


def evaluation(card):
    """Images a second, of 10,000."""
    net = network(card["layers"]).eval()
    images = torch.rand(10_000, 1, 28, 28)
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]

    def read():
        for batch in images.split(250):
            net((batch - mean) / std).softmax(1)

    with torch.inference_mode():
        read()
        return [len(images) / timed(read) for _ in range(ROUNDS)]


def alone(card):
    """Milliseconds for one image."""
    net = network(card["layers"]).eval()
    image = torch.rand(1, 1, 28, 28)
    mean, std = card["normalization"]["mean"], card["normalization"]["std"]
    torch.set_num_threads(1)
    with torch.inference_mode():
        times = [1000 * timed(lambda: net((image - mean) / std).softmax(1)) for _ in range(1_300)]
    torch.set_num_threads(THREADS)
    return times[300:]


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main(models, works):
    kinds = {"training": training, "evaluation": evaluation, "alone": alone}
    for work in works:
        kind, name = work.split("-", 1)
        card = json.loads((pathlib.Path(models) / name / "model.json").read_text())
        samples = sorted(kinds[kind](card))
        p99 = samples[min(len(samples) - 1, round(len(samples) * 0.99))]
        print(json.dumps({"work": work, "median": samples[len(samples) // 2], "p99": p99}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
