"""Values of a column of objects: of which kind they are, and what to do about those that no database takes."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import uuid
from collections.abc import Sequence
from typing import Any, Callable, cast

import numpy
import pandas

from aqueduct.databases.errors import CannotWrite

UTC = datetime.timezone.utc

_KINDS: Sequence[tuple[type, str]] = (
    (bool, "bool"),
    (int, "int"),
    (float, "float"),
    (str, "text"),
    (decimal.Decimal, "decimal"),
    (datetime.datetime, "datetime"),
    (datetime.date, "date"),
    (datetime.time, "time"),
    (datetime.timedelta, "duration"),
    (uuid.UUID, "uuid"),
    (bytes, "bytes"),
    (bytearray, "bytes"),
    (memoryview, "bytes"),
    (dict, "json"),
    (list, "json"),
    (tuple, "json"),
)
_SCALARS = frozenset({"bool", "int", "float", "text", "decimal", "datetime", "moment", "date", "time", "uuid"})
_TOGETHER: Sequence[tuple[frozenset[str], str]] = (
    (frozenset({"bool", "int"}), "int"),
    (frozenset({"bool", "int", "float"}), "float"),
    (frozenset({"int", "float", "decimal"}), "decimal"),
    (frozenset({"date", "datetime"}), "datetime"),
    (_SCALARS, "mixed"),
)
"""Kinds that can stand in one column, and what that column is then."""


def plain(name: str, values: Sequence[Any]) -> tuple[str, list[Any], bool]:
    """The kind of a column, its values as plain Python ones, and whether some of them are finer than microseconds.

    Raises CannotWrite.
    """
    values = _without_numpy(values)
    kinds = {_kind(name, value) for value in _one_of_each(values)}
    if not kinds:
        return "text", list(values), False
    kind = kinds.pop() if len(kinds) == 1 else _together(name, kinds)
    finer = kind in ("datetime", "moment", "mixed") and any(getattr(value, "nanosecond", 0) for value in values)
    as_plain = _PLAIN[kind]
    try:
        return kind, [None if value is None else as_plain(value) for value in values], finer
    except _NotJson as error:
        raise refused(name, error.value) from None


def refused(name: str, value: object) -> CannotWrite:
    """Names the column and the type, and says what to write."""
    return CannotWrite(
        f"its column {name} holds {type_name(value)}, which the database has no type for", tip(name, value)
    )


def tip(name: str, value: object) -> str:
    """What to write so that a database takes the column."""
    column = f"table[{name!r}]"
    for kinds, text in _TIPS:
        if isinstance(value, kinds):
            return text.format(column=column)
    return f"Write text instead: `{column} = {column}.map(str)`."


def type_name(value: object) -> str:
    """`a list`, `a decimal.Decimal`."""
    kind = type(value)
    if kind is bytes:
        return "bytes"
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"


_TIPS: Sequence[tuple[Any, str]] = (
    (decimal.Decimal, "Write `{column} = {column}.astype(float)`, or `.astype(str)`, which keeps every digit."),
    (int, "Write `{column} = {column}.astype(float)`, or `.astype(str)`, which keeps every digit."),
    ((dict, list, tuple), "Write it as text: `{column} = {column}.map(json.dumps)`."),
    ((set, frozenset), "Write it as text: `{column} = {column}.map(sorted).map(json.dumps)`."),
    (numpy.ndarray, "Write it as text: `{column} = {column}.map(lambda each: json.dumps(each.tolist()))`."),
    (enum.Enum, "Write its values: `{column} = {column}.map(lambda each: each.value)`."),
    (complex, "Write two columns, `{column}.map(lambda each: each.real)` and the same with `.imag`."),
    (pandas.Period, "Write `{column} = {column}.astype(str)`, or `.dt.to_timestamp()`."),
    (datetime.timedelta, "Write seconds: `{column} = {column}.dt.total_seconds()`."),
    (uuid.UUID, "Write it as text: `{column} = {column}.astype(str)`."),
)


class _NotJson(Exception):
    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


def _without_numpy(values: Sequence[Any]) -> Sequence[Any]:
    """What numpy made of Python's values is Python's again."""
    if not any(issubclass(kind, numpy.generic) for kind in set(map(type, values))):
        return values
    return [_item(value) if isinstance(value, numpy.generic) else value for value in values]


def _item(value: Any) -> object:
    if isinstance(value, numpy.datetime64):
        return pandas.Timestamp(value)
    if isinstance(value, numpy.timedelta64):
        return pandas.Timedelta(value)
    return value.item()


def _one_of_each(values: Sequence[Any]) -> list[Any]:
    """One value of each class; of times all, since each may have a zone or none."""
    classes = set(map(type, values)) - {type(None)}
    if any(issubclass(kind, datetime.datetime) for kind in classes):
        zoned = [value for value in values if isinstance(value, datetime.datetime) and value.tzinfo is not None]
        naive = [value for value in values if isinstance(value, datetime.datetime) and value.tzinfo is None]
        others = {type(value): value for value in values if not isinstance(value, datetime.datetime)}
        return [*zoned[:1], *naive[:1], *(value for value in others.values() if value is not None)]
    return [next(value for value in values if type(value) is kind) for kind in classes]


def _kind(name: str, value: Any) -> str:
    if isinstance(value, enum.Enum) and not isinstance(value, (int, str)):
        raise refused(name, value)
    for kind, word in _KINDS:
        if isinstance(value, kind):
            return "moment" if word == "datetime" and cast(datetime.datetime, value).tzinfo is not None else word
    raise refused(name, value)


def _together(name: str, kinds: set[str]) -> str:
    for together, kind in _TOGETHER:
        if kinds <= together:
            return kind
    raise CannotWrite(
        f"its column {name} holds {' and '.join(sorted(kinds))} in different rows, and a database wants one type",
        f"Make them one type, such as text: `table[{name!r}] = table[{name!r}].map(str)`.",
    )


def _datetime(value: Any) -> datetime.datetime:
    if not isinstance(value, datetime.datetime):
        return datetime.datetime(value.year, value.month, value.day)
    return value.to_pydatetime(warn=False) if isinstance(value, pandas.Timestamp) else value


def _duration(value: Any) -> datetime.timedelta:
    if isinstance(value, pandas.Timedelta):
        return datetime.timedelta(microseconds=value.value // 1000)
    duration: datetime.timedelta = value
    return duration


def _decimal(value: Any) -> decimal.Decimal:
    return value if isinstance(value, decimal.Decimal) else decimal.Decimal(repr(value))


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise _NotJson(value) from None


def _mixed(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return _datetime(value)
    return str.__str__(value) if isinstance(value, str) else value


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "bool": bool,
    "int": int,
    "float": float,
    "text": str.__str__,
    "decimal": _decimal,
    "datetime": _datetime,
    "moment": lambda value: _datetime(value).astimezone(UTC),
    "date": lambda value: value,
    "time": lambda value: value,
    "duration": _duration,
    "uuid": lambda value: value,
    "bytes": bytes,
    "json": _json,
    "mixed": _mixed,
}
