"""On a worker too an operator gives values of the type that it gave in the last successful run of its target."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from worker import Failed, Worker, manifest

from aqueduct import keys
from aqueduct.launcher import type_memory
from aqueduct.launcher.pinning import Pinned

TABLE = json.loads((Path(__file__).parents[2] / "fixtures" / "types" / "held.json").read_text("utf-8"))
GIVE = "def work(value):\n    return value.get('value')"


@pytest.mark.parametrize("case", TABLE["expected"], ids=[each["case"] for each in TABLE["expected"]])
def test_what_values_are_held_to(case: dict[str, Any]) -> None:
    found = type_memory.types_of(case["manifest"], case["origin"], case["names"])
    assert list(found) == case["expected"]


def publish(worker: Worker, origin: str = "a", **more: Any) -> dict[str, Any]:
    """A workflow of one operator that gives what stands in a dictionary, and one that fails where that is negative."""
    give = worker.operator("give", GIVE, ["value"], origin=origin * 64, **more)
    last = worker.operator(
        "last", "def work(value):\n    assert value != -1\n    return 0", ["give"], origin=origin * 64
    )
    return worker.publish([worker.parameter("value", {"value": 1}), give, last])


def run(
    worker: Worker, spec: Mapping[str, Any], value: object, tasks: Sequence[str] = ("give", "last"), **at: Any
) -> None:
    for task in tasks:
        worker.run(spec, task, conf={"value": {"value": value}}, **at)


def test_a_number_stays_a_number(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, 1)
    run(worker, spec, 2.5, life=1)
    with pytest.raises(
        Failed, match="give gave a text as 'give', which was a number in the last successful run"
    ) as failed:
        run(worker, spec, "many", life=2)
    assert failed.value.final, "a retry would give the same"
    manifest = worker.manifest("give", life=2)
    assert (manifest["status"], manifest["failure"]["type"]) == ("failed", "user")
    assert worker.value(manifest) == "many", "what it gave can be looked at"


def test_runs_that_fail_do_not_make_it_forget(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type_memory, "_SEARCHED", 2)
    spec = publish(worker)
    run(worker, spec, 1)
    for life in range(1, 5):
        with pytest.raises(Failed, match="which was a number"):
            run(worker, spec, "many", life=life)


def test_a_run_that_failed_further_down_tells_nothing(worker: Worker) -> None:
    spec = publish(worker)
    with pytest.raises(Failed, match="AssertionError"):
        run(worker, spec, -1)
    run(worker, spec, "many", life=1)
    run(worker, spec, "more", life=2)
    with pytest.raises(Failed, match="gave a number as 'give', which was a text"):
        run(worker, spec, 1, life=3)


def test_a_run_that_is_not_over_tells_nothing(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, 1, tasks=["give"])
    run(worker, spec, "many", life=1)


def test_none_is_any_type_and_hands_on_the_one_before(worker: Worker) -> None:
    spec = publish(worker)
    for life, value in enumerate([None, 1, None, None]):
        run(worker, spec, value, life=life)
    with pytest.raises(Failed, match="gave a text as 'give', which was a number"):
        run(worker, spec, "many", life=4)


def test_other_code_begins_anew_and_the_old_code_is_held_to_what_it_gave(worker: Worker) -> None:
    run(worker, publish(worker), 1)
    changed = publish(worker, origin="b")
    run(worker, changed, "many", life=1)
    with pytest.raises(Failed, match="which was a text"):
        run(worker, changed, 1, life=2)
    run(worker, publish(worker), 1, life=3)


def test_an_operator_whose_type_may_change_is_held_to_nothing(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, 1)
    free = worker.operator("give", GIVE, ["value"])
    last = worker.operator("last", "def work(value):\n    return 0", ["give"])
    spec = worker.publish([worker.parameter("value", {"value": 1}), free, last])
    for life, value in enumerate(["many", 1, [1]]):
        run(worker, spec, value, life=life + 1)


def test_another_target_in_the_same_store_has_its_own(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, {**spec, "target": "staging"}, 1, run_id="of staging")
    run(worker, spec, "many", life=1)
    with pytest.raises(Failed, match="gave a list as 'give', which was a text"):
        run(worker, spec, [1], life=2)


def test_a_cleared_run_is_held_to_the_run_before_it(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, 1)
    with pytest.raises(Failed, match="which was a number"):
        run(worker, spec, "many", life=1, run_id="second")
    run(worker, spec, 2, life=2, run_id="second", clear_number=1)
    with pytest.raises(Failed, match="which was a number"):
        run(worker, spec, "many", life=3, run_id="third")


def test_a_run_whose_cleared_operator_failed_is_none_that_succeeded(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, "many")
    run(worker, spec, "more", life=1, run_id="second")
    with pytest.raises(Failed, match="which was a text"):
        worker.run(spec, "give", conf={"value": {"value": 1}}, life=2, run_id="second", clear_number=1)
    with pytest.raises(Failed, match="which was a text"):
        run(worker, spec, 1, life=3, run_id="third")


def test_runs_of_an_earlier_month_are_found(worker: Worker) -> None:
    spec = publish(worker)
    run(worker, spec, 1)
    with pytest.raises(Failed, match="which was a number"):
        run(worker, spec, "many", life=24 * 70)


@pytest.mark.parametrize("damage", [b"", b"[1]", b'{"manifests": 1}'])
def test_a_damaged_record_of_an_earlier_run_stops_no_task_and_is_told(
    worker: Worker, capsys: pytest.CaptureFixture[str], damage: bytes
) -> None:
    spec = publish(worker)
    run(worker, spec, 1)
    (worker.folder / worker.place().last_good).write_bytes(damage)
    run(worker, spec, "many", life=1, tasks=["give"])
    assert "an earlier run cannot be read, so it holds no value to its type" in capsys.readouterr().out


def test_a_save_tells_that_all_before_it_was_good(worker: Worker, tmp_path: Path) -> None:
    place = worker.place()
    build = {
        "operators": [
            {"id": "give", "kind": "function", "inputs": [], "outputs": ["give"]},
            {"id": "store", "kind": "save", "inputs": ["give"], "outputs": []},
        ]
    }
    given, stored = (place.attempt(name, 1).manifest for name in ("give", "store"))
    worker.store.put_if_absent(given, json.dumps(manifest(operator="give")).encode())
    assert not type_memory._is_good(worker.store, {"give": given}, build, False), "it has not saved yet"
    worker.store.put_if_absent(stored, json.dumps(manifest(operator="store", kind="save")).encode())
    assert type_memory._is_good(worker.store, {"give": given, "store": stored}, build, False)


def test_it_takes_few_requests(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first operator of a life looks for the run before; each other one asks for two records."""
    spec = publish(worker)
    for life in range(3):
        run(worker, spec, life, life=life)
    build = json.loads(worker.store.get(keys.build(spec["project"], spec["key"], spec["build"])) or b"")
    pinned = Pinned(spec["build"], build, {}, True)
    asked: list[str] = []
    for name in ("get", "list", "put_if_absent"):
        monkeypatch.setattr(worker.store, name, _noting(asked, getattr(worker.store, name)))
    counted = []
    for operator in build["operators"][1:]:
        asked.clear()
        found = type_memory.expected_types(worker.store, worker.place(life=3), spec["target"], pinned, operator)
        assert [each and each["type"] for each in found] == ["numeric"]
        counted.append(len(asked))
    assert counted == [8, 2], asked


def _noting(asked: list[str], real: Callable[..., Any]) -> Callable[..., Any]:
    def noted(key: str, *more: Any) -> Any:
        asked.append(key)
        return real(key, *more)

    return noted
