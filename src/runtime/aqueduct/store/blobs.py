"""Files that are named by the SHA-256 of their own bytes, and others whose SHA-256 a record tells: the one door to them.

Whatever is read here was hashed before it is given, and what is put takes the place of wrong bytes under its name.
In Python 3.8 grammar.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO, Optional

from aqueduct.private_folders import make_folders

_PIECE = 1024 * 1024
_checked: dict[str, tuple[int, int, int, int]] = {}
"""Files that were right when this process hashed them, by what changes with any write."""


class WrongContent(Exception):
    """A file does not hold what was put there; `tip` says what to do."""

    def __init__(self, file: object, tip: str) -> None:
        super().__init__(
            f"{file} is not what was put there: its SHA-256 is another one, so it was changed or cut short."
        )
        self.tip = tip


class MissingContent(Exception):
    """A file that has to be there is gone; `tip` says what to do."""

    def __init__(self, file: object, tip: str) -> None:
        super().__init__(f"{file} is gone: something deletes what lies in the store.")
        self.tip = tip


BLOB_TIP = "Run the workflow again: reading its file puts that right."
VALUE_TIP = "Run the operator that gave it again, or the whole workflow."


def open_checked(file: Path, digest: str, tip: str = VALUE_TIP) -> BinaryIO:
    """A file of that SHA-256, open at its beginning; raises WrongContent and MissingContent. The caller closes it."""
    try:
        opened = open(file, "rb")  # noqa: SIM115 - the caller closes it
    except (FileNotFoundError, NotADirectoryError):
        raise MissingContent(file, tip) from None
    try:
        name, found = f"{digest} {file}", os.fstat(opened.fileno())
        signature = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        if _checked.get(name) != signature:
            if sha256_of_open(opened) != digest:
                raise WrongContent(file, tip)
            _checked[name] = signature
            opened.seek(0)
    except BaseException:
        opened.close()
        raise
    return opened


def open_blob(file: Path) -> BinaryIO:
    """As `open_checked`, of a file whose name is its SHA-256."""
    return open_checked(file, file.name, BLOB_TIP)


def read_blob(file: Path) -> bytes:
    """The bytes of a file whose name is their SHA-256; raises WrongContent and MissingContent."""
    with open_blob(file) as opened:
        return opened.read()


def check_blob(file: Path) -> None:
    """Raises WrongContent or MissingContent; for files that something else is going to read."""
    open_blob(file).close()


def put_blob(blobs: Path, data: bytes) -> str:
    """Writes bytes under their SHA-256 and gives it; a reader never sees half a blob.

    What is there already is compared: bytes that are not these have no right to the name, and are replaced.
    """
    digest = sha256(data)
    target = blobs / digest
    if _holds(target, data):
        return digest
    make_folders(blobs)
    handle, temporary = tempfile.mkstemp(dir=blobs, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
    return digest


def sha256(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_open(opened: BinaryIO) -> str:
    """The SHA-256 of all that follows in a file, piece by piece."""
    digest = hashlib.sha256()
    for piece in iter(lambda: opened.read(_PIECE), b""):
        digest.update(piece)
    return digest.hexdigest()


def _holds(file: Path, data: bytes) -> bool:
    found = _stat_of(file)
    return found is not None and found.st_size == len(data) and file.read_bytes() == data


def _stat_of(file: Path) -> Optional[os.stat_result]:
    try:
        return os.stat(file)
    except FileNotFoundError:
        return None
