"""What pickles of captured values call to fit themselves to where they are unpacked."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any, Optional

_FILE_NAME = 10  # the place of the file's name among the arguments of CodeType, on every Python from 3.8 to 3.14
_folder = Path()


def set_folder(folder: Path) -> None:
    """Sets what relative paths of shipped code and values stand for."""
    global _folder
    _folder = folder


def path_under_folder(relative: str) -> Path:
    """A path under the folder, wherever that is here."""
    return _folder / relative


def text_under_folder(relative: str) -> str:
    """`path_under_folder` as text."""
    return str(_folder / relative)


def code_under_folder(in_folder: bool, *arguments: Any) -> CodeType:
    """A code object whose file lies under the folder, if it did where it was made."""
    adjusted = list(arguments)
    if in_folder:
        adjusted[_FILE_NAME] = str(_folder / adjusted[_FILE_NAME])
    return CodeType(*adjusted)


def in_place(module: str, path: str) -> Any:
    """What a module or something in it holds."""
    found: Any = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    return found


def with_dictionary(kind: Any, attributes: dict[str, Any]) -> Any:
    """An instance that keeps its attributes where another thing keeps them too."""
    made: Any = kind.__new__(kind)
    made.__dict__ = attributes
    return made


def last(*things: Any) -> Any:
    """The last one."""
    return things[-1]


def cached(function: Callable[..., Any], maxsize: Optional[int], typed: bool) -> Any:
    """An `lru_cache` of a function, empty."""
    return functools.lru_cache(maxsize, typed)(function)
