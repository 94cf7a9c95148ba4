"""The definitions of a file: statements that can be run again elsewhere without running the file."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional, Union

from aqueduct.shipping.names import LoadedNames, loaded_names
from aqueduct.source_files import SourceFile, first_line

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_COMPOUND = (ast.If, ast.Try, ast.With)


@dataclass(frozen=True)
class Imported:
    """What an import piece binds: a module (`attribute` None) or an attribute of one."""

    module: str
    attribute: Optional[str] = None
    whole_path: bool = False
    """`import a.b` binds `a`, yet `a.b` must be imported."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One definition: `text` are whole lines of the file from `line` on (an import is one line of its own)."""

    kind: str
    names: tuple[str, ...]
    line: int
    end_line: int
    text: str
    node: ast.stmt
    imported: Optional[Imported] = None

    @functools.cached_property
    def loads(self) -> LoadedNames:
        """The names that the piece loads."""
        return loaded_names(self.text)

    def contains(self, line: int) -> bool:
        """Whether a line of the file is one of the piece's."""
        return self.line <= line <= self.end_line

    def is_assignment(self) -> bool:
        """Whether the piece gives a name a value that may or may not be a definition."""
        return isinstance(self.node, (ast.Assign, ast.AnnAssign))


@dataclass(frozen=True)
class StarImport:
    """`from module import *`."""

    module: str
    line: int
    node: ast.stmt


