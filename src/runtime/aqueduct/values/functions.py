"""Functions that travel as code and see, where they are read, the globals of the module that they were made in."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any

from aqueduct._vendor.cloudpickle import cloudpickle as _untyped

cloudpickle: Any = _untyped
MODULE = "aqueduct_workflow"
"""The module that holds the definitions of the workflow file in an operator's process."""


def _bound_already(_names: Sequence[str]) -> None:
    """Where the file itself was run."""


_complete: Callable[[Sequence[str]], None] = _bound_already


def set_completion(complete: Callable[[Sequence[str]], None]) -> None:
    """Sets who binds names of the file that a function loads; where nobody does, they are bound already."""
    global _complete
    _complete = complete


def function_of_module(code: Any, module: str, names: Sequence[str], closure: Any) -> FunctionType:
    """A function that travelled as code, with the globals of its module; `names` are those that it loads of the file."""
    namespace = vars(importlib.import_module(module))
    _complete(names)
    return FunctionType(code, namespace, None, None, closure)


def reduced_with_globals(pickler: Any, function: FunctionType) -> Any:
    """How a function of the definitions module is pickled as a result: what it loads goes along for who does not have it."""
    names = sorted(cloudpickle._extract_code_globals(function.__code__))
    code, _, _, _, closure = pickler._function_getnewargs(function)
    state = cloudpickle._function_getstate(function)
    return function_of_module, (code, MODULE, tuple(names), closure), state, None, None, _set_state


def _set_state(function: FunctionType, state: Any) -> None:
    own, slots = state
    for name, value in slots.pop("__globals__").items():
        function.__globals__.setdefault(name, value)
    cloudpickle._function_setstate(function, (own, {**slots, "__globals__": {}}))
