"""What a file reads of this machine while it is traced: variables of the environment, passwords, `.env` files."""

from __future__ import annotations

import functools
import getpass
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder
from types import FrameType, ModuleType
from typing import Any, Optional

from aqueduct.recording.model import Source
from aqueduct.recording.place import running_source
from aqueduct.shipping.secret_names import is_named_like_secret
from aqueduct.source_files import try_read_source

SHORTEST = 8
"""Shorter values stand in other texts by chance."""

_OWN_MODULES = frozenset({"os", "_collections_abc", "collections.abc", __name__})
_FUNCTIONS = {"keyring": ("get_password",), "dotenv": ("dotenv_values", "get_key")}


@dataclass(frozen=True)
class Reading:
    """A value that was read by `name`; `place` is that of the user's code that read it, itself or (not `is_direct`) by a library."""

    name: str
    value: str
    place: Source
    is_direct: bool = True


class EnvironmentObserver:
    """Notes what the user's code reads; a value of less than `SHORTEST` characters is not told from other texts."""

    def __init__(self, is_user_file: Callable[[str], bool], shown: Callable[[str], str]) -> None:
        self.readings: dict[Reading, None] = {}
        self._is_user_file = is_user_file
        self._shown = shown
        self._class: Any = type(os.environ)
        self._get = self._class.__getitem__
        self._getpass = getpass.getpass

    def install(self) -> None:
        """Begins to observe."""
        get, note = self._get, self._note

        def observed(environment: Any, key: Any) -> Any:
            value = get(environment, key)
            note(str(key), value)
            return value

        self._class.__getitem__ = observed
        getpass.getpass = self._observed("password", getpass.getpass)
        sys.meta_path.insert(0, self)

    def remove(self) -> None:
        """Ends what `install` began."""
        sys.meta_path.remove(self)
        getpass.getpass = self._getpass
        self._class.__getitem__ = self._get

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Called by the import system: the functions of packages that read secrets are observed once their module has run."""
        spec = PathFinder.find_spec(name, path, target) if name in _FUNCTIONS else None
        if spec is None or spec.loader is None:
            return None
        execute: Any = spec.loader.exec_module

        def executed(module: ModuleType) -> None:
            execute(module)
            for function in _FUNCTIONS[name]:
                setattr(module, function, self._observed("password", getattr(module, function)))

        spec.loader.exec_module = executed  # type: ignore[method-assign]
        return spec

    def _observed(self, name: str, function: Any) -> Any:
        @functools.wraps(function)
        def observed(*args: Any, **keywords: Any) -> Any:
            given = function(*args, **keywords)
            for value in given.values() if isinstance(given, Mapping) else [given]:
                self._note(name, value)
            return given

        return observed

    def _note(self, name: str, value: object) -> None:
        if not isinstance(value, str) or len(value) < SHORTEST:
            return
        frame = _reader()
        if frame is None:
            return
        is_direct = self._is_user_file(frame.f_code.co_filename)
        if not is_direct:
            # Libraries read a lot for themselves; what they read by such a name they were asked for.
            frame = self._user_frame(frame) if is_named_like_secret(name) else None
        if frame is not None:
            source = try_read_source(frame.f_code.co_filename)
            if source is not None:
                place = running_source(frame, source, self._shown(frame.f_code.co_filename))
                self.readings[Reading(name, value, place, is_direct)] = None

    def _user_frame(self, frame: Optional[FrameType]) -> Optional[FrameType]:
        while frame is not None and "importlib" not in frame.f_code.co_filename:
            if self._is_user_file(frame.f_code.co_filename):
                return frame
            frame = frame.f_back
        return None


def _reader() -> Optional[FrameType]:
    """The nearest frame that asks for a value; None where it only asks whether there is one."""
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None and frame.f_globals.get("__name__") in _OWN_MODULES:
        if frame.f_code.co_name == "__contains__":
            return None
        frame = frame.f_back
    return frame
