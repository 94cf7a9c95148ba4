"""Globals that are data: their bytes at the call, or how to make them anew."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Optional

from aqueduct.client import Client
from aqueduct.error import CannotShipError
from aqueduct.resources import DatabaseResource, EngineResource, Resource, StoreResource
from aqueduct.shipping.pickling import Defined, is_stable, pickled, type_name
from aqueduct.shipping.shipment import CapturedValue, MadeAnew
from aqueduct.shipping.together import Places, held_in, inside
from aqueduct.source_files import relative_to
from aqueduct.values.codec import encode_plain

Names = frozenset[tuple[str, str]]

MAX_BYTES = 100 * 1024 * 1024
_PROVED_UP_TO = 1024 * 1024
_RESOURCE_TYPES = {DatabaseResource: "database", EngineResource: "airflow", StoreResource: "store"}


def capture_value(
    name: str,
    value: object,
    defined: Defined,
    folder: Path,
    by_value: Sequence[object] = (),
    places: Optional[Places] = None,
) -> tuple[CapturedValue, Names, Names]:
    """A value's bytes, the (module, qualified name) pairs that they refer to, and those that code in them loads when it runs.

    `by_value` are functions and classes that are not named, `places` objects that come along with others, as `pickled` has it.

    Raises CannotShipError, naming the value, its type and what to do.
    """
    plain = encode_plain(value)
    held = {} if plain is None else held_in(inside(value) if type(value) in (list, dict, tuple) else [value])
    if plain is not None and not (places and held.keys() & places.keys()):
        _refuse_too_large(name, len(plain.data))
        return CapturedValue(name, plain.encoding, plain.data, plain.data, True, held=held), frozenset(), frozenset()
    try:
        found = pickled(value, defined, folder, by_value=by_value, places=places)
        bare = found.data
        if found.has_code:
            bare = pickled(value, defined, folder, positions=False, by_value=by_value, places=places).data
    except CannotShipError as error:
        raise CannotShipError(_refusal(name, value, str(error))) from error
    _refuse_too_large(name, len(found.data))
    stable = _stable(name, found.data, defined, folder)
    captured = CapturedValue(name, "pickle", found.data, bare, stable, found.has_code, found.held)
    return captured, found.references, found.loads


def made_anew(name: str, value: object, folder: Path, line: int) -> Optional[MadeAnew]:
    """How to make a logger, a handle of ours or a path under the folder again; None for anything else."""
    if isinstance(value, logging.Logger):
        return MadeAnew(name, "logger", (value.name,), line)
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
            f"`{name}` cannot be shipped: it is written, but cannot be read again "
            f"({type(error).__name__}: {error}). Make it inside the operator that uses it"
        ) from error


def _refusal(name: str, value: object, found: str) -> str:
    own = type_name(value)
    held = f"is a {own}" if found == own or found.startswith(own + " (") else f"is a {own} that holds {found}"
    detail = found[len(own) + 1 :] if found.startswith(own + " (") else ""
    return f"`{name}` {held}, which cannot be shipped{' ' + detail if detail else ''}: make it inside the operator that uses it"


def _refuse_too_large(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise CannotShipError(
            f"`{name}` takes {size / 1024 / 1024:.0f} MB, more than the 100 MB that are shipped without asking: "
            "read it inside the operator, from a resource or a file"
        )
