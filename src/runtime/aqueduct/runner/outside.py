"""What an operator reads of the world beside its inputs: what Python's audit events tell, and what we look at ourselves."""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Optional

from aqueduct.definitions.not_shipped import note
from aqueduct.runner.callers import Callers
from aqueduct.runner.places import Places
from aqueduct.runner.unheard import PROCESSES, Moment, note_unheard, path_of_descriptor

NETWORK = "network"
MOST_NAMED = 20
"""Of an operator that reads a thousand files, as many are named."""

_CODE = (".py", ".pyc", ".pyi", ".so", ".pyd", ".dll", ".pth")
_STARTS = frozenset({"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"})
_LISTINGS = frozenset({"os.listdir", "os.scandir"})
_HEARD = frozenset({"open", "os.mkdir", "socket.connect", "sqlite3.connect"}) | _STARTS | _LISTINGS


class Outside:
    """Watches from `watch` to `ignore`; a hook cannot be taken away, so one process has one.

    Files that were `handed` to the operator do not count, nor those in `private` folders or in this Python.

    It sees files, folders, databases of SQLite and connections that Python itself opens; processes that are started;
    and, where the user's own code does it, looks at files, variables of the environment, random numbers without a seed
    and clocks. What a library opens in its own compiled code is not seen, but for the readers that `callers` knows by name.
    """

    def __init__(self, folder: Path, handed: Iterable[str], private: Iterable[Path]) -> None:
        self._places = Places(folder, private)
        self._handed = {self._places.named(os.path.abspath(path)) for path in handed}
        self._written: set[str] = set()
        self._made: set[str] = set()
        self._began = time.time_ns()
        self._found: dict[str, None] = {}
        self._is_watching = False
        self._busy = threading.local()
        self._callers = Callers(str(folder))
        self._before = Moment()
        tempfile.gettempdir()  # that Python looks for the place of temporary files is no news
        is_users = lambda: self._is_watching and self._callers.is_users()  # noqa: E731
        note_unheard(self._look, self._note_named, self._open_at, is_users)
        sys.addaudithook(self._hear)

    def watch(self, function: Any = None) -> None:
        """From now on; `function` is the user's, where it is about to be called."""
        self._is_watching = True
        if function is not None:
            for name in self._callers.telling_names(function):
                self._found[name] = None
            self._before = Moment()

    def ignore(self) -> None:
        """No more."""
        self._is_watching = False
        for name in Moment().differences(self._before):
            self._found[name] = None

    @property
    def found(self) -> list[str]:
        """Files, those under the folder relative to it, `network` and the like; in the order in which they were read first."""
        return list(self._found)[:MOST_NAMED]

    def _hear(self, event: str, details: tuple[Any, ...]) -> None:
        if not self._is_watching or event not in _HEARD or getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            self._note(event, details)
        finally:
            self._busy.now = False

    def _note(self, event: str, details: tuple[Any, ...]) -> None:
        if event in _STARTS:
            self._found[PROCESSES] = None
        elif event in _LISTINGS:
            path = self._path_of(path_of_descriptor(details[0]) if isinstance(details[0], int) else details[0] or ".")
            if path is not None and not self._callers.is_python_or_us() and self._counts_folder(path):
                self._found[self._places.shown(path)] = None
                self._note_listing(path)
        elif event == "os.mkdir":
            path = self._path_of(details[0])
            if path is not None and not os.path.lexists(path):
                self._made.add(os.path.join(path, ""))
        elif event == "socket.connect":
            path = self._path_of(details[1]) if isinstance(details[1], (str, bytes)) else None
            self._found[NETWORK if path is None else self._shown(path)] = None
        else:
            self._note_file(event, details)

    def _note_file(self, event: str, details: tuple[Any, ...]) -> None:
        path = self._path_of(details[0])
        if path is None:
            return
        if event == "open" and _makes(path, details[1], details[2]):
            self._written.add(path)
            return
        reads = event != "open" or _reads(path, details[1], details[2])
        if reads and path not in self._written and self._counts(path):
            self._found[self._shown(path)] = None
            self._note_use(path, "read")

    def _note_use(self, path: str, use: str) -> None:
        """What lies in the folder and was not handed to the operator is not there on a worker."""
        changed = _changed(path) if self._places.is_ours(path) else None
        if changed is not None and changed < self._began:
            note(self._shown(path), use, changed)

    def _note_listing(self, folder: str) -> None:
        """A folder whose files all ship is listed the same everywhere."""
        if not self._places.is_ours(os.path.join(folder, "")):
            return
        lacking = [path for path in _paths_in(folder) if path not in self._written and self._lacks(path)]
        changed = [at for at in map(_changed, lacking) if at is not None and at < self._began]
        if changed:
            note(self._shown(folder), "listed", min(changed))

    def _lacks(self, path: str) -> bool:
        """Whether a file, or a folder without one that was handed, is missed in a listing: code and hidden ones are not."""
        if os.path.basename(path).startswith((".", "__")) or path.endswith(_CODE):
            return False
        if not os.path.isdir(path):
            return self._counts(path)
        return not any(each.startswith(os.path.join(path, "")) for each in self._handed) and self._counts_folder(path)

    def _open_at(self, path: str, flags: int, opened: Callable[[], int]) -> int:
        """Opens a file by a path that we know better than its audit event does."""
        is_busy, self._busy.now = getattr(self._busy, "now", False), True
        try:
            if self._is_watching and not is_busy:
                self._note_file("open", (path, None, flags))
            return opened()
        finally:
            self._busy.now = is_busy

    def _look(self, given: Any) -> None:
        """The user's own code asks whether a path is there, how large it is, where it leads."""
        path = self._path_of(given)
        if path is None or path in self._written or getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            if self._counts(path):
                self._found[self._shown(path)] = None
                self._note_use(path, "looked at")
        finally:
            self._busy.now = False

    def _note_named(self, name: str) -> None:
        self._found[name] = None

    def _counts(self, path: str) -> bool:
        if path.endswith(".pyc"):
            path = _source_of(path)
        if path in self._handed or os.path.isdir(path):
            return False
        if path.endswith(_CODE) and self._places.is_code_of_environment(path):
            return False
        return self._counts_folder(path)

    def _counts_folder(self, path: str) -> bool:
        """Not one that it made itself, nor what lies there."""
        is_made = any(os.path.join(path, "").startswith(made) for made in self._made)
        return not is_made and self._places.counts(path)

    def _shown(self, path: str) -> str:
        return self._places.shown(_source_of(path) if path.endswith(".pyc") else path)

    def _path_of(self, given: Any) -> Optional[str]:
        path = _absolute(given)
        return None if path is None else self._places.named(path)


