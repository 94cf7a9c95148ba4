"""Artifacts: what operators give, as workflow files hold them.

Where a file is run by hand they have values; while it is read, stand-ins that say why they can do no more.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Optional, Union, cast

from aqueduct.constants.enums import ArtifactType, CheckSeverity
from aqueduct.error import (
    CannotShipError,
    InvalidArtifactTypeException,
    InvalidUserArgumentException,
)
from aqueduct.given import is_text
from aqueduct.lacking import refusal, refuse_attribute
from aqueduct.recording import session
from aqueduct.recording.model import ArtifactRecord
from aqueduct.recording.recorder import When
from aqueduct.unknown import UnknownValue
from aqueduct.values.exact_json import to_exact

if TYPE_CHECKING:
    from aqueduct.resources import SaveConfig

_BOUNDS = {
    "upper": ("lessThan", "less than"),
    "lower": ("greaterThan", "greater than"),
    "equal": ("equal", "equal to"),
    "notequal": ("notEqual", "not equal to"),
}


class Artifact:
    """A value that an operator gives."""

    def __init__(self, record: ArtifactRecord) -> None:
        self._record = record

    def __repr__(self) -> str:
        return f"<artifact {self._record.name!r}>"

    def __reduce__(self) -> Any:
        raise CannotShipError(
            f"{self._record.name!r} is an artifact: its value is known only when the workflow runs. "
            "Pass it to the operator as an argument"
        )

    def name(self) -> str:
        """The artifact's name."""
        return self._record.name

    def set_name(self, name: str) -> None:
        """Gives the artifact another name."""
        if not is_text(name):
            raise InvalidUserArgumentException("The name of an artifact is a text that is not empty")
        self._record.rename(name, session.recorder().locate())

    def type(self) -> ArtifactType:
        """The type of the value, `untyped` where only a run can tell."""
        return ArtifactType.UNTYPED if self._record.type == "unknown" else ArtifactType(self._record.type)

    def get(self, parameters: Optional[dict[str, Any]] = None) -> Any:
        """The value; with `parameters` the one that these values of parameters, by name, would give."""
        execution = session.recorder().execution
        if execution is None:
            return UnknownValue(f"the value of {self._record.name!r}")
        return execution.value(self._record, parameters)

    def describe(self) -> None:
        """Says the artifact's name, type and value, where the file is run by hand."""
        if session.recorder().execution is not None:
            sys.stdout.write(f"{self.name()} ({self.type()}):\n{self.get()}\n")

    def enable_snapshot(self) -> None:
        """Every run keeps its values; here so that older files run."""
        session.recorder()

    def disable_snapshot(self) -> None:
        """Not there yet: every run keeps its values."""
        _note("disable_snapshot", "Every run keeps its values; leaving them out comes in a later version.")

    def snapshot_enabled(self) -> bool:
        """Whether runs keep the value."""
        return True

    def save(self, config: SaveConfig) -> None:
        """Saves the value when every other operator of a run is done: `artifact.save(db.config(table=, mode=))`."""
        from aqueduct.resources import SaveConfig, record_save

        if not isinstance(config, SaveConfig):
            raise InvalidUserArgumentException(
                "save() takes where to save: artifact.save(db.config(table='…', mode='replace')), "
                f"not {type(config).__name__}"
            )
        record_save(self, config)

    def bound(
        self,
        upper: Optional[float] = None,
        lower: Optional[float] = None,
        equal: Optional[float] = None,
        notequal: Optional[float] = None,
        severity: Union[CheckSeverity, str] = CheckSeverity.WARNING,
        lazy: bool = False,
    ) -> Artifact:
        """A check of this metric against one number; a value equal to `upper` or `lower` fails."""
        given = {
            key: value
            for key, value in (("upper", upper), ("lower", lower), ("equal", equal), ("notequal", notequal))
            if value is not None
        }
        if len(given) != 1:
            raise InvalidUserArgumentException("bound() takes exactly one of upper=, lower=, equal=, notequal=")
        if self._record.producer.kind == "check" or self._record.type not in ("numeric", "unknown"):
            raise InvalidArtifactTypeException(f"bound() checks a number; {self._record.name!r} is none")
        (keyword, value), *_ = given.items()
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise InvalidUserArgumentException(f"bound({keyword}=…) takes a number, not {type(value).__name__}")
        comparison, words = _BOUNDS[keyword]
        name = f"{words} {value}"
        return Artifact(
            session.recorder()
            .record(
                "check",
                name,
                [self._record],
                [(f"{name} artifact", "boolean")],
                details={
                    "severity": severity_value(severity),
                    "bound": {"comparison": comparison, "value": _exact(value)},
                },
                when=moment(lazy),
            )
            .outputs[0]
        )

    def number_of_rows(self, lazy: bool = False) -> Artifact:
        """A metric: how many rows the table has."""
        return self._preset("num_rows", "len(table)", moment(lazy))

    def max(self, column_id: str, lazy: bool = False) -> Artifact:
        """A metric: the largest value of a column."""
        return self._preset(f"max({column_id})", f"table[{column_id!r}].max()", moment(lazy))

    def min(self, column_id: str, lazy: bool = False) -> Artifact:
        """A metric: the smallest value of a column."""
        return self._preset(f"min({column_id})", f"table[{column_id!r}].min()", moment(lazy))

    def mean(self, column_id: str, lazy: bool = False) -> Artifact:
        """A metric: the mean of a column."""
        return self._preset(f"mean({column_id})", f"table[{column_id!r}].mean()", moment(lazy))

    def std(self, column_id: str, lazy: bool = False) -> Artifact:
        """A metric: the standard deviation of a column."""
        return self._preset(f"std({column_id})", f"table[{column_id!r}].std()", moment(lazy))

    def number_of_missing_values(
        self, column_id: Optional[str] = None, row_id: Optional[int] = None, lazy: bool = False
    ) -> Artifact:
        """A metric: how many values of one column or of one row are missing."""
        if (column_id is None) == (row_id is None):
            raise InvalidUserArgumentException("number_of_missing_values() takes one of column_id=, row_id=")
        if column_id is not None:
            return self._preset(
                f"num_col_missing_val({column_id})", f"int(table[{column_id!r}].isna().sum())", moment(lazy)
            )
        return self._preset(f"num_row_missing_val({row_id})", f"int(table.loc[{row_id!r}].isna().sum())", moment(lazy))

    def head(self, n: int = 5, parameters: Optional[dict[str, Any]] = None) -> Any:
        """The first rows of a table."""
        execution = session.recorder().execution
        if execution is None:
            return UnknownValue(f"the first rows of {self._record.name!r}")
        table = execution.value(self._record, parameters)
        if self._record.type != "table":
            raise InvalidArtifactTypeException(f"head() gives the first rows of tables; {self._record.name!r} is none")
        return table.head(n)

    def system_metric(self, metric_name: str, lazy: bool = False) -> Artifact:
        """Time and memory of the operator: every run shows them already; as metrics they come later."""
        raise refusal("Artifact.system_metric")

    def validate_with_expectation(
        self,
        expectation_name: str,
        expectation_args: Optional[dict[str, Any]] = None,
        severity: Union[CheckSeverity, str] = CheckSeverity.WARNING,
        lazy: bool = False,
    ) -> Artifact:
        """Checks by Great Expectations come later."""
        raise refusal("Artifact.validate_with_expectation")

    def __getattr__(self, name: str) -> NoReturn:
        refuse_attribute("Artifact", "Artifact", name)

    def _preset(self, name: str, expression: str, when: When) -> Artifact:
        from aqueduct.shipping.shipment import generated_shipment

        if self._record.producer.kind == "check" or self._record.type not in ("table", "unknown"):
            raise InvalidArtifactTypeException(f"{name} is a metric of tables; {self._record.name!r} is none")
        text = f"def preset(table):\n    return {expression}\n"
        return Artifact(
            session.recorder()
            .record(
                "metric",
                name,
                [self._record],
                [(f"{name} artifact", "numeric")],
                shipment=generated_shipment(text, "preset"),
                when=when,
            )
            .outputs[0]
        )


