"""A value as a column would hold it, from what a database tells of the column: for results without rows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Optional

from aqueduct.queries import Bound, Statement

_INT, _FLOAT, _DECIMAL, _TEXT, _TIME = 0, 0.0, Decimal(0), "", datetime(2000, 1, 1)

MOMENT = object()
"""Stands for a time with a zone, which is that of the session."""

_POSTGRESQL: dict[int, Any] = {
    **dict.fromkeys((20, 21, 23, 26), _INT),  # int8, int2, int4, oid
    **dict.fromkeys((700, 701), _FLOAT),
    1700: _DECIMAL,
    16: True,
    **dict.fromkeys((18, 19, 25, 1042, 1043), _TEXT),  # char, name, text, bpchar, varchar
    1114: _TIME,
    1184: MOMENT,
    1186: timedelta(0),
}
_MYSQL: dict[int, Any] = {
    **dict.fromkeys((1, 2, 3, 8, 9, 13), _INT),  # TINY, SHORT, LONG, LONGLONG, INT24, YEAR
    **dict.fromkeys((4, 5), _FLOAT),
    **dict.fromkeys((0, 246), _DECIMAL),
    **dict.fromkeys((7, 12), _TIME),  # TIMESTAMP, DATETIME
    11: timedelta(0),
    **dict.fromkeys((15, 252, 253, 254), _TEXT),  # VARCHAR, BLOB, VAR_STRING, STRING
}
_MYSQL_NAMES = ("mysql", "mariadb")
_MYSQL_FLOAT = 4
_MYSQL_BIG, _MYSQL_UNSIGNED, _MYSQL_BINARY = 8, 32, 63
_MYSQL_TEXTS = frozenset({15, 252, 253, 254})
_SQLITE = (
    ("INT|BOOL", _INT),
    ("CHAR|CLOB|TEXT", _TEXT),
    ("REAL|FLOA|DOUB", _FLOAT),
    ("^(DATE|TIME|DATETIME|TIMESTAMP)$", _TEXT),
)
"""By the declared type of a column. NUMERIC and DECIMAL do not tell whole numbers from floats."""


def from_cursor(dialect: str, cursor: Any) -> Sequence[Any]:
    """By what the driver's cursor tells before its rows are fetched."""
    codes = [column[1] for column in cursor.description]
    if dialect in ("postgresql", "redshift", "cockroachdb"):
        return [_POSTGRESQL.get(code) for code in codes]
    if dialect in _MYSQL_NAMES:
        fields = getattr(getattr(cursor, "_result", None), "fields", None)  # PyMySQL's; it has no other way to ask
        return [_in_mysql(code, fields[place] if fields else None) for place, code in enumerate(codes)]
    return [None] * len(codes)


def short_floats(dialect: str, cursor: Any) -> Sequence[int]:
    """The places of the columns of type FLOAT of a MySQL: it sends six of their digits, 16777200 for 16777215."""
    if dialect not in _MYSQL_NAMES:
        return ()
    return [place for place, column in enumerate(cursor.description) if column[1] == _MYSQL_FLOAT]


def _in_mysql(code: int, field: Optional[Any]) -> Any:
    """Bytes have the codes of texts, and whole numbers without a sign those of others: the field tells them apart."""
    if code in _MYSQL_TEXTS and (field is None or field.charsetnr == _MYSQL_BINARY):
        return None
    if code == _MYSQL_BIG and (field is None or field.flags & _MYSQL_UNSIGNED):
        return None  # both together would be floats
    return _MYSQL.get(code)


def from_sqlite(connection: Any, statement: Statement) -> Sequence[Any]:
    """By the declared types of the columns, which SQLite tells of views alone: here a temporary one, which is not read.

    It is gone when the connection closes. What can be no view, such as a PRAGMA, tells nothing.
    """
    name = "aqueduct_columns"
    text = "".join("NULL" if isinstance(part, Bound) else part for part in statement)
    try:
        connection.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM ({text}\n)")
        rows = connection.execute(f"PRAGMA temp.table_info({name})").fetchall()
    except sqlite3.Error:
        return ()
    return [_in_sqlite(str(row[2])) for row in rows]


def _in_sqlite(declared: str) -> Any:
    return next((sample for words, sample in _SQLITE if re.search(words, declared.upper())), None)
