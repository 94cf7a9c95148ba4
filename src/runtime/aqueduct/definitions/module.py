"""The namespace of `aqueduct_workflow`: definitions and values, bound in the order in which they need one another."""

from __future__ import annotations
import __future__

import base64
import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from aqueduct.client import Client
from aqueduct.definitions import rebuild
from aqueduct.definitions.lines import show_lines
from aqueduct.resources import handle
from aqueduct.source_files import split_lines
from aqueduct.values import read_file

MODULE = "aqueduct_workflow"
FUNCTION_PICKLE = "__aqueduct_function__"


class DefinitionsModule:
    """Binds names of a workflow file into a module's namespace: those that an operator reaches at once, others when asked."""

    def __init__(self, namespace: dict[str, Any], manifest: Mapping[str, Any], folder: Path) -> None:
        self._namespace = namespace
        self._document = json.loads(Path(manifest["code"]["definitions"]).read_text("utf-8"))
        self._code = manifest["code"]
        self._path = str(folder / self._document["file"])
        self._providers: dict[str, list[dict[str, Any]]] = {}
        for piece in self._document["pieces"]:
            for name in [*piece["names"], *(f"@{owner}" for owner in piece.get("attachedTo", []))]:
                self._providers.setdefault(name, []).append(piece)
        self._values = {value["name"]: value for value in manifest["values"]}
        self._begun: set[int | str] = set()
        self._completed: set[str] = set()
        self._loaded_later: list[str] = []
        self._is_completing = False
        rebuild.set_completion(self._complete_later)

    def begin(self) -> None:
        """Binds what the operator reaches; anything else is bound when it is asked for."""
        self._namespace["__file__"] = self._path
        self._namespace["__getattr__"] = self._on_demand
        show_lines(self._path, self._document["pieces"])
        if "pickle" in self._document:
            self._namespace[FUNCTION_PICKLE] = base64.b64decode(self._document["pickle"])
        elif not self._code.get("module"):
            for name in self._names_of_operator():
                self._complete(name)

    def _names_of_operator(self) -> list[str]:
        """What the statement binds that the operator stands in; for a method that is its class."""
        line = self._code["line"]
        standing = [
            piece
            for piece in self._document["pieces"]
            if piece["kind"] == "definition" and piece["line"] <= line < piece["line"] + len(split_lines(piece["text"]))
        ]
        return [name for piece in standing for name in piece["names"]]

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
        if not self._is_completing:
            self._complete_loaded()

    def _complete_loaded(self) -> None:
        while self._loaded_later:
            self._complete(self._loaded_later.pop())

    def _complete(self, name: str) -> None:
        """Binds a name and everything that its functions load when they run."""
        is_outermost, self._is_completing = not self._is_completing, True
        try:
            self._complete_one(name)
        finally:
            self._is_completing = not is_outermost
        if is_outermost:
            self._complete_loaded()

    def _complete_one(self, name: str) -> None:
        if name in self._completed:
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
        value = self._values.get(name)
        if value is not None:
            if name not in self._begun:
                self._begun.add(name)
                self._namespace[name] = read_file(Path(value["file"]), value["encoding"], "picklable")
            return
        for piece in self._providers.get(name, []):
            self._bind_piece(piece)

    def _bind_piece(self, piece: dict[str, Any]) -> None:
        if id(piece) in self._begun:
            return
        self._begun.add(id(piece))
        if piece["kind"] == "made":
            self._namespace[piece["names"][0]] = _make(piece["make"], piece["arguments"])
            return
        for needed in piece["eager"]:
            self._bind(needed)
        for needed in piece["called"]:
            self._complete_one(needed)
        exec(self._compile(piece), self._namespace)

    def _compile(self, piece: Mapping[str, Any]) -> CodeType:
        """Code under the user's own file and lines; an indented piece gets an `if` for its indentation."""
        line, text = piece["line"], piece["text"]
        lead = "\n" * (line - 2) + "if 1:\n" if text[:1] in (" ", "\t") else "\n" * (line - 1)
        flags = 0
        for name in self._document["flags"]:
            flags |= getattr(__future__, name).compiler_flag
        code: CodeType = compile(lead + text, self._path, "exec", flags=flags, dont_inherit=True)
        return code


def _make(make: str, arguments: list[str]) -> Any:
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
