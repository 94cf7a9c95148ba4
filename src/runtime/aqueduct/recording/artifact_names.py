"""Names of artifacts in one workflow: those that the user wrote stand, others are made unique as Aqueduct did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aqueduct.recording.model import ArtifactRecord, OperatorRecord


def unique_names(operators: Sequence[OperatorRecord]) -> dict[int, str]:
    """Names by the `id` of the artifact; the second `x` that the user did not write is `x (1)`."""
    artifacts = [artifact for operator in operators for artifact in operator.outputs]
    taken = {artifact.name for artifact in artifacts if artifact.explicitly_named}
    found: dict[int, str] = {}
    numbers: dict[str, int] = {}
    for artifact in artifacts:
        name = artifact.name
        if not artifact.explicitly_named:
            number = numbers.get(artifact.name, 0)
            while name in taken:
                number += 1
                name = f"{artifact.name} ({number})"
            numbers[artifact.name] = number
            taken.add(name)
        found[id(artifact)] = name
    return found


def equal_names(operators: Sequence[OperatorRecord]) -> Iterator[tuple[ArtifactRecord, ArtifactRecord]]:
    """Pairs of artifacts that the user gave one name: the first that has it, and each later one."""
    first: dict[str, ArtifactRecord] = {}
    for operator in operators:
        for artifact in operator.outputs:
            if artifact.explicitly_named and first.setdefault(artifact.name, artifact) is not artifact:
                yield first[artifact.name], artifact


# The same words as in core/check/equalNames.ts.
def equal_name(workflow: str, first: ArtifactRecord, second: ArtifactRecord) -> str:
    """What to say of the second of two artifacts of one name."""
    what = "parameters" if {first.producer.kind, second.producer.kind} == {"parameter"} else "artifacts"
    line = f"line {first.named_at.line}" if first.named_at is not None else "another line"
    return (
        f'Two {what} of the workflow "{workflow}" are called "{first.name}", this one and that of {line}: '
        "give one of them another name, as set_name() does."
    )
