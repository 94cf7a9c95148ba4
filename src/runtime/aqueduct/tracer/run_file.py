"""Runs a user's file as `__main__`, as `python FILE` would."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def prepare(file: Path) -> ModuleType:
    """A fresh `__main__` for the file, with `sys.argv` and `sys.path` as `python FILE` sets them."""
    module = ModuleType("__main__")
    namespace: dict[str, Any] = module.__dict__
    namespace.update(__file__=str(file), __builtins__=__builtins__, __spec__=None, __loader__=None, __package__=None)
    sys.modules["__main__"] = module
    sys.argv = [str(file)]
    sys.path[:] = [str(file.parent), *(each for each in sys.path if each not in ("", str(file.parent)))]
    return module


def run(file: Path, module: ModuleType) -> None:
    """Runs the file's top level in the module; whatever the file raises comes through."""
    code = compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
    try:
        exec(code, module.__dict__)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise
