"""What stands in the text of a query, by the table of samples."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from samples import QUERIES, TABLE, TYPES, inputs_of, named, texts_of

from aqueduct.queries import (
    Bound,
    Given,
    WrongQuery,
    dialect_named,
    dialect_of,
    doubtful,
    never_named,
    not_tried,
    read_query,
    statement_of,
    tags_of,
    unfit,
)
from aqueduct.queries.lexer import tokens_of


@pytest.mark.parametrize(("url", "dialect"), TABLE["urls"])
def test_the_url_of_a_database_tells_its_dialect(url: str, dialect: str) -> None:
    assert dialect_of(url).name == dialect


@pytest.mark.parametrize(("url", "dialect"), TABLE["urls"])
def test_a_kind_of_database_that_was_not_tried_is_told(url: str, dialect: str) -> None:
    told = not_tried(url)
    if dialect in ("mssql", "other") or url.startswith("redshift"):
        assert told == "" if not url else "has not been tried with databases of the kind" in told
    else:
        assert told == ""


@pytest.mark.parametrize(
    ("dialect", "sample"),
    [pytest.param(dialect, each, id=named(dialect, each)) for each in TABLE["tokens"] for dialect in each["dialects"]],
)
def test_tokens(dialect: str, sample: dict[str, Any]) -> None:
    sql = sample["sql"]
    found = [(token.kind, sql[token.start : token.end]) for token in tokens_of(sql, dialect_named(dialect))]
    assert [text for _, text in found] == [text for _, text in sample["tokens"]]
    for (kind, _), (wanted, _) in zip(found, sample["tokens"]):
        assert kind in wanted.split("|")


@pytest.mark.parametrize(("dialect", "sample"), QUERIES, ids=[named(*each) for each in QUERIES])
def test_places_and_problems(dialect: str, sample: dict[str, Any]) -> None:
    tags = tags_of(texts_of(sample), sample.get("tags", {}))
    assert set(tags) <= set(sample.get("tags", {}))
    given = Given(len(sample.get("listed", [])), list(sample.get("tags", {})))
    readings = [
        read_query(text, dialect_named(dialect), given.at(number, texts_of(sample)))
        for number, text in enumerate(texts_of(sample))
    ]
    found = [[each.written, each.where] for reading in readings for each in reading.placeholders]
    assert sorted(found) == sorted(sample["places"])
    types = [TYPES[type(value)] for value in inputs_of(sample)]
    problems = [
        problem.message
        for reading in readings
        for problem in [*reading.problems, *unfit(reading, types, dialect_named(dialect))]
    ]
    assert problems == sample.get("says", [])
    doubts = [each.message for reading in readings for each in doubtful(reading, types, dialect_named(dialect))]
    assert doubts == sample.get("doubts", [])
    if not problems:
        assert never_named(readings, given.listed) == sample.get("unused")


@pytest.mark.parametrize(("dialect", "sample"), QUERIES, ids=[named(*each) for each in QUERIES])
def test_statements(dialect: str, sample: dict[str, Any]) -> None:
    given = Given(len(sample.get("listed", [])), list(sample.get("tags", {})))

    def made() -> Any:
        return statement_of(
            texts_of(sample), dialect_named(dialect), given, inputs_of(sample), lambda: datetime.date(2024, 5, 31)
        )

    wrong = sample.get("says", [sample["error"]] if "error" in sample else [])
    if wrong:
        with pytest.raises(WrongQuery) as told:
            made()
        assert str(told.value) == wrong[0]
        return
    statement = [{"value": part.value} if isinstance(part, Bound) else part for part in made()]
    assert "statement" not in sample or statement == sample["statement"]
