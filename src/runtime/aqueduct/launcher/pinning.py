"""Which build a task runs: the one that the first task of this life put down, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from aqueduct import keys
from aqueduct.launcher import records
from aqueduct.launcher.airflow_side import DagRun
from aqueduct.store import Store


class Republished(Exception):
    """The workflow was published while this run was active, and this task is not the same in both builds."""


@dataclass(frozen=True)
class Pinned:
    """The build that this life runs; `first` where this very task began the life."""

    name: str
    build: Mapping[str, Any]
    parameters: Mapping[str, Any]
    first: bool


def pin(
    store: Store,
    spec: Mapping[str, Any],
    place: keys.RunPlace,
    run: DagRun,
    published: Mapping[str, Any],
    parameters: Mapping[str, Any],
) -> Pinned:
    """Puts `run.json` if it is absent and reads what stands there then; `published` is the record of the DAG's build."""
    record = {
        "format": 1,
        "project": spec["project"],
        "workflow": spec["workflow"],
        "target": spec["target"],
        "runId": run.run_id,
        "life": place.life,
        "build": spec["build"],
        "parameters": dict(parameters),
        "startedBy": "airflow",
        "scheduled": run.scheduled,
        "clearNumber": run.clear_number,
    }
    first = records.put_json(store, place.record, record)
    if first:
        store.put_if_absent(place.marker, b"")
    there: Optional[dict[str, Any]] = record if first else records.read_run(store, place)
    if there is None:
        raise records.Broken("The record of this run is gone from the store: clear the run to start it anew.")
    name = there["build"]
    build = published if name == spec["build"] else records.read_build(store, spec["project"], spec["key"], name)
    return Pinned(name, build, there["parameters"], first)


def pinned_operator(store: Store, spec: Mapping[str, Any], pinned: Pinned, task: str) -> Mapping[str, Any]:
    """The operator to run; raises Republished where the pinned build does not have it with the same inputs."""
    operator = records.operator_of(pinned.build, task)
    if pinned.name == spec["build"]:
        if operator is None:
            raise records.Broken(f"Build {pinned.name[:12]} has no operator {task}: publish the workflow again.")
        return operator
    newer = records.operator_of(records.read_build(store, spec["project"], spec["key"], spec["build"]), task)
    if operator is None or newer is None or (operator["kind"], operator["inputs"]) != (newer["kind"], newer["inputs"]):
        raise Republished(
            f"republished while this run was active: it began with build {pinned.name[:12]}, and {task} is another operator "
            f"in build {spec['build'][:12]}"
        )
    return operator
