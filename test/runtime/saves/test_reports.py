"""What people have reported of saving DataFrames with other tools, made again here. Each test names its report."""

from __future__ import annotations

import datetime
import threading
import uuid
from decimal import Decimal
from typing import Any

import pandas
import pytest
import sqlalchemy
from saves.asking import ask, types

from aqueduct import sql


def test_pandas_37210_and_46933_a_view_on_a_table_does_not_stop_its_replacement(postgresql: str) -> None:
    ask(postgresql, "CREATE TABLE t (a BIGINT)")
    ask(postgresql, "CREATE VIEW v AS SELECT a FROM t")
    sql.save(postgresql, pandas.DataFrame({"a": [1]}), "t", "replace")
    assert ask(postgresql, "SELECT * FROM v") == [(1,)]


@pytest.mark.parametrize("columns", ["a", "b"])
def test_pandas_32933_whoever_reads_meanwhile_never_misses_the_table(mariadb: str, columns: str) -> None:
    sql.save(mariadb, pandas.DataFrame({"a": [1]}), "t", "replace")
    done = threading.Event()
    seen: list[Any] = []

    def look() -> None:
        engine = sqlalchemy.create_engine(mariadb)
        while not done.is_set():
            with engine.connect() as connection:
                seen.append(connection.exec_driver_sql("SELECT count(*) FROM t").scalar())
        engine.dispose()

    reader = threading.Thread(target=look)
    reader.start()
    try:
        for rows in range(2, 8):
            name = columns if rows % 2 else "a"
            sql.save(mariadb, pandas.DataFrame({name: range(rows)}), "t", "replace")
    finally:
        done.set()
        reader.join()
    assert set(seen) <= set(range(1, 8))
    assert seen[-1] is not None


