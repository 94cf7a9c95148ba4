"""JSON text of others: whatever it holds, it is read or refused by a ValueError.

In Python 3.8 grammar, with the standard library only.
"""

from __future__ import annotations

import json
from typing import Any, Callable, Union


class TooDeep(ValueError):
    """More lists and objects lie in one another than Python's stack has room for."""


def parsed(text: Union[str, bytes], **hooks: Callable[[Any], Any]) -> Any:
    """As json.loads; raises ValueError, of which TooDeep is one, and never RecursionError.

    `hooks` are `parse_int`, `parse_float`, `parse_constant` and `object_pairs_hook` of json.loads.
    """
    try:
        return json.loads(text, **hooks)  # type: ignore[arg-type]
    except RecursionError:
        raise TooDeep("it is nested deeper than Python can read") from None
