"""The tracer as a process: what it takes, what it leaves, how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest
from traced import HEAD, Workspace


def test_the_file_runs_as_main(workspace: Workspace) -> None:
    trace = workspace.write(
        beside="NAME = 'beside'\n",
        flow="""
import inspect
import os
import sys

import beside


def own():
    return 1


print(__name__, sys.argv, sys.path[0] == os.path.dirname(__file__) == os.getcwd(), beside.NAME)
print(sys.modules["__main__"].own is own, __spec__, inspect.getsource(own).splitlines()[0])
sys.exit(0)
""",
    ).trace()

    assert trace.document["failure"] is None
    assert trace.stdout.splitlines() == [
        f"__main__ ['{workspace.folder / 'flow.py'}'] True beside",
        "True None def own():",
    ]


def test_an_error_of_the_file_is_told_with_its_own_frames_only(workspace: Workspace) -> None:
    workspace.put("tools.py", b"import json\n\n\ndef read(text):\n    return json.loads(text)\n")
    trace = workspace.write(
        flow=HEAD + "\nimport tools\n\nkept = client.create_param('kept', 1)\ntools.read('{')\n"
    ).trace()

    failure = trace.failure
    assert failure["message"].startswith("json.decoder.JSONDecodeError: Expecting property name")
    assert failure["trace"] == [
        {"file": "flow.py", "line": 8, "function": "<module>", "text": "tools.read('{')"},
        {"file": "tools.py", "line": 5, "function": "read", "text": "return json.loads(text)"},
    ]
    assert failure["tip"]
    assert [each["id"] for each in trace.operators] == ["kept"]
    assert trace.document["shipments"] == []


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("x = 1\ny = 'open\n", "SyntaxError: unterminated string literal", 2),
        ("import sys\nsys.exit('no data')\n", "The file ended itself with sys.exit('no data')", 2),
        ("import nowhere\n", "ModuleNotFoundError: No module named 'nowhere'", 1),
    ],
)
def test_files_that_do_not_run_to_their_end(workspace: Workspace, text: str, message: str, line: int) -> None:
    failure = workspace.write(flow=text).trace().failure

    assert message in failure["message"] or sys.version_info < (3, 10)
    assert failure["trace"][-1]["line"] == line


def test_operators_are_not_run(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD + "\n\n@op\ndef work():\n    print('ran')\n\n\nwork()\nwork.lazy()\nwork.local()\n"
    ).trace()

    assert "ran" not in trace.stdout
    assert [each["id"] for each in trace.operators] == ["work", "work_2"]


def test_calls_that_would_act_are_not_done_and_said(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
warehouse = client.resource("warehouse")
client.connect_resource("new", "Postgres", None)
flow = client.publish_flow("w", artifacts=[warehouse.sql("SELECT 1")])
client.trigger(flow.id())
client.delete_flow(flow.id())
print(warehouse.table("wine"), client.list_resources())
"""
    ).trace()

    assert [(each["line"], each["severity"]) for each in trace.problems] == [
        (6, "information"),
        (8, "information"),
        (9, "information"),
    ]
    assert "aqueduct trigger" in trace.problems[1]["message"]
    assert "known when the workflow runs" in trace.stdout


