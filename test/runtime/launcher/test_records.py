"""Which of several lives and tries counts, and what is said of a record that is gone."""

from __future__ import annotations

import re
from typing import Any, Optional

import pytest
from worker import KEY, PROJECT, START, Worker

from aqueduct.launcher import gate, pinning, records
from aqueduct.launcher.airflow_side import DagRun


def put(worker: Worker, operator: str, number: int, life: int = 0, **fields: Any) -> None:
    attempt = worker.place(life=life).attempt(operator, number)
    assert records.put_json(worker.store, attempt.manifest, {"life": life, "try": number, **fields})


def begin(worker: Worker, life: int, clear_number: Any) -> str:
    assert records.put_json(worker.store, worker.place(life=life).record, {"clearNumber": clear_number})
    return worker.place(life=life).life


def lives(worker: Worker, life: int) -> list[str]:
    return records.input_lives(worker.store, worker.place(life=life), cleared=True)


def test_json_is_stored_without_blanks_and_with_its_letters_as_they_are(worker: Worker) -> None:
    assert records.put_json(worker.store, "a/b.json", {"a": [1, "é"], "b": None})
    assert worker.store.get("a/b.json") == '{"a":[1,"é"],"b":null}'.encode()
    assert not records.put_json(worker.store, "a/b.json", {})
    assert records.read_json(worker.store, "a/b.json") == {"a": [1, "é"], "b": None}
    assert records.read_json(worker.store, "a/c.json") is None
    with pytest.raises(ValueError, match="JSON compliant"):
        records.put_json(worker.store, "a/d.json", {"a": float("nan")})


def test_a_build_that_is_gone_is_named(worker: Worker) -> None:
    message = "The record of build 0123456789ab is not in the store: publish the workflow again."
    with pytest.raises(records.Broken, match=f"^{re.escape(message)}$"):
        records.read_build(worker.store, PROJECT, KEY, "0123456789abcdef")


def test_a_cleared_run_reads_its_earlier_lives_newest_first_down_to_the_one_that_was_never_cleared(
    worker: Worker,
) -> None:
    begin(worker, 0, 0)
    first, second, third = begin(worker, 1, 0), begin(worker, 2, 1), begin(worker, 3, 2)
    begin(worker, 4, 3)
    assert lives(worker, 3) == [third, second, first]


def test_a_life_without_a_record_is_passed_over(worker: Worker) -> None:
    first = begin(worker, 1, 0)
    put(worker, "one", 1, life=2)
    assert lives(worker, 3) == [worker.place(life=3).life, first]


def test_a_record_that_says_nothing_of_clearing_begins_anew(worker: Worker) -> None:
    begin(worker, 0, 0)
    assert records.put_json(worker.store, worker.place(life=1).record, {})
    assert lives(worker, 2) == [worker.place(life=2).life, worker.place(life=1).life]


def test_a_run_that_was_never_cleared_reads_itself_only(worker: Worker) -> None:
    begin(worker, 0, 0)
    assert records.input_lives(worker.store, worker.place(life=1), cleared=False) == [worker.place(life=1).life]


def latest(worker: Worker, *lives: int) -> Any:
    every = [worker.place(life=life).life for life in lives]
    return records.latest_manifest(worker.store, worker.place(life=9), every, "one")


def test_the_highest_try_of_the_newest_life_that_has_one_counts(worker: Worker) -> None:
    for number in (2, 10, 1):
        put(worker, "one", number, life=1)
    put(worker, "one", 11, life=0)
    put(worker, "one_more", 12, life=2)
    assert latest(worker, 2, 1, 0) == {"life": 1, "try": 10}
    assert latest(worker, 0, 1) == {"life": 0, "try": 11}
    assert latest(worker, 2) is None


def test_a_try_that_left_values_and_no_manifest_does_not_count(worker: Worker) -> None:
    put(worker, "one", 1)
    worker.store.put_if_absent(worker.place().attempt("one", 2).sample(1), b"x")
    assert latest(worker, 0) == {"life": 0, "try": 1}


def test_operators_and_producers_are_found_by_id() -> None:
    build = {
        "operators": [{"id": "one"}, {"id": "two"}],
        "artifacts": [{"id": "a", "producer": "one"}, {"id": "b", "producer": "two"}],
    }
    assert records.operator_of(build, "two") == {"id": "two"}
    assert records.operator_of(build, "three") is None
    assert records.producers(build) == {"a": "one", "b": "two"}


def obstacles(worker: Worker, *operators: Any) -> list[str]:
    pinned = pinning.Pinned("b", {"operators": operators}, {}, False)
    return gate.obstacles(worker.store, worker.place(), [worker.place().life], pinned)


