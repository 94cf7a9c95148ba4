"""What operators log: INFO and above goes to stderr, until the user's code sets logging up itself."""

from __future__ import annotations

import functools
import logging
import sys
from typing import Any

FORMAT = "%(levelname)-5s %(name)s: %(message)s"
_handle = logging.Logger.callHandlers
_configure = logging.basicConfig
_last_resort = logging.lastResort


def show_logs() -> None:
    """From now on, in this process: a record that no handler of the user's takes is written to stderr, from INFO on.

    The root logger has no handler of ours, so that `basicConfig` and the like find it as in any script, and its level is Python's
    own again once it is given a handler or a level. May be called again.
    """
    if logging.Logger.callHandlers is not _handle:
        return
    logging.Logger.callHandlers = _handle_or_show  # type: ignore[method-assign, assignment]
    logging.basicConfig = _basic_config
    root = logging.getLogger()
    if type(root) is logging.RootLogger and root.level == logging.WARNING and not root.handlers:
        root.setLevel(logging.INFO)
        root.__class__ = _Root


@functools.wraps(_configure)
def _basic_config(**given: Any) -> None:
    """`logging.info` and its like set logging up where nobody has: that is not the user's doing."""
    if sys._getframe(1).f_globals is not vars(logging):
        _configure(**given)


class _Root(logging.RootLogger):
    """The root logger while nobody has set logging up: its level is ours."""

    def setLevel(self, level: Any) -> None:
        self.__class__ = logging.RootLogger  # type: ignore[assignment]
        logging.RootLogger.setLevel(self, level)

    def addHandler(self, hdlr: logging.Handler) -> None:
        if not isinstance(hdlr, logging.NullHandler):
            self.setLevel(logging.WARNING)
        logging.RootLogger.addHandler(self, hdlr)


class _ToStderr(logging.Handler):
    """Writes to what is `sys.stderr` at the time, as Python does with what nobody handles."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except Exception:  # noqa: BLE001 - a message that cannot be formatted: logging says so, in its own way
            self.handleError(record)


class _Format(logging.Formatter):
    """`logging.getLogger(__name__)` of the workflow file is called as it is where the file is run by hand."""

    def format(self, record: logging.LogRecord) -> str:
        first, dot, rest = record.name.partition(".")
        if first == "aqueduct_workflow":
            record = logging.makeLogRecord({**vars(record), "name": f"__main__{dot}{rest}"})
        return super().format(record)


_ours = _ToStderr()
_ours.setFormatter(_Format(FORMAT))


def _handle_or_show(logger: logging.Logger, record: logging.LogRecord) -> None:
    if logging.lastResort is not _last_resort or _is_handled(logger):
        _handle(logger, record)
    else:
        _ours.handle(record)


def _is_handled(logger: logging.Logger) -> bool:
    """Whether a handler takes records of a logger, in which libraries' `NullHandler` does not count."""
    current: Any = logger
    while current is not None:
        if any(not isinstance(handler, logging.NullHandler) for handler in current.handlers):
            return True
        current = current.parent if current.propagate else None
    return False
