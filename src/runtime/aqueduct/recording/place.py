"""Where a call stands in the user's text."""

from __future__ import annotations

import ast
import inspect
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Optional

from aqueduct.recording.model import Source
from aqueduct.source_files import FunctionNode, SourceFile, first_line, shown_path, try_read_source

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def user_frames(is_user_file: Callable[[str], bool]) -> Iterator[FrameType]:
    """The frames of the user's own code, nearest first; in a thread of a pool those of the main thread come last, which waits."""
    frame: Optional[FrameType] = sys._getframe(1)
    main = threading.main_thread()
    waiting = None if main is threading.current_thread() else sys._current_frames().get(main.ident or 0)
    for first in (frame, waiting):
        frame = first
        while frame is not None:
            if is_user_file(frame.f_code.co_filename):
                yield frame
            frame = frame.f_back


def module_frame() -> Optional[tuple[FrameType, int]]:
    """The nearest frame that runs the top level of a module that is not ours or the import system's, and its line.

    In the body of a class that stands at the top level it is the line there.
    """
    frame: Optional[FrameType] = sys._getframe(1)
    line_in_class: Optional[int] = None
    while frame is not None:
        name = frame.f_code.co_filename
        if frame.f_code.co_name == "<module>" and not name.startswith((PACKAGE, "<frozen ")):
            return frame, line_in_class or frame.f_lineno
        in_function = bool(frame.f_code.co_flags & inspect.CO_OPTIMIZED)  # the body of a class is not optimised
        line_in_class = None if in_function else line_in_class or frame.f_lineno
        frame = frame.f_back
    return None


def nearest_frame() -> Optional[FrameType]:
    """The nearest frame that is not ours."""
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame = frame.f_back
    return frame


def call_source(folder: Path, is_user_file: Callable[[str], bool]) -> Optional[Source]:
    """The range of the call that the user's nearest frame is in; None where no user code is on the stack."""
    for frame in user_frames(is_user_file):
        source = try_read_source(frame.f_code.co_filename)
        if source is not None:
            return _call_range(frame, source, shown_path(source.path, folder))
    return None


def decorated_def(frame: FrameType) -> Optional[FunctionNode]:
    """The `def` whose decorators the frame is just applying."""
    source = try_read_source(frame.f_code.co_filename)
    return None if source is None else source.index.decorated_by_line.get(frame.f_lineno)


def def_of_code(code: CodeType) -> Optional[ast.expr | ast.stmt]:
    """The `def` or lambda that a code object was compiled from."""
    source = try_read_source(code.co_filename)
    if source is None:
        return None
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if first_line(node) == code.co_firstlineno and node.name == code.co_name:
                return node
        elif isinstance(node, ast.Lambda) and node.lineno == code.co_firstlineno and code.co_name == "<lambda>":
            return node
    return None


def _call_range(frame: FrameType, source: SourceFile, shown: str) -> Source:
    end = _end_position(frame)
    call = None if end is None else source.index.calls_by_end.get(end)
    call = call or source.index.calls_by_line.get(frame.f_lineno)
    return Source(shown, frame.f_lineno, 1, frame.f_lineno, 1) if call is None else source.range_of(call, shown)


def running_source(frame: FrameType, source: SourceFile, shown: str) -> Source:
    """The range of the expression that a frame is at; before Python 3.11 that of its call, or the line."""
    if hasattr(frame.f_code, "co_positions"):
        line, end_line, column, end_column = _positions(frame.f_code)[frame.f_lasti // 2]
        if None not in (line, end_line, column, end_column):
            return Source(shown, line, source.column(line, column), end_line, source.column(end_line, end_column))
    return _call_range(frame, source, shown)


def _end_position(frame: FrameType) -> Optional[tuple[int, int]]:
    """Where the running instruction's text ends; Python tells from 3.11 on."""
    if not hasattr(frame.f_code, "co_positions"):
        return None
    _, end_line, _, end_column = _positions(frame.f_code)[frame.f_lasti // 2]
    return None if end_line is None or end_column is None else (end_line, end_column)


def _positions(code: Any) -> list[tuple[Any, Any, Any, Any]]:
    """The positions of all instructions, kept by identity: code objects compare by their whole content."""
    known = _positions_of.get(id(code))
    if known is None:
        known = (code, list(code.co_positions()))
        _positions_of[id(code)] = known
    return known[1]


_positions_of: dict[int, tuple[CodeType, list[tuple[Any, Any, Any, Any]]]] = {}
