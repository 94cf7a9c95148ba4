"""A PostgreSQL of this session's own."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import quote

import sqlalchemy
from database_servers.process import ServerFolder, command
from sqlalchemy.exc import OperationalError

DRIVERS = ("psycopg", "psycopg2")


def postgresql_command() -> str | None:
    """`postgres` of the newest version that is installed; Debian puts each into a folder of its own, which is not on PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin: -int(bin.parent.name))
    return command("postgres", *map(str, versions))


class PostgreSql:
    """One server; `new_database` gives what one test may use as it likes."""

    def __init__(self, program: str, folder: ServerFolder) -> None:
        self._password = secrets.token_urlsafe(12)
        self._count = 0
        self._folder = folder.path
        data = str(folder.path / "data")
        password = folder.write("password", self._password)
        options = ["-U", "aqueduct", "-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "--locale=C"]
        initdb = str(Path(program).with_name("initdb"))
        folder.run(initdb, "-D", data, *options, "--no-sync")
        self._engine = sqlalchemy.create_engine(
            self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.pool.NullPool
        )
        settings = ["listen_addresses=", f"unix_socket_directories={folder.path}", "fsync=off"]
        folder.start(
            program,
            "-D",
            data,
            *(part for each in settings for part in ("-c", each)),
            ready=lambda: self._engine.connect().close(),
            not_yet=OperationalError,
        )

    def url(self, database: str, driver: str = "psycopg") -> str:
        """An address with its password, for SQLAlchemy."""
        where = quote(str(self._folder), safe="")
        return f"postgresql+{driver}://aqueduct:{self._password}@/{database}?host={where}"

    def new_database(self) -> str:
        """The name of an empty database."""
        self._count += 1
        name = f"test_{self._count}"
        self._execute(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)
