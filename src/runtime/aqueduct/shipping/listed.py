"""Names as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable


def listed(names: Iterable[str]) -> str:
    """`a`, `b` and `c`; of more than four names the first three."""
    shown = [f"`{name}`" for name in names]
    if len(shown) > 4:
        shown[3:] = [f"{len(shown) - 3} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
