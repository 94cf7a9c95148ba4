"""Tables as Parquet where that is exact, else as JSON where that is exact; pandas is imported only here."""

from __future__ import annotations

import importlib
import io
import json
import sys
from contextlib import suppress
from typing import Any, Optional

from aqueduct.values import columns
from aqueduct.values.same import same_frame, same_index, same_value

_LABELS = b"aqueduct.labels"
_EXACT_IN_PARQUET = frozenset(
    ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]
)
_MAX_JSON_CELLS = 20_000
"""Above, JSON takes fifty times as long as a pickle."""
_MAX_JSON_COLUMNS = 200


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


def dump_parquet(table: Any) -> Optional[bytes]:
    """Parquet with the index kept; None where pyarrow is missing or the round trip is not exact.

    Labels that Parquet has no name for (numbers, the same one twice) stand in its metadata. What a type of column alone does not
    prove to be exact is read again and compared.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return None
    if table.attrs or table.shape[1] == 0:
        return None
    sink = io.BytesIO()
    try:
        named, labels = (table, None) if _fits_parquet(table) else _numbered(table)
        arrow = pyarrow.Table.from_pandas(named, preserve_index=None)
        if labels is not None:
            arrow = arrow.replace_schema_metadata({**(arrow.schema.metadata or {}), _LABELS: labels})
        pyarrow.parquet.write_table(arrow, sink, compression="zstd")
    except (pyarrow.ArrowException, ValueError, TypeError, OverflowError, columns.NotExact):
        return None  # a column that Parquet has no type for
    data = sink.getvalue()
    return data if _is_exact(named, data) else None


def load_parquet(data: bytes) -> Any:
    """The DataFrame of `dump_parquet`; raises ImportError where pyarrow is missing."""
    import pyarrow.parquet

    _register_types()
    arrow = pyarrow.parquet.read_table(io.BytesIO(data))
    table = arrow.to_pandas()
    labels = (arrow.schema.metadata or {}).get(_LABELS)
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


def _is_exact(named: Any, data: bytes) -> bool:
    """Whether `data` gives the table back: by its types where these tell, else by reading what they do not tell."""
    import pyarrow.parquet

    _register_types()
    without_rows = pyarrow.parquet.read_schema(io.BytesIO(data)).empty_table().to_pandas()
    if not same_index(named.columns, without_rows.columns):
        return False
    open_types = [dtype for dtype in named.dtypes.unique() if str(dtype) not in _EXACT_IN_PARQUET]
    if not open_types and _is_range(named.index) and _is_range(without_rows.index):
        return bool(same_value(named.index.name, without_rows.index.name))
    is_open = [dtype in open_types for dtype in named.dtypes]
    wanted = [name for name, asked in zip(named.columns, is_open) if asked]
    read = pyarrow.parquet.read_table(io.BytesIO(data), columns=wanted, use_pandas_metadata=True).to_pandas()
    return same_frame(named.loc[:, is_open], read)


def _is_range(index: Any) -> bool:
    import pandas

    return type(index) is pandas.RangeIndex


def _register_types() -> None:
    """Period and interval types, which pandas tells pyarrow only once it has met one: a fresh process would read what they are made of."""
    before_pandas_1_5 = "pandas.core.arrays._arrow_utils"
    for module in ("pandas.core.arrays.arrow.extension_types", before_pandas_1_5):
        with suppress(ImportError):
            importlib.import_module(module)


def dump_json(table: Any) -> Optional[bytes]:
    """JSON with dtypes and index (docs/formats.md 6); None where the round trip is not exact, or the table too large for it."""
    if table.attrs or table.size > _MAX_JSON_CELLS or table.shape[1] > _MAX_JSON_COLUMNS:
        return None
    try:
        document = {
            "format": 1,
            "columns": [columns.column_head(name, table.iloc[:, place]) for place, name in enumerate(table.columns)],
            "axis": columns.dump_axis(table.columns),
            "index": columns.dump_index(table.index),
            "rows": columns.dump_rows(table),
        }
        data = json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")
        return data if same_frame(table, load_json(data)) else None
    except columns.NotExact:
        return None


def load_json(data: bytes) -> Any:
    """The DataFrame of `dump_json`."""
    document = json.loads(data)
    return columns.load_frame(document)


def _fits_parquet(table: Any) -> bool:
    """Column labels that Parquet keeps: distinct text. Others come back as text or are refused."""
    names = list(table.columns)
    return all(type(name) is str for name in names) and len(set(names)) == len(names)
