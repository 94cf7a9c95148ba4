"""What one call of an operator ships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from aqueduct.shipping.pieces import Piece


@dataclass(frozen=True)
class MadeAnew:
    """A global that is made again where the operator runs: a logger, a handle of ours, a path under the folder."""

    name: str
    make: str
    arguments: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class CapturedValue:
    """A value as it was at the call. `comparable` are its bytes without positions of code, which travels in them where `has_code`."""

    name: str
    encoding: str
    data: bytes
    comparable: bytes
    stable: bool
    has_code: bool = False


@dataclass
class Shipment:
    """Everything that a call needs elsewhere.

    `module` is the importable module of the function; None where it is one of the file's own definitions.
    `function_pickle` holds it where it has no definition at all. `paths` are workspace files by their path from the
    folder, `roots` the folders (from the folder) that its imports start at; `later_roots` come behind everything else, for modules among
    `file_dependencies`. It runs in `working_folder`. `has_code`: code travels in a value
    that is given to it, which binds it to one minor version of Python. `inherited_code`: definitions of the file that values of earlier
    operators may call.
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

    def bindings(self) -> dict[str, Any]:
        """Every name that the shipment binds by definitions or by making anew."""
        return {**self.pieces, **self.made}


def generated_shipment(text: str, function: str) -> Shipment:
    """A function of ours, made for one call from its text; it stands in no file of the user's."""
    return Shipment(f"<aqueduct {function}>", function, 1, text.count("\n"), generated=text)
