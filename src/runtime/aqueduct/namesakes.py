"""Files beside a workflow that have the name of a module of Python's: which of the two an import gives, and how the user hears of it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import Any, Optional


class NamesakesTold:
    """Around imports of ours: a file beside the script that Python takes for a module of its own is named in an ImportError."""

    def __enter__(self) -> None:
        self._folder = sys.path[0] if sys.path else ""

    def __exit__(self, kind: object, error: Optional[BaseException], trace: object) -> None:
        if error is not None and not isinstance(error, Exception):
            return
        taken = _held_by_us(self._folder) if error is None else _passed_by(self._folder, error)
        if taken is not None:
            raise ImportError(_sentence(*taken)) from error


def unreachable_imports(tree: Any, folder: str) -> Iterator[tuple[Any, str]]:
    """Imports that do not give the file of a folder that they name, since another module of that name is loaded.

    Gives the statement and what is wrong with it; `tree` is a syntax tree of `ast`.
    """
    import ast

    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            continue
        for name in {each.partition(".")[0] for each in names} - {"aqueduct"}:
            beside = _beside(folder, name)
            loaded = sys.modules.get(name)
            if beside is not None and loaded is not None and not _is_file(loaded, beside):
                whose = "Aqueduct's" if name == "aqueduct_workflow" else "Python's"
                file = os.path.relpath(beside, folder).replace(os.sep, "/")
                yield (
                    node,
                    f"`{name}` is here {whose} own module, not your {file}: rename your file, and import it by its new name",
                )


def _sentence(module: str, file: str) -> str:
    return f"{file} is taken for Python's own module `{module}`, which Aqueduct needs: rename it"


def _held_by_us(folder: str) -> Optional[tuple[str, str]]:
    """A module of the folder that one of ours has imported as Python's."""
    for name, file in _namesakes(folder):
        module = sys.modules.get(name)
        if module is None or not _is_file(module, file):
            continue
        ours = [each for part, each in sys.modules.items() if part.partition(".")[0] == "aqueduct"]
        if any(value is module for each in ours for value in list(vars(each).values())):
            return name, file
    return None


def _passed_by(folder: str, error: BaseException) -> Optional[tuple[str, str]]:
    """Of the modules that stand in the place of Python's, one that the error went through; else one that is loaded."""
    found = _namesakes(folder)
    passed: set[str] = set()
    current: Optional[BaseException] = error
    while current is not None:
        trace = current.__traceback__
        while trace is not None:
            passed.add(trace.tb_frame.f_code.co_filename)
            trace = trace.tb_next
        current = current.__cause__ or current.__context__
    loaded = [(name, file) for name, file in found if _is_file(sys.modules.get(name), file)]
    return next((each for each in found if each[1] in passed), loaded[0] if loaded else None)


def _namesakes(folder: str) -> list[tuple[str, str]]:
    """Python's modules of which a folder has one too, and its file."""
    if not os.path.isdir(folder or "."):
        return []
    names = {name.partition(".")[0] for name in os.listdir(folder or ".")}
    found = ((name, _beside(folder, name)) for name in sorted(names) if _is_pythons(name))
    return [(name, file) for name, file in found if file is not None]


def _beside(folder: str, name: str) -> Optional[str]:
    """The file that `import name` gives in a folder; None where there is none."""
    for path in (os.path.join(folder, name, "__init__.py"), os.path.join(folder, f"{name}.py")):
        if os.path.isfile(path):
            return path
    return None


def _is_file(module: Optional[ModuleType], file: str) -> bool:
    loaded = getattr(module, "__file__", None)
    return loaded is not None and os.path.abspath(loaded) == os.path.abspath(file)


def _is_pythons(name: str) -> bool:
    names = getattr(sys, "stdlib_module_names", None)  # from Python 3.10 on
    if names is not None:
        return name in names
    library = os.path.dirname(os.__file__)
    return _beside(library, name) is not None
