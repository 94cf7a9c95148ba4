"""A table in Parquet, some rows at a time: as many as take little memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, Optional

SMALL = 16 * 1024 * 1024
"""Bytes: up to it a table is one slice."""
BYTES = 4 * 1024 * 1024
"""Of a slice, which takes several times that while it is written."""
_CELL = 8
_PANDAS = b"pandas"


@contextmanager
def lean_memory() -> Iterator[None]:
    """Arrow's own allocators keep what is given back to them, up to as much again as a table takes."""
    import pyarrow

    before = pyarrow.default_memory_pool()
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    try:
        yield
    finally:
        pyarrow.set_memory_pool(before)


def rows_of(table: Any, open_types: list[Any]) -> int:
    """The rows of a slice of a table; `open_types` are those of its columns whose cells may be of any size."""
    rows = max(len(table), 1)
    if not open_types and table.size <= SMALL // _CELL:
        return rows
    taken = int(table.memory_usage(index=False, deep=True).sum())
    return rows if taken <= SMALL else max(rows * BYTES // taken, 1)


def write(table: Any, file: BinaryIO, metadata: Optional[Mapping[bytes, bytes]], rows: int) -> None:
    """Writes a table with text as labels, each slice as a row group; raises what pyarrow raises of what Parquet cannot hold."""
    import pyarrow
    import pyarrow.parquet

    parts = [table.iloc[start : start + rows] for start in range(0, len(table), rows)] or [table]
    first = pyarrow.Table.from_pandas(parts[0], preserve_index=None)
    schema = _of_all(first.schema, parts)
    schema = schema.with_metadata({**_of_whole(first.schema.metadata, table), **(metadata or {})})
    with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd", use_dictionary=_repeated(schema)) as writer:
        writer.write_table(first.cast(schema), row_group_size=max(len(parts[0]), 1))
        del first
        for part in parts[1:]:
            writer.write_table(pyarrow.Table.from_pandas(part, schema=schema), row_group_size=len(part))


def read_beside(table: Any, file: BinaryIO, *, without_index: bool) -> Iterator[tuple[Any, Any]]:
    """Slices of some columns of the table that the file was made of, each beside what is read of it.

    `without_index`: the index is a range, which no slice of the file holds.
    """
    import pyarrow.parquet

    read = pyarrow.parquet.ParquetFile(file, pre_buffer=False)
    start = 0
    for group in range(read.num_row_groups):
        rows = read.metadata.row_group(group).num_rows
        part = table.iloc[start : start + rows]
        found = read.read_row_group(group, columns=list(table.columns), use_pandas_metadata=True).to_pandas()
        if found.shape[1] > part.shape[1]:
            found = found.loc[:, list(part.columns)]  # "a" also gives "a.b"
        if without_index:
            found.index = part.index
        yield part, found
        start += rows


def _repeated(schema: Any) -> list[str]:
    """The columns whose cells a dictionary names; one of numbers or times takes twice as long to write, and compresses as well without."""
    import pyarrow

    is_plain = (pyarrow.types.is_primitive, pyarrow.types.is_decimal)
    return [field.name for field in schema if not any(is_one(field.type) for is_one in is_plain)]


def _of_all(first: Any, parts: list[Any]) -> Any:
    """The schema of the first slice, but for columns that are empty in it."""
    import pyarrow

    for name in [field.name for field in first if pyarrow.types.is_null(field.type)]:
        of_parts = (pyarrow.array(part[name], from_pandas=True).type for part in parts if name in part)
        found = next((each for each in of_parts if not pyarrow.types.is_null(each)), None)
        if found is not None:
            first = first.set(first.get_field_index(name), pyarrow.field(name, found))
    return first


def _of_whole(metadata: Mapping[bytes, bytes], table: Any) -> dict[bytes, bytes]:
    """The metadata of a slice as those of the table: a range as index is that of the slice."""
    document = json.loads(metadata[_PANDAS])
    for index in document["index_columns"]:
        if isinstance(index, dict) and index["kind"] == "range":
            index.update(start=table.index.start, stop=table.index.stop, step=table.index.step)
    return {**metadata, _PANDAS: json.dumps(document).encode("utf-8")}
