"""A stand-in for Keras 3's layers on NumPy, channels last, after Keras's documentation: enough to run what Inklab writes."""

from . import activations, layers, ops


class _Tensor:
    """A symbolic tensor: the layer that makes it, and what that is given."""

    def __init__(self, shape, layer=None, sources=()):
        self.shape = shape
        self.layer = layer
        self.sources = sources


def Input(shape):
    return _Tensor((None, *shape))


class Model:
    def __init__(self, inputs, outputs):
        self.inputs = inputs
        self.outputs = outputs
        self.layers = []
        self._gather(outputs)

    def _gather(self, tensor):
        for source in tensor.sources:
            self._gather(source)
        if tensor.layer is not None and tensor.layer not in self.layers:
            self.layers.append(tensor.layer)

    def __call__(self, x, training=False):
        assert not training
        known = {id(self.inputs): x}

        def value(tensor):
            if id(tensor) not in known:
                given = [value(source) for source in tensor.sources]
                known[id(tensor)] = tensor.layer.run(given if tensor.layer.many else given[0])
            return known[id(tensor)]

        return ops.Answer(value(self.outputs))
