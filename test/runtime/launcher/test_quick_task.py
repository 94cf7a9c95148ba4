"""One task without a process: a runner of ours writes the result at once, as the real one would in the end."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, Optional

import pytest
from worker import START, Connection, Failed, Worker

from aqueduct.launcher import airflow_side, records, task
from aqueduct.launcher.database_url import UnknownDatabase

SAID: dict[str, Any] = {
    "format": 1,
    "check": None,
    "metric": None,
    "startedAt": "2026-11-21T01:23:02.000000Z",
    "endedAt": "2026-11-21T01:23:04.000000Z",
    "wallSeconds": 2.0,
    "peakBytes": 99,
    "python": "3.11.7",
    "saved": None,
    "artifacts": [],
}


class Runner:
    """Stands where `Child` does: `ends` gets the folder of the attempt and gives the exit code."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.jobs: list[Any] = []
        self.started: list[Any] = []
        self.shown: list[str] = []
        self.cancelled = False
        self.ends: Callable[[Path], int] = self.succeeding()
        monkeypatch.setattr(task, "Child", self._start)
        monkeypatch.setattr(task, "show", self.shown.append)

    def succeeding(self, failure: Optional[dict[str, Any]] = None, **said: Any) -> Callable[[Path], int]:
        status = "succeeded" if failure is None else "failed"

        def end(attempt: Path) -> int:
            (attempt / "outputs").mkdir(exist_ok=True)
            (attempt / "outputs" / "1").write_text("8")
            (attempt / "result.json").write_text(json.dumps({**SAID, "status": status, **said, "failure": failure}))
            return 0

        return end

    def _start(self, python: str, job: Any, folder: Path, logs: Path, show: Any) -> SimpleNamespace:
        self.jobs.append(job)
        self.started.append((python, folder.name, logs.name, show == self.shown.append))
        return SimpleNamespace(wait=lambda: self.ends(logs), cancelled=self.cancelled)


@pytest.fixture
def runner(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> Runner:
    return Runner(monkeypatch)


def artifact(id: str) -> dict[str, Any]:
    digest = hashlib.sha256(b"8").hexdigest()
    described = {"size": 1, "type": "numeric", "encoding": "json", "rows": None, "schema": None, "sample": None}
    return {"id": id, "file": "outputs/1", "sha256": digest, **described}


def failing(kind: str) -> dict[str, Any]:
    return {"type": kind, "message": "It broke.", "tip": "Look.", "trace": []}


@pytest.mark.parametrize(
    ("kind", "final"),
    [
        ("user", True),
        ("check", True),
        ("requirements", True),
        ("cancelled", True),
        ("system", False),
        ("lost", False),
    ],
)
def test_a_failure_that_another_try_would_repeat_is_final(
    worker: Worker, runner: Runner, kind: str, final: bool
) -> None:
    runner.ends = runner.succeeding(failing(kind))
    with pytest.raises(Failed) as failed:
        worker.run(worker.publish([worker.operator("one")]), "one")
    assert (str(failed.value), failed.value.final) == ("It broke. Look.", final)
    assert worker.manifest("one")["failure"] == failing(kind)


def test_a_republished_operator_is_not_tried_again(worker: Worker, runner: Runner) -> None:
    before, after = worker.publish([worker.operator("one")]), worker.publish([worker.operator("two")])
    worker.run(before, "one")
    with pytest.raises(Failed, match="Clear the run to run it on the new build") as failed:
        worker.run(after, "two")
    assert failed.value.final
    manifest = worker.manifest("two")
    assert (manifest["operator"], manifest["kind"], manifest["build"]) == ("two", "function", before["build"])
    assert manifest["failure"]["tip"] == "Clear the run to run it on the new build."
    assert len(runner.jobs) == 1


def test_a_broken_store_may_be_tried_again(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.operator("one")])
    with pytest.raises(Failed) as failed:
        worker.run(spec, "two")
    assert not failed.value.final
    assert worker.manifest("two")["failure"] == {
        "type": "system",
        "message": f"Build {spec['build'][:12]} has no operator two: publish the workflow again.",
        "tip": "Publish the workflow again, then clear the run.",
        "trace": [],
    }
    assert runner.jobs == []


def test_a_value_that_a_runner_names_and_has_not_left_fails_the_task_with_a_sentence(
    worker: Worker, runner: Runner
) -> None:
    end = runner.succeeding(artifacts=[artifact("one")])

    def without_file(attempt: Path) -> int:
        code = end(attempt)
        (attempt / "outputs" / "1").unlink()
        return code

    runner.ends = without_file
    words = "result.json of the operator's process names outputs/1, which it has not left there. Clear it to run it"
    with pytest.raises(Failed, match=re.escape(words)):
        worker.run(worker.publish([worker.operator("one")]), "one")
    said = worker.manifest("one")
    assert (said["status"], said["failure"]["type"], said["artifacts"]) == ("failed", "system", [])


def test_a_runner_that_left_with_0_and_no_result_is_lost(worker: Worker, runner: Runner) -> None:
    runner.ends = lambda attempt: 0
    with pytest.raises(Failed, match="ended with exit code 0, before its result"):
        worker.run(worker.publish([worker.operator("one")]), "one")