def test_every_operator_that_stands_in_the_way_of_saves_is_named_with_its_reason(worker: Worker) -> None:
    put(worker, "good", 1, status="succeeded")
    put(worker, "bad", 1, status="failed", failure={"message": "no rows"})
    put(worker, "silent", 1, status="failed", failure={})
    put(worker, "stopped", 1, status="cancelled", failure=None)
    operators = [
        worker.operator("absent", name="Absent one"),
        *(worker.operator(id) for id in ("good", "bad", "silent", "stopped")),
        worker.operator("save", kind="save"),
        worker.parameter("n", 5),
    ]
    assert obstacles(worker, *operators) == [
        "Absent one has no manifest",
        "bad failed: no rows",
        "silent failed",
        "stopped cancelled",
    ]


RUN = DagRun("run", START, {"n": 7}, True, 2, 1)


def pin(worker: Worker, spec: Any, published: Any = None, parameters: Any = None) -> pinning.Pinned:
    return pinning.pin(worker.store, spec, worker.place(), RUN, published or {"of": "dag"}, parameters or {})


def test_the_first_task_of_a_life_puts_the_record_of_the_run_and_its_marker(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one")])
    assert pin(worker, spec, parameters={"n": 7}) == pinning.Pinned(spec["build"], {"of": "dag"}, {"n": 7}, True)
    assert records.read_json(worker.store, worker.place().record) == {
        "format": 1,
        "project": spec["project"],
        "workflow": spec["workflow"],
        "target": spec["target"],
        "runId": "run",
        "life": worker.place().life,
        "build": spec["build"],
        "parameters": {"n": 7},
        "startedBy": "airflow",
        "scheduled": True,
        "clearNumber": 2,
    }
    assert worker.store.get(worker.place().marker) == b""


def test_later_tasks_keep_build_and_parameters_of_the_first(worker: Worker) -> None:
    before, after = (worker.publish([worker.operator(id)]) for id in ("one", "two"))
    pin(worker, before, parameters={"n": 7})
    again = pin(worker, before, parameters={"n": 8})
    assert again == pinning.Pinned(before["build"], {"of": "dag"}, {"n": 7}, False)
    later = pin(worker, after)
    assert (later.name, later.first, later.build["operators"][0]["id"]) == (before["build"], False, "one")


def test_a_record_that_vanished_is_told(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = worker.publish([worker.operator("one")])
    monkeypatch.setattr(records, "put_json", lambda *_: False)
    message = "The record of this run is gone from the store: clear the run to start it anew."
    with pytest.raises(records.Broken, match=f"^{re.escape(message)}$"):
        pin(worker, spec)


def pinned_to(worker: Worker, spec: Any) -> pinning.Pinned:
    return pinning.Pinned(spec["build"], records.read_build(worker.store, PROJECT, KEY, spec["build"]), {}, first=False)


def test_an_operator_that_the_build_of_the_dag_lacks_is_named(worker: Worker) -> None:
    spec = worker.publish([worker.operator("one")])
    pinned = pinned_to(worker, spec)
    assert pinning.pinned_operator(worker.store, spec, pinned, "one")["id"] == "one"
    message = f"Build {spec['build'][:12]} has no operator two: publish the workflow again."
    with pytest.raises(records.Broken, match=f"^{re.escape(message)}$"):
        pinning.pinned_operator(worker.store, spec, pinned, "two")


@pytest.mark.parametrize(
    "newer", [{"kind": "check"}, {"inputs": ["other"]}, {"id": "renamed"}], ids=["kind", "inputs", "gone"]
)
def test_an_operator_that_means_something_else_since_is_told_with_both_builds(worker: Worker, newer: Any) -> None:
    two = worker.operator("two", None, ["one"])
    before, after = worker.publish([two]), worker.publish([{**two, **newer}])
    message = (
        f"republished while this run was active: it began with build {before['build'][:12]}, "
        f"and two is another operator in build {after['build'][:12]}"
    )
    with pytest.raises(pinning.Republished, match=f"^{re.escape(message)}$"):
        pinning.pinned_operator(worker.store, after, pinned_to(worker, before), "two")


def test_an_operator_whose_code_alone_changed_runs_as_it_was_pinned(worker: Worker) -> None:
    before, after = (worker.publish([worker.operator("two", reuse=digit * 64)]) for digit in "ab")
    assert pinning.pinned_operator(worker.store, after, pinned_to(worker, before), "two")["reuse"] == "a" * 64


@pytest.mark.parametrize("text", [None, b'{"format":1}', b'{"format":2}'])
def test_a_store_of_a_known_layout_is_read(worker: Worker, text: Optional[bytes]) -> None:
    if text is not None:
        worker.store.put_if_absent("aqueduct-store.json", text)
    records.check_format(worker.store)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'{"format":3}', "The store has format 3, and this build knows formats up to 2: publish the workflow again"),
        (b'{"format":"x"}', "aqueduct-store.json in the store has no number of a format"),
        (b"{", "aqueduct-store.json in the store cannot be read"),
    ],
)
def test_a_store_of_a_newer_layout_or_of_none_is_refused_with_what_to_do(
    worker: Worker, text: bytes, told: str
) -> None:
    worker.store.put_if_absent("aqueduct-store.json", text)
    with pytest.raises(records.Broken, match=f"^{re.escape(told)}"):
        records.check_format(worker.store)
