"""Pickles by value: cloudpickle, vendored, so that no environment has to bring it."""

from __future__ import annotations

import io
import pickle
import sys
from types import FunctionType
from typing import Any

from aqueduct._vendor.cloudpickle import cloudpickle as _untyped
from aqueduct.values.functions import MODULE, reduced_with_globals
from aqueduct.values.living import living

cloudpickle: Any = _untyped  # the vendored package has no annotations


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    def reducer_override(self, obj: Any) -> Any:
        """What the main module gives by its name is named: reading a copy of a class sets the methods of the class itself anew.

        Raises Living, before cloudpickle makes a text of an open file.
        """
        alive = living(obj)
        if alive is not None:
            raise alive
        if isinstance(obj, (FunctionType, type)) and obj.__module__ == "__main__" and _is_named(obj):
            return NotImplemented
        return super().reducer_override(obj)

    def _dynamic_function_reduce(self, func: FunctionType) -> Any:
        home = sys.modules.get(MODULE)
        if home is not None and func.__globals__ is vars(home):
            return reduced_with_globals(self, func)
        return super()._dynamic_function_reduce(func)


def dump(value: object) -> bytes:
    """Pickles a value; functions and classes that cannot be imported travel by value.

    Raises Living, and whatever the code of the value's classes raises.
    """
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