def _exact(value: Union[int, float]) -> Any:
    """The number of a bound as the graph has it: with a tag where no double holds it."""
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else to_exact(float(value))
    return to_exact(int(value))


def moment(lazy: object) -> When:
    """When a call with `lazy=` is executed."""
    return "later" if lazy else "now"


def holds_artifact(value: object, around: tuple[int, ...] = ()) -> bool:
    """Whether a value is an artifact, or a list, tuple or dictionary with one in it, however deep."""
    if isinstance(value, Artifact):
        return True
    if type(value) not in (list, tuple, dict) or id(value) in around:
        return False
    items = value.values() if isinstance(value, dict) else cast("Sequence[object]", value)
    return any(holds_artifact(item, (*around, id(value))) for item in items)


def with_values(value: object) -> Any:
    """A value with the values of its artifacts in their places."""
    if isinstance(value, Artifact):
        return value.get()
    if not holds_artifact(value):
        return value
    if isinstance(value, dict):
        return {key: with_values(item) for key, item in value.items()}
    items = [with_values(item) for item in cast("Sequence[object]", value)]
    return items if type(value) is list else tuple(items)


def record_of(artifact: Artifact) -> ArtifactRecord:
    """The record behind an artifact."""
    return artifact._record


def severity_value(severity: Union[CheckSeverity, str]) -> str:
    """`warning` or `error`; raises InvalidUserArgumentException for anything else."""
    try:
        return str(CheckSeverity(severity).value)
    except ValueError:
        raise InvalidUserArgumentException(
            f"severity is CheckSeverity.WARNING or CheckSeverity.ERROR, not {severity!r}"
        ) from None


def _note(code: str, message: str) -> None:
    session.recorder().note(code.replace("_", "-"), "information", message)
