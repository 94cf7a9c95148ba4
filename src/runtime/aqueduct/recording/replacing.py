"""Which call takes the place of an earlier one: a save of an artifact again, a metric or check on the same inputs again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Optional

from aqueduct.recording.model import ArtifactRecord, OperatorRecord

_BY_INPUTS = frozenset({"metric", "check", "systemMetric"})


class Standing:
    """What the file says at a moment: everything recorded but what a later call has replaced, each behind what it reads."""

    def __init__(self) -> None:
        self.operators: list[OperatorRecord] = []
        self._by_key: dict[Hashable, OperatorRecord] = {}

    def add(self, operator: OperatorRecord) -> Optional[OperatorRecord]:
        """Adds an operator; gives the one that it replaces, whose artifacts are the new one's from now on.

        A metric or check stands where the former one stood, since others may read it. A save goes to the end: nobody
        reads it, and the last call decides what is saved last.
        """
        key = _key(operator)
        former = None if key is None else self._by_key.get(key)
        if key is not None:
            self._by_key[key] = operator
        if former is None:
            self.operators.append(operator)
            return None
        self._drop_literals(operator, former)
        place = self.operators.index(former)
        if operator.kind == "save":
            del self.operators[place]
            self.operators.append(operator)
        else:
            self.operators[place] = operator
        _hand_on(former, operator)
        return former

    def _drop_literals(self, operator: OperatorRecord, former: OperatorRecord) -> None:
        """The literals of the former call have the same values, so its parameters stay and the new ones go."""
        for artifact in operator.inputs:
            if artifact not in former.inputs:
                self.operators.remove(artifact.producer)
                artifact.producer.dropped = True
        operator.inputs = list(former.inputs)


# The same words as in core/check/replacedCall.ts.
def replaced_save(former: OperatorRecord) -> str:
    """What to say of a save that another one to the same table replaces."""
    return (
        f"This save takes the place of that on line {_line(former)}, of the same artifact into the same table: "
        "only this one is made."
    )


def replaced_call(former: OperatorRecord) -> str:
    """What to say of a metric or check whose place another one of its name on the same inputs takes."""
    return (
        f"This {former.kind} takes the place of that on line {_line(former)}, which has the same name and the same "
        f"inputs: write name= to have both."
    )


def _line(operator: OperatorRecord) -> int:
    return operator.source.line if operator.source is not None else 0


def _hand_on(former: OperatorRecord, operator: OperatorRecord) -> None:
    operator.replaces = former
    for kept, new in zip(former.outputs, operator.outputs):
        kept.name, kept.explicitly_named, kept.named_at = new.name, new.explicitly_named, new.named_at
        kept.producer = operator
    operator.outputs = former.outputs


def _key(operator: OperatorRecord) -> Optional[Hashable]:
    """Equal for two operators of which the later replaces the former; None where nothing can replace it."""
    inputs = tuple(map(_input_key, operator.inputs))
    if operator.kind == "save":
        return "save", inputs, operator.details.get("resource"), operator.details.get("table")
    return (
        (operator.kind, operator.name, inputs, repr(operator.details.get("call")))
        if operator.kind in _BY_INPUTS
        else None
    )


def _input_key(artifact: ArtifactRecord) -> Hashable:
    """An artifact is itself; a literal of a call is what it is called and its value."""
    parameter = artifact.producer.parameter
    if parameter is None or artifact.producer.details.get("explicit"):
        return id(artifact)
    encoded = parameter.encoded
    return artifact.producer.name, encoded.type, encoded.encoding, bytes(encoded.data)
