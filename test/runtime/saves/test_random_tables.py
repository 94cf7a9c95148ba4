"""Whatever stood in a table before, after `replace` it holds the new rows: refilled or made anew."""

from __future__ import annotations

import datetime
import uuid
from decimal import Decimal
from typing import Any

import pandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from saves.asking import ask

from aqueduct import sql

TEXT = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
MOMENTS = some.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2200, 1, 1))
CELLS = {
    "bool": some.booleans(),
    "small": some.integers(-3, 3),
    "int": some.integers(-(2**63), 2**63 - 1),
    "big": some.integers(-(10**25), 10**25),
    "float": some.floats(allow_nan=False, allow_infinity=False, width=64).map(lambda each: each + 0.0),
    "whole float": some.integers(-9, 9).map(float),
    "decimal": some.decimals(-(10**9), 10**9, places=3),
    "text": TEXT,
    "number as text": some.integers(0, 9).map(str),
    "bytes": some.binary(max_size=4),
    "date": some.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)),
    "time": MOMENTS,
    "midnight": MOMENTS.map(lambda each: each.replace(hour=0, minute=0, second=0, microsecond=0)),
    "moment": MOMENTS.map(lambda each: each.replace(tzinfo=datetime.timezone.utc)),
    "clock": some.times(),
    "duration": some.timedeltas(datetime.timedelta(hours=-800), datetime.timedelta(hours=800)),
    "uuid": some.uuids(),
    "uuid as text": some.uuids().map(str),
    "json": some.dictionaries(TEXT.filter(bool), some.integers(0, 3), max_size=2),
}
NOT_IN_SQLITE = ("big", "decimal", "uuid", "json")


@some.composite
def tables(draw: Any, kinds: list[str]) -> Any:
    rows = draw(some.integers(0, 3))
    columns: dict[str, Any] = {"n": list(range(rows))}
    for name in draw(some.sampled_from([["a"], ["a"], ["a", "b"], ["b", "a"]])):
        kind = draw(some.sampled_from(kinds))
        cell = CELLS[kind] if draw(some.booleans()) else some.none() | CELLS[kind]
        cells = draw(some.lists(cell, min_size=rows, max_size=rows))
        columns[name] = pandas.Series(cells, dtype=object) if draw(some.booleans()) else cells
    return pandas.DataFrame(columns)


def rows_of(url: str, table: str, columns: list[str]) -> list[list[Any]]:
    mark = "`" if "mysql" in url else '"'
    names = ", ".join(f"{mark}{name}{mark}" for name in columns)
    return [list(map(plain, row)) for row in ask(url, f"SELECT {names} FROM {table} ORDER BY n")]


def plain(value: Any) -> Any:
    """What two types of the same value have in common: `replace` keeps the type that holds it."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return datetime.datetime(value.year, value.month, value.day)
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str) and len(value) in (19, 26) and value[4:5] == "-" and value[10:11] == " ":
        return value[:10] if value[11:] == "00:00:00.000000" else value  # dates of SQLite
    return value


@pytest.mark.parametrize("kind", ["sqlite", "postgresql", "psycopg2", "mariadb"])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=some.data())
def test_replace_gives_what_it_was_given(kind: str, data: Any, request: Any) -> None:
    url = request.getfixturevalue(kind)
    kinds = [each for each in CELLS if kind != "sqlite" or each not in NOT_IN_SQLITE]
    first, second = data.draw(tables(kinds)), data.draw(tables(kinds))
    for table in ("fresh", "used"):
        ask(url, f"DROP TABLE IF EXISTS {table}")
    alone = sql.save(url, second, "fresh", "replace")
    sql.save(url, first, "used", "replace")
    after = sql.save(url, second, "used", "replace")
    columns = list(second.columns)
    assert rows_of(url, "used", columns) == rows_of(url, "fresh", columns)
    assert (after.rows, after.digest) == (alone.rows, alone.digest)
    added = sql.save(url, second, "fresh", "append")
    assert added.digest == alone.digest
    assert rows_of(url, "fresh", columns) == [row for row in rows_of(url, "used", columns) for _ in range(2)]
