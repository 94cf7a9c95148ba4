"""The job that a runner is given, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union


class MalformedJob(Exception):
    """The line on stdin is no job of docs/formats.md 7: a fault of whoever started the runner."""


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


def parse_job(line: str) -> Job:
    """The job of one line of JSON; raises MalformedJob."""
    try:
        return _job(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MalformedJob(f"the job on stdin cannot be read: {type(error).__name__}: {error}") from error


def _job(data: Mapping[str, Any]) -> Job:
    if data["format"] != 1:
        raise MalformedJob(f"the job has format {data['format']}, this runner knows 1")
    database = data.get("database")
    return Job(
        attempt=Path(data["attempt"]),
        operator=_operator(data["operator"]),
        folder=Path(data["folder"]),
        code=data.get("code"),
        values=tuple(data.get("values", ())),
        modules=tuple(data.get("modules", ())),
        inputs=tuple(
            Input(each["artifact"], Path(each["file"]), each["sha256"], each["encoding"], each["type"])
            for each in data.get("inputs", ())
        ),
        database_url=database["url"] if database else None,
        requirements=tuple(data.get("requirements", ())),
        python=data.get("python"),
        watch_parent=bool(data.get("watchParent", False)),
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
