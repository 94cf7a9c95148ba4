"""From the rows of a database to a DataFrame that keeps every digit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any, Optional

import pandas

from aqueduct.databases.rows import Rows, bare_places

_EXACT_DIGITS = 15
"""Of a decimal number: as many as every float keeps."""
_EXACT_WHOLE = 2**53
_SENT = 6
_MAY_HAVE_CHANGED = "fO"
"""Kinds of columns that pandas makes of whole numbers beside NULLs, and of decimals: floats and objects."""


def frame_of(found: Rows) -> tuple[Any, list[str]]:
    """The DataFrame, and a sentence for each kind of column that has another type than pandas would give it.

    Columns are as pandas.read_sql makes them, but where that would change numbers: whole numbers beside NULLs become
    Int64 or UInt64 instead of floats, decimals of more than 15 digits stay decimal.Decimal, and whole numbers that no
    float holds stay what they are beside floats.
    """
    rows = list(map(tuple, found.rows))
    sample = _sample_row(found, rows)
    if sample is not None:
        rows = [sample, *rows]
    frame = pandas.DataFrame.from_records(rows, columns=list(range(len(found.columns))), coerce_float=True)
    kept: dict[str, list[str]] = {}
    for place, name in enumerate(found.columns):
        if frame[place].dtype.kind not in _MAY_HAVE_CHANGED:
            continue
        exact = _exact(list(map(itemgetter(place), rows)))
        if exact is not None:
            frame[place] = pandas.Series(exact[1], index=frame.index)
            kept.setdefault(exact[0], []).append(repr(str(name)))
    if sample is not None:
        frame = frame.iloc[1:].reset_index(drop=True)
    short = [repr(str(found.columns[place])) for place in found.short_floats if _are_cut(frame[place])]
    frame.columns = pandas.Index(list(found.columns))
    if short:
        kept["of type FLOAT, of which the database sends six digits: `column + 0e0` in the query gives all."] = short
    return frame, [f"{', '.join(columns)}: {how}" for how, columns in kept.items()]


def _sample_row(found: Rows, rows: Sequence[tuple[Any, ...]]) -> Optional[tuple[Any, ...]]:
    """A row that gives columns without a value the type that they would have with one; None: there are none, or nothing tells it."""
    if not found.samples:
        return None
    bare = set(bare_places(len(found.columns), rows))
    first = rows[0] if rows else tuple(found.samples)
    row = tuple(found.samples[place] if place in bare else value for place, value in enumerate(first))
    return row if any(row[place] is not None for place in bare) else None


def _are_cut(column: Any) -> bool:
    """Whether a number has as many digits as are sent, and so may have more."""
    return any(len(Decimal(repr(float(value))).normalize().as_tuple().digits) >= _SENT for value in column.dropna())


def _exact(values: Sequence[Any]) -> Optional[tuple[str, Any]]:
    """How the values of a column are kept, and as what; None: as pandas does."""
    kinds = set(map(type, values))
    present = kinds - {type(None)}
    if present == {int} and len(kinds) > 1:
        return _nullable(values)
    if present == {Decimal} and any(map(_is_long, values)):
        return "decimal numbers of more than 15 digits, kept as decimal.Decimal.", _objects(values)
    if present == {Decimal} and any(map(_is_beyond_floats, values)):
        return "decimal numbers that no float reaches, kept as decimal.Decimal.", _objects(values)
    if present == {int, float} and any(type(value) is int and not _is_float(value) for value in values):
        return "whole numbers that no float holds, kept as int beside floats.", _objects(values)
    return None


def _nullable(values: Sequence[Any]) -> tuple[str, Any]:
    present = [value for value in values if value is not None]
    for kind, least, most in (("Int64", -(2**63), 2**63 - 1), ("UInt64", 0, 2**64 - 1)):
        if least <= min(present) and max(present) <= most:
            return f"whole numbers beside NULLs, kept as {kind}.", pandas.array(list(values), dtype=kind)
    return "whole numbers of more than 64 bits, kept as int.", _objects(values)


def _objects(values: Sequence[Any]) -> Any:
    return pandas.Series(list(values), dtype="object").array


def _is_long(value: Optional[Decimal]) -> bool:
    if value is None or len(value.as_tuple().digits) <= _EXACT_DIGITS:
        return False
    return len(value.normalize().as_tuple().digits) > _EXACT_DIGITS if value.is_finite() else False


def _is_beyond_floats(value: Optional[Decimal]) -> bool:
    """Whether a float would be infinite, or nothing of it."""
    if not value or not value.is_finite():
        return False
    return not 0 < abs(float(value)) < float("inf")


def _is_float(value: int) -> bool:
    return -_EXACT_WHOLE <= value <= _EXACT_WHOLE or int(float(value)) == value
