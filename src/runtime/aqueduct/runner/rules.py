"""What an operator of each kind may return, and how it is told when it returns something else."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Callable

from aqueduct.runner.failures import Failure, OperatorFailed
from aqueduct.values.tables import is_table
from aqueduct.values.tagged import from_json, numpy_type
from aqueduct.values.type_names import a_type

_COMPARISONS: dict[str, tuple[Callable[[Any, Any], Any], str]] = {
    "lessThan": (lambda value, bound: value < bound, "less than"),
    "greaterThan": (lambda value, bound: value > bound, "greater than"),
    "equal": (lambda value, bound: value == bound, "equal to"),
    "notEqual": (lambda value, bound: value != bound, "not equal to"),
}


class WrongKind(Exception):
    """An operator returned something that its kind may not; `tip` says what it should return."""

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message)
        self.tip = tip


def metric_value(name: str, value: Any) -> Any:
    """The number of a metric as Python's own; raises WrongKind."""
    if numpy_type(value) == "numeric":
        return value.item()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if value is None:
        raise WrongKind(f"the metric {name} returned None", "End the function with `return` and a number.")
    raise WrongKind(
        f"the metric {name} returned {a_type(value)}", "A metric returns one number: an int, a float or one of numpy's."
    )


def check_value(name: str, value: object) -> bool:
    """Whether a check passed: of a Series of booleans, whether all are True, as those of an empty one are; raises WrongKind."""
    if isinstance(value, bool) or numpy_type(value) == "boolean":
        return bool(value)
    if _is_boolean_series(value):
        return _all_hold(name, value)
    if value is None:
        raise WrongKind(f"the check {name} returned None", "End the function with `return` and True or False.")
    raise WrongKind(
        f"the check {name} returned {a_type(value)}",
        "A check returns True or False, or a Series of booleans, all of which must be True: use bool(...), .all() or .any().",
    )


def _is_boolean_series(value: Any) -> bool:
    """Whether a value is a Series whose type is boolean; never imports pandas."""
    pandas: Any = sys.modules.get("pandas")
    if pandas is None or not isinstance(value, pandas.Series):
        return False
    return bool(pandas.api.types.is_bool_dtype(value.dtype) and value.dtype != object)


def _all_hold(name: str, series: Any) -> bool:
    missing = int(series.isna().sum())
    if missing > 0:
        raise WrongKind(
            f"the check {name} returned a Series with missing values ({missing} of {len(series)}), which neither pass nor fail",
            "Say what they count as: .fillna(False), or .dropna() to leave them out.",
        )
    return bool(series.all())


def function_values(name: str, value: object, outputs: int) -> list[object]:
    """One value for each output of a function; raises WrongKind where the count differs."""
    if outputs == 1:
        return [value]
    if not isinstance(value, (tuple, list)):
        raise WrongKind(
            f"{name} returned {a_type(value)} where {outputs} values are expected",
            f"Return a tuple of {outputs} values.",
        )
    if len(value) != outputs:
        raise WrongKind(
            f"{name} returned {len(value)} values where {outputs} are expected", f"Return a tuple of {outputs} values."
        )
    return list(value)


def table_to_save(name: str, value: object) -> Any:
    """The DataFrame that a save writes; raises OperatorFailed."""
    if is_table(value):
        return value
    raise OperatorFailed(
        Failure(
            "user",
            f"{name} was given {a_type(value)}",
            "Only tables can be saved to a database: return a DataFrame from the operator before it.",
        )
    )


def bound_holds(bound: Mapping[str, Any], value: object) -> bool:
    """Whether a metric is within a bound; bounds are strict, and NaN is within none but `notEqual`."""
    compare, _ = _COMPARISONS[bound["comparison"]]
    return bool(compare(value, from_json(bound["value"])))


def bound_in_words(bound: Mapping[str, Any]) -> str:
    """Such as `less than 2.5`."""
    return f"{_COMPARISONS[bound['comparison']][1]} {from_json(bound['value'])!r}"
