"""The captured values of a workflow file, read from their bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aqueduct.store.blobs import open_blob
from aqueduct.values import read


class Values:
    """Values by name; `together` says in which value a name stands that shares objects with other names."""

    def __init__(self, values: Sequence[Mapping[str, Any]], together: Mapping[str, str]) -> None:
        self._values = {value["name"]: value for value in values}
        self._together = together
        self._read: dict[str, Mapping[str, Any]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._values or name in self._together

    def read(self, name: str) -> Any:
        """A value, made anew at each call; what shares objects with others is read with them, once."""
        together = self._together.get(name)
        if together is None or name in self._values:
            return self._decoded(name)
        if together not in self._read:
            self._read[together] = self._decoded(together)
        return self._read[together][name]

    def _decoded(self, name: str) -> Any:
        value = self._values[name]
        with open_blob(Path(value["file"])) as opened:
            return read(opened, value["encoding"], "picklable")
