"""Whether a column of a table that is there holds what is to be written, and in which form it gets it."""

from __future__ import annotations

import datetime
import decimal
import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Callable, NoReturn, Optional

from aqueduct.databases.saves import objects
from aqueduct.databases.saves.columns import Column

_EXACT_IN_A_FLOAT = 2**53
_MICROSECOND_DIGITS = 6
_CLOCK = r"\d\d:\d\d(:\d\d(\.\d+)?)?"
_SPELLS_A_TIME = re.compile(rf"\d{{4}}-\d\d-\d\d([ T]{_CLOCK}([+-]\d\d:\d\d|Z)?)?|{_CLOCK}")


@dataclass(frozen=True)
class Target:
    """A column that is there. None: nothing limits it."""

    name: str
    declared: str
    """Its type in the database's words."""
    family: str
    """A kind of `Column`, or `array`; `any`: it takes everything; `other`: only the database knows, and text is tried; `unknown`."""
    low: Optional[int] = None
    high: Optional[int] = None
    scale: Optional[int] = None
    precision: Optional[int] = None
    characters: Optional[int] = None
    octets: Optional[int] = None
    bits: int = 64
    second_digits: int = _MICROSECOND_DIGITS
    zones: bool = True
    """Whether its database has times with a zone at all; where it has none, a moment stands there in UTC."""
    numbers_for_bools: bool = False
    text_for_times: bool = False
    """SQLite has no type for them."""
    is_mariadb: bool = False
    """There JSON is text, and UUIDs are of RFC 4122."""
    is_computed: bool = False
    holds_json: bool = False
    """Its text is refused where it is no JSON: so MariaDB spells the type JSON."""


def held(column: Column, target: Target) -> Optional[Column]:
    """The column as the target holds it exactly; None: it does not."""
    if target.is_computed:
        return None
    if column.is_empty or target.family == "any":
        return column
    exact = _EXACT.get((column.kind, target.family))
    fitted = None if exact is None else exact(column, target)
    if fitted is not None and target.holds_json and column.kind != "json":
        return _text_in_json(fitted, target)
    return fitted


def original(column: Column, value: Any) -> object:
    """A value of the column as it stood in the table."""
    return json.loads(value) if column.kind == "json" else value


def _same(column: Column, _target: Target) -> Optional[Column]:
    return column


def _all(column: Column, fits: Callable[[Any], object]) -> bool:
    return all(fits(value) for value in column.values if value is not None)


def as_kind(column: Column, kind: str, form: Callable[[Any], Any]) -> Column:
    """The column as one of another kind."""
    return replace(column, kind=kind, values=[None if value is None else form(value) for value in column.values])


def fits_int(value: Any, target: Target) -> bool:
    """Whether a number is a whole one within the limits."""
    if value != value or value in (float("inf"), float("-inf")) or value != int(value):
        return False
    return (target.low is None or value >= target.low) and (target.high is None or value <= target.high)


def _int_in_int(column: Column, target: Target) -> Optional[Column]:
    known = [value for value in column.values if value is not None]
    least, most = min(known), max(known)
    return column if fits_int(least, target) and fits_int(most, target) else None


def _number_in_int(column: Column, target: Target) -> Optional[Column]:
    return as_kind(column, "int", int) if _all(column, lambda value: fits_int(value, target)) else None


def _bool_in_int(column: Column, target: Target) -> Optional[Column]:
    return as_kind(column, "int", int) if target.numbers_for_bools else None


def _int_in_bool(column: Column, target: Target) -> Optional[Column]:
    return column if target.numbers_for_bools and _all(column, lambda value: value in (0, 1)) else None


def _text_in_times(column: Column, target: Target) -> Optional[Column]:
    """Times as an extract from SQLite has them."""
    return column if target.text_for_times and _all(column, _SPELLS_A_TIME.fullmatch) else None


def _duration_in_int(column: Column, target: Target) -> Optional[Column]:
    return _number_in_int(in_nanoseconds(column), target) if target.text_for_times else None


def in_nanoseconds(column: Column) -> Column:
    """Durations as whole numbers, as pandas writes them."""
    return as_kind(column, "int", nanoseconds)


