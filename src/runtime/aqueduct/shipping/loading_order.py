"""Whether what a call ships can be bound again in some order, with the values that its definitions saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Optional

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


def cycles(shipment: Shipment, named_by: Mapping[str, set[str]]) -> Iterator[OrderProblem]:
    """Values that name a definition which cannot be made without them; `named_by` are the names in each value's pickle."""
    for name in sorted(named_by):
        for definition in sorted(named_by[name]):
            for piece in shipment.pieces.get(definition, []):
                if name in _needed_to_make(piece, shipment):
                    message = (
                        f"`{name}` holds `{definition}`, and `{definition}` cannot be made without `{name}`: "
                        f"fill `{name}` inside a function that the operator calls"
                    )
                    yield OrderProblem("cannot-order", message, name, piece)


def _needed_to_make(piece: Piece, shipment: Shipment) -> set[str]:
    """Names that must be bound before a piece: those that it loads then, and what functions that it calls load."""
    needed = set(piece.loads.eager)
    pending = sorted(piece.loads.called)
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        for other in shipment.pieces.get(name, []):
            loaded = other.loads.eager | other.loads.deferred
            needed |= loaded
            pending += sorted(loaded)
    return needed


def _shipped_pieces(shipment: Shipment) -> list[Piece]:
    return [piece for pieces in shipment.pieces.values() for piece in pieces]
