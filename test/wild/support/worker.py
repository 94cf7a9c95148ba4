"""Runs builds from a store as a worker of Airflow does; stdin: what to run, `answer.json` in the working folder: what came of it.

Airflow's part is played by stand-ins: everything else, from the build's record to the manifests, is the launcher's own.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any, NoReturn

from aqueduct import keys
from aqueduct.launcher import airflow_side, records
from aqueduct.launcher.airflow_side import DagRun
from aqueduct.launcher.task import Task
from aqueduct.parameter_values import WrongParameter
from aqueduct.store import FolderStore


class Failed(Exception):
    """Stands where Airflow's exceptions do."""


def fail(message: str) -> NoReturn:
    raise Failed(message)


class Refused(Exception):
    """No task of the run can be made."""


class Run:
    """One DAG run: its tasks one after another, each where what it needs has succeeded."""

    def __init__(self, store: FolderStore, request: Mapping[str, Any]) -> None:
        self._store, self._spec = store, request["spec"]
        self._dag_run = DagRun("wild", datetime.now(timezone.utc), request["conf"], False, 0, 1)
        rid = keys.run_key(self._spec["project"], self._spec["workflow"], self._spec["target"], "wild")
        self._place = keys.RunPlace(self._spec["project"], self._spec["key"], rid, keys.life_of(self._dag_run.start))
        self._build = records.read_build(store, self._spec["project"], self._spec["key"], self._spec["build"])

    def result(self) -> dict[str, Any]:
        try:
            states = self._states()
        except Refused as refused:
            return {"refused": str(refused)}
        return {"rid": self._place.rid, "life": self._place.life, "states": states}

    def _states(self) -> dict[str, str]:
        states: dict[str, str] = {}
        producers = records.producers(self._build)
        passed_gate = None
        for operator in self._build["operators"]:
            if operator["kind"] == "parameter":
                continue
            if operator["kind"] == "save" and passed_gate is None:
                passed_gate = self._succeeds(lambda task: task.pass_gate())
            needed = {producers[artifact] for artifact in operator["inputs"]} & states.keys()
            free = all(states[each] == "succeeded" for each in needed) and (operator["kind"] != "save" or passed_gate)
            if not free:
                states[operator["id"]] = "upstreamFailed"
                continue
            good = self._succeeds(lambda task, name=operator["id"]: task.run_operator(name))
            states[operator["id"]] = "succeeded" if good else "failed"
        return states

    def _succeeds(self, work: Any) -> bool:
        task = self._task()
        try:
            work(task)
        except Failed:
            return False
        return True

    def _task(self) -> Task:
        """As `aqueduct.launcher.run` makes it: what is wrong here fails every task of the run."""
        try:
            return Task(self._spec, self._store, self._place, self._dag_run)
        except (records.Broken, WrongParameter) as error:
            raise Refused(str(error)) from error


def main() -> None:
    asked = json.loads(sys.stdin.read())
    airflow_side.fail = fail  # type: ignore[assignment]
    airflow_side.fail_for_now = fail  # type: ignore[assignment]
    airflow_side.connection = lambda _name: SimpleNamespace(conn_type="sqlite", host="", schema=asked["database"])
    store = FolderStore(asked["store"])
    answer = {each["spec"]["workflow"]: Run(store, each).result() for each in asked["runs"]}
    with open(asked["answer"], "w", encoding="utf-8") as file:
        json.dump({"user": os.getuid(), "folder": os.getcwd(), "runs": answer}, file)


if __name__ == "__main__":
    main()
