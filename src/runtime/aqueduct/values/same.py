"""Whether two tables are the same in every respect that a user's code could notice."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

_EQUAL_IS_SAME = frozenset([str, bytes, int, bool, date, uuid.UUID, type(None)])
"""Types of which equal values of the same type are the same in every respect, so that a list of them is compared at once."""


def same_frame(one: Any, other: Any) -> bool:
    """Equal labels, dtypes and cells, where missing values are equal only to the same missing value."""
    if one.shape != other.shape or not same_index(one.columns, other.columns) or not same_index(one.index, other.index):
        return False
    return all(_same_column(one.iloc[:, place], other.iloc[:, place]) for place in range(one.shape[1]))


def same_value(one: Any, other: Any) -> bool:
    """Equal and of the same type, inside lists, tuples and dicts too; NaN equals NaN, 0.0 does not equal -0.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same_value(one[key], other[key]) for key in one)
    if isinstance(one, (bool, int, str, bytes)):
        return bool(one == other)
    if isinstance(one, float):
        return repr(one) == repr(other)
    if one is other:
        return True
    equal = one == other
    if not (equal is True or (getattr(equal, "shape", None) == () and bool(equal))):
        return False
    return repr(one) == repr(other)  # Decimal("2") and Decimal("2.00"), the two half past two of a night in October


def same_index(one: Any, other: Any) -> bool:
    """Equal labels of the same types, names and frequency."""
    if type(one) is not type(other) or list(one.names) != list(other.names) or one.nlevels != other.nlevels:
        return False
    if not all(map(same_value, one.names, other.names)) or len(one) != len(other):
        return False
    if one.nlevels > 1:
        return all(
            same_index(one.levels[n], other.levels[n]) and list(one.codes[n]) == list(other.codes[n])
            for n in range(one.nlevels)
        )
    if getattr(one, "freq", None) != getattr(other, "freq", None):
        return False
    return _same_column(one, other)


def _same_column(one: Any, other: Any) -> bool:
    if not _same_dtype(one.dtype, other.dtype):
        return False
    if str(one.dtype) == "object":
        return _same_cells(one.tolist(), other.tolist())
    if hasattr(one.dtype, "categories"):
        codes = [part.codes if hasattr(part, "codes") else part.cat.codes for part in (one, other)]
        return bool((codes[0].astype("int64") == codes[1].astype("int64")).all())
    left, right = one.array, other.array
    missing = _missing(left)
    if not bool((missing == _missing(right)).all()):
        return False
    present = ~missing
    if not bool((left[present] == right[present]).all()):
        return False
    if one.dtype.kind == "f" and not hasattr(one.dtype, "na_value"):
        import numpy

        return bool((numpy.signbit(left[present].to_numpy()) == numpy.signbit(right[present].to_numpy())).all())
    return True


def _same_cells(one: list[Any], other: list[Any]) -> bool:
    types = [type(cell) for cell in one]
    if types != [type(cell) for cell in other]:
        return False
    if _EQUAL_IS_SAME.issuperset(types):
        return one == other
    return all(map(same_value, one, other))


def _same_dtype(one: Any, other: Any) -> bool:
    if hasattr(one, "categories") != hasattr(other, "categories"):
        return False
    if hasattr(one, "categories"):
        return bool(one.ordered == other.ordered) and same_index(one.categories, other.categories)
    return bool(one == other) and str(one) == str(other) and type(one) is type(other)


def _missing(values: Any) -> Any:
    import numpy

    return numpy.asarray(values.isna())
