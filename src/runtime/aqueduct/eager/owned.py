"""The one way to open files that decide what runs or where a secret goes, as `src/platform/ownedFile.ts` does it.

A file is opened first, and what was opened is judged: owner, mode, links, kind and size. git's `safe.directory` is the model.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from aqueduct import formats
from aqueduct.error import InvalidResourceException

TRUST_VARIABLE = "AQUEDUCT_TRUST_FOLDERS"
_LIST_LIMIT = 1024 * 1024


class NotTrusted(InvalidResourceException):
    """A file was refused; the message says which check failed, on which path, and how to allow it."""


def read_owned(path: Path, folder: Path, limit: int) -> Optional[bytes]:
    """A file's bytes; None where it is not there. Raises NotTrusted where it is not the user's own.

    `folder` is what a user trusts, and what links must not lead out of; `limit` is in bytes.
    """
    real = Path(os.path.realpath(path))
    if not _is_within(real, folder):
        _refuse(path, f"leads out of {folder}, to {real}", folder)
    handle = _open(real)
    if handle is None:
        return None
    try:
        facts = os.fstat(handle)
        _check_kind(path, facts, limit)
        objection = _objection(facts)
        if objection is not None:
            _refuse(path, objection, folder)
        return _content(handle, path, limit)
    finally:
        os.close(handle)


def ends_search(folder: Path) -> bool:
    """Whether a search upwards ends at a folder: a repository's root, or what lies above is another's or everybody's."""
    if (folder / ".git").exists() or folder.parent == folder:
        return True
    if os.name == "nt":
        return False
    try:
        here, above = folder.stat(), folder.parent.stat()
    except OSError:
        return True
    return here.st_uid != above.st_uid or above.st_mode & 0o1002 == 0o1002


def is_trusted(folder: Path) -> bool:
    """Whether the user takes a folder as it is, whoever owns what lies in it: by `aqueduct trust`, or by the variable."""
    named = [name for name in os.environ.get(TRUST_VARIABLE, "").split(os.pathsep) if name]
    return "*" in named or any(_is_within(folder, Path(name)) for name in [*named, *_listed()])


def data_folder() -> Optional[Path]:
    """Where Aqueduct keeps what is the user's own; None where the user has no home."""
    home = os.path.expanduser("~")
    has_home = home != "~"
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA") or (os.path.join(home, "AppData", "Local") if has_home else None)
        return None if local is None else Path(local, "Aqueduct")
    if sys.platform == "darwin":
        return Path(home, "Library", "Application Support", "Aqueduct") if has_home else None
    base = os.environ.get("XDG_DATA_HOME") or (os.path.join(home, ".local", "share") if has_home else None)
    return None if base is None else Path(base, "aqueduct")


def read_user_file(path: Path) -> Optional[bytes]:
    """The bytes of a file in the user's own data folder; None where it is not there.

    Raises NotTrusted where others can change it, which no trust makes up for.
    """
    handle = _open(path)
    if handle is None:
        return None
    try:
        facts = os.fstat(handle)
        _check_kind(path, facts, _LIST_LIMIT)
        objection = _objection(facts)
        if objection is not None:
            raise NotTrusted(f"{path} {objection}, so it is not used. Delete it: it is made anew")
        return _content(handle, path, _LIST_LIMIT)
    finally:
        os.close(handle)


def _listed() -> Sequence[str]:
    folder = data_folder()
    path = None if folder is None else folder / "trusted-folders.json"
    content = None if path is None else read_user_file(path)
    if content is None:
        return []
    try:
        return list(formats.read_text("trusted-folders", content, str(path))["folders"])
    except formats.Unreadable as error:
        instead = "" if error.newer is not None else " Fix it, or delete it and trust your folders again"
        raise NotTrusted(f"{error}{instead}") from None


def _open(path: Path) -> Optional[int]:
    """Neither through a link at its end, nor waiting for the other end of a pipe; None where it is not there."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO, errno.EISDIR):
            raise NotTrusted(f"{path} is not a regular file, so it is not used. Move it away") from error
        raise


def _check_kind(path: Path, facts: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise NotTrusted(f"{path} is not a regular file, so it is not used. Move it away")
    if facts.st_size > limit:
        raise NotTrusted(f"{path} is larger than {limit // 1024} KB, so it is not used. Move it away")


def _objection(facts: os.stat_result) -> Optional[str]:
    if sys.platform == "win32":
        return None  # other rights than owner and mode
    if facts.st_uid not in (os.getuid(), 0):
        return f"belongs to the user with number {facts.st_uid}, not to you (number {os.getuid()})"
    mode = stat.S_IMODE(facts.st_mode)
    if mode & 0o002:
        return f"can be written by everybody (mode {mode:03o})"
    if mode & 0o020 and not _is_private_group(facts.st_gid):
        return f"can be written by the group with number {facts.st_gid} (mode {mode:03o})"
    return None


def _is_private_group(gid: int) -> bool:
    """Many systems give each user a group of their own, and make files that this group may write."""
    if sys.platform == "win32" or not gid == os.getgid() == os.getuid():
        return False
    import grp
    import pwd

    try:
        name = pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        name = ""
    try:
        return all(member == name for member in grp.getgrgid(gid).gr_mem)
    except KeyError:
        return True


def _refuse(path: Path, what: str, folder: Path) -> None:
    if is_trusted(folder):
        return
    word = str(folder)
    if not re.fullmatch(r"[A-Za-z0-9_@%+=:,./-]+", word):
        word = "'" + word.replace("'", "'\\''") + "'"
    raise NotTrusted(
        f"{path} {what}, so it is not used. If you trust everybody who can write there, allow its folder: "
        f"aqueduct trust {word} (in CI and containers: {TRUST_VARIABLE}={word}; in VS Code: open the folder and trust it)"
    )


def _is_within(path: Path, folder: Path) -> bool:
    inside = os.path.join(os.path.realpath(folder), "")
    return os.path.join(os.path.realpath(path), "").startswith(inside)


def _content(handle: int, path: Path, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while size <= limit:
        piece = os.read(handle, min(64 * 1024, limit + 1 - size))
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
    raise NotTrusted(f"{path} grew beyond {limit // 1024} KB while it was read. Move it away")
