"""The operators of a publication (*Membership* in docs/formats/graph.md)."""

from __future__ import annotations

from collections.abc import Sequence

from aqueduct.recording.model import OperatorRecord, PublishRecord


def members_of(operators: Sequence[OperatorRecord], publish: PublishRecord) -> list[OperatorRecord]:
    """Those that a publication takes of what stands at its call, in their order."""
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


def unpublished(operators: Sequence[OperatorRecord], publishes: Sequence[PublishRecord]) -> list[OperatorRecord]:
    """Operators that no publication has."""
    reached = {id(operator) for publish in publishes for operator in publish.members}
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
