"""What of Keras 3 the scripts use, as Keras' documentation has it (keras.io/api), computed by PyTorch.

Tests run scripts with it, as module keras, where Keras itself is not installed. It knows one order of dimensions, channels
last, and no names of arguments besides those that the documentation lists and the scripts use.
"""

import math
from types import SimpleNamespace

import numpy
import torch
from torch.nn import functional


class Variable:
    def __init__(self, name, value, trainable=True):
        self.name = name
        self.value = value.clone().requires_grad_(trainable)
        self.regularizer = None

    @property
    def shape(self):
        return tuple(self.value.shape)

    def assign(self, value):
        new = torch.as_tensor(numpy.array(value), dtype=torch.float32)
        if tuple(new.shape) != self.shape:
            raise ValueError(f"{self.name} is {self.shape}, not {tuple(new.shape)}")
        with torch.no_grad():
            self.value.copy_(new)


class Symbol:
    """A place in a network: which layer gives it, of what; and an example of what stands there, to know its shape."""

    def __init__(self, layer, sources, example):
        self.layer, self.sources, self.example = layer, sources, example


class Layer:
    def __init__(self, name=None):
        self.name = name
        self.variables = []
        self.is_built = False

    def add(self, name, shape, fill=0.0, trainable=True):
        variable = Variable(name, torch.full(shape, fill), trainable)
        self.variables.append(variable)
        return variable

    def build(self, shape):
        pass

    def __call__(self, source):
        sources = source if isinstance(source, list) else [source]
        examples = [each.example for each in sources]
        if not self.is_built:
            self.build(tuple(examples[0].shape))
            self.is_built = True
        with torch.no_grad():
            return Symbol(self, sources, self.call(*examples, training=False))


def maps_first(x):
    return x.permute(0, 3, 1, 2)


def maps_last(x):
    return x.permute(0, 2, 3, 1)


def same_padding(length, kernel, stride):
    """What "same" adds before and after, so that ceil(length / stride) places fit: the odd one comes after."""
    missing = max((math.ceil(length / stride) - 1) * stride + kernel - length, 0)
    return missing // 2, missing - missing // 2


class Convolution(Layer):
    def __init__(self, kernel_size, strides, padding, use_bias, name):
        super().__init__(name)
        if padding not in ("valid", "same"):
            raise ValueError(padding)
        self.size, self.strides, self.padding, self.use_bias = kernel_size, strides, padding, use_bias

    def convolve(self, x, kernel, groups):
        x = maps_first(x)
        if self.padding == "same":
            top, bottom = same_padding(x.shape[2], self.size, self.strides)
            left, right = same_padding(x.shape[3], self.size, self.strides)
            x = functional.pad(x, (left, right, top, bottom))
        x = maps_last(functional.conv2d(x, kernel, stride=self.strides, groups=groups))
        return x + self.bias.value if self.use_bias else x


class Conv2D(Convolution):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", use_bias=True, name=None):
        super().__init__(kernel_size, strides, padding, use_bias, name)
        self.filters = filters

    def build(self, shape):
        self.kernel = self.add("kernel", (self.size, self.size, shape[-1], self.filters))
        self.bias = self.add("bias", (self.filters,)) if self.use_bias else None

    def call(self, x, training):
        return self.convolve(x, self.kernel.value.permute(3, 2, 0, 1), 1)


class DepthwiseConv2D(Convolution):
    def __init__(self, kernel_size, strides=1, padding="valid", use_bias=True, name=None):
        super().__init__(kernel_size, strides, padding, use_bias, name)

    def build(self, shape):
        self.kernel = self.add("kernel", (self.size, self.size, shape[-1], 1))
        self.bias = self.add("bias", (shape[-1],)) if self.use_bias else None

    def call(self, x, training):
        return self.convolve(x, self.kernel.value.permute(2, 3, 0, 1), x.shape[-1])


class Dense(Layer):
    use_bias = True

    def __init__(self, units, name=None):
        super().__init__(name)
        self.units = units

    def build(self, shape):
        self.kernel = self.add("kernel", (shape[-1], self.units))
        self.bias = self.add("bias", (self.units,))

    def call(self, x, training):
        return x @ self.kernel.value + self.bias.value


