"""Values that hold the same objects: they travel as one, so that they hold the same objects where they arrive."""

from __future__ import annotations

import enum
import pickle
from collections.abc import Iterable, Iterator, Mapping
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any

Held = Mapping[int, object]
"""Objects by their `id`, kept so that no other object takes it."""

Place = tuple[str, str]
"""A module, and the way from it to an object by attributes."""
Places = Mapping[int, Place]
"""Where objects are, by their `id`."""

_NEVER_SHARED = (
    str, bytes, int, float, complex, tuple, frozenset, range, slice, type(None), type(...), type(NotImplemented), type,
    CodeType, ModuleType, BuiltinFunctionType, enum.Enum,
)  # fmt: skip


def held_in(objects: Iterable[object], by_name: frozenset[int] = frozenset()) -> Held:
    """The objects of which it can matter that they are the same: what can change, and what is told by `is`.

    `by_name` are the ids of those that are named instead of copied, so that they are the same everywhere.
    """
    return {id(each): each for each in objects if id(each) not in by_name and is_told_apart(each)}


def inside(value: Any) -> Iterator[object]:
    """The lists and dictionaries in a value of which JSON can be made."""
    pending = [value]
    while pending:
        each = pending.pop()
        if type(each) is not tuple:
            yield each
        held = each.values() if type(each) is dict else each
        pending += [inner for inner in held if type(inner) in (list, dict, tuple)]


def sharing(held: Mapping[str, Held]) -> list[list[str]]:
    """Groups of names whose values hold an object together, each in order."""
    first: dict[int, str] = {}
    leader = {name: name for name in held}

    def of(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for name in sorted(held):
        for key, each in held[name].items():
            other = first.setdefault(key, name)
            if of(other) != of(name) and not _is_one_anywhere(each):
                leader[of(name)] = of(other)
    groups: dict[str, list[str]] = {}
    for name in sorted(held):
        groups.setdefault(of(name), []).append(name)
    return [names for names in groups.values() if len(names) > 1]


def is_told_apart(value: Any) -> bool:
    """Whether it matters that an object is itself, not another one like it."""
    if isinstance(value, _NEVER_SHARED):
        return False
    kind: Any = type(value)
    return kind.__hash__ in (None, object.__hash__) or bool(kind.__dictoffset__)


def _is_one_anywhere(value: object) -> bool:
    """Whether reading a pickle of it gives the object itself: time zones, data types, what is named."""
    if isinstance(value, (list, dict, set, bytearray, FunctionType)):
        return False
    try:
        return pickle.loads(pickle.dumps(value)) is value
    except Exception:  # noqa: BLE001 - what cannot be pickled plainly is told apart
        return False
