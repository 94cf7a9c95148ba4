"""Brings to a private folder what the runner needs, and says so in the runner's own words (docs/formats/runner.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from aqueduct import formats, keys
from aqueduct.launcher import records
from aqueduct.store import Store

_OPERATOR_FIELDS = (
    *("id", "name", "kind", "outputs", "severity", "bound"),
    *("query", "tags", "table", "mode", "resource", "call"),
)

_PUBLISH = "publish the workflow again, which puts it right, and clear the run"


class Stage:
    """A folder of this try: blobs, inputs, the attempt, and the unpacked code."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self.attempt = folder / "attempt"
        self.code = folder / "code"
        for path in (self.attempt, self.code, folder / "blobs", folder / "inputs"):
            path.mkdir(mode=0o700)

    def job(
        self,
        operator: Mapping[str, Any],
        inputs: Sequence[Mapping[str, Any]],
        database_url: Optional[str],
        expected: Sequence[Optional[Mapping[str, Any]]] = (),
    ) -> dict[str, Any]:
        """The runner's job; `inputs` are entries of manifests, in the order of the operator's arguments.

        `expected` is what its outputs are held to, in their order.
        """
        return {
            "format": 1,
            "attempt": str(self.attempt),
            "operator": {name: operator[name] for name in _OPERATOR_FIELDS if operator.get(name) is not None},
            "folder": str(self.code),
            "code": self._code(operator.get("code")),
            "values": [
                {"name": each["name"], "file": self._blob(each["blob"]), "encoding": each["encoding"]}
                for each in operator["values"]
            ],
            "modules": [{"path": each["path"], "file": self._blob(each["blob"])} for each in operator["modules"]],
            "inputs": self._inputs(inputs),
            "database": None if database_url is None else {"url": database_url},
            "requirements": operator["requirements"],
            "python": operator["python"],
            "watchParent": True,
            **({"expected": list(expected)} if expected else {}),
        }

    def result(self) -> Optional[dict[str, Any]]:
        """What the runner said in the end; None where it ended before.

        Raises formats.Unreadable, also where a file that it names is missing.
        """
        file = self.attempt / "result.json"
        if not file.exists():
            return None
        what = "result.json of the operator's process"
        result = formats.read_text("runner-result", file.read_bytes(), what)
        named = [each[kind] for each in result["artifacts"] for kind in ("file", "sample") if each[kind] is not None]
        missing = [name for name in named if not (self.attempt / name).is_file()]
        if missing:
            raise formats.Unreadable(f"{what} names {', '.join(missing)}, which it has not left there.")
        return result

    def last_peak(self) -> Optional[int]:
        """The last memory figure that the runner wrote down, in bytes."""
        file = self.attempt / "events.ndjson"
        if not file.exists():
            return None
        peaks = [peak for peak in map(_peak_in, file.read_bytes().split(b"\n")) if peak is not None]
        return peaks[-1] if peaks else None

    def _code(self, code: Optional[Mapping[str, Any]]) -> Optional[dict[str, Any]]:
        if code is None:
            return None
        return {**code, "definitions": self._blob(code["definitions"])}

    def _inputs(self, inputs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        staged = []
        for number, entry in enumerate(inputs, start=1):
            file = self._folder / "inputs" / str(number)
            records.fetch_content(
                self._store, entry["key"], entry["sha256"], file, "clear what gives it, to run it again"
            )
            staged.append(
                {
                    "artifact": entry["id"],
                    "file": str(file),
                    "sha256": entry["sha256"],
                    "encoding": entry["encoding"],
                    "type": entry["type"],
                }
            )
        return staged

    def _blob(self, digest: str) -> str:
        file = self._folder / "blobs" / digest
        if not file.exists():
            records.fetch_content(self._store, keys.blob(digest), digest, file, _PUBLISH)
        return str(file)


def _peak_in(line: bytes) -> Optional[int]:
    """The bytes of one line of the runner's events; None: it is another one, or was cut off when its process was killed."""
    try:
        return int(formats.read_text("memory-event", line, "A line of events.ndjson")["peakBytes"])
    except formats.Unreadable:
        return None
