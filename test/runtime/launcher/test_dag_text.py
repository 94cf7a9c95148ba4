"""The DAG file: constant but for one literal, which no workflow can break out of."""

from __future__ import annotations

import ast
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, ClassVar, NoReturn

import pytest
from dag_renderer import SPEC, renderer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Render = Callable[[object], str]

# Interpreters with an Airflow, by version, as JSON; set by whoever has them.
AIRFLOWS: dict[str, str] = json.loads(os.environ.get("AQUEDUCT_TEST_AIRFLOWS", "{}"))

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [
        "'''",
        '"""',
        "\\",
        "\\'",
        "{{ x }}",
        "{% raw %}",
        "\n",
        "\r\n",
        "\u2028",
        "\x7f",
        "\x00",
        "#",
        "')\nimport os",
        "\U0001f377",
    ]
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


def functions(text: str) -> dict[str, Any]:
    """The file's functions and its SPEC, without what needs an Airflow."""
    wanted = [
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) or (isinstance(node, ast.Assign) and names(node) == ["SPEC"])
    ]
    namespace: dict[str, Any] = {"json": json, "os": os, "sys": sys, "Any": Any, "NoReturn": NoReturn}
    exec(compile(ast.Module(wanted, []), "dag.py", "exec"), namespace)
    return namespace


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
    top = [
        node
        for statement in tree.body
        for node in ast.walk(statement)
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
    ]
    roots = {alias.name.split(".")[0] for node in top if isinstance(node, ast.Import) for alias in node.names}
    roots |= {(node.module or "").split(".")[0] for node in top if isinstance(node, ast.ImportFrom)}
    assert roots == {"__future__", "json", "os", "sys", "datetime", "typing", "airflow"}


def test_a_workflow_of_450_tasks_stays_under_50_kb(render: Render) -> None:
    tasks = [
        {
            "id": f"an_operator_with_a_usual_name_{number}",
            "upstream": [number - 1, number - 2] if number > 1 else [],
        }
        for number in range(450)
    ]
    assert len(render({**SPEC, "tasks": tasks})) < 50_000


def test_a_worker_of_an_unlisted_user_without_home_unpacks_into_an_absolute_folder(
    render: Render, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # What Python gives where neither HOME nor the list of users names a folder.
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("aqueduct/__init__.py", "")
    digest = hashlib.sha256(packed.getvalue()).hexdigest()
    blob = tmp_path / "store" / "blobs" / "sha256" / digest
    blob.parent.mkdir(parents=True)
    blob.write_bytes(packed.getvalue())
    text = render({**SPEC, "runtime": digest, "store": {"type": "folder", "folder": str(tmp_path / "store")}})
    folder = functions(text)["_unpacked"]()
    assert folder == str(tmp_path / f"aqueduct-airflow-{os.getuid()}" / digest)
    assert list(work.iterdir()) == []


class Refused(Exception):
    """Stands for both exceptions of Airflow."""


def fetching(text: str) -> Callable[[str], bytes]:
    """`_blob` of a DAG file, whose failures are Refused."""
    found = functions(text)

    def refuse(message: str) -> NoReturn:
        raise Refused(message)

    found.update(_fail=refuse, _fail_for_now=refuse)
    return found["_blob"]  # type: ignore[no-any-return]


def test_a_worker_that_lacks_the_runtime_says_which_object_of_which_store_and_what_helps(
    render: Render, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    blob = fetching(render({**SPEC, "store": {"type": "folder", "folder": str(store)}}))
    with pytest.raises(Refused) as unmounted:
        blob("0" * 64)
    assert str(unmounted.value).startswith(f"The store {store} is not there on this worker: mount it there, or")
    store.mkdir()
    key = f"blobs/sha256/{'0' * 64}"
    with pytest.raises(Refused) as gone:
        blob("0" * 64)
    assert str(gone.value) == f"{key}, the runtime, is not in the store {store}: publish the workflow again."
    (store / key).mkdir(parents=True)
    with pytest.raises(Refused) as folder:
        blob("0" * 64)
    assert str(folder.value) == f"{key}, the runtime, can't be read in the store {store}: Is a directory."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("NoSuchKey", "s3://lake/wines/blobs/sha256/00, the runtime, is not in the store: publish the workflow again."),
        ("NoSuchBucket", "There is no bucket lake, where the store of this workflow should be."),
        (
            "AccessDenied",
            "s3://lake/wines/blobs/sha256/00, the runtime, can't be read: S3 answered AccessDenied. "
            "See to the rights of Airflow's Connection lake_keys.",
        ),
    ],
)
def test_a_worker_that_s3_refuses_the_runtime_says_why(render: Render, error: str, words: str) -> None:
    class ClientError(Exception):
        response: ClassVar[dict[str, Any]] = {"Error": {"Code": error}}

    kinds = {name: type(name, (ClientError,), {}) for name in ("NoSuchKey", "NoSuchBucket")}

    def refuse(**_asked: str) -> NoReturn:
        raise kinds.get(error, ClientError)

    client = SimpleNamespace(get_object=refuse, exceptions=SimpleNamespace(ClientError=ClientError, **kinds))
    place = {"type": "s3", "connection": "lake_keys", "bucket": "lake", "prefix": "wines", "region": None}
    blob = fetching(render({**SPEC, "store": {**place, "endpoint": None}}))
    blob.__globals__["_s3"] = lambda _store: client
    with pytest.raises(Refused) as refused:
        blob("00")
    assert str(refused.value) == words