def test_embulk_output_jdbc_337_a_save_that_fails_at_its_rows_drops_nothing(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (b TEXT)")
    ask(mariadb, "INSERT INTO t VALUES ('old')")
    with pytest.raises(sql.DatabaseError):
        sql.save(mariadb, pandas.DataFrame({"a": ["x" * 20_000_000]}), "t", "replace")  # beyond max_allowed_packet
    assert ask(mariadb, "SELECT * FROM t") == [("old",)]


def test_pandas_52187_and_polars_21438_uuids_in_a_column_of_uuids_as_objects_and_as_text(postgresql: str) -> None:
    ids = [uuid.uuid4(), uuid.uuid4()]
    ask(postgresql, "CREATE TABLE t (id UUID PRIMARY KEY)")
    sql.save(postgresql, pandas.DataFrame({"id": ids[:1]}), "t", "append")
    sql.save(postgresql, pandas.DataFrame({"id": [str(ids[1])]}), "t", "append")
    assert {row[0] for row in ask(postgresql, "SELECT id FROM t")} == set(ids)
    assert sql.save(postgresql, pandas.DataFrame({"id": [str(ids[1])]}), "t", "replace").notes == ()


def test_pandas_14212_decimals_are_decimals(postgresql: str, mariadb: str) -> None:
    table = pandas.DataFrame({"a": [Decimal("0.1"), Decimal("0.3")]})
    for url in (postgresql, mariadb):
        sql.save(url, table, "t", "replace")
        assert ask(url, "SELECT sum(a) FROM t") == [(Decimal("0.4"),)]


def test_pandas_48435_and_7938_fractions_of_a_second_stay_in_mysql(mariadb: str) -> None:
    moment = datetime.datetime(2022, 9, 7, 17, 42, 52, 771654)
    sql.save(mariadb, pandas.DataFrame({"time": [moment]}), "t", "append")
    assert ask(mariadb, "SELECT * FROM t") == [(moment,)]


def test_a_table_of_whole_seconds_that_an_older_save_made_is_made_anew(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (time DATETIME)")
    moment = datetime.datetime(2022, 9, 7, 17, 42, 52, 771654)
    assert len(sql.save(mariadb, pandas.DataFrame({"time": [moment]}), "t", "replace").notes) == 1
    assert ask(mariadb, "SELECT * FROM t") == [(moment,)]


def test_an_append_to_whole_seconds_says_that_the_database_rounds(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (time DATETIME)")
    moment = datetime.datetime(2022, 9, 7, 17, 42, 52, 771654)
    [note] = sql.save(mariadb, pandas.DataFrame({"time": [moment]}), "t", "append").notes
    assert "the column time" in note


def test_pandas_9086_times_with_a_zone(postgresql: str, mariadb: str) -> None:
    moments = pandas.date_range("2020-03-29", periods=3, freq="h", tz="Europe/Berlin")
    for url, known in ((postgresql, 0), (mariadb, 1)):
        saved = sql.save(url, pandas.DataFrame({"at": moments}), "t", "replace")
        assert len(saved.notes) == known
        back = [pandas.Timestamp(row[0]) for row in ask(url, "SELECT at FROM t ORDER BY at")]
        assert [each if each.tzinfo else each.tz_localize("UTC") for each in back] == list(moments.tz_convert("UTC"))


def test_pandas_8341_dates_and_times_of_day_without_sqlalchemy(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aqueduct.databases.open._has_sqlalchemy", lambda: False)
    moments = pandas.date_range("2014-01-01", periods=2, freq="10h")
    sql.save(sqlite, pandas.DataFrame({"date": moments.date, "time": moments.time}), "t", "replace")
    assert ask(sqlite, "SELECT * FROM t") == [("2014-01-01", "00:00:00.000000"), ("2014-01-01", "10:00:00.000000")]


def test_pandas_30517_unsigned_numbers_of_64_bits(postgresql: str, mariadb: str) -> None:
    for url in (postgresql, mariadb):
        sql.save(url, pandas.DataFrame({"n": pandas.Series([2**64 - 1], dtype="uint64")}), "t", "replace")
        assert ask(url, "SELECT n FROM t") == [(2**64 - 1,)]


def test_psycopg2_1542_dictionaries_are_json(postgresql: str, psycopg2: str) -> None:
    table = pandas.DataFrame({"a": range(2), "json": [{0: 1, "x\n\\": [None, "ä"]}, {1: 2}]})
    for url in (postgresql, psycopg2):
        sql.save(url, table, "t", "replace")
        assert ask(url, "SELECT json->>'0', json->'x\n\\'->>1 FROM t ORDER BY a") == [("1", "ä"), (None, None)]


def test_psycopg2_1711_and_397_texts_that_copy_takes_for_signs_are_texts(postgresql: str, psycopg2: str) -> None:
    texts = ["\\N", "", None, "\\200", "\\.", "a\tb", "a\nb", "a\r\nb", "\\", "\x08\x0b\x0c", "null", "ä", '"', "'"]
    for url in (postgresql, psycopg2):
        sql.save(url, pandas.DataFrame({"n": range(len(texts)), "t": texts}), "t", "replace")
        assert [row[0] for row in ask(url, "SELECT t FROM t ORDER BY n")] == texts


def test_psycopg2_567_bytes_that_are_zero(postgresql: str, psycopg2: str) -> None:
    for url in (postgresql, psycopg2):
        sql.save(url, pandas.DataFrame({"b": [b"\x00\x55\\\n"]}), "t", "replace")
        assert bytes(ask(url, "SELECT b FROM t")[0][0]) == b"\x00\x55\\\n"


def test_egon_data_469_whole_numbers_that_became_floats_beside_nothing(any_database: str) -> None:
    ask(any_database, "CREATE TABLE t (id BIGINT)")
    for mode in ("append", "replace"):
        sql.save(any_database, pandas.DataFrame({"id": [1362.0, float("nan")]}), "t", mode)
        assert ask(any_database, "SELECT id FROM t") == [(1362,), (None,)]


def test_pandas_21103_and_frictionless_1196_wide_and_long_tables(any_database: str) -> None:
    table = pandas.DataFrame({f"column {place}": range(300) for place in range(400)})
    sql.save(any_database, table, "t", "replace")
    assert ask(any_database, "SELECT count(*) FROM t") == [(300,)]


def test_csv2sql_12_long_texts_are_not_cut(mariadb: str) -> None:
    text = "é" * 70_000
    sql.save(mariadb, pandas.DataFrame({"t": [text]}), "t", "replace")
    assert ask(mariadb, "SELECT t FROM t") == [(text,)]


def test_arrays_of_postgresql_take_lists(postgresql: str, psycopg2: str) -> None:
    for url in (postgresql, psycopg2):
        ask(url, "DROP TABLE IF EXISTS t")
        ask(url, "CREATE TABLE t (n INTEGER[], w TEXT[])")
        table = pandas.DataFrame({"n": [[1, 2], None], "w": [['a"b\\', None, "NULL", "c,d"], []]})
        for mode in ("append", "replace"):
            sql.save(url, table, "t", mode)
        assert ask(url, "SELECT * FROM t") == [([1, 2], ['a"b\\', None, "NULL", "c,d"]), (None, [])]


def test_types_of_the_database_alone_take_text(postgresql: str) -> None:
    ask(postgresql, "CREATE TYPE mood AS ENUM ('sad', 'ok')")
    ask(postgresql, "CREATE TABLE t (m mood, i INET, j JSONB, d NUMRANGE)")
    table = pandas.DataFrame({"m": ["ok"], "i": ["10.0.0.1"], "j": ['{"a": 1}'], "d": ["[1,2)"]})
    for mode in ("append", "replace"):
        assert sql.save(postgresql, table, "t", mode).notes == ()
    assert ask(postgresql, "SELECT m::text, j FROM t") == [("ok", {"a": 1})]


def test_a_schema_before_the_name(postgresql: str) -> None:
    ask(postgresql, 'CREATE SCHEMA "a b"')
    for mode in ("fail", "replace", "append"):
        sql.save(postgresql, pandas.DataFrame({"n": [1]}), "a b.t", mode)
    assert ask(postgresql, 'SELECT n FROM "a b".t') == [(1,), (1,)]


def test_types_of_arrow_and_categories(any_database: str) -> None:
    pytest.importorskip("pyarrow")
    table = pandas.DataFrame(
        {
            "i": pandas.array([1, None], dtype="int32[pyarrow]"),
            "s": pandas.array(["x", None], dtype="string[pyarrow]"),
            "t": pandas.array([pandas.Timestamp("2020-01-01 00:00:00.5"), None], dtype="timestamp[us][pyarrow]"),
            "c": pandas.Categorical([1, None]),
            "z": pandas.arrays.SparseArray([0, 1]),
        }
    )
    sql.save(any_database, table, "t", "replace")
    [first, second] = ask(any_database, "SELECT i, s, c, z FROM t")
    assert first == (1, "x", 1, 0)
    assert second == (None, None, None, 1)
    assert len(types(any_database, "t")) == 5


def test_nanoseconds_that_no_database_holds_are_told(any_database: str) -> None:
    table = pandas.DataFrame({"t": pandas.Series([pandas.Timestamp("2020-01-01 00:00:00.123456789")])})
    notes = sql.save(any_database, table, "t", "replace").notes
    assert ["nanoseconds" in note for note in notes] == [True]


def test_uuids_that_mariadb_refuses_are_text(mariadb: str) -> None:
    odd = uuid.UUID("eb1167b3-67a9-c378-7c65-c1e582e2e662")
    sql.save(mariadb, pandas.DataFrame({"id": [odd]}), "t", "replace")
    assert types(mariadb, "t") == {"id": "char(36)"}
    sql.save(mariadb, pandas.DataFrame({"id": [uuid.uuid4(), None]}), "new", "replace")
    sql.save(mariadb, pandas.DataFrame({"id": [odd]}), "new", "replace")
    assert ask(mariadb, "SELECT id FROM new") == [(str(odd),)]