def _changed(path: str) -> Optional[int]:
    """When a file was written, renamed or made, in nanoseconds; None where there is none.

    What has changed since the operator began it has made itself, in whatever way.
    """
    try:
        return os.stat(path).st_ctime_ns
    except OSError:
        return None


def _paths_in(folder: str) -> list[str]:
    return [os.path.join(folder, name) for name in os.listdir(folder)] if os.path.isdir(folder) else []


def _source_of(path: str) -> str:
    try:
        return importlib.util.source_from_cache(path)
    except ValueError:
        return path[:-1]


def _absolute(given: Any) -> Optional[str]:
    if isinstance(given, int) or given is None:
        return None
    try:
        text = os.fsdecode(given)
    except TypeError:
        return None
    return None if text == "" or text.startswith(":memory:") else os.path.abspath(text)


def _makes(path: str, mode: Any, flags: Any) -> bool:
    """Whether nothing of what was there before can be read: there was nothing, or it is thrown away or written over."""
    flags = flags if isinstance(flags, int) else 0
    if flags & os.O_EXCL:
        return not os.path.lexists(path)
    if flags & os.O_TRUNC:
        return True
    return _only_writes(mode, flags) and not (flags & os.O_APPEND and os.path.exists(path))


def _reads(path: str, mode: Any, flags: Any) -> bool:
    """Whether it matters what is there: it is read, or it is in the way of what is to be made."""
    flags = flags if isinstance(flags, int) else 0
    return not _only_writes(mode, flags) or bool(flags & os.O_EXCL and os.path.lexists(path))


def _only_writes(mode: Any, flags: int) -> bool:
    if isinstance(mode, str):
        return "r" not in mode and "+" not in mode
    return flags & (os.O_WRONLY | os.O_RDWR) == os.O_WRONLY
