"""One task, from Airflow's call to the manifest."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from aqueduct import formats, keys
from aqueduct.environments import environment_for
from aqueduct.launcher import airflow_side, gate, outcome, parameters, pinning, records, type_memory
from aqueduct.launcher.child import Child, show
from aqueduct.launcher.crash import last_words
from aqueduct.launcher.database_url import UnknownDatabase, database_url
from aqueduct.launcher.opened_store import open_store
from aqueduct.launcher.staging import Stage
from aqueduct.parameter_values import WrongParameter
from aqueduct.store import Store
from aqueduct.store.blobs import WrongContent

_FOR_GOOD = frozenset({"user", "check", "requirements", "republished", "cancelled"})


class _Refused(Exception):
    """The operator is not run: a failure that is known before."""

    def __init__(self, kind: str, message: str, tip: str) -> None:
        super().__init__(message)
        self.failure = outcome.failure(kind, message, tip)


def run(spec: Mapping[str, Any], task_id: str, context: Mapping[str, Any]) -> None:
    """Runs task `task_id` of a DAG whose literal is `spec`; returns when it is good, else raises Airflow's exceptions."""
    try:
        formats.read("dag-spec", spec, "The literal of this DAG file")
    except formats.Unreadable as error:
        airflow_side.fail(f"{error} It was edited, or another version made it: publish the workflow again.")
    store = open_store(spec["store"])
    dag_run = airflow_side.dag_run(context)
    rid = keys.run_key(spec["project"], spec["workflow"], spec["target"], dag_run.run_id)
    place = keys.RunPlace(spec["project"], spec["key"], rid, keys.life_of(dag_run.start))
    try:
        records.check_format(store)
        task = Task(spec, store, place, dag_run)
        show(f"Aqueduct: build {task.pinned.name[:12]} of {spec['workflow']}, {task_id}, try {dag_run.try_number}")
        if task_id == gate.TASK:
            task.pass_gate()
        else:
            task.run_operator(task_id)
    except (records.Broken, WrongParameter) as error:
        airflow_side.fail(str(error))
    except WrongContent as error:
        airflow_side.fail_for_now(f"{error} {error.tip}")


