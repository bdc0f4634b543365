import numpy as np

tanh = np.tanh
sqrt = np.sqrt


class Answer:
    """What a model says, in its backend's keeping: as PyTorch's tensors that learn, it is no array until it is converted."""

    def __init__(self, numbers):
        self._numbers = numbers

    def __array__(self, *_args, **_kwargs):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")


def convert_to_numpy(answer):
    return answer._numbers
