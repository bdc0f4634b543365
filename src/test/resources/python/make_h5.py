"""Writes small.h5 as Keras 2's model.save does, and its answers by the stand-in of Keras's layers: needs h5py and NumPy."""

import json
import sys

import h5py
import numpy as np
from keras import layers as L

random = np.random.default_rng(1)
CONFIG = [
    ("Conv2D", "conv2d", dict(batch_input_shape=[None, 9, 7, 2], filters=4, kernel_size=[3, 3], strides=[1, 1],
                              padding="valid", data_format="channels_last", dilation_rate=[1, 1], groups=1,
                              activation="relu", use_bias=True)),
    ("MaxPooling2D", "pool", dict(pool_size=[2, 2], strides=[1, 1], padding="valid")),
    ("BatchNormalization", "norm", dict(axis=[3], epsilon=0.001, momentum=0.99, scale=True, center=True)),
    ("Conv2D", "conv2d_1", dict(filters=3, kernel_size=[2, 2], strides=[2, 2], padding="same",
                                data_format="channels_last", dilation_rate=[1, 1], groups=1, activation="tanh",
                                use_bias=True)),
    ("Flatten", "flatten", dict(data_format="channels_last")),
    ("Dense", "dense", dict(units=6, activation="sigmoid", use_bias=False)),
    ("Dropout", "dropout", dict(rate=0.25)),
    ("Dense", "dense_1", dict(units=3, activation="softmax", use_bias=True)),
]


def draw(*shape):
    return random.normal(0, 0.6, shape).astype(np.float32)


weights = {
    "conv2d": dict(kernel=draw(3, 3, 2, 4), bias=draw(4)),
    "norm": dict(gamma=draw(4), beta=draw(4), moving_mean=draw(4), moving_variance=np.abs(draw(4)) + 0.1),
    "conv2d_1": dict(kernel=draw(2, 2, 4, 3), bias=draw(3)),
    "dense": dict(kernel=draw(3 * 2 * 3, 6)),
    "dense_1": dict(kernel=draw(6, 3), bias=draw(3)),
}

file = h5py.File(sys.argv[1], "w")
model = dict(class_name="Sequential", config=dict(name="sequential", layers=[
    dict(class_name=kind, config=dict(name=name, trainable=True, dtype="float32", **config))
    for kind, name, config in CONFIG]))
file.attrs["model_config"] = json.dumps(model)
file.attrs["keras_version"] = "2.9.0"
file.attrs["backend"] = "tensorflow"
root = file.create_group("model_weights")
root.attrs["layer_names"] = [name.encode() for _, name, _ in CONFIG]
root.attrs["backend"] = b"tensorflow"
root.attrs["keras_version"] = b"2.9.0"
for _, name, _ in CONFIG:
    group = root.create_group(name)
    held = weights.get(name, {})
    group.attrs["weight_names"] = [f"{name}/{word}:0".encode() for word in held]
    for word, values in held.items():
        group.create_dataset(f"{name}/{word}:0", data=values)
file.close()


def layer(kind, values, **words):
    made = kind(**words)
    made.values = values
    return made


x = random.random((4, 9, 7, 2)).astype(np.float32)
w = {name: list(held.values()) for name, held in weights.items()}
y = np.maximum(layer(L.Conv2D, w["conv2d"], filters=4, kernel=3).run(x), 0)
y = L.MaxPooling2D(2, 1).run(y)
y = layer(L.BatchNormalization, w["norm"], epsilon=1e-3).run(y)
y = np.tanh(layer(L.Conv2D, w["conv2d_1"], filters=3, kernel=2, strides=2, padding="same").run(y))
y = L.Flatten().run(y)
y = 1 / (1 + np.exp(-(y @ w["dense"][0])))
y = L.Softmax().run(y @ w["dense_1"][0] + w["dense_1"][1])
print(" ".join(repr(float(v)) for v in np.transpose(x, (0, 3, 1, 2)).ravel()))
print(" ".join(repr(float(v)) for v in y.ravel()))
