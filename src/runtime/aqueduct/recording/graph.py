"""From records to the graph of docs/formats.md 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from aqueduct.recording.model import ArtifactRecord, Note, OperatorRecord, PublishRecord
from aqueduct.recording.naming import assign_ids


class Ids:
    """Ids of everything recorded, over the whole file."""

    def __init__(self, operators: Sequence[OperatorRecord]) -> None:
        ids = assign_ids([(operator.name, operator.kind) for operator in operators])
        self._operators = {id(operator): name for operator, name in zip(operators, ids)}

    def of_operator(self, operator: OperatorRecord) -> str:
        """The id of an operator."""
        return self._operators[id(operator)]

    def of_artifact(self, artifact: ArtifactRecord) -> str:
        """The producer's id, with `.<n>` where it gives several."""
        producer = self.of_operator(artifact.producer)
        outputs = artifact.producer.outputs
        return producer if len(outputs) == 1 else f"{producer}.{outputs.index(artifact) + 1}"


def members(operators: Sequence[OperatorRecord], publish: PublishRecord) -> list[OperatorRecord]:
    """The operators of a workflow, in recorded order (*Membership* in docs/formats.md 1)."""
    users = _users(operators)
    found: set[int] = set()
    pending = [artifact.producer for artifact in publish.artifacts]
    for listed in (publish.metrics, publish.checks):
        pending += [artifact.producer for artifact in listed or []]
    while pending:
        operator = pending.pop()
        if id(operator) in found:
            continue
        found.add(id(operator))
        pending += [artifact.producer for artifact in operator.inputs]
        pending += [user for user in users.get(id(operator), []) if _comes_along(user, publish)]
    return [operator for operator in operators if id(operator) in found]


def graph_json(
    operators: Sequence[OperatorRecord], publishes: Sequence[PublishRecord], notes: Sequence[Note]
) -> dict[str, Any]:
    """The whole graph of a file."""
    ids = Ids(operators)
    workflows = [_workflow(ids, publish, members(operators, publish)) for publish in publishes]
    rest = unpublished(operators, publishes)
    if rest:
        workflows.append(_workflow(ids, None, rest))
    return {"format": 1, "workflows": workflows, "problems": [note.to_json() for note in notes]}


def unpublished(operators: Sequence[OperatorRecord], publishes: Sequence[PublishRecord]) -> list[OperatorRecord]:
    """Operators that no publish reaches."""
    reached = {id(operator) for publish in publishes for operator in members(operators, publish)}
    return [operator for operator in operators if id(operator) not in reached]


def _users(operators: Sequence[OperatorRecord]) -> dict[int, list[OperatorRecord]]:
    """Those who read what an operator gives, by its `id`."""
    users: dict[int, list[OperatorRecord]] = {}
    for operator in operators:
        for artifact in operator.inputs:
            users.setdefault(id(artifact.producer), []).append(operator)
    return users


def _comes_along(user: OperatorRecord, publish: PublishRecord) -> bool:
    if user.kind == "metric":
        return publish.metrics is None
    if user.kind == "check":
        return publish.checks is None
    return user.kind == "save"


def _workflow(ids: Ids, publish: Optional[PublishRecord], operators: list[OperatorRecord]) -> dict[str, Any]:
    return {
        "name": publish.name if publish else None,
        "engine": publish.engine if publish else None,
        "schedule": publish.schedule if publish else None,
        "source": publish.source.to_json() if publish and publish.source else None,
        "operators": [_operator(ids, operator) for operator in operators],
        "artifacts": [
            {
                "id": ids.of_artifact(artifact),
                "name": artifact.name,
                "type": artifact.type,
                "producer": ids.of_operator(operator),
            }
            for operator in operators
            for artifact in operator.outputs
        ],
    }


def _operator(ids: Ids, operator: OperatorRecord) -> dict[str, Any]:
    return {
        "id": ids.of_operator(operator),
        "name": operator.name,
        "kind": operator.kind,
        "inputs": [ids.of_artifact(artifact) for artifact in operator.inputs],
        "outputs": [ids.of_artifact(artifact) for artifact in operator.outputs],
        "source": operator.source.to_json() if operator.source else None,
        "definition": operator.definition.to_json() if operator.definition else None,
        **operator.details,
    }
