"""Any database that SQLAlchemy speaks to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

import pandas
import sqlalchemy
from sqlalchemy import event, exc

from aqueduct.databases import samples
from aqueduct.databases.binding import for_driver
from aqueduct.databases.errors import (
    DatabaseError,
    MissingDriver,
    MissingTable,
    NoRows,
    Unreachable,
    names_missing_table,
    without_password,
    words_of,
)
from aqueduct.databases.rows import Rows, bare_places
from aqueduct.databases.saves import Saved, server, sqlite
from aqueduct.databases.sqlite_locks import BEGIN_WRITING, SECONDS_TO_WAIT
from aqueduct.queries import Statement

_WRITING = "aqueduct_writing"


class Alchemy:
    """One connection of an engine of its own."""

    def __init__(self, url: str, file: Optional[Path] = None) -> None:
        """`file` is that of an SQLite: SQLAlchemy 2.1 takes `%20` in its path for a blank, and 2.0 does not."""
        self._url = url
        try:
            place = sqlalchemy.make_url(url)
            place = place if file is None else place.set(database=str(file))
            self._engine = sqlalchemy.create_engine(place, poolclass=sqlalchemy.pool.NullPool)
        except ModuleNotFoundError as error:
            raise MissingDriver(error.name or str(error)) from error
        except exc.ArgumentError as error:
            raise Unreachable(f"the database's URL cannot be read: {without_password(str(error), url)}") from error
        if self._engine.dialect.name == "sqlite":
            _make_sqlite_transactional(self._engine)
        try:
            self._connection = self._engine.connect()
        except exc.DBAPIError as error:
            raise Unreachable(self._words(error)) from error

    def read(self, statement: Statement) -> Rows:
        text, values = for_driver(statement, self._engine.dialect.paramstyle)
        with self._translated():
            if values:
                self._write_values_as_literals()
                result = self._connection.exec_driver_sql(text, values)
            else:
                # Without values the text goes to the driver as it is: a % in it means what it means there.
                plain = self._connection.execution_options(no_parameters=True)
                result = plain.exec_driver_sql(text)
            if not result.returns_rows:
                raise NoRows(text)
            told = samples.from_cursor(self._engine.dialect.name, result.cursor)
            short = samples.short_floats(self._engine.dialect.name, result.cursor)
            names, rows = list(result.keys()), result.fetchall()
            bare = bare_places(len(names), rows)
            if not bare:
                return Rows(names, rows, short_floats=short)
            if self._engine.dialect.name == "sqlite":
                told = samples.from_sqlite(self._connection.connection.driver_connection, statement)
            elif any(told[place] is samples.MOMENT for place in bare):
                now = self._connection.exec_driver_sql("SELECT current_timestamp").scalar()
                told = [now if sample is samples.MOMENT else sample for sample in told]
            return Rows(names, rows, told, short)

    def _write_values_as_literals(self) -> None:
        """Has psycopg 3 write values into the statement, as literals of no type, as psycopg2 and PyMySQL do.

        By itself it sends them apart, and PostgreSQL then refuses every place that does not tell their type.
        """
        if self._engine.dialect.driver == "psycopg":
            from psycopg import ClientCursor

            self._connection.connection.driver_connection.cursor_factory = ClientCursor

    def save(self, table: Any, name: str, mode: str) -> Saved:
        with self._translated():
            if self._engine.dialect.name != "sqlite":
                return server.save(self._connection, table, name, mode)
            with self._connection.execution_options(**{_WRITING: True}).begin():
                return sqlite.save(self._connection.connection.driver_connection, table, name, mode)

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (
            exc.SQLAlchemyError,
            pandas.errors.DatabaseError,
            OverflowError,
            self._engine.dialect.loaded_dbapi.Error,
        ) as error:
            message = self._words(error)
            if names_missing_table(message):
                raise MissingTable(message, self.tables()) from error
            raise DatabaseError(message) from error

    def tables(self) -> list[str]:
        with self._engine.connect() as other:  # the first one may stand in a broken transaction
            inspector = sqlalchemy.inspect(other)
            return sorted([*inspector.get_table_names(), *inspector.get_view_names()])

    def _words(self, error: BaseException) -> str:
        """The database's own message, without the statement that pandas and SQLAlchemy add to it."""
        below = error if isinstance(error, exc.DBAPIError) else error.__cause__
        said = below.orig if isinstance(below, exc.DBAPIError) else error
        return without_password(words_of(said or error), self._url)


def _make_sqlite_transactional(engine: Any) -> None:
    """Python's sqlite3 begins no transaction before CREATE and DROP; SQLAlchemy's manual gives this remedy."""

    def no_magic(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        if "timeout" not in engine.url.query:
            connection.execute(f"PRAGMA busy_timeout = {SECONDS_TO_WAIT * 1000:.0f}")

    def begin(connection: Any) -> None:
        connection.exec_driver_sql(BEGIN_WRITING if connection.get_execution_options().get(_WRITING) else "BEGIN")

    event.listen(engine, "connect", no_magic)
    event.listen(engine, "begin", begin)
