"""Content-addressed files: put if absent, never replaced."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

from aqueduct.private_folders import make_folders


def put_blob(blobs: Path, data: bytes) -> str:
    """Writes bytes under their SHA-256 and gives it; a reader never sees half a blob."""
    digest = sha256(data)
    target = blobs / digest
    if target.exists():
        return digest
    make_folders(blobs)
    handle, temporary = tempfile.mkstemp(dir=blobs, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileExistsError):  # another trace put the same bytes
            os.link(temporary, target)
    finally:
        os.unlink(temporary)
    return digest


def sha256(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def canonical(document: object) -> bytes:
    """JSON with sorted keys and no blanks, in UTF-8: the same document gives the same bytes."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
        "utf-8"
    )
