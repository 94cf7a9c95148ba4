"""The definitions blob: the pieces of a file that its operators reach, as docs/formats/definitions.md writes them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from aqueduct.shipping.pieces import Piece
from aqueduct.shipping.shipment import MadeAnew, Shipment, State

Bindings = Mapping[str, Any]


def shared_bindings(shipments: Iterable[Shipment]) -> dict[str, Any]:
    """What all operators of a file reach, by name; where they differ (a name defined twice) the last one's."""
    shared: dict[str, Any] = {}
    for shipment in shipments:
        shared.update(shipment.bindings())
    return shared


def shared_holds(shipments: Iterable[Shipment]) -> dict[str, list[str]]:
    """The definitions that values of any operator refer to, by the name of the value."""
    found: dict[str, set[str]] = {}
    for shipment in shipments:
        for name, named in shipment.holds.items():
            found.setdefault(name, set()).update(named)
    return {name: sorted(named) for name, named in sorted(found.items())}


def definitions_document(
    shipment: Shipment, shared: Bindings, holds: Optional[Mapping[str, Sequence[str]]] = None
) -> dict[str, Any]:
    """The blob of an operator: the same for all operators of a file unless a name means something else to it."""
    if shipment.generated is not None:
        piece = {"kind": "definition", "names": [shipment.function], "line": 1, "text": shipment.generated}
        empty: dict[str, Any] = {"eager": [], "called": [], "deferred": [], "attachedTo": []}
        return {"format": 1, "file": shipment.file, "flags": [], "pieces": [{**piece, **empty}]}
    bindings = {**shared, **shipment.bindings()}
    document: dict[str, Any] = {
        "format": 1,
        "file": shipment.definitions_file,
        "flags": list(shipment.flags),
        "pieces": [
            *_pieces(bindings),
            *(_made(made) for made in bindings.values() if isinstance(made, MadeAnew)),
            *(_state(shipment.state[key]) for key in sorted(shipment.state)),
        ],
    }
    if shipment.bound:
        document["lines"] = dict(shipment.bound)
    if holds:
        document["holds"] = dict(holds)
    if shipment.together:
        document["together"] = dict(shipment.together)
    if shipment.levels:
        document["levels"] = dict(shipment.levels)
    if shipment.function_pickle is not None:
        document["pickle"] = base64.b64encode(shipment.function_pickle).decode("ascii")
    return document


def _pieces(bindings: Bindings) -> list[dict[str, Any]]:
    grouped: dict[tuple[int, str], tuple[Piece, set[str], set[str]]] = {}
    for key, pieces in bindings.items():
        if isinstance(pieces, MadeAnew):
            continue
        for piece in pieces:
            _, names, owners = grouped.setdefault((piece.line, piece.text), (piece, set(), set()))
            if "@" in key:
                owners.add(key.partition("@")[0])
            else:
                names.add(key)
    known = {key for key in bindings if "@" not in key}
    return [
        {
            "kind": piece.kind,
            "names": sorted(names),
            "line": piece.line,
            "text": piece.text,
            "eager": sorted(piece.loads.eager - set(piece.names)),
            "called": sorted(piece.loads.called - set(piece.names)),
            "deferred": sorted((piece.loads.deferred | (piece.loads.annotations & known)) - set(piece.names)),
            "attachedTo": sorted(owners & known),
        }
        for (_, _), (piece, names, owners) in sorted(grouped.items(), key=lambda item: item[0])
    ]


def _made(made: MadeAnew) -> dict[str, Any]:
    return {
        "kind": "made",
        "names": [made.name],
        "line": made.line,
        "make": made.make,
        "arguments": list(made.arguments),
        **({} if made.number is None else {"number": made.number}),
    }


def _state(state: State) -> dict[str, Any]:
    return {
        "kind": "state",
        "names": [],
        "owner": state.owner,
        "attribute": state.attribute,
        "value": state.value,
        "how": state.how,
        "first": state.first,
        "needs": sorted(state.names),
    }
