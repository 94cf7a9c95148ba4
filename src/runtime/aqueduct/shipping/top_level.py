"""What the top level of a file does beside recording operators: what it makes, and what it sets on that afterwards."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any, Optional

from aqueduct.error import CannotShipError
from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.captured_value import Names, capture_value
from aqueduct.shipping.loading_order import needed_while_making
from aqueduct.shipping.objects import is_wrapper
from aqueduct.shipping.pickling import Defined, digest_of
from aqueduct.shipping.pieces import FilePieces, Piece
from aqueduct.shipping.shipment import CapturedValue
from aqueduct.shipping.snapshots import Snapshots, put_hook

FIRST = " (at first)"
_LOGGING = logging.__name__


class TopLevel:
    """Watches the top level of a file while it is traced."""

    def __init__(self, pieces: FilePieces, defined: Defined, folder: Path, is_user_file: Callable[[str], bool]) -> None:
        self.watched = needed_while_making(pieces)
        self.bound = _lines_of_values(pieces, self.watched)
        self._first: dict[str, list[tuple[int, tuple[CapturedValue, Names, Names]]]] = {}
        self.snapshots = Snapshots(lambda value: digest_of(value, defined, folder), self._is_own)
        self.noted: list[tuple[str, Piece]] = []
        self._pieces = pieces
        self.made: dict[tuple[str, int], object] = {}
        self._registering = pieces.registering
        self._defined = defined
        self._folder = folder
        self._is_user_file = is_user_file
        self._loggers: dict[str, logging.Logger] = {}
        self._set_level = logging.Logger.setLevel

    def start(self) -> None:
        """Begins to watch."""
        put_hook(self._bound)
        set_level, note = self._set_level, self._note_level

        def noted(logger: logging.Logger, level: Any) -> None:
            set_level(logger, level)
            note(logger)

        logging.Logger.setLevel = noted  # type: ignore[method-assign,assignment]

    def stop(self) -> None:
        """Ends what `start` began."""
        put_hook(None)
        logging.Logger.setLevel = self._set_level  # type: ignore[method-assign]

    def imported(self, module: ModuleType) -> None:
        """Takes a module of the workspace that has just been executed."""
        self.snapshots.take_module(module)

    def first_before(self, name: str, piece: Piece) -> Optional[tuple[CapturedValue, Names, Names]]:
        """A value as it was when a definition was made, by the last statement before it that bound the value."""
        before = [captured for line, captured in self._first.get(name, []) if line <= piece.line]
        return before[-1] if before else None

    def levels(self) -> dict[str, int]:
        """The levels of the loggers to which the user's files gave one, "" for the root."""
        return {name: logger.level for name, logger in sorted(self._loggers.items())}

    def _is_own(self, kind: type) -> bool:
        file = getattr(sys.modules.get(kind.__module__), "__file__", None)
        return file is not None and self._is_user_file(str(file))

    def _bound(self, name: str, value: object) -> None:
        line = sys._getframe(1).f_lineno
        if not name:
            self.snapshots.before_definition()
            return
        self.made[name, line] = value
        self._note_registrations(line)
        if isinstance(value, (type, FunctionType, DecoratedFunction)) or is_wrapper(value):
            if getattr(value, "__module__", None) == "__main__":
                self.snapshots.take(value)
        elif name in self.watched:
            try:
                captured = capture_value(name + FIRST, value, self._defined, self._folder)
            except CannotShipError:
                return  # told where an operator turns out to need it
            self._first.setdefault(name, []).append((line, captured))

    def _note_registrations(self, line: int) -> None:
        for owner, piece in self._registering:
            # What comes with an import is made without this file: what is registered with it here is state.
            is_defined_here = any(each.kind == "definition" for each in self._pieces.named(owner))
            if is_defined_here and piece.contains(line):
                self.snapshots.registered_by_text(self._defined(owner))
        piece_here = self._pieces.definition_at(line)
        if piece_here is not None and not piece_here.is_assignment():
            changed = self.snapshots.after_definition()
            self.noted += [(owner.__name__, piece_here) for owner in changed if isinstance(owner, type)]

    def _note_level(self, logger: logging.Logger) -> None:
        frame: Optional[FrameType] = sys._getframe(2)
        while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _LOGGING:
            frame = frame.f_back
        if frame is not None and self._is_user_file(frame.f_code.co_filename):
            self._loggers["" if isinstance(logger, logging.RootLogger) else logger.name] = logger


def _lines_of_values(pieces: FilePieces, watched: frozenset[str]) -> dict[str, int]:
    """The line that binds each of these names first, of those that no definition or import binds."""
    values = [name for name in sorted(watched & pieces.bound_lines.keys())]
    return {
        name: min(pieces.bound_lines[name])
        for name in values
        if all(each.is_assignment() for each in pieces.named(name))
    }
