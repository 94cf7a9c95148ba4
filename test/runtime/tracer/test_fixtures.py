"""The traced graph is the static graph, on every fixture that can be run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from traced import Workspace, copy_of

REPOSITORY = Path(__file__).parents[3]
FIXTURES = REPOSITORY / "test" / "fixtures"
TELLS_COLUMNS = sys.version_info >= (3, 11)

# What fixtures read of the machine.
VARIABLES = {f"FIXTURE_{name}": f"the {name} of this machine" for name in ("KEY", "KEYS", "HOST", "FOLDERS")}

# Errors that both the text and a trace tell, and that end neither.
REFUSED_BY_BOTH = frozenset({"equal-names"})

# Codes of problems that both the text and a trace tell.
SAID_BY_BOTH = frozenset(
    {
        "argument-not-used",
        "captured-secret",
        "generator-as-list",
        "not-done-while-reading",
        "replaced-call",
    }
)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def cases() -> list[str]:
    """Folders with a graph whose problems leave the file able to run."""
    found = []
    for graph in sorted(FIXTURES.glob("*/graph.json")):
        problems = graph.with_name("problems.json")
        if not problems.exists() or all(each["severity"] != "error" for each in _json(problems)):
            found.append(graph.parent.name)
    assert len(found) > 10, f"the fixtures are missing in {FIXTURES}"
    return found


@pytest.mark.parametrize("case", cases())
def test_the_traced_graph_is_the_static_one(case: str, tmp_path: Path) -> None:
    workspace, file = workspace_of(case, tmp_path)
    trace = workspace.trace(file)
    assert trace.document["failure"] is None, trace.document["failure"]

    static, traced = _json(FIXTURES / case / "graph.json"), trace.document["graph"]

    assert [without_nodes(each) for each in traced["workflows"]] == [
        without_nodes(each) for each in static["workflows"]
    ]
    for expected, found in zip(static["workflows"], traced["workflows"]):
        if any(each.get("repeated") or each.get("unknown") for each in expected["operators"]):
            assert_covered(expected, found)
        else:
            assert [plain(each) for each in found["operators"]] == [plain(each) for each in expected["operators"]]
            assert found["artifacts"] == expected["artifacts"]


def _said_by_both(problems: list[dict[str, Any]], codes: frozenset[str] = SAID_BY_BOTH) -> list[dict[str, Any]]:
    fields = problems[0].keys() if problems and TELLS_COLUMNS else ("code", "severity", "message", "file", "line")
    return [{field: each[field] for field in fields} for each in problems if each["code"] in codes]


@pytest.mark.parametrize("case", [case for case in cases() if _said_by_both(_json(FIXTURES / case / "problems.json"))])
def test_the_tracer_tells_the_problems_that_reading_the_text_tells(case: str, tmp_path: Path) -> None:
    workspace, file = workspace_of(case, tmp_path)
    static = _said_by_both(_json(FIXTURES / case / "problems.json"))
    assert sorted(_said_by_both(workspace.trace(file).problems), key=_place) == sorted(static, key=_place)


@pytest.mark.parametrize("code", sorted(REFUSED_BY_BOTH))
def test_the_tracer_refuses_on_the_lines_that_reading_the_text_refuses(code: str, tmp_path: Path) -> None:
    found = 0
    for problems in sorted(FIXTURES.glob("*/problems.json")):
        static = _said_by_both(_json(problems), frozenset({code}))
        if not static:
            continue
        found += 1
        workspace, file = workspace_of(problems.parent.name, tmp_path / problems.parent.name)
        trace = workspace.trace(file)
        assert sorted(_said_by_both(trace.problems, frozenset({code})), key=_place) == sorted(static, key=_place)
        assert trace.failure["message"] in [each["message"] for each in static]
    assert found > 0


def _place(problem: dict[str, Any]) -> tuple[Any, ...]:
    return problem["file"], problem["line"], problem["message"]


def workspace_of(case: str, place: Path) -> tuple[Workspace, str]:
    """The fixture's files in a workspace of their own, and the file to trace."""
    folder = FIXTURES / case
    pointer = folder / "workflow.path"
    if not pointer.exists():
        workspace = copy_of(folder, place)
        workspace.environment |= VARIABLES
        return workspace, "workflow.py"
    file = REPOSITORY / pointer.read_text("utf-8").strip()
    return copy_of(file.parent, place), file.name


def plain(operator: dict[str, Any]) -> dict[str, Any]:
    """An operator as both graphs must tell it; columns where Python knows them."""
    if TELLS_COLUMNS:
        return operator
    return {**operator, **{key: _lines(operator[key]) for key in ("source", "definition")}}


def without_nodes(workflow: dict[str, Any]) -> dict[str, Any]:
    """A workflow's own fields."""
    own = {key: value for key, value in workflow.items() if key not in ("operators", "artifacts")}
    return own if TELLS_COLUMNS else {**own, "source": _lines(own["source"])}


def assert_covered(static: dict[str, Any], traced: dict[str, Any]) -> None:
    """Every traced operator is a static one, or stands for one of a node that is repeated or unknown."""
    exact = {each["id"]: each for each in static["operators"]}
    vague = [each for each in static["operators"] if each.get("repeated") or each.get("unknown")]
    for operator in traced["operators"]:
        same = exact.get(operator["id"])
        if same is not None and same not in vague:
            assert plain(operator)["source"] == plain(same)["source"]
            continue
        covering = [
            each for each in vague if (each["kind"], each["definition"]) == (operator["kind"], operator["definition"])
        ]
        assert covering, f"no static node stands for {operator['id']}"
    for operator in static["operators"]:
        if operator not in vague:
            assert operator["id"] in {each["id"] for each in traced["operators"]}


def _lines(source: Any) -> Any:
    return source and {"file": source["file"], "line": source["line"]}
