"""What Python has no audit event for: looks at files, variables of the environment, random numbers, and processes that have ended."""

from __future__ import annotations

import functools
import os
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any, Optional

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


def note_unheard(
    look: Callable[[Any], None],
    note: Callable[[str], None],
    open_at: Callable[[str, int, Callable[[], int]], int],
    is_users: Callable[[], bool],
) -> None:
    """Tells of every look at a path, variable of the environment and random number of the system that the user's own code asks for.

    `open_at` opens files by paths that begin at an open folder, of which the audit event tells only the end.
    """
    for name in _LOOKS:
        _put_in_place_of(name, _heard(getattr(os, name), look, is_users))
    _put_in_place_of("open", _opened(os.open, open_at))
    os.urandom = _heard(os.urandom, lambda _size: note(RANDOM), is_users)
    variables: Any = type(os.environ)
    variables.__getitem__ = _heard_item(variables.__getitem__, note, is_users)


def path_of_descriptor(folder: int) -> Optional[str]:
    """Where an open folder lies; None where the system does not tell."""
    try:
        return os.readlink(f"/proc/self/fd/{folder}")
    except OSError:
        return None


def _put_in_place_of(name: str, heard: Any) -> None:
    function = getattr(os, name)
    setattr(os, name, heard)
    for able in (os.supports_dir_fd, os.supports_effective_ids, os.supports_fd, os.supports_follow_symlinks):
        if function in able:
            able.add(heard)  # shutil asks whether it may use it so


def _opened(function: Any, open_at: Callable[[str, int, Callable[[], int]], int]) -> Any:
    @functools.wraps(function)
    def call(path: Any, flags: int, *arguments: Any, dir_fd: Optional[int] = None, **keywords: Any) -> Any:
        folder = None if dir_fd is None else path_of_descriptor(dir_fd)
        if folder is None:
            return function(path, flags, *arguments, dir_fd=dir_fd, **keywords)
        whole = os.path.join(folder, os.fsdecode(path))
        return open_at(whole, flags, lambda: int(function(path, flags, *arguments, dir_fd=dir_fd, **keywords)))

    return call


def _heard(function: Any, tell: Callable[[Any], None], is_users: Callable[[], bool]) -> Any:
    @functools.wraps(function)
    def call(*arguments: Any, **keywords: Any) -> Any:
        if arguments and is_users():
            tell(_whole(arguments[0], keywords.get("dir_fd")))
        return function(*arguments, **keywords)

    return call


def _whole(path: Any, folder: Optional[int]) -> Any:
    """A path that begins at an open folder, if one is given."""
    place = None if folder is None else path_of_descriptor(folder)
    return path if place is None or isinstance(path, int) else os.path.join(place, os.fsdecode(path))


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
