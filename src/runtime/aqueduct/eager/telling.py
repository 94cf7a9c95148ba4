"""What a file that is run by hand says beside its own output: on stderr, without frames of ours."""

from __future__ import annotations

import re
import sys
import traceback
from types import TracebackType
from typing import Optional

from aqueduct.error import Error
from aqueduct.recording.place import PACKAGE


def tell(sentence: str) -> None:
    """Says a sentence; what the file printed before it stands before it."""
    _write(f"{sentence}\n")


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool:
    """Whether somebody at the terminal says yes."""
    _write(question)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _write(text: str) -> None:
    """A terminal obeys control sequences, and what an exception or a server says may hold some."""
    sys.stdout.flush()
    sys.stderr.write(_OBEYED.sub("", text))
    sys.stderr.flush()


_OBEYED = re.compile(
    r"\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|[\x1b\x9b][\[()#;?]*[0-9;:?]*[@-~]?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Sequences, control characters but line ends and tabs, and characters that turn the order of others."""


def hide_our_frames() -> None:
    """From now on, errors that Aqueduct raises on purpose are shown with the user's frames alone."""
    before = sys.excepthook

    def show(kind: type[BaseException], error: BaseException, trace: Optional[TracebackType]) -> None:
        if isinstance(error, Error):
            tell(traceback_text(error).rstrip())
        else:
            before(kind, error, trace)

    sys.excepthook = show


def traceback_text(error: BaseException) -> str:
    """The traceback as Python prints it, its causes included, without frames of ours."""
    told = traceback.TracebackException.from_exception(error)
    part: Optional[traceback.TracebackException] = told
    while part is not None:
        part.stack = traceback.StackSummary.from_list(
            [frame for frame in part.stack if not frame.filename.startswith(PACKAGE)]
        )
        part = part.__cause__ or part.__context__
    return "".join(told.format())
