"""The `shipments` of a trace: what travels with each operator of each workflow, as digests of blobs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from aqueduct.recording.graph import Ids
from aqueduct.recording.membership import unpublished
from aqueduct.recording.model import OperatorRecord
from aqueduct.recording.recorder import Recorder
from aqueduct.reuse import reuse_digest
from aqueduct.shipping.canonical import canonical
from aqueduct.shipping.definitions_blob import definitions_document, shared_bindings, shared_holds
from aqueduct.shipping.inheriting import with_inherited
from aqueduct.shipping.requirements import inferred_requirements
from aqueduct.shipping.shipment import Shipment
from aqueduct.store.blobs import put_blob


class Builder:
    """Puts what is shipped into a folder of blobs; `file_requirements` are those of the whole file, where it says any."""

    def __init__(self, folder: Path, blobs: Path, file_requirements: Optional[Sequence[str]]) -> None:
        self.folder = folder
        self.blobs = blobs
        self.file_requirements = file_requirements
        self._shared_blob: Optional[str] = None
        self._holds: dict[str, list[str]] = {}

    def shipments(self, recorder: Recorder) -> list[dict[str, Any]]:
        """One entry per workflow of the graph, in its order."""
        operators = recorder.recorded
        ids = Ids(operators)
        shipments = [shipment for record in operators for shipment in _shipments(record)]
        shared = shared_bindings(shipments)
        self._holds = shared_holds(shipments)
        shipped = with_inherited(operators, self.folder)
        built = {
            id(record): self._operator(ids.of_operator(record), record, shipped.get(id(record)), shared)
            for record in operators
        }
        groups = [(publish.name, publish.members) for publish in recorder.publishes]
        rest = unpublished(recorder.operators, recorder.publishes)
        named: list[tuple[Optional[str], list[OperatorRecord]]] = [*groups, *([(None, rest)] if rest else [])]
        return [{"workflow": name, "operators": [built[id(record)] for record in records]} for name, records in named]

    def _operator(
        self, name: str, record: OperatorRecord, shipment: Optional[Shipment], shared: Mapping[str, Any]
    ) -> dict[str, Any]:
        files = {path: (self.folder / path).read_bytes() for path in (shipment.paths if shipment else [])}
        values = sorted(shipment.values.values(), key=lambda value: value.name) if shipment else []
        entry: dict[str, Any] = {
            "id": name,
            "code": None if shipment is None else self._code(shipment, shared),
            "values": [
                {
                    "name": value.name,
                    "blob": put_blob(self.blobs, value.data),
                    "encoding": value.encoding,
                    "size": len(value.data),
                }
                for value in values
            ],
            "modules": [{"path": path, "blob": put_blob(self.blobs, data)} for path, data in sorted(files.items())],
            "python": _python(shipment, [value.encoding for value in values]),
            "requirements": self._requirements(shipment),
            "reuse": reuse_digest(record.kind, record.details, shipment, files),
            "stable": all(value.stable for value in values),
        }
        if record.parameter is not None:
            default = record.parameter.encoded
            entry["parameter"] = {
                "blob": put_blob(self.blobs, default.data),
                "encoding": default.encoding,
                "type": default.type,
            }
        return entry

    def _code(self, shipment: Shipment, shared: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "definitions": self._definitions(shipment, shared),
            "file": shipment.file,
            "function": shipment.function,
            "line": shipment.line,
            "endLine": shipment.end_line,
            "module": shipment.module,
            "roots": shipment.roots,
            "laterRoots": list(shipment.later_roots),
            "workingFolder": shipment.working_folder,
        }

    def _definitions(self, shipment: Shipment, shared: Mapping[str, Any]) -> str:
        """The blob of definitions, made once for all operators that share it."""
        own = shipment.generated is not None or shipment.function_pickle is not None
        if (
            own
            or shipment.state
            or shipment.levels
            or shipment.together
            or any(shared[name] != pieces for name, pieces in shipment.bindings().items())
        ):
            return put_blob(self.blobs, canonical(definitions_document(shipment, shared, self._holds)))
        if self._shared_blob is None:
            self._shared_blob = put_blob(self.blobs, canonical(definitions_document(shipment, shared, self._holds)))
        return self._shared_blob

    def _requirements(self, shipment: Optional[Shipment]) -> list[str]:
        if shipment is None:
            return []
        if shipment.generated is not None:
            return ["pandas"]
        if shipment.requirements is not None:
            return list(shipment.requirements)
        if self.file_requirements is not None:
            return list(self.file_requirements)
        return inferred_requirements(shipment.imports)


def _shipments(record: OperatorRecord) -> list[Shipment]:
    """What an operator itself ships, and what the value of a parameter does."""
    given = record.parameter.shipment if record.parameter is not None else None
    return [each for each in (record.shipment, given) if each is not None]


def _python(shipment: Optional[Shipment], encodings: Sequence[str]) -> Optional[str]:
    if shipment is None or not (shipment.has_code or shipment.function_pickle is not None or "pickle" in encodings):
        return None
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
