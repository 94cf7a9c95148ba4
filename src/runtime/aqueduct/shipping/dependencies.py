"""`file_dependencies`: files that an operator reads, shipped under their paths."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from aqueduct.error import InvalidDependencyFilePath
from aqueduct.shipping.following import Workspace
from aqueduct.source_files import relative_to


def file_dependencies(listed: Sequence[str], beside: Path, workspace: Workspace) -> set[str]:
    """Paths from the folder of files that are listed relative to the folder of the function's own file.

    Raises InvalidDependencyFilePath for what is no file below that folder.
    """
    if isinstance(listed, str):
        raise InvalidDependencyFilePath(f"file_dependencies= takes a list: file_dependencies=[{listed!r}]")
    found = set()
    for path in listed:
        absolute = os.path.abspath(beside / path)
        relative = workspace.path_of(absolute)
        if relative is None or relative_to(absolute, beside) is None:
            raise InvalidDependencyFilePath(f"{path!r} does not lie in the folder of the workflow: move the file there")
        if not os.path.isfile(absolute):
            what = "a folder: list its files" if os.path.isdir(absolute) else "not there: correct the path"
            raise InvalidDependencyFilePath(f"{path!r} is {what}")
        found.add(relative)
    return found
