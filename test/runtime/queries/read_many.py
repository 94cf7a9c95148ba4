"""Reads the queries of stdin as Python does, for test/engine/queriesAlike.test.ts."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any

from aqueduct.queries import Given, WrongQuery, dialect_named, read_query, statement_of
from aqueduct.queries.lexer import tokens_of

GIVEN = Given(2, ("a", "b c"), first=False)


def read(dialect: str, sql: str) -> list[Any]:
    """Tokens, places and problems of one query; that it can be filled or refused is shown on the way."""
    known = dialect_named(dialect)
    reading = read_query(sql, known, GIVEN)
    with contextlib.suppress(WrongQuery):
        statement_of([sql], known, GIVEN, [1, "x", "y", "z"])
    return [
        [f"{token.kind} {sql[token.start : token.end]}" for token in tokens_of(sql, known)],
        sorted(f"{each.written} {each.where}" for each in reading.placeholders),
        sorted(problem.message for problem in reading.problems),
    ]


if __name__ == "__main__":
    json.dump([read(*each) for each in json.load(sys.stdin)], sys.stdout)
