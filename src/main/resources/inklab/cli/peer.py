"""Training throughput of the benchmark nets in plain eager PyTorch: peer.py NET BATCH SECONDS THREADS DEVICE, one JSON line."""
import json
import sys
import time

import torch
from torch import nn

name, batch, seconds, threads, device = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
torch.set_num_threads(threads)


def dense(sizes, activation):
    layers = [nn.Flatten()]
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), activation()]
    return layers + [nn.Linear(sizes[-1], 10)]


side = 29 if name == "ciresan" else 28
net = nn.Sequential(*{
    "ciresan": lambda: [nn.Conv2d(1, 20, 4), nn.Tanh(), nn.MaxPool2d(2), nn.Conv2d(20, 40, 5), nn.Tanh(), nn.MaxPool2d(3)]
    + dense([360, 150], nn.Tanh),
    "keras": lambda: [nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2)]
    + dense([9216, 128], nn.ReLU),
    "mlp512": lambda: dense([784, 512, 512], nn.ReLU),
    "deepbig": lambda: dense([784, 2500, 2000, 1500, 1000, 500], nn.Tanh),
}[name]()).to(device)
optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
images = torch.rand(batch, 1, side, side, device=device)
labels = torch.arange(batch, device=device) % 10


def step():
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(images), labels).backward()
    optimizer.step()


def run(wanted):
    if device != "cpu":
        torch.cuda.synchronize()
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < wanted:
        for _ in range(10):
            step()
        steps += 10
        if device != "cpu":
            torch.cuda.synchronize()
    return steps * batch / (time.perf_counter() - start)


run(seconds)
print(json.dumps({"peer": "pytorch " + torch.__version__, "net": name, "images_per_s": run(seconds)}))
