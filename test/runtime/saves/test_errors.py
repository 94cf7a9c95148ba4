"""What a save is told that cannot be made: the column, the type, and what to write instead; never a password."""

from __future__ import annotations

import datetime
import enum
import uuid
from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest
import sqlalchemy
from saves.asking import ask

from aqueduct import sql
from aqueduct.databases import Unreachable


class Colour(enum.Enum):
    RED = 1


REFUSED_EVERYWHERE: dict[str, tuple[Any, str, str]] = {
    "set": ([{1}], "a set", "json.dumps"),
    "array": ([numpy.array([1])], "a numpy.ndarray", "tolist"),
    "enum": ([Colour.RED], "Colour", "each.value"),
    "complex": ([1j], "a complex", "each.real"),
    "period": (pandas.period_range("2020-01", periods=1, freq="M"), "Period", "astype(str)"),
    "object": ([object()], "an object", "map(str)"),
    "surrogate": (pandas.Series(["\ud800"], dtype=object), "half a character", "str.encode"),
}
REFUSED_BY_SQLITE: dict[str, tuple[Any, str, str]] = {
    "decimal": ([Decimal("1.5")], "a decimal.Decimal", "astype(float)"),
    "list": ([[1]], "a list", "json.dumps"),
    "dict": ([{"a": 1}], "a dict", "json.dumps"),
    "uuid": ([uuid.UUID(int=7)], "a uuid.UUID", "astype(str)"),
    "large": (pandas.Series([2**63], dtype="uint64"), "9223372036854775808", "astype(float)"),
    "larger": ([2**70], "1180591620717411303424", "astype(str)"),
}
REFUSED_BY_MARIADB: dict[str, tuple[Any, str, str]] = {
    "endless": ([float("inf")], "an infinite number", "replace("),
    "long": ([datetime.timedelta(days=40)], "838 hours", "total_seconds()"),
}
REFUSED_BY_POSTGRESQL: dict[str, tuple[Any, str, str]] = {"nul": (["a\0b"], "character", "str.replace")}


def refused(url: str, given: dict[str, tuple[Any, str, str]]) -> None:
    ask(url, "CREATE TABLE t (a BIGINT)")
    ask(url, "INSERT INTO t VALUES (7)")
    for name, (values, what, tip) in given.items():
        for mode in ("replace", "append"):
            with pytest.raises(sql.CannotWrite) as told:
                sql.save(url, pandas.DataFrame({"a": [1], name: values}), "t" if mode == "replace" else "new", mode)
            assert f"column {name} " in str(told.value)
            assert what in str(told.value)
            assert tip in told.value.tip
    assert ask(url, "SELECT * FROM t") == [(7,)]
    assert sqlalchemy.inspect(sqlalchemy.create_engine(url)).get_table_names() == ["t"]


def test_no_database_has_a_type_for_these(any_database: str) -> None:
    refused(any_database, REFUSED_EVERYWHERE)


@pytest.mark.skipif(pandas.__version__.startswith("1."), reason="pandas 1 holds no such years")
def test_a_year_that_no_database_has(any_database: str) -> None:
    ask(any_database, "SELECT 1")
    refused(
        any_database, {"year": (numpy.array(["300000-01-01"], dtype="datetime64[s]"), "year 300000", "astype(str)")}
    )


@pytest.mark.parametrize("with_sqlalchemy", [True, False])
def test_sqlite_has_none_for_these(sqlite: str, with_sqlalchemy: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(sqlite, "SELECT 1")
    if not with_sqlalchemy:
        monkeypatch.setattr("aqueduct.databases.open._has_sqlalchemy", lambda: False)
    refused(sqlite, REFUSED_BY_SQLITE)


def test_mariadb_has_none_for_these(mariadb: str) -> None:
    refused(mariadb, REFUSED_BY_MARIADB)


@pytest.mark.parametrize("driver", ["postgresql", "psycopg2"])
def test_postgresql_has_none_for_these(driver: str, request: Any) -> None:
    refused(request.getfixturevalue(driver), REFUSED_BY_POSTGRESQL)


def test_what_the_tips_say_can_be_saved(sqlite: str) -> None:
    import json

    table = pandas.DataFrame({"price": [Decimal("1.5")], "members": [[1, 2]], "large": [2**70], "who": [{2, 1}]})
    table["price"] = table["price"].astype(float)
    table["members"] = table["members"].map(json.dumps)
    table["large"] = table["large"].astype(str)
    table["who"] = table["who"].map(sorted).map(json.dumps)
    sql.save(sqlite, table, "t", "replace")
    assert ask(sqlite, "SELECT * FROM t") == [(1.5, "[1, 2]", str(2**70), "[1, 2]")]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pandas.DataFrame(), "no columns"),
        (pandas.DataFrame([[1, 2]], columns=["a", "a"]), "two of its columns are called a"),
        (pandas.DataFrame({"": [1]}), "has no name"),
    ],
)
def test_columns_need_names_of_their_own(any_database: str, table: Any, words: str) -> None:
    with pytest.raises(sql.CannotWrite, match=words):
        sql.save(any_database, table, "t", "replace")


