"""What lies in a folder that only its owner may enter is its owner's alone, as `src/platform/privateModes.ts` has it."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_private(folder: Path) -> bool:
    """Whether a folder, or the nearest one above that is there, keeps everybody else out."""
    for place in (folder, *folder.parents):
        if place.exists():
            return os.name != "nt" and stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    return False


def make_folders(folder: Path) -> None:
    """Makes a folder and those above it that are missing: for their owner alone where the one around them is."""
    mode = 0o700 if is_private(folder) else 0o777  # of the latter, the user's umask takes its part
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(mode=mode, exist_ok=True)


def file_mode(folder: Path) -> int:
    """The mode of a new file in a folder."""
    return 0o600 if is_private(folder) else 0o666


def owners(path: str, flags: int) -> int:
    """An opener of files that are their owner's alone, for `open(…, opener=owners)`."""
    return os.open(path, flags, 0o600)
