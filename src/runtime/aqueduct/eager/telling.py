"""What a file that is run by hand says beside its own output: on stderr, without frames of ours."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import Optional

from aqueduct.error import Error
from aqueduct.recording.place import PACKAGE


def tell(sentence: str) -> None:
    """Says a sentence; what the file printed before it stands before it."""
    sys.stdout.flush()
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


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
