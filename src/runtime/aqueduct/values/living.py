"""Values that live in one process: no bytes give them back, though some of them can be pickled as something else."""

from __future__ import annotations

import contextvars
import io
import socket
import threading
from types import AsyncGeneratorType, CoroutineType, GeneratorType
from typing import Any, Optional

_PLAIN = "Return plain data: a table, a number, text, or something that can be pickled."
_FILE: Any = io.IOBase.__base__  # what all are made of that Python itself opens
_LIVING: tuple[tuple[tuple[type, ...], str, str], ...] = (
    ((_FILE,), "an open file", "Return what is in it, as text or bytes, or its path."),
    ((socket.socket,), "an open connection", "Return what came through it."),
    ((GeneratorType,), "a generator", "Return a list of what it gives: list(...)."),
    ((CoroutineType, AsyncGeneratorType), "a coroutine", _PLAIN),
    ((memoryview,), "a memoryview", "Return its bytes: bytes(...)."),
    ((threading.Thread,), "a thread", _PLAIN),
    ((type(threading.Lock()), type(threading.RLock())), "a lock", "Return the data without the lock."),
    ((threading.local,), "a threading.local", _PLAIN),
    ((contextvars.ContextVar,), "a context variable", _PLAIN),
)
_ANY = tuple(kind for kinds, _, _ in _LIVING for kind in kinds)


class Living(Exception):
    """The value, or something in it, lives in one process; `tip` says what to return instead of it."""

    def __init__(self, noun: str, value: object, tip: str) -> None:
        super().__init__(noun)
        self.noun = noun
        self.value = value
        self.tip = tip


def living(value: object) -> Optional[Living]:
    """What is said of a value that lives in one process; None for any other. Texts and bytes in memory (`io.StringIO`) are data."""
    kind = type(value)
    if not issubclass(kind, _ANY) or issubclass(kind, (io.BytesIO, io.StringIO)):
        return None
    return next(Living(noun, value, tip) for kinds, noun, tip in _LIVING if issubclass(kind, kinds))
