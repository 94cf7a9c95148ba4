"""What the tracer is asked to do (docs/formats/trace.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from aqueduct import formats
from aqueduct.queries import Dialect, dialect_named


class BadRequest(Exception):
    """The request is not one of docs/formats/trace: a failure of who sent it."""


@dataclass(frozen=True)
class Request:
    """`file` is traced as a part of `folder`; the result goes to `out`, what is shipped to `blobs`."""

    file: Path
    folder: Path
    out: Path
    blobs: Path
    resources: Mapping[str, str]
    dialects: Mapping[str, Dialect] = field(default_factory=dict)


def read_request(text: Union[str, bytes]) -> Request:
    """Raises BadRequest, naming the member."""
    try:
        document = formats.read_text("trace-request", text, "The request on stdin")
    except formats.Unreadable as error:
        raise BadRequest(f"{error} Another version of aqueduct may have sent it.") from None
    resources = document["resources"]
    return Request(
        file=Path(document["file"]),
        folder=Path(document["folder"]),
        out=Path(document["out"]),
        blobs=Path(document["blobs"]),
        resources={name: resource["type"] for name, resource in resources.items()},
        dialects={
            name: dialect_named(resource["dialect"]) for name, resource in resources.items() if "dialect" in resource
        },
    )
