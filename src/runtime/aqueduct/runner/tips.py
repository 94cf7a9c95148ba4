"""What to do about an exception of user code, in a sentence."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

_OURS = frozenset({".aqueduct", ".air-executor"})
_NO_TIP = "The trace names the line; what the operator printed before it stands in its log."


def message_of(error: BaseException) -> str:
    """The exception as Python's last line of a traceback has it."""
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - the user's own __str__
        text = "(its text cannot be had)"
    name = type(error).__qualname__
    return f"{name}: {text}" if text else name


def tip_for(error: BaseException, inputs: Sequence[object]) -> str:
    """What to do, told from the exception and from what the operator was given."""
    for kind, tip in _TIPS:
        if isinstance(error, kind):
            return tip(error, inputs)
    return _NO_TIP


def _missing_module(error: Any, _inputs: Sequence[object]) -> str:
    if not error.name:
        return _NO_TIP
    if error.path:
        return "An operator imports what ships with it, and nothing else of the folder: here as on a worker."
    root = error.name.split(".")[0]
    return (
        f"{root} is not installed where this operator runs: name it in requirements=[...] and install it with "
        f"`{sys.executable} -m pip install '{root}'`. If it is a module of yours, "
        "import it at the top of the file, or name it in file_dependencies=[...]."
    )


def _memory(_error: Any, _inputs: Sequence[object]) -> str:
    return "The operator asked for more memory than there is: read fewer rows or columns, or work in pieces."


def _key(error: Any, inputs: Sequence[object]) -> str:
    wanted = str(error.args[0]) if error.args else ""
    tables = [
        [str(name) for name in value.columns]
        for value in inputs
        if hasattr(value, "columns") and hasattr(value, "dtypes")
    ]
    if not tables or all(wanted in columns for columns in tables):
        return _NO_TIP
    names = ", ".join(tables[0][:30])
    near = difflib.get_close_matches(wanted, [name for columns in tables for name in columns], 1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"{meant}The table has the columns {names}."


def _exit(_error: Any, _inputs: Sequence[object]) -> str:
    return "An operator ends by returning its value: take the call of exit() or sys.exit() out of it."


def _interrupt(_error: Any, _inputs: Sequence[object]) -> str:
    return "The operator raised KeyboardInterrupt itself: raise another exception, or cancel the run instead."


def _name(error: Any, _inputs: Sequence[object]) -> str:
    name = getattr(error, "name", None) or "".join(str(error).split("'")[1:2])  # 3.9 has it in the text only
    if not name:
        return _NO_TIP
    return f"{name} is not defined where the operator runs: define or import it at the top of the file or inside the operator."


def _file(error: Any, _inputs: Sequence[object]) -> str:
    if error.filename is None:
        return _NO_TIP
    file = error.filename if isinstance(error.filename, str) else ""
    if _OURS & set(Path(file).parts):
        return (
            f"{file} is a file of Aqueduct's own, and is gone: was the folder moved, renamed or emptied while the "
            "workflow ran? Run it again from where it is now."
        )
    where = f"{error.filename} is not there where the operator runs, in the folder {os.getcwd()}"
    return f"{where}: name it in file_dependencies=[...] so that it travels with the operator."


def _recursion(_error: Any, _inputs: Sequence[object]) -> str:
    return "The operator calls itself without an end; the trace shows the first and the last of the calls."


_TIPS: tuple[tuple[type[BaseException], Callable[[Any, Sequence[object]], str]], ...] = (
    (ModuleNotFoundError, _missing_module),
    (MemoryError, _memory),
    (RecursionError, _recursion),
    (KeyError, _key),
    (NameError, _name),
    (FileNotFoundError, _file),
    (SystemExit, _exit),
    (KeyboardInterrupt, _interrupt),
)
