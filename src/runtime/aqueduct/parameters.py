"""Parameters of a workflow: explicit ones, and the literals and defaults of calls."""

from __future__ import annotations

import math
from typing import Any

from aqueduct.error import CannotShipError
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord
from aqueduct.values import CannotEncode


def record_parameter(name: str, value: object, *, explicit: bool) -> ArtifactRecord:
    """Records a parameter with its default; raises CannotShipError where the default cannot be kept."""
    try:
        parameter = session.recorder().capture_parameter(name, value)
    except (CannotEncode, CannotShipError) as error:
        raise CannotShipError(f"The parameter {name!r} cannot have this value: {error}") from error
    encoded = parameter.encoded
    default: dict[str, Any] = {"type": encoded.type}
    if encoded.encoding in ("json", "text") and _exact_json(value):
        default["json"] = value
    operator = session.recorder().record(
        "parameter",
        name,
        [],
        [(name, encoded.type)],
        details={"explicit": explicit, "default": default},
        parameter=parameter,
    )
    return operator.outputs[0]


def _exact_json(value: object) -> bool:
    """Whether JSON gives the value back in every reader: no tuples, no NaN, no keys that are not text, no huge integers."""
    if value is None or type(value) in (bool, str):
        return True
    if type(value) is int:
        return abs(value) <= 2**53
    if type(value) is float:
        return math.isfinite(value)
    if type(value) is list:
        return all(_exact_json(item) for item in value)
    if type(value) is dict:
        return all(type(key) is str and _exact_json(item) for key, item in value.items())
    return False
