"""Extract and save: the same with SQLAlchemy and without, and a failed save changes nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas
import pytest

from aqueduct import sql
from aqueduct.databases import MissingDriver, Unreachable
from aqueduct.databases.errors import names_missing_table, without_password
from aqueduct.databases.saves import sqlite as sqlite_saves
from aqueduct.queries import Given


@pytest.fixture(params=["sqlalchemy", "standard library"])
def database(request: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "standard library":
        monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    path = tmp_path / "wines.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE wine (name TEXT, alcohol REAL)")
        connection.executemany("INSERT INTO wine VALUES (?, ?)", [("a%b", 9.5), ("c:d", 12.0), ("e", None)])
    connection.close()
    return f"sqlite:///{path}"


def stored(database: str, query: str) -> list[Any]:
    with sqlite3.connect(database[len("sqlite:///") :]) as connection:
        return connection.execute(query).fetchall()


def read(database: str, *texts: str) -> Any:
    return sql.extract(database, texts, Given(), ())


def test_a_query_gives_a_table(database: str) -> None:
    table = read(database, "SELECT * FROM wine WHERE name LIKE '%:%';")
    assert table.to_dict("list") == {"name": ["c:d"], "alcohol": [12.0]}


def test_a_chain_of_queries_refers_to_the_one_before(database: str) -> None:
    chain = ["SELECT alcohol AS a FROM wine;", "SELECT a * 2 AS b FROM $ WHERE a > 10", "SELECT b + 1 AS c FROM $"]
    table = read(database, *chain)
    assert table["c"].tolist() == [25.0]


def test_parameters_are_bound_and_never_pasted(database: str) -> None:
    nasty = "x'; DROP TABLE wine; --"
    table = sql.extract(database, ["SELECT {{ who }} AS n, '::x :y' AS t"], Given(0, ["who"]), [nasty])
    assert table.to_dict("list") == {"n": [nasty], "t": ["::x :y"]}
    named = sql.extract(database, ["SELECT name FROM wine WHERE name = $1"], Given(1), ["e"])
    assert named["name"].tolist() == ["e"]
    assert len(stored(database, "SELECT * FROM wine")) == 3


def test_an_older_sqlalchemy_is_as_good_as_none(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = types.SimpleNamespace(__version__="1.4.54")
    monkeypatch.setitem(sys.modules, "sqlalchemy", older)
    assert len(read(database, "SELECT * FROM wine")) == 3
    with pytest.raises(MissingDriver, match="sqlalchemy>=2"):
        read("postgresql://db/wine", "SELECT 1")


def test_a_missing_table_is_told_with_those_that_are_there(database: str) -> None:
    with pytest.raises(sql.MissingTable) as told:
        read(database, "SELECT * FROM wines")
    assert told.value.tables == ("wine",)


def test_a_database_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="no SQLite database at"):
        read(f"sqlite:///{tmp_path}/none.db", "SELECT 1")
    assert list(tmp_path.iterdir()) == []


def test_replace_gives_rows_and_a_digest_of_them(database: str) -> None:
    table = pandas.DataFrame({"n": [1, 2], "f": [0.1, None], "t": ["\u00e9", None], "b": [True, False]}, index=[7, 8])
    saved = sql.save(database, table, "wine", "replace")
    assert stored(database, "SELECT * FROM wine") == [(1, 0.1, "\u00e9", 1), (2, None, None, 0)]
    lines = '[1,0.1,"\u00e9",true]\n[2,null,null,false]\n'
    assert saved.rows == 2
    assert saved.digest == hashlib.sha256(lines.encode()).hexdigest()


def test_append_digests_the_rows_appended(database: str) -> None:
    table = pandas.DataFrame({"name": ["z"], "alcohol": [1.5]})
    saved = sql.save(database, table, "wine", "append")
    assert len(stored(database, "SELECT * FROM wine")) == 4
    assert (saved.rows, saved.digest) == (1, hashlib.sha256(b'["z",1.5]\n').hexdigest())


def test_fail_refuses_a_table_that_is_there(database: str) -> None:
    with pytest.raises(sql.TableExists):
        sql.save(database, pandas.DataFrame({"a": [1]}), "wine", "fail")
    assert len(stored(database, "SELECT * FROM wine")) == 3


def test_a_save_that_fails_midway_leaves_the_table_as_it_was(database: str) -> None:
    table = pandas.DataFrame({"name": ["fine", {"no": "column type"}]})
    with pytest.raises(sql.CannotWrite, match="name"):
        sql.save(database, table, "wine", "replace")
    assert stored(database, "SELECT count(*), sum(alcohol) FROM wine") == [(3, 21.5)]


def test_saves_to_one_database_at_the_same_time_wait_for_one_another(database: str) -> None:
    table = pandas.DataFrame({"a": range(2000)})
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda number: sql.save(database, table, f"t{number}", "fail"), range(12)))
    assert [each.rows for each in saved] == [2000] * 12


def test_a_save_has_the_database_to_itself_before_it_looks_at_it(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise two saves that have both looked are in one another's way, and SQLite refuses one of them at once."""
    other = sqlite3.connect(database[len("sqlite:///") :], timeout=0)
    looked = sqlite_saves._targets

    def locked(*place: Any) -> Any:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        return looked(*place)

    monkeypatch.setattr(sqlite_saves, "_targets", locked)
    sql.save(database, pandas.DataFrame({"a": [1]}), "t", "replace")
    other.close()


def test_an_empty_table_can_be_saved(database: str) -> None:
    saved = sql.save(database, pandas.DataFrame({"a": pandas.Series([], dtype="int64")}), "empty", "replace")
    assert (saved.rows, saved.digest) == (0, hashlib.sha256(b"").hexdigest())
    assert stored(database, "SELECT * FROM empty") == []


def test_a_missing_column_is_no_missing_table() -> None:
    assert names_missing_table('relation "md" does not exist')
    assert not names_missing_table('column "z" of relation "md" does not exist')
    assert not names_missing_table("Unknown column 'z' in 'field list'")


def test_a_password_is_struck_out_of_messages() -> None:
    url = "postgresql://ann:s%40cret@db/wines"
    assert without_password("auth failed for s@cret and s%40cret", url) == "auth failed for *** and ***"


@pytest.mark.parametrize(
    "spelled",
    [
        "P@#!s's w/d",
        "P%40%23%21s%27s%20w%2Fd",
        "P%40%23%21s%27s+w%2Fd",
        "P%40%23%21s%27s w%2fd",
        "P%40#!s's w%2Fd",  # SQLAlchemy 1.4, as in https://github.com/datahub-project/datahub/pull/15696
        "P@#!s\\'s w/d",
        "UEAjIXMncyB3L2Q=",
    ],
)
def test_a_password_is_struck_out_however_it_is_spelled(spelled: str) -> None:
    url = "postgresql://ann:P%40%23%21s%27s%20w%2Fd@db/wines"
    assert without_password(f"no route to {spelled}@db", url) == "no route to ***@db"
