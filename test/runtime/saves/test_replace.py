"""`replace` leaves what was there until what is new is complete, and keeps what belongs to the table where it can."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pandas
import pytest
import sqlalchemy
from saves.asking import ask, types

from aqueduct import sql
from aqueduct.databases.saves import fitting, place
from aqueduct.queries import Given

KILLED = """
import os, signal, sys
import pandas
from aqueduct import sql
from aqueduct.databases.saves import place

insert = place.insert
def killed(where, name, columns):
    insert(where, name, columns)
    os.kill(os.getpid(), signal.SIGKILL)
place.insert = killed
for module in ("mysql", "swapping", "server"):
    __import__("aqueduct.databases.saves." + module)
    setattr(sys.modules["aqueduct.databases.saves." + module], "insert", killed)
def before_the_end(*given):
    os.kill(os.getpid(), signal.SIGKILL)
from aqueduct.databases.saves import sqlite
sqlite.saved = before_the_end
table = pandas.DataFrame({column: [1, 2] for column in sys.argv[2].split(",")})
sql.save(os.environ["URL"], table, "t", sys.argv[1])
"""


def save_and_be_killed(url: str, mode: str, columns: str) -> None:
    env = {**os.environ, "URL": url}
    done = subprocess.run([sys.executable, "-c", KILLED, mode, columns], env=env, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture(params=["postgresql", "psycopg2", "mariadb"])
def server(request: Any) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def filled(server: str) -> str:
    ask(server, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    ask(server, "INSERT INTO t VALUES (7)")
    return server


BAD = {
    "half a character": {"a": [1, 2], "b": pandas.Series(["fine", "\ud800"], dtype=object)},
    "a set": {"a": [1, 2], "b": ["fine", {1}]},
    "bytes and text": {"a": [1, 2], "b": [b"x", "y"]},
    "a key twice": {"a": [1, 1]},
    "a key that is nothing": {"a": pandas.array([1, None], dtype="Int64")},
}


@pytest.mark.parametrize("bad", BAD)
def test_a_value_that_cannot_be_written_leaves_the_table(filled: str, bad: str) -> None:
    with pytest.raises((sql.CannotWrite, sql.DatabaseError)):
        sql.save(filled, pandas.DataFrame(BAD[bad]), "t", "replace")
    assert ask(filled, "SELECT * FROM t") == [(7,)]


@pytest.mark.parametrize("columns", ["a", "b,c"])
def test_a_process_that_is_killed_midway_leaves_the_table(filled: str, columns: str) -> None:
    save_and_be_killed(filled, "replace", columns)
    assert ask(filled, "SELECT * FROM t") == [(7,)]
    sql.save(filled, pandas.DataFrame({"a": [8]}), "t", "replace")
    assert ask(filled, "SELECT * FROM t") == [(8,)]
    assert sqlalchemy.inspect(sqlalchemy.create_engine(filled)).get_table_names() == ["t"]


@pytest.mark.parametrize("columns", ["a", "b,c"])
def test_a_process_that_is_killed_midway_leaves_a_table_of_sqlite(sqlite: str, columns: str) -> None:
    ask(sqlite, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    ask(sqlite, "INSERT INTO t VALUES (7)")
    save_and_be_killed(sqlite, "replace", columns)
    assert ask(sqlite, "SELECT * FROM t") == [(7,)]


@pytest.mark.parametrize("columns", ["a", "b,c"])
def test_a_connection_that_is_lost_midway_leaves_the_table(
    filled: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import aqueduct.databases.saves.mysql
    import aqueduct.databases.saves.server
    import aqueduct.databases.saves.swapping

    insert = place.insert

    def lost(where: Any, *given: Any) -> None:
        insert(where, *given)
        raw = where.connection.connection.driver_connection
        if "mysql" in filled:
            ask(filled, f"KILL {raw.thread_id()}")
        else:
            ask(filled, f"SELECT pg_terminate_backend({raw.info.backend_pid})")

    for module in (
        place,
        aqueduct.databases.saves.mysql,
        aqueduct.databases.saves.server,
        aqueduct.databases.saves.swapping,
    ):
        monkeypatch.setattr(module, "insert", lost)
    with pytest.raises(sql.DatabaseError):
        sql.save(filled, pandas.DataFrame({column: [1] for column in columns.split(",")}), "t", "replace")
    monkeypatch.undo()
    assert ask(filled, "SELECT * FROM t") == [(7,)]
    sql.save(filled, pandas.DataFrame({"a": [8]}), "t", "replace")
    assert sqlalchemy.inspect(sqlalchemy.create_engine(filled)).get_table_names() == ["t"]


def test_a_new_table_is_there_whole_or_not_at_all(server: str) -> None:
    save_and_be_killed(server, "replace", "a")
    assert "t" not in sqlalchemy.inspect(sqlalchemy.create_engine(server)).get_table_names()


def test_keys_indexes_grants_and_views_survive(server: str) -> None:
    for statement in (
        "CREATE TABLE t (id VARCHAR(36) PRIMARY KEY, price NUMERIC(10, 2) NOT NULL DEFAULT 1, n INTEGER, day DATE)",
        "CREATE INDEX by_price ON t (price)",
        "CREATE VIEW cheap AS SELECT id FROM t WHERE price < 2",
        "CREATE ROLE reader_of_t"
        if "mysql" in server
        else "CREATE ROLE reader_of_t_" + server.split("/test_")[1].split("?")[0],
    ):
        ask(server, statement)
    role = "reader_of_t" if "mysql" in server else "reader_of_t_" + server.split("/test_")[1].split("?")[0]
    ask(server, f"GRANT SELECT ON t TO {role}")
    before = types(server, "t")
    table = pandas.DataFrame(
        {
            "n": [1.0, None],
            "price": [Decimal("1.10"), Decimal("3")],
            "id": ["x", "y"],
            "day": pandas.to_datetime(["2020-01-01"] * 2),
        }
    )
    saved = sql.save(server, table, "t", "replace")
    assert saved.notes == ()
    assert types(server, "t") == before
    assert ask(server, "SELECT id, price, n FROM t ORDER BY id") == [
        ("x", Decimal("1.10"), 1),
        ("y", Decimal("3.00"), None),
    ]
    assert ask(server, "SELECT * FROM cheap") == [("x",)]
    found = sqlalchemy.inspect(sqlalchemy.create_engine(server))
    assert found.get_pk_constraint("t")["constrained_columns"] == ["id"]
    assert "by_price" in [index["name"] for index in found.get_indexes("t")]
    if "mysql" in server:
        assert any("`t`" in row[0] for row in ask(server, f"SHOW GRANTS FOR {role}"))
        ask(server, f"DROP ROLE {role}")
    else:
        assert ask(server, f"SELECT has_table_privilege('{role}', 't', 'SELECT')") == [(True,)]
        ask(server, f"REVOKE ALL ON t FROM {role}")
        ask(server, f"DROP ROLE {role}")


def test_a_table_whose_columns_do_not_agree_is_made_anew_and_that_is_said(any_database: str) -> None:
    sql.save(any_database, pandas.DataFrame({"a": [1], "b": ["x"]}), "t", "replace")
    for table, why in (
        (pandas.DataFrame({"a": [1.5], "b": ["x"]}), "its column a is"),
        (pandas.DataFrame({"a": [1.5], "c": ["x"]}), "c is new, b is gone"),
    ):
        saved = sql.save(any_database, table, "t", "replace")
        [note] = saved.notes
        assert why in note
        assert "keys, indexes" in note
        assert ask(any_database, "SELECT a FROM t") == [(1.5,)]


def test_a_table_of_sqlite_that_was_extracted_goes_back_into_its_columns(sqlite: str) -> None:
    """Times come as text and booleans as numbers: SQLite has no types for them."""
    ask(sqlite, "CREATE TABLE t (id INTEGER PRIMARY KEY, d DATE, c TIME, s TIMESTAMP, b BOOLEAN)")
    ask(
        sqlite,
        "INSERT INTO t VALUES (1, '2020-01-02', '03:04', '2020-01-02 03:04:05.5+00:00', 1), (2, NULL, NULL, NULL, 0)",
    )
    table = sql.extract(sqlite, ["SELECT * FROM t"], Given(), ())
    assert sql.save(sqlite, table, "t", "replace").notes == ()
    assert ask(sqlite, "SELECT pk FROM pragma_table_info('t') WHERE name = 'id'") == [(1,)]
    assert ask(sqlite, "SELECT * FROM t WHERE id = 1") == [(1, "2020-01-02", "03:04", "2020-01-02 03:04:05.5+00:00", 1)]
    [note] = sql.save(sqlite, table.assign(d="soon", b=2), "t", "replace").notes
    assert "its column d is DATE, which does not hold the text now given" in note


def test_a_table_that_others_refer_to_is_not_emptied_under_them(server: str) -> None:
    ask(server, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    ask(server, "INSERT INTO t VALUES (7)")
    ask(server, "CREATE TABLE child (a BIGINT, FOREIGN KEY (a) REFERENCES t (a) ON DELETE CASCADE)")
    ask(server, "INSERT INTO child VALUES (7)")
    for table in (pandas.DataFrame({"a": [7, 8]}), pandas.DataFrame({"b": ["x"]})):
        with pytest.raises(sql.DatabaseError, match=r"child|depend|foreign key"):
            sql.save(server, table, "t", "replace")
    assert ask(server, "SELECT * FROM t") == [(7,)]
    assert ask(server, "SELECT * FROM child") == [(7,)]


def test_a_table_with_history_is_no_view(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (a BIGINT) WITH SYSTEM VERSIONING")
    for number in (7, 8):
        sql.save(mariadb, pandas.DataFrame({"a": [number]}), "t", "replace")
    assert ask(mariadb, "SELECT a FROM t FOR SYSTEM_TIME ALL ORDER BY a") == [(7,), (8,)]


def test_what_is_no_json_does_not_stay_in_a_column_of_json(mariadb: str) -> None:
    """MariaDB's type JSON is a text with a check, of which the type of the column says nothing."""
    ask(mariadb, "CREATE TABLE t (n BIGINT PRIMARY KEY, a JSON, b TEXT)")
    sql.save(mariadb, pandas.DataFrame({"n": [1], "a": [{"x": 1}], "b": ["no json"]}), "t", "replace")
    sql.save(mariadb, pandas.DataFrame({"n": [1, 2], "a": ["[1]", '"text"'], "b": ["NaN", "x"]}), "t", "replace")
    assert "CHECK" in str(ask(mariadb, "SHOW CREATE TABLE t")).upper()
    for values in (["no json", "x"], ["NaN", "1"], [True, None]):
        sql.save(mariadb, pandas.DataFrame({"n": [1, 2], "a": values, "b": ["y", "z"]}), "t", "replace")
        assert [row[0] for row in ask(mariadb, "SELECT b FROM t ORDER BY n")] == ["y", "z"]
        ask(mariadb, "DROP TABLE t")
        ask(mariadb, "CREATE TABLE t (n BIGINT PRIMARY KEY, a JSON, b TEXT)")


