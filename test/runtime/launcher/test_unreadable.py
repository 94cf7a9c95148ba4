"""What a task says of a record that is torn, of another format, or not what its name says: a sentence with the key and why."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from test_quick_task import Runner, context, runner
from worker import KEY, PROJECT, Failed, Worker, manifest

from aqueduct import keys
from aqueduct.launcher import records, task
from aqueduct.launcher.staging import Stage

__all__ = ["runner"]  # a fixture

CANARY = "canary-5f3a"


def spoil(worker: Worker, key: str, data: bytes) -> None:
    (worker.folder / key).parent.mkdir(parents=True, exist_ok=True)
    (worker.folder / key).write_bytes(data)


def two(worker: Worker) -> dict[str, Any]:
    return worker.publish([worker.operator("one"), worker.operator("two", inputs=["one"])])


BAD_MANIFESTS = [
    ({**manifest(), "artifacts": None}, "artifacts is not a list"),
    ({**manifest(), "status": CANARY}, "status is not one of succeeded, failed, cancelled"),
    ({**manifest(), "try": CANARY}, "try is not a whole number from 1"),
    ({key: value for key, value in manifest().items() if key != "status"}, "status is missing"),
    ([], "it is not an object"),
]


@pytest.mark.parametrize(("value", "why"), BAD_MANIFESTS, ids=[why for _, why in BAD_MANIFESTS])
def test_a_manifest_of_an_input_that_is_something_else_fails_its_reader_with_a_sentence(
    worker: Worker, runner: Runner, value: Any, why: str
) -> None:
    spec = two(worker)
    key = worker.place().attempt("one", 1).manifest
    spoil(worker, key, json.dumps(value).encode())
    with pytest.raises(Failed) as failed:
        worker.run(spec, "two")
    tip = "Delete it there, then clear the task that it is of, so that it runs again."
    assert str(failed.value) == f"{key} in the store can't be read: {why}. {tip}"
    said = worker.manifest("two")["failure"]
    assert (said["type"], said["message"], said["tip"]) == ("system", f"{key} in the store can't be read: {why}.", tip)


def test_a_manifest_of_a_newer_aqueduct_asks_to_publish_with_that(worker: Worker, runner: Runner) -> None:
    spec = two(worker)
    spoil(worker, worker.place().attempt("one", 1).manifest, b'{"format": 9}')
    with pytest.raises(
        Failed, match=r"has format 9, which this build does not know\. Publish the workflow again with the newer"
    ):
        worker.run(spec, "two")


def test_the_gate_names_a_manifest_that_cannot_be_read_beside_what_else_is_in_the_way(
    worker: Worker, runner: Runner
) -> None:
    spec = two(worker)
    key = worker.place().attempt("one", 1).manifest
    spoil(worker, key, json.dumps({**manifest(), "artifacts": None}).encode())
    with pytest.raises(Failed) as failed:
        worker.pass_gate(spec)
    told = f"one: {key} in the store can't be read: artifacts is not a list. Delete it there, then clear the task"
    assert told in str(failed.value)
    assert str(failed.value).endswith("two has no manifest")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"format":1,"proj', "it is not JSON"),
        (b"", "it is empty"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested deeper than Python can read"),
        (b'{"format":1}', "project is missing"),
        (b'{"format":NaN}', "it is not JSON"),
    ],
)
def test_a_torn_record_of_a_run_fails_its_tasks_with_a_sentence(
    worker: Worker, runner: Runner, data: bytes, why: str
) -> None:
    spec = two(worker)
    key = worker.place().record
    spoil(worker, key, data)
    with pytest.raises(Failed) as failed:
        task.run({**spec, "target": "airflow"}, "one", context())
    told = f"{key} in the store can't be read: {why}. Delete it there, then clear the run to start it anew."
    assert (str(failed.value), failed.value.final) == (told, True)


def test_a_build_whose_bytes_are_right_and_that_is_no_build_is_named(worker: Worker) -> None:
    data = b'{"format":1,"operators":null}'
    name = hashlib.sha256(data).hexdigest()
    worker.store.put_if_absent(keys.build(PROJECT, KEY, name), data)
    with pytest.raises(records.Broken, match=r"can't be read: project is missing\. Publish the workflow again\.$"):
        records.read_build(worker.store, PROJECT, KEY, name)


def test_a_life_whose_last_good_is_of_a_newer_format_is_held_to_nothing_and_says_so(
    worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1", origin="a" * 64)])
    spoil(worker, worker.place().last_good, b'{"format":2,"manifests":{}}')
    assert worker.run(spec, "one")["status"] == "succeeded"
    said = capsys.readouterr().out
    assert "an earlier run cannot be read, so it holds no value to its type." in said
    assert f"{worker.place().last_good} in the store has format 2, which this build does not know." in said


def test_a_last_good_that_names_something_beside_the_store_is_not_followed(
    worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1", origin="a" * 64)])
    spoil(worker, worker.place().last_good, b'{"format":1,"manifests":{"one":"../../etc/passwd"}}')
    assert worker.run(spec, "one")["status"] == "succeeded"
    assert "manifests.one is not a key of a store" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"format":1,"status":"succee', "it is not JSON"),
        (b'{"format":1,"status":"succeeded"}', "failure is missing"),
        (b"[]", "it is not an object"),
    ],
)
def test_a_result_that_cannot_be_read_fails_the_try_with_a_sentence_and_a_manifest(
    worker: Worker, runner: Runner, data: bytes, why: str
) -> None:
    def torn(attempt: Path) -> int:
        (attempt / "result.json").write_bytes(data)
        return 0

    runner.ends = torn
    with pytest.raises(Failed) as failed:
        worker.run(two(worker), "one")
    assert str(failed.value).startswith(f"result.json of the operator's process can't be read: {why}.")
    assert not failed.value.final, "another try may write it whole"
    assert worker.manifest("one")["failure"]["type"] == "system"


def test_a_result_that_names_a_file_elsewhere_is_refused(worker: Worker, runner: Runner) -> None:
    facts = {"id": "one", "sha256": "0" * 64, "size": 1, "type": "json", "encoding": "json", "rows": None}
    artifact = {**facts, "schema": None, "file": "../../../etc/passwd", "sample": None}
    runner.ends = runner.succeeding(artifacts=[artifact])
    with pytest.raises(Failed, match=r"can't be read: artifacts\[0\]\.file is not a file of the attempt"):
        worker.run(two(worker), "one")


def test_a_result_that_failed_and_does_not_say_why_is_no_success(worker: Worker, runner: Runner) -> None:
    runner.ends = runner.succeeding(status="failed")
    with pytest.raises(Failed, match="ended with exit code 0, before its result"):
        worker.run(two(worker), "one")


@pytest.mark.parametrize("peak", [b'"x"', b"null", b"{}", b"1e999", b"-1"])
def test_a_figure_of_memory_that_is_none_is_passed_over(worker: Worker, tmp_path: Path, peak: bytes) -> None:
    (tmp_path / "try").mkdir()
    stage = Stage(worker.store, tmp_path / "try")
    lines = [
        b'{"event":"memory","peakBytes":7}',
        b'{"event":"memory","peakBytes":' + peak + b"}",
        b'{"event":"memory"}',
    ]
    (stage.attempt / "events.ndjson").write_bytes(b"\n".join(lines) + b'\n{"event":"mem\xff')
    assert stage.last_peak() == 7


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"format": 1, "tasks": [["one", []]]}, "format is not 2"),
        ({"format": 3}, "it has format 3, and this Aqueduct reads up to 2: update it"),
        ({"connections": None}, "connections is not an object"),
    ],
)
def test_a_dag_file_of_another_format_asks_to_publish_again(
    worker: Worker, runner: Runner, change: dict[str, Any], why: str
) -> None:
    with pytest.raises(Failed) as failed:
        task.run({**two(worker), **change}, "one", context())
    tip = "It was edited, or another version made it: publish the workflow again."
    assert str(failed.value) == f"The literal of this DAG file can't be read: {why}. {tip}"
    assert failed.value.final
