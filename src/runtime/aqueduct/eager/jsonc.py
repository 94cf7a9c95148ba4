"""JSON with comments and trailing commas, as `aqueduct.json` may have them."""

from __future__ import annotations

import json
import re
from typing import Any

_TEXT = r'"(?:\\.|[^"\\])*"'
_COMMENT = re.compile(rf"{_TEXT}|//[^\n]*|/\*.*?\*/", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"{_TEXT}|,(?=\s*[}}\]])", re.DOTALL)


def loads(text: str) -> Any:
    """The value of a text; raises json.JSONDecodeError, whose line is that of the text."""
    return json.loads(_TRAILING_COMMA.sub(_kept, _COMMENT.sub(_kept, text)))


def _kept(found: re.Match[str]) -> str:
    """Text as it is; of anything else the line ends alone."""
    part = found.group()
    return part if part.startswith('"') else "\n" * part.count("\n")
