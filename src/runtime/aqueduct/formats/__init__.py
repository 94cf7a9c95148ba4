"""What lies in files and crosses pipes, held to the schemas that `src/formats` describes (docs/formats).

`npm run formats` makes `schemas.json` of the same source as the editor's readers, so that both languages take and refuse the same.
In Python 3.8 grammar, with the standard library only: launcher, runner and tracer use it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn, Optional, Union

from aqueduct.formats.checking import fault_in, whole
from aqueduct.formats.parsing import TooDeep, parsed


class Unreadable(Exception):
    """Something is not what its name says; the message says what, where and why, and repeats no value: it may be a secret.

    `newer` is the number of a format that only a newer Aqueduct reads, else None.
    """

    def __init__(self, message: str, newer: Optional[int] = None) -> None:
        super().__init__(message)
        self.newer = newer


def read_text(name: str, text: Union[str, bytes], what: str) -> dict[str, Any]:
    """The value of a format in JSON text, or in its bytes; raises Unreadable.

    `name` is that of its schema, such as `manifest`; `what` is the file, the key or the message, for people.
    """
    try:
        source = text if isinstance(text, str) else text.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable(f"{what} can't be read: it is not UTF-8.") from None
    source = source[1:] if source.startswith("\ufeff") else source
    # Neither of these causes is chained: both repeat a part of the text.
    try:
        value = parsed(source, parse_constant=_no_json)
    except TooDeep:
        raise Unreadable(f"{what} can't be read: it is nested deeper than Python can read.") from None
    except ValueError:
        why = "it is empty" if source.strip() == "" else "it is not JSON"
        raise Unreadable(f"{what} can't be read: {why}.") from None
    return read(name, value, what)


def read(name: str, value: object, what: str, *, passes_over_others: bool = False) -> dict[str, Any]:
    """The value itself, members that the schema does not name included; raises Unreadable.

    `passes_over_others`: of what people write, too, which is refused for such members otherwise.
    """
    described = schema(name)
    number = described.get("properties", {}).get("format", {}).get("const")
    found = whole(value.get("format")) if isinstance(value, dict) else None
    if isinstance(number, int) and found is not None and found > number:
        why = f"it has format {found}, and this Aqueduct reads up to {number}: update it"
        raise Unreadable(f"{what} can't be read: {why}.", newer=found)
    fault = fault_in(described, value, passes_over_others=passes_over_others)
    if fault is not None:
        raise Unreadable(f"{what} can't be read: {fault}.")
    assert isinstance(value, dict)
    return value


def schema(name: str) -> Mapping[str, Any]:
    """The JSON schema of a format; KeyError where no format has this name."""
    described: Mapping[str, Any] = _schemas()[name]
    return described


@lru_cache(maxsize=1)
def _schemas() -> dict[str, Any]:
    with open(os.path.join(os.path.dirname(__file__), "schemas.json"), encoding="utf-8") as file:
        schemas: dict[str, Any] = json.load(file)
    return schemas


def _no_json(_constant: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")
