"""How a database says no, in our words; never with a password in them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import quote, quote_plus, unquote, urlsplit

_MISSING = re.compile(
    r'no such table|undefined ?table|(?<!of )relation "[^"]*" does not exist|'
    r"table .* doesn't exist|invalid object name|table or view does not exist",
    re.IGNORECASE,
)


class DatabaseError(Exception):
    """The database refused a statement."""


class MissingTable(DatabaseError):
    """The statement names a table that is not there; `tables` are those that are."""

    def __init__(self, message: str, tables: Sequence[str]) -> None:
        super().__init__(message)
        self.tables = tuple(tables)


class NoRows(DatabaseError):
    """The statement of an extract was carried out and is no query."""


class TableExists(DatabaseError):
    """A save with mode `fail` found the table there."""


class CannotWrite(Exception):
    """A save was given what the database has no type for: the message names the column, `tip` says what to write."""

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message)
        self.tip = tip


class Unreachable(Exception):
    """No connection: the server, the file or the network, not the workflow."""


class MissingDriver(Exception):
    """The Python package that speaks to this kind of database is not installed here."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


def names_missing_table(message: str) -> bool:
    """Whether a database's own message says that a table is not there; by the words of the common ones."""
    return _MISSING.search(message) is not None


def words_of(error: BaseException) -> str:
    """A driver's message. Those of MySQL and SQL Server give a number and the words apart."""
    number, *others = error.args or ("",)
    if isinstance(number, int) and others and isinstance(others[0], (str, bytes)):
        words = others[0] if isinstance(others[0], str) else others[0].decode("utf-8", "replace")
        return f"{words.strip()} ({number})"
    return str(error).strip()


def without_password(message: str, url: str) -> str:
    """The message with the URL's password struck out: as it stands there, decoded, and as libraries and drivers write it."""
    try:
        written = urlsplit(url).password
    except ValueError:
        return message
    if not written:
        return message
    password = unquote(written)
    spellings = {
        written,
        password,
        quote(password, safe=""),
        quote_plus(password),
        quote(password, safe=" +"),  # SQLAlchemy 2, and below it 1.4
        re.sub(r"[:@/]", lambda found: f"%{ord(found[0]):X}", password),
        password.replace("\\", "\\\\").replace("'", "\\'"),
        b64encode(password.encode("utf-8")).decode("ascii"),
    }
    for secret in sorted(spellings, key=len, reverse=True):
        message = re.sub(re.escape(secret), "***", message, flags=re.IGNORECASE)
    return message
