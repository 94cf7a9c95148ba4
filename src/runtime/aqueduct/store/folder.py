"""A store in a folder."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Optional, Union

from aqueduct.digests import sha256_of
from aqueduct.private_folders import file_mode, make_folders
from aqueduct.store.blobs import VALUE_TIP, WrongContent
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

    def put_content(self, key: str, data: Union[bytes, Path], digest: str) -> None:
        target = self._root / check_key(key)
        if target.is_file() and sha256_of(target) == digest:
            return
        with io.BytesIO(data) if isinstance(data, bytes) else open(data, "rb") as source:
            self._write(target, lambda file: _copy_checked(source, file, digest, data), os.replace)

    def _put(self, key: str, fill: Callable[[BinaryIO], object]) -> bool:
        try:
            self._write(self._root / check_key(key), fill, os.link)
        except FileExistsError:
            return False
        return True

    def _write(self, target: Path, fill: Callable[[BinaryIO], object], name: Callable[[Path, Path], object]) -> None:
        """Fills a temporary file and gives it its name: readers see all of it or nothing."""
        scratch = self._root / _SCRATCH
        make_folders(scratch)
        temporary = scratch / secrets.token_hex(12)
        try:
            with os.fdopen(os.open(temporary, _NEW, file_mode(scratch)), "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            make_folders(target.parent)
            name(temporary, target)
        finally:
            if temporary.exists():
                temporary.unlink()

    def _walk(self, folder: str) -> Iterator[str]:
        for path, folders, files in os.walk(self._root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files:
                if not name.startswith("."):
                    yield (Path(path) / name).relative_to(self._root).as_posix()


def _copy_checked(source: BinaryIO, file: BinaryIO, digest: str, what: object) -> None:
    """Nothing gets the name of a digest that is not its own, as S3 sees to by the checksum that goes along."""
    found = hashlib.sha256()
    for piece in iter(lambda: source.read(_PIECE), b""):
        found.update(piece)
        file.write(piece)
    if found.hexdigest() != digest:
        raise WrongContent("a value" if isinstance(what, bytes) else what, VALUE_TIP)
