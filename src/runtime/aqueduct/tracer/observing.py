"""Which module imported which while a file was traced: what static following cannot see."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import FrameType, ModuleType
from typing import Optional


class ImportObserver:
    """Notes importers and what they imported; finds nothing itself."""

    def __init__(self) -> None:
        self.imports: dict[str, set[str]] = {}
        self._import_module = importlib.import_module

    def install(self) -> None:
        """Begins to observe."""
        sys.meta_path.insert(0, self)
        importlib.import_module = self._observed_import_module

    def remove(self) -> None:
        """Ends what `install` began."""
        sys.meta_path.remove(self)
        importlib.import_module = self._import_module

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Called by the import system for a module that is imported first; always leaves it to the other finders."""
        self._note(name)
        return None

    def _observed_import_module(self, name: str, package: Optional[str] = None) -> ModuleType:
        module = self._import_module(name, package)
        self._note(module.__name__)
        return module

    def _note(self, name: str) -> None:
        frame: Optional[FrameType] = sys._getframe(2)
        while frame is not None:
            importer = frame.f_globals.get("__name__", "")
            if (
                not importer.startswith(("importlib", "aqueduct.tracer"))
                and "importlib" not in frame.f_code.co_filename
            ):
                self.imports.setdefault(importer, set()).add(name)
                return
            frame = frame.f_back
