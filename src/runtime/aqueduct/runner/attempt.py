"""The attempt folder: events as they happen, values and samples, and the result last."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from aqueduct.values import Encoded, sample


def now() -> str:
    """This moment as docs/formats.md writes times."""
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

    def put_output(self, number: int, artifact: str, value: object, encoded: Encoded) -> dict[str, Any]:
        """Writes value `number` (from 1) and its sample; returns its entry in the result."""
        file, sample_file = f"outputs/{number}", f"samples/{number}.json"
        self._write(file, encoded.data)
        self._write(sample_file, sample(value, encoded.type))
        schema = encoded.schema
        entry = {
            "id": artifact,
            "file": file,
            "sha256": hashlib.sha256(encoded.data).hexdigest(),
            "size": len(encoded.data),
            "type": encoded.type,
            "encoding": encoded.encoding,
            "rows": encoded.rows,
            "schema": None if schema is None else [{"name": column.name, "dtype": column.dtype} for column in schema],
            "sample": sample_file,
        }
        self.event("output", artifact=artifact, size=len(encoded.data))
        return entry

    def finish(self, result: Mapping[str, Any]) -> None:
        """Writes `result.json` by rename: where it is, everything else is."""
        self.event("finished", status=result["status"])
        temporary = self._folder / "result.json.tmp"
        self._write(temporary.name, json.dumps(result, allow_nan=False).encode("utf-8"))
        os.replace(temporary, self._folder / "result.json")

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(data)
