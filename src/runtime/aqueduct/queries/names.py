"""Names of tables and columns, as they are written into a query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aqueduct.queries.dialects import Dialect

_PLAIN = re.compile(r"[^\W\d][\w$]*")


def plain_name(text: str, dialect: Dialect) -> str:
    """A name as it would be meant without quotes, checked and then quoted; raises ValueError where it is none.

    Without quotes it means what the database makes of it: PostgreSQL reads it in small letters.
    """
    if _PLAIN.fullmatch(text) is None:
        raise ValueError(text)
    return quoted_name(text.lower() if dialect.lower_names else text, dialect.name_quote)


def table_name(text: str, dialect: Dialect) -> str:
    """`table`, `schema.table` or `database.schema.table`; raises ValueError where it is none of these."""
    segments = text.split(".")
    if len(segments) > 3:
        raise ValueError(text)
    return ".".join(plain_name(segment, dialect) for segment in segments)


def quoted_name(text: str, quote: str) -> str:
    """Any text as a name in quotes; as it stands where `quote` is empty. Raises ValueError where it can be no name."""
    closing = "]" if quote == "[" else quote
    if not text or "\0" in text or (quote == "[" and "]" in text):
        raise ValueError(text)
    return f"{quote}{text.replace(closing, closing * 2)}{closing}" if quote else text


def every_row(segments: Sequence[str], dialect: Dialect) -> str:
    """The query for a whole table, whose name is given as it is, with its schema where there is one."""
    quote = dialect.name_quote or '"'
    return f"SELECT * FROM {'.'.join(quoted_name(segment, quote) for segment in segments)}"
