"""Pickles of captured values: what the file defines is referred to by one fixed module, the rest travels by value."""

from __future__ import annotations

import enum
import functools
import gc
import hashlib
import io
import logging
import pickle
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CellType, CodeType, FunctionType, MappingProxyType
from typing import Any, Optional

from aqueduct._vendor.cloudpickle import cloudpickle as _untyped
from aqueduct.definitions.rebuild import cached, code_under_folder, path_under_folder, with_dictionary
from aqueduct.definitions.state import own_attributes
from aqueduct.error import CannotShipError
from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.objects import home_of, is_importable, is_living, is_wrapper, says_another_module
from aqueduct.shipping.pickle_parts import InPlace, Known, Last, references
from aqueduct.shipping.remakes import reduced
from aqueduct.shipping.together import Held, Place, Places, held_in
from aqueduct.source_files import relative_to
from aqueduct.values.functions import MODULE, function_of_module
from aqueduct.values.pickles import specialization
from aqueduct.values.type_names import type_name

cloudpickle: Any = _untyped
_DIGEST_UP_TO = 16 * 1024 * 1024
_STANDARD_STREAMS = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")


Defined = Callable[[str], object]
"""What a definition of the file binds a name to; None for a name that is bound in any other way."""


@dataclass(frozen=True)
class Pickled:
    """Bytes, the global names that they refer to (module, qualified name), and whether code travels in them.

    `loads` are names that this code looks up when it runs, in the file or (module, "") in another module. `is_numbered`: numbers that
    count things of the trace stand in them. `left_out` says what of a value does not travel with it. `held` are objects in
    it of which it matters whether another value holds them too.
    """

    data: bytes
    references: frozenset[tuple[str, str]]
    has_code: bool
    loads: frozenset[tuple[str, str]]
    is_numbered: bool = False
    left_out: tuple[str, ...] = ()
    held: Held = field(default_factory=dict)


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    def __init__(
        self,
        sink: Any,
        defined: Defined,
        folder: Path,
        *,
        positions: bool,
        remakes: bool = True,
        tried: frozenset[int] = frozenset(),
        by_value: Sequence[object] = (),
        placed: Sequence[tuple[object, Place]] = (),
    ) -> None:
        super().__init__(sink, protocol=4)
        self._remakes = remakes
        self._tried = tried
        self._defined = defined
        self._folder = folder
        self._positions = positions
        self._by_value = by_value
        self._placed = [(each, InPlace(place)) for each, place in placed]
        self._renamed: list[tuple[Any, str]] = []
        self.has_code = False
        self.loads: set[tuple[str, str]] = set()
        self.is_numbered = False
        self.left_out: list[str] = []
        self.last: Any = None
        self.whole: set[int] = set()
        self._cells: set[int] = set()

    def dump(self, obj: Any) -> None:
        """Pickles an object; what is placed is looked up there first, and stands for itself in the rest."""
        if self._placed:
            obj = Last(*(place for _, place in self._placed), Known(), obj)
        super().dump(obj)

    def _know_placed(self) -> Any:
        pickler: Any = self
        memo = pickler.memo.copy()
        for each, place in self._placed:
            memo[id(each)] = (memo[id(place)][0], each)
        pickler.memo = memo
        return int, ()

    def held(self) -> Held:
        """What it has pickled, by identity."""
        written = [each for _, each in self.memo.copy().values()]
        named = [each for each in written if isinstance(each, (FunctionType, DecoratedFunction)) or is_wrapper(each)]
        return held_in(written, frozenset(id(each) for each in named) - self.whole)

    def reducer_override(self, obj: Any) -> Any:
        self.last = obj
        if any(obj is each for each in self._by_value):
            return self._whole(obj)
        if isinstance(obj, Known):
            return self._know_placed()
        if isinstance(obj, type) and specialization(obj) is not None:
            return specialization(obj)
        if isinstance(obj, (FunctionType, type, DecoratedFunction)):
            if self._is_of_file(obj):
                return self._by_name(obj)
            if isinstance(obj, DecoratedFunction):
                return _same, (obj.raw,)
            if isinstance(obj, type):
                _track(obj)
            elif cloudpickle._whichmodule(obj, obj.__qualname__) == MODULE:
                # Pickle finds it in the file, where nothing defines it: `exec` does not say where.
                return self._dynamic_function_reduce(obj)
        elif type(obj) is MappingProxyType:
            return MappingProxyType, (gc.get_referents(obj)[0],)  # a view stays one of what it is a view of
        elif isinstance(obj, CellType) and id(obj) in self._cells:
            return CellType, ()  # filled by the functions that share it
        elif is_wrapper(obj) and self._is_of_file(obj):
            return self._by_name(obj)
        elif isinstance(obj, functools._lru_cache_wrapper) and not is_importable(obj):
            return _cache(obj)
        elif isinstance(obj, CodeType):
            return self._code(obj)
        elif isinstance(obj, enum.Enum) and type(obj).__members__.get(obj.name) is obj:
            # Most Pythons take it by its value, which need not equal itself elsewhere.
            return getattr, (type(obj), obj.name)
        elif isinstance(obj, logging.Logger):
            return logging.getLogger, (obj.name,)
        elif isinstance(obj, Path) and obj.is_absolute():
            relative = relative_to(str(obj), self._folder)
            if relative is not None:
                return path_under_folder, (relative,)
        elif self._remakes and (remade := self._remade(obj)) is not None:
            return remade
        elif is_living(obj):
            stream = next((name for name in _STANDARD_STREAMS if getattr(sys, name) is obj), None)
            if stream is not None:
                return getattr, (sys, stream)
            raise CannotShipError(type_name(obj))
        elif any(own_attributes(obj) is each for each, _ in self._placed):
            return with_dictionary, (type(obj), vars(obj))
        reduced = super().reducer_override(obj)
        if isinstance(obj, type) and not self._positions and isinstance(reduced, tuple) and len(reduced) > 2:
            reduced[2][0].pop("__firstlineno__", None)  # a class that travels by value, from Python 3.13 on
        return reduced

    def _whole(self, obj: Any) -> Any:
        """What has taken the place that its name leads to: by name it would be what was there before."""
        if isinstance(obj, FunctionType):
            return self._dynamic_function_reduce(obj)
        if isinstance(obj, functools._lru_cache_wrapper):
            return _cache(obj)
        _track(obj)
        return cloudpickle._dynamic_class_reduce(obj)

    def _remade(self, obj: Any) -> Any:
        """What is made anew there. What it holds is tried on its own, and taken for granted while that is done: it may hold itself."""
        if id(obj) in self._tried:
            return self._numbered(reduced(obj, lambda held: False, lambda sentence: None))
        tried = self._tried | {id(obj)}

        def ships(held: object) -> bool:
            try:
                pickled(held, self._defined, self._folder, tried=tried)
            except CannotShipError:
                return False
            return True

        return self._numbered(reduced(obj, ships, self.left_out.append))

    def _numbered(self, written: Any) -> Any:
        if written is None:
            return None
        self.is_numbered = True
        if self._positions:
            return written
        make, (kind, _, *arguments), *rest = written
        if rest:
            rest[0] = (0, rest[0][1])
        return (make, (kind, 0, *arguments), *rest)

    def restore(self) -> None:
        """Gives what was pickled by name its own module back."""
        for obj, module in self._renamed:
            obj.__module__ = module

    def _is_of_file(self, obj: Any) -> bool:
        """Whether a definition of the file gives the object by its qualified name."""
        if getattr(obj, "__module__", None) not in ("__main__", MODULE) and not says_another_module(obj):
            return False
        first, *rest = str(getattr(obj, "__qualname__", "")).split(".")
        found: Any = self._defined(first)
        for part in rest:
            found = getattr(found, part, None)
        return found is obj or (isinstance(found, DecoratedFunction) and found.raw is obj)

    def _by_name(self, obj: Any) -> str:
        if obj.__module__ != MODULE:
            self._renamed.append((obj, obj.__module__))
            obj.__module__ = MODULE  # pickle asks the object itself which module it is of
        return str(obj.__qualname__)

    def _code(self, code: CodeType) -> Any:
        self.has_code = True
        relative = relative_to(code.co_filename, self._folder)
        plain = code.replace(co_filename=relative or code.co_filename)
        if not self._positions:
            plain = plain.replace(co_firstlineno=1, co_filename="", **_NO_LINES)
        reduced = cloudpickle._code_reduce(plain)
        return code_under_folder, (relative is not None, *reduced[1])

    def _dynamic_function_reduce(self, func: FunctionType) -> Any:
        """A function that travels as code sees the globals of its own module there, not a copy of what it loads of them."""
        home = home_of(func)
        self.whole.add(id(func))
        if home is None:
            return super()._dynamic_function_reduce(func)
        names = sorted(cloudpickle._extract_code_globals(func.__code__))
        self.loads |= {(MODULE, name) for name in names} if home == MODULE else {(home, "")}
        code = super()._function_getnewargs(func)[0]
        state, slots = cloudpickle._function_getstate(func)
        cells = func.__closure__
        self._cells |= {id(cell) for cell in cells or ()}
        filled = None if cells is None else tuple(_filled_as(cell) for cell in cells)
        slots = {**slots, "__globals__": {}, "__closure__": filled, "_cloudpickle_submodules": []}
        made = (code, home, tuple(names) if home == MODULE else (), cells)
        return function_of_module, made, (state, slots), None, None, cloudpickle._function_setstate

    def _function_getnewargs(self, func: FunctionType) -> Any:
        code, base_globals, *rest = super()._function_getnewargs(func)
        base_globals.pop("__file__", None)
        if base_globals.get("__name__") == "__main__":
            base_globals["__name__"] = MODULE
        return (code, base_globals, *rest)


