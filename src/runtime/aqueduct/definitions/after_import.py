"""Tells when a module has been executed, whoever finds and loads it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Optional


class AfterImport(MetaPathFinder):
    """Finds modules as the finders behind it do.

    `done` is called with those that have a file and are `wanted`, before their importer goes on.
    """

    def __init__(self, wanted: Callable[[ModuleSpec], bool], done: Callable[[ModuleType], None]) -> None:
        self._wanted = wanted
        self._done = done
        self._asked: set[tuple[int, str]] = set()

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """What the next finder that knows the module gives."""
        question = (threading.get_ident(), fullname)
        if question in self._asked or self not in sys.meta_path:
            return None  # a finder behind this one asks all others
        self._asked.add(question)
        try:
            return self._found(fullname, path, target)
        finally:
            self._asked.discard(question)

    def _found(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType]
    ) -> Optional[ModuleSpec]:
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            find = getattr(finder, "find_spec", None)
            spec: Optional[ModuleSpec] = None if find is None else find(fullname, path, target)
            if spec is not None:
                if spec.has_location and hasattr(spec.loader, "exec_module") and self._wanted(spec):
                    self._tell_of(spec)
                return spec
        return None

    def _tell_of(self, spec: ModuleSpec) -> None:
        """Lets this one loader say when it is done; it stays the loader that the module knows."""
        loader = spec.loader
        execute = loader.exec_module  # type: ignore[union-attr]

        def executed(module: ModuleType) -> None:
            del loader.exec_module  # type: ignore[union-attr]
            execute(module)
            self._done(module)

        loader.exec_module = executed  # type: ignore[union-attr,method-assign]
