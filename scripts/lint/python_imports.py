"""Holds the Python runtime to its row of the import table, without importing it.

At the top level of a module only the standard library and the runtime itself are imported; everything else is imported
where it is needed, because user interpreters and workers may not have it: in a function, or in one of the modules that
are all about a package and are themselves imported in functions only. Airflow is imported by the launcher alone.

Usage: ``python3 python_imports.py FOLDER``. Prints one JSON object per violation, ``{"file", "line", "message"}``;
exits with 1 if there is one. Needs Python 3.10, the first that knows the names of its standard library.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import NamedTuple

OURS = frozenset({"aqueduct"})
# Modules about one package, with it at their top: nothing else may import them at its own top level.
ABOUT_A_PACKAGE = frozenset(
    {"aqueduct.databases.alchemy", "aqueduct.databases.frames", "aqueduct.databases.stdlib_sqlite"}
)
# Folders of such modules, which import one another as they like.
FOLDERS_ABOUT_PACKAGES = ("aqueduct.databases.saves.",)
MAY_IMPORT_AIRFLOW = "aqueduct/launcher*"


class Import(NamedTuple):
    """The import of a module by its full name; ``deferred`` when it happens in a function, or for a type checker only."""

    module: str
    line: int
    deferred: bool


def imports(tree: ast.AST, package: str, deferred: bool = False) -> Iterator[Import]:
    """Every import below a node of a module of ``package``, those written as calls included.

    ``from x import y`` counts as ``x`` and as ``x.y``, because ``y`` may be a module.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, deferred) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node, package)
            yield Import(base, node.lineno, deferred)
            yield from (Import(f"{base}.{alias.name}", node.lineno, deferred) for alias in node.names)
        else:
            if isinstance(node, ast.Call) and (name := imported_by_call(node)):
                yield Import(name, node.lineno, deferred)
            if isinstance(node, ast.If) and is_type_checking(node.test):
                yield from imports(ast.Module(node.body, []), package, deferred=True)
                yield from imports(ast.Module(node.orelse, []), package, deferred)
            else:
                inner = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
                yield from imports(node, package, deferred or inner)


def absolute(node: ast.ImportFrom, package: str) -> str:
    """The full name of the module that ``from … import`` names."""
    if node.level == 0:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - (node.level - 1)]
    return ".".join([*above, *([node.module] if node.module else [])])


def imported_by_call(node: ast.Call) -> str | None:
    """``import_module("x")`` and ``__import__("x")`` give ``x``."""
    if not (node.args and isinstance(node.args[0], ast.Constant)):
        return None
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
    name = node.args[0].value
    return name if called in {"import_module", "__import__"} and isinstance(name, str) else None


def is_type_checking(test: ast.expr) -> bool:
    """Whether a condition is ``TYPE_CHECKING`` or ``typing.TYPE_CHECKING``."""
    return getattr(test, "id", getattr(test, "attr", None)) == "TYPE_CHECKING"


def is_about_a_package(module: str) -> bool:
    """Whether it is one of the modules that others import in functions only, or a folder of them."""
    return module in ABOUT_A_PACKAGE or f"{module}.".startswith(FOLDERS_ABOUT_PACKAGES)


def violations(file: PurePosixPath, source: str) -> Iterator[tuple[int, str]]:
    """Line and sentence of each import that the row forbids."""
    launches = fnmatch(str(file), MAY_IMPORT_AIRFLOW)
    own_name = ".".join(file.with_suffix("").parts)
    said = set()
    for module, line, deferred in imports(ast.parse(source), ".".join(file.parent.parts)):
        top = module.split(".")[0]
        if top == "airflow" and not launches:
            sentence = "Only the launcher imports airflow."
        elif deferred or top == "airflow" or is_about_a_package(own_name):
            continue
        elif is_about_a_package(module):
            sentence = (
                f"Import {module} in the function that needs it: it needs a package outside the standard library."
            )
        elif top in OURS or top in sys.stdlib_module_names:
            continue
        else:
            sentence = f"Import {top} in the function that needs it: it is not in the standard library."
        if (line, sentence) not in said:
            said.add((line, sentence))
            yield line, sentence


def main(folder: Path) -> int:
    """Checks every module of a folder; vendored ones too, for they ship as well."""
    found = 0
    for path in sorted(folder.rglob("*.py")):
        file = PurePosixPath(path.relative_to(folder).as_posix())
        for line, message in violations(file, path.read_text(encoding="utf-8")):
            found += 1
            sys.stdout.write(json.dumps({"file": str(file), "line": line, "message": message}) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.version_info < (3, 10):
        sys.exit("python_imports.py needs Python 3.10 or later.")
    sys.exit(main(Path(sys.argv[1])))
