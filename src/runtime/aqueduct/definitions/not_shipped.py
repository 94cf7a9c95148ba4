"""What an operator used of the user's folder that does not ship with it, and what to do about that."""

from __future__ import annotations

import posixpath
from datetime import datetime, timedelta, timezone
from typing import Optional

MOST = 20
"""Of an operator that uses a thousand files, as many are named."""

_noted: dict[tuple[str, str], Optional[str]] = {}
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def note(path: str, use: str, changed: Optional[int] = None) -> None:
    """Notes a file or folder by its path from the folder; `use` is one of `read`, `listed`, `looked at`, `imported`.

    `changed`: when it changed last, in nanoseconds since 1970; of what is listed, the one that has not changed for longest.
    """
    when = None if changed is None else _EPOCH + timedelta(microseconds=changed // 1000)
    _noted.setdefault((path, use), None if when is None else when.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))


def noted() -> list[dict[str, str]]:
    """What was noted, in that order, as docs/formats/runner.md has it; of a file that was read, not that it was looked at."""
    read = {path for path, use in _noted if use == "read"}
    told = [(path, use, at) for (path, use), at in _noted.items() if use != "looked at" or path not in read]
    return [{"path": path, "use": use, **({} if at is None else {"changedAt": at})} for path, use, at in told[:MOST]]


def named_from(path: str, own_file: str) -> Optional[str]:
    """How `file_dependencies` of an operator in `own_file` names a path, both from the folder; None for what lies above it."""
    relative = posixpath.relpath(path, posixpath.dirname(own_file) or ".")
    return None if relative == ".." or relative.startswith("../") else relative


def sentence(module: str, path: str, own_file: str) -> str:
    """Why a module that lies in the folder cannot be imported, for an operator in `own_file`."""
    parts = module.split(".")
    depth = len(parts) - (0 if path.endswith("/__init__.py") or "." not in posixpath.basename(path) else 1)
    above = path.split("/")[:-1] if "." in posixpath.basename(path) else path.split("/")
    whole = path if depth == 0 else "/".join(above[: len(above) - depth + 1])
    named = named_from(whole, own_file)
    way = "" if named is None else f", or add file_dependencies=[{named!r}] to the operator's decorator"
    return (
        f"No module named {module!r}: {path} lies in the folder, but does not ship with this operator, "
        f"since no import statement that it reaches names the module. Import it at the top of the file{way}"
    )
