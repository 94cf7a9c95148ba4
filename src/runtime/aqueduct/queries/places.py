"""Where each placeholder of a query stands, and what that asks of its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Optional, Union

from aqueduct.queries import sentences
from aqueduct.queries.clauses import (
    Place,
    changes_data,
    own_names,
    places_of,
    second_statement,
    sign_of,
    tables_of,
    word_of,
    word_set,
)
from aqueduct.queries.dialects import OTHER, Dialect
from aqueduct.queries.lexer import PLACEHOLDER, Token, tokens_of
from aqueduct.queries.lists import wants_array, without_brackets
from aqueduct.queries.literals import decoded, typed_literal

HoleKind = Literal["value", "list", "list item", "literal", "typed literal", "name", "table", "quoted name"]
NAMES = frozenset({"name", "table", "quoted name"})
WHERE = Union[HoleKind, Literal["comment", "unnamed", "wrong"]]

_SORTS = frozenset({"order by", "group by", "partition by", "distribute by", "cluster by", "sort by"})
_ENDS_A_SORT = word_set(
    "asc desc nulls limit offset fetch having union except intersect rows range window for collate order"
)
_CASTS = frozenset({"cast", "try_cast", "safe_cast", "convert"})
_TYPES_BEFORE_VALUES = word_set("date time timestamp timetz timestamptz datetime interval")


@dataclass(frozen=True)
class Given:
    """What a query can name: how many parameters are listed for `$1`, `$2` …, and the names that stand in braces."""

    listed: int = 0
    tags: Sequence[str] = ()
    first: bool = True
    """The query is the first of its chain: `$` stands for none before it."""
    before: Sequence[str] = ()
    """The queries before it, where it is the last of its chain."""

    def at(self, number: int, texts: Sequence[str]) -> Given:
        """The same for one query of a chain."""
        is_last = number == len(texts) - 1
        return replace(self, first=number == 0, before=tuple(texts[:number]) if is_last else ())

    def of(self, number: Optional[str], name: Optional[str]) -> Optional[Reference]:
        """What a placeholder stands for; None: nothing."""
        if number is not None:
            return int(number) - 1 if 0 < int(number) <= self.listed else None
        if name in self.tags:
            return self.listed + list(self.tags).index(name or "")
        return "today" if name == "today" else None


Reference = Union[int, Literal["today"]]
"""The number of an input of the extract, from 0, or the day of the run."""


@dataclass(frozen=True)
class Part:
    """A value within a text or a name, as the query writes its placeholder."""

    written: str
    reference: Reference


@dataclass(frozen=True)
class Hole:
    """A range of a query that a value takes the place of; `parts` are text of the query's own, and values."""

    kind: HoleKind
    start: int
    end: int
    parts: tuple[Union[str, Part], ...]
    detail: str = ""
    """The type of a typed literal; the quote of a quoted name; `alone` for a list that is all between its brackets;
    `selected` for a value that is a column of the result, without a name of its own; `array` for one whose place tells
    PostgreSQL the type of an array."""


@dataclass(frozen=True)
class Placeholder:
    """One placeholder, and where it stands."""

    written: str
    where: WHERE


@dataclass(frozen=True)
class Problem:
    """What cannot be, in one sentence."""

    start: int
    message: str


@dataclass
class QueryReading:
    """All that a query's text tells."""

    tokens: list[Token] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    placeholders: list[Placeholder] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def tags_of(texts: Sequence[str], known: Mapping[str, object]) -> list[str]:
    """The names in braces that stand for known parameters outside of comments, each once, whatever the database."""
    found: dict[str, None] = {}
    for text in texts:
        for token in tokens_of(text, OTHER):
            for match in PLACEHOLDER.finditer(text, token.start, token.end) if token.kind != "comment" else ():
                if match.group(2) in known:
                    found[match.group(2)] = None
    return list(found)


def read_query(text: str, dialect: Dialect, given: Given) -> QueryReading:
    """Where the placeholders of a query stand, what takes their places, and what cannot be."""
    return _Reader(text, dialect, given).read()


