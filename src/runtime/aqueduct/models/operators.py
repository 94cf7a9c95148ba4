"""What describes an extract, under the name that Aqueduct gave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from aqueduct.error import InvalidUserArgumentException
from aqueduct.lacking import refusal


class RelationalDBExtractParams:
    """The query of `db.sql`, or the queries of a chain."""

    def __init__(
        self, query: Optional[str] = None, queries: Optional[Sequence[str]] = None, github_metadata: Any = None
    ) -> None:
        """Takes one of `query` and `queries`."""
        if github_metadata is not None:
            raise refusal("RelationalDBExtractParams(github_metadata)")
        if (query is None) == (queries is None):
            raise InvalidUserArgumentException("RelationalDBExtractParams() takes one of query=, queries=")
        self.query = query
        self.queries = queries
