"""Where a database's URL leads and whose password it takes; `src/core/resources/account.ts` reads URLs the same way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Optional
from urllib.parse import unquote

_PARTS = re.compile(r"([A-Za-z][A-Za-z0-9_+.-]*)://(?:([^:/]*)(?::([^@]*))?@)?([^/?]*)([^?]*)(?:\?(.*))?", re.DOTALL)
"""What SQLAlchemy reads as user, password, server, path and query: a password may hold slashes, and ends at the first `@`."""

_LEAVES_SERVER = re.compile(
    r"(ssl.*|tls.*|charset|(client_)?encoding|(connect_|connection_|login_|read_|write_)?timeout|application_name|app"
    r"|options|driver|target_session_attrs|keepalives.*|isolation_level|autocommit|encrypt|trustservercertificate"
    r"|local_infile|pool.*|schema|role|warehouse|mars_connection)",
    re.IGNORECASE,
)
"""Parameters of a query that leave the server what it is, unless their value breaks out of a connection string.

All others count: drivers take another host from many of them.
"""

_SECRET_NAME = re.compile(
    r"passw|passphrase|(^|_)pwd\Z|secret|token|credential|api_?key|access_?key|private_?key", re.IGNORECASE
)
_SECRET_WITHIN = re.compile(
    r"(?:^|[;&?\s{])\s*(?:\w*passw\w*|\w*passphrase|(?:\w*_)?pwd|\w*secret\w*|\w*token|\w*credentials?)\s*=\s*[^;&\s]",
    re.IGNORECASE | re.ASCII,
)
"""`PWD=…` within a value, as in `odbc_connect`, `dsn`, or behind a semicolon."""


@dataclass(frozen=True)
class Account:
    """Who signs in where. `user` is None where the URL names none."""

    origin: str
    user: Optional[str]


@dataclass(frozen=True)
class _Parts:
    scheme: str
    user: Optional[str]
    password: str
    server: str
    path: str
    query: tuple[tuple[str, str], ...]


def account_of(url: str) -> Optional[Account]:
    """Where a URL leads, such as `postgresql://db.example.org:5432`, and as whom; None where it is no URL."""
    parts = _parts(url)
    return None if parts is None else Account(_origin(parts), _decoded(parts.user) if parts.user else None)


def url_fault(url: str) -> Optional[Literal["password", "encoding"]]:
    """Why a URL cannot stand in a file: it holds a password, or a user that cannot be read."""
    parts = _parts(url)
    if parts is None:
        return None
    # A password ends at the first `@`: behind another one stands the rest of it.
    is_secret = parts.password or "@" in parts.server or _SECRET_WITHIN.search(_wholly(parts.path))
    if is_secret or any(
        value and (_SECRET_NAME.search(name) or _SECRET_WITHIN.search(_wholly(value))) for name, value in parts.query
    ):
        return "password"
    return None if _is_encoded(parts.user or "") else "encoding"


def _parts(url: str) -> Optional[_Parts]:
    found = _PARTS.fullmatch(url.strip())
    if found is None:
        return None
    dialect, user, password, server, path, query = found.groups()
    scheme = dialect.split("+", 1)[0].lower()
    if scheme in ("http", "https"):  # To SQLAlchemy, and so perhaps to the resolver of names, a # is a letter.
        server = server.partition("#")[0]
    pairs = [pair.partition("=") for pair in (query or "").split("&") if pair]
    return _Parts(
        scheme,
        user,
        password or "",
        server.lower(),
        path,
        tuple((_decoded(name.replace("+", " ")), _decoded(value.replace("+", " "))) for name, _, value in pairs),
    )


def _origin(parts: _Parts) -> str:
    """A `host` in the query takes the place of the one in front, as libpq and others have it."""
    hosts = [value for name, value in parts.query if name.lower() == "host" and value]
    others = sorted(
        f"{name}={value}"
        for name, value in parts.query
        if name.lower() != "host" and not (_LEAVES_SERVER.fullmatch(name) and not re.search("[;{}]", value))
    )
    usual = {"https": ":443", "http": ":80"}.get(parts.scheme, "")
    server = parts.server[: -len(usual)] if usual and parts.server.endswith(usual) else parts.server
    where = ",".join(hosts).lower() or server
    return f"{parts.scheme}://{where}{'?' if others else ''}{'&'.join(others)}"


def _is_encoded(text: str) -> bool:
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return False
    try:
        unquote(text, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(text: str) -> str:
    return unquote(text, errors="strict") if _is_encoded(text) else text


def _wholly(text: str) -> str:
    """Decoded as often as drivers and ODBC do it one after another."""
    following = _decoded(text.replace("+", " "))
    return text if following == text else _wholly(following)
