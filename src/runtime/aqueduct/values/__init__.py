"""Values in and out of the store: exact, by content, with a sample for people (docs/formats/values.md)."""

from __future__ import annotations

from aqueduct.values.codec import CannotDecode, CannotEncode, Column, Encoded, Form, decode, encode, read, write
from aqueduct.values.samples import sample

__all__ = [
    "CannotDecode",
    "CannotEncode",
    "Column",
    "Encoded",
    "Form",
    "decode",
    "encode",
    "read",
    "sample",
    "write",
]
