"""Which global names a piece of source loads, and when."""

from __future__ import annotations

import ast
import symtable
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

_AT_ONCE = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr"})


@dataclass(frozen=True)
class LoadedNames:
    """Names that a piece loads.

    `eager`: while it is made (decorators, defaults, bases, class bodies). `called`: those of them that are called then, so
    that what they load is needed too. `deferred`: when its functions run. `annotations`: only in annotations.
    """

    eager: frozenset[str]
    called: frozenset[str]
    deferred: frozenset[str]
    annotations: frozenset[str]

    def all(self) -> frozenset[str]:
        """Every name, however it is loaded."""
        return self.eager | self.deferred | self.annotations


def loaded_names(text: str) -> LoadedNames:
    """The names that whole statements load, as they stand in a file (they may be indented)."""
    plain = textwrap.dedent(text)
    eager: set[str] = set()
    deferred: set[str] = set()
    _walk(symtable.symtable(plain, "<piece>", "exec"), eager, deferred, at_once=True)
    tree = ast.parse(plain)
    return LoadedNames(
        frozenset(eager),
        frozenset(_called(tree)) & frozenset(eager),
        frozenset(deferred),
        frozenset(_annotations(tree)),
    )


def _walk(table: symtable.SymbolTable, eager: set[str], deferred: set[str], *, at_once: bool) -> None:
    found = eager if at_once else deferred
    for symbol in table.get_symbols():
        top = table.get_type() == "module"
        declared = symbol.is_declared_global() and not top  # a function's `global` shows in the module's table too
        if declared or (symbol.is_referenced() and (top or symbol.is_global())):
            found.add(symbol.get_name())
    for child in table.get_children():
        runs = at_once and (child.get_type() == "class" or child.get_name() in _AT_ONCE)
        _walk(child, eager, deferred, at_once=runs)


def _called(tree: ast.AST) -> Iterator[str]:
    """Names that are called, or applied as decorators, outside of function bodies; a class calls its bases and its metaclass."""
    for node in outside_functions(tree):
        callees = [node.func] if isinstance(node, ast.Call) else list(getattr(node, "decorator_list", []))
        if isinstance(node, ast.ClassDef):
            callees += [*node.bases, *(keyword.value for keyword in node.keywords)]
        for callee in callees:
            root = callee
            while isinstance(root, (ast.Attribute, ast.Call, ast.Subscript)):
                root = root.func if isinstance(root, ast.Call) else root.value
            if isinstance(root, ast.Name):
                yield root.id


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a tree but for the bodies of functions: it is run when the tree is."""
    yield node
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        inner: list[ast.AST] = [*node.decorator_list, node.args]
    else:
        inner = list(ast.iter_child_nodes(node))
    for child in inner:
        yield from outside_functions(child)


def _annotations(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            annotation = getattr(node, field, None)
            if isinstance(annotation, ast.expr):
                yield from _names_of_annotation(annotation)


def _names_of_annotation(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            yield from _names_of_annotation(ast.parse(node.value, mode="eval").body)
        except SyntaxError:
            return
    elif isinstance(node, ast.Subscript) and _last_name(node.value) == "Literal":
        yield from _names_of_annotation(node.value)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _names_of_annotation(child)


def _last_name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
