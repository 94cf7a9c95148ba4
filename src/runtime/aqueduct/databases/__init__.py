"""Opens a database by its URL: with SQLAlchemy where it is installed, SQLite with the standard library otherwise."""

from __future__ import annotations

from aqueduct.databases.errors import DatabaseError, MissingDriver, MissingTable, NoRows, TableExists, Unreachable
from aqueduct.databases.open import Database, open_database
from aqueduct.databases.rows import Rows

__all__ = [
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
