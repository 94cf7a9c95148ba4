"""A digest of what can be imported here and is not shipped: another version of a package is another environment."""

from __future__ import annotations

import hashlib
import importlib.machinery
import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Optional

from aqueduct.environments.places import RECORDS, holds_packages, in_place, is_standard

MOST_FILES = 20_000
"""Of packages in development, which may lie in folders of any size, as many files of code are looked at."""

_NO_CODE = frozenset({"__pycache__", "node_modules", "site-packages", "dist-packages"})


def environment_digest(folder: Path, runtime: Path) -> Optional[str]:
    """Hex SHA-256 of Python, every installed distribution, and every file of code that can be imported, by size and time.

    So a module that somebody edits where it is installed, or puts there by hand, is noticed too; other files of an installed
    package are not. What lies under `folder` is shipped, so it is left out, but for an environment that lies there, as is
    `runtime`, where this package lies. None where it cannot be told: there is too much to look at, or something cannot be read.
    """
    try:
        imports = [each for each in dict.fromkeys(sys.path) if each and os.path.isdir(each) and not is_standard(each)]
        packages = [each for each in imports if holds_packages(each)]
        others = [each for each in imports if not holds_packages(each)]
        in_development = [*others, *(place for each in packages for place in in_place(each))]
        code = _Code(folder, runtime)
        files = sorted(code.files(packages, in_development))
        loose = sorted(islice(code.files(filter(code.is_elsewhere, sorted(in_development)), None), MOST_FILES + 1))
    except (OSError, ValueError):
        return None
    if len(loose) > MOST_FILES:
        return None
    document = {
        "python": sys.version,
        "platform": sysconfig.get_platform(),
        "installed": sorted(each for directory in packages for each in _distributions(directory)),
        "files": files + loose,
    }
    return hashlib.sha256(json.dumps(document).encode("utf-8")).hexdigest()


def _distributions(directory: str) -> Iterator[list[Any]]:
    """Each by the folder that its installer wrote, and when."""
    for entry in os.scandir(directory):
        if entry.name.endswith(RECORDS):
            record = Path(entry.path) / "RECORD"
            told = record if record.is_file() else Path(entry.path)
            yield [directory, entry.name, told.stat().st_mtime_ns]


class _Code:
    """The files of code in some folders, of which each counts once, by whatever links one comes to it."""

    def __init__(self, folder: Path, runtime: Path) -> None:
        self._folder = os.path.join(os.path.realpath(folder), "")
        self._environment = os.path.join(os.path.realpath(sys.prefix), "")
        self._seen = {_identity(folder), _identity(runtime)}

    def is_elsewhere(self, place: str) -> bool:
        """Whether a folder is there, and not among what is shipped."""
        real = os.path.join(os.path.realpath(place), "")
        return os.path.isdir(place) and (not real.startswith(self._folder) or real.startswith(self._environment))

    def files(self, places: Iterable[str], links: Optional[list[str]]) -> Iterator[list[Any]]:
        """Path, size and time of each file. Links to folders are followed; where `links` is given, they go there instead."""
        suffixes = tuple(importlib.machinery.all_suffixes())
        pending = list(places)
        while pending:
            parent = pending.pop()
            here = _identity(parent)
            if here in self._seen or not os.access(parent, os.R_OK | os.X_OK):  # nobody imports what cannot be read
                continue
            self._seen.add(here)
            with os.scandir(parent) as entries:
                for entry in entries:
                    if entry.is_dir():
                        if not _may_hold_code(entry.name):
                            continue
                        if not entry.is_symlink():
                            pending.append(entry.path)
                        elif links is not None:
                            links.append(entry.path)
                        elif self.is_elsewhere(entry.path):
                            pending.append(entry.path)
                    elif entry.name.endswith(suffixes) and entry.is_file():
                        status = entry.stat()
                        yield [entry.path, status.st_size, status.st_mtime_ns]


def _identity(place: str | Path) -> tuple[int, int]:
    """What the system calls a folder."""
    status = os.stat(place)
    return status.st_dev, status.st_ino


def _may_hold_code(name: str) -> bool:
    return not name.startswith(".") and name not in _NO_CODE