def nanoseconds(duration: datetime.timedelta) -> int:
    """Exactly."""
    return (duration // datetime.timedelta(microseconds=1)) * 1000


def _int_in_float(column: Column, target: Target) -> Optional[Column]:
    limit = _EXACT_IN_A_FLOAT if target.bits == 64 else 2**24
    return as_kind(column, "float", float) if _all(column, lambda value: abs(value) <= limit) else None


def _float_in_float(column: Column, target: Target) -> Optional[Column]:
    if target.scale is not None and not _all(column, lambda value: digits_fit(exact_decimal(value), target)):
        return None
    return column if column.bits <= target.bits else None


def digits_fit(value: decimal.Decimal, target: Target) -> bool:
    """Whether there is room for all digits."""
    if not value.is_finite():
        return target.precision is None
    _, digits, exponent = value.normalize(_WIDE).as_tuple()
    after = max(0, -int(exponent))
    before = max(0, len(digits) + int(exponent))
    if target.scale is not None and after > target.scale:
        return False
    return target.precision is None or before <= target.precision - (target.scale or 0)


_WIDE = decimal.Context(prec=1000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)


def exact_decimal(value: Any) -> decimal.Decimal:
    """A number as it is written."""
    return value if isinstance(value, decimal.Decimal) else decimal.Decimal(repr(value))


def _number_in_decimal(column: Column, target: Target) -> Optional[Column]:
    as_decimal = as_kind(column, "decimal", exact_decimal)
    return as_decimal if _all(as_decimal, lambda value: digits_fit(value, target)) else None


def fits_text(value: str, target: Target) -> bool:
    """Whether a text is short enough."""
    if target.characters is not None and len(value) > target.characters:
        return False
    return target.octets is None or len(value.encode()) <= target.octets


def _text_in_text(column: Column, target: Target) -> Optional[Column]:
    if target.characters is None and target.octets is None:
        return column
    return column if _all(column, lambda value: fits_text(value, target)) else None


def _mixed_in_text(column: Column, target: Target) -> Optional[Column]:
    return _text_in_text(as_text(column), target)


def as_text(column: Column) -> Column:
    """Values of several kinds as text, each in Python's spelling but true and false."""
    return as_kind(column, "text", _text)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _bytes_in_bytes(column: Column, target: Target) -> Optional[Column]:
    return column if target.octets is None or _all(column, lambda value: len(value) <= (target.octets or 0)) else None


def _text_in_uuid(column: Column, target: Target) -> Optional[Column]:
    def spelled(value: str) -> bool:
        try:
            return str(uuid.UUID(value)) == value.lower()
        except ValueError:
            return False

    if not _all(column, spelled):
        return None
    return column if _uuid_in_uuid(as_kind(column, "uuid", uuid.UUID), target) is not None else None


def _uuid_in_uuid(column: Column, target: Target) -> Optional[Column]:
    return column if are_standard(column) or not target.is_mariadb else None


def _uuid_in_other(column: Column, target: Target) -> Optional[Column]:
    return _mixed_in_text(column, target) if are_standard(column) else None


def are_standard(column: Column) -> bool:
    """Whether all UUIDs are of RFC 4122's variant: MariaDB's type refuses some of the others."""
    return _all(column, lambda value: value.variant == uuid.RFC_4122)


def _text_in_json(column: Column, _target: Target) -> Optional[Column]:
    def parses(value: str) -> bool:
        try:
            json.loads(value, parse_constant=_refuse_constant)
        except ValueError:
            return False
        return True

    return column if _all(column, parses) else None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is Python's alone")


def _json_in_text(column: Column, target: Target) -> Optional[Column]:
    return _text_in_text(column, target) if target.is_mariadb else None


def _json_in_array(column: Column, _target: Target) -> Optional[Column]:
    if not _all(column, lambda value: value.startswith("[")):
        return None
    return as_kind(column, "text", lambda value: _array(json.loads(value)))


def _array(value: Any) -> str:
    """PostgreSQL's spelling of an array."""
    if isinstance(value, list):
        return "{" + ",".join(map(_array, value)) + "}"
    if value is None:
        return "NULL"
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _fine_enough(column: Column, target: Target) -> bool:
    unit = 10 ** (_MICROSECOND_DIGITS - target.second_digits)
    name = "microseconds" if column.kind == "duration" else "microsecond"
    return unit == 1 or _all(column, lambda value: getattr(value, name) % unit == 0)


def _time_in_time(column: Column, target: Target) -> Optional[Column]:
    return column if _fine_enough(column, target) else None


def _duration_in_time(column: Column, target: Target) -> Optional[Column]:
    return None if target.zones else _time_in_time(column, target)


def _moment_in_datetime(column: Column, target: Target) -> Optional[Column]:
    return None if target.zones or not _fine_enough(column, target) else in_utc(column)


def in_utc(column: Column) -> Column:
    """Moments as times without a zone."""
    return as_kind(column, "datetime", _utc)


def _utc(value: datetime.datetime) -> datetime.datetime:
    return value.astimezone(objects.UTC).replace(tzinfo=None)


def _datetime_in_date(column: Column, _target: Target) -> Optional[Column]:
    midnight = datetime.time()
    if not _all(column, lambda value: value.time() == midnight):
        return None
    return as_kind(column, "date", lambda value: value.date())


def _date_in_datetime(column: Column, _target: Target) -> Optional[Column]:
    return as_kind(column, "datetime", lambda value: datetime.datetime(value.year, value.month, value.day))


_EXACT: dict[tuple[str, str], Callable[[Column, Target], Optional[Column]]] = {
    ("bool", "bool"): _same,
    ("bool", "int"): _bool_in_int,
    ("int", "bool"): _int_in_bool,
    ("int", "int"): _int_in_int,
    ("int", "float"): _int_in_float,
    ("int", "decimal"): _number_in_decimal,
    ("float", "int"): _number_in_int,
    ("float", "float"): _float_in_float,
    ("float", "decimal"): _number_in_decimal,
    ("decimal", "int"): _number_in_int,
    ("decimal", "decimal"): _number_in_decimal,
    ("text", "text"): _text_in_text,
    ("text", "uuid"): _text_in_uuid,
    ("text", "json"): _text_in_json,
    ("text", "other"): _same,
    **{("text", times): _text_in_times for times in ("date", "time", "datetime", "moment")},
    ("mixed", "text"): _mixed_in_text,
    ("uuid", "uuid"): _uuid_in_uuid,
    ("uuid", "text"): _mixed_in_text,
    ("uuid", "other"): _uuid_in_other,
    ("bytes", "bytes"): _bytes_in_bytes,
    ("json", "json"): _same,
    ("json", "text"): _json_in_text,
    ("json", "array"): _json_in_array,
    ("date", "date"): _same,
    ("date", "datetime"): _date_in_datetime,
    ("time", "time"): _time_in_time,
    ("datetime", "date"): _datetime_in_date,
    ("datetime", "datetime"): _time_in_time,
    ("moment", "moment"): _same,
    ("moment", "datetime"): _moment_in_datetime,
    ("duration", "duration"): _time_in_time,
    ("duration", "time"): _duration_in_time,
    ("duration", "int"): _duration_in_int,
}


def agreeing(columns: Sequence[Column], targets: Sequence[Target]) -> tuple[Optional[list[Column]], str]:
    """The columns as a table that is there holds them exactly; None and why, where it has others or cannot."""
    there = {target.name: target for target in targets}
    added = [column.name for column in columns if column.name not in there]
    gone = [target.name for target in targets if target.name not in {column.name for column in columns}]
    if added or gone:
        words = [f"{name} is new" for name in added] + [f"{name} is gone" for name in gone]
        return None, f"of its columns {', '.join(words)}"
    fitted = []
    for column in columns:
        target = there[column.name]
        exact = held(column, target)
        if exact is None:
            return (
                None,
                f"its column {column.name} is {target.declared}, which does not hold the {WORDS[column.kind]} now given",
            )
        fitted.append(exact)
    return fitted, ""


WORDS = {
    "bool": "true and false",
    "int": "whole numbers",
    "float": "numbers",
    "decimal": "decimal numbers",
    "text": "text",
    "bytes": "bytes",
    "date": "dates",
    "time": "times of day",
    "datetime": "times",
    "moment": "times with a zone",
    "duration": "durations",
    "uuid": "UUIDs",
    "json": "lists or dictionaries",
    "mixed": "mixed values",
}
