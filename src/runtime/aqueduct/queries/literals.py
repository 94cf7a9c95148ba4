"""Literals: what their text means, and what type a word before them gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from aqueduct.queries.clauses import sign_of, word_of, word_set
from aqueduct.queries.dialects import Dialect
from aqueduct.queries.lexer import Token

_MAY_STAND_BEFORE_TEXT = word_set(
    "select distinct all any some where and or xor not in like ilike rlike regexp glob match similar to between is "
    "then else when case on having by limit offset values set returning escape from union except intersect using "
    "div mod separator sounds against collate as only with within filter over for binary first last "
    "leading trailing both"
)
_UNITS = word_set("year month day hour minute second week quarter microsecond")
_PLAIN_TYPES = {"date": "DATE", "time": "TIME", "timestamp": "TIMESTAMP", "interval": "INTERVAL"}
_MYSQL_TYPES = {"date": "DATE", "time": "TIME(6)", "timestamp": "DATETIME(6)"}
_ZONED = frozenset({"time", "timestamp"})


@dataclass(frozen=True)
class TypedLiteral:
    """`DATE '…'`: where it begins, its type as written, and the type to cast to, empty where there is none."""

    start: int
    written: str
    cast: str


def typed_literal(text: str, tokens: Sequence[Token], number: int, dialect: Dialect) -> Optional[TypedLiteral]:
    """The type that words before a value give to it; None: a value without one."""
    first = _type_start(text, tokens, number)
    if first is None:
        return None
    start = tokens[first].start
    written = text[start : tokens[number - 1].end]
    word = word_of(text, tokens[first])
    unit = word == "interval" and number + 1 < len(tokens) and word_of(text, tokens[number + 1]) in _UNITS
    if dialect.name == "mysql":
        if unit:
            return None
        return TypedLiteral(start, written, _MYSQL_TYPES.get(word, ""))
    if dialect.name == "postgresql":
        return TypedLiteral(start, written, "" if unit else written)
    if dialect.name in ("sqlite", "mssql"):
        return TypedLiteral(start, written, "")
    return TypedLiteral(start, written, "" if unit else _PLAIN_TYPES.get(written.lower(), ""))


def _type_start(text: str, tokens: Sequence[Token], number: int) -> Optional[int]:
    """The number of the first token of the type before a value."""
    words = [word_of(text, tokens[at]) if at >= 0 else "" for at in range(number - 4, number)]
    if words[-1] == "zone" and words[-2] == "time":
        return number - 4 if words[-3] in ("with", "without") and words[-4] in _ZONED else None
    if words[-1] == "precision" and words[-2] == "double":
        return number - 2
    if number >= 4 and sign_of(text, tokens[number - 1]) == ")":
        is_short = sign_of(text, tokens[number - 3]) == "(" and tokens[number - 2].kind == "number"
        return number - 4 if is_short and words[-4] in (*_ZONED, "interval") else None
    if not words[-1] or words[-1] in _MAY_STAND_BEFORE_TEXT:
        return None
    return number - 1


_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_MYSQL_ESCAPES = {"0": "\0", "b": "\b", "n": "\n", "r": "\r", "t": "\t", "Z": "\x1a"}
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.?))", re.DOTALL)
_MYSQL_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)


def decoded(raw: str, token: Token, dialect: Dialect) -> str:
    """What a stretch within quotes means."""
    if token.quote.startswith("$") or token.quote == "[":
        return raw
    text = raw.replace(token.quote * 2, token.quote)
    if not token.backslashes:
        return text
    if dialect.name == "mysql":
        return _MYSQL_ESCAPE.sub(_mysql_escape, text)
    return _with_bytes_read(_ESCAPE.sub(_escape, text))


def _mysql_escape(found: re.Match[str]) -> str:
    sign = found.group(1)
    if sign in ("%", "_"):
        return found.group()  # they keep their backslash, for LIKE
    return _MYSQL_ESCAPES.get(sign, sign)


def _escape(found: re.Match[str]) -> str:
    octal, two, four, eight, sign = found.groups()
    if octal is not None or two is not None:
        byte = int(octal, 8) & 0xFF if octal is not None else int(two, 16)
        return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)  # a byte of UTF-8, told from signs by surrogateescape
    if four is not None or eight is not None:
        return chr(int(four or eight, 16))
    return _ESCAPES.get(sign, sign)


def _with_bytes_read(text: str) -> str:
    if not any("\udc80" <= sign <= "\udcff" for sign in text):
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
