"""Python files as text and syntax tree, read once."""

from __future__ import annotations

import ast
import functools
import io
import os
import textwrap
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Union

from aqueduct.recording.model import Source

FunctionNode = Union[ast.FunctionDef, ast.AsyncFunctionDef]


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file's text, its lines (with their ends) and its tree."""

    path: str
    text: str
    lines: tuple[str, ...]
    tree: ast.Module

    @functools.cached_property
    def index(self) -> SourceIndex:
        """What stands where, made at first need."""
        return SourceIndex(self.tree)

    def segment(self, first: int, last: int) -> str:
        """Whole lines, both ends included, counted from 1."""
        return "".join(self.lines[first - 1 : last])

    def column(self, line: int, byte_offset: int) -> int:
        """The column, from 1 and in UTF-16 units, of an offset as `ast` gives it."""
        before = self.lines[line - 1].encode("utf-8")[:byte_offset].decode("utf-8")
        return len(before.encode("utf-16-le")) // 2 + 1

    def range_of(self, node: Union[ast.expr, ast.stmt], shown: str) -> Source:
        """The range of a node, decorators included, in a file shown under the name `shown`."""
        line = first_line(node)
        end_line = node.end_lineno or line
        return Source(
            shown,
            line,
            self.column(node.lineno, node.col_offset),  # a decorator's @ stands in the column of its def
            end_line,
            self.column(end_line, node.end_col_offset or 0),
        )


class SourceIndex:
    """The calls and decorated functions of a file, found by where they stand."""

    def __init__(self, tree: ast.Module) -> None:
        self.calls_by_end: dict[tuple[int, int], ast.Call] = {}
        self.calls_by_line: dict[int, ast.Call] = {}
        self.decorated_by_line: dict[int, FunctionNode] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                self._add_call(node)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.decorator_list:
                for line in range(first_line(node), max(node.body[0].lineno, node.lineno + 1)):
                    self.decorated_by_line[line] = node

    def _add_call(self, node: ast.Call) -> None:
        self.calls_by_end.setdefault((node.end_lineno or 0, node.end_col_offset or 0), node)
        for line in range(node.lineno, (node.func.end_lineno or node.lineno) + 1):
            self.calls_by_line.setdefault(line, node)


@functools.lru_cache(maxsize=256)
def read_source(path: str) -> SourceFile:
    """Reads and parses a file; raises OSError or SyntaxError."""
    with tokenize.open(path) as stream:
        text = stream.read()
    return SourceFile(path, text, split_lines(text), ast.parse(text, path))


def split_lines(text: str) -> tuple[str, ...]:
    """Lines with their ends, as Python counts them: `str.splitlines` also ends lines at form feeds and the like."""
    return tuple(io.StringIO(text, newline="\n"))


def try_read_source(path: str) -> Optional[SourceFile]:
    """As `read_source`, None for what is no readable Python file (`<string>`, a compiled module)."""
    try:
        return read_source(path)
    except (OSError, SyntaxError, UnicodeError, ValueError):
        return None


def first_line(node: Union[ast.expr, ast.stmt]) -> int:
    """The first line of a statement, decorators included."""
    decorators = getattr(node, "decorator_list", None)
    lines: list[int] = [node.lineno, *(decorator.lineno for decorator in decorators or [])]
    return min(lines)


def function_nodes(tree: ast.AST) -> Iterator[FunctionNode]:
    """Every `def` of a tree, outer ones before inner ones."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def shown_path(path: str, folder: Path) -> str:
    """A path relative to the folder, with `/`; as it is where it does not lie under the folder."""
    relative = relative_to(path, folder)
    return path if relative is None else relative


def relative_to(path: str, folder: Path) -> Optional[str]:
    """A path relative to the folder, with `/`; None where it does not lie under it."""
    absolute = os.path.abspath(path)
    root = str(folder)
    if not absolute.startswith(root.rstrip(os.sep) + os.sep):
        return None
    return os.path.relpath(absolute, root).replace(os.sep, "/")


def without_positions(text: str) -> str:
    """Source as its syntax tree alone."""
    return ast.dump(ast.parse(textwrap.dedent(text)))