class FilePieces:
    """All pieces of a file, by name and by line; `registering` are those that something else may note when they are made, with
    its name: `@h.register`, a base class with `__init_subclass__`."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.stars: list[StarImport] = []
        self._collect(source.tree.body)
        self.bound_lines = _bound_lines(source.tree)
        self._by_name: dict[str, list[Piece]] = {}
        self._by_line: dict[int, Piece] = {}
        self.registering: list[tuple[str, Piece]] = []
        for piece in self.pieces:
            self._index(piece)

    @property
    def future_flags(self) -> list[str]:
        """Names that the file imports from `__future__`."""
        return sorted(
            alias.name
            for node in self.source.tree.body
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for alias in node.names
        )

    def named(self, name: str) -> list[Piece]:
        """The pieces that bind a name, in the order of the file."""
        return self._by_name.get(name, [])

    def definition_at(self, line: int) -> Optional[Piece]:
        """The piece with a line in it that is no import."""
        return self._by_line.get(line)

    def _index(self, piece: Piece) -> None:
        for name in piece.names:
            self._by_name.setdefault(name, []).append(piece)
        if piece.kind == "definition":
            for line in range(piece.line, piece.end_line + 1):
                self._by_line.setdefault(line, piece)
        for decorator in getattr(piece.node, "decorator_list", []):
            root = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(root, ast.Attribute) and isinstance(root.value, ast.Name):
                self.registering.append((root.value.id, piece))
        for base in getattr(piece.node, "bases", []):
            if isinstance(base, ast.Name) and any(
                _notes_subclasses(each.node) for each in self._by_name.get(base.id, [])
            ):
                self.registering.append((base.id, piece))

    def _collect(self, body: Sequence[ast.stmt]) -> None:
        for node in body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._imports(node)
            elif isinstance(node, _DEFINITIONS):
                self._definition(node, [node.name])
            elif isinstance(node, _COMPOUND):
                self._compound(node)
            elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                self._definition(node, [node.targets[0].id])
            elif isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
                self._definition(node, [node.target.id])
            elif type(node).__name__ == "TypeAlias":
                self._definition(node, [node.name.id])  # type: ignore[attr-defined]

    def _compound(self, node: ast.stmt) -> None:
        if _only_definitions(node):
            names = [name for name, _ in _bindings(node)]
            self._definition(node, list(dict.fromkeys(names)))
            return
        for body in _bodies(node):
            self._collect(body)

    def _definition(self, node: ast.stmt, names: list[str]) -> None:
        line, end_line = first_line(node), node.end_lineno or node.lineno
        text = self.source.segment(line, end_line)
        if _shares_lines(node, text):
            text = (ast.get_source_segment(self.source.text, node) or ast.unparse(node)) + "\n"
        self.pieces.append(Piece("definition", tuple(names), line, end_line, text, node))

    def _imports(self, node: Union[ast.Import, ast.ImportFrom]) -> None:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return
        for alias in node.names:
            if isinstance(node, ast.Import):
                bound = alias.asname or alias.name.partition(".")[0]
                imported = Imported(alias.name, None, whole_path=alias.asname is None)
                text = f"import {alias.name}"
            elif alias.name == "*":
                self.stars.append(StarImport(node.module or "", node.lineno, node))
                continue
            else:
                bound, imported = alias.asname or alias.name, Imported(node.module or "", alias.name)
                text = f"from {node.module} import {alias.name}"
            text += f" as {alias.asname}\n" if alias.asname else "\n"
            self.pieces.append(Piece("import", (bound,), node.lineno, node.lineno, text, node, imported))


def import_piece(name: str, imported: Imported, line: int, node: ast.stmt) -> Piece:
    """A piece that binds a name by an import that the file spells in another way."""
    if imported.attribute is None:
        text = f"import {imported.module} as {name}\n"
    else:
        text = f"from {imported.module} import {imported.attribute} as {name}\n"
    return Piece("import", (name,), line, line, text, node, imported)


def _notes_subclasses(node: ast.stmt) -> bool:
    """Whether a class hears of its subclasses, and so may keep a list of them."""
    return isinstance(node, ast.ClassDef) and any(
        getattr(member, "name", "") == "__init_subclass__" for member in node.body
    )


def _only_definitions(node: ast.stmt) -> bool:
    """Whether a compound statement holds imports and definitions, beside them at most constants (`yaml = None`)."""
    inner = [statement for body in _bodies(node) for statement in body]
    if isinstance(node, ast.If) and _tests_main(node.test):
        return False
    if not any(isinstance(statement, (*_DEFINITIONS, ast.Import, ast.ImportFrom, *_COMPOUND)) for statement in inner):
        return False
    return all(_is_definition(statement) for statement in inner)


def _is_definition(node: ast.stmt) -> bool:
    if isinstance(node, (*_DEFINITIONS, ast.Import, ast.Pass)):
        return True
    if isinstance(node, ast.ImportFrom):
        return all(alias.name != "*" for alias in node.names)
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr)):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, _COMPOUND) and _only_definitions(node)


def _tests_main(test: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(test))


def _bodies(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    for field in ("body", "orelse", "finalbody"):
        yield getattr(node, field, [])
    for handler in getattr(node, "handlers", []):
        yield handler.body


def _shares_lines(node: ast.stmt, text: str) -> bool:
    """Whether other code stands on the statement's lines (`a = 1; f = lambda: a`)."""
    try:
        tree = ast.parse(text if node.col_offset == 0 else "if 1:\n" + text)
    except SyntaxError:
        return True
    found = tree.body if node.col_offset == 0 else getattr(tree.body[0], "body", [])
    return len(found) != 1 or type(found[0]) is not type(node)


def _bound_lines(tree: ast.Module) -> dict[str, list[int]]:
    """Lines of all statements at the top level that bind a name, however they do it."""
    lines: dict[str, list[int]] = {}
    for statement in tree.body:
        for name, line in _bindings(statement):
            lines.setdefault(name, []).append(line)
    return lines


def _bindings(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, _DEFINITIONS):
        yield node.name, first_line(node)
        return
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0], node.lineno
    elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id, node.lineno
    elif isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name, node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _bindings(child)


@functools.lru_cache(maxsize=256)
def pieces_of(source: SourceFile) -> FilePieces:
    """The pieces of a file, found once."""
    return FilePieces(source)
