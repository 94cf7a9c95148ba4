"""Tables as Parquet where that is exact, else as JSON where that is exact; pandas is imported only here."""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from aqueduct.values import columns, slices
from aqueduct.values.same import same_frame, same_index, same_value

_LABELS = b"aqueduct.labels"
_EXACT_IN_PARQUET = frozenset(
    ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]
)
_MAX_JSON_CELLS = 20_000
"""Above, JSON takes fifty times as long as a pickle."""
_MAX_JSON_COLUMNS = 200
_MAX_JSON_BYTES = 16 * 1024 * 1024


def is_table(value: object) -> bool:
    """True for a pandas DataFrame itself; its subclasses (GeoDataFrame) carry more than a table can."""
    pandas: Any = sys.modules.get("pandas")
    return pandas is not None and type(value) is pandas.DataFrame


def row_count(table: Any) -> int:
    """Rows of a DataFrame."""
    return len(table)


def schema(table: Any) -> list[tuple[str, str]]:
    """Names (as text) and dtypes of a DataFrame's columns, in order."""
    return [(str(name), str(dtype)) for name, dtype in zip(table.columns, table.dtypes)]


def write_parquet(table: Any, file: BinaryIO) -> bool:
    """Parquet with the index kept; False where pyarrow is missing or the round trip is not exact, and then something may stand in the file.

    Labels that Parquet has no name for (numbers, the same one twice) stand in its metadata. What a type of column alone does not
    prove to be exact is read again and compared. A large table goes slice by slice, so that it is never copied as a whole.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return False
    if table.attrs or table.shape[1] == 0:
        return False
    try:
        named, labels = (table, None) if _fits_parquet(table) else _numbered(table)
        open_types = _open_types(named)
        metadata = None if labels is None else {_LABELS: labels}
        slices.write(named, file, metadata, slices.rows_of(named, open_types))
    except (pyarrow.ArrowException, ValueError, TypeError, OverflowError, columns.NotExact):
        return False  # a column that Parquet has no type for
    return _is_exact(named, open_types, file)


def read_parquet(file: BinaryIO) -> Any:
    """The DataFrame of `write_parquet`; raises ImportError where pyarrow is missing."""
    import pyarrow.parquet

    _register_types()
    with slices.lean_memory():
        arrow = pyarrow.parquet.ParquetFile(file, pre_buffer=False).read()
        labels = (arrow.schema.metadata or {}).get(_LABELS)
        table = arrow.to_pandas(self_destruct=True)  # each column goes as soon as pandas has it
        del arrow
    if labels is not None:
        table.columns = columns.load_axis(json.loads(labels))
    return table


def _numbered(table: Any) -> tuple[Any, bytes]:
    """The table with the places of its columns as their names, and its labels as JSON; raises NotExact where JSON does not keep them."""
    labels = json.dumps(columns.dump_axis(table.columns), ensure_ascii=True, allow_nan=False).encode("ascii")
    if not same_index(table.columns, columns.load_axis(json.loads(labels))):
        raise columns.NotExact
    named = table.copy(deep=False)
    named.columns = [str(place) for place in range(table.shape[1])]
    return named, labels


def _open_types(table: Any) -> list[Any]:
    return [dtype for dtype in table.dtypes.unique() if str(dtype) not in _EXACT_IN_PARQUET]


def _is_exact(named: Any, open_types: list[Any], file: BinaryIO) -> bool:
    """Whether the file gives the table back: by its types where these tell, else by reading what they do not tell."""
    import pyarrow.parquet

    _register_types()
    without_rows = pyarrow.parquet.read_schema(file).empty_table().to_pandas()
    if not same_index(named.columns, without_rows.columns):
        return False
    is_range = _is_range(named.index) and _is_range(without_rows.index)
    if is_range and not same_value(named.index.name, without_rows.index.name):
        return False
    if not open_types and is_range:
        return True
    is_open = [dtype in open_types for dtype in named.dtypes]
    wanted = named.loc[:, is_open]
    return all(same_frame(part, read) for part, read in slices.read_beside(wanted, file, without_index=is_range))


def _is_range(index: Any) -> bool:
    import pandas

    return type(index) is pandas.RangeIndex


def _register_types() -> None:
    """Period and interval types, which pandas tells pyarrow only once it has met one: a fresh process would read what they are made of."""
    before_pandas_1_5 = "pandas.core.arrays._arrow_utils"
    for module in ("pandas.core.arrays.arrow.extension_types", before_pandas_1_5):
        with suppress(ImportError):
            importlib.import_module(module)


def write_json(table: Any, file: BinaryIO) -> bool:
    """JSON with dtypes and index (docs/formats/values.md); False where the round trip is not exact, or the table too large for it."""
    if table.attrs or table.size > _MAX_JSON_CELLS or table.shape[1] > _MAX_JSON_COLUMNS:
        return False
    if table.memory_usage(deep=True).sum() > _MAX_JSON_BYTES:
        return False
    try:
        document = {
            "format": 1,
            "columns": [columns.column_head(name, table.iloc[:, place]) for place, name in enumerate(table.columns)],
            "axis": columns.dump_axis(table.columns),
            "index": columns.dump_index(table.index),
            "rows": columns.dump_rows(table),
        }
        data = json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")
        if not same_frame(table, load_json(data)):
            return False
    except columns.NotExact:
        return False
    file.write(data)
    return True


def load_json(data: bytes) -> Any:
    """The DataFrame of `write_json`."""
    document = json.loads(data)
    return columns.load_frame(document)


def _fits_parquet(table: Any) -> bool:
    """Column labels that Parquet keeps: distinct text. Others come back as text or are refused."""
    names = list(table.columns)
    return all(type(name) is str for name in names) and len(set(names)) == len(names)
