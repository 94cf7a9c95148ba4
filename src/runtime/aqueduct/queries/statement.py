"""One statement out of a query, or a chain of them, with the values that are bound to it."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, Union

from aqueduct.queries import sentences
from aqueduct.queries.clauses import sign_of, word_of
from aqueduct.queries.dialects import Dialect
from aqueduct.queries.lexer import tokens_of
from aqueduct.queries.lists import array_text
from aqueduct.queries.names import plain_name, quoted_name, table_name
from aqueduct.queries.places import Given, Hole, Part, Problem, Reference, read_query


@dataclass(frozen=True)
class Bound:
    """A value that the driver binds."""

    value: object


Statement = Sequence[Union[str, Bound]]
"""Text that goes to the database as it is, and values between."""

_NAMED_PREVIOUS = "aqueduct_query_{}"
_DIGITS_OF_A_FLOAT = 15
_NO_ROWS = "(SELECT NULL FROM (SELECT 1 AS one) AS aqueduct_none WHERE 1 = 0)"


class WrongQuery(Exception):
    """A query that cannot be, or a value that has no place where it is named: a sentence that says what to do."""


def statement_of(
    texts: Sequence[str],
    dialect: Dialect,
    given: Given,
    values: Sequence[object],
    today: Callable[[], datetime.date] = datetime.date.today,
) -> Statement:
    """The statement of a query, or of a chain in which `$` stands for the query before.

    `values` are those of the inputs that `given` counts. Raises WrongQuery.
    """

    def value_of(reference: Reference) -> object:
        return today().isoformat() if reference == "today" else values[reference]

    parts = [_filled(text, number, dialect, given.at(number, texts), value_of) for number, text in enumerate(texts)]
    return _merged(parts[0] if len(parts) == 1 else _chained(parts, texts, dialect))


def _filled(
    text: str, number: int, dialect: Dialect, given: Given, value_of: Callable[[Reference], object]
) -> list[Union[str, Bound]]:
    """One query with its values, the query before it by its name, and without a semicolon at its end."""
    reading = read_query(text, dialect, given)
    if reading.problems:
        raise WrongQuery(_first(reading.problems).message)
    cuts: list[tuple[int, int, list[Union[str, Bound]]]] = [
        (hole.start, hole.end, _filling(hole, text, dialect, value_of)) for hole in reading.holes
    ]
    statement = [token for token in reading.tokens if token.kind != "comment"]
    while statement and sign_of(text, statement[-1]) == ";":
        last = statement.pop()
        cuts.append((last.start, last.end, []))
    if number > 0:
        previous = _NAMED_PREVIOUS.format(number - 1)
        cuts += [(token.start, token.end, [previous]) for token in statement if token.kind == "previous"]
    found: list[Union[str, Bound]] = []
    at = 0
    for start, end, filling in sorted(cuts, key=lambda cut: cut[0]):
        found += [text[at:start], *filling]
        at = end
        if filling and isinstance(filling[-1], Bound) and text[end:].lstrip().startswith("::"):
            found[-1:] = ["(", filling[-1], ")"]  # a driver may write -5, and -5::text is -(5::text)
    return [*found, text[at:].rstrip()]


def _first(problems: Sequence[Problem]) -> Problem:
    return min(problems, key=lambda problem: problem.start)


def _chained(parts: Sequence[list[Union[str, Bound]]], texts: Sequence[str], dialect: Dialect) -> Statement:
    """Each query but the last becomes a named part of a WITH; its own line ends a comment that it ends with."""
    *before, last = parts
    own_with, recursive = _own_with(texts[-1], dialect)
    if own_with:
        head = last[0]
        last = [head[own_with:] if isinstance(head, str) else head, *last[1:]]
    found: list[Union[str, Bound]] = ["WITH RECURSIVE " if recursive else "WITH "]
    for number, part in enumerate(before):
        found += [", " if number else "", f"{_NAMED_PREVIOUS.format(number)} AS (", *part, "\n)"]
    return [*found, "," if own_with else " ", *last]


def _own_with(text: str, dialect: Dialect) -> tuple[int, bool]:
    """Where the own WITH of a query ends, 0 where it has none, and whether it is recursive."""
    tokens = [token for token in tokens_of(text, dialect) if token.kind != "comment"][:2]
    words = [word_of(text, token) for token in tokens]
    if words[:1] != ["with"]:
        return 0, False
    return (tokens[1].end, True) if words[1:] == ["recursive"] else (tokens[0].end, False)


def _merged(parts: Statement) -> Statement:
    found: list[Union[str, Bound]] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, str) and isinstance(last, str):
            found[-1] = last + part
        else:
            found.append(part)
    return [part for part in found if part != ""]


def _filling(
    hole: Hole, text: str, dialect: Dialect, value_of: Callable[[Reference], object]
) -> list[Union[str, Bound]]:
    """What stands in the place of a placeholder, with what the query has around it."""
    first = next(part for part in hole.parts if isinstance(part, Part))
    value = value_of(first.reference)
    if hole.kind == "value":
        if isinstance(value, (list, tuple, set, frozenset)) and dialect.name == "postgresql":
            return _array(list(value), first.written, dialect, has_type=hole.detail == "array")
        return [Bound(_bindable(value, first.written, dialect))]
    if hole.kind in ("list", "list item"):
        return _listed(hole, text, dialect, first.written, value)
    if hole.kind == "literal":
        return [Bound(_together(hole, value_of))]
    if hole.kind == "typed literal":
        bound = _together(hole, value_of) if len(hole.parts) > 1 else _bindable(value, first.written, dialect)
        return ["CAST(", Bound(bound), f" AS {hole.detail})"]
    try:
        name = _together(hole, value_of)
        if hole.kind == "table":
            return [table_name(name, dialect)]
        return [quoted_name(name, hole.detail) if hole.kind == "quoted name" else plain_name(name, dialect)]
    except (ValueError, WrongQuery):
        raise WrongQuery(sentences.no_name(first.written)) from None


def _together(hole: Hole, value_of: Callable[[Reference], object]) -> str:
    """The text of a literal or a name with its values in it."""
    return "".join(
        part if isinstance(part, str) else _as_text(value_of(part.reference), part.written) for part in hole.parts
    )


def _listed(hole: Hole, text: str, dialect: Dialect, written: str, value: object) -> list[Union[str, Bound]]:
    is_list = isinstance(value, (list, tuple, set, frozenset))
    items = list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
    if hole.kind == "list" and not is_list:
        raise WrongQuery(sentences.list_wanted(written))
    bound: list[Union[str, Bound]] = []
    for item in items:
        bound += [", "] if bound else []
        bound.append(Bound(_bindable(item, written, dialect, is_item=True)))
    if hole.kind == "list item" and hole.detail != "alone":
        if not items:
            raise WrongQuery(sentences.empty_among_others(written))
        return bound
    word = "NOT IN" if text[hole.start : hole.start + 3].lower() == "not" else "IN"
    if items:
        return [f"{word} (", *bound, ")"]
    if dialect.name == "postgresql":  # where NULL would have a type that no number is compared with
        return ["<> ALL ('{}')" if word == "NOT IN" else "= ANY ('{}')"]
    return [f"{word} {_NO_ROWS}"]


def _array(values: list[object], written: str, dialect: Dialect, has_type: bool) -> list[Union[str, Bound]]:
    text = array_text(values, has_type)
    if text is not None:
        return [Bound(text)] if has_type else [Bound(text), "::text[]"]
    found: list[Union[str, Bound]] = ["ARRAY["]
    for value in values:
        found += [", "] if len(found) > 1 else []
        if isinstance(value, (list, tuple)):
            found += _array(list(value), written, dialect, has_type=False)
        else:
            found.append(Bound(_bindable(value, written, dialect)))
    return [*found, "]"]


def _bindable(value: object, written: str, dialect: Dialect, is_item: bool = False) -> object:
    """A value as drivers take it; raises WrongQuery where none does."""
    if isinstance(value, (list, tuple, set, frozenset)):
        if is_item:
            raise WrongQuery(sentences.list_in_list(written))
        if dialect.name != "other":  # of which some have arrays
            raise WrongQuery(sentences.list_not_wanted(written))
        return list(value)
    if isinstance(value, dict):
        raise WrongQuery(sentences.not_bindable(written, "dict"))
    if dialect.name != "sqlite":
        return value
    if isinstance(value, decimal.Decimal) and len(value.as_tuple().digits) <= _DIGITS_OF_A_FLOAT:
        return float(value)  # as the number would be read that stood in the query
    is_foreign = isinstance(value, (datetime.date, datetime.time, decimal.Decimal, uuid.UUID))
    return _as_text(value, written) if is_foreign else value


def _as_text(value: object, written: str) -> str:
    """A value as it stands within quotes; raises WrongQuery for what has no plain text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (int, float, decimal.Decimal, uuid.UUID)):
        return str(value)
    raise WrongQuery(sentences.no_text(written, type(value).__name__))
