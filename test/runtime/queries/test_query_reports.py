"""What people have reported of reading from databases with other tools, made again here. Each test names its report."""

from __future__ import annotations

import datetime
from typing import Any

import pandas
import pytest
import sqlalchemy

from aqueduct import sql
from aqueduct.queries import Given


def execute(url: str, *statements: str) -> None:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.execution_options(no_parameters=True).exec_driver_sql(statement)


def rows(url: str, text: str, *values: object) -> list[list[Any]]:
    table = sql.extract(url, [text], Given(len(values)), values, lambda _: None)
    return [list(row) for row in table.itertuples(index=False, name=None)]


@pytest.fixture
def animals(any_database: str) -> str:
    execute(
        any_database,
        "CREATE TABLE animals (name VARCHAR(20), n INTEGER)",
        "INSERT INTO animals VALUES ('a giraffe!', 1), ('it''s', 2), ('50%', 3), ('%s', 4)",
    )
    return any_database


def test_pymysql_834_and_880_percent_signs_of_a_query_are_the_querys(animals: str) -> None:
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%giraffe%'") == [[1]]
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%giraffe%' AND n = $1", 1) == [[1]]
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%$1%' AND n < $2;", "giraffe", 9) == [[1]]


def test_pymysql_1052_a_format_in_quotes_is_a_text(animals: str) -> None:
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%s' AND n > $1 ORDER BY n", 1) == [[2], [4]]
    assert rows(animals, "SELECT n FROM animals WHERE name = '%s' OR name = $1 ORDER BY n", "50%") == [[3], [4]]


def test_pymysql_863_and_peewee_762_remainders(animals: str) -> None:
    assert rows(animals, "SELECT $1 % $2, $1 % 10, n%$2 FROM animals WHERE n = 4", 15, 4) == [[3, 5, 0]]


def test_sqlcell_5_a_quote_between_percent_signs(animals: str) -> None:
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%''%' LIMIT 10") == [[2]]
    assert rows(animals, "SELECT n FROM animals WHERE name LIKE '%$1%' LIMIT 10", "'") == [[2]]


def test_psycopg2_1390_databases_494_sqlparams_8_and_sqlalchemy_6397_no_items(animals: str) -> None:
    for written in ("$1", "($1)", "(($1))"):
        for empty in ([], ()):
            assert rows(animals, f"SELECT n FROM animals WHERE n IN {written}", empty) == []
            assert rows(animals, f"SELECT count(*) FROM animals WHERE n NOT IN {written}", empty) == [[4]]
            assert rows(animals, f"SELECT count(*) FROM animals WHERE name NOT IN {written} OR n IS NULL", empty) == [
                [4]
            ]


def test_tap_mysql_83_names_of_columns_with_percent_signs(any_database: str) -> None:
    table = pandas.DataFrame({"50%": [1], "%s": [2], "a:b": [3], "%(x)s": [4]})
    for mode in ("replace", "append", "replace"):
        sql.save(any_database, table, "t", mode)
    quote = "`" if "mysql" in any_database else '"'
    assert rows(
        any_database, f"SELECT {quote}50%{quote}, {quote}%s{quote}, {quote}a:b{quote} FROM t WHERE 1 = $1", 1
    ) == [[1, 2, 3]]


def test_pandas_21364_and_57037_an_empty_result_has_types(any_database: str) -> None:
    execute(any_database, "CREATE TABLE sample (col DOUBLE PRECISION, id INTEGER)")
    table = sql.extract(any_database, ["SELECT * FROM sample;"], Given(), (), lambda _: None)
    assert [str(each) for each in table.dtypes] == ["float64", "int64"]


def test_pandas_62013_a_column_that_begins_with_nulls(any_database: str) -> None:
    execute(
        any_database,
        "CREATE TABLE main_table (id INTEGER, c INTEGER, d DOUBLE PRECISION)",
        "INSERT INTO main_table VALUES (1, NULL, NULL), (2, NULL, NULL)",
    )
    table = sql.extract(any_database, ["SELECT c, d FROM main_table ORDER BY id"], Given(), (), lambda _: None)
    assert [str(each) for each in table.dtypes] == ["Int64", "float64"]
    execute(any_database, "INSERT INTO main_table VALUES (3, 9007199254740993, 0.5)" if "sqlite" in any_database else
            "INSERT INTO main_table VALUES (3, 2147483647, 0.5)")  # fmt: skip
    later = sql.extract(any_database, ["SELECT c, d FROM main_table ORDER BY id"], Given(), (), lambda _: None)
    assert list(later.dtypes) == list(table.dtypes)


def test_ibis_11879_a_moment_of_another_zone_is_the_same_moment(postgresql: str, mariadb: str) -> None:
    moment = pandas.Timestamp("2024-01-01 12:15", tz="US/Eastern")
    for url in (postgresql, mariadb):
        sql.save(url, pandas.DataFrame({"at": [moment]}), "t", "replace")
        [[found]] = rows(url, "SELECT at FROM t")
        found = pandas.Timestamp(found)
        assert (found if found.tzinfo else found.tz_localize("UTC")) == moment


def test_pandas_44217_replacing_and_failing_in_another_schema(mariadb: str) -> None:
    execute(mariadb, "CREATE SCHEMA build_dwd")
    try:
        for mode in ("fail", "replace", "append"):
            sql.save(mariadb, pandas.DataFrame({"n": [1]}), "build_dwd.report", mode)
        assert rows(mariadb, "SELECT count(*) FROM build_dwd.report") == [[2]]
        with pytest.raises(sql.TableExists):
            sql.save(mariadb, pandas.DataFrame({"n": [1]}), "build_dwd.report", "fail")
    finally:
        execute(mariadb, "DROP SCHEMA build_dwd")


def test_times_of_day_and_dates_as_parameters_are_those_of_the_query(any_database: str) -> None:
    day, time = datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5)
    execute(
        any_database,
        "CREATE TABLE t (d DATE, at TIMESTAMP NULL)",
        "INSERT INTO t VALUES ('2020-01-02', '2020-01-02 03:04:05')",
    )
    assert rows(any_database, "SELECT count(*) FROM t WHERE d = $1 AND at = $2", day, time) == [[1]]
    assert rows(any_database, "SELECT count(*) FROM t WHERE d = '$1' AND at = '$2'", day, time) == [[1]]
    assert rows(any_database, "SELECT count(*) FROM t WHERE d IN $1 AND at NOT IN ($2)", [day], [day]) == [[1]]
