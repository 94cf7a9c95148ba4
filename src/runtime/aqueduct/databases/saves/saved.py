"""What a save did, told from the columns that it wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Callable

from aqueduct.databases.saves.columns import Column

_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Saved:
    """Rows written, and their digest as docs/formats/runner.md says."""

    rows: int
    digest: str
    notes: Sequence[str] = ()
    """Sentences for the log: what the database holds otherwise than the table did."""


def saved(columns: Sequence[Column], notes: Sequence[str] = ()) -> Saved:
    """Counts and digests what was written, column by column."""
    rows = len(columns[0].values)
    summed = hashlib.sha256()
    for start in range(0, rows, _ROWS_AT_ONCE):
        texts = [_texts(column, column.values[start : start + _ROWS_AT_ONCE]) for column in columns]
        lines = "]\n[".join(map(",".join, zip(*texts)))
        summed.update(f"[{lines}]\n".encode())
    return Saved(rows, summed.hexdigest(), tuple(notes))


def _texts(column: Column, values: Sequence[object]) -> Sequence[str]:
    as_text = _AS_JSON.get(column.kind, _other)
    if column.has_nulls:
        return ["null" if value is None else as_text(value) for value in values]
    return list(map(as_text, values))


def _float(value: float) -> str:
    text = float.__repr__(value)
    return text.replace("inf", "Infinity") if text[-1] == "f" else text


def _quoted(value: object) -> str:
    return f'"{value}"'


def _other(value: object) -> str:
    return encode_basestring(str(value))


_AS_JSON: dict[str, Callable[..., str]] = {
    "bool": lambda value: "true" if value else "false",
    "int": int.__repr__,
    "float": _float,
    "text": encode_basestring,
    "json": encode_basestring,
    "datetime": _quoted,
    "moment": _quoted,
    "date": _quoted,
    "time": _quoted,
    "decimal": _quoted,
    "uuid": _quoted,
    "mixed": lambda value: json.dumps(value, ensure_ascii=False, default=str),
}
