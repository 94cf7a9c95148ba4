"""SQLite by the standard library, for environments without SQLAlchemy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas

from aqueduct.databases import samples
from aqueduct.databases.binding import for_driver
from aqueduct.databases.errors import (
    DatabaseError,
    MissingTable,
    NoRows,
    Unreachable,
    names_missing_table,
)
from aqueduct.databases.rows import Rows, bare_places
from aqueduct.databases.saves import Saved, sqlite
from aqueduct.databases.sqlite_locks import BEGIN_WRITING, SECONDS_TO_WAIT
from aqueduct.queries import Statement


class StdlibSqlite:
    """One connection to a SQLite file."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(path, SECONDS_TO_WAIT, isolation_level=None)
        except sqlite3.Error as error:
            raise Unreachable(f"the SQLite database {path} cannot be opened: {error}") from error

    def read(self, statement: Statement) -> Rows:
        text, values = for_driver(statement, sqlite3.paramstyle)
        with self._translated():
            self._connection.execute("BEGIN")  # what a statement changes that is no query is undone by `close`
            found = self._connection.execute(text, values)
            if found.description is None:
                raise NoRows(text)
            names, rows = [column[0] for column in found.description], found.fetchall()
            bare = bare_places(len(names), rows)
            return Rows(names, rows, samples.from_sqlite(self._connection, statement) if bare else ())

    def save(self, table: Any, name: str, mode: str) -> Saved:
        with self._transaction():
            return sqlite.save(self._connection, table, name, mode)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._translated():
            self._connection.execute(BEGIN_WRITING)
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def close(self) -> None:
        self._connection.close()

    def tables(self) -> list[str]:
        found = self._connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
        return [row[0] for row in found]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, pandas.errors.DatabaseError, OverflowError) as error:
            message = str(error.__cause__ or error)
            if names_missing_table(message):
                raise MissingTable(message, self.tables()) from error
            raise DatabaseError(message) from error
