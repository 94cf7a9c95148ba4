"""What something of a workflow file reaches: definitions, values and modules, as they are at the call."""

from __future__ import annotations

import ast
import builtins
import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Optional, Protocol

from aqueduct.artifacts import Artifact
from aqueduct.error import CannotShipError
from aqueduct.recording.model import Source
from aqueduct.shipping.captured_value import Names, capture_value, made_anew
from aqueduct.shipping.changing import Changes
from aqueduct.shipping.choosing import piece_for
from aqueduct.shipping.dependencies import Dependencies
from aqueduct.shipping.following import Followed, Follower, Workspace, imported_names
from aqueduct.shipping.joining import Joining, Live
from aqueduct.shipping.loading_order import (
    OrderProblem,
    added_to,
    cycles,
    made_of_themselves,
    needed_by,
    rebindings,
    rebound,
)
from aqueduct.shipping.paths_in_text import paths_in_text, way_to_ship
from aqueduct.shipping.pieces import FilePieces, Piece
from aqueduct.shipping.secrets import Secrets
from aqueduct.shipping.setting import StateOf
from aqueduct.shipping.shipment import CapturedValue, Shipment, State, as_written
from aqueduct.shipping.top_level import TopLevel
from aqueduct.source_files import try_read_source
from aqueduct.values.functions import MODULE

_MODULE_NAMES = frozenset({
    "__name__", "__file__", "__doc__", "__builtins__", "__spec__", "__loader__", "__package__", "__annotations__", "__path__"
})  # fmt: skip

ARTIFACT_AS_GLOBAL = "artifact-read-as-global"
STATE_NOT_SHIPPED = "state-not-shipped"


@dataclass(frozen=True)
class Use:
    """The place where a name is used: a piece of the file, or nothing but the call itself."""

    piece: Optional[Piece]


class File(Protocol):
    """What is known of the file that is traced, as `Capturer` has it."""

    pieces: FilePieces
    namespace: dict[str, Any]
    workspace: Workspace
    follower: Follower
    shown: str
    beside: Path
    report: Callable[[str, str, Optional[Source], str], None]
    unresolved: list[tuple[str, str, Optional[Source]]]
    top: TopLevel
    secrets: Secrets
    changes: Changes
    here: Callable[[], Optional[Source]]

    def defined(self, name: str) -> object:
        """What a definition of the file binds a name to at present; None where it is not a definition."""


