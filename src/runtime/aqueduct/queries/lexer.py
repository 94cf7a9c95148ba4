"""The tokens of a query. Broken SQL has tokens too: it is for the database to refuse it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, Optional

from aqueduct.queries.dialects import Dialect

Kind = Literal["word", "number", "text", "name", "comment", "placeholder", "previous", "sign"]

PLACEHOLDER = re.compile(r"\$(\d+)|\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}")

_BLANK = re.compile(r"\s+")
_LINE = re.compile(r"[^\n]*")
_LINE_TO_RETURN = re.compile(r"[^\r\n]*")
_BEHIND_DASHES = re.compile(r"[\0-\x20\x7f]|\Z")
_EXECUTED = re.compile(r"/\*M?!(?:\d{5,6})?")
_COMMENT_EDGE = re.compile(r"/\*|\*/")
_DOLLAR_QUOTE = re.compile(r"\$(?:[^\W\d]\w*)?\$")
_PREFIX = re.compile(r"([EeNnBbXx]|[Uu]&)?'")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"[^\W\d][\w$]*")


@dataclass(frozen=True)
class Token:
    """A piece of a query. For `text` and `name` the contents stand within `inner_start` and `inner_end`."""

    kind: Kind
    start: int
    end: int
    inner_start: int = 0
    inner_end: int = 0
    quote: str = ""
    """`'`, `"`, a backtick, `[`, or the tag of a dollar quote."""
    prefix: str = ""
    """The letter before a literal, a capital: `E`, `N`, `B`, `X`, `U&`."""
    backslashes: bool = False
    closed: bool = True
    executed: bool = False
    """It stands in a comment that MySQL carries out; the signs around that are comments of their own."""


def tokens_of(text: str, dialect: Dialect) -> list[Token]:
    """All tokens, comments included, blanks left out."""
    found = []
    place = 0
    executed = False
    while place < len(text):
        blank = _BLANK.match(text, place)
        if blank is not None:
            place = blank.end()
            continue
        opening = _EXECUTED.match(text, place) if dialect.executed_comments and not executed else None
        if opening is not None:
            executed = True
            token = Token("comment", place, opening.end())
        elif executed and text.startswith("*/", place):
            executed = False
            token = Token("comment", place, place + 2)
        else:
            token = _token(text, place, dialect)
            token = replace(token, executed=True) if executed else token
        found.append(token)
        place = token.end
    return found


def _token(text: str, place: int, dialect: Dialect) -> Token:
    return (
        _comment(text, place, dialect)
        or _dollar(text, place, dialect)
        or _quoted(text, place, dialect)
        or _plain(text, place)
    )


def _comment(text: str, place: int, dialect: Dialect) -> Optional[Token]:
    if text.startswith("/*", place):
        return _block(text, place, dialect.nested_comments)
    dashes = text.startswith("--", place)
    if dashes and dialect.dashes_need_blank and _BEHIND_DASHES.match(text, place + 2) is None:
        dashes = False
    if not dashes and not (dialect.hash_comments and text[place] == "#"):
        return None
    line = (_LINE_TO_RETURN if dialect.return_ends_comments else _LINE).match(text, place)
    return Token("comment", place, len(text) if line is None else line.end())


def _block(text: str, place: int, nested: bool) -> Token:
    depth, at = 1, place + 2
    while True:
        edge = _COMMENT_EDGE.search(text, at)
        if edge is None:
            return Token("comment", place, len(text), closed=False)
        at = edge.end()
        if edge.group() == "*/":
            depth -= 1
        elif nested:
            depth += 1
        if depth == 0:
            return Token("comment", place, at)


def _dollar(text: str, place: int, dialect: Dialect) -> Optional[Token]:
    if text[place] not in "${":
        return None
    opening = _DOLLAR_QUOTE.match(text, place) if dialect.dollar_quotes else None
    if opening is not None:
        tag = opening.group()
        end = text.find(tag, opening.end())
        closed = end >= 0
        inner_end = end if closed else len(text)
        return Token(
            "text", place, inner_end + len(tag) if closed else inner_end, opening.end(), inner_end, tag, closed=closed
        )
    placeholder = PLACEHOLDER.match(text, place)
    if placeholder is not None:
        return Token("placeholder", place, placeholder.end())
    return Token("previous", place, place + 1) if text[place] == "$" else None


def _quoted(text: str, place: int, dialect: Dialect) -> Optional[Token]:
    begun = _PREFIX.match(text, place)
    if begun is not None:
        prefix = (begun.group(1) or "").upper()
        if prefix != "E" or dialect.escape_text:
            return _until(text, place, begun.end(), "'", "text", prefix, dialect.backslashes or prefix == "E")
    sign = text[place]
    if sign == '"':
        kind: Kind = "text" if dialect.double_quoted_text else "name"
        return _until(text, place, place + 1, '"', kind, "", dialect.backslashes and kind == "text")
    if sign == "`" and dialect.backticks:
        return _until(text, place, place + 1, "`", "name", "", False)
    if sign == "[" and dialect.brackets:
        return _until(text, place, place + 1, "[", "name", "", False)
    return None


def _until(text: str, start: int, inner: int, quote: str, kind: Kind, prefix: str, backslashes: bool) -> Token:
    closing = "]" if quote == "[" else quote
    at = inner
    while at < len(text):
        if backslashes and text[at] == "\\":
            at += 2
        elif text[at] != closing:
            at += 1
        elif text.startswith(closing, at + 1) and quote != "[":
            at += 2
        else:
            return Token(kind, start, at + 1, inner, at, quote, prefix, backslashes)
    return Token(kind, start, len(text), inner, len(text), quote, prefix, backslashes, closed=False)


def _plain(text: str, place: int) -> Token:
    word = _WORD.match(text, place)
    if word is not None:
        return Token("word", place, word.end())
    number = _NUMBER.match(text, place)
    if number is not None:
        return Token("number", place, number.end())
    return Token("sign", place, place + (2 if text.startswith("::", place) else 1))
