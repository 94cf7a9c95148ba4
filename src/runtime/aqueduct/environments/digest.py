"""A digest of what can be imported here and is not shipped: another version of a package is another environment."""

from __future__ import annotations

import hashlib
import importlib.machinery
import json
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

MOST_FILES = 20_000
"""Of packages in development, which have no version that could be trusted, as many files are looked at."""

_RECORDS = (".dist-info", ".egg-info", ".egg-link")
_NO_CODE = frozenset({"__pycache__", "node_modules", "site-packages", "dist-packages"})


class _TooMany(Exception):
    """There are more files than can be looked at before every run."""


def environment_digest(folder: Path, runtime: Path) -> Optional[str]:
    """Hex SHA-256 of Python, every installed distribution, and the code of those that are installed in place.

    What lies under `folder` is shipped, so it is left out, as is `runtime`, where this package lies. None where it
    cannot be told: there is too much to look at, or something of it cannot be read. A file of a package that somebody
    has edited by hand is not noticed.
    """
    installed: list[list[Any]] = []
    places: set[Path] = set()
    try:
        for entry in dict.fromkeys(sys.path):
            directory = Path(entry)
            if not entry or not directory.is_dir() or _is_within(directory, runtime) or _is_standard(directory):
                continue
            if directory.name in ("site-packages", "dist-packages"):
                installed += _distributions(directory, places)
            else:
                places.add(directory)
        files = sorted(_code_files(sorted(places), folder, runtime))
    except (_TooMany, OSError, ValueError):
        return None
    document = {
        "python": sys.version,
        "platform": sysconfig.get_platform(),
        "installed": sorted(installed),
        "files": files,
    }
    return hashlib.sha256(json.dumps(document).encode("utf-8")).hexdigest()


def _distributions(directory: Path, in_place: set[Path]) -> Iterator[list[Any]]:
    """Each by the folder that its installer wrote, and when; the places of those in development go to `in_place`."""
    for entry in os.scandir(directory):
        if not entry.name.endswith(_RECORDS):
            continue
        record = Path(entry.path) / "RECORD"
        told = record if record.is_file() else Path(entry.path)
        yield [str(directory), entry.name, told.stat().st_mtime_ns]
        place = _place_of(Path(entry.path))
        if place is not None:
            in_place.add(place)


def _place_of(record: Path) -> Optional[Path]:
    """Where the code of a distribution lies that is installed in place (PEP 660); None for any other."""
    if record.suffix == ".egg-link":
        return Path(record.read_text(encoding="utf-8").splitlines()[0])
    direct = record / "direct_url.json"
    if not direct.is_file():
        return None
    said = json.loads(direct.read_text(encoding="utf-8"))
    is_editable = bool(said.get("dir_info", {}).get("editable"))
    url = str(said.get("url", ""))
    return Path(_path_of(url)) if is_editable and url.startswith("file:") else None


def _path_of(url: str) -> str:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(url).path)


def _code_files(places: list[Path], folder: Path, runtime: Path) -> Iterator[list[Any]]:
    suffixes = tuple(importlib.machinery.all_suffixes())
    seen: set[str] = set()
    for place in places:
        for parent, directories, names in os.walk(place):
            here = Path(parent)
            if _is_within(here, folder) or _is_within(here, runtime):
                directories.clear()
                continue
            directories[:] = filter(_may_hold_code, directories)
            for name in names:
                file = os.path.join(parent, name)
                if not name.endswith(suffixes) or file in seen:
                    continue
                seen.add(file)
                if len(seen) > MOST_FILES:
                    raise _TooMany
                status = os.stat(file)
                yield [file, status.st_size, status.st_mtime_ns]


def _may_hold_code(name: str) -> bool:
    return not name.startswith(".") and name not in _NO_CODE


def _is_standard(directory: Path) -> bool:
    """Python's own modules, which its version stands for."""
    paths = sysconfig.get_paths()
    own = [Path(paths["stdlib"]), Path(paths["platstdlib"])]
    return any(directory == each or directory == each / "lib-dynload" for each in own)


def _is_within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents
