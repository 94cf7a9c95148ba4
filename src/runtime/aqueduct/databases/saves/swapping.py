"""`replace` on servers where making a table ends a transaction and names change one at a time: Oracle, Snowflake, BigQuery."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Optional

from sqlalchemy import exc

from aqueduct.databases.errors import DatabaseError, words_of
from aqueduct.databases.saves.columns import Column
from aqueduct.databases.saves.place import Place, create, drop, insert

STAGING = "aqueduct_staging_"
_WITHOUT_TRANSACTIONS = ("trino", "presto", "bigquery", "hive", "databricks", "clickhouse", "athena")


def replace(place: Place, columns: Sequence[Column], kept: Optional[Sequence[Column]], is_there: bool) -> None:
    """Replaces the table, or makes it. Raises DatabaseError and SQLAlchemy's errors.

    Where the columns agree, the rows are exchanged in one transaction; else a new table takes the name once it is complete.
    """
    if kept is not None and place.dialect.name not in _WITHOUT_TRANSACTIONS:
        exchange_rows(place, kept)
    else:
        _rename(place, columns, is_there)


def exchange_rows(place: Place, kept: Sequence[Column]) -> None:
    """New rows for old ones in a table that stays."""
    with place.connection.begin():
        place.connection.exec_driver_sql(f"DELETE FROM {place.quoted()}")
        insert(place, place.name, kept)


def _rename(place: Place, columns: Sequence[Column], is_there: bool) -> None:
    """The old table goes once the new one is complete; between the two steps the rows are in the table that the error names."""
    staging = f"{STAGING}{secrets.token_hex(8)}" if is_there else place.name
    with place.connection.begin():
        written = create(place, staging, columns)
    try:
        with place.connection.begin():
            insert(place, staging, written)
    except BaseException:
        drop(place, staging)
        raise
    if not is_there:
        return
    with place.connection.begin():
        place.connection.exec_driver_sql(f"DROP TABLE {place.quoted()}")
    qualified = (
        place.quoted() if place.dialect.name == "snowflake" else place.dialect.identifier_preparer.quote(place.name)
    )
    try:
        with place.connection.begin():
            place.connection.exec_driver_sql(f"ALTER TABLE {place.quoted(staging)} RENAME TO {qualified}")
    except exc.DBAPIError as error:
        words = f"the rows of {place.full_name} are in the table {staging}, which could not be renamed: {words_of(error.orig or error)}"
        raise DatabaseError(words) from error