def test_a_type_that_a_server_lacks_is_told(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of Oracle, which has no times of day."""
    from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
    from sqlalchemy.exc import CompileError

    def none(*_given: Any, **_named: Any) -> str:
        raise CompileError("Can't render element of type TIME")

    monkeypatch.setattr(PGTypeCompiler, "visit_TIME", none)
    with pytest.raises(sql.CannotWrite, match=r"column clock holds a datetime\.time"):
        sql.save(postgresql, pandas.DataFrame({"clock": [datetime.time(1)]}), "t", "replace")


def test_a_view_is_not_replaced(any_database: str) -> None:
    ask(any_database, "CREATE TABLE t (a BIGINT)")
    ask(any_database, "INSERT INTO t VALUES (7)")
    ask(any_database, "CREATE VIEW v AS SELECT * FROM t")
    for table in (pandas.DataFrame({"a": [8]}), pandas.DataFrame({"b": ["x"]})):
        with pytest.raises(sql.DatabaseError, match=r"view|not a table"):
            sql.save(any_database, table, "v", "replace")
    assert ask(any_database, "SELECT * FROM v") == [(7,)]


def test_only_tables_of_killed_saves_are_removed(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (a BIGINT)")
    ask(mariadb, "CREATE TABLE aqueduct_staging_0123456789abcdef (mine INT)")
    ask(mariadb, "CREATE TABLE aqueduct_old_0123456789abcdef (mine INT)")
    ask(mariadb, "CREATE TABLE aqueduct_staging_0000000000000000 (alive INT) COMMENT 'Aqueduct save 0000000000000000'")
    alive = sqlalchemy.create_engine(mariadb).connect()
    assert alive.exec_driver_sql("SELECT GET_LOCK('aqueduct_0000000000000000', 0)").scalar() == 1
    save_and_be_killed(mariadb, "replace", "b")
    names = {row[0] for row in ask(mariadb, "SHOW TABLES")}
    assert len(names) == 5
    sql.save(mariadb, pandas.DataFrame({"a": [8]}), "other", "append")
    there = {row[0] for row in ask(mariadb, "SHOW TABLES")}
    mine = {"t", "other", "aqueduct_staging_0123456789abcdef", "aqueduct_old_0123456789abcdef"}
    assert there == {*mine, "aqueduct_staging_0000000000000000"}
    alive.close()
    alive.engine.dispose()
    sql.save(mariadb, pandas.DataFrame({"a": [8]}), "t", "replace")
    assert {row[0] for row in ask(mariadb, "SHOW TABLES")} == mine


def test_what_a_save_replaced_before_it_was_killed_is_removed_and_a_comment_kept(
    mariadb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aqueduct.databases.saves import mysql

    ask(mariadb, "CREATE TABLE t (a BIGINT) COMMENT 'of ours'")
    execute = mysql._execute

    def killed(where: Any, statement: str) -> None:
        if statement.startswith("DROP"):
            raise KeyboardInterrupt
        execute(where, statement)

    monkeypatch.setattr(mysql, "_execute", killed)
    with pytest.raises(KeyboardInterrupt):
        sql.save(mariadb, pandas.DataFrame({"b": [1]}), "t", "replace")
    monkeypatch.undo()
    assert len(ask(mariadb, "SHOW TABLES")) == 2
    sql.save(mariadb, pandas.DataFrame({"c": [1]}), "t", "replace")
    assert ask(mariadb, "SHOW TABLES") == [("t",)]
    ask(mariadb, "ALTER TABLE t COMMENT 'of ours'")
    sql.save(mariadb, pandas.DataFrame({"d": [1]}), "t", "replace")
    comment = "SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE()"
    assert ask(mariadb, comment) == [("of ours",)]


def test_a_table_of_an_engine_without_transactions_is_replaced_at_once_with_its_keys(mariadb: str) -> None:
    ask(mariadb, "CREATE TABLE t (a BIGINT PRIMARY KEY) ENGINE=MyISAM COMMENT 'of ours'")
    ask(mariadb, "INSERT INTO t VALUES (7)")
    with pytest.raises(sql.DatabaseError):
        sql.save(mariadb, pandas.DataFrame({"a": [1, 1]}), "t", "replace")
    assert ask(mariadb, "SELECT * FROM t") == [(7,)]
    sql.save(mariadb, pandas.DataFrame({"a": [1, 2]}), "t", "replace")
    assert ask(mariadb, "SELECT * FROM t") == [(1,), (2,)]
    [[made]] = [row[1:] for row in ask(mariadb, "SHOW CREATE TABLE t")]
    assert "PRIMARY KEY" in made
    assert "MyISAM" in made
    assert "of ours" in made
    assert ask(mariadb, "SHOW TABLES") == [("t",)]


def test_every_other_server_has_the_old_table_until_the_new_one_is_complete(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Oracle and its like, played by a PostgreSQL of which nothing is known but that it is one."""
    from aqueduct.databases.saves import server

    monkeypatch.setattr(server, "_MAKES_TABLES_IN_TRANSACTIONS", ())
    ask(postgresql, "CREATE TABLE t (a BIGINT PRIMARY KEY)")
    ask(postgresql, "INSERT INTO t VALUES (7)")
    for bad in ({"a": [1, 1]}, {"b": ["\0"]}):
        with pytest.raises((sql.DatabaseError, sql.CannotWrite)):
            sql.save(postgresql, pandas.DataFrame(bad), "t", "replace")
        assert ask(postgresql, "SELECT * FROM t") == [(7,)]
    sql.save(postgresql, pandas.DataFrame({"a": [8]}), "t", "replace")
    assert ask(postgresql, "SELECT * FROM t") == [(8,)]
    sql.save(postgresql, pandas.DataFrame({"b": ["x"]}), "t", "replace")
    assert ask(postgresql, "SELECT * FROM t") == [("x",)]
    sql.save(postgresql, pandas.DataFrame({"b": ["x"]}), "new", "replace")
    assert sorted(row[0] for row in ask(postgresql, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) == [
        "new",
        "t",
    ]


def test_computed_columns_are_not_written_to(any_database: str) -> None:
    ask(any_database, "CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) STORED)")
    saved = sql.save(any_database, pandas.DataFrame({"a": [1], "b": [5]}), "t", "replace")
    assert len(saved.notes) == 1
    assert ask(any_database, "SELECT * FROM t") == [(1, 5)]


def test_what_agrees_is_judged_by_values() -> None:
    """A few that are easy to get wrong."""

    def holds(values: Any, **target: Any) -> bool:
        from aqueduct.databases.saves.columns import columns_of

        [column] = columns_of(pandas.DataFrame({"a": values}))
        return fitting.held(column, fitting.Target("a", "", **target)) is not None

    assert holds([1, 2], family="int", low=-128, high=127)
    assert not holds([1, 200], family="int", low=-128, high=127)
    assert not holds([2**53 + 1], family="float")
    assert holds([19.99], family="decimal", precision=10, scale=2)
    assert not holds([19.999], family="decimal", precision=10, scale=2)
    assert not holds([Decimal("123456789.00")], family="decimal", precision=10, scale=2)
    assert holds([Decimal("1E+3")], family="decimal", precision=4, scale=0)
    assert not holds([True], family="int", low=0, high=9)
    assert not holds(["1"], family="int", low=0, high=9)
    assert holds([None, None], family="int", low=0, high=9)