class BatchNormalization(Layer):
    """Of the last dimension; momentum is the part of the running statistics that stays."""

    def __init__(self, momentum=0.99, epsilon=0.001, name=None):
        super().__init__(name)
        self.momentum, self.epsilon = momentum, epsilon

    def build(self, shape):
        self.gamma = self.add("gamma", shape[-1:], 1.0)
        self.beta = self.add("beta", shape[-1:])
        self.moving_mean = self.add("moving_mean", shape[-1:], trainable=False)
        self.moving_variance = self.add("moving_variance", shape[-1:], 1.0, trainable=False)

    def call(self, x, training):
        mean, variance = self.moving_mean.value, self.moving_variance.value
        if training:
            dims = tuple(range(x.dim() - 1))
            mean, variance = x.mean(dims), x.var(dims, unbiased=False)
            for running, new in (self.moving_mean, mean), (self.moving_variance, variance):
                running.assign(self.momentum * running.value + (1 - self.momentum) * new.detach())
        return (x - mean) / torch.sqrt(variance + self.epsilon) * self.gamma.value + self.beta.value


class Pooling(Layer):
    def __init__(self, pool_size=2, strides=None):
        super().__init__()
        self.size, self.strides = pool_size, pool_size if strides is None else strides

    def call(self, x, training):
        return maps_last(self.pool(maps_first(x), self.size, self.strides))


class MaxPooling2D(Pooling):
    pool = staticmethod(functional.max_pool2d)


class AveragePooling2D(Pooling):
    pool = staticmethod(functional.avg_pool2d)


class Function(Layer):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def call(self, *xs, training):
        return self.function(*xs)


class Dropout(Layer):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def call(self, x, training):
        return functional.dropout(x, self.rate, training)


class SpatialDropout2D(Dropout):
    def call(self, x, training):
        if x.dim() != 4:
            raise ValueError("of maps alone")
        kept = functional.dropout(torch.ones(x.shape[0], 1, 1, x.shape[3]), self.rate, training)
        return x * kept


def Rescaling(scale, offset=0.0):
    return Function(lambda x: x * scale + offset)


def ReLU():
    return Function(torch.relu)


def LeakyReLU(negative_slope=0.3):
    return Function(lambda x: functional.leaky_relu(x, negative_slope))


def Activation(activation):
    functions = {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "gelu": lambda x: x * (1 + torch.erf(x / math.sqrt(2))) / 2,
        "log_softmax": lambda x: torch.log_softmax(x, -1),
    }
    return Function(functions[activation])


def GlobalAveragePooling2D(keepdims=False):
    return Function(lambda x: x.mean((1, 2), keepdim=keepdims))


def Flatten():
    return Function(lambda x: x.reshape(x.shape[0], -1))


def Permute(dims):
    return Function(lambda x: x.permute(0, *dims))


def ZeroPadding2D(padding):
    return Function(lambda x: functional.pad(x, (0, 0, padding, padding, padding, padding)))


def Add():
    return Function(lambda a, b: a + b)


layers = SimpleNamespace(**{name: each for name, each in globals().items() if name[0].isupper()})


def Input(shape):
    return Symbol(None, [], torch.zeros(1, *shape))


class Model:
    def __init__(self, inputs, outputs):
        self.inputs, self.outputs = inputs, outputs
        self.order = []
        self.sort(outputs)
        self.layers = [symbol.layer for symbol in self.order if symbol.layer]
        names = [layer.name for layer in self.layers if layer.name]
        if len(set(names)) < len(names):
            raise ValueError(f"all layers of a model must have names of their own: {names}")

    def sort(self, symbol):
        for source in symbol.sources:
            self.sort(source)
        if symbol not in self.order:
            self.order.append(symbol)

    def get_layer(self, name):
        return next(layer for layer in self.layers if layer.name == name)

    @property
    def trainable_variables(self):
        return [each for layer in self.layers for each in layer.variables if each.value.requires_grad]

    def compute(self, x, training):
        values = {self.inputs: x}
        for symbol in self.order:
            if symbol.layer:
                values[symbol] = symbol.layer.call(*[values[each] for each in symbol.sources], training=training)
        return values[self.outputs]

    @torch.no_grad()
    def predict(self, x, batch_size=32, verbose="auto"):
        parts = torch.as_tensor(x).split(batch_size)
        return torch.cat([self.compute(part, False) for part in parts]).numpy()

    def compile(self, optimizer, loss, metrics):
        assert metrics == ["accuracy"]
        self.optimizer, self.loss = optimizer, loss

    def fit(self, x, y, batch_size, epochs, validation_data, verbose):
        x, y = torch.as_tensor(x), torch.as_tensor(y)
        for epoch in range(epochs):
            total = 0.0
            for chosen in torch.randperm(len(x)).split(batch_size):
                loss = self.loss(y[chosen], self.compute(x[chosen], True))
                for variable in self.trainable_variables:
                    loss = loss + (variable.regularizer(variable.value) if variable.regularizer else 0.0)
                gradients = torch.autograd.grad(loss, [each.value for each in self.trainable_variables])
                self.optimizer.apply(gradients, self.trainable_variables)
                total += loss.item() * len(chosen)
            print(f"Epoch {epoch + 1}/{epochs}: loss {total / len(x):.4f}", flush=True)


