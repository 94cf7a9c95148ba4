"""The namespace of `aqueduct_workflow`: definitions and values, bound in the order in which they need one another."""

from __future__ import annotations
import __future__

import base64
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Optional

from aqueduct.client import Client
from aqueduct.definitions import rebuild
from aqueduct.definitions.after_import import AfterImport
from aqueduct.definitions.lines import show_lines
from aqueduct.definitions.remaking import MAKERS, remade
from aqueduct.definitions.state import TopLevelState
from aqueduct.definitions.values import Values
from aqueduct.resources import handle
from aqueduct.source_files import split_lines
from aqueduct.store.blobs import read_blob
from aqueduct.values.functions import MODULE, set_completion

FUNCTION_PICKLE = "__aqueduct_function__"


class DefinitionsModule:
    """Binds names of a workflow file into a module's namespace: those that an operator reaches at once, others when asked."""

    def __init__(self, namespace: dict[str, Any], manifest: Mapping[str, Any], folder: Path) -> None:
        self._namespace = namespace
        self._document = json.loads(read_blob(Path(manifest["code"]["definitions"])).decode("utf-8"))
        self._code = manifest["code"]
        self._path = str(folder / self._document["file"])
        self._providers: dict[str, list[dict[str, Any]]] = {}
        for piece in self._document["pieces"]:
            for name in [*piece["names"], *(f"@{owner}" for owner in piece.get("attachedTo", []))]:
                self._providers.setdefault(name, []).append(piece)
        self._values = Values(manifest["values"], self._document.get("together", {}))
        self._state = TopLevelState(self._document["pieces"], self._is_there, self._value, namespace.__setitem__)
        self._state.wait_for(self._needs_what_is_being_made)
        self._making: list[dict[str, Any]] = []
        self._lines: Mapping[str, int] = self._document.get("lines", {})
        self._begun: set[int | str] = set()
        self._completed: set[str] = set()
        self._loaded_later: list[str] = []
        self._is_completing = False
        set_completion(self._complete_later)

    def begin(self) -> None:
        """Binds what the operator reaches; anything else is bound when it is asked for."""
        self._namespace["__file__"] = self._path
        self._namespace["__getattr__"] = self._on_demand
        show_lines(self._path, self._document["pieces"])
        modules = self._state.modules()
        if modules:
            sys.meta_path.insert(0, AfterImport(lambda spec: spec.name in modules, self._imported))
        if "pickle" in self._document:
            self._namespace[FUNCTION_PICKLE] = base64.b64decode(self._document["pickle"])
        elif not self._code.get("module"):
            for name in self._made_in_order(self._names_of_operator()):
                self._complete(name)
        for logger, level in self._document.get("levels", {}).items():
            for name in (logger, MODULE) if logger == "__main__" else (logger,):
                logging.getLogger(name or None).setLevel(level)

    def _names_of_operator(self) -> list[str]:
        """What the statement binds that the operator stands in; for a method that is its class."""
        line = self._code["line"]
        standing = [
            piece
            for piece in self._document["pieces"]
            if piece["kind"] == "definition" and piece["line"] <= line < piece["line"] + len(split_lines(piece["text"]))
        ]
        return [name for piece in standing for name in piece["names"]]

    def _made_in_order(self, names: Sequence[str]) -> list[str]:
        """Makes what these names reach in the order of the file, which decorators and base classes may count on; gives all names."""
        holds = self._document.get("holds", {})
        pending: list[str] = list(reversed(names))
        reached: dict[str, None] = {}
        while pending:
            name = pending.pop()
            if name not in reached:
                reached[name] = None
                pending += [*holds.get(name, ()), *self._state.needed_for(name)]
                for piece in [*self._providers.get(name, ()), *self._providers.get(f"@{name}", ())]:
                    pending += [*piece["names"], *piece.get("eager", ()), *piece.get("deferred", ())]
        pieces = {id(piece): piece for name in reached for piece in self._providers.get(name, ())}
        self._is_completing = True
        try:
            for piece in sorted(pieces.values(), key=lambda piece: int(piece["line"])):
                self._bind_piece(piece)
        finally:
            self._is_completing = False
        return list(reached)

    def _on_demand(self, name: str) -> Any:
        """The module's `__getattr__`: a definition that something else names, such as the class of an unpickled value."""
        if name in self._providers or name in self._values:
            self._complete(name)
            if name in self._namespace:
                return self._namespace[name]
        raise AttributeError(f"module {MODULE!r} has no attribute {name!r}")

    def _complete_later(self, names: Sequence[str]) -> None:
        """Binds what a function loads that is just being unpickled: once the value that holds it is bound, which that may load in turn."""
        self._loaded_later += [name for name in names if name in self._providers or name in self._values]
        self._complete_loaded()

    def _complete(self, name: str) -> None:
        """Binds a name and everything that its functions load when they run."""
        if self._is_completing:
            self._complete_one(name)
        else:
            self._loaded_later.append(name)
            self._complete_loaded()

    def _complete_loaded(self) -> None:
        if self._is_completing:
            return
        self._is_completing = True
        try:
            while self._loaded_later or self._state.settle():
                if self._loaded_later:
                    self._complete_one(self._loaded_later.pop())
        finally:
            self._is_completing = False

    def _complete_one(self, name: str) -> None:
        if name in self._completed:
            return
        if self._needs_what_is_being_made(name):
            self._loaded_later.append(name)
            return
        self._completed.add(name)
        self._bind(name)
        for piece in self._providers.get(name, []):
            for needed in [*piece.get("eager", []), *piece.get("deferred", [])]:
                self._complete_one(needed)
        for attached in self._providers.get(f"@{name}", []):
            self._bind_piece(attached)
            for needed in attached["deferred"]:
                self._complete_one(needed)

    def _bind(self, name: str) -> None:
        if name in self._values:
            if name not in self._begun:
                self._begun.add(name)
                self._namespace[name] = self._value(self._state.first_of(name))
                self._state.made(name, self._namespace[name])
            return
        for piece in self._providers.get(name, []):
            self._bind_piece(piece)

    def _bind_piece(self, piece: dict[str, Any]) -> None:
        if id(piece) in self._begun:
            return
        self._begun.add(id(piece))
        if piece["kind"] == "made":
            self._namespace[piece["names"][0]] = _make(piece["make"], piece["arguments"], piece.get("number"))
            return
        self._making.append(piece)
        for needed in piece["eager"]:
            self._bind(needed)
        for needed in piece["called"]:
            self._complete_one(needed)
        exec(self._compile(piece), self._namespace)
        self._making.remove(piece)
        if piece["kind"] == "definition":
            for name in piece["names"]:
                if name in self._namespace:
                    self._state.made(name, self._namespace[name])

    def _needs_what_is_being_made(self, name: str) -> bool:
        """A class or a value that a function of a base class loads, for one: it was not there either when the base was called."""
        if not self._making:
            return False
        if name in self._values:
            return self._lines.get(name, 0) > min(int(piece["line"]) for piece in self._making)
        making = {each for piece in self._making for each in piece["names"]}
        return name in making or self._reaches(name, making, set())

    def _reaches(self, name: str, wanted: set[str], seen: set[str]) -> bool:
        if name in seen:
            return False
        seen.add(name)
        for piece in self._providers.get(name, []):
            loaded = set(piece.get("eager", []))
            if loaded & wanted or any(self._reaches(other, wanted, seen) for other in sorted(loaded)):
                return True
        return False

    def _imported(self, module: ModuleType) -> None:
        self._state.made(f"{module.__name__}:", module)
        self._complete_loaded()

    def _is_there(self, name: str) -> bool:
        return name in self._values or any(piece["kind"] == "made" for piece in self._providers.get(name, []))

    def _value(self, name: str) -> Any:
        if name in self._values:
            return self._values.read(name)
        made = self._providers[name][0]
        return _make(made["make"], made["arguments"], made.get("number"))

    def _compile(self, piece: Mapping[str, Any]) -> CodeType:
        """Code under the user's own file and lines; an indented piece gets an `if` for its indentation."""
        line, text = piece["line"], piece["text"]
        lead = "\n" * (line - 2) + "if 1:\n" if text[:1] in (" ", "\t") else "\n" * (line - 1)
        flags = 0
        for name in self._document["flags"]:
            flags |= getattr(__future__, name).compiler_flag
        code: CodeType = compile(lead + text, self._path, "exec", flags=flags, dont_inherit=True)
        return code


def _make(make: str, arguments: list[str], number: Optional[int]) -> Any:
    if number is not None and make in MAKERS:
        return remade(make, number, *map(int, arguments))
    if make == "logger":
        return logging.getLogger(*arguments)
    if make == "client":
        return Client()
    if make == "resource":
        return handle(*arguments)
    if make == "path":
        return rebuild.path_under_folder(arguments[0])
    if make == "text-path":
        return rebuild.text_under_folder(arguments[0])
    raise ValueError(f"the definitions name something that this version of Aqueduct cannot make: {make!r}")
