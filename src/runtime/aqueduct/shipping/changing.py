"""What operators change of the file's globals: each has copies of its own, so no operator after it sees that."""

from __future__ import annotations

import ast
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

from aqueduct.recording.model import Source
from aqueduct.shipping.listed import listed
from aqueduct.shipping.pieces import FilePieces, Piece
from aqueduct.shipping.shipment import Shipment

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_METHODS = frozenset({
    "add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert", "pop", "popitem", "popleft",
    "remove", "reverse", "setdefault", "sort", "update",
})  # fmt: skip
_CODE = "change-not-seen"


@dataclass
class _Call:
    """A recorded call of an operator: what it reaches, and the line of the top level that it stands on."""

    operator: str
    shipment: Shipment
    line: Optional[int]
    pieces: list[Piece] = field(default_factory=list)
    changes: dict[str, ast.expr] = field(default_factory=dict)


@dataclass
class _Drawing:
    """The calls that take a generator of random numbers along as it is now, and the statement that made it."""

    place: Source
    calls: list[str] = field(default_factory=list)


class Changes:
    """Compares what the calls of a file change with what later ones read; `shown` is the file's name in what is told."""

    def __init__(self, file: FilePieces, namespace: Mapping[str, Any], shown: str) -> None:
        self._file = file
        self._namespace = namespace
        self._shown = shown
        self._changing: list[_Call] = []
        self._of_pieces: dict[Piece, list[tuple[str, ast.expr]]] = {}
        self._found: dict[str, dict[str, None]] = {}
        self._places: dict[str, ast.expr] = {}
        self._generators: dict[tuple[str, bytes], _Drawing] = {}

    def called(self, operator: str, shipment: Shipment, line: Optional[int], assigned: Callable[[str], Source]) -> None:
        """Takes a call, as the file comes to it; `assigned` gives the statement that bound a global."""
        pieces = list({piece for pieces in shipment.pieces.values() for piece in pieces})
        changes: dict[str, ast.expr] = {}
        for piece in sorted(pieces, key=lambda piece: piece.line):
            if piece not in self._of_pieces:
                self._of_pieces[piece] = list(_changes(piece))
            for name, node in self._of_pieces[piece]:
                changes.setdefault(name, node)
        call = _Call(operator, shipment, line, pieces, changes)
        for earlier in self._changing:
            if earlier.operator != operator:
                self._compare(earlier, call)
        if changes:
            self._changing.append(call)
        for name, captured in shipment.globals().items():
            if _is_generator(self._namespace.get(name)):
                key = name, captured.data
                if key not in self._generators:
                    self._generators[key] = _Drawing(assigned(name))
                self._generators[key].calls.append(operator)

    def tell(self, report: Callable[[str, str, Optional[Source], str], None]) -> None:
        """Gives a sentence for each global."""
        for name, readers in self._found.items():
            changer = next(call.operator for call in self._changing if name in call.changes)
            node = self._places[name]
            message = (
                f"`{changer}` changes `{name}` here, which {listed(list(readers))} {'does' if len(readers) == 1 else 'do'} not see: "
                "operators run in processes of their own. Return it, and pass it on as an argument"
            )
            report(_CODE, message, self._file.source.range_of(node, self._shown), "warning")
        for (name, _), drawing in self._generators.items():
            if len(drawing.calls) > 1:
                drawn = list(dict.fromkeys(drawing.calls))
                what = listed(drawn) if len(drawn) > 1 else f"every call of `{drawn[0]}`"
                message = (
                    f"`{name}` gives the same numbers in {what}: each operator has a copy of its own. "
                    "Make a generator inside the operators, each with a seed of its own"
                )
                report(_CODE, message, drawing.place, "information")

    def _compare(self, earlier: _Call, later: _Call) -> None:
        for name, node in earlier.changes.items():
            if name not in later.changes and _reads(later, name) and not self._is_bound_between(name, earlier, later):
                self._found.setdefault(name, {})[later.operator] = None
                self._places.setdefault(name, node)

    def _is_bound_between(self, name: str, earlier: _Call, later: _Call) -> bool:
        """The top level itself gives it another value in between."""
        if earlier.line is None or later.line is None:
            return False
        return any(earlier.line <= line <= later.line for line in self._file.bound_lines.get(name, []))


def _reads(call: _Call, name: str) -> bool:
    owner, _, attribute = name.partition(".")
    if not attribute:
        return call.shipment.captures(owner)
    return owner in call.shipment.pieces and any(
        isinstance(node, ast.Attribute) and node.attr == attribute and getattr(node.value, "id", None) == owner
        for piece in call.pieces
        for node in ast.walk(piece.node)
    )


def _changes(piece: Piece) -> Iterator[tuple[str, ast.expr]]:
    """Globals that the functions of a piece bind, fill or set attributes of; these as `Owner.attribute` too."""
    if piece.kind != "definition":
        return
    for node in ast.walk(piece.node):
        if isinstance(node, _FUNCTIONS):
            yield from _changes_by(node, piece.loads.deferred | piece.loads.eager)


def _changes_by(function: Any, loaded: frozenset[str]) -> Iterator[tuple[str, ast.expr]]:
    own = [node for statement in _body(function) for node in _within(statement)]
    stated = {name for node in own if isinstance(node, ast.Global) for name in node.names}
    bound = {node.id: node for node in own if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    local = {each.arg for each in every if each is not None} | (bound.keys() - stated)
    yield from ((name, bound[name]) for name in sorted(stated & bound.keys()))
    for node in (each for each in own if isinstance(each, ast.expr)):
        for name in _filled(node):
            owner = name.partition(".")[0]
            if owner in loaded and owner not in local:
                yield name, node


def _filled(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        if node.func.attr in _METHODS:
            yield node.func.value.id
    elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.value, ast.Name):
        if isinstance(node.ctx, ast.Load):
            return
        yield node.value.id
        if isinstance(node, ast.Attribute):
            yield f"{node.value.id}.{node.attr}"


def _body(function: Any) -> list[ast.AST]:
    return function.body if isinstance(function.body, list) else [function.body]


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what is in it, but for the bodies of functions and classes, which have names of their own."""
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _within(child)


def _is_generator(value: object) -> bool:
    """Whether a value gives other random numbers each time it is asked."""
    kinds: tuple[Any, ...] = (random.Random,)
    numpys = sys.modules.get("numpy.random")
    if numpys is not None:
        kinds += (numpys.Generator, numpys.RandomState)
    return isinstance(value, kinds) and not isinstance(value, random.SystemRandom)
