"""What classes, functions and modules looked like when they were made, so that what was set on them since can be told."""

from __future__ import annotations

import builtins
import enum
import functools
import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import BuiltinFunctionType, CodeType, FunctionType, MemberDescriptorType, ModuleType
from typing import Any, Optional

from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.together import Place, is_told_apart

HOOK = "__aqueduct_defined__"
"""The name under which the traced file tells of a statement that bound names; the tracer puts it among the builtins."""

_OF_FUNCTION = ("__code__", "__defaults__", "__kwdefaults__", "__name__", "__doc__")
_OF_DISPATCH = frozenset({"registry", "dispatch", "register", "_clear_cache"})
_OURS = frozenset({"raw", "options", "home", "_record", "_definition"})
_WITHOUT_CONTENT = (
    type(None), bool, int, float, complex, str, bytes, range, type, ModuleType, FunctionType, BuiltinFunctionType,
    CodeType,
    DecoratedFunction, MemberDescriptorType, staticmethod, classmethod, property,
)  # fmt: skip
_METHODS = (FunctionType, staticmethod, classmethod, property)

Digest = Callable[[object], Optional[bytes]]
"""Tells whether what an object holds has changed; None where that cannot be told."""


@dataclass(frozen=True)
class Change:
    """An attribute that is another one, or holds something else, than when its owner was made; `value` is None where it was deleted.

    `was_there`: the object is the same and holds something else, so whatever shares it must see the change too.
    """

    attribute: str
    value: object
    is_deleted: bool = False
    was_there: bool = False


@dataclass(frozen=True)
class _Mark:
    value: object
    content: Optional[bytes]


class Snapshots:
    """The attributes of owners as they were when each was first seen."""

    def __init__(self, digest: Digest, is_own: Callable[[type], bool]) -> None:
        """`is_own`: whether a class is defined in the workspace."""
        self._digest = digest
        self._is_own = is_own
        self._known: dict[int, tuple[object, dict[str, _Mark], frozenset[type]]] = {}
        self._before: set[int] = set()

    def take(self, owner: object) -> None:
        """Notes an owner, and the classes in it, as they are now; one that is known already stays as it was."""
        if id(owner) in self._known:
            return
        marks = {name: _Mark(value, self._content(value)) for name, value in _attributes(owner)}
        self._known[id(owner)] = (owner, marks, frozenset(registered(owner)))
        for _, inner in inner_owners(owner):
            self.take(inner)

    def take_module(self, module: ModuleType) -> None:
        """As `take`, for a module and for the classes and functions that it defines itself."""
        self.take(module)
        for value in list(vars(module).values()):
            if isinstance(value, (type, FunctionType, DecoratedFunction)) and value.__module__ == module.__name__:
                self.take(value)

    def before_definition(self) -> None:
        """Takes what objects of libraries hold, which the definition that is made next may change."""
        self._before = {id(mark) for _, _, mark in self._of_libraries() if self._is_as_noted(mark)}

    def after_definition(self) -> list[object]:
        """Owners of such objects that the definition has changed, a schema with its tables for one.

        An object of a library cannot be filled again in its place; making the definition again changes it again.
        """
        changed = []
        for owner, name, mark in list(self._of_libraries()):
            if id(mark) in self._before and not self._is_as_noted(mark):
                self._known[id(owner)][1][name] = _Mark(mark.value, self._content(mark.value))
                changed.append(owner)
        self._before = set()
        return changed

    def _of_libraries(self) -> Iterator[tuple[object, str, _Mark]]:
        for owner, marks, _ in self._known.values():
            for name, mark in marks.items():
                if mark.content is not None and self._is_of_library(type(mark.value)):
                    yield owner, name, mark

    def _is_of_library(self, kind: type) -> bool:
        return kind.__module__ not in ("__main__", "builtins", "collections") and not self._is_own(kind)

    def _is_as_noted(self, mark: _Mark) -> bool:
        return self._content(mark.value) == mark.content

    def registered_by_text(self, owner: object) -> None:
        """Takes what is registered with an owner for its own: the definition that has just registered itself comes with it."""
        if id(owner) in self._known:
            self._known[id(owner)] = (*self._known[id(owner)][:2], frozenset(registered(owner)))

    def is_known(self, owner: object) -> bool:
        """Whether `take` has seen the owner."""
        return id(owner) in self._known

    def changes(self, owner: object) -> Iterator[Change]:
        """What was set on an owner, in the order of its attributes, and what was deleted."""
        if id(owner) not in self._known:
            return
        marks = self._known[id(owner)][1]
        there = dict(_attributes(owner))
        for name, value in there.items():
            mark = marks.get(name)
            if mark is None or mark.value is not value:
                yield Change(name, value)
            elif mark.content is not None and self._content(value) != mark.content:
                yield Change(name, value, was_there=True)
        yield from (Change(name, None, is_deleted=True) for name in marks if name not in there)

    def registrations(self, owner: object) -> list[type]:
        """Classes that were registered with an abstract class or a `singledispatch` since it was made."""
        known = self._known.get(id(owner))
        if known is None:
            return []
        return [kind for kind in registered(owner) if kind not in known[2]]

    def places(self, main: str) -> dict[int, Place]:
        """Where the objects are that owners have held since they were made; `main` is the module that stands for the file."""
        found: dict[int, Place] = {}
        for owner, marks, _ in self._known.values():
            place = _place_of(owner)
            if place is not None:
                module, path = main if place[0] == "__main__" else place[0], place[1]
                there = vars(owner)
                for name, mark in marks.items():
                    if there.get(name, marks) is mark.value and is_told_apart(mark.value):
                        found.setdefault(id(mark.value), (module, f"{path}.{name}" if path else name))
        return found

    def _content(self, value: object) -> Optional[bytes]:
        return None if isinstance(value, _WITHOUT_CONTENT) else self._digest(value)


