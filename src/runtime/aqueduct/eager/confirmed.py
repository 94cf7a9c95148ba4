"""To which servers passwords of the environment may go: `src/platform/secrets.ts` and `confirmedServers.ts` do the same."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path
from typing import Optional

from aqueduct import formats
from aqueduct.databases.demo import users_data
from aqueduct.eager.accounts import account_of
from aqueduct.eager.owned import read_user_file
from aqueduct.eager.telling import ask, can_ask
from aqueduct.error import InvalidUserActionException

_FILE = "confirmedServers.json"
_FORMAT = 1


def password_of(resource: str, url: str) -> Optional[str]:
    """The password in the resource's variable, for the user in a database's URL; None where there is none.

    `aqueduct.json` may have come with a clone, and says which server a variable's password goes to. So each goes where
    the variable of the origin says, else where somebody has confirmed it once. Raises InvalidUserActionException where
    it may not go there.
    """
    variable = password_variable(resource)
    password = os.environ.get(variable)
    account = account_of(url)
    if not password or account is None or account.user is None:
        return None
    allowing = origin_variable(resource)
    named = os.environ.get(allowing)
    if named:
        wanted = account_of(named)
        if wanted is None or wanted.origin != account.origin or wanted.user not in (None, account.user):
            raise InvalidUserActionException(
                f"The password in {variable} is for {named if wanted is None else wanted.origin} alone, as {allowing} says,"
                f" and aqueduct.json names {account.origin}. If that is right, set {allowing}={account.origin}"
            )
        return password
    entry = f"{variable}|{account.origin}|{account.user}"
    if entry in _confirmed():
        return password
    if not can_ask():
        raise InvalidUserActionException(
            f"The password in {variable} is not sent to {account.origin} as {account.user}: nobody has confirmed that"
            f" server yet. Run this in a terminal, which asks once, or set {allowing}={account.origin}"
        )
    question = (
        f"aqueduct.json names {account.origin} as “{resource}”. Send the password in {variable} there,"
        f" as {account.user}? You are asked once.\nSend it? [y/N] "
    )
    if not ask(question):
        raise InvalidUserActionException(
            f"The password in {variable} was not sent to {account.origin}, as you have answered"
        )
    _confirm(entry)
    return password


def password_variable(resource: str) -> str:
    """The environment variable with the password of a resource."""
    return f"AQUEDUCT_{re.sub(r'[^A-Z0-9]', '_', resource.upper())}_PASSWORD"


def origin_variable(resource: str) -> str:
    """The one that says where it may go: a database's URL."""
    return re.sub("PASSWORD$", "ORIGIN", password_variable(resource))


def _confirmed() -> list[str]:
    """Raises InvalidUserActionException where somebody else may have written the file: it decides where passwords go."""
    path = users_data() / _FILE
    text = read_user_file(path)
    if text is None:
        return []
    try:
        return list(formats.read_text("confirmed-servers", text, str(path))["confirmed"])
    except formats.Unreadable as error:
        instead = "" if error.newer is not None else " Delete it: it is made anew"
        raise InvalidUserActionException(f"{error}{instead}") from None


def _confirm(entry: str) -> None:
    folder = users_data()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = {"format": _FORMAT, "confirmed": sorted({*_confirmed(), entry})}
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{_FILE}.", suffix=".tmp")  # of mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    Path(temporary).replace(folder / _FILE)
