"""The types of tables that a save makes, and what stands in them."""

from __future__ import annotations

import datetime
import json
import uuid
from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest
import sqlalchemy
from saves.asking import ask, types

from aqueduct import sql
from aqueduct.databases.saves import server_types
from aqueduct.databases.saves.columns import columns_of
from aqueduct.queries import Given

ID = uuid.UUID("12345678-1234-5678-9234-567812345678")
MOMENT = pandas.Timestamp("2020-01-02 03:04:05.678901")
ZONED = pandas.Timestamp("2020-01-02 03:04:05.678901", tz="Europe/Berlin")
LONG = "ä€😀\\\t\n\r" * 20_000
KINDS: dict[str, tuple[Any, Any]] = {
    "truth": (pandas.Series([True, False]), None),
    "maybe": (pandas.Series([True, None], dtype="boolean"), None),
    "small": (pandas.Series([-1, 2], dtype="int16"), None),
    "whole": (pandas.Series([2**62, None], dtype="Int64"), None),
    "unsigned": (pandas.Series([2**64 - 1, 0], dtype="uint64"), None),
    "number": (pandas.Series([0.1, float("nan")]), None),
    "exact": ([Decimal("12345678901234567890.0123456789"), Decimal("1.10")], None),
    "text": (["", LONG], None),
    "nothing": ([None, None], None),
    "bytes": ([b"\x00\xff'\\", None], None),
    "id": ([ID, None], None),
    "json": ([{"a": [1, "ä"]}, None], None),
    "day": ([datetime.date(9999, 12, 31), None], None),
    "clock": ([datetime.time(1, 2, 3, 456789), None], None),
    "time": (pandas.Series([MOMENT, None]), None),
    "zoned": (pandas.Series([ZONED, None]), None),
    "lasts": (pandas.Series([pandas.Timedelta(days=-2, microseconds=7), None]), None),
    "kind": (pandas.Categorical(["p", None]), None),
}
TABLE = pandas.DataFrame({name: given for name, (given, _) in KINDS.items()})
UTC = ZONED.tz_convert("UTC").to_pydatetime()


def test_postgresql_gets_its_own_types(postgresql: str) -> None:
    for url in (postgresql, postgresql.replace("+psycopg:", "+psycopg2:")):
        sql.save(url, TABLE, "t", "replace")
        assert types(url, "t") == {
            "truth": "boolean",
            "maybe": "boolean",
            "small": "smallint",
            "whole": "bigint",
            "unsigned": "numeric",
            "number": "double precision",
            "exact": "numeric",
            "text": "text",
            "nothing": "text",
            "bytes": "bytea",
            "id": "uuid",
            "json": "jsonb",
            "day": "date",
            "clock": "time without time zone",
            "time": "timestamp without time zone",
            "zoned": "timestamp with time zone",
            "lasts": "interval",
            "kind": "text",
        }
        [first, second] = ask(postgresql, "SELECT * FROM t")
        assert first == (
            True,
            True,
            -1,
            2**62,
            2**64 - 1,
            0.1,
            Decimal("12345678901234567890.0123456789"),
            "",
            None,
            b"\x00\xff'\\",
            ID,
            {"a": [1, "ä"]},
            datetime.date(9999, 12, 31),
            datetime.time(1, 2, 3, 456789),
            MOMENT.to_pydatetime(),
            UTC,
            datetime.timedelta(days=-2, microseconds=7),
            "p",
        )
        assert str(second[6]) == "1.10"
        assert second[7] == LONG
        assert second[8:] == (None,) * 10
        ask(url, "DROP TABLE t")


def test_mariadb_gets_types_that_hold_all_of_it(mariadb: str) -> None:
    sql.save(mariadb, TABLE, "t", "replace")
    assert types(mariadb, "t") == {
        "truth": "tinyint(1)",
        "maybe": "tinyint(1)",
        "small": "smallint(6)",
        "whole": "bigint(20)",
        "unsigned": "bigint(20) unsigned",
        "number": "double",
        "exact": "decimal(38,10)",
        "text": "longtext",
        "nothing": "longtext",
        "bytes": "longblob",
        "id": "uuid",
        "json": "longtext",
        "day": "date",
        "clock": "time(6)",
        "time": "datetime(6)",
        "zoned": "datetime(6)",
        "lasts": "time(6)",
        "kind": "longtext",
    }
    [first, second] = ask(mariadb, "SELECT * FROM t")
    assert first[:10] == (
        1,
        1,
        -1,
        2**62,
        2**64 - 1,
        0.1,
        Decimal("12345678901234567890.0123456789"),
        "",
        None,
        b"\x00\xff'\\",
    )
    assert str(first[10]) == str(ID)
    assert json.loads(first[11]) == {"a": [1, "ä"]}
    assert first[12:] == (
        datetime.date(9999, 12, 31),
        datetime.timedelta(hours=1, minutes=2, seconds=3, microseconds=456789),
        MOMENT.to_pydatetime(),
        UTC.replace(tzinfo=None),
        datetime.timedelta(days=-2, microseconds=7),
        "p",
    )
    assert second[6:] == (Decimal("1.1"), LONG, *(None,) * 10)


