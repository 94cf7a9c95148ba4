"""What a call of an operator, and a value that is given to one, take along."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import ModuleType
from typing import Any, Optional

from aqueduct.artifacts import Artifact
from aqueduct.error import CannotShipError
from aqueduct.operators import DecoratedFunction
from aqueduct.recording.model import Parameter, Source
from aqueduct.shipping.captured_value import capture_value
from aqueduct.shipping.changing import Changes
from aqueduct.shipping.choosing import piece_for, whole
from aqueduct.shipping.following import Follower, Workspace
from aqueduct.shipping.objects import is_nothing_but_itself
from aqueduct.shipping.operator_place import Place
from aqueduct.shipping.pickling import pickled
from aqueduct.shipping.pieces import Piece, pieces_of
from aqueduct.shipping.reaching import ARTIFACT_AS_GLOBAL, Reach, Use, artifact_message
from aqueduct.shipping.requirements import stated_requirements
from aqueduct.shipping.secrets import Reading, Secrets
from aqueduct.shipping.shipment import Shipment
from aqueduct.shipping.together import Places
from aqueduct.shipping.top_level import TopLevel
from aqueduct.source_files import first_line, read_source, try_read_source
from aqueduct.values import Encoded
from aqueduct.values.codec import encode_plain, type_of
from aqueduct.values.functions import MODULE
from aqueduct.values.type_names import with_article


class Capturer:
    """Takes down what the operators of one file ship.

    `module` is the file's `__main__`; `report` is told of what cannot be shipped: a code, a sentence, the line of use, how severe it is.
    `readings` is what the file has read on this machine so far, `here` gives the running call.
    """

    def __init__(
        self,
        file: Path,
        module: ModuleType,
        workspace: Workspace,
        follower: Follower,
        report: Callable[[str, str, Optional[Source], str], None],
        readings: Collection[Reading],
        here: Callable[[], Optional[Source]],
    ) -> None:
        self.pieces = pieces_of(read_source(str(file)))
        self.namespace: dict[str, Any] = module.__dict__
        self.workspace = workspace
        self.follower = follower
        self.shown = workspace.path_of(str(file)) or file.name
        self.beside = file.parent
        self.report = report
        self.here = here
        self.secrets = Secrets(self.shown, readings)
        self.unresolved: list[tuple[str, str, Optional[Source]]] = []
        self.changes = Changes(self.pieces, self.namespace, self.shown)
        self.top = TopLevel(self.pieces, self.defined, workspace.folder, workspace.is_user_file)

    def defined(self, name: str) -> object:
        """What a definition of the file binds a name to at present; None where it is no definition."""
        value = self.namespace.get(name)
        found = None if value is None else piece_for(name, value, self.pieces, self.namespace, None, self.top.made)
        return None if found is None else value

    def finish(self) -> None:
        """At the end of the file: names that had no value at their call and turned out to be artifacts are refused."""
        for name, operator, source in self.unresolved:
            if isinstance(self.namespace.get(name), Artifact):
                self.report(ARTIFACT_AS_GLOBAL, artifact_message(name, operator), source, "error")
        self.changes.tell(self.report)
        self.secrets.tell(lambda message, place: self.report("captured-secret", message, place, "warning"))

    def capture(self, decorated: DecoratedFunction) -> Shipment:
        """What a call of an operator needs elsewhere, as things are now."""
        return _Capture(self, decorated).run()

    def capture_parameter(self, name: str, value: object) -> Parameter:
        """The value of a parameter as it is now, and what its own classes and functions need elsewhere.

        Raises CannotShipError, with what in it cannot travel.
        """
        return _Given(self, name).run(value)


class _Capture(Reach):
    """What a call of an operator reaches."""

    def __init__(self, capturer: Capturer, decorated: DecoratedFunction) -> None:
        shipment = Shipment(capturer.shown, decorated.function_name, 1, 1, definitions_file=capturer.shown)
        super().__init__(capturer, shipment, decorated.name)
        self._decorated = decorated

    def run(self) -> Shipment:
        shipment = self._shipment
        shipment.requirements = stated_requirements(self._decorated.options.requirements, self._capturer.beside)
        shipment.flags = self._capturer.pieces.future_flags
        self._function()
        self._take_dependencies()
        self._complete()
        self._note_paths()
        self._capturer.changes.called(self._user, shipment, self._call_line(), self._assigned)
        return shipment

    def _function(self) -> None:
        home = self._decorated.home
        if home is not None and home.namespace is self._capturer.namespace:
            piece = self._capturer.pieces.definition_at(home.line)
            pieces = whole(piece, self._capturer.pieces) if piece is not None and self._is_bound_by(piece) else None
            if pieces is not None:
                return self._own_definition(pieces, home.line)
        elif home is not None and self._in_module(home.module, home.file, home.line):
            return None
        return self._without_definition()

    def _is_bound_by(self, piece: Piece) -> bool:
        """An assignment is a definition only where it names the operator itself (`f = op(g)`, not `a = op(g)(x)`)."""
        return not piece.is_assignment() or self._capturer.namespace.get(piece.names[0]) is self._decorated

    def _own_definition(self, pieces: list[Piece], line: int) -> None:
        piece = pieces[-1]
        self._stands_in(piece, line)
        for name in piece.names:
            self._seen.add(name)
            self._shipment.pieces[name] = [each for each in pieces if name in each.names]
        for each in pieces:
            self._reach_all(each)
        for name in piece.names:
            self._state_of(name, self._capturer.namespace.get(name), Use(piece))

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
                f"`{shipment.function}` cannot be shipped: it holds {with_article(str(error))}. "
                "Define it at the top level of the file, and make what it needs inside of it",
                None,
            )
            return
        self._note_left_out(shipment.function, found.left_out, None)
        shipment.function_pickle, shipment.comparable_pickle = found.data, bare.data
        self._references(found.references | found.loads, Use(None))

    def _take_dependencies(self) -> None:
        workspace, shipment, decorated = self._capturer.workspace, self._shipment, self._decorated
        own_file = None if decorated.home is None else decorated.home.file
        place = Place(decorated.options.file_dependencies, own_file, self._capturer.beside, workspace)
        self._dependencies = place.dependencies
        shipment.later_roots = place.dependencies.roots
        shipment.working_folder = workspace.place_of(str(place.working_folder)) or ""


class _Given(Reach):
    """What a value that is given to operators reaches."""

    def __init__(self, capturer: Capturer, name: str) -> None:
        super().__init__(capturer, Shipment(capturer.shown, "", 1, 1, definitions_file=capturer.shown), name)

    def run(self, value: object) -> Parameter:
        defined, folder = self._capturer.defined, self._capturer.workspace.folder
        places = None if encode_plain(value) is not None else {**self._places, **self._sentinels()}
        captured, references, loads = capture_value(self._user, value, defined, folder, remakes=False, places=places)
        encoded = Encoded(type_of(value), captured.encoding, captured.data)
        self._capturer.secrets.given(self._user, captured.data, self._capturer.here())
        if not (references or captured.has_code):
            return Parameter(encoded)
        self._shipment.has_code = captured.has_code
        self._references(references | loads, Use(None))
        self._complete()
        return Parameter(encoded, self._shipment)

    def _sentinels(self) -> Places:
        """Globals of the file, bound once, that are nothing but themselves: whoever is given one may compare it with the global by `is`."""
        lines = self._capturer.pieces.bound_lines
        named = [(name, each) for name, each in self._capturer.namespace.items() if len(lines.get(name, ())) == 1]
        return {id(each): (MODULE, name) for name, each in named if is_nothing_but_itself(each)}


def _innermost(piece: Piece, line: int) -> Any:
    """The definition within a piece that a line belongs to; None for an assignment."""
    found: Any = None
    for node in ast.walk(piece.node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            outer_body = found is None or isinstance(found, ast.ClassDef)
            if outer_body and first_line(node) <= line <= (node.end_lineno or node.lineno):
                found = node
    return found
