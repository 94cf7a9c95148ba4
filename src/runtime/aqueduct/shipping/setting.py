"""What was set on a definition of the file, or on a module of the workspace, after it was made: as it travels."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any, Optional, Protocol

from aqueduct.artifacts import Artifact
from aqueduct.error import CannotShipError
from aqueduct.recording.model import Source
from aqueduct.shipping.captured_value import Names, capture_value, made_anew
from aqueduct.shipping.following import Workspace, imported_from
from aqueduct.shipping.pieces import FilePieces
from aqueduct.shipping.shipment import CapturedValue, MadeAnew, State
from aqueduct.shipping.snapshots import Change, inner_owners
from aqueduct.shipping.together import Places
from aqueduct.shipping.top_level import TopLevel
from aqueduct.source_files import try_read_source
from aqueduct.values.functions import MODULE


class _File(Protocol):
    pieces: FilePieces
    workspace: Workspace
    shown: str
    top: TopLevel

    def defined(self, name: str) -> object: ...


@dataclass(frozen=True)
class Found:
    """One thing that was set; `problem` says why it cannot travel, else `state` says how it is set again, from what."""

    key: str
    state: State
    captured: Optional[tuple[CapturedValue, Names, Names]] = None
    value: object = None
    by_value: Sequence[object] = ()
    made: Optional[MadeAnew] = None
    problem: Optional[str] = None
    source: Optional[Source] = None


class StateOf:
    """Iterates over what was set on a thing, and on what is defined in it.

    `owner` is the name of a definition of the file, or `module:` for a module; `line` is that of its binding. `places` are
    those of objects that others hold.
    """

    def __init__(self, file: _File, owner: str, value: object, line: int, places: Places) -> None:
        self._file = file
        self._owner = owner
        self._value = value
        self._line = line
        self._places = places

    def __iter__(self) -> Iterator[Found]:
        for name, owner in self._owners(self._owner, self._value):
            for change in self._file.top.snapshots.changes(owner):
                if _travels(owner, change):
                    yield self._found(name, change)
            registered = self._file.top.snapshots.registrations(owner)
            if registered:
                yield self._registered(name, owner, registered)
        if isinstance(self._value, ModuleType):
            yield from self._kept_by_imports(self._value)

    def _owners(self, name: str, owner: object) -> Iterator[tuple[str, object]]:
        """The thing itself, the classes in it, and what a module defines."""
        yield name, owner
        for part, inner in inner_owners(owner):
            yield from self._owners(f"{name}.{part}", inner)
        if isinstance(owner, ModuleType):
            for key, value in list(vars(owner).items()):
                own = getattr(value, "__module__", None) == owner.__name__ and getattr(value, "__name__", None) == key
                if own and self._file.top.snapshots.is_known(value):
                    yield from self._owners(name + key, value)

    def _found(self, name: str, change: Change) -> Found:
        key = _key(name, change.attribute)
        if change.is_deleted:
            return Found(key, State(name, change.attribute, None, "delete"))
        state = State(name, change.attribute, key, "fill" if change.was_there else "set")
        folder = self._file.workspace.folder
        made = made_anew(key, change.value, folder, self._line)
        if made is not None:
            return Found(key, state, made=made)
        try:
            by_value = _in_its_place(key, change.value)
            elsewhere = {number: place for number, place in self._places.items() if number != id(change.value)}
            captured = capture_value(key, change.value, self._file.defined, folder, by_value=by_value, places=elsewhere)
            place = self._place_of(change.attribute)
            names = _names_in(captured)
            return Found(key, replace(state, names=names), captured, change.value, by_value, source=place)
        except CannotShipError as error:
            message = f"Operators do not see what is set here: {error}"
            return Found(key, state, problem=message, source=self._place_of(change.attribute))

    def _registered(self, name: str, owner: object, kinds: list[type]) -> Found:
        key = _key(name, "register")
        value: list[Any] = [(kind,) if isinstance(owner, type) else (kind, owner.registry[kind]) for kind in kinds]  # type: ignore[attr-defined]
        captured = capture_value(key, value, self._file.defined, self._file.workspace.folder)
        return Found(key, State(name, "register", key, "register", names=_names_in(captured)), captured=captured)

    def _kept_by_imports(self, module: ModuleType) -> Iterator[Found]:
        """Names that a module imported from another one, which has given its own another value since: they keep the former."""
        source = try_read_source(str(getattr(module, "__file__", None) or ""))
        if source is None:
            return
        package = module.__name__ if hasattr(module, "__path__") else module.__name__.rpartition(".")[0]
        for other, name, alias in imported_from(source.tree, package):
            changed = sys.modules.get(other)
            changes = (
                {} if changed is None else {each.attribute: each for each in self._file.top.snapshots.changes(changed)}
            )
            kept = vars(module).get(alias)
            if name in changes and alias in vars(module) and kept is not changes[name].value:
                yield self._found(f"{module.__name__}:", Change(alias, kept))

    def _place_of(self, attribute: str) -> Optional[Source]:
        """Where the file sets an attribute of this name."""
        tree = self._file.pieces.source.tree
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == attribute and not isinstance(node.ctx, ast.Load):
                return self._file.pieces.source.range_of(node, self._file.shown)
        return None


def _in_its_place(key: str, value: object) -> list[object]:
    """Functions and classes that bear the name of what they replaced (`functools.wraps`), which names the former there."""
    if isinstance(value, (staticmethod, classmethod)):
        return _in_its_place(key, value.__func__)
    if isinstance(value, property):
        return [each for part in (value.fget, value.fset, value.fdel) for each in _in_its_place(key, part)]
    return [value] if getattr(value, "__qualname__", None) == key.rpartition(":")[2] else []


def _names_in(captured: tuple[CapturedValue, Names, Names]) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for module, name in captured[1] | captured[2] if module == MODULE)


def _key(owner: str, attribute: str) -> str:
    return owner + attribute if owner.endswith(":") else f"{owner}.{attribute}"


def _travels(owner: object, change: Change) -> bool:
    """Not artifacts, which structure the file and are passed as arguments; not a submodule, which its import sets."""
    if isinstance(owner, ModuleType) and isinstance(change.value, ModuleType):
        return sys.modules.get(f"{owner.__name__}.{change.attribute}") is not change.value
    return not isinstance(change.value, Artifact)
