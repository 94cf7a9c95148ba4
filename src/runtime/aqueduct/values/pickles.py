"""Pickles by value: cloudpickle, vendored, so that no environment has to bring it."""

from __future__ import annotations

import io
import operator
import pickle
import sys
from types import FunctionType
from typing import Any, Optional

from aqueduct._vendor.cloudpickle import cloudpickle as _untyped

cloudpickle: Any = _untyped  # the vendored package has no annotations


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    def reducer_override(self, obj: Any) -> Any:
        """What the main module gives by its name is named: reading a copy of a class sets the methods of the class itself anew."""
        if isinstance(obj, (FunctionType, type)) and obj.__module__ == "__main__" and _is_named(obj):
            return NotImplemented
        if isinstance(obj, type) and specialization(obj) is not None:
            return specialization(obj)
        return super().reducer_override(obj)


def specialization(kind: type) -> Optional[tuple[Any, ...]]:
    """How pydantic's `Page[Item]` is had again, from `Page`: elsewhere its own name leads to nothing, and a copy would be another class."""
    made = vars(kind).get("__pydantic_generic_metadata__") or {}
    if made.get("origin") is None:
        return None
    arguments = made["args"]
    return operator.getitem, (made["origin"], arguments[0] if len(arguments) == 1 else arguments)


def dump(value: object) -> bytes:
    """Pickles a value; functions and classes that cannot be imported travel by value."""
    sink = io.BytesIO()
    _Pickler(sink, protocol=pickle.DEFAULT_PROTOCOL).dump(value)
    return sink.getvalue()


def load(data: bytes) -> object:
    """The value; only ever called on bytes that the same workflow made."""
    return pickle.loads(data)


def _is_named(value: Any) -> bool:
    found: Any = sys.modules["__main__"]
    for part in value.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is value