class Optimizer:
    def __init__(self, learning_rate, weight_decay, global_clipnorm):
        self.learning_rate, self.weight_decay, self.global_clipnorm = learning_rate, weight_decay, global_clipnorm
        self.excluded = []
        self.iterations = 0
        self.state = {}

    def exclude_from_weight_decay(self, var_names):
        self.excluded = var_names

    @torch.no_grad()
    def apply(self, gradients, variables):
        rate = float(self.learning_rate(torch.tensor(self.iterations)))
        if self.global_clipnorm:
            norm = math.sqrt(sum(float(each.square().sum()) for each in gradients))
            gradients = [each * min(1.0, self.global_clipnorm / norm) for each in gradients]
        for gradient, variable in zip(gradients, variables):
            if self.weight_decay and not any(name in variable.name for name in self.excluded):
                variable.value.mul_(1 - self.weight_decay * rate)
            self.update(gradient, variable, rate)
        self.iterations += 1

    def slot(self, variable, name):
        return self.state.setdefault((variable, name), torch.zeros(variable.shape))


class SGD(Optimizer):
    def __init__(self, learning_rate=0.01, momentum=0.0, weight_decay=None, global_clipnorm=None):
        super().__init__(learning_rate, weight_decay, global_clipnorm)
        self.momentum = momentum

    def update(self, gradient, variable, rate):
        velocity = self.slot(variable, "velocity")
        velocity.mul_(self.momentum).sub_(gradient * rate)
        variable.value.add_(velocity)


class Adam(Optimizer):
    def __init__(self, learning_rate=0.001, epsilon=1e-7, weight_decay=None, global_clipnorm=None):
        super().__init__(learning_rate, weight_decay, global_clipnorm)
        self.epsilon = epsilon

    def update(self, gradient, variable, rate):
        step = self.iterations + 1
        mean, square = self.slot(variable, "mean"), self.slot(variable, "square")
        mean.add_((gradient - mean) * (1 - 0.9))
        square.add_((gradient * gradient - square) * (1 - 0.999))
        rate *= math.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        variable.value.sub_(mean * rate / (square.sqrt() + self.epsilon))


class AdamW(Adam):
    def __init__(self, learning_rate=0.001, epsilon=1e-7, weight_decay=0.004, global_clipnorm=None):
        super().__init__(learning_rate, epsilon, weight_decay, global_clipnorm)


class LearningRateSchedule:
    pass


optimizers = SimpleNamespace(
    SGD=SGD, Adam=Adam, AdamW=AdamW, schedules=SimpleNamespace(LearningRateSchedule=LearningRateSchedule)
)


def SparseCategoricalCrossentropy(from_logits=False):
    assert from_logits
    return lambda labels, logits: functional.cross_entropy(logits, labels)


def CategoricalCrossentropy(from_logits=False, label_smoothing=0.0):
    assert from_logits
    smoothed = lambda labels: labels * (1 - label_smoothing) + label_smoothing / labels.shape[-1]
    return lambda labels, logits: -(smoothed(labels) * torch.log_softmax(logits, -1)).sum(-1).mean()


losses = SimpleNamespace(
    SparseCategoricalCrossentropy=SparseCategoricalCrossentropy, CategoricalCrossentropy=CategoricalCrossentropy
)


def L2(l2=0.01):
    return lambda x: l2 * x.square().sum()


def set_image_data_format(data_format):
    assert data_format == "channels_last"


regularizers = SimpleNamespace(L2=L2)
config = SimpleNamespace(set_image_data_format=set_image_data_format)
utils = SimpleNamespace(
    set_random_seed=torch.manual_seed,
    to_categorical=lambda x, num_classes: numpy.eye(num_classes, dtype=numpy.float32)[x],
)
ops = SimpleNamespace(
    softmax=lambda x: torch.softmax(torch.as_tensor(x), -1),
    convert_to_numpy=lambda x: (x.value.detach() if isinstance(x, Variable) else x).numpy(),
    convert_to_tensor=lambda x, dtype: torch.tensor(x, dtype=getattr(torch, dtype)),
    take=lambda x, indices: x[indices],
    cast=lambda x, dtype: x.to(getattr(torch, dtype)),
)
