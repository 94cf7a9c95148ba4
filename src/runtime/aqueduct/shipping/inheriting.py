"""What an operator needs to read the values that earlier operators made, though its own code never names it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aqueduct.recording.model import OperatorRecord
from aqueduct.shipping.shipment import Shipment
from aqueduct.source_files import try_read_source


def with_inherited(operators: Sequence[OperatorRecord], folder: Path) -> dict[int, Shipment]:
    """Shipments by the `id` of their operator, with what the classes of earlier operators' values need.

    An instance travels as the name of its class and its state; the methods of that class may load captured values, and
    a class of a workspace module needs that module.
    """
    found: dict[int, Shipment] = {}
    for operator in operators:
        own = operator.shipment
        if own is not None:
            for earlier in _upstream(operator):
                if earlier.shipment is not None:
                    own = _joined(own, earlier.shipment, folder)
            found[id(operator)] = own
    return found


def _upstream(operator: OperatorRecord) -> list[OperatorRecord]:
    found: dict[int, OperatorRecord] = {}
    pending = [artifact.producer for artifact in operator.inputs]
    while pending:
        producer = pending.pop(0)
        if id(producer) not in found:
            found[id(producer)] = producer
            pending += [artifact.producer for artifact in producer.inputs]
    return list(found.values())


def _joined(own: Shipment, earlier: Shipment, folder: Path) -> Shipment:
    needed = _names_of_classes(earlier)
    known = own.values.keys() | own.bindings().keys()
    values = {name: value for name, value in earlier.values.items() if name in needed and name not in known}
    modules = [path for path in earlier.paths if path.endswith(".py")]
    paths = modules if any(_defines_class(folder / path) for path in modules) else []
    return replace(
        own,
        values={**own.values, **values},
        paths=sorted({*own.paths, *paths}),
        roots=sorted({*own.roots, *(earlier.roots if paths else [])}),
    )


def _names_of_classes(shipment: Shipment) -> set[str]:
    """Names that the shipped classes of a file load, through whatever functions they call."""
    pending = [name for name, pieces in shipment.pieces.items() for piece in pieces if isinstance(piece.node, ast.ClassDef)]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [other for piece in shipment.pieces.get(name, []) for other in piece.loads.all()]
    return found


def _defines_class(path: Path) -> bool:
    source = try_read_source(str(path))
    return source is not None and any(isinstance(node, ast.ClassDef) for node in ast.walk(source.tree))
