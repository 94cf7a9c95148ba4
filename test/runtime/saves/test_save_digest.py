"""The digest of a save: of the values, so the same for every mode and every database."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import pandas
import pytest

from aqueduct import sql

TABLE = pandas.DataFrame(
    {
        "whole": [1, 2**53 + 1],
        "half": [0.5, float("nan")],
        "text": ['q"\\\n', None],
        "truth": [True, False],
        "time": [pandas.Timestamp("2020-01-02 03:04:05.5"), None],
        "bytes": [b"x", None],
        "endless": [float("inf"), float("-inf")],
    },
    index=[7, 8],
)
LINES = (
    '[1,0.5,"q\\"\\\\\\n",true,"2020-01-02 03:04:05.500000","b\'x\'",Infinity]\n'
    "[9007199254740993,null,null,false,null,null,-Infinity]\n"
)


def test_it_is_the_same_for_every_mode_and_database(any_database: str) -> None:
    table, lines = TABLE, LINES
    if "mysql" in any_database:  # which has no infinity
        table = TABLE.drop(columns="endless")
        lines = LINES.replace(",Infinity", "").replace(",-Infinity", "")
    expected = hashlib.sha256(lines.encode()).hexdigest()
    for mode in ("fail", "replace", "append"):
        saved = sql.save(any_database, table, "t", mode)
        assert (saved.rows, saved.digest) == (2, expected)


def test_without_sqlalchemy_too(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    assert sql.save(sqlite, TABLE, "t", "replace").digest == hashlib.sha256(LINES.encode()).hexdigest()


def test_whole_numbers_beside_others_stay_whole(sqlite: str) -> None:
    """A row of a DataFrame is one array: taken by rows, whole numbers became floats, and lost digits."""
    table = pandas.DataFrame({"n": [2**53 + 1], "x": [0.5]})
    expected = hashlib.sha256(b"[9007199254740993,0.5]\n").hexdigest()
    assert [sql.save(sqlite, table, "t", mode).digest for mode in ("replace", "append")] == [expected] * 2


def test_many_rows_are_digested_in_order(sqlite: str) -> None:
    table = pandas.DataFrame({"n": range(25_000)})
    lines = "".join(f"[{number}]\n" for number in range(25_000))
    assert sql.save(sqlite, table, "t", "replace").digest == hashlib.sha256(lines.encode()).hexdigest()


def test_nothing_is_read_back(sqlite: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from aqueduct.databases import stdlib_sqlite

    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    statements: list[str] = []
    connect = stdlib_sqlite.sqlite3.connect

    def watched(*given: Any, **named: Any) -> Any:
        connection = connect(*given, **named)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(stdlib_sqlite.sqlite3, "connect", watched)
    sql.save(sqlite, pandas.DataFrame({"n": [1]}), "t", "replace")
    assert [each for each in statements if each.startswith("SELECT")] == []
    assert any(each.startswith("INSERT") for each in statements)
