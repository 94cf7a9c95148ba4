"""What people see of a value: at most 500 rows, or a short text, as plain JSON that any reader takes."""

from __future__ import annotations

import json
import math
from typing import Any, Optional

from aqueduct.values.tables import is_table, row_count, schema
from aqueduct.values.type_names import type_name

MAX_ROWS = 500
_MAX_TEXT = 20_000
_MAX_CELL = 1_000
_EXACT_IN_JAVASCRIPT = 2**53


def sample(value: object, type: str) -> bytes:
    """JSON of docs/formats/values.md for a value of an artifact type.

    It is for reading only: numbers that JSON has no word for, and what is too long, stand as text. Where a value cannot be
    shown, which makes it none the worse, the text says so.
    """
    document: dict[str, Any] = {"format": 1, "type": type, "rows": None, "columns": None, "values": None, "text": None}
    try:
        return _bytes({**document, "python": type_name(value), **_shown(value)})
    except Exception as error:  # noqa: BLE001 - the code of the value's own classes, and cells of any kind
        return _bytes({**document, "python": None, "text": _cut(_no_sample(error), _MAX_TEXT)})


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")


def _no_sample(error: Exception) -> str:
    return f"There is no preview of this value: {error.__class__.__name__}: {_described(error, str)}"


def _shown(value: object) -> dict[str, Any]:
    if is_table(value):
        return _table(value)
    if isinstance(value, str):
        return {"text": _cut(value, _MAX_TEXT)}
    if isinstance(value, bytes):
        return {"text": _cut(value[:_MAX_CELL].decode("utf-8", "replace"), _MAX_CELL)}
    shown = _whole(value)
    return {"values": shown, "text": None if shown is not None or value is None else _cut(_described(value), _MAX_TEXT)}


def _table(table: Any) -> dict[str, Any]:
    head = table.iloc[:MAX_ROWS]
    rows = head.astype(object).to_numpy().tolist()
    return {
        "rows": row_count(table),
        "columns": [{"name": name, "dtype": dtype} for name, dtype in schema(table)],
        "values": [[_cell(cell) for cell in row] for row in rows],
    }


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if plain is not _NO_JSON and not isinstance(plain, str):
        return plain
    text = plain if isinstance(plain, str) else _described(value, str)
    return None if text in ("NaT", "<NA>") else _cut(text, _MAX_CELL)


def _whole(value: Any) -> Any:
    """The value as JSON where it is one and short enough to be read, else None."""
    shown = _nested(value, 0)
    if shown is _NO_JSON:
        return None
    return shown if len(json.dumps(shown)) <= _MAX_TEXT else None


def _nested(value: Any, depth: int) -> Any:
    if depth > 50:
        return _NO_JSON
    if isinstance(value, dict):
        items = [(_described(key, str), _nested(item, depth + 1)) for key, item in list(value.items())[:_MAX_CELL]]
        return _NO_JSON if any(item is _NO_JSON for _, item in items) else dict(items)
    if isinstance(value, (list, tuple)):
        found = [_nested(item, depth + 1) for item in value[:_MAX_CELL]]
        return _NO_JSON if any(item is _NO_JSON for item in found) else found
    return _plain(value)


def _plain(value: Any) -> Any:
    if hasattr(value, "dtype") and getattr(value, "shape", None) == () and hasattr(value, "item"):
        value = value.item()
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) <= _EXACT_IN_JAVASCRIPT else _digits(value)
    if isinstance(value, float):
        return None if math.isnan(value) else value if math.isfinite(value) else str(value)
    return _NO_JSON


def _digits(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # Python's limit of digits
        return f"an integer of about {int(value.bit_length() * math.log10(2)) + 1} digits"


def _described(value: Any, describe: Any = repr) -> str:
    try:
        text: str = describe(value)
    except Exception as error:  # noqa: BLE001 - the user's own __repr__
        text = f"<{type(value).__qualname__}, whose text cannot be had: {type(error).__name__}>"
    return text


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


_NO_JSON: Optional[object] = object()