if AIRFLOWS:

    @pytest.mark.parametrize("schedule", ["0 3 * * *", None])
    @pytest.mark.parametrize("version", AIRFLOWS)
    def test_airflow_imports_it_without_a_warning(render: Render, tmp_path: Path, version: str, schedule: Any) -> None:
        file = tmp_path / "dag.py"
        file.write_text(render({**SPEC, "schedule": schedule}))
        environment = {**os.environ, "AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
        environment.pop("PYTHONPATH", None)  # Airflow's own processes have no runtime of ours on it
        done = subprocess.run(
            [AIRFLOWS[version], "-c", IMPORT, str(file)], capture_output=True, text=True, check=False, env=environment
        )
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
            "params": {name: param["default"] for name, param in SPEC["params"].items()},
            "modules": [],
            "texts": [None, None],
        }

    @pytest.mark.parametrize("text", ["What was sold.", "See *this*:\n\n- {{ ds }} \u00e9 '\"", "notes.md"])
    @pytest.mark.parametrize("version", AIRFLOWS)
    def test_a_description_is_the_dags_and_its_documentation(
        render: Render, tmp_path: Path, version: str, text: str
    ) -> None:
        file = tmp_path / "dag.py"
        file.write_text(render({**SPEC, "description": text}))
        (tmp_path / "notes.md").write_text("a file of the server's")
        environment = {**os.environ, "AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
        environment.pop("PYTHONPATH", None)
        command = [AIRFLOWS[version], "-c", IMPORT, str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
        description, documentation = json.loads(done.stdout.splitlines()[-1])["texts"]
        assert (description, documentation.strip()) == (text, text), "and nothing is read for it"

    @pytest.mark.parametrize("version", AIRFLOWS)
    def test_the_runtime_is_fetched_once_verified_and_kept_private(
        render: Render, tmp_path: Path, version: str
    ) -> None:
        store, home = tmp_path / "store", tmp_path / "home"
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("aqueduct/__init__.py", "")
            archive.writestr(
                "aqueduct/launcher.py", "def run(spec, task, context):\n    print('ran', task, __file__)\n"
            )
        digest = hashlib.sha256(packed.getvalue()).hexdigest()
        blob = store / "blobs" / "sha256" / digest
        blob.parent.mkdir(parents=True)
        file = tmp_path / "dag.py"
        file.write_text(render({**SPEC, "runtime": digest, "store": {"type": "folder", "folder": str(store)}}))
        environment = {
            **os.environ,
            "HOME": str(home),
            "AIRFLOW_HOME": str(tmp_path),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        }

        def run() -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [AIRFLOWS[version], "-c", RUN, str(file)], capture_output=True, text=True, check=False, env=environment
            )

        blob.write_bytes(packed.getvalue() + b"more")
        assert "The runtime in the store is not what was published" in run().stderr
        blob.write_bytes(packed.getvalue())
        place = home / ".cache" / "aqueduct-airflow" / digest
        assert run().stdout.splitlines()[-1] == f"ran clean_data {place}/aqueduct/launcher.py"
        assert place.parent.stat().st_mode & 0o777 == 0o700
        blob.unlink()
        assert run().stdout.splitlines()[-1].startswith("ran clean_data"), "the second time it is there already"
        assert [each.name for each in place.parent.iterdir()] == [digest]

    RUN = """
import importlib.util, sys, types
spec = importlib.util.spec_from_file_location("generated", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
module._run(ti=types.SimpleNamespace(task_id="clean_data"))
"""
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
    "texts": [dag.description, dag.doc_md],
    "modules": [name for name in sys.modules if name in ("boto3", "aqueduct", "pandas")],
}))
"""