@pytest.mark.parametrize(
    ("use", "message"),
    [
        ("len(table.get())", "the value of 'warehouse query artifact' is known only when the workflow runs"),
        ("table.get().head()", "inside an operator that takes the artifact"),
        ("client.list_flows()", "use `aqueduct runs`"),
        (
            "client.resource('nowhere')",
            'There is no resource "nowhere" (known: airflow, aqueduct_demo, lake, other, warehouse)',
        ),
        (
            "client.publish_flow('w', artifacts=[table], engine='lake')",
            '"lake" is a database, which runs no workflows. Write engine="airflow" or engine="other", or leave it out to run here.',
        ),
        (
            "client.publish_flow('w', artifacts=[table], engine='k8s')",
            'aqueduct.json names no engine "k8s". Write engine="airflow" or engine="other", or leave it out to run here.',
        ),
        ("client.publish_flow('w', [table])", "The second argument of publish_flow() is the description"),
        ("client.publish_flow('w', 3, artifacts=[table])", "description= of publish_flow() takes a text"),
        ("client.publish_flow('w', '\\ud800', artifacts=[table])", "publish_flow() takes text of whole characters"),
        ("client.publish_flow('w', 'a\\0', artifacts=[table])", "publish_flow() takes text of whole characters"),
        ("client.publish_flow('\\ud800', artifacts=[table])", "publish_flow() takes text of whole characters"),
        ("client.publish_flow('w', artifacts=[table], schedule='0 3 * *')", "is not a valid schedule: it has 4 fields"),
        ("client.publish_flow('w', artifacts=[table], schedule='60 3 * * *')", "60 is not a valid minute (0 to 59)"),
        ("client.publish_flow('w', artifacts=[table], schedule=['0 3 * * *'])", "is not a valid schedule"),
        (
            "table.save(warehouse.config(table='t', mode='overwrite'))",
            "The mode of a save is 'replace', 'append' or 'fail'",
        ),
        ("table.save('t')", "artifact.save(db.config(table='…', mode='replace'))"),
        ("work()", "`work` is called without its argument `value`"),
        ("work(table, valeu=table)", "`work` has no argument `valeu`"),
        ("work({table})", "artifacts in a set, which has no order"),
        ("work(table, 1, 2)", "`work` takes 2 arguments, not 3"),
        ("work(rate(table))", "`work` cannot take 'rate artifact'"),
        ("rate()", "`rate` is called without its argument `table`"),
        ("rate(table).bound(upper=1, lower=2)", "exactly one of upper="),
        ("rate(table).bound(upper='1')", "takes a number, not str"),
        ("client.create_param('p', None)", "cannot be None"),
        ("warehouse.sql('SELECT {{ region }}')", "there is no parameter 'region'"),
        ("warehouse.sql('SELECT $1', parameters=['north'])", "takes parameters that client.create_param made"),
        ("warehouse.config(table='t')", "db.config(table='t', mode='replace')"),
        ("op(num_outputs=2, outputs=['one'])(len)", "num_outputs=2, but outputs= names 1"),
        ("op(name=3)(len)", "The name of an operator is a text, not 3"),
        ("op()(3)", "An operator is made of a function, not of 3"),
        ("op(print)(1, key=2)", "`print` has no argument `key`"),
        ("check(severity='fatal')(len)", "severity is CheckSeverity.WARNING or CheckSeverity.ERROR, not 'fatal'"),
        ("check(lambda value: True)(table).bound(upper=1)", "bound() checks a number"),
        ("rate(check(lambda value: True)(table))", "the result of a check goes to nothing"),
        ("__import__('aqueduct').daily(hour=24)", "Hour is a whole number from 0 to 23, not 24"),
        ("__import__('aqueduct').weekly('monday')", "DayOfWeek.MONDAY"),
        ("__import__('aqueduct').weekly(8)", "DayOfWeek.MONDAY"),
        ("table.system_metric('runtime')", "comes in a later version"),
        ("__import__('aqueduct').llm_op", "comes in a later version"),
        ("client.publish_flow('', artifacts=[table])", "publish_flow() needs a name"),
        ("client.publish_flow('w', artifacts=[])", "at least one artifact"),
        ("client.publish_flow('w', artifacts=[1])", "artifacts=[…] takes artifacts, not int"),
    ],
)
def test_calls_that_cannot_be_are_refused_on_their_line(workspace: Workspace, use: str, message: str) -> None:
    trace = workspace.write(
        flow=HEAD
        + f"""
warehouse = client.resource("warehouse")
table = warehouse.sql("SELECT 1")


@op
def work(value, other=1):
    return value


@metric
def rate(table):
    return 1


{use}
"""
    ).trace()

    assert message in trace.failure["message"]
    assert trace.failure["trace"][-1]["line"] == 19


def test_the_database_of_older_files_has_two_names(workspace: Workspace) -> None:
    workspace.resources = {"Demo": {"type": "database"}}
    trace = workspace.write(flow=HEAD + "\nclient.integration('aqueduct_demo').sql('SELECT 1')\n").trace()

    assert trace.operators[0]["resource"] == "Demo"


def test_a_request_that_cannot_be_read_is_no_result(workspace: Workspace) -> None:
    workspace.request = lambda file: '{"format": 1}'  # type: ignore[method-assign]
    run = workspace.start()

    assert run.returncode == 2
    told = "aqueduct.tracer: The request on stdin can't be read: file is missing. Another version of aqueduct may"
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not (workspace.blobs.parent / "trace.json").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_without_a_result(workspace: Workspace, number: signal.Signals) -> None:
    workspace.write(
        flow="import time\nprint('under way', flush=True)\ntry:\n    time.sleep(600)\nexcept Exception:\n    pass\n"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "aqueduct.tracer"],
        cwd=workspace.folder,
        env=workspace.tracer_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(workspace.request("flow.py"))
        process.stdin.close()
        assert process.stdout.readline() == "under way\n"
        process.send_signal(number)
        assert process.wait(30) == 128 + number
        assert process.stderr.read() == ""
    assert sorted(path.name for path in workspace.blobs.parent.iterdir()) == ["workspace"]


def test_a_thread_of_the_file_does_not_hold_up_the_result(workspace: Workspace) -> None:
    flow = "import threading\nthreading.Thread(target=threading.Event().wait).start()\n"
    assert workspace.write(flow=flow).trace().document["failure"] is None


def test_the_result_says_its_python_and_is_one_document(workspace: Workspace) -> None:
    workspace.write(flow="").trace()
    document = json.loads((workspace.blobs.parent / "trace.json").read_text("utf-8"))

    assert document["python"] == ".".join(map(str, sys.version_info[:3]))
    assert sorted(document) == ["environment", "failure", "format", "graph", "python", "shipments"]
