"""SHA-256 of files, piece by piece."""

from __future__ import annotations

import hashlib
from pathlib import Path

_PIECE = 1024 * 1024


def sha256_of(file: Path) -> str:
    """Lower-case hexadecimal SHA-256 of a file of any size."""
    digest = hashlib.sha256()
    with open(file, "rb") as opened:
        for piece in iter(lambda: opened.read(_PIECE), b""):
            digest.update(piece)
    return digest.hexdigest()
