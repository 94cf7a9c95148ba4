"""Types of a server's columns: those that a save makes, and what those that are there can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Callable, Union

import sqlalchemy
from sqlalchemy import types
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql

from aqueduct.databases.errors import CannotWrite
from aqueduct.databases.saves import fitting, objects
from aqueduct.databases.saves.columns import Column
from aqueduct.databases.saves.fitting import Target

MYSQL = ("mysql", "mariadb")
_MYSQL_DIGITS, _MYSQL_SCALE = 65, 30
_PORTABLE_DIGITS = 38  # what Oracle, Snowflake and SQL Server have at most
_LONGEST_TIME = 838 * 3600 + 59 * 60 + 59  # seconds, of MySQL's TIME


def is_postgresql(dialect: Any) -> bool:
    """Whether the server is a PostgreSQL: Redshift answers to the same dialect, as the version 8 that it began as."""
    return dialect.name == "postgresql" and (dialect.server_version_info or (0,)) >= (9, 4)


def made(column: Column, dialect: Any) -> tuple[Column, Any]:
    """The column as a table that is made for it gets it, and its type. Raises CannotWrite."""
    if column.kind == "mixed":
        column = fitting.as_text(column)
    if dialect.name in MYSQL:
        return _made_by_mysql(column, dialect)
    if is_postgresql(dialect):
        own = _POSTGRESQL.get(column.kind)
        return column, own if own is not None else _portable(column)
    own = _OTHERS.get(dialect.name, {}).get(column.kind)
    if own is not None:
        return column, own
    if column.kind == "uuid":
        return fitting.as_text(column), types.String(36)
    if column.kind == "duration":
        return fitting.in_nanoseconds(column), types.BigInteger()
    if column.kind == "json":
        refuse(column, column.values)
    return column, _portable(column)


_POSTGRESQL: Mapping[str, Any] = {
    "decimal": types.Numeric(),
    "uuid": postgresql.UUID(),
    "json": postgresql.JSONB(),
    "duration": postgresql.INTERVAL(),
}


_OTHERS: Mapping[str, Mapping[str, Any]] = {
    "mssql": {
        "text": mssql.NVARCHAR(),  # VARCHAR has question marks for what its code page lacks
        "bytes": mssql.VARBINARY("max"),
        "date": mssql.DATE(),
        "time": mssql.TIME(6),
        "datetime": mssql.DATETIME2(6),
        "moment": mssql.DATETIMEOFFSET(6),
    },
    "oracle": {"datetime": oracle.TIMESTAMP(), "moment": oracle.TIMESTAMP(timezone=True)},  # DATE has whole seconds
    "bigquery": {"moment": types.TIMESTAMP()},
}


def _portable(column: Column) -> Any:
    if column.kind == "int":
        if not _in_64_bits(column):
            return types.Numeric(_PORTABLE_DIGITS, 0)
        narrow = types.SmallInteger() if column.bits <= 16 else types.Integer()
        return narrow if column.bits <= 32 else types.BigInteger()
    if column.kind == "float":
        return types.REAL() if column.bits <= 32 else types.Double()
    if column.kind == "decimal":
        return types.Numeric(*_digits(column, _PORTABLE_DIGITS, _PORTABLE_DIGITS))
    return _PORTABLE[column.kind]()


_PORTABLE: Mapping[str, Callable[[], Any]] = {
    "bool": types.Boolean,
    "text": types.Text,
    "bytes": types.LargeBinary,
    "date": types.Date,
    "time": types.Time,
    "datetime": types.DateTime,
    "moment": lambda: types.DateTime(timezone=True),
}


def _made_by_mysql(column: Column, dialect: Any) -> tuple[Column, Any]:
    infinite = (float("inf"), float("-inf"))
    if column.kind == "float":
        _refuse_where(column, lambda value: value in infinite, "an infinite number")
    if column.kind == "int" and not _in_64_bits(column):
        unsigned = all(value is None or 0 <= value < 2**64 for value in column.values)
        return column, mysql.BIGINT(unsigned=True) if unsigned else mysql.DECIMAL(_MYSQL_DIGITS, 0)
    if column.kind == "decimal":
        return column, mysql.DECIMAL(*_digits(column, _MYSQL_DIGITS, _MYSQL_SCALE))
    if column.kind == "duration":
        _refuse_where(
            column, lambda value: abs(value.total_seconds()) > _LONGEST_TIME, "a duration of more than 838 hours"
        )
        return column, mysql.TIME(fsp=6)
    if column.kind == "moment":
        return fitting.in_utc(column), mysql.DATETIME(fsp=6)
    if column.kind == "uuid":
        if dialect.is_mariadb and dialect.server_version_info >= (10, 7) and fitting.are_standard(column):
            return fitting.as_text(column), types.UUID(as_uuid=False)
        return fitting.as_text(column), mysql.CHAR(36)
    own = _MYSQL.get(column.kind)
    return column, own if own is not None else _portable(column)


_MYSQL: Mapping[str, Any] = {
    "text": mysql.LONGTEXT(),
    "float": mysql.DOUBLE(),  # of a FLOAT it would show six digits: 16777200 for 16777215
    "bytes": mysql.LONGBLOB(),
    "time": mysql.TIME(fsp=6),
    "datetime": mysql.DATETIME(fsp=6),
    "json": mysql.JSON(),
}


def _in_64_bits(column: Column) -> bool:
    return all(value is None or -(2**63) <= value < 2**63 for value in column.values)


def _digits(column: Column, most: int, most_after: int) -> tuple[int, int]:
    """Precision and scale that hold every value of a column of decimals; as many digits before the point as there is room for."""
    _refuse_where(column, lambda value: not value.is_finite(), "a Decimal that is not a number")
    before = after = 0
    for value in column.values:
        if value is not None:
            _, digits, exponent = value.as_tuple()
            before, after = max(before, len(digits) + exponent), max(after, -exponent)
    if after > most_after or before + after > most:
        refuse(column, [value for value in column.values if value is not None])
    return min(most, max(_PORTABLE_DIGITS, before + after)), after


def refuse(column: Column, values: Sequence[Any]) -> None:
    """Raises CannotWrite for a column of a kind that the database has no type for."""
    for value in values:
        if value is not None:
            raise objects.refused(column.name, fitting.original(column, value))


def _refuse_where(column: Column, is_bad: Callable[[Any], bool], what: str) -> None:
    for value in column.values:
        if value is not None and is_bad(value):
            raise CannotWrite(
                f"its column {column.name} holds {what}, {value}, which the database cannot", _WAYS_OUT[what]
            )


_WAYS_OUT = {
    "an infinite number": "Write nothing there: `table.replace([float('inf'), float('-inf')], None)`.",
    "a Decimal that is not a number": "Write nothing there: None instead of it.",
    "a duration of more than 838 hours": "Write seconds: `.dt.total_seconds()`.",
}


def target(there: Mapping[str, Any], dialect: Any) -> Target:
    """What a column that SQLAlchemy's inspector found can hold."""
    kind = there["type"]
    is_mysql = dialect.name in MYSQL
    limits: dict[str, Any] = {"family": "other"}
    for classes, told in _FAMILIES:
        if isinstance(kind, classes):
            limits = told(kind)
            break
    if is_mysql:
        limits.update(_mysql_limits(kind))
    if limits["family"] == "datetime" and (dialect.name, type(kind)) in _WITHOUT_FRACTIONS:
        limits["second_digits"] = 0
    name = str(there["name"])
    return Target(
        name.replace("``", "`")
        if is_mysql
        else name,  # SQLAlchemy reads it from SHOW CREATE TABLE as it is quoted there
        _declared(kind, dialect),
        zones=not is_mysql,
        numbers_for_bools=is_mysql,
        is_mariadb=bool(getattr(dialect, "is_mariadb", False)),
        is_computed=bool(there.get("computed")),
        **limits,
    )


