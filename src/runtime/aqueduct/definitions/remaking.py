"""Things that live in one process, such as locks, made anew where an operator runs: one for each, however many values hold it."""

from __future__ import annotations

import queue
import threading
import weakref
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

_made: dict[int, Any] = {}
"""By the number that each has in its trace; while a file is traced, the file's own."""
_filled: set[int] = set()


def number_of(value: object) -> int:
    """The number of a thing of the file that is traced, in the order in which they are met; it is kept alive, so that numbers stay true."""
    for number, known in _made.items():
        if known is value:
            return number
    _made[len(_made)] = value
    _filled.add(len(_made) - 1)
    return len(_made) - 1


def remade(make: str, number: int, *state: Any) -> Any:
    """The thing of this number; of a kind in `MAKERS`, and with its state where it was not made before."""
    if number not in _made:
        _made[number] = MAKERS[make](*state)
    return _made[number]


def fill_local(local: threading.local, state: tuple[int, Mapping[str, Any]]) -> None:
    """Gives a `threading.local` the attributes that it had in the main thread, where it was just made."""
    number, attributes = state
    if number not in _filled:
        _filled.add(number)
        vars(local).update(attributes)


def set_variable(variable: ContextVar[Any], state: tuple[int, Any]) -> None:
    """Gives a context variable the value that it had at the call, where it was just made."""
    number, value = state
    if number not in _filled:
        _filled.add(number)
        variable.set(value)


def _event(is_set: int) -> threading.Event:
    event = threading.Event()
    if is_set:
        event.set()
    return event


def _variable(name: str, *default: Any) -> ContextVar[Any]:
    return ContextVar(name, default=default[0]) if default else ContextVar(name)


MAKERS: Mapping[str, Callable[..., Any]] = {
    "lock": threading.Lock,
    "rlock": threading.RLock,
    "semaphore": threading.Semaphore,
    "bounded-semaphore": threading.BoundedSemaphore,
    "event": _event,
    "simple-queue": queue.SimpleQueue,
    "weak-set": weakref.WeakSet,
    "weak-keys": weakref.WeakKeyDictionary,
    "weak-values": weakref.WeakValueDictionary,
    "condition": threading.Condition,
    "barrier": threading.Barrier,
    "local": lambda kind: kind(),
    "context-variable": _variable,
}
