"""Whose code is running, and what the code that an operator reaches names."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from types import CellType, CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Optional

CLOCK = "the time"
_CLOCKS = frozenset({"now", "today", "utcnow"})
_OF_TIME = frozenset({"localtime", "gmtime", "ctime", "time", "time_ns", "strftime"})
_NATIVE_READERS = frozenset({
    "read_parquet", "read_feather", "read_orc", "read_hdf", "ParquetFile", "ParquetDataset", "memory_map", "OSFile",
    "scan_parquet", "scan_csv", "scan_ipc", "scan_ndjson", "read_ipc", "read_ndjson", "read_avro", "open_dataset",
    "read_table", "open_csv", "imread", "dataset",
})  # fmt: skip
_EMPTY = CellType()
_IMPORTING = "<frozen importlib._bootstrap"


class Callers:
    """Knows the user's own code by the folder that it lies in."""

    def __init__(self, folder: str) -> None:
        self._inside = os.path.join(folder, "")
        self._standard = os.path.join(sysconfig.get_paths()["stdlib"], "")
        self._finding = tuple(os.path.join(self._standard, name) for name in ("importlib", "pkgutil"))
        self._watching = tuple(__file__.replace("callers", name) for name in ("callers", "outside", "unheard"))
        self._runtime = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "")

    def is_users(self) -> bool:
        """Whether the user's own code asks, itself or through Python's standard library."""
        frame: Optional[FrameType] = sys._getframe(1)
        while frame is not None:
            file = frame.f_code.co_filename
            if file.startswith(self._inside):
                return "site-packages" not in file
            if not file.startswith(("<", self._standard, *self._watching)) or file.startswith(_IMPORTING):
                return False
            frame = frame.f_back
        return False

    def is_python_or_us(self) -> bool:
        """Whether a module is just being looked for, or our own code is at work."""
        frame: Optional[FrameType] = sys._getframe(3)
        while frame is not None:
            file = frame.f_code.co_filename
            if file.startswith((_IMPORTING, self._runtime, *self._finding)):
                return True
            if not file.startswith(("<", self._standard)):
                return False
            frame = frame.f_back
        return True

    def telling_names(self, function: Any) -> Iterator[str]:
        """Clocks, and readers in compiled code, that a function and what it calls of the user's own code name."""
        seen: set[int] = set()
        pending: list[Any] = [function]
        while pending:
            value = pending.pop()
            if id(value) in seen:
                continue
            seen.add(id(value))
            for own in self._functions(value):
                names, namespace = _names_in(own.__code__), own.__globals__
                if names & _CLOCKS or (names & _OF_TIME and _knows_time(names, namespace)):
                    yield CLOCK
                yield from (f"files that {name} reads" for name in sorted(names & _NATIVE_READERS))
                pending += [namespace[name] for name in names if name in namespace]
                pending += [cell.cell_contents for cell in own.__closure__ or () if cell != _EMPTY]

    def _functions(self, value: Any) -> Iterator[FunctionType]:
        """The user's own functions in a value: itself, the members of a class or module, what a decorator or a method wraps."""
        is_module = isinstance(value, ModuleType) and str(getattr(value, "__file__", "") or "").startswith(self._inside)
        has_members = is_module or (isinstance(value, type) and self._is_own(value))
        for member in vars(value).values() if has_members else [value]:
            wrapped = (getattr(member, name, None) for name in ("__func__", "fget", "__wrapped__"))
            found = next((each for each in wrapped if each is not None), member)
            if isinstance(found, FunctionType) and found.__code__.co_filename.startswith(self._inside):
                yield found

    def _is_own(self, kind: type) -> bool:
        file = str(getattr(sys.modules.get(kind.__module__), "__file__", "") or "")
        return kind.__module__ in ("__main__", "aqueduct_workflow") or file.startswith(self._inside)


def _names_in(code: CodeType) -> set[str]:
    """What code names, the functions that it defines included."""
    nested = [const for const in code.co_consts if isinstance(const, CodeType)]
    return set(code.co_names).union(*map(_names_in, nested))


def _knows_time(names: set[str], namespace: dict[str, Any]) -> bool:
    """Whether a name that many things bear is here one of the module `time`."""
    import time

    return ("time" in names and (namespace.get("time", time) is time)) or any(
        getattr(time, name, None) is namespace.get(name, names) for name in names & _OF_TIME
    )
