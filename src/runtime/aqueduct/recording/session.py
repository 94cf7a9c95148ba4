"""Which of three lives the authoring API leads in this process.

*By hand* (`python flow.py`): calls are recorded and executed at once. *Tracing*: calls are recorded. *Inside a run*, and
while an operator is executed by hand: decorators register their functions and everything else is inert.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Optional

from aqueduct.namesakes import NamesakesTold
from aqueduct.recording.place import module_frame
from aqueduct.recording.recorder import Recorder

_INSIDE_RUN = "AQUEDUCT_INSIDE_RUN"


@dataclass(frozen=True)
class Registration:
    """A function to which a decorator was applied while definitions were loaded, and the line of the top level then."""

    file: str
    line: int
    function: Callable[..., Any]


_tracing: Optional[Recorder] = None
_by_hand: Optional[Recorder] = None
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


@contextmanager
def executing() -> Iterator[None]:
    """As inside a run, while one operator is executed by hand: in this process and in those that the operator starts."""
    before = os.environ.get(_INSIDE_RUN)
    os.environ[_INSIDE_RUN] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_INSIDE_RUN]
        else:
            os.environ[_INSIDE_RUN] = before


def inside_run() -> bool:
    """Whether code of an operator is being run."""
    return _tracing is None and os.environ.get(_INSIDE_RUN) == "1"


def recorder() -> Recorder:
    """Where calls are recorded, and executed where the file is run by hand."""
    global _by_hand
    if _tracing is not None:
        return _tracing
    if inside_run():
        return _inert
    if _by_hand is None:
        with NamesakesTold():
            from aqueduct.eager.starting import start

        _by_hand = start()
    return _by_hand


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
