"""Properties of tracing, on variants of the fixtures: what people may change without changing a workflow."""

from __future__ import annotations

import ast
import functools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_fixtures import cases, workspace_of
from traced import Trace

CASES = [case for case in cases() if case != "porting-level3"]  # its pandas takes a second to import at every trace
FILLINGS = ("", "# a comment", "    # an indented comment", "#: op(x) = y", "\f")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=st.sampled_from(CASES), data=st.data())
def test_comments_and_blank_lines_keep_ids_and_reuse_digests(case: str, data: st.DataObject) -> None:
    before = traced(case, None)
    text = source_of(case)
    places = data.draw(st.lists(st.sampled_from(between_statements(text)), min_size=1, max_size=6), label="lines")
    fillings = data.draw(
        st.lists(st.sampled_from(FILLINGS), min_size=len(places), max_size=len(places)), label="fillings"
    )

    after = traced(case, filled(text, list(zip(places, fillings))))

    assert ids(after) == ids(before)
    assert reuse_digests(after) == reuse_digests(before)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=st.sampled_from(CASES))
def test_a_second_trace_gives_the_same(case: str) -> None:
    assert traced(case, source_of(case)).document == traced(case, None).document


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    names=st.lists(
        st.sampled_from(["load", "load_2", "load 2", "LOAD", "Laden ÄÖ", "表", "_gate", "x" * 70]),
        min_size=1,
        max_size=9,
    )
)
def test_ids_are_distinct_and_later_calls_shift_no_earlier_id(names: Sequence[str]) -> None:
    """Adding a call at the end leaves every id before it as it is."""
    every, fewer = (ids(traced_names(part)) for part in (names, names[:-1]))

    assert len(set(every)) == len(names)
    taken = {name.lower().replace(" ", "_") for name in names[-1:]}
    assert every[:-1] == fewer or any(each in taken for each in fewer)


def traced_names(names: Sequence[str]) -> Trace:
    """The trace of a file that calls one operator per name, in this order."""
    calls = "".join(f"op(name={name!r})(work)()\n" for name in names)
    return traced("ids", f"from aqueduct import op\n\n\ndef work():\n    return 1\n\n\n{calls}")


def filled(text: str, additions: Sequence[tuple[int, str]]) -> str:
    """A text with lines put in before the given ones."""
    lines = text.splitlines(keepends=True)
    for line, filling in sorted(additions, reverse=True):
        lines.insert(line - 1, filling + "\n")
    return "".join(lines)


def between_statements(text: str) -> list[int]:
    """Lines that a statement begins on; a line put in before them is in no text and no expression."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            decorators = getattr(node, "decorator_list", [])
            found.add(min([node.lineno, *(decorator.lineno for decorator in decorators)]))
    return sorted(found)


@functools.cache
def source_of(case: str) -> str:
    with tempfile.TemporaryDirectory() as place:
        workspace, file = workspace_of(case, Path(place))
        return (workspace.folder / file).read_text("utf-8")


@functools.cache
def traced(case: str, text: str | None) -> Trace:
    """The trace of a fixture, with another text where one is given."""
    with tempfile.TemporaryDirectory() as place:
        workspace, file = workspace_of(case, Path(place))
        if text is not None:
            workspace.put(file, text.encode("utf-8"))
        trace = workspace.trace(file)
    assert trace.document["failure"] is None, trace.document["failure"]
    return trace


def ids(trace: Trace) -> list[str]:
    return [operator["id"] for operator in trace.operators]


def reuse_digests(trace: Trace) -> list[str]:
    return [each["reuse"] for workflow in trace.document["shipments"] for each in workflow["operators"]]
