"""Whether what a call ships can be bound again in some order, with the values that its definitions saw."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

from aqueduct.shipping.names import outside_functions
from aqueduct.shipping.pieces import FilePieces, Piece
from aqueduct.shipping.shipment import Shipment


@dataclass(frozen=True)
class OrderProblem:
    """A name that a piece cannot be given as it was, and why."""

    code: str
    message: str
    name: str
    piece: Piece


def rebindings(shipment: Shipment, file: FilePieces, call_line: Optional[int]) -> Iterator[OrderProblem]:
    """Values that a definition read while it was made and that have another value at the call."""
    for piece in _shipped_pieces(shipment):
        for name in sorted(piece.loads.eager & shipment.values.keys()):
            lines = file.bound_lines.get(name, [])
            later = [line for line in lines if line > piece.end_line and (call_line is None or line <= call_line)]
            if later:
                message = (
                    f"`{name}` is given another value on line {later[0]}, after `{piece.names[0]}` read it: "
                    "give the second value a name of its own"
                )
                yield OrderProblem("rebound-in-between", message, name, piece)


def cycles(shipment: Shipment, named_by: Mapping[str, set[str]], file: FilePieces) -> Iterator[OrderProblem]:
    """Values that name a definition which cannot be made without them; `named_by` are the names in each value's pickle."""
    for name in sorted(named_by):
        for definition in sorted(named_by[name]):
            for piece in shipment.pieces.get(definition, []):
                was_there = min(file.bound_lines.get(name, [0])) <= piece.end_line
                if was_there and name in _needed_to_make(piece, shipment.pieces):
                    message = (
                        f"`{name}` holds `{definition}`, and `{definition}` cannot be made without `{name}`: "
                        f"fill `{name}` inside a function that the operator calls"
                    )
                    yield OrderProblem("cannot-order", message, name, piece)


def added_to(shipment: Shipment) -> Iterator[tuple[str, Piece]]:
    """Values that a shipped definition may load while it is made, with the first such definition."""
    yield from ((name, pieces[0]) for name, pieces in needed_by(shipment).items())


def needed_by(shipment: Shipment) -> dict[str, list[Piece]]:
    """Values that shipped definitions may load while they are made, with these definitions in the order of the file."""
    found: dict[str, list[Piece]] = {}
    for piece in sorted(_shipped_pieces(shipment), key=lambda piece: piece.line):
        for name in _needed_to_make(piece, shipment.pieces) & shipment.values.keys():
            found.setdefault(name, []).append(piece)
    return dict(sorted(found.items()))


def made_of_themselves(shipment: Shipment) -> Iterator[OrderProblem]:
    """Definitions that are made of what had their name before (`class A(A)`), which is not there any more."""
    for piece in _shipped_pieces(shipment):
        own = getattr(piece.node, "name", None)
        if own is not None and own in piece.loads.eager and own in _loaded_at_once(piece.node):
            message = (
                f"`{own}` is made of an earlier `{own}`, which has no name any more: give one of them a name of its own"
            )
            yield OrderProblem("cannot-order", message, own, piece)


def _loaded_at_once(node: ast.AST) -> set[str]:
    """Names in a definition but for its functions and its annotations, which may name what is still being made."""
    annotations = [getattr(each, field, None) for each in ast.walk(node) for field in ("annotation", "returns")]
    inside = {id(each) for annotation in annotations if annotation is not None for each in ast.walk(annotation)}
    return {each.id for each in outside_functions(node) if isinstance(each, ast.Name) and id(each) not in inside}


def rebound(name: str, earlier: Piece, later: Piece) -> OrderProblem:
    """A value that was another one when a second definition read it."""
    message = (
        f"`{name}` had another value when `{later.names[0]}` was made than when `{earlier.names[0]}` was: "
        "give the second value a name of its own"
    )
    return OrderProblem("rebound-in-between", message, name, later)


def needed_while_making(file: FilePieces) -> frozenset[str]:
    """Names that any definition of a file may load while it is made."""
    by_name: dict[str, list[Piece]] = {}
    for piece in file.pieces:
        for name in piece.names:
            by_name.setdefault(name, []).append(piece)
    return frozenset(name for piece in file.pieces for name in _needed_to_make(piece, by_name))


def _needed_to_make(piece: Piece, pieces: Mapping[str, Sequence[Piece]]) -> set[str]:
    """Names that must be bound before a piece: those that it loads then, and what functions that it calls load."""
    needed = set(piece.loads.eager)
    pending = sorted(piece.loads.called)
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        for other in pieces.get(name, []):
            loaded = other.loads.eager | other.loads.deferred
            needed |= loaded
            pending += sorted(loaded)
    return needed


def _shipped_pieces(shipment: Shipment) -> list[Piece]:
    return [piece for pieces in shipment.pieces.values() for piece in pieces]