@pytest.mark.parametrize("way", ["replace", "append"])
def test_the_same_table_saved_again_keeps_its_types_and_is_not_made_anew(any_database: str, way: str) -> None:
    table = TABLE.drop(columns=["exact", "id", "json", "unsigned"]) if "sqlite" in any_database else TABLE
    sql.save(any_database, table, "t", "replace")
    made = types(any_database, "t")
    rows = ask(any_database, "SELECT * FROM t")
    again = sql.save(any_database, table, "t", way)
    assert [note for note in again.notes if "anew" in note] == []
    assert types(any_database, "t") == made
    assert ask(any_database, "SELECT * FROM t") == (rows if way == "replace" else rows * 2)


def test_sqlite_holds_times_as_text_and_floats_as_they_are(sqlite: str) -> None:
    table = pandas.DataFrame(
        {"time": [MOMENT], "zoned": [ZONED], "endless": [numpy.inf], "lasts": [pandas.Timedelta("1us")]}
    )
    sql.save(sqlite, table, "t", "replace")
    assert ask(sqlite, "SELECT * FROM t") == [
        ("2020-01-02 03:04:05.678901", "2020-01-02 02:04:05.678901+00:00", numpy.inf, 1000)
    ]


def test_narrow_floats_are_read_as_they_were_saved(any_database: str) -> None:
    """MySQL shows six digits of a FLOAT."""
    sql.save(any_database, pandas.DataFrame({"n": numpy.array([16777215, 0.25], dtype="float32")}), "t", "replace")
    assert sql.extract(any_database, ["SELECT n FROM t"], Given(), ())["n"].tolist() == [16777215, 0.25]


@pytest.mark.parametrize("rows", [0, 2])
def test_a_column_of_which_nothing_is_known_has_the_type_that_pandas_gives_it(any_database: str, rows: int) -> None:
    given = ["Int64", "Float64", "boolean"]
    empty = pandas.DataFrame({kind: pandas.array([None] * rows, dtype=kind) for kind in given})
    plain = pandas.DataFrame({"Int64": [1], "Float64": [0.5], "boolean": [True]})
    sql.save(any_database, empty, "empty", "replace")
    sql.save(any_database, plain, "plain", "replace")
    assert types(any_database, "empty") == types(any_database, "plain")


def test_whole_numbers_as_categories_keep_their_digits(any_database: str) -> None:
    table = pandas.DataFrame({"n": pandas.Categorical([2**53 + 1, None, 1])})
    sql.save(any_database, table, "t", "replace")
    assert {row[0] for row in ask(any_database, "SELECT n FROM t")} == {2**53 + 1, None, 1}


def test_values_of_several_types_in_one_column_are_text(any_database: str) -> None:
    table = pandas.DataFrame({"n": [1, 2, 3, 4], "a": ["x", 1, 2.5, True]})
    sql.save(any_database, table, "t", "replace")
    assert ask(any_database, "SELECT a FROM t ORDER BY n") == [("x",), ("1",), ("2.5",), ("true",)]


@pytest.mark.parametrize("name", ["select", "a b", "50%", "a:b", 'q"q', "b`b", "(x)", "größe", "Upper", "a.b", "%s"])
def test_awkward_names_of_columns_and_tables(any_database: str, name: str) -> None:
    table = pandas.DataFrame({name: [1], "other": ["%(x)s"]})
    place = name.replace(".", "-")
    for mode in ("fail", "replace", "append"):
        sql.save(any_database, table, place, mode)
    query = f"SELECT * FROM {_quoted(any_database, place)}"
    back = sql.extract(any_database, [query], Given(), ())
    assert back.to_dict("list") == {name: [1, 1], "other": ["%(x)s"] * 2}


def _quoted(url: str, name: str) -> str:
    mark = "`" if "mysql" in url else '"'
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        (
            "mssql",
            "NVARCHAR(max), VARBINARY(max), DATE, TIME(6), DATETIME2(6), DATETIMEOFFSET(6), BIGINT, NUMERIC(38, 1), VARCHAR(36)",
        ),
        (
            "oracle",
            "CLOB, BLOB, DATE, TIME, TIMESTAMP, TIMESTAMP WITH TIME ZONE, NUMBER(19), NUMERIC(38, 1), VARCHAR2(36 CHAR)",
        ),
    ],
)
def test_types_of_servers_that_are_not_tried_keep_letters_and_fractions_of_seconds(name: str, made: str) -> None:
    """VARCHAR and DATETIME of SQL Server, and DATE of Oracle, lose them without a word."""
    at = datetime.datetime(2020, 1, 2, 3, 4, 5, 678901)
    table = pandas.DataFrame(
        {
            "text": ["漢"],
            "bytes": [b"x"],
            "date": [at.date()],
            "time": [at.time()],
            "datetime": [at],
            "moment": [at.replace(tzinfo=datetime.timezone.utc)],
            "int": [1],
            "decimal": [Decimal("1.5")],
            "uuid": [uuid.uuid4()],
        }
    )
    dialect = sqlalchemy.create_mock_engine(f"{name}://", lambda _: None).dialect
    kinds = [server_types.made(column, dialect)[1].compile(dialect=dialect) for column in columns_of(table)]
    assert ", ".join(kinds) == made
    assert server_types.target({"name": "a", "type": sqlalchemy.types.DATETIME()}, dialect).second_digits == (
        0 if name == "mssql" else 6
    )
