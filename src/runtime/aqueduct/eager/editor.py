"""Asks the editor's window that this terminal belongs to (`src/formats/editorSocket.ts`)."""

from __future__ import annotations

import io
import os
import socket
import stat
from pathlib import Path
from typing import Any, Optional

from aqueduct.eager import json_rpc
from aqueduct.eager.telling import tell
from aqueduct.error import AqueductError, InvalidUserActionException

_ADDRESS = "AQUEDUCT_EDITOR_SOCKET"
_UNANSWERED = "The editor went away before it answered: look there for what became of it"


def is_there() -> bool:
    """Whether this process was started in a terminal of the editor."""
    return bool(os.environ.get(_ADDRESS))


def ask(method: str, file: Path, workflow: str, line: Optional[int]) -> bool:
    """Has the editor `run` or `publish` the workflow of a line; False where no window listens any more.

    Returns once it has begun. Raises InvalidUserActionException with the editor's sentence where it refuses.
    """
    address = os.environ.get(_ADDRESS)
    if not address:
        return False
    try:
        connection = _connect(address)
    except PermissionError as error:
        tell(f"{error}, so nothing is asked there.")
        return False
    except OSError:
        tell("The editor's window that this terminal belongs to does not answer, so its passwords are not to be had.")
        return False
    parameters = {"file": str(file), "workflow": workflow, **({} if line is None else {"line": line})}
    with connection:
        tell(_asked(connection, method, parameters))
    return True


def _connect(address: str) -> io.BufferedRWPair:
    if os.name == "nt":
        pipe = open(address, "r+b", buffering=0)  # noqa: SIM115 - the caller closes it
        return io.BufferedRWPair(pipe, pipe)
    for path in (os.path.dirname(address), address):
        facts = os.lstat(path)
        if facts.st_uid != os.getuid() or stat.S_ISLNK(facts.st_mode):
            raise PermissionError(f"{path}, where the editor is said to listen, belongs to somebody else")
    opened = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        opened.connect(address)
        return opened.makefile("rwb")
    finally:
        opened.close()  # the file keeps the connection


def _asked(connection: io.BufferedRWPair, method: str, parameters: dict[str, Any]) -> str:
    """What the editor says that it does."""
    try:
        result = json_rpc.request(connection, method, parameters)
    except json_rpc.Refused as refused:
        raise InvalidUserActionException(str(refused)) from None
    except json_rpc.Unanswered as unanswered:
        raise AqueductError(_UNANSWERED) from unanswered
    if not isinstance(result, dict) or not isinstance(result.get("message"), str):
        raise AqueductError(_UNANSWERED)
    message: str = result["message"]
    return message
