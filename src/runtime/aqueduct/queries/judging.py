"""What is said of a query that was read, from the types of its inputs and from what it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from aqueduct.queries import sentences
from aqueduct.queries.dialects import Dialect
from aqueduct.queries.places import NAMES, Hole, Part, Problem, QueryReading

_LISTS = frozenset({"list", "tuple"})
_SCALARS = frozenset({"string", "numeric", "boolean", "bytes"})


def unfit(reading: QueryReading, types: Sequence[str], dialect: Dialect) -> list[Problem]:
    """Lists where none can be, and none where one is wanted, told from the types of the inputs."""
    found = []
    for hole in reading.holes:
        for part in hole.parts:
            if isinstance(part, str):
                continue
            type_ = "string" if part.reference == "today" else types[part.reference]
            message = _unfit(hole, part.written, type_, dialect)
            if message:
                found.append(Problem(hole.start, message))
    return found


def doubtful(reading: QueryReading, types: Sequence[str], dialect: Dialect) -> list[Problem]:
    """Texts that are selected as they are, where a column's name may have been meant."""
    return [
        Problem(hole.start, sentences.selected(part.written, dialect))
        for hole in reading.holes
        for part in hole.parts
        if hole.detail == "selected" and isinstance(part, Part) and part.reference != "today"
        if types[part.reference] == "string"
    ]


def never_named(readings: Sequence[QueryReading], listed: int, by_name: Sequence[int] = ()) -> Optional[str]:
    """Parameters that are listed, and that no query of a chain names, in a sentence; None: there are none.

    `by_name` are the places, from 0, of those that stand in braces.
    """
    parts = (part for reading in readings for hole in reading.holes for part in hole.parts)
    named = {part.reference for part in parts if isinstance(part, Part)}
    numbers = [place + 1 for place in range(listed) if place not in named and place not in by_name]
    return sentences.never_named(numbers) if numbers else None


def _unfit(hole: Hole, written: str, type_: str, dialect: Dialect) -> str:
    if type_ in _LISTS:
        if hole.kind in ("list", "list item") or (hole.kind == "value" and dialect.name in ("postgresql", "other")):
            return ""
        if hole.kind in NAMES:
            return sentences.no_name(written)
        return sentences.list_not_wanted(written) if hole.kind == "value" else sentences.no_text(written, type_)
    if type_ in _SCALARS and hole.kind == "list":
        return sentences.list_wanted(written)
    if type_ != "dictionary":
        return ""
    if hole.kind in NAMES:
        return sentences.no_name(written)
    return sentences.no_text(written, "dict") if hole.kind == "literal" else sentences.not_bindable(written, "dict")