def _place_of(owner: Any) -> Optional[Place]:
    """Where an owner is found again; None for what no name leads to."""
    if isinstance(owner, ModuleType):
        return (owner.__name__, "") if sys.modules.get(owner.__name__) is owner else None
    if not isinstance(owner, (type, FunctionType)):
        return None
    found: Any = sys.modules.get(owner.__module__)
    for part in owner.__qualname__.split("."):
        found = getattr(found, part, None)
    return (owner.__module__, owner.__qualname__) if found is owner else None


def inner_owners(owner: object) -> list[tuple[str, object]]:
    """What is defined in the body of a class by its name there: classes, members of an enumeration, what a
    `singledispatchmethod` asks."""
    if isinstance(owner, enum.EnumMeta):
        return list(owner.__members__.items())
    if not isinstance(owner, type):
        return []
    prefix = owner.__qualname__ + "."
    found: list[tuple[str, object]] = []
    for name, value in vars(owner).items():
        if isinstance(value, functools.singledispatchmethod):
            found.append((name, value.dispatcher))
        elif isinstance(value, type) and value.__module__ == owner.__module__ and value.__qualname__.startswith(prefix):
            found.append((name, value))
    return found


def registered(owner: object) -> list[type]:
    """The classes that an abstract class or a `singledispatch` was told of by `register`."""
    if isinstance(owner, type):
        if "_abc_impl" not in vars(owner):
            return []
        references = importlib.import_module("_abc")._get_dump(owner)[0]
        return sorted((kind for kind in (each() for each in references) if kind is not None), key=_full_name)
    return list(owner.registry) if _is_dispatch(owner) else []  # type: ignore[attr-defined]


def _is_dispatch(owner: object) -> bool:
    return isinstance(owner, FunctionType) and all(hasattr(owner, name) for name in _OF_DISPATCH)


def _full_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _attributes(owner: object) -> Iterator[tuple[str, Any]]:
    """The attributes that a user may have set: not what Python and libraries keep in names of their own (`__x__`, `_x_`)."""
    for name, value in list(vars(owner).items()):
        is_shown = not name.startswith("__")
        if isinstance(owner, type):
            is_shown = not (name.startswith("_") and name.endswith("_")) or isinstance(value, _METHODS)
        elif isinstance(owner, enum.Enum):
            is_shown = not name.startswith("_")
        if (name in _OURS and _is_of_ours(owner)) or (name in _OF_DISPATCH and _is_dispatch(owner)):
            continue
        if is_shown and name != "_abc_impl" and not isinstance(value, MemberDescriptorType):
            yield name, value
    if isinstance(owner, FunctionType):
        for name in _OF_FUNCTION:
            value = getattr(owner, name)
            if value is not None:
                yield name, value


def _is_of_ours(owner: object) -> bool:
    """An operator, or what `functools.wraps` gave the attributes of one."""
    return isinstance(owner, DecoratedFunction) or isinstance(getattr(owner, "__wrapped__", None), DecoratedFunction)


def put_hook(hook: Optional[Callable[[str, object], None]]) -> None:
    """Lets the traced file call the hook; None takes it away."""
    if hook is None:
        vars(builtins).pop(HOOK, None)
    else:
        setattr(builtins, HOOK, hook)
