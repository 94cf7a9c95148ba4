"""What every store can do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Optional, Protocol, Union

_KEY = re.compile(r"[A-Za-z0-9._=/-]+")


class BadKey(ValueError):
    """No key of a store: a fault of ours."""


class Store(Protocol):
    """A folder or a bucket."""

    def get(self, key: str) -> Optional[bytes]:
        """The bytes of a key, None where there is none: for what is small."""

    def fetch(self, key: str, file: Path) -> bool:
        """Writes the bytes of a key to a new file, piece by piece; False where there is none."""

    def list(self, prefix: str) -> Sequence[str]:
        """The keys that begin with a prefix, in order of their bytes."""

    def put_if_absent(self, key: str, data: bytes) -> bool:
        """Puts a key once; False where it is there already, and then its bytes stay as they were."""

    def put_file_if_absent(self, key: str, file: Path) -> bool:
        """As `put_if_absent`, of a file of any size, which is not read as a whole, and is not changed afterwards."""

    def put_content(self, key: str, data: Union[bytes, Path], digest: str) -> None:
        """Sees to it that a key holds bytes with this SHA-256, given as such or as a file of any size.

        They are put where there are none, left where they are, and replace others, which have no right to the name.
        """


def check_key(key: str) -> str:
    """The key itself; raises BadKey for one that could leave the store or that not every store keeps as it is."""
    if not _KEY.fullmatch(key) or any(part in ("", ".", "..") for part in key.split("/")):
        raise BadKey(f'"{key}" cannot be a key of a store')
    return key
