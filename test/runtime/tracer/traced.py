"""Traces workflow files as the product does, and runs what was shipped of them where no workspace is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import aqueduct.tracer
from aqueduct.store.blobs import put_blob

RUNTIME = Path(next(iter(aqueduct.tracer.__path__))).parents[1]
START = RUNTIME / "aqueduct" / "start.py"
RESOURCES = {
    "aqueduct_demo": {"type": "database"},
    "warehouse": {"type": "database"},
    "lake": {"type": "database"},
    "airflow": {"type": "airflow"},
    "other": {"type": "airflow"},
}
_DRIVER = """
import json, sys, traceback
from pathlib import Path
from aqueduct.definitions import load_operator
from aqueduct.values import decode
sys.excepthook = traceback.print_exception  # as the runner prints them: the interpreter's own hook reads files only
job = json.load(open(sys.argv[1]))
function = load_operator(job["code"], job["values"], job["modules"], Path(job["folder"]), Path(job["scratch"]))
given = [decode(Path(each["file"]).read_bytes(), each["encoding"], each["type"]) for each in job["given"]]
result = eval("lambda function, given: (" + job["call"] + ")", {})(function, given)
print("\\nresult:" + repr(result))
"""


@dataclass(frozen=True)
class Ran:
    """What became of a shipped operator in a process of its own."""

    code: int
    result: Optional[str]
    stdout: str
    stderr: str

    @property
    def error(self) -> str:
        """The last line of the trace."""
        assert self.code != 0, f"it was expected to fail, and gave {self.result}"
        return self.stderr.strip().splitlines()[-1].partition(". Did you mean")[0]


@dataclass(frozen=True)
class Trace:
    """The result of a trace, and the blobs that it put."""

    document: Mapping[str, Any]
    blobs: Path
    folder: Path
    stdout: str

    @property
    def failure(self) -> Mapping[str, Any]:
        assert self.document["failure"] is not None, "the trace was expected to fail"
        return self.document["failure"]

    @property
    def operators(self) -> list[dict[str, Any]]:
        return [each for workflow in self.document["graph"]["workflows"] for each in workflow["operators"]]

    @property
    def problems(self) -> list[dict[str, Any]]:
        return self.document["graph"]["problems"]

    def shipment(self, operator: str) -> dict[str, Any]:
        assert self.document["failure"] is None, self.document["failure"]
        every = [each for workflow in self.document["shipments"] for each in workflow["operators"]]
        return next(each for each in every if each["id"] == operator)

    def definitions(self, operator: str) -> dict[str, Any]:
        return json.loads((self.blobs / self.shipment(operator)["code"]["definitions"]).read_text("utf-8"))

    def shipped_names(self, operator: str) -> set[str]:
        return {name for piece in self.definitions(operator)["pieces"] for name in piece["names"]}

    def paths(self, operator: str) -> set[str]:
        return {module["path"] for module in self.shipment(operator)["modules"]}

    def value_names(self, operator: str) -> set[str]:
        return {value["name"] for value in self.shipment(operator)["values"]}

    def run(
        self,
        operator: str,
        call: str = "function()",
        without: Iterable[str] = (),
        scratch: Optional[Path] = None,
        environment: Optional[Mapping[str, str]] = None,
    ) -> Ran:
        """Calls a shipped operator in a fresh process, in a fresh folder, with the workspace out of the way.

        `call` is an expression over `function` and `given`, the values of the parameters that the operator takes. `without`
        leaves out names of the definitions, captured values, module paths or the flags of the file: the counter-case of a rule.
        """
        place = scratch or self.blobs.parent / f"worker-{len(list(self.blobs.parent.iterdir()))}"
        place.mkdir(exist_ok=True)
        hidden = self.folder.with_name(self.folder.name + ".hidden")
        self.folder.rename(hidden)
        try:
            return self._call(operator, call, set(without), place, environment or {})
        finally:
            hidden.rename(self.folder)

    def _call(self, operator: str, call: str, without: set[str], place: Path, environment: Mapping[str, str]) -> Ran:
        shipment = self.shipment(operator)
        document = self.definitions(operator)
        document["pieces"] = [
            piece for piece in document["pieces"] if not without & set(piece["names"] or piece.get("attachedTo", []))
        ]
        document["flags"] = [flag for flag in document["flags"] if flag not in without]
        definitions = place / put_blob(place, json.dumps(document).encode())
        job = {
            "code": {**shipment["code"], "definitions": str(definitions)},
            "values": [self._staged(each) for each in shipment["values"] if each["name"] not in without],
            "modules": [self._staged(each) for each in shipment["modules"] if each["path"] not in without],
            "folder": str(place / "code"),
            "scratch": str(place),
            "given": [self._staged(each) for each in self._parameters_of(operator)],
            "call": call,
        }
        (place / "job.json").write_text(json.dumps(job), encoding="utf-8")
        (place / "driver.py").write_text(
            f"if __name__ == '__main__':\n{textwrap.indent(_DRIVER, '    ')}", encoding="utf-8"
        )
        run = subprocess.run(
            [sys.executable, str(place / "driver.py"), str(place / "job.json")],
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(RUNTIME), "PYTHONDONTWRITEBYTECODE": "1", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        marker = run.stdout.rfind("\nresult:")
        result = run.stdout[marker + len("\nresult:") :].strip() if marker >= 0 else None
        return Ran(run.returncode, result, run.stdout, run.stderr)

    def _parameters_of(self, operator: str) -> list[Mapping[str, Any]]:
        taken = next(each for each in self.operators if each["id"] == operator)["inputs"]
        makers = {output: each for each in self.operators for output in each["outputs"]}
        parameters = [makers[each]["id"] for each in taken if makers[each]["kind"] == "parameter"]
        return [self.shipment(each)["parameter"] for each in parameters]

    def _staged(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        return {**entry, "file": str(self.blobs / entry["blob"])}


@dataclass
class Workspace:
    """A folder with a workflow in it."""

    folder: Path
    blobs: Path
    environment: dict[str, str] = field(default_factory=dict)
    resources: Mapping[str, Any] = field(default_factory=lambda: RESOURCES)

    def write(self, **files: str) -> Workspace:
        """Writes Python files by their names."""
        for name, text in files.items():
            self.put(f"{name}.py", textwrap.dedent(text).lstrip("\n").encode("utf-8"))
        return self

    def put(self, path: str, data: bytes) -> Workspace:
        """Writes any file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return self

    def trace(self, file: str = "flow.py") -> Trace:
        """Traces a file; its result must come, whatever the file does."""
        run = self.start(file)
        assert run.returncode == 0, run.stderr
        document = json.loads((self.blobs.parent / "trace.json").read_text("utf-8"))
        return Trace(document, self.blobs, self.folder, run.stdout)

    def start(self, file: str = "flow.py") -> subprocess.CompletedProcess[str]:
        """Runs the tracer to its end."""
        return subprocess.run(
            [sys.executable, str(START), "tracer"],
            cwd=(self.folder / file).parent,
            env=self.tracer_environment(),
            input=self.request(file),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def request(self, file: str) -> str:
        """The request of docs/formats/trace.md."""
        return json.dumps(
            {
                "format": 1,
                "file": str(self.folder / file),
                "folder": str(self.folder),
                "out": str(self.blobs.parent / "trace.json"),
                "blobs": str(self.blobs),
                "resources": dict(self.resources),
            }
        )

    def tracer_environment(self) -> dict[str, str]:
        """As whoever starts the tracer sets it."""
        return {
            **os.environ,
            "PYTHONPATH": str(RUNTIME),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.environment,
        }


def new_workspace(place: Path) -> Workspace:
    """An empty workspace below a folder."""
    folder = place / "workspace"
    folder.mkdir(parents=True)
    return Workspace(folder, place / "blobs")


def copy_of(source: Path, place: Path) -> Workspace:
    """A workspace with the files of a folder."""
    workspace = Workspace(place / "workspace", place / "blobs")
    shutil.copytree(source, workspace.folder)
    return workspace


HEAD = "from aqueduct import Client, check, metric, op\n\nclient = Client()\n"
