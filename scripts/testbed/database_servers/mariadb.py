"""A MariaDB of this session's own."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import quote

import sqlalchemy
from database_servers.process import ServerFolder, command
from sqlalchemy.exc import OperationalError

_BOOTSTRAP = """CREATE DATABASE mysql;
USE mysql;
SET @auth_root_socket=NULL;
"""


def mariadb_command() -> str | None:
    """`mariadbd`; None: it is not installed."""
    return command("mariadbd")


class MariaDb:
    """One server; `new_database` gives what one test may use as it likes."""

    def __init__(self, program: str, folder: ServerFolder) -> None:
        self._password = secrets.token_urlsafe(12)
        self._count = 0
        data = folder.path / "data"
        folder.run("mkdir", str(data))
        options = [
            program,
            "--no-defaults",
            f"--datadir={data}",
            "--skip-networking",
            "--innodb-use-native-aio=0",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=64M",
        ]
        folder.run(*options, "--bootstrap", given=_BOOTSTRAP + _system_tables())
        self._socket = folder.path / "socket"
        root = f"mysql+pymysql://root@/mysql?unix_socket={quote(str(self._socket), safe='')}"
        self._engine = sqlalchemy.create_engine(root, poolclass=sqlalchemy.pool.NullPool)
        folder.start(
            *options,
            f"--socket={self._socket}",
            f"--pid-file={folder.path / 'pid'}",
            "--character-set-server=utf8mb4",
            ready=lambda: self._engine.connect().close(),
            not_yet=OperationalError,
        )
        self._execute(f"CREATE USER aqueduct@'%%' IDENTIFIED BY '{self._password}'")
        self._execute("GRANT ALL ON *.* TO aqueduct@'%%' WITH GRANT OPTION")

    def url(self, database: str) -> str:
        """An address with its password, for SQLAlchemy."""
        where = quote(str(self._socket), safe="")
        return f"mysql+pymysql://aqueduct:{self._password}@/{database}?unix_socket={where}&charset=utf8mb4"

    def new_database(self) -> str:
        """The name of an empty database."""
        self._count += 1
        name = f"test_{self._count}"
        self._execute(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._execute(f"DROP DATABASE {name}")

    def _execute(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)


def _system_tables() -> str:
    """What `mariadb-install-db` fills a new folder with; itself it wants programs of the client's package."""
    for folder in (Path("/usr/share/mysql"), Path("/usr/share/mariadb"), Path("/usr/local/share/mysql")):
        if (folder / "mysql_system_tables.sql").is_file():
            names = ("mysql_system_tables.sql", "mysql_system_tables_data.sql")
            return "".join((folder / name).read_text() for name in names)
    raise RuntimeError("MariaDB is installed without its mysql_system_tables.sql")