_WITHOUT_FRACTIONS = (
    ("oracle", oracle.DATE),
    ("oracle", types.DATE),
    ("mssql", types.DATETIME),  # of three hundredths of a second
    ("mssql", mssql.SMALLDATETIME),
)


def _declared(kind: Any, dialect: Any) -> str:
    try:
        return str(kind.compile(dialect=dialect))
    except sqlalchemy.exc.CompileError:
        return str(type(kind).__name__)


def _int(bits: int, unsigned: bool = False) -> dict[str, Any]:
    low, high = (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    return {"family": "int", "low": low, "high": high}


def _unlimited(family: str) -> Callable[[Any], dict[str, Any]]:
    return lambda _kind: {"family": family}


_FAMILIES: Sequence[tuple[Union[type, tuple[type, ...]], Callable[[Any], dict[str, Any]]]] = (
    (types.Boolean, _unlimited("bool")),
    (types.SmallInteger, lambda _kind: _int(16)),
    (types.BigInteger, lambda _kind: _int(64)),
    (types.Integer, lambda _kind: _int(32)),
    (
        types.Float,
        lambda kind: {
            "family": "float",
            "bits": 32 if isinstance(kind, types.REAL) or (kind.precision or 53) <= 24 else 64,
        },
    ),
    (types.Numeric, lambda kind: {"family": "decimal", "precision": kind.precision, "scale": _scale(kind)}),
    (types.Enum, _unlimited("other")),
    (types.JSON, _unlimited("json")),
    (types.ARRAY, _unlimited("array")),
    (types.Uuid, _unlimited("uuid")),
    ((types.LargeBinary, types.BINARY, types.VARBINARY), lambda kind: {"family": "bytes", "octets": kind.length}),
    (types.String, lambda kind: {"family": "text", "characters": kind.length}),
    (
        types.DateTime,
        lambda kind: {"family": "moment" if kind.timezone else "datetime", "second_digits": _precision(kind)},
    ),
    (types.Date, _unlimited("date")),
    (types.Time, lambda kind: {"family": "time", "second_digits": _precision(kind)}),
    (
        (types.Interval, postgresql.INTERVAL),
        lambda kind: {"family": "duration", "second_digits": _precision(kind)},
    ),
)


def _scale(kind: Any) -> Any:
    return kind.scale if kind.scale is not None or kind.precision is None else 0


def _precision(kind: Any) -> int:
    precision = getattr(kind, "precision", None)
    return 6 if precision is None else int(precision)


def _mysql_limits(kind: Any) -> dict[str, Any]:
    if isinstance(kind, (mysql.TINYINT, mysql.SMALLINT, mysql.MEDIUMINT, mysql.INTEGER, mysql.BIGINT)):
        bits = next(bits for known, bits in _MYSQL_BITS if isinstance(kind, known))
        return _int(bits, bool(kind.unsigned))
    if isinstance(kind, (mysql.DOUBLE, mysql.REAL)):
        return {"family": "float", "bits": 64, "precision": kind.precision, "scale": kind.scale}
    if isinstance(kind, mysql.FLOAT):
        bits = 32 if kind.scale is not None or (kind.precision or 0) <= 24 else 64
        return {"family": "float", "bits": bits, "precision": kind.precision, "scale": kind.scale}
    if isinstance(kind, mysql.BIT):
        return {"family": "int", "low": 0, "high": 2 ** (kind.length or 1) - 1}
    if isinstance(kind, mysql.YEAR):
        return {"family": "int", "low": 1901, "high": 2155}
    if isinstance(kind, (mysql.DATETIME, mysql.TIMESTAMP, mysql.TIME)):
        return {"second_digits": kind.fsp or 0}
    for known, family, octets in _MYSQL_OCTETS:
        if isinstance(kind, known):
            return {"family": family, "characters": None, "octets": octets}
    return {}


_MYSQL_BITS = ((mysql.TINYINT, 8), (mysql.SMALLINT, 16), (mysql.MEDIUMINT, 24), (mysql.BIGINT, 64), (mysql.INTEGER, 32))
_MYSQL_OCTETS = (
    (mysql.LONGTEXT, "text", 2**32 - 1),
    (mysql.MEDIUMTEXT, "text", 2**24 - 1),
    (mysql.TINYTEXT, "text", 2**8 - 1),
    (mysql.TEXT, "text", 2**16 - 1),
    (mysql.LONGBLOB, "bytes", 2**32 - 1),
    (mysql.MEDIUMBLOB, "bytes", 2**24 - 1),
    (mysql.TINYBLOB, "bytes", 2**8 - 1),
    (types.BLOB, "bytes", 2**16 - 1),
)
