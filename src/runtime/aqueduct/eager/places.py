"""Functions that are called by hand, in the folder that a run calls them in."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

from aqueduct.eager.project import main_file
from aqueduct.recording.model import Source
from aqueduct.recording.place import call_source
from aqueduct.shipping.following import Workspace
from aqueduct.shipping.operator_place import Place


class Places:
    """The places of the operators of one file; nothing travels, so all of the folder can be imported and read."""

    def __init__(self, folder: Path) -> None:
        self._workspace = Workspace(folder)
        file = main_file()
        self._workflow_folder = Path.cwd() if file is None else file.parent

    def locate(self) -> Optional[Source]:
        """The place of the running call of the user's."""
        return call_source(self._workspace.folder, self._workspace.is_user_file)

    def function_of(self, decorated: Any) -> Callable[..., Any]:
        """The function of an operator, called in its place; raises InvalidDependencyFilePath as the trace does."""
        own_file = None if decorated.home is None else decorated.home.file
        place = Place(decorated.options.file_dependencies, own_file, self._workflow_folder, self._workspace)
        roots = [str(self._workspace.folder / root) for root in place.dependencies.roots]

        raw: Callable[..., Any] = decorated.raw

        @functools.wraps(raw)
        def call(*arguments: Any, **keywords: Any) -> Any:
            with _entered(place.working_folder, roots):
                return raw(*arguments, **keywords)

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