class _Reader:
    def __init__(self, text: str, dialect: Dialect, given: Given) -> None:
        self._text = text
        self._dialect = dialect
        self._given = given
        self._reading = QueryReading(tokens_of(text, dialect))
        self._tokens = [token for token in self._reading.tokens if token.kind != "comment"]
        self._places = places_of(text, self._tokens)

    def read(self) -> QueryReading:
        changes = changes_data(self._text, self._tokens)
        if changes:
            self._problem(0, sentences.no_query(changes))
        second = second_statement(self._text, self._tokens)
        if second is not None and not changes:
            self._problem(second, sentences.second_statement())
        self._hidden()
        for token in self._reading.tokens:
            if token.kind == "comment":
                for written, _ in self._within(token.start, token.end):
                    self._reading.placeholders.append(Placeholder(written, "comment"))
        number = 0
        while number < len(self._tokens):
            token = self._tokens[number]
            if token.kind in ("text", "name"):
                self._quoted(number)
            elif token.kind == "placeholder":
                number = self._plain(number)
            elif token.kind == "previous" and self._given.first:
                self._problem(token.start, sentences.no_query_before())
            number += 1
        self._reading.holes.sort(key=lambda hole: hole.start)
        return self._reading

    def _hidden(self) -> None:
        """The WITH of a chain's last query joins the one of the chain, where some databases read forwards, too."""
        recursive, names = own_names(self._text, self._tokens)
        if not self._given.before or not names or not (recursive or self._dialect.name == "sqlite"):
            return
        read: set[str] = set()
        for text in self._given.before:
            tokens = [token for token in tokens_of(text, self._dialect) if token.kind != "comment"]
            read |= tables_of(text, tokens) - {name for name, _ in own_names(text, tokens)[1]}
        for name, start in names:
            if name in read:
                self._problem(start, sentences.hides(name))

    def _within(self, start: int, end: int) -> Iterator[tuple[str, Optional[Reference]]]:
        for found in PLACEHOLDER.finditer(self._text, start, end):
            yield found.group(), self._given.of(*found.groups())

    def _parts(self, token: Token) -> tuple[Union[str, Part], ...]:
        """What stands in quotes: its text as it is meant, and the values within."""
        parts: list[Union[str, Part]] = []
        at = token.inner_start
        for found in PLACEHOLDER.finditer(self._text, token.inner_start, token.inner_end):
            reference = self._given.of(*found.groups())
            if reference is None:
                self._reading.placeholders.append(Placeholder(found.group(), "unnamed"))
                continue
            parts.append(decoded(self._text[at : found.start()], token, self._dialect))
            parts.append(Part(found.group(), reference))
            at = found.end()
        parts.append(decoded(self._text[at : token.inner_end], token, self._dialect))
        return tuple(part for part in parts if part != "")

    def _quoted(self, number: int) -> None:
        token = self._tokens[number]
        parts = self._parts(token)
        written = [part.written for part in parts if isinstance(part, Part)]
        if not written:
            return
        message = "" if token.closed else sentences.unclosed(written[0], token.quote)
        message = sentences.executed(written[0]) if token.executed else message
        kind: HoleKind = "literal"
        detail = token.quote
        start, end = token.start, token.end
        if token.kind == "name" or self._word(number - 1) == "as":
            kind = "quoted name"
            if token.kind == "text":
                detail = self._dialect.name_quote or '"'
        elif token.prefix in ("B", "X", "U&"):
            message = message or sentences.prefixed(written[0], token.prefix)
        elif self._is_kind(number - 1, "text") or self._is_kind(number + 1, "text"):
            message = message or sentences.beside(written[0])
        else:
            typed = typed_literal(self._text, self._tokens, number, self._dialect)
            if typed is not None:
                kind, start, detail = "typed literal", typed.start, typed.cast
                if typed.cast == "":
                    message = message or sentences.typed(written[0], typed.written, self._dialect.name)
        for each in written:
            self._reading.placeholders.append(Placeholder(each, "wrong" if message else kind))
        if message:
            self._problem(token.start, message)
        else:
            self._reading.holes.append(Hole(kind, start, end, parts, detail))

    def _plain(self, number: int) -> int:
        """Takes a placeholder outside of quotes, with all that it touches; gives the number of the last token of that."""
        first, last = number, number
        while self._touches(first - 1, first):
            first -= 1
        while self._touches(last, last + 1):
            last += 1
        start, end = self._tokens[first].start, self._tokens[last].end
        parts: list[Union[str, Part]] = []
        for token in self._tokens[first : last + 1]:
            written = self._text[token.start : token.end]
            if token.kind != "placeholder":
                parts.append(written)
                continue
            ((_, reference),) = self._within(token.start, token.end)
            if reference is None:
                self._reading.placeholders.append(Placeholder(written, "unnamed"))
                self._problem(token.start, sentences.names_nothing(written, self._given.listed))
            else:
                parts.append(Part(written, reference))
        values = [part for part in parts if isinstance(part, Part)]
        if len(values) < sum(token.kind == "placeholder" for token in self._tokens[first : last + 1]):
            self._reading.placeholders += [Placeholder(value.written, "wrong") for value in values]
            return last
        hole, message = self._hole(first, last, Hole("value", start, end, tuple(parts)), values[0].written)
        for value in values:
            self._reading.placeholders.append(Placeholder(value.written, "wrong" if message else hole.kind))
        if message:
            self._problem(start, message)
        else:
            self._reading.holes.append(hole)
        return last

    def _touches(self, left: int, right: int) -> bool:
        """Whether two neighbours make one name together."""
        if left < 0 or right >= len(self._tokens) or self._tokens[left].end != self._tokens[right].start:
            return False
        kinds = {self._tokens[left].kind, self._tokens[right].kind}
        return kinds <= {"placeholder", "word", "number"}

    def _hole(self, first: int, last: int, hole: Hole, written: str) -> tuple[Hole, str]:
        """What a placeholder outside of quotes becomes, or why it cannot be."""
        place, before = self._places[first], self._word(first - 1)
        start, end, parts = hole.start, hole.end, hole.parts
        if self._tokens[first].executed:
            return hole, sentences.executed(written)
        if self._is_kind(first - 1, "text", start) or self._is_kind(last + 1, "text", end):
            return hole, sentences.touches_text(written)
        if self._sign(first - 1) == "::" or (before == "as" and place.opener in _CASTS):
            return hole, sentences.type_wanted(written)
        dotted = self._is_sign(first - 1, ".", start) or self._is_sign(last + 1, ".", end)
        if place.table and len(parts) == 1 and not dotted:
            return Hole("table", start, end, parts), ""
        if len(parts) > 1 or dotted or place.table or before in ("as", "with") or place.opener == "using":
            return Hole("name", start, end, parts), ""
        if self._is_sorted_by(first, last, place):
            return hole, sentences.sorts(written, place.clause, self._dialect)
        listed = self._list(first, last, place, parts)
        if listed is not None:
            return listed, ""
        if before in _TYPES_BEFORE_VALUES:
            typed = typed_literal(self._text, self._tokens, first, self._dialect)
            if typed is not None and typed.cast == "":
                return hole, sentences.typed(written, typed.written, self._dialect.name)
            if typed is not None:
                return Hole("typed literal", typed.start, end, parts, typed.cast), ""
        if wants_array(self._text, start, end, place.opener):
            return Hole("value", start, end, parts, "array"), ""
        return Hole("value", start, end, parts, "selected") if self._is_selected(first, last, place) else hole, ""

    def _list(self, first: int, last: int, place: Place, parts: tuple[Union[str, Part], ...]) -> Optional[Hole]:
        """`IN $1`, or an item of `IN ($1, …)`; the hole of a list that stands alone begins at its IN."""
        if self._word(first - 1) == "in" and place.opener != "position":
            return Hole("list", self._in_start(first - 1), self._tokens[last].end, parts)
        first, last = without_brackets(self._text, self._tokens, self._places, first, last)
        place = self._places[first]
        start, end = self._tokens[first].start, self._tokens[last].end
        if (
            place.opener != "in"
            or place.clause
            or self._sign(first - 1) not in ("(", ",")
            or self._sign(last + 1) not in (")", ",")
        ):
            return None
        if self._sign(first - 1) == "(" and self._sign(last + 1) == ")":
            return Hole("list item", self._in_start(first - 2), self._tokens[last + 1].end, parts, "alone")
        return Hole("list item", start, end, parts)

    def _in_start(self, number: int) -> int:
        return self._tokens[number - 1 if self._word(number - 1) == "not" else number].start

    def _is_sorted_by(self, first: int, last: int, place: Place) -> bool:
        if place.clause not in _SORTS or not (self._word(first - 1) == "by" or self._sign(first - 1) == ","):
            return False
        return (
            last + 1 == len(self._tokens)
            or self._sign(last + 1) in (",", ")", ";")
            or self._word(last + 1) in _ENDS_A_SORT
        )

    def _is_selected(self, first: int, last: int, place: Place) -> bool:
        begins = self._word(first - 1) in ("select", "distinct") or self._sign(first - 1) == ","
        ends = self._sign(last + 1) == "," or self._word(last + 1) == "from"
        return place.clause == "select" and begins and ends

    def _word(self, number: int) -> str:
        return word_of(self._text, self._tokens[number]) if 0 <= number < len(self._tokens) else ""

    def _sign(self, number: int) -> str:
        return sign_of(self._text, self._tokens[number]) if 0 <= number < len(self._tokens) else ""

    def _is_sign(self, number: int, sign: str, beside: int) -> bool:
        return self._sign(number) == sign and beside in (self._tokens[number].start, self._tokens[number].end)

    def _is_kind(self, number: int, kind: str, beside: Optional[int] = None) -> bool:
        if not 0 <= number < len(self._tokens) or self._tokens[number].kind != kind:
            return False
        return beside is None or beside in (self._tokens[number].start, self._tokens[number].end)

    def _problem(self, start: int, message: str) -> None:
        self._reading.problems.append(Problem(start, message))
