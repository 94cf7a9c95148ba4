"""Real database servers for the tests that ask for them: one of each for the whole session, a database of its own for each test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "scripts" / "testbed"))

from database_servers.process import ServerFolder

_INSTALL = "install it, on Debian by `sudo apt-get install --no-install-recommends"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Any]:
    """A `database_servers.postgresql.PostgreSql`."""
    from database_servers.postgresql import PostgreSql, postgresql_command

    program = postgresql_command()
    if program is None:
        pytest.skip(f"there is no PostgreSQL here; {_INSTALL} postgresql`")
    with ServerFolder("postgresql") as folder:
        yield PostgreSql(program, folder)


@pytest.fixture(scope="session")
def mariadb_server() -> Iterator[Any]:
    """A `database_servers.mariadb.MariaDb`."""
    from database_servers.mariadb import MariaDb, mariadb_command

    program = mariadb_command()
    if program is None:
        pytest.skip(f"there is no MariaDB here; {_INSTALL} mariadb-server-core`")
    with ServerFolder("mariadb") as folder:
        yield MariaDb(program, folder)


@pytest.fixture
def postgresql(postgresql_server: Any) -> Iterator[str]:
    """The URL of an empty database of PostgreSQL, by psycopg 3."""
    name = postgresql_server.new_database()
    yield postgresql_server.url(name)
    postgresql_server.drop(name)


@pytest.fixture
def psycopg2(postgresql: str) -> str:
    """The same database by the older driver, which a URL without one means."""
    return postgresql.replace("+psycopg:", "+psycopg2:")


@pytest.fixture
def mariadb(mariadb_server: Any) -> Iterator[str]:
    """The URL of an empty database of MariaDB, by PyMySQL."""
    name = mariadb_server.new_database()
    yield mariadb_server.url(name)
    mariadb_server.drop(name)


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/test.db"


@pytest.fixture(params=["sqlite", "postgresql", "psycopg2", "mariadb"])
def any_database(request: Any) -> str:
    """The URL of an empty database of each kind."""
    return str(request.getfixturevalue(request.param))
