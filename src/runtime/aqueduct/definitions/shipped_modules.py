"""Imports of an operator: of the workspace it finds the modules that ship with it and no others, here as on a worker."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.abc import MetaPathFinder, PathEntryFinder, SourceLoader
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    ModuleSpec,
    SourceFileLoader,
    SourcelessFileLoader,
)
from pathlib import Path
from types import ModuleType
from typing import Any, Optional

from aqueduct.definitions.lines import keep_lines
from aqueduct.definitions.not_shipped import note, sentence
from aqueduct.shipping.following import Workspace
from aqueduct.store.blobs import check_blob, read_blob

_LOADERS: tuple[Any, ...] = (
    (ExtensionFileLoader, EXTENSION_SUFFIXES),
    (SourceFileLoader, SOURCE_SUFFIXES),
    (SourcelessFileLoader, BYTECODE_SUFFIXES),
)
_SUFFIXES = (*EXTENSION_SUFFIXES, *SOURCE_SUFFIXES, *BYTECODE_SUFFIXES)


def limit_imports(folder: Path, code: Mapping[str, Any], modules: Sequence[Mapping[str, Any]]) -> None:
    """From now on this process imports of the user's files in `folder` those among `modules` alone, as their bytes were.

    Files that an operator has made since count as its own. `code` is that of docs/formats/runner.md.
    """
    shipped = _Shipped(folder, {str(module["path"]): str(module["file"]) for module in modules}, str(code["file"]))
    sys.path_hooks.insert(0, shipped.finder_of)
    for entry in [*sys.path_importer_cache]:
        if shipped.place_of(entry) is not None:
            del sys.path_importer_cache[entry]
    sys.meta_path.insert(0, _OnlyShipped(shipped))


class _Shipped:
    """The shipped files by their path from the folder, with the blob of each."""

    def __init__(self, folder: Path, blobs: Mapping[str, str], own_file: str) -> None:
        self.folder = str(folder)
        self.own_file = own_file
        self._blobs = blobs
        self._workspaces = [Workspace(each) for each in dict.fromkeys([folder, Path(os.path.realpath(folder))])]
        self._began = time.time_ns()
        self._children: dict[str, dict[str, None]] = {}
        for path in blobs:
            while path:
                above, _, name = path.rpartition("/")
                self._children.setdefault(above, {})[name] = None
                path = above

    def place_of(self, directory: str) -> Optional[str]:
        """A folder of the user's by its path from the folder; None for any other."""
        return next((found for each in self._workspaces if (found := each.place_of(directory)) is not None), None)

    def path_of(self, file: str) -> Optional[str]:
        """As `place_of`, for a file."""
        return next((found for each in self._workspaces if (found := each.path_of(file)) is not None), None)

    def children(self, place: str) -> Sequence[str]:
        """The names of what ships in a folder."""
        return list(self._children.get(place, ()))

    def may_import(self, path: str) -> bool:
        """Whether a file is among the shipped ones, or in an archive that is, or was made by the operator."""
        parts = path.split("/")
        return any("/".join(parts[:count]) in self._blobs for count in range(1, len(parts) + 1)) or self.is_new(path)

    def is_new(self, path: str) -> bool:
        """Whether a file was written since imports were limited."""
        try:
            return os.stat(os.path.join(self.folder, path)).st_ctime_ns >= self._began
        except OSError:
            return False  # it is not there at all

    def finder_of(self, directory: str) -> PathEntryFinder:
        """The hook of `sys.path_hooks` for folders of the user's own."""
        place = None if os.path.isfile(directory) else self.place_of(directory)
        if place is None:
            raise ImportError("only for folders of the workspace", path=directory)
        return _ShippedFolder(self, place, directory)

    def spec_of(self, name: str, path: str) -> Optional[ModuleSpec]:
        """The spec of a module from one of the shipped files, under its own path in the folder."""
        blob = self._blobs.get(path)
        if blob is None:
            return None
        file = os.path.join(self.folder, *path.split("/"))
        loader: Any
        check_blob(Path(blob))
        if path.endswith(tuple(EXTENSION_SUFFIXES)):
            loader = ExtensionFileLoader(name, blob)
        elif path.endswith(tuple(BYTECODE_SUFFIXES)):
            loader = SourcelessFileLoader(name, blob)
        elif _bytes_of(file) == read_blob(Path(blob)):
            loader = SourceFileLoader(name, file)
        else:
            loader = _BlobLoader(file, read_blob(Path(blob)))
        folders = [os.path.dirname(file)] if _stem(path) == "__init__" else None
        return importlib.util.spec_from_file_location(name, file, loader=loader, submodule_search_locations=folders)


