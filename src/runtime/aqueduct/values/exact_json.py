"""Values as JSON that every reader gives back exactly, TypeScript included: `src/core/model/exactJson.ts` writes the same."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, Optional

from aqueduct.values.tagged import TAG

MOST_DIGITS = 4300
"""Of a whole number: Python refuses to read more."""
_LARGEST_IN_A_DOUBLE = 2**53 - 1


class NotJson(Exception):
    """The value, or something in it, cannot be written as JSON."""


def to_exact(value: object) -> Optional[Any]:
    """The value as JSON, with tags where a double, or another order of keys, would change it.

    Raises NotJson for what nobody could write as JSON: tuples within others, keys that are no text, NaN within others, objects.
    """
    if type(value) is float:
        return _float(value)
    if type(value) is tuple:
        return {TAG: "tuple", "items": [_nested(item) for item in value]}
    return _nested(value)


def exact_text(value: object) -> str:
    """A value of `to_exact`, before that, as people write it."""
    if type(value) is float and not math.isfinite(value):
        return repr(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _nested(value: Any) -> Any:
    if value is None or type(value) in (bool, str):
        return value
    if type(value) is int:
        return _whole(value)
    if type(value) is float and math.isfinite(value):
        return _float(value)
    if type(value) is list:
        return [_nested(item) for item in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return _dictionary({key: _nested(item) for key, item in value.items()})
    raise NotJson


def _whole(value: int) -> Any:
    if abs(value) <= _LARGEST_IN_A_DOUBLE:
        return value
    try:
        text = str(value)
    except ValueError:
        raise NotJson from None
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise NotJson
    return {TAG: "int", "value": text}


def _float(value: float) -> Any:
    if math.isfinite(value) and not value.is_integer():
        return value
    return {TAG: "float", "value": repr(value)}


def _dictionary(value: dict[str, Any]) -> Any:
    keys = list(value)
    kept = len(keys) < 2 or (_sorted(keys) and not any(_is_index(key) for key in keys))
    if kept and TAG not in value:
        return value
    return {TAG: "dict", "items": [[key, item] for key, item in value.items()]}


def _sorted(keys: Sequence[str]) -> bool:
    """As canonical JSON sorts: by UTF-16."""
    units = [key.encode("utf-16-be", "surrogatepass") for key in keys]
    return all(before < after for before, after in zip(units, units[1:]))


def _is_index(key: str) -> bool:
    """Whether JavaScript moves such a key to the front."""
    return key.isascii() and key.isdigit() and (key == "0" or not key.startswith("0"))
