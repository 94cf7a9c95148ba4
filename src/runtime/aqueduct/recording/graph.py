"""From records to the graph of docs/formats/graph.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from aqueduct.recording.artifact_names import unique_names
from aqueduct.recording.membership import unpublished
from aqueduct.recording.model import ArtifactRecord, OperatorRecord, PublishRecord
from aqueduct.recording.naming import assign_ids
from aqueduct.recording.recorder import Recorder


class Ids:
    """Ids of everything recorded, over the whole file; an operator that replaces another one has its id."""

    def __init__(self, operators: Sequence[OperatorRecord]) -> None:
        first = list({id(one): one for one in map(_first_of, operators)}.values())
        ids = assign_ids([(operator.name, operator.kind) for operator in first])
        self._ids = {id(operator): name for operator, name in zip(first, ids)}

    def of_operator(self, operator: OperatorRecord) -> str:
        """The id of an operator."""
        return self._ids[id(_first_of(operator))]

    def of_artifact(self, artifact: ArtifactRecord) -> str:
        """The producer's id, with `.<n>` where it gives several."""
        producer = self.of_operator(artifact.producer)
        outputs = artifact.producer.outputs
        return producer if len(outputs) == 1 else f"{producer}.{outputs.index(artifact) + 1}"


def _first_of(operator: OperatorRecord) -> OperatorRecord:
    """The first of the calls each of which took the place of the one before."""
    while operator.replaces is not None:
        operator = operator.replaces
    return operator


def graph_json(recorder: Recorder) -> dict[str, Any]:
    """The whole graph of a file."""
    ids = Ids(recorder.recorded)
    workflows = [_workflow(ids, publish, publish.members, publish.names) for publish in recorder.publishes]
    rest = unpublished(recorder.operators, recorder.publishes)
    if rest:
        workflows.append(_workflow(ids, None, rest, unique_names(rest)))
    return {"format": 1, "workflows": workflows, "problems": [note.to_json() for note in recorder.notes]}


def _workflow(
    ids: Ids, publish: Optional[PublishRecord], operators: Sequence[OperatorRecord], names: Mapping[int, str]
) -> dict[str, Any]:
    return {
        "name": publish.name if publish else None,
        **({"description": publish.description} if publish and publish.description else {}),
        "engine": publish.engine if publish else None,
        "schedule": publish.schedule if publish else None,
        "source": publish.source.to_json() if publish and publish.source else None,
        "operators": [_operator(ids, operator) for operator in operators],
        "artifacts": [
            {
                "id": ids.of_artifact(artifact),
                "name": names[id(artifact)],
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
