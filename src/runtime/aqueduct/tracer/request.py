"""What the tracer is asked to do (docs/formats.md 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aqueduct.queries import Dialect, dialect_named


class BadRequest(Exception):
    """The request is not one of docs/formats.md 2: a failure of who sent it."""


@dataclass(frozen=True)
class Request:
    """`file` is traced as a part of `folder`; the result goes to `out`, what is shipped to `blobs`."""

    file: Path
    folder: Path
    out: Path
    blobs: Path
    resources: Mapping[str, str]
    dialects: Mapping[str, Dialect] = field(default_factory=dict)


def read_request(text: str) -> Request:
    """Raises BadRequest, naming the field."""
    try:
        document: dict[str, Any] = json.loads(text)
        if document["format"] != 1:
            raise BadRequest(f"format is {document['format']!r}, not 1")
        paths = {name: Path(document[name]) for name in ("file", "folder", "out", "blobs")}
        resources = {name: str(resource["type"]) for name, resource in document["resources"].items()}
        dialects = {
            name: dialect_named(resource["dialect"])
            for name, resource in document["resources"].items()
            if "dialect" in resource
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRequest(f"the request cannot be read: {type(error).__name__}: {error}") from error
    for name, path in paths.items():
        if not path.is_absolute():
            raise BadRequest(f"{name} is not an absolute path: {path}")
    return Request(resources=resources, dialects=dialects, **paths)
