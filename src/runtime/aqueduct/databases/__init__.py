"""Opens a database by its URL: with SQLAlchemy where it is installed, SQLite with the standard library otherwise."""

from __future__ import annotations

from aqueduct.databases.errors import (
    CannotWrite,
    DatabaseError,
    MissingDriver,
    MissingTable,
    NoRows,
    TableExists,
    Unreachable,
)
from aqueduct.databases.open import Database, open_database
from aqueduct.databases.rows import Rows

__all__ = [
    "CannotWrite",
    "Database",
    "DatabaseError",
    "MissingDriver",
    "MissingTable",
    "NoRows",
    "Rows",
    "TableExists",
    "Unreachable",
    "open_database",
]
