"""Weights of a legacy PyTorch file as safetensors, without PyTorch: python3 raw_weights.py FILE.pth OUT.safetensors.

The parity of the feature networks gives PyTorch these numbers, so that they do not come through the reader on trial.
"""
import collections
import json
import pickle
import struct
import sys

import numpy


class Tensors(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        return lambda *arguments: arguments

    def persistent_load(self, storage):
        return storage


def load(path):
    with open(path, "rb") as file:
        for _ in range(3):
            Tensors(file).load()
        state = Tensors(file).load()
        storages = {}
        for key in Tensors(file).load():
            count = struct.unpack("<q", file.read(8))[0]
            storages[key] = numpy.frombuffer(file.read(4 * count), "<f4")
    tensors = {}
    for name, (storage, offset, shape, *_) in state.get("model", state).items():
        tensors[name] = storages[storage[2]][offset:offset + int(numpy.prod(shape))].reshape(shape)
    return tensors


def save(tensors, path):
    head, body = {}, b""
    for name, tensor in tensors.items():
        begin, body = len(body), body + tensor.tobytes()
        head[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [begin, len(body)]}
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + body)


save(load(sys.argv[1]), sys.argv[2])
