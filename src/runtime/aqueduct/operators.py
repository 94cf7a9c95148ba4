"""A function with a decorator of ours on it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any, Optional, Union

from aqueduct.recording import session
from aqueduct.recording.model import Source
from aqueduct.recording.place import decorated_def, def_of_code, module_frame, nearest_frame
from aqueduct.recording.recorder import When
from aqueduct.source_files import try_read_source
from aqueduct.unknown import UnknownValue


@dataclass(frozen=True)
class Options:
    """What a decorator was given."""

    kind: str
    name: Optional[str]
    file_dependencies: Optional[Sequence[str]]
    requirements: Union[str, Sequence[str], None]
    outputs: Optional[Sequence[str]]
    output_count: int = 1
    severity: Optional[str] = None

    def with_name(self, name: Optional[str]) -> Options:
        """The same under a name."""
        return replace(self, name=name)


@dataclass(frozen=True)
class Home:
    """Where the decorator was applied: the module, and the line that its top level was at."""

    file: str
    line: int
    module: str
    namespace: dict[str, Any]


class DecoratedFunction:
    """Called in a workflow file, it records an operator; `raw` is the function itself."""

    def __init__(
        self,
        raw: Callable[..., Any],
        options: Options,
        record: Callable[[DecoratedFunction, Sequence[Any], dict[str, Any], When], Any],
    ) -> None:
        self.raw = raw
        self.options = options
        self._record = record
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__"):
            value = getattr(raw, attribute, None)
            if value is not None:
                setattr(self, attribute, value)
        self.__wrapped__ = raw
        self.home = _home()
        self._definition = _definition(raw)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self._record(self, arguments, keywords, "now")

    def __repr__(self) -> str:
        return f"<operator {self.name!r}>"

    def lazy(self, *arguments: Any, **keywords: Any) -> Any:
        """As calling it, but executed only once somebody asks for the value."""
        return self._record(self, arguments, keywords, "later")

    def local(self, *arguments: Any, **keywords: Any) -> Any:
        """What the function gives, without being a part of the workflow: by hand its result, else a stand-in."""
        if session.recorder().execution is None:
            return UnknownValue(f"the result of {self.name!r}")
        from aqueduct.artifacts import with_values
        from aqueduct.runner.finishing import finished

        given = {name: with_values(argument) for name, argument in keywords.items()}
        return finished(self.raw, self.raw(*map(with_values, arguments), **given))

    @property
    def name(self) -> str:
        """The operator's name."""
        return self.options.name or self.function_name

    @property
    def yields(self) -> bool:
        """Whether it is a generator function, asynchronous or not."""
        raw = inspect.unwrap(self.raw)
        return inspect.isgeneratorfunction(raw) or inspect.isasyncgenfunction(raw)

    @property
    def function_name(self) -> str:
        """The function's own name; of a `functools.partial` that of its function, of other objects that of their class."""
        called = self.raw
        while isinstance(called, functools.partial):
            called = called.func
        return str(getattr(called, "__name__", type(called).__name__))

    def definition_source(self, shown: Callable[[str], Optional[str]]) -> Optional[Source]:
        """The range of the function's `def`, decorators included; None where it lies outside of the folder."""
        if self._definition is None:
            return None
        path, node = self._definition
        name = shown(path)
        source = try_read_source(path)
        return None if name is None or source is None else source.range_of(node, name)


def _home() -> Optional[Home]:
    found = module_frame()
    if found is None:
        return None
    frame, line = found
    name = frame.f_globals.get("__name__", "__main__")
    return Home(frame.f_code.co_filename, line, name, frame.f_globals)


def _definition(raw: Callable[..., Any]) -> Any:
    frame = nearest_frame()
    if frame is not None:
        node = decorated_def(frame)
        if node is not None:
            return frame.f_code.co_filename, node
    code = getattr(inspect.unwrap(raw), "__code__", None)
    if isinstance(code, CodeType):
        found = def_of_code(code)
        if found is not None:
            return code.co_filename, found
    return None
