"""Ids from names: the same text gives the same ids on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

RESERVED = frozenset({"_gate"})
_MAX_LENGTH = 60
# What has no form in Unicode that is a Latin letter with marks.
_LETTERS = dict(
    re.findall(
        r"(\S+) (\S+)",
        "æ ae œ oe ø o đ d ð d ł l þ th ı i ħ h "
        "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch "
        "ы y э e ю yu я ya і i є ye ґ g "
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
    )
)


def slug(name: str, kind: str) -> str:
    """Lower case `[a-z0-9_]`, at most 60 characters; `kind` where nothing of the name is left.

    Plain names are lowered, and every other character is `_`. In others letters become Latin ones where that is usual, and all
    between letters and digits is one `_`. `src/core/model/slug.ts` makes the same.
    """
    if re.fullmatch(r"[ -~]*", name):
        plain = name.lower()
        return re.sub(r"[^a-z0-9_]", "_", plain)[:_MAX_LENGTH] if re.search(r"[a-z0-9_]", plain) else kind
    return _latin(name)[:_MAX_LENGTH] or kind


def _latin(name: str) -> str:
    marked = unicodedata.normalize("NFKD", name)
    folded = (character.casefold() for character in marked if not unicodedata.category(character).startswith("M"))
    plain = "".join(_LETTERS.get(letter, letter) for letter in folded)
    return re.sub(r"^_|_$", "", re.sub(r"[^a-z0-9]+", "_", plain))


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