def test_a_cancelled_runner_says_so(worker: Worker, runner: Runner) -> None:
    runner.ends, runner.cancelled = lambda attempt: -15, True
    with pytest.raises(Failed, match="The run was cancelled"):
        worker.run(worker.publish([worker.operator("one")]), "one")
    assert worker.manifest("one")["status"] == "cancelled"


def test_an_exception_of_airflow_rises_again_after_the_manifest(worker: Worker, runner: Runner) -> None:
    class AirflowTaskTimeout(BaseException):
        pass

    def end(attempt: Path) -> int:
        (attempt / "events.ndjson").write_text('{"event": "memory", "peakBytes": 5000000}\n')
        raise AirflowTaskTimeout("after 1 s")

    runner.ends = end
    with pytest.raises(AirflowTaskTimeout):
        worker.run(worker.publish([worker.operator("one")]), "one")
    manifest = worker.manifest("one")
    assert manifest["failure"]["message"] == "The operator took longer than Airflow allows: after 1 s"
    assert manifest["peakBytes"] == 5000000


def test_another_exception_without_a_result_counts_as_a_task_that_airflow_ended(worker: Worker, runner: Runner) -> None:
    def end(attempt: Path) -> int:
        raise KeyboardInterrupt

    runner.ends = end
    with pytest.raises(KeyboardInterrupt):
        worker.run(worker.publish([worker.operator("one")]), "one")
    assert worker.manifest("one")["failure"]["message"] == (
        "Airflow ended this task while its operator ran (KeyboardInterrupt)."
    )


def test_the_runner_starts_in_airflows_python_in_the_folder_of_the_code(worker: Worker, runner: Runner) -> None:
    worker.run(worker.publish([worker.operator("one")]), "one")
    assert runner.started == [(sys.executable, "code", "attempt", True)]


def values(worker: Worker, runner: Runner, *ids: str) -> None:
    runner.ends = runner.succeeding(artifacts=[artifact(id) for id in ids])


def test_inputs_come_in_the_order_of_arguments_whoever_made_them(
    worker: Worker, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "fetch_content", lambda *_: None)
    two = worker.operator("two", inputs=["b", "n", "a", "b"])
    spec = worker.publish([worker.operator("one", outputs=["a", "b"]), worker.parameter("n", 5), two])
    values(worker, runner, "a", "b")
    worker.run(spec, "one")
    worker.run(spec, "two")
    assert [each["artifact"] for each in runner.jobs[-1]["inputs"]] == ["b", "n", "a", "b"]


def test_a_value_that_its_maker_did_not_leave_is_named(worker: Worker, runner: Runner) -> None:
    two = worker.operator("two", inputs=["a", "b", "c"])
    spec = worker.publish([worker.operator("one", outputs=["a", "b", "c"]), two])
    values(worker, runner, "a")
    worker.run(spec, "one")
    with pytest.raises(Failed, match=r"^The values b, c are not in the store\. Publish"):
        worker.run(spec, "two")


def test_a_value_of_a_failed_operator_is_not_read(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.operator("one"), worker.operator("two", inputs=["one"])])
    runner.ends = runner.succeeding(failing("user"), artifacts=[artifact("one")])
    with pytest.raises(Failed):
        worker.run(spec, "one")
    with pytest.raises(Failed, match=r"^one has no good value in this run: clear it, so that it runs again\. "):
        worker.run(spec, "two")


def test_a_parameter_of_an_earlier_life_is_made_anew(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.parameter("n", 5), worker.operator("two", inputs=["n"])])
    worker.run(spec, "two")
    worker.run(spec, "two", life=1, clear_number=1, conf={"n": 7})
    assert [worker.value(worker.manifest("n", life=life)) for life in (0, 1)] == [5, 7]


def test_a_parameter_whose_manifest_is_missing_is_put_with_the_value_of_the_run(
    worker: Worker, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = worker.publish([worker.parameter("n", 5), worker.operator("two", inputs=["n"])])
    with monkeypatch.context() as patch:  # the first task was ended between record and parameters
        patch.setattr(task.parameters, "put_manifest", lambda *_: None)
        task.Task(spec, worker.store, worker.place(), worker.dag_run(conf={"n": 7}))
    worker.run(spec, "two")
    manifest = worker.manifest("n")
    assert (worker.value(manifest), manifest["build"]) == (7, spec["build"])


def test_a_try_that_has_its_manifest_already_is_told(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.operator("one")])
    worker.run(spec, "one")
    worker.run(spec, "one")
    assert runner.shown == ["Aqueduct: try 1 of one has a manifest already; this one is left out."]


