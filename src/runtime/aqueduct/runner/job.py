"""The job that a runner is given, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union

from aqueduct import formats


class MalformedJob(Exception):
    """The line on stdin is not a job (docs/formats/runner): a fault of whoever started the runner."""


@dataclass(frozen=True)
class Input:
    """An artifact to read: its id, a file with its bytes, their SHA-256, and how they are to be read."""

    artifact: str
    file: Path
    sha256: str
    encoding: str
    type: str


@dataclass(frozen=True)
class Operator:
    """What the runner needs to know of the operator itself; what its kind does not have is None."""

    id: str
    name: str
    kind: str
    outputs: tuple[str, ...]
    severity: Optional[str]
    bound: Optional[Mapping[str, Any]]
    query: Union[str, Sequence[str], None]
    tags: Sequence[str]
    table: Optional[str]
    mode: Optional[str]
    resource: Optional[str]
    call: Optional[Mapping[str, Any]] = None


@dataclass(frozen=True)
class Job:
    """One operator to be run once. `code`, `values` and `modules` are as `load_operator` takes them."""

    attempt: Path
    operator: Operator
    folder: Path
    code: Optional[Mapping[str, Any]]
    values: tuple[Mapping[str, Any], ...]
    modules: tuple[Mapping[str, Any], ...]
    inputs: tuple[Input, ...]
    database_url: Optional[str]
    requirements: tuple[str, ...]
    python: Optional[str]
    watch_parent: bool
    expected: tuple[Optional[Mapping[str, Any]], ...] = ()


def parse_job(line: Union[str, bytes]) -> Job:
    """The job of one line of JSON; raises MalformedJob, which says where it is wrong."""
    try:
        data = formats.read_text("runner-job", line, "The job on stdin")
    except formats.Unreadable as error:
        raise MalformedJob(f"{error} Another version of aqueduct may have started this runner.") from None
    database = data["database"]
    return Job(
        attempt=Path(data["attempt"]),
        operator=_operator(data["operator"]),
        folder=Path(data["folder"]),
        code=data["code"],
        values=tuple(data["values"]),
        modules=tuple(data["modules"]),
        inputs=tuple(
            Input(each["artifact"], Path(each["file"]), each["sha256"], each["encoding"], each["type"])
            for each in data["inputs"]
        ),
        database_url=database["url"] if database else None,
        requirements=tuple(data["requirements"]),
        python=data["python"],
        watch_parent=data["watchParent"],
        expected=tuple(data.get("expected", ())),
    )


def _operator(data: Mapping[str, Any]) -> Operator:
    return Operator(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        outputs=tuple(data["outputs"]),
        severity=data.get("severity"),
        bound=data.get("bound"),
        query=data.get("query"),
        tags=tuple(data.get("tags", ())),
        table=data.get("table"),
        mode=data.get("mode"),
        resource=data.get("resource"),
        call=data.get("call"),
    )
