"""An append to a column that may hold less than it is given."""

from __future__ import annotations

import datetime
from typing import Any, Optional

import numpy

from aqueduct.databases.errors import CannotWrite
from aqueduct.databases.saves import objects
from aqueduct.databases.saves.columns import Column
from aqueduct.databases.saves.fitting import (
    WORDS,
    Target,
    as_kind,
    as_text,
    digits_fit,
    exact_decimal,
    fits_int,
    fits_text,
    held,
    in_nanoseconds,
    in_utc,
    original,
)

_NUMBERS = frozenset({"bool", "int", "float", "decimal"})
_TIMES = frozenset({"date", "time", "datetime", "moment", "duration"})
_FREE = frozenset({"text", "mixed"})
"""Kinds that the database reads, and refuses in its own words."""
_OPEN = frozenset({"text", "json", "other", "unknown", "any", "array"})
"""Families of columns of which the same holds."""
_OF_TIMES = {
    ("date", "datetime"),
    ("date", "moment"),
    ("datetime", "datetime"),
    ("datetime", "moment"),
    ("moment", "datetime"),
    ("moment", "moment"),
    ("time", "time"),
    ("duration", "duration"),
    ("duration", "time"),
    ("duration", "int"),
}
"""Columns that take times, though not all of their digits."""


def appended(table: str, column: Column, target: Target) -> tuple[Column, Optional[str]]:
    """The column as the target takes it, and a sentence where it holds less than the table did.

    What the target would lose raises CannotWrite; what we cannot judge goes to the database as it is.
    """
    exact = held(column, target)
    if exact is not None or target.is_computed:  # what is computed the database refuses in its own words
        return exact or column, None
    where = f"the column {column.name} of the table {table} is {target.declared}"
    mine = f"table[{column.name!r}]"
    kind, family = column.kind, target.family
    if family == "int" and kind in ("int", "float", "decimal"):
        bad = _first(column, lambda value: not fits_int(value, target))
        raise CannotWrite(f"{where}, which cannot hold {bad}", f"Change its type, or write `{mine}.round()`.")
    if family == "text" and kind == "text":
        bad = _first(column, lambda value: not fits_text(value, target))
        raise CannotWrite(
            f"{where}, which cannot hold a text of {len(bad)} characters, {bad[:20]!r}…",
            f"Change its type, or cut the text: `{mine}.str.slice(0, {target.characters or target.octets})`.",
        )
    if family == "date" and kind in ("datetime", "moment"):
        bad = _first(column, lambda value: kind == "moment" or value.time() != datetime.time())
        raise CannotWrite(
            f"{where}, which cannot hold the time in {bad}", f"Change its type, or write `{mine}.dt.date`."
        )
    if family == "text" and kind in (*_NUMBERS, "date", "time", "datetime", "moment", "mixed"):
        return as_text(column), None
    if family == "int" and kind == "bool":
        return as_kind(column, "int", int), None
    if family in ("text", "other") and kind in ("json", "bytes", "duration"):
        bad = original(column, _first(column, lambda value: True))
        raise CannotWrite(f"{where}, which has no place for {objects.type_name(bad)}", objects.tip(column.name, bad))
    if _is_of_another_nature(kind, family):
        raise CannotWrite(
            f"{where}, which does not hold the {WORDS[kind]} now given",
            "Change its type, or give it values of its own.",
        )
    return _with_less(column, target, where)


def _is_of_another_nature(kind: str, family: str) -> bool:
    """Whether a database would take a value for something else: MySQL 300 for a day of the year 2000, PostgreSQL for 300 seconds."""
    if kind in _FREE or family in _OPEN:
        return False
    if kind in _TIMES:
        return (kind, family) not in _OF_TIMES
    return kind not in _NUMBERS or family not in _NUMBERS


def _with_less(column: Column, target: Target, where: str) -> tuple[Column, Optional[str]]:
    kind, family = column.kind, target.family
    if family == "int" and kind == "duration":
        return in_nanoseconds(column), f"{where}: durations stand there in nanoseconds"
    if kind in ("int", "float", "decimal") and family in ("float", "decimal") and _loses_digits(column, target):
        fitted = as_kind(column, "float", float) if family == "float" else column
        return fitted, f"{where}: digits beyond its own are rounded by the database"
    if family == "float" and kind == "decimal":
        return as_kind(column, "float", float), None
    if (kind in _TIMES and kind == family) or (kind, family) == ("duration", "time"):
        return column, f"{where}: digits of seconds beyond its own are rounded by the database"
    if family == "datetime" and kind == "moment":
        return in_utc(column), f"{where}, which has no time zone: times stand there in UTC"
    if family == "moment" and kind == "datetime":
        return column, f"{where}: times without a zone are taken for times in the zone of the database's session"
    return column, None


def _loses_digits(column: Column, target: Target) -> bool:
    """Whether a value would be read back as another number."""
    if target.family == "decimal" or target.scale is not None:
        return any(value is not None and not digits_fit(exact_decimal(value), target) for value in column.values)
    narrow = numpy.float32 if target.bits == 32 else float
    with numpy.errstate(over="ignore"):
        return any(
            value is not None and value == value and exact_decimal(value) != exact_decimal(float(str(narrow(value))))
            for value in column.values
        )


def _first(column: Column, is_bad: Any) -> Any:
    return next(value for value in column.values if value is not None and is_bad(value))
