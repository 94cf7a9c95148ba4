"""The DAG file: constant but for one literal, which no workflow can break out of."""

from __future__ import annotations

import ast
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import pytest
from dag_renderer import SPEC, renderer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Render = Callable[[object], str]

# Interpreters with an Airflow, by version, as JSON; set by whoever has them.
AIRFLOWS: dict[str, str] = json.loads(os.environ.get("AQUEDUCT_TEST_AIRFLOWS", "{}"))

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["'''", '"""', "\\", "\\'", "{{ x }}", "{% raw %}", "\n", "\r\n", "\u2028", "\x7f", "\x00", "#", "')\nimport os", "\U0001f377"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=15,
)


@pytest.fixture(scope="module")
def render() -> Iterator[Render]:
    with renderer() as found:
        yield found


def literal(text: str) -> Any:
    """What the file's SPEC is, read without running anything."""
    body = ast.parse(text, feature_version=(3, 8)).body
    (call,) = [node.value for node in body if isinstance(node, ast.Assign) and names(node) == ["SPEC"]]
    assert isinstance(call, ast.Call)
    assert ast.unparse(call.func) == "json.loads"
    (argument,) = call.args
    return json.loads(ast.literal_eval(argument))


def names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def without_literal(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("SPEC = json.loads("))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spec=anything)
def test_any_literal_comes_through_and_changes_nothing_else(render: Render, spec: object) -> None:
    text = render(spec)
    assert text.isascii()
    assert literal(text) == spec
    assert without_literal(text) == without_literal(render(SPEC))


def test_it_imports_the_standard_library_and_airflow_only(render: Render) -> None:
    tree = ast.parse(render(SPEC))
    top = [node for statement in tree.body for node in ast.walk(statement) if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))]
    roots = {alias.name.split(".")[0] for node in top if isinstance(node, ast.Import) for alias in node.names}
    roots |= {(node.module or "").split(".")[0] for node in top if isinstance(node, ast.ImportFrom)}
    assert roots == {"__future__", "json", "os", "sys", "datetime", "airflow"}


def test_a_workflow_of_450_tasks_stays_under_50_kb(render: Render) -> None:
    tasks = [[f"an_operator_with_a_usual_name_{number}", [number - 1, number - 2] if number > 1 else []] for number in range(450)]
    assert len(render({**SPEC, "tasks": tasks})) < 50_000


if AIRFLOWS:

    @pytest.mark.parametrize("schedule", ["0 3 * * *", None])
    @pytest.mark.parametrize("version", AIRFLOWS)
    def test_airflow_imports_it_without_a_warning(render: Render, tmp_path: Path, version: str, schedule: Any) -> None:
        file = tmp_path / "dag.py"
        file.write_text(render({**SPEC, "schedule": schedule}))
        environment = {**os.environ, "AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
        done = subprocess.run([AIRFLOWS[version], "-c", IMPORT, str(file)], capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout.splitlines()[-1])
        kind = "NullTimetable" if schedule is None else "CronTriggerTimetable"
        assert found == {
            "airflow": version,
            "warnings": [],
            "dag": "wine_predictions",
            "tasks": {"query": [], "clean_data": ["query"], "_gate": ["clean_data"], "save": ["_gate"]},
            "tags": ["aqueduct", "aqueduct-build:44575cf5b285"],
            "timetable": kind,
            "params": {name: value for name, (value, _) in SPEC["params"].items()},
            "modules": [],
        }

    IMPORT = """
import importlib.util, json, sys, warnings
import airflow
with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    spec = importlib.util.spec_from_file_location("generated", sys.argv[1])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
dag = module.dag
print(json.dumps({
    "airflow": airflow.__version__,
    "warnings": [str(each.message) for each in found if each.filename == sys.argv[1]],
    "dag": dag.dag_id,
    "tasks": {task.task_id: sorted(task.upstream_task_ids) for task in dag.tasks},
    "tags": sorted(dag.tags),
    "timetable": type(dag.timetable).__name__,
    "params": dict(dag.params),
    "modules": [name for name in sys.modules if name in ("boto3", "aqueduct", "pandas")],
}))
"""
