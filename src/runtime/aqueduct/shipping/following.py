"""Which files of the workspace a module brings along, found without importing anything."""

from __future__ import annotations

import ast
import functools
import importlib.machinery
import importlib.util
import os
import pkgutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from aqueduct.error import CannotShipError
from aqueduct.source_files import relative_to, try_read_source

_OURS = ("aqueduct", "aqueduct_workflow", "__main__")
_RUNTIME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MARKS = ("pyvenv.cfg", "conda-meta")
NOT_CODE = frozenset({"site-packages", "dist-packages", ".aqueduct", ".air-executor", "__pycache__", "node_modules"})


class Workspace:
    """The files under the folder that are the user's own: not those of a Python or an environment that lies in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment_of: dict[str, bool] = {}
        python = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
        self._not_own = tuple(
            os.path.join(each, "") for each in (_RUNTIME, *python) if relative_to(each, folder) is not None
        )

    def path_of(self, file: str) -> Optional[str]:
        """A file's path from the folder with `/`; None where it is not the user's own."""
        relative = None if file.startswith("<") else relative_to(file, self.folder)
        if relative is None or NOT_CODE & set(relative.split("/")) or self._in_environment(os.path.dirname(relative)):
            return None
        if self._not_own and os.path.abspath(file).startswith(self._not_own):
            return None
        return relative

    def is_user_file(self, file: str) -> bool:
        """Whether a file is the user's own."""
        return self.path_of(file) is not None

    def place_of(self, directory: str) -> Optional[str]:
        """As `path_of`, for a folder; empty for the workspace itself."""
        inside = self.path_of(os.path.join(directory, "_"))
        return None if inside is None else inside.rpartition("/")[0]

    def _in_environment(self, directory: str) -> bool:
        if not directory:
            return False
        known = self._environment_of.get(directory)
        if known is None:
            place = self.folder / directory
            known = any((place / mark).exists() for mark in _MARKS) or self._in_environment(os.path.dirname(directory))
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

    def follow(self, modules: Iterable[str], later_roots: Sequence[str] = ()) -> Followed:
        """Everything that importing these modules needs; imports look in `later_roots` (absolute) after all else.

        Raises CannotShipError for a compiled module of the workspace.
        """
        followed = Followed()
        path = (*sys.path, *later_roots)
        pending = sorted(modules)
        while pending:
            name = pending.pop()
            if name not in followed.seen:
                followed.seen.add(name)
                pending += sorted(self._visit(name, path, followed))
        return followed

    def _visit(self, name: str, path: tuple[str, ...], followed: Followed) -> set[str]:
        top = name.partition(".")[0]
        if top in _OURS or top in sys.builtin_module_names:
            return set()
        module = _find(name, path)
        if module is None:
            if "." not in name:
                followed.outside.add(top)
            return set()
        found: set[str] = set()
        parent = name.rpartition(".")[0]
        if parent:
            found.add(parent)
        if module.file is None:
            return found  # a namespace package: its parts are named by those who import them
        shipped = self._workspace.path_of(module.file)
        if shipped is None:
            followed.outside.add(top)
            return set()
        if not module.file.endswith(".py"):
            raise CannotShipError(
                f"The module `{name}` is compiled ({shipped}), so it runs only on machines like this one: "
                "install it as a package and name that in requirements=[…]"
            )
        followed.paths.add(shipped)
        followed.roots.add(_root(shipped, name, module.folders is not None))
        source = try_read_source(module.file)
        if source is not None:
            package = name if module.folders is not None else parent
            found |= set(imported_names(source.tree, package))
        return found | self._observed.get(name, set())


@dataclass(frozen=True)
class _Module:
    """Where a module was found: its file, which a namespace package has none of, and the folders of a package."""

    file: Optional[str]
    folders: Optional[tuple[str, ...]]


@functools.lru_cache(maxsize=4096)
def _find(name: str, path: tuple[str, ...]) -> Optional[_Module]:
    """A module as import finds it, but without importing its packages."""
    parent = name.rpartition(".")[0]
    if not parent:
        return _find_in(name, path) or _find_otherwise(name)
    above = _find(parent, path)
    return None if above is None or above.folders is None else _find_in(name, above.folders)


def _find_in(name: str, folders: Iterable[str]) -> Optional[_Module]:
    portions: list[str] = []
    for folder in folders:
        finder = pkgutil.get_importer(folder or os.getcwd())
        spec = finder.find_spec(name) if finder is not None and hasattr(finder, "find_spec") else None
        if spec is None:
            continue
        if spec.loader is not None:
            return _module(spec)
        portions += spec.submodule_search_locations or ()
    return _Module(None, tuple(portions)) if portions else None


def _find_otherwise(name: str) -> Optional[_Module]:
    """A module that another finder than Python's own knows: of a package that is installed in place, for one."""
    own = (importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter, importlib.machinery.PathFinder)
    for finder in sys.meta_path:
        is_ours = str(getattr(finder, "__module__", "")).startswith("aqueduct.")
        if finder in own or is_ours or not hasattr(finder, "find_spec"):
            continue
        spec = finder.find_spec(name, None)
        if spec is not None:
            return _module(spec)
    return None


def _module(spec: importlib.machinery.ModuleSpec) -> _Module:
    folders = spec.submodule_search_locations
    return _Module(spec.origin if spec.has_location else None, None if folders is None else tuple(folders))


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
