import numpy as np


class Layer:
    many = False

    def __init__(self, name=None):
        self.name = name or "unnamed"
        self.shapes = []
        self.values = []

    def __call__(self, x):
        import keras

        if isinstance(x, np.ndarray):
            return self.run(x)
        sources = x if isinstance(x, list) else [x]
        self.shapes = self.weight_shapes(sources[0].shape)
        zeros = [np.zeros((1, *source.shape[1:]), np.float32) for source in sources]
        self.values = [np.ones(shape, np.float32) for shape in self.shapes]
        made = self.run(zeros if self.many else zeros[0])
        return keras._Tensor((None, *made.shape[1:]), self, tuple(sources))

    def weight_shapes(self, shape):
        return []

    def set_weights(self, values):
        assert [v.shape for v in values] == self.shapes, (self.name, [v.shape for v in values], self.shapes)
        self.values = values

    def run(self, x):
        return self.call(x)


class Flatten(Layer):
    def run(self, x):
        return x.reshape(len(x), -1)


class Reshape(Layer):
    def __init__(self, shape):
        super().__init__()
        self.target = shape

    def run(self, x):
        return x.reshape(len(x), *self.target)


class Dense(Layer):
    def __init__(self, units, name=None):
        super().__init__(name)
        self.units = units

    def weight_shapes(self, shape):
        assert len(shape) == 2
        return [(shape[1], self.units), (self.units,)]

    def run(self, x):
        return x @ self.values[0] + self.values[1]


def windows(x, size, stride):
    view = np.lib.stride_tricks.sliding_window_view(x, (size, size), (1, 2))
    return view[:, ::stride, ::stride]


class Conv2D(Layer):
    def __init__(self, filters, kernel, strides=1, padding="valid", name=None):
        super().__init__(name)
        self.filters, self.kernel, self.strides, self.padding = filters, kernel, strides, padding

    def weight_shapes(self, shape):
        return [(self.kernel, self.kernel, shape[3], self.filters), (self.filters,)]

    def run(self, x):
        if self.padding == "same":
            pads = []
            for side in x.shape[1:3]:
                zeros = max(0, (-(-side // self.strides) - 1) * self.strides + self.kernel - side)
                pads.append((zeros // 2, zeros - zeros // 2))
            x = np.pad(x, ((0, 0), *pads, (0, 0)))
        return np.einsum("nhwcij,ijco->nhwo", windows(x, self.kernel, self.strides), self.values[0]) + self.values[1]


class MaxPooling2D(Layer):
    def __init__(self, size, strides):
        super().__init__()
        self.size, self.strides = size, strides

    def run(self, x):
        return windows(x, self.size, self.strides).max((-2, -1))


class AveragePooling2D(MaxPooling2D):
    def run(self, x):
        return windows(x, self.size, self.strides).mean((-2, -1))


class GlobalAveragePooling2D(Layer):
    def run(self, x):
        return x.mean((1, 2))


class BatchNormalization(Layer):
    def __init__(self, momentum=0.99, epsilon=1e-3, name=None):
        super().__init__(name)
        self.epsilon = epsilon

    def weight_shapes(self, shape):
        return [(shape[-1],)] * 4

    def run(self, x):
        gamma, beta, mean, variance = self.values
        return gamma * (x - mean) / np.sqrt(variance + self.epsilon) + beta


class Dropout(Layer):
    def __init__(self, rate):
        super().__init__()

    def run(self, x):
        return x


class Add(Layer):
    many = True

    def run(self, x):
        assert x[0].shape == x[1].shape
        return x[0] + x[1]


class Activation(Layer):
    KNOWN = {
        "linear": lambda x: x,
        "tanh": np.tanh,
        "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
        "silu": lambda x: x / (1 + np.exp(-x)),
    }

    def __init__(self, function):
        super().__init__()
        self.function = self.KNOWN.get(function, function)

    def run(self, x):
        return self.function(x)


class ReLU(Layer):
    def run(self, x):
        return np.maximum(x, 0)


class LeakyReLU(Layer):
    def __init__(self, negative_slope=0.3):
        super().__init__()
        self.slope = negative_slope

    def run(self, x):
        return np.where(x > 0, x, self.slope * x)


class ELU(Layer):
    def run(self, x):
        return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)


class Softmax(Layer):
    def run(self, x):
        e = np.exp(x - x.max(-1, keepdims=True))
        return (e / e.sum(-1, keepdims=True)).astype(np.float32)
