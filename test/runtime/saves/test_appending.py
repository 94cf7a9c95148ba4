"""What an append does to a column that holds less than it is given: it refuses it, or says so."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pandas
import pytest
from saves.asking import ask

from aqueduct import sql

_DAY = datetime.date(2020, 1, 2)
_TIME = datetime.datetime(2020, 1, 2, 3, 4, 5, 678901)
_MOMENT = _TIME.replace(tzinfo=datetime.timezone.utc)
_SHORT = datetime.timedelta(seconds=1, microseconds=7)
REFUSED: list[tuple[str, str, Any]] = [
    *((server, kind, 300) for server, kind in (("mariadb", "DATE"), ("mariadb", "DATETIME"), ("mariadb", "TIME"))),
    *(("postgresql", kind, 300) for kind in ("INTERVAL", "BYTEA", "DATE")),
    ("mariadb", "BLOB", 0.1),
    ("mariadb", "BLOB", True),
    ("mariadb", "BINARY(8)", _DAY),
    ("mariadb", "DATETIME", _SHORT),
    ("mariadb", "TIME", _TIME),
    ("mariadb", "INT", _DAY),
    ("mariadb", "YEAR", 1),
    ("mariadb", "BIT(3)", 8),
    ("mariadb", "BIT(3)", 0.5),
    ("postgresql", "DATE", _MOMENT),
    ("postgresql", "TIME", _TIME),
    ("postgresql", "BYTEA", _TIME),
    ("postgresql", "BYTEA", {"a": 1}),
]
TOLD: list[tuple[str, str, Any, Any]] = [
    ("both", "NUMERIC(10, 2)", 1.239, Decimal("1.24")),
    ("both", "NUMERIC(10, 2)", Decimal("1.239"), Decimal("1.24")),
    ("both", "DOUBLE PRECISION", Decimal("12345678901234567890.123"), 12345678901234567000.0),
    ("both", "DOUBLE PRECISION", 2**53 + 1, 9007199254740992.0),
    ("postgresql", "REAL", 1 / 3, 0.33333334),
    ("postgresql", "REAL", 16777217, 16777216.0),
    ("mariadb", "FLOAT", 1 / 3, 0.333333),
    ("mariadb", "DOUBLE(7, 2)", 1.239, 1.24),
    ("mariadb", "TIME", _SHORT, datetime.timedelta(seconds=1)),
    ("postgresql", "INTERVAL(0)", _SHORT, datetime.timedelta(seconds=1)),
    ("both", "BIGINT", _SHORT, 1_000_007_000),
]
HELD: list[tuple[str, str, Any, Any]] = [
    ("both", "NUMERIC(10, 2)", 1.5, Decimal("1.50")),
    ("both", "NUMERIC(10, 2)", 7, Decimal(7)),
    ("both", "DOUBLE PRECISION", Decimal("0.1"), 0.1),
    ("postgresql", "REAL", 0.1, 0.1),
    ("mariadb", "BIT(3)", 7, b"\x07"),
    ("mariadb", "YEAR", 2020, 2020),
    ("mariadb", "TIME(6)", _SHORT, _SHORT),
    ("postgresql", "TIMESTAMP", _DAY, datetime.datetime(2020, 1, 2)),
]


def _appended(url: str, kind: str, value: Any) -> Any:
    ask(url, "DROP TABLE IF EXISTS t")
    ask(url, f"CREATE TABLE t (price {kind})")
    return sql.save(url, pandas.DataFrame({"price": pandas.Series([value], dtype=object)}), "t", "append")


@pytest.mark.parametrize(("server", "kind", "value"), REFUSED)
def test_what_a_column_would_take_for_something_else_is_refused(
    server: str, kind: str, value: Any, request: Any
) -> None:
    url = request.getfixturevalue(server)
    with pytest.raises(sql.CannotWrite, match="the column price of the table t is"):
        _appended(url, kind, value)
    assert ask(url, "SELECT * FROM t") == []


@pytest.mark.parametrize(("server", "kind", "value", "there"), TOLD)
def test_what_a_column_rounds_is_told(server: str, kind: str, value: Any, there: Any, request: Any) -> None:
    for name in ["postgresql", "mariadb"] if server == "both" else [server]:
        url = request.getfixturevalue(name)
        [note] = _appended(url, kind, value).notes
        assert note.startswith("the column price of the table t is")
        assert ask(url, "SELECT price FROM t") == [(there,)]


@pytest.mark.parametrize(("server", "kind", "value", "there"), HELD)
def test_what_a_column_holds_is_not(server: str, kind: str, value: Any, there: Any, request: Any) -> None:
    for name in ["postgresql", "mariadb"] if server == "both" else [server]:
        url = request.getfixturevalue(name)
        assert _appended(url, kind, value).notes == ()
        assert ask(url, "SELECT price FROM t") == [(there,)]


def test_floats_in_a_column_of_texts_of_sqlite_keep_their_digits(sqlite: str) -> None:
    _appended(sqlite, "TEXT", 1 / 3)
    assert ask(sqlite, "SELECT price FROM t") == [("0.3333333333333333",)]


def test_durations_do_not_stay_in_a_column_of_whole_numbers(any_database: str) -> None:
    """Found by `test_random_tables`: it depended on the table that was there what a replacement held."""
    ask(any_database, "CREATE TABLE t (a BIGINT)")
    sql.save(any_database, pandas.DataFrame({"a": [_SHORT]}), "t", "replace")
    wanted = 1_000_007_000 if any_database.startswith("sqlite") else _SHORT
    assert ask(any_database, "SELECT a FROM t") == [(wanted,)]
