"""What a query gives, before it is a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rows:
    """The names of the columns, which may be equal, and the rows, as the driver gives them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    samples: Sequence[Any] = ()
    """Where a column holds nothing but NULLs: a value as each column would hold it, None where the database does not tell."""
    short_floats: Sequence[int] = ()
    """The places of columns that the database sends with six digits, however many they have."""


def bare_places(count: int, rows: Sequence[Sequence[Any]]) -> list[int]:
    """The places of columns that hold nothing but NULLs: all of them where there are no rows."""
    return [place for place in range(count) if all(row[place] is None for row in rows)]
