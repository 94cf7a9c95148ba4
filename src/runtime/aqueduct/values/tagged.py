"""JSON that gives Python values back exactly: tags stand where JSON has no word for them."""

from __future__ import annotations

import json
import math
import sys
from typing import Any, Callable, Optional

TAG = "$aqueduct"
_MAX_DEPTH = 200
_MAX_TEXT = 16 * 1024 * 1024
"""Letters, about: the text of a larger value would stand in memory several times, while a pickle is written as it is made."""
_NUMBER = 16


class NotExact(Exception):
    """Holds something that this form cannot give back as it was, or more than it is for."""


class _Walk:
    """What was met so far of one value: the lists and dictionaries by `id`, and how much text may still come."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.left = _MAX_TEXT

    def take(self, letters: int) -> None:
        self.left -= letters
        if self.left < 0:
            raise NotExact


def dump(value: object) -> Optional[str]:
    """ASCII JSON text of a value, or None where it would not come back equal and of the same types."""
    try:
        return json.dumps(_to_json(value, 0, _Walk()), ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    except (NotExact, ValueError):  # ValueError: an integer beyond Python's limit of digits
        return None


def load(data: bytes) -> object:
    """The value that `dump` was given."""
    return from_json(json.loads(data))


def to_json(value: object) -> Any:
    """The value as JSON data with tags; raises NotExact where it would not come back as it is."""
    return _to_json(value, 0, _Walk())


def numpy_type(value: object) -> Optional[str]:
    """`numeric` or `boolean` for numpy's scalars, else None; never imports numpy."""
    numpy: Any = sys.modules.get("numpy")
    if numpy is None or not isinstance(value, numpy.generic):
        return None
    return {"b": "boolean", "i": "numeric", "u": "numeric", "f": "numeric"}.get(value.dtype.kind)


def _to_json(value: Any, depth: int, walk: _Walk) -> Any:
    """What stands in two places is one object, which JSON makes two of."""
    if depth > _MAX_DEPTH:
        raise NotExact
    writer = _WRITERS.get(type(value))
    walk.take(_NUMBER)
    if writer is not None:
        if type(value) in (list, dict):
            if id(value) in walk.ids:
                raise NotExact
            walk.ids.add(id(value))
        return writer(value, depth + 1, walk)
    if numpy_type(value) is not None:
        return _numpy_to_json(value)
    raise NotExact


def _same(value: Any, _depth: int, _walk: _Walk) -> Any:
    return value


def _string_to_json(value: str, _depth: int, walk: _Walk) -> str:
    walk.take(len(value))
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise NotExact  # JSON readers join a pair of lone surrogates
    return value


def _float_to_json(value: float, _depth: int, _walk: _Walk) -> Any:
    if math.isfinite(value):
        return value
    return {TAG: "float", "value": repr(value)}


def _list_to_json(value: list[Any], depth: int, walk: _Walk) -> Any:
    return [_to_json(item, depth, walk) for item in value]


def _tuple_to_json(value: tuple[Any, ...], depth: int, walk: _Walk) -> Any:
    return {TAG: "tuple", "items": [_to_json(item, depth, walk) for item in value]}


def _dict_to_json(value: dict[Any, Any], depth: int, walk: _Walk) -> Any:
    if TAG not in value and all(type(key) is str for key in value):
        return {_string_to_json(key, depth, walk): _to_json(item, depth, walk) for key, item in value.items()}
    return {
        TAG: "dict",
        "items": [[_to_json(key, depth, walk), _to_json(item, depth, walk)] for key, item in value.items()],
    }


def _numpy_to_json(value: Any) -> Any:
    plain = value.item()
    if type(plain) not in (bool, int, float):  # a long double has no exact Python number
        raise NotExact
    return {TAG: "numpy", "dtype": value.dtype.str, "value": _to_json(plain, 0, _Walk())}


def from_json(value: Any) -> Any:
    """The value of `to_json`."""
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    tag = value.get(TAG)
    if tag is None:
        return {key: from_json(item) for key, item in value.items()}
    return _READERS[tag](value)


def _numpy_from_json(value: dict[str, Any]) -> Any:
    import numpy

    return numpy.dtype(value["dtype"]).type(from_json(value["value"]))


_WRITERS: dict[type, Callable[[Any, int, _Walk], Any]] = {
    type(None): _same,
    bool: _same,
    int: _same,
    float: _float_to_json,
    str: _string_to_json,
    list: _list_to_json,
    tuple: _tuple_to_json,
    dict: _dict_to_json,
}
_READERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "float": lambda value: float(value["value"]),
    "int": lambda value: int(value["value"]),
    "tuple": lambda value: tuple(from_json(item) for item in value["items"]),
    "dict": lambda value: {from_json(key): from_json(item) for key, item in value["items"]},
    "numpy": _numpy_from_json,
}
