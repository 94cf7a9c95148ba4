"""What stands in the text of a query, told without a database; `src/core/sql` says the same, held by `test/fixtures/sql/samples.json`."""

from __future__ import annotations

from aqueduct.queries.dialects import OTHER, Dialect, dialect_named, dialect_of, not_tried
from aqueduct.queries.judging import doubtful, never_named, unfit
from aqueduct.queries.places import Given, Problem, QueryReading, read_query, tags_of
from aqueduct.queries.statement import Bound, Statement, WrongQuery, statement_of

__all__ = [
    "OTHER",
    "Bound",
    "Dialect",
    "Given",
    "Problem",
    "QueryReading",
    "Statement",
    "WrongQuery",
    "dialect_named",
    "dialect_of",
    "doubtful",
    "never_named",
    "not_tried",
    "read_query",
    "statement_of",
    "tags_of",
    "unfit",
]
