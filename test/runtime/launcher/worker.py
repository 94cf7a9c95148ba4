"""A store with a hand-made build, and tasks run on it as Airflow would; Airflow itself is not needed for that."""

from __future__ import annotations

import ast
import hashlib
import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn, Optional

from aqueduct import keys
from aqueduct.launcher.airflow_side import DagRun
from aqueduct.launcher.task import Task
from aqueduct.parameters import default_of
from aqueduct.store import FolderStore
from aqueduct.values import decode, encode

PROJECT, WORKFLOW, KEY, TARGET = "p-0123456789abcdef", "wine", "wine-01234567", "airflow"
START = datetime(2026, 11, 21, 1, 23, 1, 48772, tzinfo=timezone.utc)


class Failed(Exception):
    """Stands where Airflow's exceptions do; `final`: Airflow would not try again."""

    def __init__(self, message: str, final: bool) -> None:
        super().__init__(message)
        self.final = final


def fail(message: str) -> NoReturn:
    raise Failed(message, final=True)


def fail_for_now(message: str) -> NoReturn:
    raise Failed(message, final=False)


@dataclass(frozen=True)
class Connection:
    """The fields of an Airflow Connection that are read."""

    conn_type: str
    host: Optional[str] = None
    login: Optional[str] = None
    password: Optional[str] = None
    schema: Optional[str] = None
    port: Optional[int] = None
    extra_dejson: Mapping[str, Any] = field(default_factory=dict)


def manifest(**fields: Any) -> dict[str, Any]:
    """A manifest of an operator that gave nothing, but for `fields`."""
    return {
        "format": 1,
        "operator": "one",
        "kind": "function",
        "status": "succeeded",
        "build": "b" * 64,
        "life": keys.life_of(START),
        "try": 1,
        "engine": "airflow",
        "failure": None,
        "check": None,
        "metric": None,
        "startedAt": "2026-11-21T01:23:01.000000Z",
        "endedAt": "2026-11-21T01:23:01.000000Z",
        "wallSeconds": 0,
        "peakBytes": None,
        "python": "",
        "saved": None,
        "artifacts": [],
        "logs": {"stdout": None, "stderr": None},
        "reuse": None,
        **fields,
    }


def failure(message: str) -> dict[str, Any]:
    return {"type": "user", "message": message, "tip": "", "trace": []}


class Worker:
    """Publishes builds into a folder and runs their tasks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "store"
        self.store = FolderStore(str(self.folder))

    def publish(self, operators: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Puts a build; returns the literal of its DAG file."""
        artifacts = [
            {"id": out, "name": out, "type": "unknown", "producer": each["id"]}
            for each in operators
            for out in each["outputs"]
        ]
        record = {
            "format": 1,
            "project": PROJECT,
            "workflow": WORKFLOW,
            "schedule": None,
            "operators": list(operators),
            "artifacts": artifacts,
            "runtime": {"version": "0.1.0", "blob": "0" * 64},
            "launcher": 1,
        }
        data = json.dumps(record).encode()
        name = hashlib.sha256(data).hexdigest()
        self.store.put_if_absent(keys.build(PROJECT, KEY, name), data)
        named = {"project": PROJECT, "workflow": WORKFLOW, "key": KEY, "target": TARGET, "dag_id": "wine__airflow"}
        times = {"schedule": None, "start_date": "2026-11-21T01:23:01.048772Z"}
        place = {"runtime": "0" * 64, "store": {"type": "folder", "folder": str(self.folder)}}
        tasks = [{"id": each["id"], "upstream": []} for each in operators if each["kind"] != "parameter"]
        found = {"build": name, "connections": {"demo": "demo_connection"}, "params": {}, "tasks": tasks}
        return {"format": 2, **named, **times, **place, **found}

    def operator(
        self, id: str, source: Optional[str] = None, inputs: Sequence[str] = (), kind: str = "function", **more: Any
    ) -> dict[str, Any]:
        """An operator of a build; `source` is one function named `work`."""
        base = {
            "id": id,
            "name": id,
            "kind": kind,
            "inputs": list(inputs),
            "outputs": [id],
            "code": None,
            "values": [],
            "modules": [],
        }
        code = None if source is None else self._code(textwrap.dedent(source).lstrip("\n"))
        place = {"stable": True, "source": {"file": "flow.py", "line": 1}, "definition": None}
        return {**base, **place, "requirements": [], "python": None, "reuse": "0" * 64, "code": code, **more}

    def parameter(self, id: str, value: Any) -> dict[str, Any]:
        encoded = encode(value)
        blob = self.blob(encoded.data)
        default = default_of(encoded, value)
        shipped = {"blob": blob, "encoding": encoded.encoding, "type": encoded.type}
        return self.operator(id, kind="parameter", default=default, parameter=shipped)

    def blob(self, data: bytes) -> str:
        digest = hashlib.sha256(data).hexdigest()
        self.store.put_if_absent(keys.blob(digest), data)
        return digest

    def run(self, spec: Mapping[str, Any], task: str, **run: Any) -> dict[str, Any]:
        """Runs a task and returns its manifest; raises Failed."""
        place, dag_run = self.place(**run), self.dag_run(**run)
        Task(spec, self.store, place, dag_run).run_operator(task)
        return self.manifest(task, **run)

    def pass_gate(self, spec: Mapping[str, Any], **run: Any) -> None:
        Task(spec, self.store, self.place(**run), self.dag_run(**run)).pass_gate()

    def manifest(self, task: str, **run: Any) -> dict[str, Any]:
        data = self.store.get(self.place(**run).attempt(task, run.get("try_number", 1)).manifest)
        assert data is not None
        found: dict[str, Any] = json.loads(data)
        return found

    def value(self, manifest: Mapping[str, Any], number: int = 1) -> Any:
        entry = manifest["artifacts"][number - 1]
        data = self.store.get(entry["key"])
        assert data is not None
        return decode(data, entry["encoding"], entry["type"])

    def place(self, life: int = 0, run_id: str = "run", **_more: Any) -> keys.RunPlace:
        rid = keys.run_key(PROJECT, WORKFLOW, TARGET, run_id)
        return keys.RunPlace(PROJECT, KEY, rid, keys.life_of(START + timedelta(hours=life)))

    def dag_run(
        self,
        life: int = 0,
        try_number: int = 1,
        clear_number: int = 0,
        conf: Optional[Mapping[str, Any]] = None,
        run_id: str = "run",
    ) -> DagRun:
        return DagRun(run_id, START + timedelta(hours=life), conf or {}, False, clear_number, try_number)

    def _code(self, source: str) -> dict[str, Any]:
        statement = ast.parse(source).body[0]
        needs: dict[str, list[str]] = {"eager": [], "called": [], "deferred": [], "attachedTo": []}
        piece = {"kind": "definition", "names": ["work"], "line": 1, "text": source, **needs}
        blob = self.blob(json.dumps({"format": 1, "file": "flow.py", "flags": [], "pieces": [piece]}).encode())
        end = statement.end_lineno
        return {
            "definitions": blob,
            "file": "flow.py",
            "function": "work",
            "line": 1,
            "endLine": end,
            "module": None,
            "roots": [""],
        }
