"""Lists in a query: where one stands, and an array of PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from aqueduct.queries.clauses import Place, sign_of
from aqueduct.queries.lexer import Token

_ARRAY_OPENERS = frozenset({"any", "all", "some", "cast"})
_ARRAY_SIGNS = ("@>", "<@", "&&")


def without_brackets(
    text: str, tokens: Sequence[Token], places: Sequence[Place], first: int, last: int
) -> tuple[int, int]:
    """The numbers of the first and the last token of a value with the brackets that are its own, as in `IN (($1))`."""
    while first > 0 and last + 1 < len(tokens):
        if sign_of(text, tokens[first - 1]) != "(" or sign_of(text, tokens[last + 1]) != ")":
            break
        if places[first].opener not in ("(", ","):
            break
        first, last = first - 1, last + 1
    return first, last


def wants_array(text: str, start: int, end: int, opener: str) -> bool:
    """Whether what stands around a value tells PostgreSQL the type of its array."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    return opener in _ARRAY_OPENERS or before.endswith(_ARRAY_SIGNS) or behind.startswith(("::", *_ARRAY_SIGNS))


def array_text(values: Sequence[object], has_type: bool) -> Optional[str]:
    """The text of an array of no type, where its place has one and it holds texts alone; None: its items have types.

    Drivers differ in whether a list of texts has a type. Where it has none, `name = $1` compares the name with a text
    in braces, and finds nothing.
    """
    flat = _flat(values)
    if not flat or (has_type and all(isinstance(each, str) for each in flat)):
        return _braced(values)
    return None


def _flat(values: Sequence[object]) -> list[object]:
    found: list[object] = []
    for each in values:
        if isinstance(each, (list, tuple)):
            found += _flat(each)
        elif each is not None:
            found.append(each)
    return found


def _braced(values: Sequence[object]) -> str:
    return f"{{{','.join(map(_item, values))}}}"


def _item(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, (list, tuple)):
        return _braced(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
