"""In which part of a statement each token stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from aqueduct.queries.lexer import Token


def word_set(words: str) -> frozenset[str]:
    """Words that stand in a row, as a set."""
    return frozenset(words.split())


_CLAUSES = word_set(
    "select where having limit offset union except intersect returning set values window fetch for on using"
)
_TABLES = frozenset({"from", "join", "on", "using"})
_CHANGES_DATA = word_set(
    "insert update delete merge replace create drop alter rename truncate grant revoke copy load begin commit rollback "
    "optimize repair flush kill purge"
)
_PART_OF_A_QUERY = frozenset({"insert", "update", "delete", "merge"})
_GIVES_ROWS = frozenset({"select", "with", "values", "table", "explain", "show", "("})


@dataclass(frozen=True)
class Place:
    """`clause` is the word that began it, `order by` for two; `opener` the word before the bracket around it."""

    clause: str
    opener: str
    table: bool
    """A table's name is expected here."""


@dataclass
class _Level:
    opener: str
    clause: str = ""
    reads: bool = False


def word_of(text: str, token: Token) -> str:
    """A word in small letters; empty for any other token."""
    return text[token.start : token.end].lower() if token.kind == "word" else ""


def sign_of(text: str, token: Token) -> str:
    """A sign; empty for any other token."""
    return text[token.start : token.end] if token.kind == "sign" else ""


def places_of(text: str, tokens: Sequence[Token]) -> list[Place]:
    """The place of each token; `tokens` are those of a statement without its comments."""
    levels = [_Level("")]
    found = []
    words = ["", "", ""]  # the three tokens before, as words or signs
    for token in tokens:
        level = levels[-1]
        word, sign = word_of(text, token), sign_of(text, token)
        before = words[-1]
        in_tables = level.clause in _TABLES
        table = (
            (before == "from" and level.clause == "from")
            or before in ("join", "into", "table")
            or (before == "only" and level.clause == "from")
            or (before == "," and in_tables)
        )
        found.append(Place(level.clause, level.opener, table))
        if sign == "(":
            levels.append(_Level(before))
        elif sign == ")" and len(levels) > 1:
            levels.pop()
        elif word:
            _enter(level, word, words)
        words = [*words[1:], word or sign or " "]
    return found


def _enter(level: _Level, word: str, before: Sequence[str]) -> None:
    if word == "from":
        distinct = before[-1] == "distinct" and before[-2] in ("is", "not")
        if level.reads and not distinct:
            level.clause = "from"
    elif word == "join":
        level.clause = "join"
    elif word == "by":
        level.clause = f"{before[-1]} by"
    elif word in _CLAUSES:
        level.clause = word
        level.reads = level.reads or word == "select"


def changes_data(text: str, tokens: Sequence[Token]) -> str:
    """The word, in capitals, of a statement that is no query, or of the part of a WITH that is none; else empty."""
    words = [word_of(text, token) for token in tokens]
    signs = [sign_of(text, token) for token in tokens]
    begins = 0
    depth = 0
    for place, word in enumerate(words):
        depth += {"(": 1, ")": -1}.get(signs[place], 0)
        if place > 0 and signs[place - 1] == ";":
            begins, depth = place, 0
        if place == begins and word in _CHANGES_DATA:
            return word.upper()
        opened = place > 1 and signs[place - 1] == "(" and words[place - 2] in ("as", "materialized")
        behind = place > begins and depth == 0 and words[begins] == "with" and signs[place - 1] == ")"
        carried_out = depth == 0 and words[begins] in ("explain", "analyze") and _is_carried_out(words[begins:place])
        if word in _PART_OF_A_QUERY and (opened or behind or carried_out):
            return word.upper()
        if word in ("outfile", "dumpfile") and words[place - 1] == "into":
            return f"INTO {word.upper()}"
    return ""


def _is_carried_out(before: Sequence[str]) -> bool:
    """Whether what is explained is carried out, too, by the words before it, of which none is a query's."""
    return "analyze" in before and "select" not in before


def second_statement(text: str, tokens: Sequence[Token]) -> Optional[int]:
    """Where a statement begins behind one that gives rows itself; None: there is none.

    Drivers differ in whose rows they give. One behind `SET …` or the like is for the database to judge.
    """
    begins = 0
    for place, token in enumerate(tokens):
        if place > 0 and sign_of(text, tokens[place - 1]) == ";":
            first = word_of(text, tokens[begins]) or sign_of(text, tokens[begins])
            if first in _GIVES_ROWS and sign_of(text, token) != ";":
                return token.start
            if first == ";" or sign_of(text, token) != ";":
                begins = place
    return None


def _bare(text: str, token: Token) -> str:
    """A name in small letters, without its quotes; empty for any other token."""
    if token.kind == "name":
        return text[token.inner_start : token.inner_end].lower()
    return word_of(text, token)


def tables_of(text: str, tokens: Sequence[Token]) -> set[str]:
    """The names of the tables that a statement reads, in small letters; of `schema.table` none: it can mean no other."""
    found = set()
    for place, where in enumerate(places_of(text, tokens)):
        name = _bare(text, tokens[place])
        dotted = place + 1 < len(tokens) and sign_of(text, tokens[place + 1]) == "."
        if where.table and name and not dotted:
            found.add(name)
    return found


def own_names(text: str, tokens: Sequence[Token]) -> tuple[bool, list[tuple[str, int]]]:
    """Whether the WITH that a statement begins with is recursive, and the names that it gives, each with its start."""
    words = [word_of(text, token) for token in tokens[:2]]
    if words[:1] != ["with"]:
        return False, []
    recursive = words[1:] == ["recursive"]
    found = []
    depth = 0
    expected = 2 if recursive else 1
    for place, token in enumerate(tokens):
        sign = sign_of(text, token)
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if place == expected and _bare(text, token):
            found.append((_bare(text, token), token.start))
        if depth == 0 and sign == ",":
            expected = place + 1
        elif depth == 0 and word_of(text, token) == "select":
            break
    return recursive, found
