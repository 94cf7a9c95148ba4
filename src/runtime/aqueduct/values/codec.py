"""Chooses how a value becomes bytes: the most readable encoding that gives the very same value back."""

from __future__ import annotations

import enum
import errno
import io
import sys
from dataclasses import dataclass
from typing import Any, BinaryIO, Callable, Optional

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
class Form:
    """What the bytes of a value are. `rows` and `schema` are None unless `type` is `table`."""

    type: str
    encoding: str
    rows: Optional[int] = None
    schema: Optional[tuple[Column, ...]] = None


@dataclass(frozen=True)
class Encoded:
    """A value as bytes. `rows` and `schema` are None unless `type` is `table`."""

    type: str
    encoding: str
    data: bytes
    rows: Optional[int] = None
    schema: Optional[tuple[Column, ...]] = None


def type_of(value: object) -> str:
    """The artifact type of a value, one of docs/formats/values.md."""
    exact = _TYPES.get(type(value))
    if exact is not None:
        return exact
    if tables.is_table(value):
        return "table"
    return tagged.numpy_type(value) or "picklable"


def _type_with_bases(value: object) -> str:
    """As `type_of`; a value of a class over one of Python's is of that one's type: a Counter is a dictionary.

    A member of an enumeration is none of the numbers or texts that it may equal: nobody can give one but Python.
    """
    kind = type_of(value)
    if kind != "picklable" or isinstance(value, enum.Enum):
        return kind
    return next((_TYPES[base] for base in type(value).__mro__ if base in _TYPES), kind)


def write(value: object, file: BinaryIO) -> Form:
    """Writes a value to an empty file, from which `read` gives back an equal value of the same type. `file` is open for reading too.

    A large value is never copied as a whole: arrays, tables and text go to the file piece by piece.
    Raises CannotEncode where not even cloudpickle can hold it (locks, open files, clients), or nobody could read it again;
    OSError where the file can take no more.
    """
    plain = _write_plain(value, file)
    if plain is not None:
        return plain
    _write_pickle(value, file)
    if not tables.is_table(value):
        return Form(_type_with_bases(value), "pickle")
    return Form("table", "pickle", tables.row_count(value), _schema(value))


def read(file: BinaryIO, encoding: str, type: str) -> object:
    """The value that `write` was given.

    Raises CannotDecode, with what to do, where the bytes cannot be read here.
    """
    reader = _READERS.get(encoding)
    if reader is None:
        raise CannotDecode(
            f"a value of type {type} has the encoding {encoding!r}, which this version of Aqueduct does not know"
        )
    try:
        return reader(file)
    except Exception as error:  # unpickling runs the code of the value's own classes
        raise CannotDecode(_undecodable(type, encoding, error)) from error


def encode(value: object) -> Encoded:
    """As `write`, to bytes: for small values."""
    file = io.BytesIO()
    return _encoded(write(value, file), file)


def encode_plain(value: object) -> Optional[Encoded]:
    """The value in a form other than a pickle; None where no such form gives it back exactly."""
    file = io.BytesIO()
    form = _write_plain(value, file)
    return None if form is None else _encoded(form, file)


def decode(data: bytes, encoding: str, type: str) -> object:
    """As `read`, of bytes."""
    return read(io.BytesIO(data), encoding, type)


def _encoded(form: Form, file: io.BytesIO) -> Encoded:
    return Encoded(form.type, form.encoding, file.getvalue(), form.rows, form.schema)


def _write_plain(value: object, file: BinaryIO) -> Optional[Form]:
    """Leaves the file empty where it gives None."""
    kind = type_of(value)
    if kind == "table":
        return _write_table(value, file)
    if isinstance(value, bytes) and kind == "bytes":
        file.write(value)
        return Form(kind, "bytes")
    if isinstance(value, str) and kind == "string":
        return Form(kind, "text") if _exactly(_write_text, value, file) else None
    if value is None or kind in _JSON_TYPES:
        text = tagged.dump(value)
        if text is not None:
            file.write(text.encode("ascii"))
            return Form(kind, "json")
    return None


def _write_text(value: str, file: BinaryIO) -> bool:
    """Raises UnicodeEncodeError where UTF-8 cannot hold it: lone surrogates."""
    for start in range(0, len(value), _PIECE):
        file.write(value[start : start + _PIECE].encode("utf-8"))
    return True


def _write_table(value: object, file: BinaryIO) -> Optional[Form]:
    for encoding, write_as in (("parquet", tables.write_parquet), ("table-json", tables.write_json)):
        if _exactly(write_as, value, file):
            return Form("table", encoding, tables.row_count(value), _schema(value))
    return None


def _schema(value: object) -> tuple[Column, ...]:
    return tuple(Column(name, dtype) for name, dtype in tables.schema(value))


def _exactly(write_as: Callable[[Any, BinaryIO], bool], value: object, file: BinaryIO) -> bool:
    """Whether `write_as` took the value; if not, the file is empty again.

    pandas and pyarrow raise of everything where they meet a type that they do not know: then a pickle takes it.
    """
    try:
        is_written = write_as(value, file)
    except Exception as error:
        if _is_of_file(error):
            raise
        is_written = False
    if not is_written:
        file.seek(0)
        file.truncate()
    return is_written


def _write_pickle(value: object, file: BinaryIO) -> None:
    try:
        holds_objects = pickles.dump(value, file)
    except Living as alive:
        why = f"it holds {alive.noun}, which" if alive.value is not value else "it"
        message = f"a value of type {type_name(value)} cannot be stored: {why} lives in its process alone"
        raise CannotEncode(message, alive.tip) from None
    except Exception as error:  # pickling runs the code of the value's own classes
        if _is_of_file(error):
            raise
        raise CannotEncode(f"a value of type {type_name(value)} cannot be stored: {_said(error)}") from error
    if holds_objects and file.tell() <= _PROVED_UP_TO:
        file.seek(0)
        try:
            pickles.load(file)
        except Exception as error:  # so does unpickling
            raise CannotEncode(
                f"a value of type {type_name(value)} cannot be stored: it is written, but cannot be read again ({_said(error)})"
            ) from error


def _is_of_file(error: Exception) -> bool:
    """Whether the disk is what fails, and not the value."""
    return isinstance(error, OSError) and error.errno in _OF_DISKS


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _undecodable(type: str, encoding: str, error: BaseException) -> str:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        f"a value of type {type} ({encoding}) cannot be read with Python {version}: {error.__class__.__name__}: {error}"
    )


_PIECE = 1024 * 1024
_PROVED_UP_TO = 100 * 1024 * 1024
"""Bytes: what is larger is not read again by who wrote it. The objects in a pickle take several times its size."""
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
_OF_DISKS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
_READERS: dict[str, Callable[[BinaryIO], object]] = {
    "json": lambda file: tagged.load(file.read()),
    "text": lambda file: file.read().decode("utf-8"),
    "bytes": lambda file: file.read(),
    "pickle": pickles.load,
    "parquet": tables.read_parquet,
    "table-json": lambda file: tables.load_json(file.read()),
}
