"""JSON with comments and trailing commas, as `aqueduct.json` may have them."""

from __future__ import annotations

import re
from typing import Any

from aqueduct.formats.checking import is_deeper_than
from aqueduct.formats.parsing import TooDeep, parsed

_MOST_LEVELS = 100
"""As `core/resources/jsonTree.ts` has it."""
_TEXT = r'"(?:\\.|[^"\\])*"'
_COMMENT = re.compile(rf"{_TEXT}|//[^\n]*|/\*.*?\*/", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"{_TEXT}|,(?=\s*[}}\]])", re.DOTALL)


def loads(text: str) -> Any:
    """The value of a text; raises json.JSONDecodeError, whose line is that of the text, and TooDeep.

    Of members that stand twice the first counts, as in the editor, which says so.
    """
    value = parsed(_TRAILING_COMMA.sub(_kept, _COMMENT.sub(_kept, text)), object_pairs_hook=_first)
    if is_deeper_than(_MOST_LEVELS, value):
        raise TooDeep(f"it is nested deeper than {_MOST_LEVELS} levels")
    return value


def _first(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in [*pairs, *reversed(pairs)]}


def _kept(found: re.Match[str]) -> str:
    """Text as it is; of anything else the line ends alone."""
    part = found.group()
    return part if part.startswith('"') else "\n" * part.count("\n")
