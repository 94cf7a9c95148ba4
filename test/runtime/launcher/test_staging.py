"""What the runner is given: a job in its own words, and files that are what they were when they were put."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from worker import Worker

from aqueduct.formats import Unreadable
from aqueduct.launcher.records import Broken
from aqueduct.launcher.staging import Stage

FORMATS = Path(__file__).parents[2] / "samples"
CALL = {"positional": [{"list": [0, 1]}], "keywords": []}


@pytest.fixture
def stage(worker: Worker, tmp_path: Path) -> Stage:
    (tmp_path / "try").mkdir()
    return Stage(worker.store, tmp_path / "try")


def entry(worker: Worker, key: str, data: bytes, **more: Any) -> dict[str, Any]:
    worker.store.put_if_absent(key, data)
    base = {"id": key, "key": key, "sha256": digest(data), "encoding": "json", "type": "list"}
    return {**base, **more}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_every_folder_of_a_try_is_there_and_private(stage: Stage, tmp_path: Path) -> None:
    folders = sorted((tmp_path / "try").iterdir())
    assert [folder.name for folder in folders] == ["attempt", "blobs", "code", "inputs"]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
    assert (stage.attempt, stage.code) == (tmp_path / "try" / "attempt", tmp_path / "try" / "code")


def test_a_job_names_files_in_place_of_blobs(worker: Worker, stage: Stage, tmp_path: Path) -> None:
    definitions, value, module = (worker.blob(text) for text in (b"defined", b"valued", b"imported"))
    operator = {
        **worker.operator("one", severity="error", bound=None, table="wine", call=CALL),
        "code": {"definitions": definitions, "file": "flow.py"},
        "values": [{"name": "n", "blob": value, "encoding": "pickle", "size": 6}],
        "modules": [{"path": "a/b.py", "blob": module}],
        "requirements": ["pandas"],
        "python": "3.11",
    }
    inputs = [entry(worker, "x", b"first"), entry(worker, "y", b"second", encoding="text", type="string")]
    job = stage.job(operator, inputs, "sqlite://")
    here = tmp_path / "try"
    assert job == {
        "format": 1,
        "attempt": str(here / "attempt"),
        "operator": {
            "id": "one",
            "name": "one",
            "kind": "function",
            "outputs": ["one"],
            "severity": "error",
            "table": "wine",
            "call": CALL,
        },
        "folder": str(here / "code"),
        "code": {"definitions": str(here / "blobs" / definitions), "file": "flow.py"},
        "values": [{"name": "n", "file": str(here / "blobs" / value), "encoding": "pickle"}],
        "modules": [{"path": "a/b.py", "file": str(here / "blobs" / module)}],
        "inputs": [
            {
                "artifact": "x",
                "file": str(here / "inputs" / "1"),
                "sha256": digest(b"first"),
                "encoding": "json",
                "type": "list",
            },
            {
                "artifact": "y",
                "file": str(here / "inputs" / "2"),
                "sha256": digest(b"second"),
                "encoding": "text",
                "type": "string",
            },
        ],
        "database": {"url": "sqlite://"},
        "requirements": ["pandas"],
        "python": "3.11",
        "watchParent": True,
    }
    staged = [job["code"]["definitions"], job["values"][0]["file"], job["modules"][0]["file"]]
    assert [Path(file).read_bytes() for file in staged] == [b"defined", b"valued", b"imported"]
    assert [Path(each["file"]).read_bytes() for each in job["inputs"]] == [b"first", b"second"]


def test_what_an_operator_says_of_its_kind_reaches_the_runner(worker: Worker, stage: Stage) -> None:
    said = {"bound": 0, "query": "SELECT 1", "table": "t", "mode": "append", "resource": "demo", "severity": "warning"}
    job = stage.job(worker.operator("one", kind="save", **said), [], None)
    assert job["operator"] == {"id": "one", "name": "one", "kind": "save", "outputs": ["one"], **said}
    assert (job["code"], job["database"]) == (None, None)


def test_a_blob_that_two_values_share_is_fetched_once(
    worker: Worker, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch = worker.store.fetch
    monkeypatch.setattr(worker.store, "fetch", lambda key, file: asked.append(key) or fetch(key, file))
    value = {"name": "n", "blob": worker.blob(b"x"), "encoding": "json"}
    stage.job({**worker.operator("one"), "values": [value, {**value, "name": "m"}]}, [], None)
    assert asked == ["blobs/sha256/" + value["blob"]]


def test_what_is_gone_or_was_changed_is_named_with_the_way_out(worker: Worker, stage: Stage) -> None:
    operator = {**worker.operator("one"), "modules": [{"path": "a.py", "blob": "0" * 64}]}
    gone = f"blobs/sha256/{'0' * 64} is not in the store: publish the workflow again, which puts it right, and clear the run."
    with pytest.raises(Broken, match=f"^{re.escape(gone)}$"):
        stage.job(operator, [], None)
    changed = "x in the store is not what was put there (its SHA-256 differs): clear what gives it, to run it again."
    with pytest.raises(Broken, match=f"^{re.escape(changed)}$"):
        stage.job(worker.operator("one"), [{**entry(worker, "x", b"1"), "sha256": "0" * 64}], None)


def test_the_result_is_what_the_runner_wrote(stage: Stage) -> None:
    assert stage.result() is None
    [said, *_] = json.loads((FORMATS / "runner-result.json").read_text("utf-8"))
    for each in said["artifacts"]:
        for name in (each["file"], each["sample"] or each["file"]):
            (stage.attempt / name).parent.mkdir(exist_ok=True)
            (stage.attempt / name).write_text("1")
    (stage.attempt / "result.json").write_bytes(json.dumps({**said, "é": "é"}, ensure_ascii=False).encode())
    assert stage.result() == {**said, "é": "é"}


@pytest.mark.parametrize(("kind", "name"), [("file", "outputs/1"), ("sample", "samples/1.json")])
def test_a_result_that_names_a_file_which_is_not_there_is_refused(stage: Stage, kind: str, name: str) -> None:
    [said, *_] = [each for each in json.loads((FORMATS / "runner-result.json").read_text("utf-8")) if each["artifacts"]]
    artifact = {**said["artifacts"][0], "file": "outputs/1", "sample": "samples/1.json"}
    for left in {"outputs/1", "samples/1.json"} - {name}:
        (stage.attempt / left).parent.mkdir(exist_ok=True)
        (stage.attempt / left).write_text("1")
    (stage.attempt / "result.json").write_text(json.dumps({**said, "artifacts": [artifact]}))
    words = f"result.json of the operator's process names {name}, which it has not left there."
    with pytest.raises(Unreadable, match=f"^{re.escape(words)}$"):
        stage.result()


def test_the_last_memory_figure_counts(stage: Stage) -> None:
    events = stage.attempt / "events.ndjson"
    assert stage.last_peak() is None
    events.write_bytes('{"event": "log", "text": "é"}\n'.encode())
    assert stage.last_peak() is None
    lines = ['{"event": "memory", "peakBytes": 5}', '{"event": "memory", "peakBytes": 9}', '{"event": "log"}']
    events.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert stage.last_peak() == 9
