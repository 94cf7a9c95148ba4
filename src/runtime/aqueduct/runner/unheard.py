"""What Python has no audit event for: looks at files, variables of the environment, random numbers, and processes that have ended."""

from __future__ import annotations

import functools
import os
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any

RANDOM, PROCESSES = "random numbers", "other processes"
_LOOKS = ("stat", "lstat", "access", "readlink")


class Moment:
    """The state of what changes when it is used."""

    def __init__(self) -> None:
        self._generator = random.getstate()
        self._numpys = _numpy_state()
        self._children = _ended_children()

    def differences(self, before: Moment) -> Iterator[str]:
        """What was used since."""
        if self._generator != before._generator or self._used_numpys(before):
            yield RANDOM
        if self._children != before._children:
            yield PROCESSES

    def _used_numpys(self, before: Moment) -> bool:
        if self._numpys is None:
            return False
        if before._numpys is not None:
            return bool(self._numpys != before._numpys)
        import numpy  # it came meanwhile: a generator that nobody has used stands where a new one does

        _, _, *unused = numpy.random.RandomState().get_state()
        return bool(self._numpys[2:] != tuple(unused))


def _numpy_state() -> Any:
    if "numpy.random" not in sys.modules:
        return None
    kind, keys, *rest = sys.modules["numpy.random"].get_state()
    return (kind, keys.tobytes(), *rest)


def note_unheard(look: Callable[[Any], None], note: Callable[[str], None], is_users: Callable[[], bool]) -> None:
    """Tells of every look at a path, variable of the environment and random number of the system that the user's own code asks for."""
    for name in _LOOKS:
        function = getattr(os, name)
        heard = _heard(function, look, is_users)
        setattr(os, name, heard)
        for able in (os.supports_dir_fd, os.supports_effective_ids, os.supports_fd, os.supports_follow_symlinks):
            if function in able:
                able.add(heard)  # shutil asks whether it may use it so
    os.urandom = _heard(os.urandom, lambda _size: note(RANDOM), is_users)
    variables: Any = type(os.environ)
    variables.__getitem__ = _heard_item(variables.__getitem__, note, is_users)


def _heard(function: Any, tell: Callable[[Any], None], is_users: Callable[[], bool]) -> Any:
    @functools.wraps(function)
    def call(*arguments: Any, **keywords: Any) -> Any:
        if arguments and is_users():
            tell(arguments[0])
        return function(*arguments, **keywords)

    return call


def _heard_item(function: Any, note: Callable[[str], None], is_users: Callable[[], bool]) -> Any:
    @functools.wraps(function)
    def item(self: Any, key: Any) -> Any:
        if is_users():
            note(f"${os.fsdecode(key)}" if isinstance(key, (str, bytes)) else "the environment")
        return function(self, key)

    return item


def _ended_children() -> Any:
    try:
        import resource
    except ImportError:
        return None
    return tuple(resource.getrusage(resource.RUSAGE_CHILDREN))
