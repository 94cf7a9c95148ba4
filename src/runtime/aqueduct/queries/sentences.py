"""What cannot be in a query, in one sentence each; `src/core/sql/sentences.ts` says the same words."""

from __future__ import annotations

from collections.abc import Sequence

from aqueduct.queries.dialects import Dialect


def no_query(word: str) -> str:
    """A statement that changes data instead of reading it."""
    return (
        f"An extract reads, and {word} does not: save tables with db.save(…), "
        f"and run other statements outside of the workflow."
    )


def second_statement() -> str:
    """Two statements that give rows."""
    return "A query is one statement, and another one begins here: take it out, or give sql() a list of queries."


def hides(name: str) -> str:
    """A name of the last query's WITH, where the database would take it in the queries before, too."""
    return (
        f"WITH names {name}, which a query before reads as a table: in one statement that table would be hidden. "
        "Choose another name."
    )


def names_nothing(written: str, listed: int) -> str:
    """A placeholder outside of quotes that stands for no parameter."""
    if not written.startswith("$"):
        name = written[2:-2].strip()
        return (
            f"The query names {{{{ {name} }}}}, but there is no parameter '{name}': "
            f"make it before with client.create_param('{name}', default=…)."
        )
    there = f"the list ends with ${listed}" if listed else "no parameter is listed"
    return (
        f"The query names {written}, but {there}: "
        "list the parameters in the order of $1, $2, … with sql(parameters=[…])."
    )


def never_named(numbers: Sequence[int]) -> str:
    """Parameters that are listed for nothing."""
    *others, last = (f"${number}" for number in numbers)
    written = f"{', '.join(others)} and {last}" if others else last
    them = "them" if others else "it"
    return (
        f"The query never names {written} of parameters=[…]: name {them} in the query, or take {them} out of the list."
    )


def no_query_before() -> str:
    """`$` in the first query."""
    return "$ stands for the query before, and there is none: give sql() a list of queries, or name a parameter as $1."


def unclosed(written: str, quote: str) -> str:
    """A literal without its end."""
    return f"{written} stands behind a {quote} that is never closed: close it."


def prefixed(written: str, prefix: str) -> str:
    """A literal of bits, bytes or code points."""
    return (
        f"{written} stands in a literal that begins with {prefix}', "
        "which no value can be put into: write it without quotes and give it a value of that type."
    )


def beside(written: str) -> str:
    """Two literals in a row, which the database would join."""
    return f"{written} stands in one of two texts side by side: write them as one text."


def typed(written: str, type_name: str, dialect: str) -> str:
    """A typed literal that has no cast to stand for it."""
    if dialect == "sqlite":
        return (
            f"{written} stands in a literal of the type {type_name}, which SQLite does not have: leave {type_name} out."
        )
    if type_name.lower() == "interval" and dialect != "mysql":
        return f"{written} stands in an INTERVAL whose unit is behind the quotes: write the unit in them, as in '{written} day'."
    return (
        f"{written} stands in a literal of the type {type_name}, which no value can be put into: "
        f"write CAST('{written}' AS …)."
    )


def touches_text(written: str) -> str:
    """A placeholder right beside a quoted text."""
    return f"{written} touches a text in quotes: write it within the quotes, or leave a blank."


def executed(written: str) -> str:
    """A placeholder in a comment that MySQL carries out."""
    return f"{written} stands in a comment that MySQL carries out, /*! … */: write it outside of the comment."


def type_wanted(written: str) -> str:
    """A placeholder where a type is named."""
    return f"{written} stands where a type is named, which no value can: write the type in the query."


def sorts(written: str, clause: str, dialect: Dialect) -> str:
    """A value that rows would be sorted or grouped by."""
    quote = "`" if dialect.name == "mysql" else '"'
    words = clause.upper()
    return (
        f"{written} stands behind {words} as a value, which is the same for every row: "
        f"write {words} {quote}{written}{quote} where it is the name of a column."
    )


def selected(written: str, dialect: Dialect) -> str:
    """A text that is selected as it is."""
    quote = "`" if dialect.name == "mysql" else '"'
    return (
        f"{written} is selected as a value, the same in every row: write {quote}{written}{quote} where it is the name "
        f"of a column, or {written} AS … where it is not."
    )


def list_wanted(written: str) -> str:
    """`IN $1` with what is no list."""
    return f"IN {written} takes a list, and its value is none: give it a list, or write IN ({written})."


def list_not_wanted(written: str) -> str:
    """A list in another place."""
    return f"The value of {written} is a list, which only IN takes: write IN {written}."


def list_in_list(written: str) -> str:
    """A list among the items of IN."""
    return (
        f"The list of {written} holds lists, and IN takes single values: give it those, "
        "or join with a table that has the rows."
    )


def no_text(written: str, kind: str) -> str:
    """A value that has no place in quotes."""
    return f"The value of {written} is a {kind}, which cannot stand in quotes: give it a text or a number."


def no_name(written: str) -> str:
    """A value that is no name, where one stands."""
    return (
        f'The value of {written} stands for a name and is none: give it letters, digits and _ alone, or write "{written}" '
        "in quotes in the query."
    )


def not_bindable(written: str, kind: str) -> str:
    """A value that no database takes."""
    return f"The value of {written} is a {kind}, which no query takes: give it as text, such as json.dumps(…)."


def empty_among_others(written: str) -> str:
    """An empty list beside other items of an IN."""
    return f"The value of {written} is an empty list, which cannot stand beside other items of IN: give it a value."
