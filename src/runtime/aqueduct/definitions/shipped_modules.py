"""Imports of workspace modules from their blobs, where the workspace no longer has the same bytes."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, Optional

from aqueduct.definitions.lines import keep_lines


class ShippedModules(MetaPathFinder):
    """Finds the shipped modules that differ from the files under the folder; all others are left to Python."""

    def __init__(self, folder: Path, modules: Sequence[Mapping[str, Any]], roots: Sequence[str]) -> None:
        self._changed: dict[str, tuple[Path, bytes]] = {}
        for module in modules:
            path, data = folder / module["path"], Path(module["file"]).read_bytes()
            if module["path"].endswith(".py") and _bytes_of(path) != data:
                for name in _module_names(module["path"], roots):
                    self._changed[name] = (path, data)

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """The spec of a changed module, compiled under its own path in the folder."""
        found = self._changed.get(fullname)
        if found is None:
            return None
        file, data = found
        locations = [str(file.parent)] if file.name == "__init__.py" else None
        loader = _BlobLoader(str(file), data)
        return importlib.util.spec_from_file_location(
            fullname, str(file), loader=loader, submodule_search_locations=locations
        )


class _BlobLoader(SourceLoader):
    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._data = data

    def get_filename(self, fullname: str) -> str:
        return self._path

    def get_data(self, path: Any) -> bytes:
        if path != self._path:
            return Path(path).read_bytes()
        keep_lines(self._path, self._data.decode("utf-8", "replace"))
        return self._data


def _bytes_of(path: Path) -> Optional[bytes]:
    return path.read_bytes() if path.is_file() else None


def _module_names(path: str, roots: Sequence[str]) -> list[str]:
    names = []
    for root in roots:
        prefix = f"{root}/" if root else ""
        if path.startswith(prefix):
            parts = path[len(prefix) : -len(".py")].split("/")
            names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return [name for name in names if name]
