"""Chooses how a value becomes bytes: the most readable encoding that gives the very same value back."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Callable, Optional

from aqueduct.values import pickles, tables, tagged
from aqueduct.values.living import Living
from aqueduct.values.type_names import type_name


class CannotEncode(Exception):
    """The value cannot be stored; the message says what it is and why, `tip` what to return instead."""

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.tip = tip or "Return plain data: a table, a number, text, or something that can be pickled."


class CannotDecode(Exception):
    """The bytes are not what their encoding says, or were made by another version of a package."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name as text and its dtype as pandas prints it."""

    name: str
    dtype: str


@dataclass(frozen=True)
class Encoded:
    """A value as bytes. `rows` and `schema` are None unless `type` is `table`."""

    type: str
    encoding: str
    data: bytes
    rows: Optional[int] = None
    schema: Optional[tuple[Column, ...]] = None


def type_of(value: object) -> str:
    """The artifact type of a value, one of docs/formats.md 6."""
    exact = _TYPES.get(type(value))
    if exact is not None:
        return exact
    if tables.is_table(value):
        return "table"
    return tagged.numpy_type(value) or "picklable"


def encode(value: object) -> Encoded:
    """Turns a value into bytes that `decode` gives back as an equal value of the same type.

    Raises CannotEncode where not even cloudpickle can hold it (locks, open files, clients), or nobody could read it again.
    """
    plain = encode_plain(value)
    if plain is not None:
        return plain
    data = _pickled(value)
    if not tables.is_table(value):
        return Encoded(type_of(value), "pickle", data)
    return Encoded("table", "pickle", data, tables.row_count(value), _schema(value))


def encode_plain(value: object) -> Optional[Encoded]:
    """The value in a form other than a pickle; None where no such form gives it back exactly."""
    kind = type_of(value)
    if kind == "table":
        return _encode_table(value)
    if isinstance(value, bytes) and kind == "bytes":
        return Encoded(kind, "bytes", value)
    if isinstance(value, str) and kind == "string":
        try:
            return Encoded(kind, "text", value.encode("utf-8"))
        except UnicodeEncodeError:
            return None
    if value is None or kind in _JSON_TYPES:
        text = tagged.dump(value)
        if text is not None:
            return Encoded(kind, "json", text.encode("ascii"))
    return None


def decode(data: bytes, encoding: str, type: str) -> object:
    """The value that `encode` was given.

    Raises CannotDecode, with what to do, where the bytes cannot be read here.
    """
    decoder = _DECODERS.get(encoding)
    if decoder is None:
        raise CannotDecode(
            f"a value of type {type} has the encoding {encoding!r}, which this version of Aqueduct does not know"
        )
    try:
        return decoder(data)
    except Exception as error:  # unpickling runs the code of the value's own classes
        raise CannotDecode(_undecodable(type, encoding, error)) from error


def _encode_table(value: object) -> Optional[Encoded]:
    for encoding, dump in (("parquet", tables.dump_parquet), ("table-json", tables.dump_json)):
        data = _exactly(dump, value)
        if data is not None:
            return Encoded("table", encoding, data, tables.row_count(value), _schema(value))
    return None


def _schema(value: object) -> tuple[Column, ...]:
    return tuple(Column(name, dtype) for name, dtype in tables.schema(value))


def _exactly(dump: Callable[[object], Optional[bytes]], value: object) -> Optional[bytes]:
    """What `dump` gives. pandas and pyarrow raise of everything where they meet a type that they do not know: then a pickle takes it."""
    try:
        return dump(value)
    except Exception:  # noqa: BLE001
        return None


def _pickled(value: object) -> bytes:
    try:
        data = pickles.dump(value)
    except Living as alive:
        why = f"it holds {alive.noun}, which" if alive.value is not value else "it"
        message = f"a value of type {type_name(value)} cannot be stored: {why} lives in its process alone"
        raise CannotEncode(message, alive.tip) from None
    except Exception as error:  # pickling runs the code of the value's own classes
        raise CannotEncode(f"a value of type {type_name(value)} cannot be stored: {_said(error)}") from error
    if len(data) <= _PROVED_UP_TO:
        try:
            pickles.load(data)
        except Exception as error:  # so does unpickling
            raise CannotEncode(
                f"a value of type {type_name(value)} cannot be stored: it is written, but cannot be read again ({_said(error)})"
            ) from error
    return data


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _undecodable(type: str, encoding: str, error: BaseException) -> str:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        f"a value of type {type} ({encoding}) cannot be read with Python {version}: {error.__class__.__name__}: {error}"
    )


_PROVED_UP_TO = 100 * 1024 * 1024
"""Bytes: what is larger is not read again by who wrote it, which would take that memory twice."""
_TYPES = {
    bool: "boolean",
    int: "numeric",
    float: "numeric",
    str: "string",
    bytes: "bytes",
    dict: "dictionary",
    list: "list",
    tuple: "tuple",
}
_JSON_TYPES = frozenset({"boolean", "numeric", "dictionary", "list", "tuple"})
_DECODERS: dict[str, Callable[[bytes], object]] = {
    "json": tagged.load,
    "text": lambda data: data.decode("utf-8"),
    "bytes": bytes,
    "pickle": pickles.load,
    "parquet": tables.load_parquet,
    "table-json": tables.load_json,
}
