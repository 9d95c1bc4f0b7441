"""some, a network that Inkling trained, in Keras:
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

import keras
import numpy
from keras import layers

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


keras.config.set_image_data_format("channels_last")


def flat(x):
    """A row of numbers for each image, channel after channel: Inkling's maps have their channels first."""
    return layers.Flatten()(layers.Permute((3, 1, 2))(x))


def residual1(x, name):
    """residual 4@3x3"""
    before_sum1 = x
    x = layers.Conv2D(4, 3, padding="same", use_bias=False, name=f"{name}_conv1")(x)
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.9, name=f"{name}_norm1")(x)
    x = layers.ReLU()(x)
    x = layers.Conv2D(4, 3, padding="same", use_bias=False, name=f"{name}_conv2")(x)
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.9, name=f"{name}_norm2")(x)
    x = layers.Add()([x, before_sum1])
    x = layers.ReLU()(x)
    return x


def residual2(x, name):
    """residual 8@3x3 stride 2"""
    before_sum1 = x
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(8, 3, strides=2, use_bias=False, name=f"{name}_conv1")(x)
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.9, name=f"{name}_norm1")(x)
    x = layers.ReLU()(x)
    x = layers.Conv2D(8, 3, padding="same", use_bias=False, name=f"{name}_conv2")(x)
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.9, name=f"{name}_norm2")(x)
    x = layers.Add()([x, layers.Conv2D(8, 1, strides=2, use_bias=False, name=f"{name}_sum1")(before_sum1)])
    x = layers.ReLU()(x)
    return x


def build():
    """Ink, 0 paper ... 1 ink, as (batch, 28, 28, 1); gives (batch, classes)."""
    image = keras.Input((28, 28, 1))
    x = layers.Rescaling(1 / STD, offset=-MEAN / STD)(image)
    x = layers.Conv2D(4, 5, strides=2, name="conv1")(x)
    x = residual1(x, "residual1")
    x = residual2(x, "residual2")
    x = layers.Dropout(0.1)(x)
    x = layers.Dense(10, name="dense1")(flat(x))
    return keras.Model(image, x)


# Weights, as Inkling names them.

PARTS = {"weight": "kernel", "mean": "moving_mean", "variance": "moving_variance"}

# Inkling's dimensions in Keras' order: of biases and batch norm, of dense layers, of convolutions.
ORDERS = {1: (0,), 2: (1, 0), 4: (2, 3, 1, 0)}


def keras_variable(network, name):
    """Keras' variable for one of Inkling's arrays, and the order in which it has the array's dimensions."""
    layer, part = name.rsplit(".", 1)
    layer = network.get_layer(layer.replace(".", "_"))
    variable = getattr(layer, PARTS.get(part, part))
    order = ORDERS[len(variable.shape)]
    if isinstance(layer, layers.DepthwiseConv2D) and part == "weight":
        order = (2, 3, 0, 1)
    return variable, order


def load_weights(network, file):
    with numpy.load(file) as arrays:
        for name in arrays.files:
            variable, order = keras_variable(network, name)
            variable.assign(arrays[name].transpose(order))


def save_weights(network, file, names):
    """Writes arrays that load_weights and Inkling read."""
    arrays = {}
    for name in names:
        variable, order = keras_variable(network, name)
        array = keras.ops.convert_to_numpy(variable).transpose(numpy.argsort(order))
        arrays[name] = numpy.ascontiguousarray(array)
    numpy.savez(file, **arrays)


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
    """Images as the network is given them: (count, 28, 28, 1), 0 paper ... 1 ink."""
    ink = images.astype(numpy.float32)
    if images.dtype == numpy.uint8:
        ink /= 255
    return ink.reshape(-1, 28, 28, 1)


def read_images(folder, part):
    """Images and their labels; the part is train or t10k."""
    images = as_ink(read_idx(folder, f"{part}-images-idx3-ubyte"))
    return images, read_idx(folder, f"{part}-labels-idx1-ubyte").astype(numpy.int64)


# What the network says of images.


def predict(network, images):
    """Probabilities, (count, classes)."""
    outputs = network.predict(images, batch_size=1000, verbose=0)
    return keras.ops.convert_to_numpy(keras.ops.softmax(outputs / TEMPERATURE))


def evaluate(network, images, labels):
    """The part of the images that is read right, 0 ... 1."""
    return (predict(network, images).argmax(axis=1) == labels).mean()


# Training.


def draw_weights(network):
    """Weights as they are before the first step."""
    random = numpy.random.default_rng(SEED)
    for layer in network.layers:
        if hasattr(layer, "kernel"):
            shape = tuple(layer.kernel.shape)
            places = math.prod(shape[:-2])
            inputs = places if isinstance(layer, layers.DepthwiseConv2D) else places * shape[-2]
            layer.kernel.assign(random.normal(0, math.sqrt(2 / inputs), shape))


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


class Rates(keras.optimizers.schedules.LearningRateSchedule):
    """The learning rate of each step, reckoned before the first."""

    def __init__(self, steps):
        self.rates = [learning_rate(step, steps) for step in range(steps)]

    def __call__(self, step):
        return keras.ops.take(keras.ops.convert_to_tensor(self.rates, "float32"), keras.ops.cast(step, "int32"))

    def get_config(self):
        return {"steps": len(self.rates)}


def train(network, images, labels):
    """Trains by the recipe; what is held out is read after each epoch, and never learned."""
    draw_weights(network)
    held_out = min(5000, len(images) // 6)
    count = len(images) - held_out
    steps = EPOCHS * math.ceil(count / BATCH_SIZE)
    optimizer = keras.optimizers.AdamW(Rates(steps), epsilon=1e-8, weight_decay=WEIGHT_DECAY, global_clipnorm=CLIP)
    optimizer.exclude_from_weight_decay(var_names=["bias", "beta", "gamma"])
    labels = keras.utils.to_categorical(labels, len(CLASSES))
    loss = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=LABEL_SMOOTHING)
    network.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    network.fit(
        images[:count],
        labels[:count],
        batch_size=BATCH_SIZE,
        epochs=EPOCHS,
        validation_data=(images[count:], labels[count:]),
        verbose=2,
    )


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

    keras.utils.set_random_seed(SEED)
    network = build()
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
