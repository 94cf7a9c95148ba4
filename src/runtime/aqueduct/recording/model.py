"""The records of one workflow file, as its calls made them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional


@dataclass(frozen=True)
class Source:
    """A range of text: lines and columns from 1, columns in UTF-16 units, the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def to_json(self) -> dict[str, Any]:
        """As docs/formats/graph.md writes it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "endLine": self.end_line,
            "endColumn": self.end_column,
        }


@dataclass(frozen=True)
class Parameter:
    """The default of a parameter as bytes (`Encoded`), and the `Shipment` of what these bytes name; None where that is nothing."""

    encoded: Any
    shipment: Any = None


@dataclass(eq=False)
class ArtifactRecord:
    """A value that an operator gives.

    `name` may be changed by the file; so is `producer` by a call that replaces an earlier one. `explicitly_named`: the
    user wrote the name, it was not made of that of the operator; `named_at` is where.
    """

    name: str
    type: str
    producer: OperatorRecord = field(repr=False)
    explicitly_named: bool = False
    named_at: Optional[Source] = None

    def rename(self, name: str, at: Optional[Source]) -> None:
        """Gives it the name that the user wrote, blanks around it left out."""
        self.name, self.explicitly_named, self.named_at = name.strip(), True, at


@dataclass(eq=False)
class OperatorRecord:
    """One call that recorded an operator.

    `details` are the fields of docs/formats/graph.md that only this kind has. `shipment` is what travels with it,
    None where nothing does. `replaces` is the earlier call whose place this one has taken. `dropped`: the parameter of
    a literal whose call has replaced one with the same literals.
    """

    name: str
    kind: str
    inputs: list[ArtifactRecord]
    source: Optional[Source]
    definition: Optional[Source] = None
    details: dict[str, Any] = field(default_factory=dict)
    outputs: list[ArtifactRecord] = field(default_factory=list)
    shipment: Any = None
    parameter: Optional[Parameter] = None
    replaces: Optional[OperatorRecord] = field(default=None, repr=False)
    dropped: bool = False


@dataclass(eq=False)
class PublishRecord:
    """One `publish_flow`; `metrics` and `checks` are None where all that hang on the artifacts come along.

    `members` are its operators, `names` those of their artifacts by `id`, as they were at its call.
    """

    name: str
    engine: Optional[str]
    schedule: Optional[str]
    source: Optional[Source]
    artifacts: list[ArtifactRecord]
    metrics: Optional[list[ArtifactRecord]]
    checks: Optional[list[ArtifactRecord]]
    run_now: Optional[bool] = None
    description: Optional[str] = None
    members: list[OperatorRecord] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """Something that the user should know of a line."""

    code: str
    severity: str
    message: str
    source: Source

    def to_json(self) -> dict[str, Any]:
        """As docs/formats/graph.md writes a problem."""
        return {"code": self.code, "severity": self.severity, "message": self.message, **self.source.to_json()}
