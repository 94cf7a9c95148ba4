"""Globals that are data: their bytes at the call, or how to make them anew."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Optional

from aqueduct.client import Client
from aqueduct.definitions.remaking import number_of
from aqueduct.error import CannotShipError
from aqueduct.resources import DatabaseResource, EngineResource, Resource, StoreResource
from aqueduct.shipping.pickling import Defined, is_stable, pickled
from aqueduct.shipping.remakes import plain_remake
from aqueduct.shipping.shipment import CapturedValue, MadeAnew, as_written
from aqueduct.shipping.together import Places, held_in, inside
from aqueduct.source_files import relative_to
from aqueduct.values.codec import encode_plain
from aqueduct.values.type_names import a_type, type_name, with_article

Names = frozenset[tuple[str, str]]

MAX_BYTES = 100 * 1024 * 1024
_PROVED_UP_TO = 1024 * 1024
_RESOURCE_TYPES = {DatabaseResource: "database", EngineResource: "airflow", StoreResource: "store"}


def capture_value(
    name: str,
    value: object,
    defined: Defined,
    folder: Path,
    *,
    remakes: bool = True,
    by_value: Sequence[object] = (),
    places: Optional[Places] = None,
) -> tuple[CapturedValue, Names, Names]:
    """A value's bytes, the (module, qualified name) pairs that they refer to, and those that code in them loads when it runs.

    With `remakes`, locks and the like in it are made anew. `by_value` are functions and classes that are not named, `places` objects
    that come along with others, as `pickled` has it.

    Raises CannotShipError, naming the value, its type and what to do.
    """
    plain = encode_plain(value)
    held = {} if plain is None else held_in(inside(value) if type(value) in (list, dict, tuple) else [value])
    if plain is not None and not (places and held.keys() & places.keys()):
        _refuse_too_large(name, len(plain.data))
        return CapturedValue(name, plain.encoding, plain.data, plain.data, True, held=held), frozenset(), frozenset()
    try:
        found = pickled(value, defined, folder, remakes=remakes, by_value=by_value, places=places)
        bare = found.data
        if found.has_code or found.is_numbered:
            bare = pickled(
                value, defined, folder, positions=False, remakes=remakes, by_value=by_value, places=places
            ).data
    except CannotShipError as error:
        raise CannotShipError(_refusal(name, value, str(error))) from error
    _refuse_too_large(name, len(found.data))
    stable = _stable(name, found.data, defined, folder)
    captured = CapturedValue(name, "pickle", found.data, bare, stable, found.has_code, found.left_out, found.held)
    return captured, found.references, found.loads


def made_anew(name: str, value: object, folder: Path, line: int) -> Optional[MadeAnew]:
    """How to make a logger, a lock or the like, a handle of ours or a path under the folder again; None for anything else."""
    if isinstance(value, logging.Logger):
        return MadeAnew(name, "logger", (value.name,), line)
    plain = plain_remake(value)
    if plain is not None:
        return MadeAnew(name, plain[0], tuple(map(str, plain[1])), line, number_of(value))
    if isinstance(value, Client):
        return MadeAnew(name, "client", (), line)
    if isinstance(value, Resource):
        return MadeAnew(name, "resource", (value.name(), _RESOURCE_TYPES[type(value)]), line)
    if isinstance(value, (str, PurePath)) and PurePath(value).is_absolute():
        text = str(value)
        relative = "." if Path(text) == folder else relative_to(text, folder)
        if relative is not None and (relative == "." or Path(text).exists()):
            return MadeAnew(name, "text-path" if isinstance(value, str) else "path", (relative,), line)
    return None


def _stable(name: str, data: bytes, defined: Defined, folder: Path) -> bool:
    if len(data) > _PROVED_UP_TO:
        return True
    try:
        return is_stable(data, lambda value: pickled(value, defined, folder).data)
    except Exception as error:
        raise CannotShipError(
            f"`{as_written(name)}` cannot be shipped: it is written, but cannot be read again "
            f"({type(error).__name__}: {error}). Make it inside the operator that uses it"
        ) from error


def _refusal(name: str, value: object, found: str) -> str:
    own = type_name(value)
    inner, space, detail = found.partition(" ")
    held = a_type(value) if inner == own else f"{a_type(value)} that holds {with_article(inner)}"
    return f"`{as_written(name)}` is {held}, which cannot be shipped{space}{detail}: make it inside the operator that uses it"


def _refuse_too_large(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise CannotShipError(
            f"`{as_written(name)}` takes {size / 1024 / 1024:.0f} MB, more than the 100 MB that are shipped without asking: "
            "read it inside the operator, from a resource or a file"
        )
