"""Files of the workspace that the text of an operator names, such as `open('data/one.csv')`, and that do not ship with it."""

from __future__ import annotations

import ast
import glob
import itertools
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from aqueduct.definitions.not_shipped import named_from
from aqueduct.shipping.following import Workspace
from aqueduct.shipping.pieces import Piece

_WRITES = re.compile(
    r"(to|write|dump|make|remove|print|log|info|debug|warning|error|export)(_|$)"
    r"|save|mkdir|makedirs|unlink|rename|replace|touch|imwrite|imsave|basicConfig|\w*FileHandler|ExcelWriter|PdfPages"
)
_MODE = re.compile(r"[wax][bt+]*(:\w+)?")
_JOINS = ("join", "joinpath")
_LONGEST = 300
_MOST_MATCHES = 1000


@dataclass(frozen=True)
class NamedPath:
    """A text that names a file, a folder or files of the workspace; `path` is what it says, from the folder."""

    node: ast.expr
    text: str
    path: str
    kind: str


def paths_in_text(
    pieces: Iterable[Piece], working_folder: Path, workspace: Workspace, shipped: Iterable[str]
) -> Iterator[NamedPath]:
    """Texts in calls and behind `/` that name what lies in the workspace and does not ship, each once.

    Calls that write, as their names or modes tell (`to_csv`, `savefig`, `ZipFile(…, 'w')`), name what need not be there.
    """
    look = _Look(working_folder, workspace, frozenset(shipped))
    seen: set[str] = set()
    for piece in pieces:
        for node, is_path in _texts(piece.node) if piece.kind == "definition" else ():
            text = str(node.value)
            if text in seen or not 0 < len(text) < _LONGEST or re.search(r"[\n\0]", text):
                continue
            kind = look.kind(text) if is_path or re.search(r"[./*]", text) else None
            path = workspace.path_of(os.path.abspath(working_folder / text))
            if kind is not None and path is not None:
                seen.add(text)
                yield NamedPath(node, text, path, kind)


def way_to_ship(path: str, own_file: str) -> str:
    """What to do so that a path from the folder ships with an operator of `own_file`."""
    named = named_from(path, own_file)
    if named is None:
        return "move it into the folder of the operator's file, and add file_dependencies=[…] to its decorator"
    return f"add file_dependencies=[{named!r}] to its decorator"


class _Look:
    def __init__(self, working_folder: Path, workspace: Workspace, shipped: frozenset[str]) -> None:
        self._working_folder = working_folder
        self._workspace = workspace
        self._shipped = shipped

    def kind(self, text: str) -> Optional[str]:
        """What a text names; None for nothing, and for what ships."""
        place = self._working_folder / text
        if place.is_file():
            return "a file" if self._lacks(place) else None
        if place.is_dir():
            inside = self._workspace.place_of(os.path.abspath(place))
            has_code = any(name.endswith(".py") for name in os.listdir(place))
            ships = inside == "" or any(path.startswith(f"{inside}/") for path in self._shipped)
            return None if ships or has_code else "a folder"
        matches = itertools.islice(glob.iglob(str(place)), _MOST_MATCHES) if glob.has_magic(text) else ()
        return "a pattern for files" if any(map(self._lacks, map(Path, matches))) else None

    def _lacks(self, file: Path) -> bool:
        path = self._workspace.path_of(os.path.abspath(file))
        return path is not None and path not in self._shipped and file.is_file() and file.suffix != ".py"


def _texts(tree: ast.AST) -> Iterator[tuple[ast.Constant, bool]]:
    """Texts that may be paths, and whether nothing else is likely."""
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        is_path = isinstance(node, ast.BinOp)
        if isinstance(node, ast.Call) and not _writes(node):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            is_path = _name(node) in _JOINS
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            given = [node.right]
        yield from ((each, is_path) for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str))


def _writes(call: ast.Call) -> bool:
    modes = [*call.args[1:2], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    texts = [str(each.value) for each in modes if isinstance(each, ast.Constant)]
    return _WRITES.match(_name(call)) is not None or any(map(_MODE.fullmatch, texts))


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))
