"""JSON whose bytes follow from what it says: what ships is named by them."""

from __future__ import annotations

import json


def canonical(document: object) -> bytes:
    """JSON with sorted keys and no blanks, in UTF-8: the same document gives the same bytes."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
        "utf-8"
    )
