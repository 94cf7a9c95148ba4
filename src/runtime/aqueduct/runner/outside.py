"""What an operator reads of the world beside its inputs: what Python's audit events tell, and what we look at ourselves."""

from __future__ import annotations

import importlib.util
import os
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Optional

from aqueduct.definitions.not_shipped import note
from aqueduct.runner.callers import Callers
from aqueduct.runner.unheard import PROCESSES, Moment, note_unheard

NETWORK = "network"
MOST_NAMED = 20
"""Of an operator that reads a thousand files, as many are named."""

_CODE = (".py", ".pyc", ".pyi", ".so", ".pyd", ".dll", ".pth")
_OURS = frozenset({".aqueduct", ".air-executor"})
_SYSTEM = tuple(
    f"/{name}/" for name in ("proc", "sys", "dev", "etc", "usr", "lib", "lib64", "bin", "System", "Library")
)
_STARTS = frozenset({"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"})
_LISTINGS = frozenset({"os.listdir", "os.scandir"})
_HEARD = frozenset({"open", "socket.connect", "sqlite3.connect"}) | _STARTS | _LISTINGS


class Outside:
    """Watches from `watch` to `ignore`; a hook cannot be taken away, so one process has one.

    Files that were `handed` to the operator do not count, nor those in `private` folders or in this Python.

    It sees files, folders, databases of SQLite and connections that Python itself opens; processes that are started;
    and, where the user's own code does it, looks at files, variables of the environment, random numbers without a seed
    and clocks. What a library opens in its own compiled code is not seen, but for the readers that `callers` knows by name.
    """

    def __init__(self, folder: Path, handed: Iterable[str], private: Iterable[Path]) -> None:
        self._folder = str(folder)
        self._real = os.path.realpath(folder)
        self._handed = {os.path.abspath(path) for path in handed}
        inside = os.path.join(self._folder, "")
        # Imports start in the folder too, where data lies beside the code.
        imports = [each for each in sys.path if not os.path.join(each, "").startswith(inside)]
        own = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), tempfile.gettempdir(), _caches()]
        self._private = _places([*own, *map(str, private)])
        # The folder may lie in one of these, such as the one for temporary files: its own files count all the same.
        self._private_within = tuple(each for each in self._private if not inside.startswith(each))
        self._imports = tuple(each for each in _places(imports) if not inside.startswith(each))
        self._written: set[str] = set()
        self._began = time.time_ns()
        self._found: dict[str, None] = {}
        self._is_watching = False
        self._busy = threading.local()
        self._callers = Callers(self._folder)
        self._before = Moment()
        note_unheard(self._look, self._note_named, lambda: self._is_watching and self._callers.is_users())
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
            path = self._path_of(details[0] or ".")
            if path is not None and not self._callers.is_python_or_us() and self._counts_folder(path):
                self._found[self._shown(path)] = None
                self._note_listing(path)
        elif event == "socket.connect":
            path = self._path_of(details[1]) if isinstance(details[1], (str, bytes)) else None
            self._found[NETWORK if path is None else self._shown(path)] = None
        else:
            self._note_file(event, details)

    def _note_file(self, event: str, details: tuple[Any, ...]) -> None:
        path = self._path_of(details[0])
        if path is None:
            return
        if event == "open" and not _reads(details[1], details[2]):
            # What is appended to holds what was there before.
            if not (_appends(details[1], details[2]) and os.path.exists(path)):
                self._written.add(path)
        elif path not in self._written and self._counts(path):
            self._found[self._shown(path)] = None
            self._note_use(path, "read")

    def _note_use(self, path: str, use: str) -> None:
        """What lies in the folder and was not handed to the operator is not there on a worker."""
        changed = _changed(path) if path.startswith(os.path.join(self._folder, "")) else None
        if changed is not None and changed < self._began:
            note(self._shown(path), use, changed)

    def _note_listing(self, folder: str) -> None:
        """A folder whose files all ship is listed the same everywhere."""
        if not os.path.join(folder, "").startswith(os.path.join(self._folder, "")):
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
        is_ours = path.startswith(os.path.join(self._folder, ""))
        if path.endswith(_CODE) and (not is_ours or path.startswith(self._imports)):
            return False
        return self._counts_folder(path)

    def _counts_folder(self, path: str) -> bool:
        is_ours = os.path.join(path, "").startswith(os.path.join(self._folder, ""))
        below = os.path.relpath(path, self._folder) if is_ours else path
        if is_ours and _OURS & set(below.split(os.sep)):
            return False
        private = self._private_within if is_ours else (*self._private, *_SYSTEM)
        return not os.path.join(path, "").startswith(private)

    def _path_of(self, given: Any) -> Optional[str]:
        """An absolute path, in the spelling of the folder where a link leads there."""
        if isinstance(given, int) or given is None:
            return None
        try:
            text = os.fsdecode(given)
        except TypeError:
            return None
        if text == "" or text.startswith(":memory:"):
            return None
        path = os.path.abspath(text)
        return self._folder + path[len(self._real) :] if f"{path}/".startswith(f"{self._real}/") else path

    def _shown(self, path: str) -> str:
        if path.endswith(".pyc"):
            path = _source_of(path)
        prefix = os.path.join(self._folder, "")
        return path[len(prefix) :] if path.startswith(prefix) else "." if path == self._folder else path


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


def _places(folders: Iterable[str]) -> tuple[str, ...]:
    return tuple(os.path.join(os.path.abspath(each), "") for each in folders if each)


def _caches() -> str:
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")


def _source_of(path: str) -> str:
    try:
        return importlib.util.source_from_cache(path)
    except ValueError:
        return path[:-1]


def _reads(mode: Any, flags: Any) -> bool:
    """Whether what is opened so gives anything that was there before: `w+` begins with nothing."""
    if isinstance(mode, str):
        return "r" in mode or "a+" in mode.replace("b", "").replace("t", "")
    if not isinstance(flags, int):
        return True
    return flags & (os.O_WRONLY | os.O_RDWR) != os.O_WRONLY and not flags & (os.O_TRUNC | os.O_EXCL)


def _appends(mode: Any, flags: Any) -> bool:
    return "a" in mode if isinstance(mode, str) else isinstance(flags, int) and bool(flags & os.O_APPEND)
