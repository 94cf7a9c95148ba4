"""`replace` in MySQL and MariaDB, where making a table ends a transaction.

Where the columns agree, the rows are exchanged in one transaction. Else they go to a staging table, which changes names with
the old one in one step. What a killed save left is removed by the next one, and known by more than its name: by our comment,
and by a lock that a living save holds.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator, Sequence
from typing import Any, Optional

import sqlalchemy
from sqlalchemy import exc

from aqueduct.databases.errors import DatabaseError, words_of
from aqueduct.databases.saves.columns import Column
from aqueduct.databases.saves.place import Place, create, drop, insert
from aqueduct.databases.saves.swapping import STAGING, exchange_rows

_OLD = "aqueduct_old_"
_COMMENT = "Aqueduct save "


def replace(place: Place, columns: Sequence[Column], kept: Optional[Sequence[Column]], is_there: bool) -> None:
    """Replaces the table, or makes it. Raises DatabaseError and SQLAlchemy's errors."""
    with place.connection.begin():
        there = _table(place, place.name) if is_there else None
        if is_there:
            _refuse_what_cannot_be_replaced(place, there, empties=kept is not None)
    if kept is not None and there is not None and there.has_transactions:
        exchange_rows(place, kept)
        return
    token = secrets.token_hex(8)
    staging, old = f"{STAGING}{token}", f"{_OLD}{token}"
    with _lock(place, token):
        try:
            with place.connection.begin():
                written = _staging(place, staging, token, columns, kept)
                insert(place, staging, written)
            names = f"{place.quoted(staging)} TO {place.quoted()}"
            _execute(place, f"RENAME TABLE {f'{place.quoted()} TO {place.quoted(old)}, ' if is_there else ''}{names}")
        except BaseException:
            drop(place, staging)
            raise
        if is_there:
            _execute(place, f"DROP TABLE {place.quoted(old)}")
        _comment(place, "" if there is None else there.own_comment)


def _staging(
    place: Place, staging: str, token: str, columns: Sequence[Column], kept: Optional[Sequence[Column]]
) -> Sequence[Column]:
    if kept is None:
        return create(place, staging, columns, comment=f"{_COMMENT}{token}")
    # A table of an engine without transactions: a copy with its keys and indexes.
    place.connection.exec_driver_sql(f"CREATE TABLE {place.quoted(staging)} LIKE {place.quoted()}")
    place.connection.exec_driver_sql(f"ALTER TABLE {place.quoted(staging)} COMMENT = '{_COMMENT}{token}'")
    return kept


class _Table:
    """What MySQL knows of a table."""

    def __init__(self, row: Any) -> None:
        self.is_view = str(row[0]).endswith("VIEW")
        self.comment = str(row[1] or "")
        self.own_comment = "" if self.comment.startswith(_COMMENT) else self.comment
        self.has_transactions = row[2] == "YES"


def _ask(place: Place, query: str, **bound: object) -> list[Any]:
    schema = place.schema or place.connection.exec_driver_sql("SELECT DATABASE()").scalar()
    return list(place.connection.execute(sqlalchemy.text(query), {"schema": schema, **bound}))


def _table(place: Place, name: str) -> Optional[_Table]:
    rows = _ask(
        place,
        "SELECT t.table_type, t.table_comment, e.transactions FROM information_schema.tables t"
        " LEFT JOIN information_schema.engines e ON e.engine = t.engine"
        " WHERE t.table_schema = :schema AND t.table_name = :name",
        name=name,
    )
    return _Table(rows[0]) if rows else None


def json_columns(place: Place) -> frozenset[str]:
    """The columns of a table in MariaDB of which the text must be JSON: the type JSON is a text with such a check there."""
    rows = _ask(
        place,
        "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
        " WHERE constraint_schema = :schema AND table_name = :name AND check_clause LIKE 'json_valid(%'",
        name=place.name,
    )
    return frozenset(str(clause)[len("json_valid(") : -1].strip("`") for _, clause in rows)


def _refuse_what_cannot_be_replaced(place: Place, there: Optional[_Table], empties: bool) -> None:
    if there is not None and there.is_view:
        raise DatabaseError(f"{place.full_name} is a view; a save replaces tables")
    referring = _ask(
        place,
        "SELECT table_name, delete_rule FROM information_schema.referential_constraints"
        " WHERE unique_constraint_schema = :schema AND referenced_table_name = :name AND table_name <> :name",
        name=place.name,
    )
    bad = sorted({str(row[0]) for row in referring if not empties or row[1] in ("CASCADE", "SET NULL", "SET DEFAULT")})
    if bad:
        raise DatabaseError(
            f"rows of {', '.join(bad)} refer to those of {place.full_name} by a foreign key and would be lost or changed with them"
        )


def append(place: Place, columns: Sequence[Column]) -> None:
    """Adds rows. Raises SQLAlchemy's errors, and DatabaseError where some of the rows may have stayed."""
    try:
        with place.connection.begin():
            insert(place, place.name, columns)
    except exc.DBAPIError as error:
        with place.connection.begin():
            there = _table(place, place.name)
        if there is None or there.has_transactions:
            raise
        stayed = f"rows before it may have stayed in {place.full_name}, whose engine knows no transactions"
        raise DatabaseError(f"{words_of(error.orig or error)}; {stayed}") from error


def remove_leftovers(place: Place) -> None:
    """Removes tables of saves that were killed: staging tables with our comment, and what they had replaced already."""
    with place.connection.begin():
        rows = _ask(
            place,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema"
            " AND (table_name LIKE 'aqueduct\\_staging\\_%' OR table_name LIKE 'aqueduct\\_old\\_%')",
        )
        names = [str(row[0]) for row in rows]
    for name in names:
        token = name.rpartition("_")[2]
        with _lock(place, token) as is_ours:
            if is_ours and (
                _is_left_staging(place, name, token) if name.startswith(STAGING) else _is_left_old(place, token)
            ):
                drop(place, name)


def _is_left_staging(place: Place, name: str, token: str) -> bool:
    with place.connection.begin():
        there = _table(place, name)
    return there is not None and there.comment == f"{_COMMENT}{token}"


def _is_left_old(place: Place, token: str) -> bool:
    """Whether the table that took this one's name says so."""
    with place.connection.begin():
        query = (
            "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema AND table_comment = :comment"
        )
        return any(not str(row[0]).startswith(STAGING) for row in _ask(place, query, comment=f"{_COMMENT}{token}"))


@contextlib.contextmanager
def _lock(place: Place, token: str) -> Iterator[bool]:
    """A lock of the server's, which ends with the connection; False: another save holds it."""
    name = {"name": f"aqueduct_{token}"}
    try:
        with place.connection.begin():
            given = place.connection.execute(sqlalchemy.text("SELECT GET_LOCK(:name, 0)"), name).scalar()
    except exc.DBAPIError:  # clusters may refuse such locks: nothing is removed there
        given = None
    try:
        yield given == 1
    finally:
        if given == 1:
            with contextlib.suppress(exc.SQLAlchemyError), place.connection.begin():  # lost with the connection
                place.connection.execute(sqlalchemy.text("SELECT RELEASE_LOCK(:name)"), name)


def _execute(place: Place, statement: str) -> None:
    with place.connection.begin():
        place.connection.exec_driver_sql(statement)


def _comment(place: Place, comment: str) -> None:
    table = sqlalchemy.Table(place.name, sqlalchemy.MetaData(), schema=place.schema or None, comment=comment)
    with place.connection.begin():
        place.connection.execute(sqlalchemy.schema.SetTableComment(table))
