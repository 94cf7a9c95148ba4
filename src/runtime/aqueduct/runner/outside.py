"""What an operator reads of the world beside its inputs, as Python's audit events tell."""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Optional

NETWORK = "network"
MOST_NAMED = 20
"""Of an operator that reads a thousand files, as many are named."""

_CODE = (".py", ".pyc", ".pyi", ".so", ".pyd", ".dll", ".pth")
_SYSTEM = tuple(
    f"/{name}/" for name in ("proc", "sys", "dev", "etc", "usr", "lib", "lib64", "bin", "System", "Library")
)


class Outside:
    """Watches from `watch` to `ignore`; a hook cannot be taken away, so one process has one.

    Files that were `handed` to the operator do not count, nor those in `private` folders, in this Python, or hidden.

    It sees files that Python itself opens, SQLite databases and connections of Python's sockets. Not what a library
    opens in its own compiled code, nor what another process does.
    """

    def __init__(self, folder: Path, handed: Iterable[str], private: Iterable[Path]) -> None:
        self._folder = str(folder)
        self._handed = {os.path.abspath(path) for path in handed}
        inside = os.path.join(self._folder, "")
        # Imports start in the folder too, where data lies beside the code.
        imports = [each for each in sys.path if not os.path.join(each, "").startswith(inside)]
        own = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), tempfile.gettempdir(), *imports]
        places = [os.path.join(os.path.abspath(each), "") for each in (*own, *map(str, private)) if each]
        # The folder may lie in one of these, such as the one for temporary files: its own files count all the same.
        self._private = tuple(each for each in places if not inside.startswith(each))
        self._written: set[str] = set()
        self._found: dict[str, None] = {}
        self._is_watching = False
        self._busy = threading.local()
        sys.addaudithook(self._hear)

    def watch(self) -> None:
        """From now on."""
        self._is_watching = True

    def ignore(self) -> None:
        """No more."""
        self._is_watching = False

    @property
    def found(self) -> list[str]:
        """Files, those under the folder relative to it, and `network`; in the order in which they were read first."""
        return list(self._found)[:MOST_NAMED]

    def _hear(self, event: str, details: tuple[Any, ...]) -> None:
        if not self._is_watching or event not in ("open", "socket.connect", "sqlite3.connect"):
            return
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            self._note(event, details)
        finally:
            self._busy.now = False

    def _note(self, event: str, details: tuple[Any, ...]) -> None:
        if event == "socket.connect":
            if isinstance(details[1], tuple):
                self._found[NETWORK] = None
            return
        path = _path_of(details[0])
        if path is None:
            return
        if event == "open" and not _reads(details[1], details[2]):
            self._written.add(path)
        elif path not in self._written and self._counts(path):
            self._found[self._shown(path)] = None

    def _counts(self, path: str) -> bool:
        if path in self._handed or path.endswith(_CODE) or os.path.isdir(path):
            return False
        is_ours = path.startswith(os.path.join(self._folder, ""))
        below = os.path.relpath(path, self._folder) if is_ours else path
        if any(part.startswith(".") for part in below.split(os.sep)):
            return False
        return not path.startswith(self._private) and (is_ours or not path.startswith(_SYSTEM))

    def _shown(self, path: str) -> str:
        prefix = os.path.join(self._folder, "")
        return path[len(prefix) :] if path.startswith(prefix) else path


def _path_of(given: Any) -> Optional[str]:
    if isinstance(given, int) or given is None:
        return None
    try:
        text = os.fsdecode(given)
    except TypeError:
        return None
    return None if text == "" or text.startswith(":memory:") else os.path.abspath(text)


def _reads(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str):
        return "r" in mode or "+" in mode
    return not isinstance(flags, int) or flags & (os.O_WRONLY | os.O_RDWR) != os.O_WRONLY
