"""Prints what the modules of a folder import of one another, for the guard that looks for circles.

Imports in functions and for a type checker count, since they make circles as well. A package is not imported by the
mere import of what lies in it: otherwise everything would be in one circle with the package's own ``__init__``.

Usage: ``python3 python_import_graph.py FOLDER``. Prints one JSON object, from each file to the files that it imports.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

from python_imports import imports


def graph(folder: Path) -> dict[str, list[str]]:
    """Paths are relative to the folder, with ``/``."""
    files = {module_of(path.relative_to(folder)): path for path in sorted(folder.rglob("*.py"))}
    names = {module: path.relative_to(folder).as_posix() for module, path in files.items()}
    return {names[module]: [names[one] for one in imported(module, path, files)] for module, path in files.items()}


def imported(module: str, path: Path, files: dict[str, Path]) -> list[str]:
    """The modules of the folder that one of them imports."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    lines: dict[int, set[str]] = {}
    for one in imports(ast.parse(path.read_text(encoding="utf-8")), package):
        if one.module in files:
            lines.setdefault(one.line, set()).add(one.module)
    found = set()
    for names in lines.values():
        # `from package import module` is told as both; only the module is meant.
        found |= {name for name in names if not any(other.startswith(f"{name}.") for other in names)}
    return sorted(found)


def module_of(path: Path) -> str:
    """``aqueduct/sql.py`` is ``aqueduct.sql``, ``aqueduct/__init__.py`` is ``aqueduct``."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(graph(Path(sys.argv[1]))))