class Task:
    """A task of a run whose build is pinned."""

    def __init__(
        self, spec: Mapping[str, Any], store: Store, place: keys.RunPlace, dag_run: airflow_side.DagRun
    ) -> None:
        self._spec, self._store, self._place, self._run = spec, store, place, dag_run
        published = records.read_build(store, spec["project"], spec["key"], spec["build"])
        self.pinned = pinning.pin(
            store, spec, place, dag_run, published, parameters.json_values(published, dag_run.conf)
        )
        if self.pinned.first:
            for operator in parameters.parameters_of(self.pinned.build):
                parameters.put_manifest(store, place, self.pinned.name, operator, self.pinned.parameters)

    def pass_gate(self) -> None:
        """Lets the saves pass, or fails with what is in their way."""
        found = gate.obstacles(self._store, self._place, self._lives(), self.pinned)
        if found:
            airflow_side.fail("Nothing is saved: " + "; ".join(found))

    def run_operator(self, task_id: str) -> None:
        """Runs an operator and puts its manifest; raises where it is not good."""
        folder = Path(tempfile.mkdtemp(prefix="aqueduct-"))  # born with mode 0700
        try:
            self._run_in(folder, task_id)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run_in(self, folder: Path, task_id: str) -> None:
        stage = Stage(self._store, folder)
        started = outcome.now()
        operator: Mapping[str, Any] = records.operator_of(self.pinned.build, task_id) or {
            "id": task_id,
            "kind": "function",
        }
        inputs: list[Mapping[str, Any]] = []
        expected: Sequence[Optional[Mapping[str, Any]]] = ()
        result: Optional[dict[str, Any]] = None
        raised: Optional[BaseException] = None
        try:
            operator = pinning.pinned_operator(self._store, self._spec, self.pinned, task_id)
            inputs = self._inputs(operator)
            expected = type_memory.expected_types(self._store, self._place, self._spec["target"], self.pinned, operator)
            job = stage.job(operator, inputs, self._database_url(operator), expected)
            child = Child(environment_for((), None).python, job, stage.code, stage.attempt, show)
            code: Optional[int] = None
            try:
                code = child.wait()
            except BaseException as error:  # noqa: BLE001 - Airflow ends tasks by exceptions; they rise again below
                raised = error
            result = stage.result()
            if result is not None and (result["status"] == "succeeded" or result["failure"] is not None):
                failed = result["failure"]
            else:
                result = None
                failed = outcome.ended_without_result(
                    code,
                    child.cancelled,
                    stage.last_peak(),
                    raised,
                    last_words(stage.attempt / "stderr.log"),
                    stage.code,
                )
        except pinning.Republished as error:
            failed = outcome.failure("republished", str(error), "Clear the run to run it on the new build.")
        except formats.Unreadable as error:
            failed = outcome.failure(
                "system", str(error), "Clear it to run it again; its log may say what wrote there."
            )
        except records.Broken as error:
            tip = error.tip or "Publish the workflow again, then clear the run."
            failed = outcome.failure("system", error.message, tip)
        except _Refused as refused:
            failed = refused.failure
        number, peak = self._run.try_number, stage.last_peak()
        written = outcome.manifest(self._place, number, operator, self.pinned.name, result, failed, started, peak)
        written.update(outcome.held_to(operator, expected))
        if not outcome.upload(self._store, self._place.attempt(task_id, number), stage, result, written):
            show(f"Aqueduct: try {number} of {task_id} has a manifest already; this one is left out.")
        if (written["check"] or {}).get("passed") is False and failed is None:
            show(f"Aqueduct: the check {operator['name']} did not pass; its severity is WARNING, so the run goes on.")
        if raised is not None:
            raise raised
        if failed is not None:
            _raise(failed)

    def _lives(self) -> Sequence[str]:
        return records.input_lives(self._store, self._place, self._run.clear_number > 0)

    def _inputs(self, operator: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The artifacts that an operator reads, in the order of its arguments."""
        producer = records.producers(self.pinned.build)
        lives = self._lives() if operator["inputs"] else ()
        manifests = {
            name: self._manifest(name, lives) for name in {producer[artifact] for artifact in operator["inputs"]}
        }
        entries = {entry["id"]: entry for manifest in manifests.values() for entry in manifest["artifacts"]}
        missing = [artifact for artifact in operator["inputs"] if artifact not in entries]
        if missing:
            raise records.Broken(f"The values {', '.join(missing)} are not in the store.")
        return [entries[artifact] for artifact in operator["inputs"]]

    def _manifest(self, name: str, lives: Sequence[str]) -> Mapping[str, Any]:
        operator = records.operator_of(self.pinned.build, name)
        if operator is not None and operator["kind"] == "parameter":
            found = records.latest_manifest(self._store, self._place, [self._place.life], name)
            return found or parameters.put_manifest(
                self._store, self._place, self.pinned.name, operator, self.pinned.parameters
            )
        found = records.latest_manifest(self._store, self._place, lives, name)
        if found is None or found["status"] != "succeeded":
            raise records.Broken(f"{name} has no good value in this run: clear it, so that it runs again.")
        return found

    def _database_url(self, operator: Mapping[str, Any]) -> Optional[str]:
        if operator["kind"] not in ("extract", "save"):
            return None
        resource = operator["resource"]
        name = self._spec["connections"].get(resource, resource)
        try:
            return database_url(airflow_side.connection(name))
        except airflow_side.NoConnection:
            tip = f"Make the Connection {name} in Airflow (Admin, Connections), or name another as airflowConnection in aqueduct.json."
            raise _Refused("system", f"Airflow has no Connection {name} for the database {resource}.", tip) from None
        except UnknownDatabase as kind:
            tip = f"Install Airflow's provider for {kind} on the workers."
            message = f"The Connection {name} is of type {kind}, whose address is known to its provider only."
            raise _Refused("system", message, tip) from None


def _raise(failed: Mapping[str, Any]) -> None:
    message = f"{failed['message']} {failed['tip']}"
    if failed["type"] in _FOR_GOOD:
        airflow_side.fail(message)
    airflow_side.fail_for_now(message)
