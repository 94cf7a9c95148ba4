"""What a call of an operator reaches, taken down at the call."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Optional

from aqueduct.artifacts import Artifact
from aqueduct.error import CannotShipError
from aqueduct.operators import DecoratedFunction
from aqueduct.recording.model import Source
from aqueduct.shipping.captured_value import capture_value, made_anew
from aqueduct.shipping.choosing import piece_for
from aqueduct.shipping.dependencies import file_dependencies
from aqueduct.shipping.following import Follower, Workspace, imported_names
from aqueduct.shipping.loading_order import cycles, rebindings
from aqueduct.shipping.pickling import MODULE, pickled
from aqueduct.shipping.pieces import Piece, pieces_of
from aqueduct.shipping.requirements import stated_requirements
from aqueduct.shipping.shipment import Shipment
from aqueduct.source_files import first_line, read_source, try_read_source

_MODULE_NAMES = frozenset({
    "__name__", "__file__", "__doc__", "__builtins__", "__spec__", "__loader__", "__package__", "__annotations__", "__path__"
})  # fmt: skip


ARTIFACT_AS_GLOBAL = "artifact-read-as-global"


@dataclass(frozen=True)
class Use:
    """The place where a name is used: a piece of the file, or nothing but the call itself."""

    piece: Optional[Piece]


class Capturer:
    """Takes down what the operators of one file ship.

    `module` is the file's `__main__`; `report` is told of what cannot be shipped: a code, a sentence, the line of use.
    """

    def __init__(
        self,
        file: Path,
        module: ModuleType,
        workspace: Workspace,
        follower: Follower,
        report: Callable[[str, str, Optional[Source], bool], None],
    ) -> None:
        self.pieces = pieces_of(read_source(str(file)))
        self.namespace: dict[str, Any] = module.__dict__
        self.workspace = workspace
        self.follower = follower
        self.shown = workspace.path_of(str(file)) or file.name
        self.beside = file.parent
        self.report = report
        self.unresolved: list[tuple[str, str, Optional[Source]]] = []

    def defined(self, name: str) -> object:
        """What a definition of the file binds a name to at present; None where it is no definition."""
        value = self.namespace.get(name)
        return None if value is None or piece_for(name, value, self.pieces, self.namespace, None) is None else value

    def finish(self) -> None:
        """At the end of the file: names that had no value at their call and turned out to be artifacts are refused."""
        for name, operator, source in self.unresolved:
            if isinstance(self.namespace.get(name), Artifact):
                self.report(ARTIFACT_AS_GLOBAL, artifact_message(name, operator), source, True)

    def capture(self, decorated: DecoratedFunction) -> Shipment:
        """What a call of an operator needs elsewhere, as things are now."""
        return _Capture(self, decorated).run()


class _Capture:
    def __init__(self, capturer: Capturer, decorated: DecoratedFunction) -> None:
        self._capturer = capturer
        self._decorated = decorated
        self._shipment = Shipment(capturer.shown, decorated.__name__, 1, 1, definitions_file=capturer.shown)  # type: ignore[attr-defined]
        self._seen: set[str] = set()
        self._named_by: dict[str, set[str]] = {}
        self._path_uses: dict[str, Use] = {}
        self._modules: set[str] = set()

    def run(self) -> Shipment:
        shipment = self._shipment
        shipment.requirements = stated_requirements(self._decorated.options.requirements, self._capturer.beside)
        shipment.flags = self._capturer.pieces.future_flags
        self._function()
        self._attached_definitions()
        self._refuse_disorder()
        followed = self._followed()
        shipment.paths = sorted(followed.paths | self._dependencies())
        self._note_paths()
        shipment.roots = sorted(followed.roots)
        shipment.imports = sorted(followed.outside)
        return shipment

    def _function(self) -> None:
        home = self._decorated.home
        if home is not None and home.namespace is self._capturer.namespace:
            piece = self._capturer.pieces.definition_at(home.line)
            if piece is not None and self._is_bound_by(piece):
                return self._own_definition(piece, home.line)
        elif home is not None and self._in_module(home.module, home.file, home.line):
            return None
        return self._without_definition()

    def _is_bound_by(self, piece: Piece) -> bool:
        """An assignment is a definition only where it names the operator itself (`f = op(g)`, not `a = op(g)(x)`)."""
        return not piece.is_assignment() or self._capturer.namespace.get(piece.names[0]) is self._decorated

    def _own_definition(self, piece: Piece, line: int) -> None:
        self._stands_in(piece, line)
        for name in piece.names:
            self._seen.add(name)
            self._shipment.pieces[name] = [piece]
        self._reach_all(piece)

    def _in_module(self, name: str, file: str, line: int) -> bool:
        """Ships an operator of another module by importing that module; False where it is made by a call there."""
        module = sys.modules.get(name)
        source = try_read_source(file)
        if module is None or source is None:
            return False
        piece = pieces_of(source).definition_at(line)
        if piece is None:
            return False
        self._shipment.module = name
        self._shipment.file = self._capturer.workspace.path_of(file) or name.replace(".", "/") + ".py"
        self._stands_in(piece, line)
        self._modules.add(name)
        return True

    def _stands_in(self, piece: Piece, line: int) -> None:
        """Notes which definition within a piece the operator is: the innermost around a line."""
        inner = _innermost(piece, line)
        self._shipment.function = getattr(inner, "name", piece.names[0])
        self._shipment.line = piece.line if inner is None else first_line(inner)
        self._shipment.end_line = piece.end_line if inner is None else inner.end_lineno or piece.end_line

    def _without_definition(self) -> None:
        raw = self._decorated.raw
        shipment = self._shipment
        code = getattr(raw, "__code__", None)
        if code is not None:
            shipment.file = self._capturer.workspace.path_of(code.co_filename) or shipment.file
            shipment.line = shipment.end_line = code.co_firstlineno
        defined, folder = self._capturer.defined, self._capturer.workspace.folder
        try:
            found = pickled(raw, defined, folder)
            bare = pickled(raw, defined, folder, positions=False)
        except CannotShipError as error:
            self._refuse(
                f"`{shipment.function}` cannot be shipped: it holds {error}. "
                "Define it at the top level of the file, and make what it needs inside of it",
                None,
            )
            return
        shipment.function_pickle, shipment.comparable_pickle = found.data, bare.data
        self._references(found.references, Use(None))

    def _reach_all(self, piece: Piece) -> None:
        self._modules |= set(imported_names(piece.node, "")) if piece.imported is None else _modules_of(piece)
        loads = piece.loads
        for name in sorted(loads.eager | loads.deferred):
            self._reach(name, Use(piece))
        for name in sorted(loads.annotations):
            if self._may_be_definition(name):
                self._reach(name, Use(piece))

    def _may_be_definition(self, name: str) -> bool:
        return self._capturer.defined(name) is not None

    def _reach(self, name: str, use: Use) -> None:
        if name in self._seen or name in _MODULE_NAMES:
            return
        self._seen.add(name)
        namespace = self._capturer.namespace
        if name not in namespace:
            self._reach_later_definition(name, use)
            return
        value = namespace[name]
        if isinstance(value, Artifact):
            message = artifact_message(name, self._decorated.name)
            self._refuse(message, self._use_of(name, use), code=ARTIFACT_AS_GLOBAL)
            return
        pieces = piece_for(name, value, self._capturer.pieces, namespace, self._call_line())
        if pieces:
            self._shipment.pieces[name] = pieces
            for piece in pieces:
                self._reach_all(piece)
            return
        anew = made_anew(name, value, self._capturer.workspace.folder, self._binding_line(name))
        if anew is not None:
            self._shipment.made[name] = anew
            if anew.make.endswith("path"):
                self._path_uses[name] = use
            return
        self._value(name, value, use)

    def _value(self, name: str, value: object, use: Use) -> None:
        try:
            captured, references = capture_value(name, value, self._capturer.defined, self._capturer.workspace.folder)
        except CannotShipError as error:
            self._refuse(str(error), self._use_of(name, use))
            return
        self._shipment.values[name] = captured
        self._named_by[name] = {other.partition(".")[0] for module, other in references if module == MODULE}
        self._references(references, use)

    def _references(self, references: Iterable[tuple[str, str]], use: Use) -> None:
        for module, name in sorted(references):
            if module == MODULE:
                self._reach(name.partition(".")[0], use)
            else:
                self._modules.add(module)

    def _reach_later_definition(self, name: str, use: Use) -> None:
        """A definition that stands below the call: operators run later, so it will be there."""
        if hasattr(builtins, name):
            return
        pieces = [piece for piece in self._capturer.pieces.named(name) if not piece.is_assignment()]
        if pieces:
            self._shipment.pieces[name] = pieces[-1:]
            self._reach_all(pieces[-1])
        else:
            self._capturer.unresolved.append((name, self._decorated.name, self._use_of(name, use)))

    def _refuse_disorder(self) -> None:
        pieces = self._capturer.pieces
        for problem in rebindings(self._shipment, pieces, self._call_line()):
            self._refuse(problem.message, self._use_of(problem.name, Use(problem.piece)), code=problem.code)
        for problem in cycles(self._shipment, self._named_by):
            self._refuse(
                problem.message, pieces.source.range_of(problem.piece.node, self._capturer.shown), code=problem.code
            )

    def _note_paths(self) -> None:
        """A path of the workspace leads to nothing on a worker unless the file comes along."""
        for name, use in self._path_uses.items():
            path = self._shipment.made[name].arguments[0]
            shipped = any(each == path or each.startswith(path + "/") or path == "." for each in self._shipment.paths)
            if not shipped and (self._capturer.workspace.folder / path).is_file():
                self._capturer.report(
                    "path-of-workspace",
                    f"`{name}` is a file of your workspace, which `{self._decorated.name}` does not find on a worker: "
                    f"add file_dependencies=['{path}'] to its decorator",
                    self._use_of(name, use),
                    False,
                )

    def _attached_definitions(self) -> None:
        """Definitions that something shipped notes when they are made (`@h.register`) come with it."""
        shipped = {piece for pieces in self._shipment.pieces.values() for piece in pieces}
        changed = True
        while changed:
            changed = False
            for owner, piece in self._capturer.pieces.registering:
                owners = self._shipment.pieces.get(owner, [])
                if piece not in shipped and any(each.kind == "definition" for each in owners):
                    self._shipment.pieces[f"{owner}@{piece.line}"] = [piece]
                    self._reach_all(piece)
                    shipped = {each for pieces in self._shipment.pieces.values() for each in pieces}
                    changed = True

    def _followed(self) -> Any:
        try:
            followed = self._capturer.follower.follow(self._modules)
        except CannotShipError as error:
            self._refuse(str(error), None, code="compiled-module")
            followed = self._capturer.follower.follow([])
        followed.roots.add(self._capturer.shown.rpartition("/")[0])
        return followed

    def _dependencies(self) -> set[str]:
        own = self._capturer.workspace.folder / self._shipment.file
        return file_dependencies(self._decorated.options.file_dependencies or [], own.parent, self._capturer.workspace)

    def _use_of(self, name: str, use: Use) -> Optional[Source]:
        piece = use.piece
        if piece is None:
            return None
        for node in ast.walk(piece.node):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                return self._capturer.pieces.source.range_of(node, self._capturer.shown)
        return None

    def _refuse(self, message: str, source: Optional[Source], code: str = "cannot-ship") -> None:
        self._capturer.report(code, message, source, True)

    def _binding_line(self, name: str) -> int:
        lines = self._capturer.pieces.bound_lines.get(name, [1])
        call = self._call_line()
        return max((line for line in lines if call is None or line <= call), default=lines[0])

    def _call_line(self) -> Optional[int]:
        """The line that the file's top level is at."""
        frame: Optional[FrameType] = sys._getframe(1)
        while frame is not None:
            if frame.f_globals is self._capturer.namespace and frame.f_code.co_name == "<module>":
                return frame.f_lineno
            frame = frame.f_back
        return None


def artifact_message(name: str, operator: str) -> str:
    """What to do where an operator reads an artifact that was not passed to it."""
    return f"`{name}` is an artifact, whose value is known only when the workflow runs: pass it to `{operator}` as an argument"


def _modules_of(piece: Piece) -> set[str]:
    imported = piece.imported
    if imported is None:
        return set()
    return {imported.module} | ({f"{imported.module}.{imported.attribute}"} if imported.attribute else set())


def _innermost(piece: Piece, line: int) -> Any:
    """The definition within a piece that a line belongs to; None for an assignment."""
    found: Any = None
    for node in ast.walk(piece.node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            outer_body = found is None or isinstance(found, ast.ClassDef)
            if outer_body and first_line(node) <= line <= (node.end_lineno or node.lineno):
                found = node
    return found
