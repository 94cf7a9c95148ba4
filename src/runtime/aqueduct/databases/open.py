"""The one door to a database, whatever is installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional, Protocol

from aqueduct.databases.errors import MissingDriver, Unreachable
from aqueduct.databases.rows import Rows
from aqueduct.queries import Statement

if TYPE_CHECKING:
    from aqueduct.databases.saves import Saved

_WANTED = "sqlalchemy>=2"  # pandas takes no connection of an older one, such as Airflow 2 comes with


class Database(Protocol):
    """An open connection."""

    def read(self, statement: Statement) -> Rows:
        """What a query gives; raises NoRows where a statement gives nothing of the kind."""

    def save(self, table: Any, name: str, mode: str) -> Saved:
        """Writes a DataFrame without its index; what fails leaves the table as it was.

        Raises TableExists, CannotWrite and DatabaseError.
        """

    def tables(self) -> Sequence[str]:
        """The names of all tables."""

    def close(self) -> None:
        """Gives the connection back; what is not committed is lost."""


def open_database(url: str, must_exist: bool) -> Database:
    """Connects. Raises Unreachable, and MissingDriver where a package is missing.

    `must_exist` refuses a SQLite file that is not there; SQLite itself would make an empty one.
    """
    path = sqlite_path(url)
    if path is not None:
        _look_at_file(path, must_exist)
    if not _has_sqlalchemy():
        if path is None:
            raise MissingDriver(_WANTED)
        from aqueduct.databases.stdlib_sqlite import StdlibSqlite

        return StdlibSqlite(path)
    from aqueduct.databases.alchemy import Alchemy

    return Alchemy(url, path)


def sqlite_path(url: str) -> Optional[Path]:
    """The file of a `sqlite:///` URL, None for any other URL."""
    prefix = "sqlite:///"
    if not url.startswith(prefix):
        return None
    return Path(url[len(prefix) :].partition("?")[0])


def _has_sqlalchemy() -> bool:
    try:
        import sqlalchemy
    except ImportError:
        return False
    return int(sqlalchemy.__version__.partition(".")[0]) >= 2


def _look_at_file(path: Path, must_exist: bool) -> None:
    if must_exist and not path.is_file():
        raise Unreachable(f"there is no SQLite database at {path}")
    if not path.parent.is_dir():
        raise Unreachable(f"there is no folder {path.parent} for the SQLite database {path.name}")
