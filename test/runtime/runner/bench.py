"""Runs the runner as it is run: a process of its own, one line of JSON on stdin, an attempt folder."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import aqueduct.runner
from aqueduct.store.blobs import put_blob, sha256
from aqueduct.values import decode, encode

RUNTIME = Path(next(iter(aqueduct.runner.__path__))).parents[1]


@dataclass(frozen=True)
class Ended:
    """What came of one run of the runner."""

    code: int
    result: Mapping[str, Any]
    events: Sequence[Mapping[str, Any]]
    stdout: str
    stderr: str
    attempt: Path

    def value(self, number: int = 1) -> Any:
        entry = self.result["artifacts"][number - 1]
        return decode((self.attempt / entry["file"]).read_bytes(), entry["encoding"], entry["type"])

    @property
    def failure(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.result["failure"]
        return found


class Bench:
    """Makes jobs in a folder of its own and runs them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self.attempt = folder / "attempt"
        self.folder.mkdir()
        self.attempt.mkdir(mode=0o700)

    def function(self, source: str, name: str = "work") -> dict[str, Any]:
        """The code of a function written in `flow.py` of the folder, as a definitions blob."""
        text = textwrap.dedent(source).lstrip("\n")
        (self.folder / "flow.py").write_text(text, encoding="utf-8")
        pieces = [piece for statement in ast.parse(text).body for piece in _pieces(statement, text)]
        names = [each for piece in pieces for each in piece["names"]]
        for piece in pieces:
            piece["deferred"] = (
                [each for each in names if each not in piece["names"]] if piece["kind"] == "definition" else []
            )
        blob = self.blob(json.dumps({"format": 1, "file": "flow.py", "flags": [], "pieces": pieces}).encode())
        line = next(piece["line"] for piece in pieces if name in piece["names"])
        return {
            "definitions": str(blob),
            "file": "flow.py",
            "function": name,
            "line": line,
            "endLine": line,
            "module": None,
            "roots": [""],
        }

    def shipped(self, path: str) -> dict[str, str]:
        """A file of the folder as a module of a job."""
        return {"path": path, "file": str(self.blob((self.folder / path).read_bytes()))}

    def blob(self, data: bytes) -> Path:
        """A blob as tracing puts it."""
        blobs = self.folder.parent / "blobs"
        return blobs / put_blob(blobs, data)

    def job(
        self, kind: str, inputs: Sequence[object] = (), source: Optional[str] = None, **more: Any
    ) -> dict[str, Any]:
        given = []
        for number, value in enumerate(inputs):
            encoded = encode(value)
            file = self.folder.parent / f"input{number}"
            file.write_bytes(encoded.data)
            given.append(
                {
                    "artifact": f"in{number}",
                    "file": str(file),
                    "sha256": sha256(encoded.data),
                    "encoding": encoded.encoding,
                    "type": encoded.type,
                }
            )
        operator = {"id": "work", "name": "work", "kind": kind, "outputs": ["work"], **more.pop("operator", {})}
        base = {
            "format": 1,
            "attempt": str(self.attempt),
            "operator": operator,
            "folder": str(self.folder),
            "code": None if source is None else self.function(source),
            "values": [],
            "modules": [],
            "inputs": given,
            "database": None,
            "requirements": [],
            "python": None,
            "watchParent": False,
        }
        return {**base, **more}

    def start(self, job: Mapping[str, Any]) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(RUNTIME), os.environ.get("PYTHONPATH", "")])}
        environment.pop("PYTHONUNBUFFERED", None)
        process = subprocess.Popen(
            [sys.executable, str(RUNTIME / "aqueduct" / "start.py"), "runner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=job.get("folder", self.folder),
        )
        assert process.stdin is not None
        process.stdin.write(json.dumps(job).encode() + b"\n")
        process.stdin.flush()
        return process

    def run(self, kind: str, inputs: Sequence[object] = (), source: Optional[str] = None, **more: Any) -> Ended:
        return self.run_job(self.job(kind, inputs, source, **more))

    def run_job(self, job: Mapping[str, Any]) -> Ended:
        process = self.start(job)
        stdout, stderr = process.communicate(timeout=60)
        result = self.attempt / "result.json"
        return Ended(
            process.returncode,
            json.loads(result.read_text()) if result.exists() else {},
            self.events(),
            stdout.decode(),
            stderr.decode(),
            self.attempt,
        )

    def events(self) -> list[dict[str, Any]]:
        file = self.attempt / "events.ndjson"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def _pieces(statement: ast.stmt, text: str) -> list[dict[str, Any]]:
    base = {"line": statement.lineno, "eager": [], "called": [], "attachedTo": []}
    if isinstance(statement, ast.Import):
        return [
            {**base, "kind": "import", "names": [alias.name], "text": f"import {alias.name}\n"}
            for alias in statement.names
        ]
    assert isinstance(statement, ast.FunctionDef)
    lines = text.splitlines(keepends=True)[statement.lineno - 1 : statement.end_lineno]
    return [{**base, "kind": "definition", "names": [statement.name], "text": "".join(lines)}]
