"""Which of three lives the authoring API leads in this process.

*By hand* (`python flow.py`): nothing is recorded yet and every call says so. *Tracing*: calls are recorded. *Inside a
run*: the shipped definitions are loaded, decorators register their functions and everything else is inert.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Optional

from aqueduct.error import UnsupportedFeatureException
from aqueduct.recording.place import module_frame
from aqueduct.recording.recorder import Recorder

_INSIDE_RUN = "AQUEDUCT_INSIDE_RUN"
BY_HAND = (
    "Running a workflow file by hand comes in a later version of Aqueduct: "
    "use `aqueduct run FILE`, or Run Workflow in the editor."
)


@dataclass(frozen=True)
class Registration:
    """A function to which a decorator was applied while definitions were loaded, and the line of the top level then."""

    file: str
    line: int
    function: Callable[..., Any]


_tracing: Optional[Recorder] = None
_inert = Recorder()
_registrations: list[Registration] = []


def start_tracing(recorder: Recorder) -> None:
    """From now on every call of the authoring API is recorded."""
    global _tracing
    _tracing = recorder


def stop_tracing() -> None:
    """Ends what `start_tracing` began."""
    global _tracing
    _tracing = None


def enter_run() -> None:
    """From now on the authoring API is inert, in this process and in those that it starts."""
    os.environ[_INSIDE_RUN] = "1"


def inside_run() -> bool:
    """Whether shipped definitions are being run."""
    return _tracing is None and os.environ.get(_INSIDE_RUN) == "1"


def recorder() -> Recorder:
    """Where calls are recorded; raises UnsupportedFeatureException where a file is run by hand."""
    if _tracing is not None:
        return _tracing
    if inside_run():
        return _inert
    raise UnsupportedFeatureException(BY_HAND)


def register(function: Callable[..., Any]) -> None:
    """Notes a function that a decorator was applied to, so that it is found by its line."""
    found = module_frame()
    if found is not None:
        frame, line = found
        _registrations.append(Registration(frame.f_code.co_filename, line, function))


def registered(file: str, first: int, last: int) -> Optional[Callable[..., Any]]:
    """The function that a decorator was applied to last between two lines of a file."""
    for registration in reversed(_registrations):
        if registration.file == file and first <= registration.line <= last:
            return registration.function
    return None
