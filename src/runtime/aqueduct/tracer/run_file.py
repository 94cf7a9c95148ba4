"""Runs a user's file as `__main__`, as `python FILE` would."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from aqueduct.shipping.snapshots import HOOK
from aqueduct.source_files import first_line

_MAKES_A_DEFINITION = (ast.Lambda, ast.Call, ast.Name, ast.Attribute)


def prepare(file: Path) -> ModuleType:
    """A fresh `__main__` for the file, with `sys.argv` and `sys.path` as `python FILE` sets them."""
    module = ModuleType("__main__")
    namespace: dict[str, Any] = module.__dict__
    namespace.update(__file__=str(file), __builtins__=__builtins__, __spec__=None, __loader__=None, __package__=None)
    sys.modules["__main__"] = module
    sys.argv = [str(file)]
    sys.path[:] = [str(file.parent), *(each for each in sys.path if each not in ("", str(file.parent)))]
    return module


def run(file: Path, module: ModuleType, watched: frozenset[str] = frozenset()) -> None:
    """Runs the file's top level in the module; whatever the file raises comes through.

    The hook of `shipping.snapshots` is called after each definition of the top level and each statement that binds one
    of the `watched` names, with the name and its value; and before a definition that calls something, with no name.
    """
    tree = ast.parse(file.read_bytes(), str(file))
    _tell_of_bindings(tree.body, watched)
    code = compile(tree, str(file), "exec", dont_inherit=True)
    try:
        exec(code, module.__dict__)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise


def _tell_of_bindings(body: list[ast.stmt], watched: frozenset[str]) -> None:
    told: list[ast.stmt] = []
    for statement in body:
        for inner in _bodies(statement):
            _tell_of_bindings(inner, watched)
        if getattr(statement, "decorator_list", None) or getattr(statement, "bases", None):
            told.append(_call_of_hook("", ast.Constant(None), first_line(statement)))
        told.append(statement)
        end = statement.end_lineno or statement.lineno
        told += [_call_of_hook(name, ast.Name(name, ast.Load()), end) for name in _bound_names(statement, watched)]
    body[:] = told


def _bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return
    for part in (statement, *getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
        for field in ("body", "orelse", "finalbody"):
            if getattr(part, field, None):
                yield getattr(part, field)


def _bound_names(statement: ast.stmt, watched: frozenset[str]) -> list[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [statement.name]
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
        return []
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = (node for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))
    bound = [node.id for node in names if isinstance(node.ctx, ast.Store)]
    return bound if isinstance(statement.value, _MAKES_A_DEFINITION) else [name for name in bound if name in watched]


def _call_of_hook(name: str, value: ast.expr, line: int) -> ast.stmt:
    call = ast.Expr(ast.Call(ast.Name(HOOK, ast.Load()), [ast.Constant(name), value], []))
    for node in ast.walk(call):
        if isinstance(node, (ast.expr, ast.stmt)):
            node.lineno = node.end_lineno = line
            node.col_offset = node.end_col_offset = 0
    return call
