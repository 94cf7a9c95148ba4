"""What `python level3.py` computes is what a run of it stores: the same bytes, operator by operator."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from by_hand import RUNTIME, Folder

from aqueduct.digests import sha256_of

EXAMPLES = Path(__file__).parents[3] / "examples"
TELL = """
import hashlib
from aqueduct.eager.execution import Execution
from aqueduct.recording import session
from aqueduct.recording.graph import Ids
from aqueduct.values import encode

recorder = session.recorder()
ids = Ids(recorder.operators)
for operator in recorder.operators:
    for artifact in operator.outputs:
        print("digest", ids.of_artifact(artifact), hashlib.sha256(encode(recorder.execution.value(artifact, None)).data).hexdigest())
"""


def test_values_by_hand_are_those_of_a_run(folder: Folder) -> None:
    for file in (EXAMPLES / "porting").glob("*.py"):
        shutil.copy(file, folder.path)
    subprocess.run(
        [sys.executable, str(EXAMPLES / "demo" / "make_demo_database.py"), str(folder.path / "demo.db")],
        check=True,
        timeout=60,
    )
    folder.resources({"aqueduct_demo": {"type": "database", "url": "sqlite:///demo.db"}})
    workflow = (folder.path / "level3.py").read_text("utf-8")

    ran = folder.run_file(folder.write("by_hand.py", workflow.partition("client.publish_flow(")[0] + TELL))

    assert "kept 4778 of 4898 wines" in ran.lines
    digests = dict(line.split()[1:] for line in ran.lines if line.startswith("digest "))
    assert digests == _digests_of_a_run(folder.path)
    assert len(digests) == 8


def _digests_of_a_run(folder: Path) -> dict[str, str]:
    """Every operator of `level3.py` in a process of its own, as the local engine starts them."""
    traced = _trace(folder)
    [workflow] = traced["graph"]["workflows"]
    [shipped] = traced["shipments"]
    shipments = {each["id"]: each for each in shipped["operators"]}
    stored: dict[str, Path] = {}
    for operator in workflow["operators"]:
        if operator["kind"] == "save":
            continue
        shipment = shipments[operator["id"]]
        if operator["kind"] == "parameter":
            stored[operator["outputs"][0]] = _parameter(folder, operator)
        else:
            stored.update(_attempt(folder, operator, shipment, stored))
    return {artifact: hashlib.sha256(path.read_bytes()).hexdigest() for artifact, path in stored.items()}


def _trace(folder: Path) -> dict[str, Any]:
    request = {
        "format": 1,
        "file": str(folder / "level3.py"),
        "folder": str(folder),
        "out": str(folder / "trace.json"),
        "blobs": str(folder / "blobs"),
        "resources": {"aqueduct_demo": {"type": "database"}},
    }
    _python(folder, "aqueduct.tracer", request)
    document: dict[str, Any] = json.loads((folder / "trace.json").read_text("utf-8"))
    assert document["failure"] is None
    return document


def _parameter(folder: Path, operator: Mapping[str, Any]) -> Path:
    path = folder / operator["id"]
    path.write_text(json.dumps(operator["default"]["json"]), "utf-8")
    return path


def _attempt(
    folder: Path, operator: Mapping[str, Any], shipment: Mapping[str, Any], stored: Mapping[str, Path]
) -> dict[str, Path]:
    attempt = folder / "attempts" / operator["id"]
    attempt.mkdir(parents=True)
    code = shipment["code"]
    job = {
        "format": 1,
        "attempt": str(attempt),
        "operator": operator,
        "folder": str(folder),
        "code": code and {**code, "definitions": str(folder / "blobs" / code["definitions"])},
        "values": [{**each, "file": str(folder / "blobs" / each["blob"])} for each in shipment["values"]],
        "modules": [{**each, "file": str(folder / "blobs" / each["blob"])} for each in shipment["modules"]],
        "inputs": [
            {"artifact": name, "file": str(stored[name]), **_form(folder, name, stored)} for name in operator["inputs"]
        ],
        "database": {"url": f"sqlite:///{folder / 'demo.db'}"},
        "requirements": [],
        "python": None,
        "watchParent": False,
    }
    _python(folder, "aqueduct.runner", job)
    result = json.loads((attempt / "result.json").read_text("utf-8"))
    assert result["status"] == "succeeded", result["failure"]
    (attempt / "forms.json").write_text(json.dumps(result["artifacts"]), "utf-8")
    return {entry["id"]: attempt / entry["file"] for entry in result["artifacts"]}


def _form(folder: Path, artifact: str, stored: Mapping[str, Path]) -> dict[str, str]:
    forms = stored[artifact].parents[1] / "forms.json"
    digest = {"sha256": sha256_of(stored[artifact])}
    if not forms.is_file():
        return {**digest, "encoding": "json", "type": "numeric"}
    [entry] = [each for each in json.loads(forms.read_text("utf-8")) if each["id"] == artifact]
    return {**digest, "encoding": entry["encoding"], "type": entry["type"]}


def _python(folder: Path, module: str, request: Mapping[str, Any]) -> None:
    subprocess.run(
        [sys.executable, "-m", module],
        cwd=folder,
        env={"PYTHONPATH": str(RUNTIME), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        input=json.dumps(request) + "\n",
        text=True,
        capture_output=True,
        timeout=120,
        check=True,
    )
