"""A store in a folder."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Optional

from aqueduct.private_folders import file_mode, make_folders
from aqueduct.store.interface import check_key

_SCRATCH = ".scratch"  # hidden from listings, and in the same file system so that it can be linked
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PIECE = 1024 * 1024


class FolderStore:
    """Put-if-absent is a temporary file and `link()`, which fails where the name is taken."""

    def __init__(self, folder: str) -> None:
        self._root = Path(folder)

    def get(self, key: str) -> Optional[bytes]:
        try:
            return (self._root / check_key(key)).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def list(self, prefix: str) -> Sequence[str]:
        folder = prefix.rpartition("/")[0]
        return sorted(key for key in self._walk(folder) if key.startswith(prefix))

    def fetch(self, key: str, file: Path) -> bool:
        source = self._root / check_key(key)
        if not source.is_file():
            return False
        with open(source, "rb") as opened, open(file, "xb") as target:
            shutil.copyfileobj(opened, target, _PIECE)
        return True

    def put_if_absent(self, key: str, data: bytes) -> bool:
        return self._put(key, lambda target: target.write(data))

    def put_file_if_absent(self, key: str, file: Path) -> bool:
        with open(file, "rb") as source:
            return self._put(key, lambda target: shutil.copyfileobj(source, target, _PIECE))

    def _put(self, key: str, fill: Callable[[BinaryIO], object]) -> bool:
        target = self._root / check_key(key)
        scratch = self._root / _SCRATCH
        make_folders(scratch)
        temporary = scratch / secrets.token_hex(12)
        try:
            with os.fdopen(os.open(temporary, _NEW, file_mode(scratch)), "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            make_folders(target.parent)
            os.link(temporary, target)
        except FileExistsError:
            return False
        finally:
            if temporary.exists():
                temporary.unlink()
        return True

    def _walk(self, folder: str) -> Iterator[str]:
        for path, folders, files in os.walk(self._root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files:
                if not name.startswith("."):
                    yield (Path(path) / name).relative_to(self._root).as_posix()
