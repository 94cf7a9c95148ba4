"""Whether a global is a definition of the file, and which of its statements made it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from types import FunctionType, ModuleType
from typing import Any, Optional

from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.objects import is_wrapper
from aqueduct.shipping.pieces import FilePieces, Imported, Piece, import_piece

_TYPING_MODULES = ("typing", "typing_extensions", "types")
_TYPING_KINDS = ("GenericAlias", "UnionType", "TypeVar", "ParamSpec", "TypeVarTuple", "NewType", "TypeAliasType")


Made = Mapping[tuple[str, int], object]
"""What each statement of the file bound to a name, by the name and the statement's last line."""


def piece_for(
    name: str,
    value: object,
    pieces: FilePieces,
    namespace: Mapping[str, Any],
    call_line: Optional[int],
    made: Optional[Made] = None,
) -> Optional[list[Piece]]:
    """The pieces that bind a name to its present value; None where it is data.

    `import a.b` and `import a.c` both bind `a`, hence several. `made` tells a definition from what took its place later
    (`f = traced(f)`).
    """
    candidates = pieces.named(name)
    if isinstance(value, ModuleType):
        return _module(name, value, candidates, pieces)
    imported = [piece for piece in candidates if piece.imported is not None and _gives(piece.imported, value)]
    if imported:
        return imported[-1:]
    for star in pieces.stars:
        if _gives(Imported(star.module, name), value):
            return [import_piece(name, Imported(star.module, name), star.line, star.node)]
    definitions = [piece for piece in candidates if piece.kind == "definition"]
    statements = [piece for piece in definitions if not piece.is_assignment()]
    assigned = [piece for piece in definitions if piece.is_assignment()]
    line = _line_of(value, pieces)
    if line is not None:
        exact = [
            piece
            for piece in statements
            if piece.contains(line) and (made or {}).get((name, piece.end_line), value) is value
        ]
        exact += [piece for piece in assigned if piece.contains(line) and _is_named_by(value)]
        if exact:
            return whole(exact[-1], pieces) or exact[-1:]
    if statements and len(statements) == len(pieces.bound_lines.get(name, [])) and not _is_plain(value):
        return [_latest(statements, call_line)]
    if statements and isinstance(value, type) and value.__module__ == "__main__" and value.__qualname__ == name:
        return [_latest(statements, call_line)]
    if statements and _came_by_import(statements, value):
        return [_latest(statements, call_line)]
    if assigned and _is_typing_construct(name, value):
        return [_latest(assigned, call_line)]
    return None


def whole(piece: Piece, pieces: FilePieces) -> Optional[list[Piece]]:
    """A piece behind those that it is made from under its own name, as in `load = op(load)`; None where that was a value."""
    own = set(piece.names) & piece.loads.eager if piece.is_assignment() else set()
    before: list[Piece] = []
    for name in sorted(own):
        former = [other for other in pieces.named(name) if other.line < piece.line]
        made = whole(former[-1], pieces) if former and not _is_value(former[-1]) else None
        if made is None:
            return None
        before += made
    return [*before, piece]


def _is_value(piece: Piece) -> bool:
    """An assignment that gives whatever a call gave then, unless it makes an operator of a definition."""
    return piece.is_assignment() and not set(piece.names) & piece.loads.eager


def _module(name: str, value: ModuleType, candidates: list[Piece], pieces: FilePieces) -> list[Piece]:
    compound = [piece for piece in candidates if piece.kind == "definition" and not piece.is_assignment()]
    if compound:
        return compound[-1:]
    exact = [piece for piece in candidates if piece.imported is not None and _names_module(piece.imported, value)]
    if exact:
        return exact if all(piece.imported and piece.imported.whole_path for piece in exact) else exact[-1:]
    line = pieces.bound_lines.get(name, [1])[0]
    return [import_piece(name, Imported(value.__name__), line, pieces.source.tree.body[0])]


def _names_module(imported: Imported, value: ModuleType) -> bool:
    if imported.attribute is not None:
        return _gives(imported, value)
    wanted = imported.module.partition(".")[0] if imported.whole_path else imported.module
    return sys.modules.get(wanted) is value


def _gives(imported: Imported, value: object) -> bool:
    """Whether an import still gives this very object."""
    if imported.attribute is None:
        return False
    missing = object()
    module = sys.modules.get(imported.module)
    if module is None:
        return False
    found = getattr(module, imported.attribute, missing)
    return found is value


def _line_of(value: object, pieces: FilePieces) -> Optional[int]:
    """The line of the file's top level at which a function or class was made."""
    path = pieces.source.path
    if isinstance(value, DecoratedFunction):
        return value.home.line if value.home is not None and value.home.file == path else None
    if isinstance(value, type):
        if value.__module__ != "__main__":
            return None
        known = vars(value).get("__firstlineno__")
        if isinstance(known, int):
            return known
        members = [member for member in vars(value).values() if isinstance(member, FunctionType)]
        own = [member.__code__ for member in members if member.__qualname__.startswith(value.__qualname__ + ".")]
        return next((code.co_firstlineno for code in own if code.co_filename == path), None)
    function = inspect.unwrap(value) if is_wrapper(value) else value  # type: ignore[arg-type]
    if not isinstance(function, FunctionType) or function.__code__.co_filename != path:
        return None
    return function.__code__.co_firstlineno


def _is_named_by(value: object) -> bool:
    """A lambda, class or operator that an assignment made itself, rather than the result of a call."""
    if isinstance(value, FunctionType):
        return value.__code__.co_name == "<lambda>" and "<locals>" not in value.__qualname__
    return isinstance(value, (type, DecoratedFunction))


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, (bool, int, float, str, bytes))


def _came_by_import(statements: list[Piece], value: object) -> bool:
    """What a `try: from a import b` bound: a function or class of another module."""
    return isinstance(value, (type, FunctionType)) and getattr(value, "__module__", None) != "__main__"


def _is_typing_construct(name: str, value: object) -> bool:
    if isinstance(value, type):  # `make_dataclass` and the like say in which module they stand themselves
        return value.__qualname__ == name and getattr(sys.modules.get(value.__module__), name, None) in (None, value)
    kind = type(value)
    if inspect.isfunction(value):  # NewType before Python 3.10
        return value.__module__ == "typing" or hasattr(value, "__supertype__")
    return kind.__module__ in _TYPING_MODULES and (kind.__name__ in _TYPING_KINDS or kind.__name__.endswith("Alias"))


def _latest(pieces: list[Piece], call_line: Optional[int]) -> Piece:
    before = [piece for piece in pieces if call_line is None or piece.line <= call_line]
    return (before or pieces)[-1]
