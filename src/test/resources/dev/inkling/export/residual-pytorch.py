"""some, a network that Inkling trained, in PyTorch:
conv 4@5x5 stride 2, residual 4@3x3, residual 8@3x3 stride 2, dropout 0.1, dense 10.

    python3 some.py --data DIR           how many of the test images it reads right
    python3 some.py --data DIR --train   trains it anew, and then says so
    python3 some.py --images in.npy --out probabilities.npy

DIR has MNIST's files: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
t10k-labels-idx1-ubyte, packed with gzip (.gz) or not. in.npy has 28x28 images as floats, 0 paper ... 1 ink,
or as bytes, 0 paper ... 255 ink. The weights are in some.npz, beside this file.

What Inkling's training had besides, and --train has not:
- images were turned, scaled, sheared and shifted a little
"""

import argparse
import gzip
import math
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

CLASSES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

# What is done to a pixel's ink first, and what divides the outputs before they become probabilities.
MEAN, STD = 0.1307, 0.3081
TEMPERATURE = 1.0

# The recipe.
EPOCHS = 3
BATCH_SIZE = 20
LEARNING_RATE = 0.01
WARM_UP = 0.1  # part of the steps in which the rate rises
WEIGHT_DECAY = 0.01  # of weights, not of biases
CLIP = 1.0  # norm of all gradients together
LABEL_SMOOTHING = 0.1  # shared out among all classes
SEED = 1


class Residual1(nn.Module):
    """residual 4@3x3"""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(4, eps=1e-5, momentum=0.1)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(4, eps=1e-5, momentum=0.1)
        self.relu2 = nn.ReLU()

    def forward(self, x):
        before_sum1 = x
        x = self.conv1(x)
        x = self.norm1(x)
        x = self.relu1(x)
        x = self.conv2(x)
        x = self.norm2(x)
        x = x + before_sum1
        x = self.relu2(x)
        return x


