"""The reuse digest: changes with anything that an operator's code can reach, not with comments, blank lines or positions."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any, Optional

from aqueduct.shipping.canonical import canonical
from aqueduct.shipping.shipment import Shipment
from aqueduct.source_files import without_positions
from aqueduct.store.blobs import sha256


def reuse_digest(
    kind: str, details: Mapping[str, Any], shipment: Optional[Shipment], files: Mapping[str, bytes]
) -> str:
    """The digest of one operator; `files` are the shipped files by path."""
    told = {key: value for key, value in details.items() if key not in ("default", "explicit")}
    document: dict[str, Any] = {"kind": kind, "details": told}
    if shipment is not None:
        document["function"] = shipment.function
        document["module"] = shipment.module
        document["pickle"] = sha256(shipment.comparable_pickle) if shipment.comparable_pickle is not None else None
        document["generated"] = shipment.generated
        document["flags"] = list(shipment.flags)
        document["pieces"] = sorted(
            [key.partition("@")[0], [without_positions(piece.text) for piece in pieces]]
            for key, pieces in shipment.pieces.items()
        )
        if shipment.inherited_code:
            document["inherited"] = list(shipment.inherited_code)
        document["made"] = sorted([made.name, made.make, *made.arguments] for made in shipment.made.values())
        if shipment.state:
            document["state"] = sorted(
                [state.owner, state.attribute or "", state.how] for state in shipment.state.values()
            )
        document["values"] = sorted(
            [value.name, value.encoding, sha256(value.comparable)] for value in shipment.values.values()
        )
        document["files"] = sorted([path, _file_digest(path, files[path])] for path in shipment.paths)
    return sha256(canonical(document))


def _file_digest(path: str, data: bytes) -> str:
    try:
        return sha256(ast.dump(ast.parse(data)).encode("utf-8") if path.endswith(".py") else data)
    except (SyntaxError, ValueError):
        return sha256(data)  # a declared file may be a template, or Python of another time
