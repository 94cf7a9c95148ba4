"""What kinds of folders Python imports from."""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

from aqueduct.formats.parsing import parsed

RECORDS = (".dist-info", ".egg-info", ".egg-link")


def holds_packages(directory: str) -> bool:
    """Whether installers put packages there."""
    return os.path.basename(directory.rstrip(os.sep)) in ("site-packages", "dist-packages")


def is_standard(directory: str) -> bool:
    """Whether Python's own modules lie there, which its version stands for."""
    paths = sysconfig.get_paths()
    own = [paths["stdlib"], paths["platstdlib"]]
    return any(directory in (each, os.path.join(each, "lib-dynload")) for each in own)


def in_place(packages: str) -> Iterator[str]:
    """Where the code of the distributions lies that are installed in place, by a folder of packages (PEP 660, `setup.py develop`).

    Raises OSError or ValueError where a record cannot be read.
    """
    with os.scandir(packages) as entries:
        for entry in entries:
            place = _place_of(Path(entry.path)) if entry.name.endswith(RECORDS) else None
            if place is not None:
                yield place


def _place_of(record: Path) -> Optional[str]:
    if record.suffix == ".egg-link":
        return record.read_text(encoding="utf-8").splitlines()[0]
    direct = record / "direct_url.json"
    if not direct.is_file():
        return None
    said = parsed(direct.read_text(encoding="utf-8"))
    is_editable = bool(said.get("dir_info", {}).get("editable"))
    url = str(said.get("url", ""))
    return _path_of(url) if is_editable and url.startswith("file:") else None


def _path_of(url: str) -> str:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(url).path)
