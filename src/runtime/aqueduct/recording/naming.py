"""Ids from names: the same text gives the same ids on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

RESERVED = frozenset({"_gate"})
_MAX_LENGTH = 60


def slug(name: str, kind: str) -> str:
    """Lower case `[a-z0-9_]`, at most 60 characters; `kind` where nothing of the name is left."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    replaced = re.sub(r"[^a-z0-9_]", "_", plain)[:_MAX_LENGTH]
    return replaced if re.search(r"[a-z0-9_]", plain[:_MAX_LENGTH]) else kind


def assign_ids(names: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for (name, kind) in recorded order.

    The second of a slug gets `_2` and so on; a number that a real name has is skipped.
    """
    slugs = [slug(name, kind) for name, kind in names]
    real = set(slugs) | RESERVED
    used: set[str] = set(RESERVED)
    ids = []
    for wanted in slugs:
        chosen, number = wanted, 2
        while chosen in used or (chosen != wanted and chosen in real):
            chosen, number = f"{wanted}_{number}", number + 1
        used.add(chosen)
        ids.append(chosen)
    return ids
