"""What real databases answer to the table of samples: SQLite with SQLAlchemy and without, PostgreSQL by two drivers, MariaDB."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

sys.path.insert(0, str(Path(__file__).parent))

from samples import QUERIES, inputs_of, named, texts_of

from aqueduct import sql
from aqueduct.databases import open_database
from aqueduct.queries import Given, dialect_named, statement_of

_DRIVERS = {"sqlite": ["SQLAlchemy", "no SQLAlchemy"], "postgresql": ["psycopg", "psycopg2"], "mysql": ["PyMySQL"]}
_ASKED = [(dialect, sample, driver) for dialect, sample in QUERIES if "rows" in sample for driver in _DRIVERS[dialect]]


def _fill(url: str) -> str:
    engine = sqlalchemy.create_engine(url)
    quote = engine.dialect.identifier_preparer.quote_identifier
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE hotels (name VARCHAR(20), country VARCHAR(20), stars INTEGER, opened DATE)",
            "INSERT INTO hotels VALUES ('Aurora', 'IT', 4, '2001-02-03'), ('Brise', 'FR', 3, '1999-09-09'), "
            "('Cielo', 'CH', 5, '2020-12-31')",
            f"CREATE TABLE {quote('order')} (n INTEGER)",
            f"INSERT INTO {quote('order')} VALUES (7)",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def sqlite_hotels(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _fill(f"sqlite:///{tmp_path_factory.mktemp('hotels')}/hotels.db")


@pytest.fixture(scope="module")
def postgresql_hotels(postgresql_server: Any) -> Iterator[str]:
    name = postgresql_server.new_database()
    yield _fill(postgresql_server.url(name))
    postgresql_server.drop(name)


@pytest.fixture(scope="module")
def mysql_hotels(mariadb_server: Any) -> Iterator[str]:
    name = mariadb_server.new_database()
    yield _fill(mariadb_server.url(name))
    mariadb_server.drop(name)


def _plain(value: Any) -> Any:
    return value.decode() if isinstance(value, bytes) else value


@pytest.mark.parametrize(
    ("dialect", "sample", "driver"),
    _ASKED,
    ids=[f"{driver}: {named(dialect, each)}" for dialect, each, driver in _ASKED],
)
def test_answers(
    dialect: str, sample: dict[str, Any], driver: str, request: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = request.getfixturevalue(f"{dialect}_hotels")
    if driver == "no SQLAlchemy":
        monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    if driver == "psycopg2":
        url = url.replace("+psycopg:", "+psycopg2:")
    given = Given(len(sample.get("listed", [])), list(sample.get("tags", {})))
    statement = statement_of(
        texts_of(sample), dialect_named(dialect), given, inputs_of(sample), lambda: datetime.date(2024, 5, 31)
    )
    with closing(open_database(url, must_exist=True)) as database:
        found = database.read(statement)
    assert [[_plain(value) for value in row] for row in found.rows] == sample["rows"]


def test_today_is_the_day_of_this_machine(sqlite_hotels: str) -> None:
    table = sql.extract(sqlite_hotels, ["SELECT {{ today }} AS today"], Given(), ())
    assert table["today"].tolist() == [datetime.date.today().isoformat()]
