"""Pickles by value: cloudpickle, vendored, so that no environment has to bring it."""

from __future__ import annotations

import operator
import pickle
import sys
from types import FunctionType
from typing import Any, BinaryIO, Optional

from aqueduct._vendor.cloudpickle import cloudpickle as _untyped
from aqueduct.values.functions import MODULE, reduced_with_globals
from aqueduct.values.living import living

cloudpickle: Any = _untyped  # the vendored package has no annotations

_PROTOCOL = 5
"""From it on, arrays write their memory as it is; before, they wrote a copy of it."""
_LARGE = 1024 * 1024
"""Bytes: below, a copy costs nothing."""


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    holds_objects = False
    """Whether anything was met that is not Python's own data, which is read without running code."""

    def reducer_override(self, obj: Any) -> Any:
        """What the main module gives by its name is named: reading a copy of a class sets the methods of the class itself anew.

        Raises Living, before cloudpickle makes a text of an open file.
        """
        self.holds_objects = True
        alive = living(obj)
        if alive is not None:
            raise alive
        if isinstance(obj, (FunctionType, type)) and obj.__module__ == "__main__" and _is_named(obj):
            return NotImplemented
        if type(obj) is getattr(sys.modules.get("numpy"), "ndarray", None):
            return _reduced_array(obj)
        if isinstance(obj, type) and specialization(obj) is not None:
            return specialization(obj)
        return super().reducer_override(obj)

    def _dynamic_function_reduce(self, func: FunctionType) -> Any:
        home = sys.modules.get(MODULE)
        if home is not None and func.__globals__ is vars(home):
            return reduced_with_globals(self, func)
        return super()._dynamic_function_reduce(func)


def specialization(kind: type) -> Optional[tuple[Any, ...]]:
    """How pydantic's `Page[Item]` is had again, from `Page`: elsewhere its own name leads to nothing, and a copy would be another class."""
    made = vars(kind).get("__pydantic_generic_metadata__") or {}
    if made.get("origin") is None:
        return None
    arguments = made["args"]
    return operator.getitem, (made["origin"], arguments[0] if len(arguments) == 1 else arguments)


def dump(value: object, file: BinaryIO) -> bool:
    """Pickles a value; functions and classes that cannot be imported travel by value.

    Gives whether reading it may fail: it runs code of what is not Python's own data.
    Raises Living, and whatever the code of the value's classes raises.
    """
    pickler = _Pickler(file, protocol=_PROTOCOL)
    pickler.dump(value)
    return pickler.holds_objects


def load(file: BinaryIO) -> object:
    """The value; only ever called on bytes that the same workflow made."""
    return pickle.load(file)


def _reduced_array(array: Any) -> Any:
    """As numpy does it, but for what is seen of it where it is read: a small array owns its memory, and no array is locked."""
    if array.nbytes < _LARGE:
        return array.__reduce__()
    reduced = array.__reduce_ex__(_PROTOCOL)
    if array.flags.writeable or not isinstance(reduced[1][0], pickle.PickleBuffer):
        return reduced
    make, (_, *described) = reduced
    return make, (pickle.PickleBuffer(_unlocked(array)), *described)


def _unlocked(array: Any) -> Any:
    """The memory of an array as bytes, without the lock, and without a copy."""
    import numpy

    return numpy.asarray(_Memory(array))


class _Memory:
    def __init__(self, array: Any) -> None:
        self._array = array  # numpy keeps us, and we what the address points to
        place, _is_locked = array.__array_interface__["data"]
        self.__array_interface__ = {"version": 3, "typestr": "|u1", "shape": (array.nbytes,), "data": (place, False)}


def _is_named(value: Any) -> bool:
    found: Any = sys.modules["__main__"]
    for part in value.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is value
