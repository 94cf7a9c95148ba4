"""The packages that an operator needs: what the file says, else what its imports tell."""

from __future__ import annotations

import ast
import functools
import importlib.metadata
import re
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Optional, Union

from aqueduct.error import InvalidUserArgumentException, RequirementsMissingError

_SCRIPT_BLOCK = re.compile(r"(?m)^# /// script\s*$\s(?P<content>(^#(| .*)$\s)+)^# ///\s*$")
_DEPENDENCIES = re.compile(r"(?m)^dependencies\s*=\s*")


def stated_requirements(given: Union[str, Sequence[str], None], beside: Path) -> Optional[list[str]]:
    """What `requirements=` says; None where it is not given.

    A text is the path of a file, relative to the workflow's folder; raises RequirementsMissingError where there is none.
    """
    if given is None:
        return None
    if isinstance(given, str):
        path = beside / given
        if not path.is_file():
            raise RequirementsMissingError(
                f"There is no requirements file {given!r} beside the workflow: correct the path, or give a list of packages"
            )
        return read_requirements(path.read_text("utf-8"))
    if not all(isinstance(requirement, str) for requirement in given):
        raise InvalidUserArgumentException("requirements= takes a list of texts such as ['pandas', 'numpy>=1.26']")
    return [requirement.strip() for requirement in given]


def file_requirements(file: Path, text: str) -> Optional[list[str]]:
    """A PEP 723 block of the file, else the `requirements.txt` beside it; None where neither is there."""
    block = _SCRIPT_BLOCK.search(text)
    if block is not None:
        content = "".join(
            line[2:] if line.startswith("# ") else line[1:] for line in block["content"].splitlines(keepends=True)
        )
        dependencies = _DEPENDENCIES.search(content)
        return [] if dependencies is None else _leading_list(content[dependencies.end() :])
    beside = file.parent / "requirements.txt"
    return read_requirements(beside.read_text("utf-8")) if beside.is_file() else None


def read_requirements(text: str) -> list[str]:
    """The lines of a requirements file without comments, blank lines and pip's own options."""
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("-")]


def inferred_requirements(modules: Iterable[str]) -> list[str]:
    """The distributions that give these top-level modules here; modules that nothing gives are left out."""
    known = _distributions()
    return sorted({known[module] for module in modules if module in known and not is_standard(module)})


def _leading_list(text: str) -> list[str]:
    """The TOML list of texts that a text begins with, which is a Python list too; brackets may stand inside of texts."""
    for end in (match.end() for match in re.finditer(r"\]", text)):
        try:
            return [str(item) for item in ast.literal_eval(text[:end])]
        except SyntaxError:
            continue
    return []


def is_standard(module: str) -> bool:
    """Whether a top-level module is the standard library's."""
    names: Optional[frozenset[str]] = getattr(sys, "stdlib_module_names", None)
    if names is not None:
        return module in names
    folder = Path(sysconfig.get_paths()["stdlib"])
    return module in sys.builtin_module_names or (folder / module).exists() or (folder / f"{module}.py").exists()


@functools.lru_cache(maxsize=1)
def _distributions() -> dict[str, str]:
    """Top-level modules and the distribution that brings each; of several, the first by name."""
    found: dict[str, str] = {}
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if not name:
            continue
        listed = (distribution.read_text("top_level.txt") or "").split()
        files = [] if listed else [str(path) for path in distribution.files or []]
        tops = set(listed) | {re.split(r"[/\\.]", path)[0] for path in files if path.endswith(".py")}
        for top in tops:
            found[top] = min(name, found.get(top, name))
    return found