def pickled(
    value: object,
    defined: Defined,
    folder: Path,
    *,
    positions: bool = True,
    remakes: bool = True,
    tried: frozenset[int] = frozenset(),
    by_value: Sequence[object] = (),
    places: Optional[Places] = None,
) -> Pickled:
    """Pickles a value of a file whose definitions `defined` knows.

    Without `positions` the bytes stay the same when lines move and other things are counted before; they are for comparing only. With
    `remakes`, locks and the like are made anew where the bytes are read; `tried` are the `id`s of those of which this value is a part.
    `by_value` are functions and classes that are not named, though a name leads to them. `places` are objects that
    definitions and modules bring along, by `id`: the value refers to them there.
    Raises CannotShipError with the name of the type that cannot travel, and in brackets why.
    """
    write = functools.partial(_pickled, value, defined, folder, positions, remakes, tried, by_value)
    found = write(())
    placed = [(each, places[key]) for key, each in found.held.items() if key in places] if places else []
    if not placed:
        return found
    again = write(placed)
    held = {key: each for key, each in again.held.items() if key not in (places or {})}
    return replace(again, references=again.references | {place for _, place in placed}, held=held)


def _pickled(
    value: object,
    defined: Defined,
    folder: Path,
    positions: bool,
    remakes: bool,
    tried: frozenset[int],
    by_value: Sequence[object],
    placed: Sequence[tuple[object, Place]],
) -> Pickled:
    sink = io.BytesIO()
    pickler = _Pickler(
        sink, defined, folder, positions=positions, remakes=remakes, tried=tried, by_value=by_value, placed=placed
    )
    try:
        pickler.dump(value)
    except CannotShipError:
        raise
    except Exception as error:
        raise CannotShipError(_culprit(value, pickler.last, error)) from error
    finally:
        pickler.restore()
    data = sink.getvalue()
    return Pickled(
        data,
        frozenset(references(data)),
        pickler.has_code,
        frozenset(pickler.loads),
        pickler.is_numbered,
        tuple(dict.fromkeys(pickler.left_out)),
        pickler.held(),
    )


