"""Names of tables, and the sentences that several databases share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aqueduct.databases.errors import CannotWrite
from aqueduct.databases.saves.columns import Column


def schema_and_name(name: str) -> tuple[str, str]:
    """`schema.table` in its two parts; the first is empty where there is none."""
    schema, _, bare = name.rpartition(".")
    return schema, bare


def refuse_same_names(columns: Sequence[Column], folded: Callable[[str], str], database: str) -> None:
    """Raises CannotWrite where a database that does not tell small letters from capitals would see one name twice."""
    seen: dict[str, str] = {}
    for column in columns:
        former = seen.setdefault(folded(column.name), column.name)
        if former != column.name:
            raise CannotWrite(
                f"its columns {former} and {column.name} have one name for {database}, which takes capitals and small letters "
                "for the same",
                f"Rename one: `table.rename(columns={{{column.name!r}: '...'}})`.",
            )


def made_anew(name: str, why: str) -> str:
    """What a replacement loses where the columns do not agree."""
    return f"The table {name} was made anew, since {why}: keys, indexes, triggers and the like that it had are gone."


def unknown_column(table: str, column: str, there: Sequence[str]) -> str:
    """What an append is told that brings a column of its own."""
    return f"the table {table} has no column {column}: its columns are {', '.join(there)}"


def lost_digits(columns: Sequence[Column]) -> list[str]:
    """A sentence for each column whose nanoseconds are cut off."""
    return [
        f"The column {column.name} loses digits: the database holds microseconds, and it has nanoseconds."
        for column in columns
        if column.finer_than_microseconds
    ]
