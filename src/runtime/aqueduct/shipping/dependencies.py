"""`file_dependencies`: files, folders, patterns and packages that travel with an operator under their paths."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aqueduct.error import InvalidDependencyFilePath, ReservedFileNameException
from aqueduct.shipping.following import NOT_CODE, Workspace, imported_names
from aqueduct.source_files import relative_to, try_read_source

MOST_BYTES = 100_000_000
MOST_FILES = 10_000
_LEFT_OUT = frozenset({".git", ".hg", ".svn", ".ipynb_checkpoints", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
_RESERVED = frozenset({"aqueduct_workflow.py", "aqueduct_workflow.json", ".aqueduct-unpacked"})


@dataclass(frozen=True)
class Dependencies:
    """`paths` of files and `roots`, folders that the modules among them are imported from, by their path from the folder;
    `imports` are the modules that these import."""

    paths: frozenset[str] = frozenset()
    roots: tuple[str, ...] = ()
    imports: frozenset[str] = frozenset()


def file_dependencies(listed: Any, beside: Path, workspace: Workspace) -> Dependencies:
    """What a list of paths means that stand relative to `beside`, the folder of the operator's own file.

    Raises InvalidDependencyFilePath for what does not lie below that folder, is not there or is too much, and
    ReservedFileNameException for names that Aqueduct itself writes there.
    """
    if isinstance(listed, (str, bytes, os.PathLike)):
        raise InvalidDependencyFilePath(f"file_dependencies= takes a list: file_dependencies=[{str(listed)!r}]")
    return _Collected(beside, workspace).collect(listed or ())


class _Collected:
    def __init__(self, beside: Path, workspace: Workspace) -> None:
        self._beside = beside
        self._workspace = workspace
        self._files: dict[str, str] = {}
        self._roots: dict[str, None] = {}
        self._bytes = 0

    def collect(self, listed: Sequence[Any]) -> Dependencies:
        for path in listed:
            if not isinstance(path, (str, os.PathLike)) or isinstance(path, bytes):
                raise InvalidDependencyFilePath(f"file_dependencies= takes a list of paths, {path!r} is not one")
            self._add(str(path))
        imports = {name for path, root in self._files.items() for name in self._imported_by(path, root)}
        return Dependencies(frozenset(self._files), tuple(self._roots), frozenset(imports))

    def _add(self, listed: str) -> None:
        absolute = os.path.abspath(self._beside / listed)
        if absolute != str(self._beside) and relative_to(absolute, self._beside) is None:
            raise InvalidDependencyFilePath(
                f"{listed!r} does not lie in the folder of the operator's file: move the file there"
            )
        if os.path.lexists(absolute):
            self._add_path(listed, absolute)
            return
        if not glob.has_magic(listed):
            raise InvalidDependencyFilePath(f"{listed!r} is not there: correct the path")
        pattern = os.path.join(glob.escape(str(self._beside)), os.path.normpath(listed))
        matched = [path for path in sorted(glob.glob(pattern, recursive=True)) if self._may_ship(path)]
        found = [self._add_files(path, _files_below(path) if os.path.isdir(path) else [path]) for path in matched]
        if not any(found):
            raise InvalidDependencyFilePath(f"{listed!r} finds no file: correct the pattern")

    def _add_path(self, listed: str, absolute: str) -> None:
        if not self._may_ship(absolute):
            raise InvalidDependencyFilePath(
                f"{listed!r} belongs to an environment, a cache or Aqueduct itself, which do not ship: take it off the list"
            )
        if os.path.isdir(absolute):
            if not self._add_files(absolute, _files_below(absolute)):
                raise InvalidDependencyFilePath(f"{listed!r} is a folder without files that ship: correct the path")
        elif os.path.isfile(absolute):
            self._add_files(absolute, [absolute])
        else:
            raise InvalidDependencyFilePath(f"{listed!r} is neither a file nor a folder: correct the path")

    def _add_files(self, place: str, files: Sequence[str]) -> int:
        """Adds the files of one place and gives how many there are; a package is imported from the folder above it."""
        is_package = os.path.isfile(os.path.join(place, "__init__.py"))
        root = self._workspace.place_of(os.path.dirname(place) if is_package else str(self._beside)) or ""
        added = 0
        for file in files:
            path = self._workspace.path_of(file) if self._may_ship(file) else None
            if path is None:
                continue
            added += 1
            self._add_file(file, path, root)
            if path.endswith(".py"):
                self._roots[root] = None
                for above in self._packages_above(path, root):
                    self._add_file(str(self._workspace.folder / above), above, root)
        return added

    def _add_file(self, file: str, path: str, root: str) -> None:
        if path in self._files:
            return
        if os.path.basename(path) in _RESERVED:
            raise ReservedFileNameException(
                f"{path!r} has a name that Aqueduct writes itself where operators run: give the file another name"
            )
        if not os.access(file, os.R_OK):
            raise InvalidDependencyFilePath(f"{path!r} cannot be read: give yourself the right to read it")
        self._files[path] = root
        self._bytes += os.path.getsize(file)
        if self._bytes > MOST_BYTES:
            raise InvalidDependencyFilePath(
                "file_dependencies= names more than 100 MB of files, which is more than ships: name fewer files, "
                "or read them from a database or a store inside the operator"
            )
        if len(self._files) > MOST_FILES:
            raise InvalidDependencyFilePath(
                f"file_dependencies= names more than {MOST_FILES:,} files, which is more than ships: name fewer files"
            )

    def _packages_above(self, path: str, root: str) -> Iterator[str]:
        """The `__init__.py` of every package that a module lies in."""
        parts = path[len(root) + 1 if root else 0 :].split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            above = "/".join([*([root] if root else []), *parts[:depth], "__init__.py"])
            if os.path.isfile(self._workspace.folder / above):
                yield above

    def _may_ship(self, path: str) -> bool:
        inside = self._workspace.place_of(path) if os.path.isdir(path) else self._workspace.path_of(path)
        return inside is not None and not _LEFT_OUT & set(inside.split("/"))

    def _imported_by(self, path: str, root: str) -> Iterator[str]:
        source = try_read_source(str(self._workspace.folder / path)) if path.endswith(".py") else None
        if source is not None:
            within = path[len(root) + 1 if root else 0 :]
            yield from imported_names(source.tree, within.rpartition("/")[0].replace("/", "."))


def _files_below(folder: str) -> list[str]:
    """Every file of a folder and of the folders in it, also of those that links lead to."""
    found: list[str] = []
    seen: set[str] = set()
    for parent, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(parent)
        if real in seen or os.path.isfile(os.path.join(parent, "pyvenv.cfg")):
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT and name not in NOT_CODE)
        found += [path for name in sorted(names) if os.path.isfile(path := os.path.join(parent, name))]
        if len(found) > MOST_FILES:
            return found  # more than ships in any case
    return found