def _culprit(value: object, last: object, error: Exception) -> str:
    """What pickle stopped at: it looks at a value before it asks that how to write it."""
    if re.fullmatch("cannot pickle '.*' object", str(error)):
        return type_name(last)
    return f"{type_name(value)} ({error})"


def digest_of(value: object, defined: Defined, folder: Path) -> Optional[bytes]:
    """Tells by comparing whether what an object holds has changed; None for what cannot be pickled, or takes more than 16 MB."""
    sink = _Digest()
    pickler = _Pickler(sink, defined, folder, positions=True)
    try:
        pickler.dump(value)
    except Exception:  # noqa: BLE001 - whatever an object says against being pickled, only its identity tells then
        return None
    finally:
        pickler.restore()
    return sink.digest()


class _Digest:
    """A file that keeps nothing of what is written to it but its digest."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: Any) -> int:
        self._size += len(data)
        if self._size > _DIGEST_UP_TO:
            raise CannotShipError("too large")
        self._hash.update(data)
        return len(data)

    def digest(self) -> bytes:
        return self._hash.digest()


def _filled_as(cell: CellType) -> CellType:
    """Another cell, with what one holds."""
    try:
        return CellType(cell.cell_contents)
    except ValueError:  # nothing yet
        return CellType()


def is_stable(data: bytes, again: Callable[[object], bytes]) -> bool:
    """Whether bytes stay the same when the value is made anew: sets of objects, for one, are ordered by addresses."""
    first = pickle.loads(data)
    one = again(first)
    second = pickle.loads(one)
    return one == again(second)


def _track(kind: type) -> None:
    """cloudpickle knows classes that travel by value by a random id; one of the class's own name keeps bytes the same."""
    if kind not in cloudpickle._DYNAMIC_CLASS_TRACKER_BY_CLASS and not cloudpickle._should_pickle_by_reference(kind):
        name = f"{kind.__module__}.{kind.__qualname__}.{len(cloudpickle._DYNAMIC_CLASS_TRACKER_BY_CLASS)}"
        identifier = hashlib.sha256(name.encode()).hexdigest()[:32]
        cloudpickle._DYNAMIC_CLASS_TRACKER_BY_CLASS[kind] = identifier
        cloudpickle._DYNAMIC_CLASS_TRACKER_BY_ID[identifier] = kind


def _cache(function: Any) -> Any:
    return cached, (function.__wrapped__, *function.cache_parameters().values())


def _same(value: Any) -> Any:
    return value


_NO_LINES: dict[str, Any] = (
    {"co_linetable": b""} if hasattr((lambda: 0).__code__, "co_linetable") else {"co_lnotab": b""}
)
