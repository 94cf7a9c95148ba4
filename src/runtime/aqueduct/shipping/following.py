"""Which files of the workspace a module brings along, found without importing anything."""

from __future__ import annotations

import ast
import functools
import importlib.machinery
import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from aqueduct.error import CannotShipError
from aqueduct.source_files import relative_to, try_read_source

_OURS = ("aqueduct", "aqueduct_workflow", "__main__")
_NOT_CODE = frozenset({"site-packages", "dist-packages", ".aqueduct", ".air-executor", "__pycache__", "node_modules"})


class Workspace:
    """The files under the folder that are the user's own: not those of an environment that lies in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment_of: dict[str, bool] = {}

    def path_of(self, file: str) -> Optional[str]:
        """A file's path from the folder with `/`; None where it is not the user's own."""
        relative = None if file.startswith("<") else relative_to(file, self.folder)
        if relative is None or _NOT_CODE & set(relative.split("/")) or self._in_environment(os.path.dirname(relative)):
            return None
        return relative

    def is_user_file(self, file: str) -> bool:
        """Whether a file is the user's own."""
        return self.path_of(file) is not None

    def _in_environment(self, directory: str) -> bool:
        if not directory:
            return False
        known = self._environment_of.get(directory)
        if known is None:
            known = (self.folder / directory / "pyvenv.cfg").exists() or self._in_environment(
                os.path.dirname(directory)
            )
            self._environment_of[directory] = known
        return known


@dataclass
class Followed:
    """Files to ship by path, the folders that imports start at, and top-level modules that are not the workspace's."""

    paths: set[str] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)


class Follower:
    """Follows imports from module to module; `observed` are imports that code made while it was traced."""

    def __init__(self, workspace: Workspace, observed: dict[str, set[str]]) -> None:
        self._workspace = workspace
        self._observed = observed

    def follow(self, modules: Iterable[str]) -> Followed:
        """Everything that importing these modules needs.

        Raises CannotShipError for a compiled module of the workspace.
        """
        followed = Followed()
        pending = sorted(modules)
        while pending:
            name = pending.pop()
            if name not in followed.seen:
                followed.seen.add(name)
                pending += sorted(self._visit(name, followed))
        return followed

    def _visit(self, name: str, followed: Followed) -> set[str]:
        top = name.partition(".")[0]
        if top in _OURS or top in sys.builtin_module_names:
            return set()
        spec = self._spec(name)
        if spec is None:
            if "." not in name:
                followed.outside.add(top)
            return set()
        found: set[str] = set()
        parent = name.rpartition(".")[0]
        if parent:
            found.add(parent)
        if spec.origin is None or not spec.has_location:
            return found  # a namespace package: its parts are named by those who import them
        path = self._workspace.path_of(spec.origin)
        if path is None:
            followed.outside.add(top)
            return set()
        if not spec.origin.endswith(".py"):
            raise CannotShipError(
                f"The module `{name}` is compiled ({path}), so it runs only on machines like this one: "
                "install it as a package and name that in requirements=[…]"
            )
        followed.paths.add(path)
        followed.roots.add(_root(path, name, bool(spec.submodule_search_locations)))
        source = try_read_source(spec.origin)
        if source is not None:
            package = name if spec.submodule_search_locations else parent
            found |= set(imported_names(source.tree, package))
        return found | self._observed.get(name, set())

    def _spec(self, name: str) -> Optional[importlib.machinery.ModuleSpec]:
        """The spec of a module, found as import finds it but without importing its packages."""
        return _find(name, tuple(sys.path))


@functools.lru_cache(maxsize=4096)
def _find(name: str, path: tuple[str, ...]) -> Optional[importlib.machinery.ModuleSpec]:
    parent, _, _ = name.rpartition(".")
    search: Optional[list[str]] = list(path)
    if parent:
        above = _find(parent, path)
        if above is None or above.submodule_search_locations is None:
            return None
        # A namespace package's own list asks for its parent in sys.modules, where it need not be.
        search = list(getattr(above.submodule_search_locations, "_path", above.submodule_search_locations))
    return importlib.machinery.PathFinder.find_spec(name, search)


def imported_names(tree: ast.AST, package: str) -> Iterator[str]:
    """Modules that any import statement of a tree may mean; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            if base:
                yield base
                yield from (f"{base}.{alias.name}" for alias in node.names if alias.name != "*")
        elif isinstance(node, ast.Call) and _last_part(node.func) in ("import_module", "__import__"):
            yield from _named_in_call(node, package)


def imported_from(tree: ast.AST, package: str) -> Iterator[tuple[str, str, str]]:
    """Module, name there and name here of everything that the `from` imports of a tree bind."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((_absolute(node, package), alias.name, alias.asname or alias.name) for alias in node.names)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if node.level == 0:
        return node.module or ""
    parts = package.split(".") if package else []
    kept = parts[: len(parts) - (node.level - 1)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _named_in_call(call: ast.Call, package: str) -> Iterator[str]:
    """The module of `importlib.import_module("a.b")`, where the text says which one it is."""
    texts = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
    texts += [getattr(each.value, "value", None) for each in call.keywords if each.arg == "package"]
    name, given = [*texts, None, None][:2]
    if isinstance(name, str):
        try:
            yield importlib.util.resolve_name(name, given if isinstance(given, str) else package)
        except ImportError:
            return  # relative, and to what only the run tells


def _last_part(callee: ast.expr) -> str:
    return callee.attr if isinstance(callee, ast.Attribute) else callee.id if isinstance(callee, ast.Name) else ""


def _root(path: str, name: str, is_package: bool) -> str:
    """The folder that an import of `name` starts at, from where its file lies."""
    parts = path.split("/")
    depth = name.count(".") + (2 if is_package else 1)
    return "/".join(parts[: len(parts) - depth])
