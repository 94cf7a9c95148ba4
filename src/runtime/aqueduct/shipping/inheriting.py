"""What an operator needs to read the values that earlier operators made, though its own code never names it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from aqueduct.recording.model import OperatorRecord
from aqueduct.shipping.shipment import CapturedValue, Shipment, State
from aqueduct.source_files import try_read_source, without_positions


@dataclass(frozen=True)
class _Inherited:
    values: Mapping[str, CapturedValue] = field(default_factory=dict)
    paths: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    later_roots: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    has_code: bool = False
    code: frozenset[str] = frozenset()
    state: Mapping[str, State] = field(default_factory=dict)
    together: Mapping[str, str] = field(default_factory=dict)

    def with_later(self, later: _Inherited) -> _Inherited:
        return _Inherited(
            {**self.values, **later.values},
            self.paths | later.paths,
            self.roots | later.roots,
            self.later_roots | later.later_roots,
            self.imports | later.imports,
            self.has_code or later.has_code,
            self.code | later.code,
            {**self.state, **later.state},
            {**self.together, **later.together},
        )


def with_inherited(operators: Sequence[OperatorRecord], folder: Path) -> dict[int, Shipment]:
    """Shipments by the `id` of their operator, with what the classes of earlier operators' values need.

    An instance travels as the name of its class and its state; the methods of that class may load captured values, and
    a class of a workspace module needs that module.
    """
    found: dict[int, Shipment] = {}
    passed_on: dict[int, _Inherited] = {}
    for operator in operators:  # recorded order: producers come before those who read them
        inherited = _Inherited()
        for artifact in operator.inputs:
            inherited = inherited.with_later(passed_on[id(artifact)])
        own = operator.shipment
        given = operator.parameter.shipment if operator.parameter is not None else None
        if given is not None:
            inherited = _of_value(given)
        if own is not None:
            found[id(operator)] = _joined(own, inherited)
            inherited = inherited.with_later(_for_later(own, folder))
        for artifact in operator.outputs:  # by artifact: its producer may have been replaced since
            passed_on[id(artifact)] = inherited
    return found


def _joined(own: Shipment, inherited: _Inherited) -> Shipment:
    if inherited == _Inherited():
        return own
    known = own.values.keys() | own.bindings().keys() | own.together.keys()
    values = {name: value for name, value in inherited.values.items() if name not in known}
    return replace(
        own,
        values={**own.values, **values},
        state={**inherited.state, **own.state},
        together={**{name: each for name, each in inherited.together.items() if name not in known}, **own.together},
        paths=sorted({*own.paths, *inherited.paths}),
        roots=sorted({*own.roots, *inherited.roots}),
        later_roots=list(dict.fromkeys([*own.later_roots, *sorted(inherited.later_roots)])),
        imports=sorted({*own.imports, *inherited.imports}),
        has_code=inherited.has_code,
        inherited_code=sorted(inherited.code),
    )


def _of_value(given: Shipment) -> _Inherited:
    """All that a parameter's value reaches: whoever takes it may call any of it."""
    return _Inherited(
        given.values,
        frozenset(given.paths),
        frozenset(given.roots),
        frozenset(given.later_roots),
        frozenset(given.imports),
        given.has_code,
        _code_of(given, given.pieces),
        given.state,
        given.together,
    )


def _for_later(shipment: Shipment, folder: Path) -> _Inherited:
    needed = _names_of_classes(shipment)
    modules = [path for path in shipment.paths if path.endswith(".py")]
    has_classes = any(_defines_class(folder / path) for path in modules)
    state = {
        key: each
        for key, each in shipment.state.items()
        if _root(each) in needed or (has_classes and ":" in each.owner)
    }
    of_state = {name for each in state.values() for name in (each.value, each.first)}
    wanted = needed | of_state
    joined = {each for name, each in shipment.together.items() if name in wanted}
    values = {name: value for name, value in shipment.values.items() if name in wanted or name in joined}
    together = {name: each for name, each in shipment.together.items() if each in joined}
    code = _code_of(shipment, needed)
    if not has_classes:
        return _Inherited(values, code=code, state=state, together=together)
    roots, later = frozenset(shipment.roots), frozenset(shipment.later_roots)
    return _Inherited(values, frozenset(modules), roots, later, code=code, state=state, together=together)


def _code_of(shipment: Shipment, names: Iterable[str]) -> frozenset[str]:
    """Definitions that a value may call, without their places: reuse depends on them, though no byte of the value may."""
    return frozenset(without_positions(piece.text) for name in names for piece in shipment.pieces.get(name, []))


def _names_of_classes(shipment: Shipment) -> set[str]:
    """Names that the shipped classes of a file load, through whatever functions they call."""
    pending = [
        name for name, pieces in shipment.pieces.items() for piece in pieces if isinstance(piece.node, ast.ClassDef)
    ]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [other for piece in shipment.pieces.get(name, []) for other in piece.loads.all()]
            pending += [other for each in shipment.state.values() if _root(each) == name for other in each.names]
    return found


def _root(state: State) -> str:
    """The definition of the file that was changed, or a part of it; empty for what lies in a module."""
    return "" if ":" in state.owner else state.owner.partition(".")[0]


def _defines_class(path: Path) -> bool:
    source = try_read_source(str(path))
    return source is not None and any(isinstance(node, ast.ClassDef) for node in ast.walk(source.tree))
