"""Pickles by value: cloudpickle, vendored, so that no environment has to bring it."""

from __future__ import annotations

import pickle
from typing import Any

from aqueduct._vendor import cloudpickle


def dump(value: object) -> bytes:
    """Pickles a value; functions and classes that cannot be imported travel by value."""
    dumps: Any = cloudpickle.dumps  # the vendored package has no annotations
    data: bytes = dumps(value, protocol=pickle.DEFAULT_PROTOCOL)
    return data


def load(data: bytes) -> object:
    """The value; only ever called on bytes that the same workflow made."""
    return pickle.loads(data)
