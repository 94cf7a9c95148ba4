"""The user's own frames of an exception, and the traceback as it goes to the log."""

from __future__ import annotations

import functools
import inspect
import linecache
import os
import sys
import sysconfig
import traceback
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Callable, Optional

from aqueduct.runner.failures import Frame

_MAX_FRAMES = 60
_NOT_CODE = frozenset({"site-packages", ".aqueduct", ".air-executor"})
"""Folders inside of the user's that hold code of others; the module that an attempt writes stands in the last one."""
_IMPORTING = "<frozen importlib._bootstrap"
_RUNTIME = str(Path(__file__).resolve().parents[2])


class UserCode:
    """Tells the user's frames from those of libraries and of the runtime."""

    def __init__(self, folder: Path, code: Optional[CodeType] = None, shown_file: Optional[str] = None) -> None:
        """`code` is the operator's own function, wherever it was compiled; it is shown as `shown_file`."""
        self._folder = os.path.realpath(folder)
        self._own_file = code.co_filename if code else None
        self._shown_file = shown_file
        foreign = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
        self._foreign = (*(os.path.realpath(path) for path in {*foreign, sys.prefix} if path), _RUNTIME)

    def frames(self, error: BaseException) -> tuple[Frame, ...]:
        """The user's frames, outermost first; of a very deep recursion only both ends."""
        found = [
            Frame(self._shown(frame.f_code.co_filename), line, frame.f_code.co_name, self._text(frame, line))
            for frame, line in traceback.walk_tb(error.__traceback__)
            if self.owns(frame.f_code.co_filename)
        ]
        if isinstance(error, SyntaxError) and error.filename and self.owns(error.filename):
            found.append(Frame(self._shown(error.filename), error.lineno or 1, "<module>", (error.text or "").strip()))
        half = _MAX_FRAMES // 2
        return tuple(found if len(found) <= _MAX_FRAMES else found[:half] + found[-half:])

    def definition(self, function: Callable[..., object]) -> tuple[Frame, ...]:
        """The line on which a function begins: where its result is to blame and no exception has a frame."""
        code = code_of(function)
        if code is None:
            return ()
        line = code.co_firstlineno
        return (
            Frame(self._shown(code.co_filename), line, code.co_name, linecache.getline(code.co_filename, line).strip()),
        )

    def owns(self, file: str) -> bool:
        """True for a file of the user's folder that belongs to no environment inside it."""
        if file == self._own_file:
            return True
        if not os.path.isabs(file) and not os.path.exists(file):
            return False  # compiled libraries and the import system name files that are nowhere
        path = os.path.realpath(file)
        if not _under(path, self._folder):
            return False
        inside = os.path.relpath(path, self._folder).split(os.sep)
        return not _NOT_CODE.intersection(inside) and not any(
            _under(path, each) for each in self._foreign if _under(each, self._folder)
        )

    def traceback_text(self, error: BaseException) -> str:
        """The traceback as Python prints it, from the user's first frame on; what we refuse ends where it was asked for."""
        begin: Optional[TracebackType] = error.__traceback__
        while begin is not None and not self.owns(begin.tb_frame.f_code.co_filename):
            begin = begin.tb_next
        printed = traceback.TracebackException(type(error), error, begin)
        if printed.stack and _under(printed.stack[-1].filename, _RUNTIME):
            while printed.stack and printed.stack[-1].filename.startswith((_RUNTIME, _IMPORTING)):
                printed.stack.pop()
        return "".join(printed.format())

    def _shown(self, file: str) -> str:
        if file == self._own_file and self._shown_file is not None:
            return self._shown_file
        path = os.path.realpath(file)
        return Path(path).relative_to(self._folder).as_posix() if _under(path, self._folder) else file

    def _text(self, frame: FrameType, line: int) -> str:
        return linecache.getline(frame.f_code.co_filename, line, frame.f_globals).strip()


def code_of(function: object) -> Optional[CodeType]:
    """The code that a call runs, of partial functions and objects that can be called too; None where it is not Python's."""
    while isinstance(function, functools.partial):
        function = function.func
    called = function if hasattr(function, "__code__") else inspect.getattr_static(type(function), "__call__", None)
    code = getattr(called, "__code__", None)
    return code if isinstance(code, CodeType) else None


def causes(error: BaseException) -> list[BaseException]:
    """The exceptions that an exception names as its causes, nearest first, as Python would print them."""
    found: list[BaseException] = []
    seen = {id(error)}
    current = error
    while True:
        cause = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        if cause is None or id(cause) in seen:
            return found
        seen.add(id(cause))
        found.append(cause)
        current = cause


def _under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