def test_columns_that_differ_in_capitals_alone_are_told_where_the_database_takes_them_for_one(
    any_database: str,
) -> None:
    table = pandas.DataFrame([[1, 2]], columns=["A", "a"])
    if "postgresql" in any_database:
        sql.save(any_database, table, "t", "replace")
        assert ask(any_database, 'SELECT "A", a FROM t') == [(1, 2)]
        return
    for mode in ("replace", "append", "fail"):
        with pytest.raises(sql.CannotWrite, match=r"its columns A and a have one name for (SQLite|MySQL and MariaDB)"):
            sql.save(any_database, table, "t", mode)
    assert sqlalchemy.inspect(sqlalchemy.create_engine(any_database)).get_table_names() == []


def test_letters_beyond_ascii_are_told_apart_as_the_database_does(sqlite: str, mariadb: str) -> None:
    table = pandas.DataFrame([[1, 2]], columns=["Ä", "ä"])
    sql.save(sqlite, table, "t", "replace")
    assert ask(sqlite, 'SELECT "Ä", "ä" FROM t') == [(1, 2)]
    with pytest.raises(sql.CannotWrite, match="its columns Ä and ä have one name"):
        sql.save(mariadb, table, "t", "replace")


def test_errors_of_mysql_are_words(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    with pytest.raises(sql.DatabaseError) as told:
        sql.save(mariadb, pandas.DataFrame({"a": [1, 1]}), "t", "append")
    assert str(told.value) == "Duplicate entry '1' for key 'PRIMARY' (1062)"
    with pytest.raises(Unreachable) as refused:
        sql.save("mysql+pymysql://a@127.0.0.1:9/x", pandas.DataFrame({"a": [1]}), "t", "append")
    assert str(refused.value).startswith("Can't connect to MySQL server on '127.0.0.1'")


def test_a_name_that_is_too_long_is_told(postgresql: str, mariadb: str) -> None:
    for url in (postgresql, mariadb):
        with pytest.raises(sql.CannotWrite, match=r"ä+ has a name of \d+ characters, and the database takes 6[34]"):
            sql.save(url, pandas.DataFrame({"ä" * 70: [1]}), "t", "replace")


APPENDED: dict[str, tuple[str, Any, str]] = {
    "a fraction to whole numbers": ("INTEGER", [1.5], "cannot hold 1.5"),
    "too large a number": ("SMALLINT", [70_000], "cannot hold 70000"),
    "too long a text": ("VARCHAR(3)", ["abcd"], "a text of 4 characters"),
    "a time to dates": ("DATE", [pandas.Timestamp("2020-01-01 12:00")], "cannot hold the time"),
}


@pytest.mark.parametrize("case", APPENDED)
def test_an_append_that_would_lose_something_names_the_column(postgresql: str, mariadb: str, case: str) -> None:
    kind, values, words = APPENDED[case]
    for url in (postgresql, mariadb):
        ask(url, f"CREATE TABLE t (price {kind})")
        with pytest.raises(sql.CannotWrite, match=f"the column price of the table t is .*{words}"):
            sql.save(url, pandas.DataFrame({"price": values}), "t", "append")
        assert ask(url, "SELECT * FROM t") == []


def test_an_append_with_a_column_that_is_not_there_names_those_that_are(any_database: str) -> None:
    ask(any_database, "CREATE TABLE t (a BIGINT, b BIGINT DEFAULT 5)")
    with pytest.raises(sql.DatabaseError, match="the table t has no column z: its columns are a, b"):
        sql.save(any_database, pandas.DataFrame({"z": [1]}), "t", "append")
    sql.save(any_database, pandas.DataFrame({"a": [1]}), "t", "append")
    assert ask(any_database, "SELECT * FROM t") == [(1, 5)]


def test_the_database_names_the_column_of_a_text_that_it_cannot_read(postgresql: str, mariadb: str) -> None:
    for url in (postgresql, mariadb):
        ask(url, "CREATE TABLE t (price INTEGER)")
        with pytest.raises(sql.DatabaseError, match="price"):
            sql.save(url, pandas.DataFrame({"price": ["many"]}), "t", "append")


def test_a_failing_append_adds_nothing(any_database: str) -> None:
    ask(any_database, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    with pytest.raises(sql.DatabaseError):
        sql.save(any_database, pandas.DataFrame({"a": [1, 2, 2]}), "t", "append")
    assert ask(any_database, "SELECT * FROM t") == []


def test_an_append_to_an_engine_without_transactions_says_that_rows_may_have_stayed(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (a BIGINT PRIMARY KEY) ENGINE=MyISAM")
    with pytest.raises(sql.DatabaseError, match=r"Duplicate entry .* rows before it may have stayed in t"):
        sql.save(mariadb, pandas.DataFrame({"a": [1, 2, 2]}), "t", "append")


def test_no_message_has_a_password(postgresql: str, mariadb: str) -> None:
    for url in (postgresql, mariadb):
        password = str(sqlalchemy.make_url(url).password)
        ask(url, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
        for values in ([1, 1], [{1}], ["x"]):
            with pytest.raises((sql.DatabaseError, sql.CannotWrite)) as told:
                sql.save(url, pandas.DataFrame({"a": values}), "t", "append")
            assert password not in str(told.value)
        wrong = url.replace(password, "wrong-" + password)
        with pytest.raises(Unreachable) as refused:
            sql.save(wrong, pandas.DataFrame({"a": [1]}), "t", "append")
        assert password not in str(refused.value)
