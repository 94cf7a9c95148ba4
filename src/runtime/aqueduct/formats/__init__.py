"""What lies in files and crosses pipes, held to the schemas that `src/formats` describes (docs/formats).

`npm run formats` makes `schemas.json` of the same source as the editor's readers, so that both languages take and refuse the same.
In Python 3.8 grammar, with the standard library only: launcher, runner and tracer use it.
"""

from __future__ import annotations

import json
import pkgutil
from functools import lru_cache
from typing import Any

from aqueduct.formats.checking import fault_in


class Unreadable(Exception):
    """Something is not what its name says; the message says what, where and why, and repeats no value: it may be a secret."""


def read_text(name: str, text: str, what: str) -> dict[str, Any]:
    """The value of a format in JSON text; raises Unreadable.

    `name` is that of its schema, such as `manifest`; `what` is the file, the key or the message, for people.
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        why = "it is empty" if text.strip() == "" else "it is not JSON"
        raise Unreadable(f"{what} can't be read: {why}.") from error
    return read(name, value, what)


def read(name: str, value: object, what: str) -> dict[str, Any]:
    """The value itself, members that the schema does not name included; raises Unreadable."""
    schema = _schemas()[name]
    number = schema.get("properties", {}).get("format", {}).get("const")
    found = value.get("format") if isinstance(value, dict) else None
    if isinstance(number, int) and isinstance(found, int) and not isinstance(found, bool) and found > number:
        raise Unreadable(
            f"{what} can't be read: it has format {found}, and this Aqueduct reads up to {number}: update it."
        )
    fault = fault_in(schema, value)
    if fault is not None:
        raise Unreadable(f"{what} can't be read: {fault}.")
    assert isinstance(value, dict)
    return value


@lru_cache(maxsize=1)
def _schemas() -> dict[str, Any]:
    data = pkgutil.get_data(__name__, "schemas.json")
    if data is None:
        raise RuntimeError("schemas.json is missing from the package aqueduct: install it again.")
    schemas: dict[str, Any] = json.loads(data.decode("utf-8"))
    return schemas
