"""One task on a worker: inputs from manifests, values and the manifest into the store, failures as Airflow takes them."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from worker import KEY, PROJECT, Connection, Failed, Worker

from aqueduct import keys
from aqueduct.launcher import airflow_side, records, task

ADD = "def work(n):\n    print('adding to', n)\n    return n + 1"


def test_values_go_from_operator_to_operator_through_the_store(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    worker.run(spec, "one")
    manifest = worker.run(spec, "two")
    assert (manifest["status"], manifest["build"], manifest["engine"], manifest["try"]) == (
        "succeeded",
        spec["build"],
        "airflow",
        1,
    )
    assert worker.value(manifest) == 2
    assert worker.store.get(manifest["logs"]["stdout"]) == b"adding to 1\n"
    assert manifest["reuse"] is None, "nothing is reused on a worker, and nobody reads a key of one"


def test_nothing_of_a_try_is_left_on_the_worker(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    worker.run(worker.publish([worker.operator("one", "def work():\n    return 1")]), "one")
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_parameter_takes_its_value_from_the_conf_else_its_default(worker: Worker) -> None:
    spec = worker.publish([worker.parameter("n", 5), worker.operator("two", ADD, ["n"])])
    assert worker.value(worker.run(spec, "two")) == 6
    assert worker.value(worker.run(spec, "two", life=1, conf={"n": 7, "other": "text"})) == 8
    manifest = worker.manifest("n", life=1)
    assert (manifest["kind"], manifest["status"], worker.value(manifest)) == ("parameter", "succeeded", 7)
    record = json.loads(worker.store.get(worker.place(life=1).record) or b"")
    assert (record["parameters"], record["build"], record["startedBy"]) == ({"n": 7}, spec["build"], "airflow")


def test_numbers_that_no_double_holds_arrive_and_are_read_again_in_the_same_life(worker: Worker) -> None:
    show = worker.operator(
        "show", "def work(n, rate, items):\n    return repr((n, rate, items))", ["n", "rate", "items"]
    )
    spec = worker.publish(
        [worker.parameter("n", 5), worker.parameter("rate", 1.0), worker.parameter("items", [0]), show]
    )
    conf = {"n": 9007199254740993, "rate": 2, "items": "[9007199254740993, 1.0]"}
    assert worker.value(worker.run(spec, "show", conf=conf)) == "(9007199254740993, 2.0, [9007199254740993, 1.0])"
    assert worker.value(worker.run(spec, "show", life=1)) == "(5, 1.0, [0])"
    record = json.loads(worker.store.get(worker.place().record) or b"")
    assert record["parameters"]["n"] == {"$aqueduct": "int", "value": "9007199254740993"}
    assert record["parameters"]["rate"] == {"$aqueduct": "float", "value": "2.0"}


def test_a_default_that_is_no_json_comes_from_the_build(worker: Worker) -> None:
    two = worker.operator("two", "def work(pair):\n    return pair", ["pair"])
    spec = worker.publish([worker.parameter("pair", (1, 2)), two])
    assert worker.value(worker.run(spec, "two")) == (1, 2)
    assert worker.value(worker.run(spec, "two", life=1, conf={"pair": [3, 4]})) == (3, 4)


@pytest.mark.parametrize("value", ["seven", True, None, [7]])
def test_a_value_of_another_type_is_refused_before_anything_runs(worker: Worker, value: object) -> None:
    spec = worker.publish([worker.parameter("n", 5), worker.operator("two", ADD, ["n"])])
    with pytest.raises(Exception, match="n takes a number, such as 6, not"):
        worker.run(spec, "two", conf={"n": value})
    assert worker.store.list("runs/") == []


def test_a_failure_of_user_code_is_final_and_has_a_manifest(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    raise ValueError('bad')")])
    with pytest.raises(Failed, match="ValueError: bad") as failed:
        worker.run(spec, "one")
    assert failed.value.final
    manifest = worker.manifest("one")
    assert (manifest["status"], manifest["failure"]["type"]) == ("failed", "user")
    assert manifest["failure"]["trace"] == [
        {"file": "flow.py", "line": 2, "function": "work", "text": "raise ValueError('bad')"}
    ]
    assert b"ValueError: bad" in (worker.store.get(manifest["logs"]["stderr"]) or b"")


def test_a_process_that_ends_without_a_result_may_be_tried_again(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    import os\n    os.kill(os.getpid(), 9)")])
    with pytest.raises(Failed, match="SIGKILL") as failed:
        worker.run(spec, "one")
    assert not failed.value.final
    manifest = worker.manifest("one")
    assert (manifest["status"], manifest["failure"]["type"]) == ("failed", "lost")
    assert manifest["peakBytes"] > 0


def test_a_manifest_is_never_replaced(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    import random\n    return random.random()")])
    first = worker.run(spec, "one")
    assert worker.run(spec, "one") == first
    assert worker.run(spec, "one", try_number=2) != first


def test_the_highest_try_is_read(worker: Worker) -> None:
    one = worker.operator("one", "def work():\n    import random\n    return random.random()")
    spec = worker.publish([one, worker.operator("two", ADD, ["one"])])
    later = worker.run(spec, "one", try_number=2)
    worker.run(spec, "one", try_number=1)
    assert worker.value(worker.run(spec, "two")) == worker.value(later) + 1


def test_after_a_clear_what_was_not_cleared_keeps_its_value(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    worker.run(spec, "one")
    assert worker.value(worker.run(spec, "two", life=1, clear_number=1, try_number=2)) == 2


def test_a_run_of_the_same_id_that_was_never_cleared_begins_anew(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    worker.run(spec, "one")
    with pytest.raises(Failed, match="one has no good value"):
        worker.run(spec, "two", life=1)
    worker.run(spec, "one", life=2, clear_number=1)
    with pytest.raises(Failed, match="one has no good value"):
        worker.run(spec, "two", life=1, try_number=2)


def test_a_run_stays_on_the_build_that_it_began_with(worker: Worker) -> None:
    one = worker.operator("one", "def work():\n    return 1")
    before = worker.publish([one, worker.operator("two", ADD, ["one"])])
    after = worker.publish([one, worker.operator("two", "def work(n):\n    return 'new'", ["one"])])
    worker.run(before, "one")
    manifest = worker.run(after, "two")
    assert (worker.value(manifest), manifest["build"]) == (2, before["build"])


@pytest.mark.parametrize("changed", ["inputs", "new"])
def test_an_operator_that_is_another_one_now_is_not_run(worker: Worker, changed: str) -> None:
    one = worker.operator("one", "def work():\n    return 1")
    before = worker.publish([one, worker.operator("two", ADD, ["one"])])
    after = worker.publish(
        [one, worker.operator("two", "def work():\n    return 2"), worker.operator("new", "def work():\n    return 2")]
    )
    worker.run(before, "one")
    task = "two" if changed == "inputs" else "new"
    with pytest.raises(Failed, match=r"republished while this run was active.*Clear the run"):
        worker.run(after, task)
    assert worker.manifest(task)["failure"]["type"] == "republished"


def test_the_gate_asks_for_a_good_manifest_of_every_other_operator(worker: Worker) -> None:
    check = worker.operator("fine", "def work(n):\n    return n > 1", ["one"], kind="check", severity="error")
    spec = worker.publish(
        [worker.operator("one", "def work():\n    return 1"), check, worker.operator("save", kind="save", outputs=[])]
    )
    worker.run(spec, "one")
    with pytest.raises(Failed, match="Nothing is saved: fine has no manifest"):
        worker.pass_gate(spec)
    with pytest.raises(Failed):
        worker.run(spec, "fine")
    with pytest.raises(Failed, match="Nothing is saved: fine failed: The check fine did not pass"):
        worker.pass_gate(spec)


def test_a_warning_does_not_close_the_gate(worker: Worker) -> None:
    check = worker.operator("fine", "def work(n):\n    return n > 1", ["one"], kind="check", severity="warning")
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), check])
    worker.run(spec, "one")
    assert worker.run(spec, "fine")["check"] == {"passed": False, "severity": "warning"}
    worker.pass_gate(spec)


def test_only_an_operator_of_the_database_gets_its_address(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(tmp_path / "demo.db") as connection:
        connection.execute("CREATE TABLE wine (alcohol REAL)")
        connection.execute("INSERT INTO wine VALUES (9.5)")
    connection.close()
    asked: list[str] = []

    def connect(name: str) -> Connection:
        asked.append(name)
        return Connection("sqlite", host=str(tmp_path / "demo.db"))

    monkeypatch.setattr(airflow_side, "connection", connect)
    spec = worker.publish(
        [
            worker.operator("wine", kind="extract", resource="demo", query="SELECT * FROM wine"),
            worker.operator("same", "def work(table):\n    return table", ["wine"]),
            worker.operator(
                "save", kind="save", inputs=["same"], outputs=[], resource="demo", table="out", mode="replace"
            ),
        ]
    )
    worker.run(spec, "wine")
    worker.run(spec, "same")
    assert worker.run(spec, "save")["saved"]["rows"] == 1
    assert asked == ["demo_connection", "demo_connection"]


def test_a_connection_that_is_not_there_is_named(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> Connection:
        raise airflow_side.NoConnection(name)

    monkeypatch.setattr(airflow_side, "connection", none)
    spec = worker.publish([worker.operator("wine", kind="extract", resource="demo", query="SELECT 1")])
    with pytest.raises(Failed, match="Airflow has no Connection demo_connection for the database demo"):
        worker.run(spec, "wine")


def test_a_blob_that_was_tampered_with_is_refused(worker: Worker, tmp_path: Path) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1")])
    for file in (tmp_path / "store" / "blobs" / "sha256").iterdir():
        os.chmod(file, 0o600)
        file.write_bytes(file.read_bytes().replace(b"return 1", b"return 2"))
    with pytest.raises(Failed, match="SHA-256 differs"):
        worker.run(spec, "one")


def evil(worker: Worker, spec: dict[str, Any]) -> dict[str, Any]:
    """The record of a published build, as somebody who may write the store would change it: whole, with code of their own."""
    key = keys.build(PROJECT, KEY, spec["build"])
    record: dict[str, Any] = json.loads(worker.store.get(key) or b"")
    record["operators"][0]["code"] = worker.operator("one", "def work():\n    return 'evil'")["code"]
    return record


def put_anew(worker: Worker, key: str, data: bytes) -> None:
    (worker.folder / key).write_bytes(data)


def test_code_of_a_build_whose_record_was_edited_in_the_store_does_not_run(worker: Worker) -> None:
    """The DAG file names the build by its digest: who may write the store alone cannot choose what runs."""
    spec = worker.publish([worker.operator("one", "def work():\n    return 'innocent'")])
    key = keys.build(PROJECT, KEY, spec["build"])
    put_anew(worker, key, json.dumps(evil(worker, spec)).encode())
    message = f"{key} in the store is not what was put there (its SHA-256 differs): publish the workflow again"
    with pytest.raises(records.Broken, match=re.escape(message)):
        worker.run(spec, "one")
    assert worker.store.list("runs/") == []


def test_a_build_record_that_is_cut_short_is_named_as_such(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1")])
    key = keys.build(PROJECT, KEY, spec["build"])
    put_anew(worker, key, (worker.store.get(key) or b"")[:100])
    with pytest.raises(records.Broken, match="is not what was put there"):
        worker.run(spec, "one")


def test_a_default_that_was_edited_in_the_store_is_no_value(worker: Worker) -> None:
    parameter = worker.parameter("when", date(2026, 11, 21))
    spec = worker.publish([parameter, worker.operator("one", "def work(when):\n    return 1", ["when"])])
    blob = keys.blob(parameter["parameter"]["blob"])
    put_anew(worker, blob, b"cos\nsystem\n(S'touch PWNED'\ntR.")
    with pytest.raises(records.Broken, match=re.escape(f"{blob} in the store is not what was put there")):
        worker.run(spec, "one")


def test_a_value_that_was_edited_in_the_store_is_no_input(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    key = worker.run(spec, "one")["artifacts"][0]["key"]
    put_anew(worker, key, b"7")
    with pytest.raises(Failed, match=re.escape(f"{key} in the store is not what was put there")):
        worker.run(spec, "two")


def test_a_record_that_is_no_json_is_named(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    worker.run(spec, "one")
    torn = worker.place().attempt("one", 1).manifest
    put_anew(worker, torn, b'{"format":1,')
    with pytest.raises(Failed, match=re.escape(f"{torn} in the store can't be read: it is not JSON")):
        worker.run(spec, "two")


def test_a_run_whose_record_names_no_build_but_a_path_is_refused_in_a_sentence(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1")])
    worker.run(spec, "one")
    record = json.loads(worker.store.get(worker.place().record) or b"")
    put_anew(worker, worker.place().record, json.dumps({**record, "build": "../../../outside"}).encode())
    with pytest.raises(records.Broken, match="build is not a SHA-256 in 64 hex digits"):
        worker.run(spec, "one", try_number=2)


def test_a_manifest_that_names_a_path_gives_no_input(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1"), worker.operator("two", ADD, ["one"])])
    manifest = worker.run(spec, "one")
    manifest["artifacts"][0]["key"] = "../../outside"
    put_anew(worker, worker.place().attempt("one", 1).manifest, json.dumps(manifest).encode())
    with pytest.raises(
        Failed, match=re.escape("manifest.json in the store can't be read: artifacts[0].key is not a key of a store")
    ):
        worker.run(spec, "two")


def run_as_airflow_does(worker: Worker, monkeypatch: pytest.MonkeyPatch, spec: dict[str, Any]) -> None:
    monkeypatch.setattr(task, "open_store", lambda _: worker.store)
    monkeypatch.setattr(airflow_side, "dag_run", lambda _: worker.dag_run())
    task.run({**spec, "store": {"type": "folder", "folder": "/srv/aqueduct"}}, "one", {})


def test_a_task_whose_build_was_edited_fails_for_good_with_the_sentence(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 'innocent'")])
    put_anew(worker, keys.build(PROJECT, KEY, spec["build"]), json.dumps(evil(worker, spec)).encode())
    with pytest.raises(Failed, match="is not what was put there") as failed:
        run_as_airflow_does(worker, monkeypatch, spec)
    assert failed.value.final


def test_a_task_of_a_store_of_a_newer_layout_reads_nothing_of_it(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = worker.publish([worker.operator("one", "def work():\n    return 1")])
    worker.store.put_if_absent(keys.FORMAT, b'{"format":3}')
    with pytest.raises(Failed, match="The store has format 3, and this build knows formats up to 2"):
        run_as_airflow_does(worker, monkeypatch, spec)
    assert worker.store.list("runs/") == []
