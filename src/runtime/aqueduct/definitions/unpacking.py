"""Shipped files in a folder of ours, on a worker that has no workspace."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aqueduct.store.blobs import open_blob

_MARK = ".aqueduct-unpacked"


def may_be_filled(folder: Path) -> bool:
    """Whether a folder is no workspace: missing, empty, or filled before."""
    return not folder.exists() or (folder / _MARK).exists() or not any(folder.iterdir())


def fill_folder(folder: Path, modules: Sequence[Mapping[str, Any]]) -> None:
    """Puts every shipped file under its path; operators of one run may do so at the same time."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / _MARK).touch()
    for module in modules:
        target = folder / module["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        os.close(handle)
        with open_blob(Path(module["file"])) as source, open(temporary, "wb") as unpacked:
            shutil.copyfileobj(source, unpacked)
        os.replace(temporary, target)


def import_roots(folder: Path, code: Mapping[str, Any]) -> list[str]:
    """The folders that the workflow's imports start at, that of its own file first."""
    roots = list(code.get("roots", []))
    if not code.get("module"):
        own = str(code["file"]).rpartition("/")[0]
        roots = [own, *(root for root in roots if root != own)]
    return [str(folder / root) for root in roots]


def later_roots(folder: Path, code: Mapping[str, Any]) -> list[str]:
    """The folders that modules among `file_dependencies` are imported from, behind everything else."""
    return [str(folder / root) for root in code.get("laterRoots", [])]


def enter_working_folder(folder: Path, code: Mapping[str, Any]) -> None:
    """Relative paths of the operator stand for the same files here and on a worker."""
    working = code.get("workingFolder")
    if working is None:
        return  # of a build that was made before operators had one
    place = folder / working
    if (folder / _MARK).exists():
        place.mkdir(parents=True, exist_ok=True)
    os.chdir(place)
