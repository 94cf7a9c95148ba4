"""The attempt folder: events as they happen, values and samples, and the result last."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from aqueduct.digests import sha256_of
from aqueduct.private_folders import owners
from aqueduct.values import Form, sample, write


def now() -> str:
    """This moment as docs/formats writes times."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Attempt:
    """Writes into one attempt folder, which exists already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._events = os.open(folder / "events.ndjson", flags, 0o600)

    def event(self, name: str, **details: Any) -> None:
        """Appends one event; a single write, so that a reader never sees half of it."""
        line = json.dumps({"event": name, "at": now(), **details}, allow_nan=False) + "\n"
        os.write(self._events, line.encode("utf-8"))

    def put_value(self, number: int, value: object) -> Form:
        """Writes value `number` (from 1) piece by piece, so that it is in memory once; raises CannotEncode, or OSError of the disk."""
        path = self._path(_output(number))
        with open(path, "w+b", opener=owners) as file:
            return write(value, file)

    def describe(self, number: int, artifact: str, value: object, form: Form) -> dict[str, Any]:
        """Writes the sample of a value that was put; returns its entry in the result."""
        sample_file = f"samples/{number}.json"
        _write(self._path(sample_file), sample(value, form.type))
        file = self._path(_output(number))
        size, schema = file.stat().st_size, form.schema
        entry = {
            "id": artifact,
            "file": _output(number),
            "sha256": sha256_of(file),
            "size": size,
            "type": form.type,
            "encoding": form.encoding,
            "rows": form.rows,
            "schema": None if schema is None else [{"name": column.name, "dtype": column.dtype} for column in schema],
            "sample": sample_file,
        }
        self.event("output", artifact=artifact, size=size)
        return entry

    def finish(self, result: Mapping[str, Any]) -> None:
        """Writes `result.json` by rename: where it is, everything else is."""
        self.event("finished", status=result["status"])
        temporary = self._path("result.json.tmp")
        _write(temporary, json.dumps(result, allow_nan=False).encode("utf-8"))
        os.replace(temporary, self._folder / "result.json")

    def _path(self, name: str) -> Path:
        path = self._folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        return path


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb", opener=owners) as file:
        file.write(data)


def _output(number: int) -> str:
    return f"outputs/{number}"
