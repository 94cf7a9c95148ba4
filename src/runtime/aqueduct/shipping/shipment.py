"""What one call of an operator ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from aqueduct.shipping.pieces import Piece
from aqueduct.shipping.together import Held


@dataclass(frozen=True)
class MadeAnew:
    """A global that is made again where the operator runs: a logger, a lock, a handle of ours, a path under the folder.

    `number` is that of a thing which may have other names too, or stand in values.
    """

    name: str
    make: str
    arguments: tuple[str, ...]
    line: int
    number: Optional[int] = None


@dataclass(frozen=True)
class CapturedValue:
    """A value as it was at the call. `comparable` are its bytes without positions of code, which travels in them where `has_code`.

    `left_out` says what of it does not travel. `held` is what it may share with other values, while these are sought.
    """

    name: str
    encoding: str
    data: bytes
    comparable: bytes
    stable: bool
    has_code: bool = False
    left_out: tuple[str, ...] = ()
    held: Held = field(default_factory=dict, compare=False, repr=False)


def as_written(name: str) -> str:
    """A captured value as code writes it, for people: `steps.LIMIT` for the `steps:LIMIT` of a module."""
    return name.replace(":", ".", 1)


@dataclass(frozen=True)
class State:
    """What the top level did to a thing after it was made.

    `owner` is the name of a definition or a value of the file, or `module:name` in a module of the workspace (`module:` for the
    module itself). `attribute` is None for what the owner itself holds. `value` names the captured value, None where the
    attribute was deleted. `how`: `set` the attribute, `fill` what it holds, `delete`, or `register` classes.
    `first` names what a value held before definitions added to it.
    """

    owner: str
    attribute: Optional[str]
    value: Optional[str]
    how: str
    first: Optional[str] = None
    names: frozenset[str] = frozenset()
    """Names of the file that the value refers to."""


@dataclass
class Shipment:
    """Everything that a call needs elsewhere.

    `module` is the importable module of the function; None where it is one of the file's own definitions.
    `function_pickle` holds it where it has no definition at all. `paths` are workspace files by their path from the
    folder, `roots` the folders (from the folder) that its imports start at; `later_roots` come behind everything else, for modules among
    `file_dependencies`. It runs in `working_folder`. `has_code`: code travels in a value
    that is given to it, which binds it to one minor version of Python. `levels` are those that the top level gave to loggers,
    "" for the root: no value depends on them. `bound`: the line at which each value that definitions
    may load while they are made was bound first. `inherited_code`: definitions of the file that values of earlier
    operators may call. `together`: the value in which each of these names stands, for names whose values hold the same objects.
    `holds`: the definitions that each value refers to, which are made in the order of the file.
    """

    file: str
    function: str
    line: int
    end_line: int
    module: Optional[str] = None
    function_pickle: Optional[bytes] = None
    comparable_pickle: Optional[bytes] = None
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    values: dict[str, CapturedValue] = field(default_factory=dict)
    made: dict[str, MadeAnew] = field(default_factory=dict)
    state: dict[str, State] = field(default_factory=dict)
    flags: Sequence[str] = ()
    paths: list[str] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)
    later_roots: Sequence[str] = ()
    working_folder: str = ""
    generated: Optional[str] = None
    imports: list[str] = field(default_factory=list)
    requirements: Optional[Sequence[str]] = None
    definitions_file: str = ""
    has_code: bool = False
    inherited_code: Sequence[str] = ()
    levels: Mapping[str, int] = field(default_factory=dict)
    bound: Mapping[str, int] = field(default_factory=dict)
    together: dict[str, str] = field(default_factory=dict)
    holds: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def globals(self) -> dict[str, CapturedValue]:
        """Captured values by the names of the file; those that share what they hold have one value."""
        return {**self.values, **{name: self.values[joined] for name, joined in self.together.items()}}

    def captures(self, name: str) -> bool:
        """Whether a global of the file travels as a value."""
        return name in self.values or name in self.together

    def bindings(self) -> dict[str, Any]:
        """Every name that the shipment binds by definitions or by making anew."""
        return {**self.pieces, **self.made}


def generated_shipment(text: str, function: str) -> Shipment:
    """A function of ours, made for one call from its text; it stands in no file of the user's."""
    return Shipment(f"<aqueduct {function}>", function, 1, text.count("\n"), generated=text)