class Reach:
    """Collects in a shipment what is reached from one call on; `user` is named in what is said of it."""

    def __init__(self, capturer: File, shipment: Shipment, user: str) -> None:
        self._capturer = capturer
        self._shipment = shipment
        self._user = user
        self._seen: set[str] = set()
        self._named_by: dict[str, set[str]] = {}
        self._path_uses: dict[str, Use] = {}
        self._modules: set[str] = set()
        self._dependencies = Dependencies()
        self._live: Live = {}
        self._places = capturer.top.snapshots.places(MODULE)

    def _complete(self) -> None:
        """Once all is reached: what comes with it, in what order it is made, and the files that it imports."""
        looked_at: set[str] = set()
        while True:
            self._attached_definitions()
            followed = self._followed()
            self._subclasses(followed)
            fresh = followed.seen - looked_at
            looked_at |= fresh
            if not any([self._state_of_module(name) for name in sorted(fresh)]):
                break
        self._order()
        Joining(self._capturer, self._shipment, self._live, self._named_by, self._places).join()
        self._shipment.holds = {name: frozenset(named) for name, named in self._named_by.items() if any(named)}
        self._shipment.levels = self._capturer.top.levels()
        self._shipment.bound = self._capturer.top.bound
        self._shipment.paths = sorted(followed.paths | self._dependencies.paths)
        self._shipment.roots = sorted(followed.roots)
        self._shipment.imports = sorted(followed.outside)

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
            message = artifact_message(name, self._user)
            self._refuse(message, self._use_of(name, use), code=ARTIFACT_AS_GLOBAL)
            return
        if isinstance(value, ModuleType) and _has_no_file(value):
            message = f"`{name}` is a module without a file, so it cannot be imported elsewhere: make a file of it"
            self._refuse(message, self._use_of(name, use))
            return
        made = self._capturer.top.made
        pieces = piece_for(name, value, self._capturer.pieces, namespace, self._call_line(), made)
        if pieces:
            self._shipment.pieces[name] = pieces
            for piece in pieces:
                self._reach_all(piece)
            if any(piece.kind != "import" for piece in pieces) and not isinstance(value, ModuleType):
                self._state_of(name, value, use)  # that of what is imported comes with its module
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
            captured, references, loads = capture_value(
                name, value, self._capturer.defined, self._capturer.workspace.folder, places=self._places
            )
        except CannotShipError as error:
            self._refuse(str(error), self._use_of(name, use))
            return
        self._shipment.values[name] = captured
        self._note_left_out(name, captured.left_out, self._use_of(name, use))
        self._capturer.secrets.captured(name, value, captured.data, self._user, lambda: self._assigned(name))
        self._live[name] = value, ()
        self._named_by[name] = {other.partition(".")[0] for module, other in references if module == MODULE and other}
        self._references(references | loads, use)

    def _state_of(self, owner: str, value: object, use: Use) -> bool:
        """Takes along what was set on a definition or a module after it was made; whether there is anything."""
        found = list(StateOf(self._capturer, owner, value, self._binding_line(owner), self._places))
        for each in found:
            if each.problem is not None:
                self._capturer.report(
                    STATE_NOT_SHIPPED, each.problem, each.source or self._use_of(owner, use), "information"
                )
                continue
            self._shipment.state[each.key] = each.state
            if each.made is not None:
                self._shipment.made[each.key] = each.made
                if each.made.make.endswith("path"):
                    self._path_uses[each.key] = use
            if each.captured is not None:
                captured, references, loads = each.captured
                self._shipment.values[captured.name] = captured
                place = functools.partial(self._place_of_state, each.source, owner)
                self._capturer.secrets.captured(each.key, each.value, captured.data, self._user, place)
                if each.state.how != "register":
                    self._live[captured.name] = each.value, each.by_value
                self._references(references | loads, use)
        return bool(found)

    def _place_of_state(self, source: Optional[Source], owner: str) -> Source:
        return source or self._assigned(owner)

    def _state_of_module(self, name: str) -> bool:
        module = None if name in (MODULE, "__main__") else sys.modules.get(name)
        return module is not None and self._state_of(f"{name}:", module, Use(None))

    def _note_left_out(self, name: str, parts: Iterable[str], source: Optional[Source]) -> None:
        for part in parts:
            message = f"`{as_written(name)}` is shipped without {part} and cannot be shipped: make it inside the operator that uses it"
            self._capturer.report("left-out", message, source, "warning")

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
            self._capturer.unresolved.append((name, self._user, self._use_of(name, use)))

    def _order(self) -> None:
        """Refuses what cannot be made in any order; what definitions add themselves to is there before them, and filled after."""
        pieces = self._capturer.pieces
        for problem in [
            *rebindings(self._shipment, pieces, self._call_line()),
            *made_of_themselves(self._shipment),
            *self._bound_between(),
        ]:
            at = self._use_of(problem.name, Use(problem.piece))
            at = at or pieces.source.range_of(problem.piece.node, self._capturer.shown)
            self._refuse(problem.message, at, code=problem.code)
        for name, piece in list(added_to(self._shipment)):
            first = self._capturer.top.first_before(name, piece)
            if first is not None and first[0].data != self._shipment.values[name].data:
                self._filled_later(name, first)
        for problem in cycles(self._shipment, self._named_by, pieces):
            if problem.name in self._shipment.state:
                continue
            self._refuse(
                problem.message, pieces.source.range_of(problem.piece.node, self._capturer.shown), code=problem.code
            )

    def _bound_between(self) -> Iterator[OrderProblem]:
        """Values that were given another value between two definitions that need them: only one of the two can be there first."""
        first_before = self._capturer.top.first_before
        told = {each.name for each in rebindings(self._shipment, self._capturer.pieces, self._call_line())}
        for name, (earlier, *later) in needed_by(self._shipment).items():
            if name in told:
                continue
            first = first_before(name, earlier)
            for piece in later:
                other = first_before(name, piece)
                if first is not None and other is not None and first[0].data != other[0].data:
                    yield rebound(name, earlier, piece)
                    break

    def _filled_later(self, name: str, first: tuple[CapturedValue, Names, Names]) -> None:
        captured, references, loads = first
        self._shipment.values[captured.name] = captured
        names = self._named_by.get(name, set())
        self._shipment.state[name] = State(name, None, name, "fill", captured.name, frozenset(names))
        self._references(references | loads, Use(None))

    def _note_paths(self) -> None:
        """A path of the workspace leads to nothing on a worker unless the file comes along."""
        for name, use in self._path_uses.items():
            path = self._shipment.made[name].arguments[0]
            shipped = any(each == path or each.startswith(path + "/") or path == "." for each in self._shipment.paths)
            place = self._capturer.workspace.folder / path
            if not shipped and place.exists() and not self._leads_to_one(path):
                kind = "a file" if place.is_file() else "a folder"
                self._note_path(as_written(name), path, kind, self._use_of(name, use))
        pieces = [piece for pieces in self._shipment.pieces.values() for piece in pieces]
        folder = self._capturer.workspace.folder / self._shipment.working_folder
        for named in paths_in_text(pieces, folder, self._capturer.workspace, self._shipment.paths):
            source = self._capturer.pieces.source.range_of(named.node, self._capturer.shown)
            self._note_path(named.text, named.path, named.kind, source)

    def _note_path(self, name: str, path: str, kind: str, source: Optional[Source]) -> None:
        way = way_to_ship(path, self._shipment.file)
        message = f"`{name}` is {kind} of your workspace, which `{self._user}` does not find on a worker: {way}"
        self._capturer.report("path-of-workspace", message, source, "warning")

    def _leads_to_one(self, path: str) -> bool:
        """Whether a folder holds the workflow or the operator: what is meant is something in it, which runs tell."""
        return path == "." or any(file.startswith(f"{path}/") for file in (self._capturer.shown, self._shipment.file))

    def _attached_definitions(self) -> None:
        """Definitions that something shipped notes when they are made (`@h.register`) come with it."""
        shipped = {piece for pieces in self._shipment.pieces.values() for piece in pieces}
        changed = True
        while changed:
            changed = False
            for owner, piece in [*self._capturer.pieces.registering, *self._capturer.top.noted]:
                owners = self._shipment.pieces.get(owner, [])
                if piece not in shipped and any(each.kind == "definition" for each in owners):
                    self._shipment.pieces[f"{owner}@{piece.line}"] = [piece]
                    self._reach_all(piece)
                    shipped = {each for pieces in self._shipment.pieces.values() for each in pieces}
                    changed = True

    def _subclasses(self, followed: Followed) -> None:
        """Where code asks classes for their subclasses, those of the file come along, though nothing names them."""
        pieces = [piece for pieces in self._shipment.pieces.values() for piece in pieces]
        sources = (try_read_source(str(self._capturer.workspace.folder / path)) for path in followed.paths)
        texts = [piece.text for piece in pieces] + [source.text for source in sources if source is not None]
        if not any("__subclasses__" in text for text in texts):
            return
        for name, value in list(self._capturer.namespace.items()):
            bases = value.__mro__[1:] if isinstance(value, type) and self._capturer.defined(name) is value else ()
            if any(base.__qualname__ in self._shipment.pieces or base.__module__ in followed.seen for base in bases):
                self._reach(name, Use(None))
                for piece in self._shipment.pieces.get(name, []):
                    self._shipment.pieces[f"{self._shipment.function}@{piece.line}"] = [piece]

    def _followed(self) -> Any:
        try:
            folder = self._capturer.workspace.folder
            later = [str(folder / root) for root in self._dependencies.roots]
            followed = self._capturer.follower.follow(self._modules | self._dependencies.imports, later)
        except CannotShipError as error:
            self._refuse(str(error), None, code="compiled-module")
            followed = self._capturer.follower.follow([])
        followed.roots.add(self._capturer.shown.rpartition("/")[0])
        return followed

    def _use_of(self, name: str, use: Use) -> Optional[Source]:
        piece = use.piece
        if piece is None:
            return None
        for node in ast.walk(piece.node):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                return self._capturer.pieces.source.range_of(node, self._capturer.shown)
        return None

    def _refuse(self, message: str, source: Optional[Source], code: str = "cannot-ship") -> None:
        self._capturer.report(code, message, source, "error")

    def _assigned(self, name: str) -> Source:
        """The innermost statement that bound a global, as things are at the call."""
        line = self._binding_line(name)
        source = self._capturer.pieces.source
        around = [
            node
            for node in ast.walk(source.tree)
            if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
        ]
        return (
            source.range_of(around[-1], self._capturer.shown)
            if around
            else Source(self._capturer.shown, line, 1, line, 1)
        )

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


def _has_no_file(module: ModuleType) -> bool:
    return getattr(module, "__spec__", None) is None and getattr(module, "__file__", None) is None


def artifact_message(name: str, operator: str) -> str:
    """What to do where an operator reads an artifact that was not passed to it."""
    return f"`{name}` is an artifact, whose value is known only when the workflow runs: pass it to `{operator}` as an argument"


def _modules_of(piece: Piece) -> set[str]:
    imported = piece.imported
    if imported is None:
        return set()
    return {imported.module} | ({f"{imported.module}.{imported.attribute}"} if imported.attribute else set())