def test_a_check_that_only_warns_says_that_the_run_goes_on(worker: Worker, runner: Runner) -> None:
    check = worker.operator("fine", name="Is fine", kind="check", severity="warning")
    runner.ends = runner.succeeding(check={"passed": False, "severity": "warning"})
    spec = worker.publish([check])
    worker.run(spec, "fine")
    assert runner.shown == ["Aqueduct: the check Is fine did not pass; its severity is WARNING, so the run goes on."]
    runner.ends = runner.succeeding(check={"passed": True, "severity": "warning"})
    worker.run(spec, "fine", try_number=2)
    runner.ends = runner.succeeding(failing("check"), check={"passed": False, "severity": "error"})
    with pytest.raises(Failed):
        worker.run(spec, "fine", try_number=3)
    assert len(runner.shown) == 1


@pytest.mark.parametrize("kind", ["extract", "save"])
def test_an_operator_of_a_database_gets_its_address_by_the_name_of_the_dag_or_of_the_resource(
    worker: Worker, runner: Runner, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(airflow_side, "connection", lambda name: Connection("sqlite", host=f"/{name}.db"))
    operators = [worker.operator(name, kind=kind, resource=name) for name in ("demo", "other")]
    spec = worker.publish(operators)
    for each in operators:
        worker.run(spec, each["id"])
    urls = [job["database"]["url"] for job in runner.jobs]
    assert urls == ["sqlite:////demo_connection.db", "sqlite:////other.db"]


def refusal(worker: Worker, monkeypatch: pytest.MonkeyPatch, error: Exception) -> Any:
    def refuse(name: str) -> None:
        raise error

    monkeypatch.setattr(airflow_side, "connection", refuse)
    spec = worker.publish([worker.operator("wine", kind="extract", resource="demo")])
    with pytest.raises(Failed) as failed:
        worker.run(spec, "wine")
    assert not failed.value.final
    return worker.manifest("wine")["failure"]


def test_a_missing_connection_and_an_unknown_database_say_what_to_do(
    worker: Worker, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refusal(worker, monkeypatch, airflow_side.NoConnection("demo_connection")) == {
        "type": "system",
        "message": "Airflow has no Connection demo_connection for the database demo.",
        "tip": "Make the Connection demo_connection in Airflow (Admin, Connections), or name another as "
        "airflowConnection in aqueduct.json.",
        "trace": [],
    }


def test_a_database_that_only_its_provider_knows_is_told_with_the_provider(
    worker: Worker, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refusal(worker, monkeypatch, UnknownDatabase("exotic")) == {
        "type": "system",
        "message": "The Connection demo_connection is of type exotic, whose address is known to its provider only.",
        "tip": "Install Airflow's provider for exotic on the workers.",
        "trace": [],
    }


def test_the_gate_says_all_that_is_in_the_way(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.operator("one"), worker.operator("two")])
    with pytest.raises(Failed) as failed:
        worker.pass_gate(spec)
    assert (str(failed.value), failed.value.final) == (
        "Nothing is saved: one has no manifest; two has no manifest",
        True,
    )


def test_the_gate_of_a_cleared_run_counts_what_was_not_cleared(worker: Worker, runner: Runner) -> None:
    spec = worker.publish([worker.operator("one")])
    worker.run(spec, "one")
    worker.pass_gate(spec, life=1, clear_number=1)


def context(conf: Any = None) -> dict[str, Any]:
    run = SimpleNamespace(run_id="run", start_date=START, conf=conf, run_type="manual")
    return {"dag_run": run, "ti": SimpleNamespace(try_number=1)}


def whole(worker: Worker, tmp_path: Path, *operators: Any) -> dict[str, Any]:
    return {**worker.publish(operators), "store": {"type": "folder", "folder": str(tmp_path / "store")}}


def test_a_task_of_airflow_runs_its_operator_or_the_gate(worker: Worker, runner: Runner, tmp_path: Path) -> None:
    spec = whole(worker, tmp_path, worker.operator("one"))
    with pytest.raises(Failed, match="Nothing is saved"):
        task.run(spec, "_gate", context())
    task.run(spec, "one", context())
    task.run(spec, "_gate", context())
    assert worker.manifest("one")["status"] == "succeeded"
    assert runner.shown[1] == f"Aqueduct: build {spec['build'][:12]} of wine, one, try 1"


def test_a_wrong_parameter_or_a_missing_build_fails_the_task_for_good(
    worker: Worker, runner: Runner, tmp_path: Path
) -> None:
    spec = whole(worker, tmp_path, worker.parameter("n", 5))
    with pytest.raises(Failed, match=re.escape('n takes a number, such as 6, not "x".')) as failed:
        task.run(spec, "n", context({"n": "x"}))
    assert failed.value.final
    with pytest.raises(Failed, match="The record of build 000000000000 is not in the store") as failed:
        task.run({**spec, "build": "0" * 64}, "n", context())
    assert failed.value.final
    assert runner.shown == []


def test_a_folder_of_a_try_is_private_and_named(worker: Worker, runner: Runner) -> None:
    seen: list[Path] = []

    def end(attempt: Path) -> int:
        seen.append(attempt.parent)
        assert attempt.parent.stat().st_mode & 0o777 == 0o700
        return runner.succeeding()(attempt)

    runner.ends = end
    worker.run(worker.publish([worker.operator("one")]), "one")
    assert seen[0].name.startswith("aqueduct-")
    assert not seen[0].exists()
