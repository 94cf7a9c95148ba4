"""A DataFrame as columns of plain Python values, each of one kind that databases have types for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy
import pandas

from aqueduct.databases.errors import CannotWrite
from aqueduct.databases.saves import objects

_ROWS_AT_ONCE = 10_000
_LAST_YEAR = 9999


@dataclass(frozen=True)
class Column:
    """One column. `values` are None where nothing is known, and else of the class that its kind says:

    bool, int, float, decimal (Decimal), text (str), bytes, date, time, datetime (naive), moment (datetime in UTC),
    duration (timedelta), uuid (UUID), json (JSON text), mixed (several of these, none of bytes, duration, json).
    """

    name: str
    kind: str
    values: Sequence[Any]
    has_nulls: bool
    bits: int = 64
    """Of an int or a float: how wide a column made for it is."""
    finer_than_microseconds: bool = field(default=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known in any row, so that any type holds it."""
        return all(value is None for value in self.values)


def columns_of(table: Any) -> list[Column]:
    """The columns of a DataFrame, without its index. Raises CannotWrite, which names the column."""
    names = [str(label) for label in table.columns]
    if not names:
        raise CannotWrite("it has no columns", "Return a DataFrame with at least one column.")
    for place, name in enumerate(names):
        if name in names[:place]:
            raise CannotWrite(
                f"two of its columns are called {name}", "Give each column a name of its own: `table.columns = [...]`."
            )
        if not name:
            raise CannotWrite("one of its columns has no name", "Name it: `table.rename(columns={'': 'name'})`.")
    return [_column(name, table.iloc[:, place]) for place, name in enumerate(names)]


def _column(name: str, series: Any) -> Column:
    dtype = series.dtype
    if isinstance(dtype, pandas.SparseDtype):
        return _column(name, pandas.Series(series.sparse.to_dense()))
    if isinstance(dtype, pandas.DatetimeTZDtype):
        moments = _times(name, series.dt.tz_convert("UTC").dt.tz_localize(None), "datetime64[us]")
        values = [None if each is None else each.replace(tzinfo=objects.UTC) for each in moments]
        return Column(name, "moment", values, None in values, finer_than_microseconds=_finer(series))
    if isinstance(dtype, numpy.dtype) and dtype.kind in _NUMPY:
        return _NUMPY[dtype.kind](name, series)
    return _of_objects(name, series)


def _bools(name: str, series: Any) -> Column:
    return Column(name, "bool", series.tolist(), has_nulls=False)


def _ints(name: str, series: Any) -> Column:
    bits = 8 * series.dtype.itemsize
    wider = 2 * bits if series.dtype.kind == "u" else bits
    return Column(name, "int", series.tolist(), has_nulls=False, bits=max(16, wider))


def _floats(name: str, series: Any) -> Column:
    nulls = series.isna()
    values = series.astype("float64").tolist()
    if nulls.any():
        values = [None if value != value else value for value in values]
    return Column(name, "float", values, bool(nulls.any()), bits=32 if series.dtype.itemsize <= 4 else 64)


def _datetimes(name: str, series: Any) -> Column:
    values = _times(name, series, "datetime64[us]")
    return Column(name, "datetime", values, None in values, finer_than_microseconds=_finer(series))


def _durations(name: str, series: Any) -> Column:
    values = _times(name, series, "timedelta64[us]")
    return Column(name, "duration", values, None in values, finer_than_microseconds=_finer(series))


_KINDS_OF_NUMPY = {"b": "bool", "i": "int", "u": "int", "f": "float", "M": "datetime", "m": "duration"}
_NUMPY = {"b": _bools, "i": _ints, "u": _ints, "f": _floats, "M": _datetimes, "m": _durations}


def _times(name: str, series: Any, unit: str) -> list[Any]:
    """As the standard library's datetime or timedelta, which like databases know microseconds."""
    years = series.dt.year.dropna() if unit.startswith("datetime64") else series.iloc[:0]
    for year in (years.min(), years.max()) if len(years) else ():
        if not 1 <= year <= _LAST_YEAR:
            raise CannotWrite(
                f"its column {name} holds the year {year:.0f}, beyond what databases have",
                f"Take such rows out, or write the column as text: `table[{name!r}].astype(str)`.",
            )
    values: list[Any] = series.to_numpy().astype(unit).tolist()
    return values


def _finer(series: Any) -> bool:
    if "[ns" not in str(series.dtype):
        return False
    return bool((series.dropna().astype("int64") % 1000 != 0).any())


def _of_objects(name: str, series: Any) -> Column:
    if isinstance(series.dtype, pandas.CategoricalDtype):  # which gives whole numbers beside nothing as floats
        categories = series.cat.categories.astype(object).tolist()
        values = [None if code < 0 else categories[code] for code in series.cat.codes.tolist()]
    else:
        values = series.to_numpy(dtype=object, na_value=None).tolist()
    nulls = pandas.isna(series).tolist()
    known = [None if null else value for value, null in zip(values, nulls)]
    kind, plain, finer = objects.plain(name, known)
    numpy_dtype = getattr(series.dtype, "numpy_dtype", None)  # of Int32, boolean and their like
    if isinstance(numpy_dtype, numpy.dtype) and not any(value is not None for value in known):
        kind = _KINDS_OF_NUMPY.get(numpy_dtype.kind, kind)
    bits = 64
    if kind in ("int", "float") and isinstance(numpy_dtype, numpy.dtype) and numpy_dtype.kind in "iuf":
        bits = max(16, 8 * numpy_dtype.itemsize * (2 if numpy_dtype.kind == "u" else 1))
    if kind in ("text", "mixed", "json"):
        _encodable(name, plain)
    return Column(name, kind, plain, None in plain, bits, finer)


def _encodable(name: str, values: Sequence[Any]) -> None:
    for start in range(0, len(values), _ROWS_AT_ONCE):
        texts = [value for value in values[start : start + _ROWS_AT_ONCE] if isinstance(value, str)]
        try:
            "".join(texts).encode()
        except UnicodeEncodeError:
            bad = next(text for text in texts if _broken(text))
            raise CannotWrite(
                f"its column {name} holds half a character (a lone surrogate), in {bad[:60]!a}",
                f"Correct the text: `table[{name!r}].str.encode('utf-8', 'replace').str.decode('utf-8')`.",
            ) from None


def _broken(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
