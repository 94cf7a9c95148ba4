"""Looks into a database beside the product."""

from __future__ import annotations

from typing import Any

import sqlalchemy


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    """All rows of a query, or none of a statement that gives none; committed."""
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        result = connection.execution_options(no_parameters=True).exec_driver_sql(query)
        return [tuple(row) for row in result] if result.returns_rows else []


def types(url: str, table: str) -> dict[str, str]:
    """The type of each column in the database's own words."""
    if url.startswith("sqlite"):
        return {row[1]: row[2] for row in ask(url, f'PRAGMA table_info("{table}")')}
    column = "column_type" if "mysql" in url else "data_type"
    query = f"SELECT column_name, {column} FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
    own = " AND table_schema = DATABASE()" if "mysql" in url else " AND table_schema = 'public'"
    return dict(ask(url, query.replace(" ORDER", f"{own} ORDER")))
