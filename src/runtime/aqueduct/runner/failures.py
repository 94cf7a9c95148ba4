"""What went wrong, in the words of docs/formats/runner.md: whose fault, what happened, what to do, where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Frame:
    """A line of the user's own code; `file` is relative to the folder where it lies under it."""

    file: str
    line: int
    function: str
    text: str

    def as_json(self) -> dict[str, Any]:
        return {"file": self.file, "line": self.line, "function": self.function, "text": self.text}


@dataclass(frozen=True)
class Failure:
    """`type` is one of user, check, requirements, system, cancelled, lost, republished."""

    type: str
    message: str
    tip: str
    trace: tuple[Frame, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "message": self.message,
            "tip": self.tip,
            "trace": [frame.as_json() for frame in self.trace],
        }


class OperatorFailed(Exception):
    """Ends the run of an operator with a failure that is known already."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure
