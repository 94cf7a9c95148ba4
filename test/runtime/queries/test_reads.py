"""What extracts give from real databases: digits, tables by their names, and refusals."""

from __future__ import annotations

import decimal
import sys
from pathlib import Path
from typing import Any

import pandas
import pytest
import sqlalchemy

from aqueduct import sql
from aqueduct.queries import Given

BIG = 2**53 + 1


def execute(url: str, *statements: str) -> None:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def read(url: str, *texts: str) -> tuple[Any, list[str]]:
    said: list[str] = []
    return sql.extract(url, texts, Given(), (), said.append), said


def test_whole_numbers_beside_nulls_keep_their_digits(any_database: str) -> None:
    """pandas 17560, 43878, 48704."""
    execute(any_database, "CREATE TABLE t (id BIGINT, n BIGINT)", f"INSERT INTO t VALUES (1, {BIG}), (2, NULL)")
    table, said = read(any_database, "SELECT * FROM t ORDER BY id")
    assert [str(each) for each in table.dtypes] == ["int64", "Int64"]
    assert (table["n"][0], pandas.isna(table["n"][1])) == (BIG, True)
    assert said == ["Columns with a type of their own: 'n': whole numbers beside NULLs, kept as Int64."]


def test_ids_that_come_as_decimals_keep_their_digits(postgresql: str) -> None:
    """pandas 61667: 305184080441754059 became 305184080441754048."""
    table, _ = read(postgresql, "SELECT 305184080441754059::numeric AS id, sum(9007199254740993::bigint) AS total")
    assert (int(table["id"][0]), int(table["total"][0])) == (305184080441754059, BIG)


def test_a_float_of_mysql_of_which_digits_are_not_sent_is_told(mariadb: str) -> None:
    execute(mariadb, "CREATE TABLE t (a FLOAT, b FLOAT, c DOUBLE)", "INSERT INTO t VALUES (16777215, 0.5, 16777215)")
    _, said = read(mariadb, "SELECT * FROM t")
    [line] = said
    assert line.endswith(
        "'a': of type FLOAT, of which the database sends six digits: `column + 0e0` in the query gives all."
    )
    table, said = read(mariadb, "SELECT a + 0e0 AS a FROM t")
    assert (table["a"].tolist(), said) == ([16777215.0], [])


def test_whole_numbers_without_a_sign_do_too(mariadb: str) -> None:
    execute(
        mariadb,
        "CREATE TABLE t (n BIGINT UNSIGNED, m BIGINT UNSIGNED)",
        f"INSERT INTO t VALUES ({2**64 - 1}, {2**64 - 2}), (NULL, 1)",
    )
    table, _ = read(mariadb, "SELECT * FROM t ORDER BY m DESC")
    assert [str(each) for each in table.dtypes] == ["UInt64", "uint64"]
    assert (table["n"][0], table["m"][0]) == (2**64 - 1, 2**64 - 2)


def test_decimals_of_more_than_fifteen_digits_stay_decimals(any_database: str) -> None:
    """pandas 20525."""
    if any_database.startswith("sqlite"):
        pytest.skip("SQLite has no decimals")
    long = "12345678901234567890.0123456789"
    execute(
        any_database,
        "CREATE TABLE t (id INTEGER, a NUMERIC(38, 10), b NUMERIC(38, 20), c NUMERIC(10, 2), d NUMERIC(38, 10))",
        f"INSERT INTO t VALUES (1, {long}, 1.5, 1.10, {long}), (2, 1, 2, 3, NULL)",
    )
    table, said = read(any_database, "SELECT a, b, c, d FROM t ORDER BY id")
    assert table["a"].tolist() == [decimal.Decimal(long), decimal.Decimal(1)]
    assert [str(each) for each in table.dtypes] == ["object", "float64", "float64", "object"]
    assert table["d"].tolist() == [decimal.Decimal(long), None]
    kept = "decimal numbers of more than 15 digits, kept as decimal.Decimal."
    assert said == [f"Columns with a type of their own: 'a', 'd': {kept}"]


def test_decimals_that_no_float_reaches_stay_decimals(postgresql: str) -> None:
    table, said = read(postgresql, "SELECT 1e400::numeric AS big, 1e-400::numeric AS small, 0::numeric AS nothing")
    assert (table["big"][0], table["small"][0]) == (decimal.Decimal("1e400"), decimal.Decimal("1e-400"))
    assert str(table["nothing"].dtype) == "float64"
    assert said == [
        "Columns with a type of their own: 'big', 'small': decimal numbers that no float reaches, kept as decimal.Decimal."
    ]


def test_whole_numbers_that_no_float_holds_stay_whole_beside_floats(sqlite: str) -> None:
    table, said = read(sqlite_with(sqlite), f"SELECT {BIG} AS n UNION ALL SELECT 0.5 UNION ALL SELECT NULL")
    assert [value for value in table["n"].tolist() if value is not None] == [BIG, 0.5]
    assert said == [
        "Columns with a type of their own: 'n': whole numbers that no float holds, kept as int beside floats."
    ]
    table, said = read(sqlite, "SELECT 3 AS n UNION ALL SELECT 0.5")
    assert (str(table["n"].dtype), said) == ("float64", [])


def sqlite_with(url: str) -> str:
    execute(url, "CREATE TABLE t (n INTEGER)")
    return url


def test_all_else_is_what_pandas_makes_of_it(any_database: str) -> None:
    kinds = "a INTEGER, b DOUBLE PRECISION, c VARCHAR(9), d DATE, e TIMESTAMP NULL, f BOOLEAN, g NUMERIC(10, 2), h INTEGER, a2 CHAR(3)"
    row = "(1, 1.5, 'x', '2020-01-02', '2020-01-02 03:04:05', true, 1.25, NULL, 'abc')"
    execute(any_database, f"CREATE TABLE t ({kinds})", f"INSERT INTO t VALUES {row}", "INSERT INTO t (a) VALUES (2)")
    query = "SELECT a, b, c, d, e, f, g, a2, a, a + 1 AS c FROM t ORDER BY 1"
    ours, said = read(any_database, query)
    engine = sqlalchemy.create_engine(any_database, poolclass=sqlalchemy.pool.NullPool)
    with engine.connect() as connection:
        theirs = pandas.read_sql_query(sqlalchemy.text(query), connection)
    assert list(ours.columns) == list(theirs.columns)
    for place in range(len(ours.columns)):
        if not said or place != 5:  # MariaDB's booleans are whole numbers, and kept as these beside NULLs
            pandas.testing.assert_series_equal(ours.iloc[:, place], theirs.iloc[:, place])


_KINDS = {
    "sqlite": "a INTEGER, b REAL, c VARCHAR(9), d DATE, e BLOB, f BOOLEAN, g TIMESTAMP",
    "mysql": "a INTEGER, b DOUBLE, c VARCHAR(9), d DATE, e LONGBLOB, f FLOAT, g BIGINT UNSIGNED, h DECIMAL(38, 10), i DATETIME, "
    "j TIMESTAMP NULL, k TIME, l LONGTEXT, m JSON, n YEAR, o BOOL, p BIT(3), q SMALLINT UNSIGNED, r DECIMAL(5, 2), s VARBINARY(3)",
    "postgresql": "a INTEGER, b DOUBLE PRECISION, c VARCHAR(9), d DATE, e BYTEA, f REAL, g BIGINT, h NUMERIC(38, 10), i TIMESTAMP, "
    "j TIMESTAMPTZ, k TIME, l TEXT, m JSONB, n UUID, o BOOLEAN, p INTEGER[], q SMALLINT, r NUMERIC, s INTERVAL, u CHAR(3)",
}
_VALUES = {
    "sqlite": "1, 1.5, 'x', '2020-01-02', x'00', 1, '2020-01-02 03:04:05'",
    "mysql": "1, 1.5, 'x', '2020-01-02', x'00', 1.5, 18446744073709551615, 12345678901234567890.0123456789, '2020-01-02 03:04:05', "
    "'2020-01-02 03:04:05', '03:04:05', 'x', '[1]', 2020, true, 5, 7, 1.25, x'00'",
    "postgresql": "1, 1.5, 'x', '2020-01-02', '\\x00', 1.5, 9223372036854775807, 12345678901234567890.0123456789, '2020-01-02 03:04:05', "
    "'2020-01-02 03:04:05', '03:04:05', 'x', '[1]', '6a2f41a3-c54c-fce8-32d2-0324e1c32e22', true, '{1}', 7, 1.25, '1 day', 'abc'",
}


