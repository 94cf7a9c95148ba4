"""What a workflow file needs that is not installed here, read from its text."""

from __future__ import annotations

import ast
import importlib.machinery
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from aqueduct.environments.requirements import unsatisfied
from aqueduct.shipping.requirements import file_requirements, is_standard
from aqueduct.source_files import try_read_source

DISTRIBUTIONS = {
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "dotenv": "python-dotenv",
    "MySQLdb": "mysqlclient",
    "PIL": "Pillow",
    "psycopg2": "psycopg2-binary",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}
"""Of modules whose distribution has another name; nothing but its index could tell of one that is not installed."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_READS_TABLES = frozenset({"sql", "table"})


def lacking(file: Path) -> list[str]:
    """Requirements as pip takes them: those that are stated, those of imports, and pandas where tables are read."""
    stated: list[str] = []
    modules: set[str] = set()
    for path in _files(file, set()):
        source = try_read_source(str(path))
        if source is None:
            continue
        stated += [each for each in _stated(source.tree) if each not in stated]
        modules |= {module for module in _imports(source.tree) if not _is_there(module, file.parent)}
    whole = try_read_source(str(file))
    stated += [] if whole is None else file_requirements(file, whole.text) or []
    wanted = [each.requirement for each in unsatisfied(stated)]
    return _once([*wanted, *sorted(DISTRIBUTIONS.get(module, module) for module in modules)])


def _files(file: Path, seen: set[Path]) -> Iterator[Path]:
    """The file and the modules beside it that it imports, theirs too."""
    seen.add(file)
    yield file
    source = try_read_source(str(file))
    for module in set() if source is None else _imports(source.tree):
        beside = file.parent / f"{module}.py"
        if beside.is_file() and beside not in seen:
            yield from _files(beside, seen)


def _imports(tree: ast.Module) -> set[str]:
    """Top-level names of imported modules; pandas where a database is read."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _READS_TABLES:
            found.add("pandas")
    return found


def _stated(tree: ast.Module) -> list[str]:
    """The texts of every `requirements=[…]`."""
    lists = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "requirements" and isinstance(keyword.value, (ast.List, ast.Tuple))
    ]
    items = (item for each in lists for item in each.elts)
    return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]


def _is_there(module: str, folder: Path) -> bool:
    """Looked for beside the file and where this interpreter looks; nothing is imported."""
    if module == "aqueduct" or is_standard(module):
        return True
    return importlib.machinery.PathFinder.find_spec(module, [str(folder), *sys.path]) is not None


def _once(requirements: list[str]) -> list[str]:
    """The first of each distribution."""
    found: dict[str, str] = {}
    for requirement in requirements:
        name = _NAME.match(requirement)
        found.setdefault(re.sub(r"[-_.]+", "-", name.group() if name else requirement).lower(), requirement)
    return list(found.values())
