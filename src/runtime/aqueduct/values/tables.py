"""Tables as Parquet where that is exact, else as JSON where that is exact; pandas is imported only here."""

from __future__ import annotations

import importlib
import io
import json
import sys
from contextlib import suppress
from typing import Any, Optional

from aqueduct.values import columns
from aqueduct.values.same import same_frame


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
    """Parquet with the index kept; None where pyarrow is missing or the round trip is not exact."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return None
    if table.attrs or not _fits_parquet(table):
        return None
    sink = io.BytesIO()
    try:
        pyarrow.parquet.write_table(pyarrow.Table.from_pandas(table, preserve_index=None), sink, compression="zstd")
    except (pyarrow.ArrowException, ValueError, TypeError, OverflowError):
        return None  # a column that Parquet has no type for
    data = sink.getvalue()
    return data if same_frame(table, load_parquet(data)) else None


def load_parquet(data: bytes) -> Any:
    """The DataFrame of `dump_parquet`; raises ImportError where pyarrow is missing."""
    import pyarrow.parquet

    _register_types()
    return pyarrow.parquet.read_table(io.BytesIO(data)).to_pandas()


def _register_types() -> None:
    """Period and interval types, which pandas tells pyarrow only once it has met one: a fresh process would read what they are made of."""
    for module in (
        "pandas.core.arrays.arrow.extension_types",
        "pandas.core.arrays._arrow_utils",
    ):  # the second before pandas 1.5
        with suppress(ImportError):
            importlib.import_module(module)


def dump_json(table: Any) -> Optional[bytes]:
    """JSON with dtypes and index (docs/formats.md 6); None where the round trip is not exact."""
    if table.attrs:
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
