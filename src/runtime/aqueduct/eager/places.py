"""Functions that are called by hand, in the folder that a run calls them in."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aqueduct.eager.project import main_file
from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.following import Workspace
from aqueduct.shipping.operator_place import Place


class Places:
    """The places of the operators of one file; nothing travels, so all of the folder can be imported and read."""

    def __init__(self, folder: Path) -> None:
        self._workspace = Workspace(folder)
        file = main_file()
        self._workflow_folder = Path.cwd() if file is None else file.parent

    def function_of(self, decorated: DecoratedFunction) -> Callable[..., Any]:
        """The function itself, called in its place; raises InvalidDependencyFilePath as the trace does."""
        place = Place(decorated, self._workspace, self._workflow_folder)
        roots = [str(self._workspace.folder / root) for root in place.dependencies.roots]

        @functools.wraps(decorated.raw)
        def call(*arguments: Any, **keywords: Any) -> Any:
            with _entered(place.working_folder, roots):
                return decorated.raw(*arguments, **keywords)

        return call


@contextmanager
def _entered(folder: Path, roots: Sequence[str]) -> Iterator[None]:
    """In another working folder, with more folders behind the import path."""
    before = os.getcwd()
    added = [root for root in roots if root not in sys.path]
    os.chdir(folder)
    sys.path += added
    try:
        yield
    finally:
        os.chdir(before)
        for root in added:
            if root in sys.path:
                sys.path.remove(root)
