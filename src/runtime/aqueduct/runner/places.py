"""Whether what lies somewhere may change while code and environment stay as they are."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from aqueduct.environments import places

_OURS = frozenset({".aqueduct", ".air-executor"})
_SYSTEM = tuple(
    f"/{name}/"
    for name in ("proc", "sys", "dev", "etc", "usr", "lib", "lib64", "bin", "nix", "gnu", "System", "Library")
)


class Places:
    """The folders of this machine, as an operator that runs in `folder` sees them; what lies in `private` ones is nobody's data."""

    def __init__(self, folder: Path, private: Iterable[Path]) -> None:
        self._folder = os.path.abspath(folder)
        self._inside = os.path.join(self._folder, "")
        self._real_inside = os.path.join(os.path.realpath(folder), "")
        prefix = os.path.join(sys.prefix, "")
        imports = [os.path.abspath(each) for each in sys.path if each and os.path.isdir(each)]
        imports = [
            each for each in imports if not self.is_ours(each) or each.startswith(prefix) or places.holds_packages(each)
        ]
        installed = [each for each in imports if places.holds_packages(each) or places.is_standard(each)]
        own = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), _caches()]
        self._packages = [each for each in installed if places.holds_packages(each)]
        self._private = _both_ways([*own, *installed, *map(str, private)])
        # The folder may lie in one of these: its own files count all the same.
        self._private_within = tuple(each for each in self._private if not self._inside.startswith(each))
        self._imports = _both_ways(each for each in imports if each not in installed)

    def named(self, path: str) -> str:
        """An absolute path, of whatever links it leads through, with the folder's own name."""
        if self._real_inside != self._inside and path.startswith(self._real_inside):
            return self._inside + path[len(self._real_inside) :]
        return path

    def shown(self, path: str) -> str:
        """As it is told: from the folder where it lies there."""
        return path[len(self._inside) :] if self.is_ours(path) else "." if path == self._folder else path

    def is_ours(self, path: str) -> bool:
        """Whether it lies in the folder."""
        return path.startswith(self._inside)

    def is_code_of_environment(self, path: str) -> bool:
        """Whether a file of code is one of those that the digest of the environment tells (`environments/digest.py`)."""
        own = len(self._inside) if self.is_ours(path) else 0
        return self._is_private(path) or _depth(self._in_development, path) > own

    def counts(self, path: str) -> bool:
        """Whether a file or folder may hold data: not those of Python, of installed packages, and of ours."""
        if self.is_ours(path) and _OURS & set(self.shown(path).split(os.sep)):
            return False
        if not self._is_private(path):
            return True
        real = os.path.realpath(path)  # a package may be a link to where it is developed
        return real != path and not self._is_private(self.named(real))

    def _is_private(self, path: str) -> bool:
        path = os.path.join(path, "")
        private = _depth(self._private_within if self.is_ours(path) else (*self._private, *_SYSTEM), path)
        # A package may be developed in an environment, as pip does it with one from git.
        return private > 0 and private >= _depth(self._in_development, path)

    @cached_property
    def _in_development(self) -> tuple[str, ...]:
        found: list[str] = []
        for each in self._packages:
            try:
                found += places.in_place(each)
            except (OSError, ValueError):
                continue  # then the environment has no digest, and nothing of it is reused
        return (*self._imports, *_both_ways(each for each in found if not self.is_ours(each)))


def _depth(folders: Iterable[str], path: str) -> int:
    """Of those that hold a path, the length of the innermost."""
    return max((len(each) for each in folders if path.startswith(each)), default=0)


def _both_ways(folders: Iterable[str]) -> tuple[str, ...]:
    """By the name that each has, and by where it really is: an environment may be a link to another."""
    named = [os.path.abspath(each) for each in folders if each]
    return tuple(dict.fromkeys(os.path.join(each, "") for each in [*named, *map(os.path.realpath, named)]))


def _caches() -> str:
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