class _ShippedFolder(PathEntryFinder):
    """What can be imported of one folder; `pkgutil.iter_modules` asks it too."""

    def __init__(self, shipped: _Shipped, place: str, directory: str) -> None:
        self._shipped = shipped
        self._prefix = f"{place}/" if place else ""
        self._place = place
        self._directory = directory
        self._disk = FileFinder(directory, *_LOADERS)

    def find_spec(self, fullname: str, target: Optional[ModuleType] = None) -> Optional[ModuleSpec]:
        """The spec of a shipped module, else of one that the operator has made since."""
        name = fullname.rpartition(".")[2]
        for path in (f"{self._prefix}{name}/__init__", f"{self._prefix}{name}"):
            for suffix in _SUFFIXES:
                found = self._shipped.spec_of(fullname, path + suffix)
                if found is not None:
                    return found
        made = self._disk.find_spec(fullname)
        if made is not None and made.origin is not None and self._is_new(made.origin):
            return made
        if self._shipped.children(self._prefix + name):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [os.path.join(self._directory, name)]
            return spec
        return None

    def lies_here(self, fullname: str) -> Optional[str]:
        """The path from the folder of a module that lies here and does not ship; None where none does."""
        found = self._disk.find_spec(fullname)
        if found is None:
            return None
        if found.origin is not None:
            return self._shipped.path_of(found.origin)
        place = os.path.join(self._directory, fullname.rpartition(".")[2])
        has_code = any(entry.endswith(".py") for entry in os.listdir(place))
        return self._shipped.place_of(place) if has_code else None

    def iter_modules(self, prefix: str = "") -> Iterator[tuple[str, bool]]:
        """Names of the shipped modules and whether they are packages, as `pkgutil` wants them."""
        names = _modules(self._shipped.children(self._place), self._inside)
        lying = _modules(os.listdir(self._directory), lambda name: _names_in(os.path.join(self._directory, name)))
        if lying.keys() - names.keys():
            note(self._place or ".", "listed")
        yield from sorted((prefix + name, is_package) for name, is_package in names.items())

    def _inside(self, name: str) -> Sequence[str]:
        return self._shipped.children(self._prefix + name)

    def _is_new(self, file: str) -> bool:
        path = self._shipped.path_of(file)
        return path is not None and self._shipped.is_new(path)


class _OnlyShipped(MetaPathFinder):
    """Asks all other finders, and takes no file of the user's that does not ship from any of them."""

    def __init__(self, shipped: _Shipped) -> None:
        self._shipped = shipped

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """The spec that import finds; raises ModuleNotFoundError where the module lies in the folder and does not ship."""
        for finder in [each for each in sys.meta_path if each is not self and hasattr(each, "find_spec")]:
            spec = finder.find_spec(fullname, path, target)
            if spec is None:
                continue
            file = self._shipped.path_of(spec.origin) if spec.origin is not None and spec.has_location else None
            if file is None or self._shipped.may_import(file):
                return spec
            raise self._refused(fullname, file)
        lying = self._lying(fullname, sys.path if path is None else path)
        if lying is None:
            return None
        refused = self._refused(fullname, lying)
        if sys._getframe(2).f_code.co_name == "find_spec":
            return None  # importlib.util only asks whether there is one
        raise refused

    def _lying(self, fullname: str, path: Sequence[str]) -> Optional[str]:
        for entry in path:
            finder = sys.path_importer_cache.get(entry or os.getcwd())
            found = finder.lies_here(fullname) if isinstance(finder, _ShippedFolder) else None
            if found is not None:
                return found
        return None

    def _refused(self, fullname: str, path: str) -> ModuleNotFoundError:
        note(path, "imported")
        file = os.path.join(self._shipped.folder, *path.split("/"))
        return ModuleNotFoundError(sentence(fullname, path, self._shipped.own_file), name=fullname, path=file)


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


def _bytes_of(path: str) -> Optional[bytes]:
    return Path(path).read_bytes() if os.path.isfile(path) else None


def _stem(path: str) -> str:
    """The name of a module's file without its folder and ending."""
    return os.path.basename(path).partition(".")[0]


def _modules(names: Sequence[str], inside: Callable[[str], Sequence[str]]) -> dict[str, bool]:
    """The modules among the names in a folder, and which of them are packages."""
    found = {_stem(name): False for name in names if name.endswith(_SUFFIXES) and _stem(name) != "__init__"}
    packages = [name for name in names if any(_stem(each) == "__init__" for each in inside(name))]
    return {**found, **dict.fromkeys(packages, True)}


def _names_in(folder: str) -> Sequence[str]:
    return os.listdir(folder) if os.path.isdir(folder) else ()