class Residual2(nn.Module):
    """residual 8@3x3 stride 2"""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 8, kernel_size=3, stride=2, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(8, eps=1e-5, momentum=0.1)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(8, 8, kernel_size=3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(8, eps=1e-5, momentum=0.1)
        self.sum1 = nn.Conv2d(4, 8, kernel_size=1, stride=2, bias=False)
        self.relu2 = nn.ReLU()

    def forward(self, x):
        before_sum1 = x
        x = self.conv1(x)
        x = self.norm1(x)
        x = self.relu1(x)
        x = self.conv2(x)
        x = self.norm2(x)
        x = x + self.sum1(before_sum1)
        x = self.relu2(x)
        return x


class Network(nn.Module):
    """Ink, 0 paper ... 1 ink, as (batch, 1, 28, 28); gives (batch, classes)."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, kernel_size=5, stride=2)
        self.residual1 = Residual1()
        self.residual2 = Residual2()
        self.dropout1 = nn.Dropout(0.1)
        self.dense1 = nn.Linear(288, 10)

    def forward(self, x):
        x = (x - MEAN) / STD
        x = self.conv1(x)
        x = self.residual1(x)
        x = self.residual2(x)
        x = self.dropout1(x)
        x = self.dense1(x.flatten(1))
        return x


# Weights, as Inkling names them.

PARTS = {"gamma": "weight", "beta": "bias", "mean": "running_mean", "variance": "running_var"}


def pytorch_name(name):
    """PyTorch's name of one of Inkling's arrays: norm1.weight of norm1.gamma."""
    layer, part = name.rsplit(".", 1)
    return f"{layer}.{PARTS.get(part, part)}"


def load_weights(network, file):
    state = network.state_dict()
    with numpy.load(file) as arrays:
        state.update({pytorch_name(name): torch.from_numpy(arrays[name]) for name in arrays.files})
    network.load_state_dict(state)


def save_weights(network, file, names):
    """Writes arrays that load_weights and Inkling read."""
    state = network.state_dict()
    numpy.savez(file, **{name: state[pytorch_name(name)].numpy() for name in names})


# Images.


def read_idx(folder, name):
    """An array of bytes: its number of dimensions, the length of each, and what is in it."""
    file = Path(folder, name)
    with file.open("rb") if file.exists() else gzip.open(Path(folder, name + ".gz")) as stream:
        content = stream.read()
    dimensions = content[3]
    shape = [int(length) for length in numpy.frombuffer(content, ">u4", dimensions, 4)]
    return numpy.frombuffer(content, numpy.uint8, offset=4 + 4 * dimensions).reshape(shape)


def as_ink(images):
    """Images as the network is given them: (count, 1, 28, 28), 0 paper ... 1 ink."""
    ink = images.astype(numpy.float32)
    if images.dtype == numpy.uint8:
        ink /= 255
    return torch.from_numpy(ink).reshape(-1, 1, 28, 28)


def read_images(folder, part):
    """Images and their labels; the part is train or t10k."""
    images = as_ink(read_idx(folder, f"{part}-images-idx3-ubyte"))
    labels = torch.from_numpy(read_idx(folder, f"{part}-labels-idx1-ubyte").astype(numpy.int64))
    return images, labels


# What the network says of images.


@torch.no_grad()
def predict(network, images):
    """Probabilities, (count, classes)."""
    network.eval()
    outputs = torch.cat([network(some) for some in images.split(1000)])
    return functional.softmax(outputs / TEMPERATURE, dim=1)


def evaluate(network, images, labels):
    """The part of the images that is read right, 0 ... 1."""
    return (predict(network, images).argmax(dim=1) == labels).float().mean().item()


# Training.


def draw_weights(network):
    """Weights as they are before the first step; biases begin at 0."""
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def factor(progress):
    """Of the learning rate, at 0 ... 1 of the run: up in the first fifth, then down along half a cosine."""
    if progress < 0.2:
        return 0.1 + 0.9 * progress / 0.2
    return (1 + math.cos(math.pi * (progress - 0.2) / 0.8)) / 2


def learning_rate(step, steps):
    """It rises to where the schedule begins, which has the other steps."""
    rising = round(WARM_UP * steps)
    if step < rising:
        return LEARNING_RATE * factor(0) * (step + 1) / rising
    return LEARNING_RATE * factor((step - rising) / (steps - rising))


def decayed(network):
    """Weights, which are decayed, apart from biases and what batch norm learns, which are not."""
    weights = [parameter for parameter in network.parameters() if parameter.dim() > 1]
    others = [parameter for parameter in network.parameters() if parameter.dim() == 1]
    return [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}]


def train(network, images, labels):
    """Trains by the recipe; what is held out is read after each epoch, and never learned."""
    draw_weights(network)
    held_out = min(5000, len(images) // 6)
    count = len(images) - held_out
    optimizer = torch.optim.AdamW(decayed(network), lr=LEARNING_RATE)
    batches = math.ceil(count / BATCH_SIZE)
    for epoch in range(EPOCHS):
        network.train()
        order = torch.randperm(count)
        total = 0.0
        for batch in range(batches):
            chosen = order[batch * BATCH_SIZE : (batch + 1) * BATCH_SIZE]
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(epoch * batches + batch, EPOCHS * batches)
            optimizer.zero_grad()
            loss = functional.cross_entropy(network(images[chosen]), labels[chosen], label_smoothing=LABEL_SMOOTHING)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            total += loss.item() * len(chosen)
        right = evaluate(network, images[count:], labels[count:])
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / count:.4f}, held out {right:.2%} right", flush=True)


def main():
    weights = Path(__file__).with_suffix(".npz")
    parser = argparse.ArgumentParser(description="Reads images with a network that Inkling trained, or trains it anew.")
    parser.add_argument("--data", metavar="DIR", help="folder with MNIST's files")
    parser.add_argument("--train", action="store_true", help="train the network anew, by its recipe")
    parser.add_argument("--save", metavar="FILE.npz", help="write what was trained")
    parser.add_argument("--images", metavar="FILE.npy", help="images to read")
    parser.add_argument("--out", metavar="FILE.npy", help="write the probabilities of --images")
    parser.add_argument("--weights", metavar="FILE.npz", default=weights, help="other weights than those beside this file")
    options = parser.parse_args()
    if not options.data and (options.train or not options.images):
        parser.error("say where images are: --data DIR, or --images FILE.npy to read without training")

    torch.manual_seed(SEED)
    network = Network()
    if options.train:
        train(network, *read_images(options.data, "train"))
    else:
        load_weights(network, options.weights)
    if options.save:
        with numpy.load(weights) as arrays:
            save_weights(network, options.save, arrays.files)
    if options.data:
        print(f"{evaluate(network, *read_images(options.data, 't10k')):.2%} of the test images are read right")
    if options.images:
        probabilities = predict(network, as_ink(numpy.load(options.images)))
        if options.out:
            numpy.save(options.out, numpy.asarray(probabilities))
        else:
            for row in probabilities:
                print(f"{CLASSES[int(row.argmax())]}  {row.max().item():.1%}")


if __name__ == "__main__":
    main()