@pytest.mark.parametrize("without_sqlalchemy", [False, True])
def test_columns_without_rows_have_the_types_that_they_have_with_rows(
    any_database: str, without_sqlalchemy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandas 7938, 9086: all columns of an empty result were objects, and so what they were put together with."""
    kind = any_database.split("+")[0].split(":")[0]
    execute(any_database, f"CREATE TABLE t ({_KINDS[kind]})", f"INSERT INTO t VALUES ({_VALUES[kind]})")
    if without_sqlalchemy:
        if kind != "sqlite":
            pytest.skip("which servers need")
        monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    full, _ = read(any_database, "SELECT *, c AS a FROM t")
    said: list[str] = []
    empty = sql.extract(any_database, ["SELECT *, c AS a FROM t WHERE a > $1 -- all"], Given(1), (7,), said.append)
    assert (len(empty), list(empty.columns), said) == (0, list(full.columns), [])
    pandas.testing.assert_index_equal(empty.index, pandas.RangeIndex(0))
    both = pandas.concat([empty, full], ignore_index=True)
    for place, name in enumerate(full.columns):
        # Beside whole numbers without a sign, those with one would be floats: such a column stays one of objects.
        exact = "mysql" not in kind or name != "g"
        pandas.testing.assert_series_equal(both.iloc[:, place], full.iloc[:, place], check_dtype=exact)
    told = [str(each) for each in empty.dtypes]
    assert told[:2] == ["int64", "float64"]


def test_columns_of_nothing_but_nulls_have_the_types_that_they_have_with_values(any_database: str) -> None:
    """pandas 26682, 14319, 14314, 10285: objects, where the rows of another day have numbers."""
    kind = any_database.split("+")[0].split(":")[0]
    execute(any_database, f"CREATE TABLE t ({_KINDS[kind]}, z INTEGER)", "INSERT INTO t (z) VALUES (1), (2)")
    bare, said = read(any_database, "SELECT * FROM t ORDER BY z")
    execute(any_database, "DELETE FROM t", f"INSERT INTO t VALUES ({_VALUES[kind]}, 1)", "INSERT INTO t (z) VALUES (2)")
    full, _ = read(any_database, "SELECT * FROM t ORDER BY z")
    assert (bare["z"].tolist(), bool(bare.drop(columns="z").isna().all(axis=None))) == ([1, 2], True)
    assert any("'a'" in line and "kept as Int64" in line for line in said)
    untold = {"mysql": ["g", "h"], "postgresql": ["h"], "sqlite": []}[kind]  # of digits, nothing is told
    for name in full.columns.drop(untold):
        assert bare[name].dtype == full[name].dtype, name


def test_statements_of_sqlite_without_rows_are_read(sqlite: str) -> None:
    execute(sqlite, "CREATE TABLE t (n INTEGER)")
    for text in ("PRAGMA foreign_key_list(t)", "EXPLAIN SELECT n FROM t", "SELECT n FROM t ORDER BY n LIMIT 1"):
        assert read(sqlite, text)[0].columns.size > 0
    assert str(read(sqlite, "WITH a AS (SELECT n FROM t) SELECT n FROM a")[0].dtypes["n"]) == "int64"
    assert sqlalchemy.inspect(sqlalchemy.create_engine(sqlite)).get_table_names() == ["t"]


@pytest.mark.parametrize("name", ["order", "a b", 'quo"te', "tick`s", "50%", "a:b", "Größe", "x.y"])
def test_a_table_is_read_under_any_name(any_database: str, name: str) -> None:
    engine = sqlalchemy.create_engine(any_database, poolclass=sqlalchemy.pool.NullPool)
    quoted = engine.dialect.identifier_preparer.quote_identifier(name).replace("%%", "%")
    with engine.connect() as connection:
        connection.execution_options(no_parameters=True).exec_driver_sql(f"CREATE TABLE {quoted} (n INTEGER)")
        connection.commit()
    query = sql.every_row_of(any_database, name)
    assert list(read(any_database, query)[0].columns) == ["n"]


def test_a_table_is_read_with_its_schema(any_database: str) -> None:
    schema = {"sqlite": "main", "postgresql": "Sales", "mysql": "Sales"}[any_database.split("+")[0].split(":")[0]]
    if schema == "Sales":
        quote = "`" if "mysql" in any_database else '"'
        execute(any_database, f"CREATE SCHEMA {quote}Sales{quote}", f"CREATE TABLE {quote}Sales{quote}.t (n INTEGER)")
    else:
        execute(any_database, "CREATE TABLE t (n INTEGER)")
    try:
        assert list(read(any_database, sql.every_row_of(any_database, f"{schema}.t"))[0].columns) == ["n"]
    finally:
        if "mysql" in any_database:
            execute(any_database, "DROP SCHEMA Sales")


def test_a_missing_column_is_told_as_such(any_database: str) -> None:
    execute(any_database, "CREATE TABLE t (n INTEGER)")
    with pytest.raises(sql.DatabaseError) as told:
        read(any_database, "SELECT z FROM t")
    assert not isinstance(told.value, sql.MissingTable)
    with pytest.raises(sql.MissingTable) as missing:
        read(any_database, "SELECT n FROM u")
    assert missing.value.tables == ("t",)


def test_what_is_no_query_changes_nothing(any_database: str) -> None:
    execute(any_database, "CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (1)")
    for statement in ("INSERT INTO t VALUES (2)", "DELETE FROM t", "UPDATE t SET n = 5", "DROP TABLE t"):
        with pytest.raises(sql.WrongQuery, match="An extract reads"):
            read(any_database, statement)
    assert read(any_database, "SELECT n FROM t")[0]["n"].tolist() == [1]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT 1; DELETE FROM t; COMMIT",
        "SELECT 1; DELETE FROM t; COMMIT; SELECT 2",
        "RENAME TABLE t TO gone",
        "SELECT 1; SELECT 2",
    ],
)
def test_what_stands_behind_a_query_is_not_carried_out(any_database: str, text: str) -> None:
    execute(any_database, "CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (1)")
    with pytest.raises(sql.WrongQuery):
        read(any_database, text)
    table, _ = read(any_database, "SELECT n FROM t")
    assert table["n"].tolist() == [1]


def test_a_comment_that_the_server_carries_out_is_refused_as_what_it_does(mariadb: str) -> None:
    execute(mariadb, "CREATE TABLE t (n INTEGER)")
    for text in ("/*! DROP TABLE t */", "/*M!100100 DROP TABLE t */", "SELECT 1 /*! ; DROP TABLE t */"):
        with pytest.raises(sql.WrongQuery, match="An extract reads, and DROP does not"):
            read(mariadb, text)
    assert read(mariadb, "SELECT n FROM t")[0].empty


def test_a_statement_without_rows_is_told(any_database: str) -> None:
    execute(any_database, "CREATE TABLE t (n INTEGER)")
    statement = {"sqlite": "PRAGMA user_version = 3", "mysql": "SET @a = 1"}.get(
        any_database.split("+")[0].split(":")[0], "SET search_path TO public"
    )
    with pytest.raises(sql.NoRows):
        read(any_database, statement)


@pytest.mark.parametrize("folder", ["a%20b", "a#b", "a b", "Größe", "100%", "a;b", "a&b=c"])
def test_a_file_of_sqlite_is_the_one_that_is_named(folder: str, tmp_path: Path) -> None:
    """SQLAlchemy 2.1 took `a%20b` for the folder `a b`, and saved there."""
    for name in ("a b", folder):
        (tmp_path / name).mkdir(exist_ok=True)
    url = f"sqlite:///{tmp_path}/{folder}/x.db"
    sql.save(url, pandas.DataFrame({"n": [1]}), "t", "replace")
    assert read(url, "SELECT n FROM t")[0]["n"].tolist() == [1]
    assert [path.parent.name for path in tmp_path.glob("*/x.db")] == [folder]
