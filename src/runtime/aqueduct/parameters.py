"""Parameters of a workflow: explicit ones, and the literals and defaults of calls."""

from __future__ import annotations

import contextlib
from typing import Any

from aqueduct.error import CannotShipError
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord
from aqueduct.values import CannotEncode, Encoded
from aqueduct.values.exact_json import NotJson, to_exact


def record_parameter(name: str, value: object, *, explicit: bool) -> ArtifactRecord:
    """Records a parameter with its default; raises CannotShipError where the default cannot be kept."""
    try:
        parameter = session.recorder().capture_parameter(name, value)
    except (CannotEncode, CannotShipError) as error:
        raise CannotShipError(f"The parameter {name!r} cannot have this value: {error}") from error
    encoded = parameter.encoded
    operator = session.recorder().record(
        "parameter",
        name,
        [],
        [(name, encoded.type)],
        details={"explicit": explicit, "default": default_of(encoded, value)},
        parameter=parameter,
        explicit_names=explicit,
    )
    return operator.outputs[0]


def default_of(encoded: Encoded, value: object) -> dict[str, Any]:
    """The default of a parameter as the graph has it (docs/formats/graph.md)."""
    default: dict[str, Any] = {"type": encoded.type}
    if encoded.encoding in ("json", "text") and type(value) is not tuple:
        with contextlib.suppress(NotJson):
            default["json"] = to_exact(value)
    return default
