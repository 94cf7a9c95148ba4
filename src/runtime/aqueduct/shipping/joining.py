"""Captured values of one call that hold the same objects: they become one value."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from aqueduct.definitions.state import is_refilled
from aqueduct.shipping.captured_value import capture_value
from aqueduct.shipping.following import Workspace
from aqueduct.shipping.loading_order import cycles
from aqueduct.shipping.pieces import FilePieces
from aqueduct.shipping.shipment import CapturedValue, Shipment
from aqueduct.shipping.together import Places, sharing
from aqueduct.values.functions import MODULE

Live = dict[str, tuple[object, Sequence[object]]]
"""Captured values by name as they are in the file, each with what travels in it by value though a name leads to it."""


class _File(Protocol):
    pieces: FilePieces
    workspace: Workspace

    def defined(self, name: str) -> object: ...


class Joining:
    """Joins the values of a shipment.

    `named_by` are the definitions that each value names, `places` those of objects that others bring along.
    """

    def __init__(
        self, file: _File, shipment: Shipment, live: Live, named_by: Mapping[str, set[str]], places: Places
    ) -> None:
        self._file = file
        self._shipment = shipment
        self._live = live
        self._named_by = named_by
        self._places = places

    def join(self) -> None:
        """Lets values that hold the same objects travel as one; where each stood alone, they would hold copies."""
        values = self._shipment.values
        for names in sharing({name: values[name].held for name in self._live}):
            early = self._bound_first(names)
            places = {**self._places, **{id(self._live[name][0]): (MODULE, name) for name in early}}
            rest = [name for name in names if name not in early]
            if early:
                values.update({name: self._captured_again(name, places) for name in rest})
            for together in sharing({name: values[name].held for name in rest}):
                joined = self._captured_again(", ".join(together), places, together)
                for name in together:
                    del values[name]
                    self._shipment.together[name] = joined.name
                values[joined.name] = joined
        for name, value in list(values.items()):
            values[name] = replace(value, held={})

    def _bound_first(self, names: Sequence[str]) -> set[str]:
        """Names that definitions need which other values of the group name: those values are read later, and refer to these."""
        state = self._shipment.state
        named: set[str] = set().union(*(self._named_by.get(name, set()) for name in names))
        named |= {each for name in names if name in state for each in state[name].names}
        clashing = {each.name for each in cycles(self._shipment, dict.fromkeys(names, named), self._file.pieces)}
        return {name for name in names if name in clashing or (name in state and state[name].first is not None)}

    def _captured_again(self, key: str, places: Places, together: Sequence[str] = ()) -> CapturedValue:
        """What an owner is filled with travels as a copy of the outermost thing, since that one is where the owner is."""
        names = together or [key]
        by_value = [each for name in names for each in self._live[name][1]]
        parts, own = {}, set()
        for name in names:
            value = parts[name] = self._live[name][0]
            state = self._shipment.state.get(name)
            if state is not None and state.how == "fill":
                if together and is_refilled(value):
                    parts[name] = copy.copy(value)
                else:
                    own.add(id(value))
        others = {number: place for number, place in places.items() if number not in own}
        value = parts if together else parts[key]
        defined, folder = self._file.defined, self._file.workspace.folder
        return capture_value(key, value, defined, folder, by_value=by_value, places=others)[0]
