"""How shipped definitions are loaded: importable, under the user's lines, from blobs where the workspace has changed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from traced import HEAD, RUNTIME, Trace, Workspace

RAISING = (
    HEAD
    + """
import tools


def inner(value):
    return tools.divide(value)


@op
def work(value):
    # a comment that moves lines
    return inner(value)


client.publish_flow("w", artifacts=[work(1)])
"""
)
TOOLS = "def divide(value):\n    return 1 / value  # by value\n"


def run_in(trace: Trace, folder: Path, call: str) -> str:
    """Calls `work` with a folder of one's choice and gives what the process printed."""
    shipment = trace.shipment("work")
    staged = {
        "code": {**shipment["code"], "definitions": str(trace.blobs / shipment["code"]["definitions"])},
        "values": [{**each, "file": str(trace.blobs / each["blob"])} for each in shipment["values"]],
        "modules": [{**each, "file": str(trace.blobs / each["blob"])} for each in shipment["modules"]],
    }
    program = (
        "import json, sys, traceback\n"
        "from pathlib import Path\n"
        "from aqueduct.definitions import load_operator\n"
        "sys.excepthook = traceback.print_exception\n"
        f"job = json.loads({json.dumps(staged)!r})\n"
        f"function = load_operator(job['code'], job['values'], job['modules'], Path({str(folder)!r}))\n"
        f"print({call})\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(RUNTIME), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return run.stdout + run.stderr


def test_traces_fall_on_the_users_lines_where_no_file_is(workspace: Workspace) -> None:
    trace = workspace.write(flow=RAISING, tools=TOOLS).trace()

    stderr = trace.run("work", "function(0)").stderr

    assert 'code/flow.py", line 15, in work\n    return inner(value)' in stderr
    assert 'code/flow.py", line 9, in inner\n    return tools.divide(value)' in stderr
    assert 'code/tools.py", line 2, in divide\n    return 1 / value  # by value' in stderr


def test_a_workspace_that_changed_since_does_not_change_what_runs(workspace: Workspace) -> None:
    """The trace shows the text that ran, and nothing is written into the workspace."""
    trace = workspace.write(flow=RAISING, tools=TOOLS).trace()
    workspace.write(flow="# gone\n" * 30, tools="def divide(value):\n    return 'edited'\n")
    before = sorted(path.name for path in workspace.folder.iterdir())

    output = run_in(trace, workspace.folder, "function(4)")
    failing = run_in(trace, workspace.folder, "function(0)")

    assert output.strip() == "0.25"
    assert f'{workspace.folder}/tools.py", line 2, in divide\n    return 1 / value  # by value' in failing
    assert f'{workspace.folder}/flow.py", line 15, in work\n    return inner(value)' in failing
    assert sorted(path.name for path in workspace.folder.iterdir() if path.name != "__pycache__") == before


def test_an_unchanged_workspace_is_imported_from_where_it_is(workspace: Workspace) -> None:
    trace = workspace.write(flow=RAISING, tools=TOOLS).trace()

    output = run_in(trace, workspace.folder, "function(4), sys.modules['tools'].__spec__.loader.__class__.__name__")

    assert output.strip() == "0.25 SourceFileLoader"


def test_processes_that_an_operator_starts_find_its_definitions(workspace: Workspace) -> None:
    """Spawned workers get functions, classes and captured values by the name of one importable module."""
    flow = (
        HEAD
        + """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import tools

FACTOR = 3


@dataclass
class Item:
    value: int


def scaled(item):
    return Item(tools.triple(item.value) * FACTOR)


@op
def work():
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return list(pool.map(scaled, [Item(1), Item(2)]))


client.publish_flow("w", artifacts=[work()])
"""
    )
    trace = workspace.write(flow=flow, tools="def triple(value):\n    return 3 * value\n").trace()

    assert trace.run("work").result == "[Item(value=9), Item(value=18)]"


def test_pickles_of_a_run_name_the_fixed_module(workspace: Workspace) -> None:
    """`__main__` and the file's own name are that module too, as older pickles call it."""
    flow = (
        HEAD
        + """
class Model:
    pass


@op
def work():
    import __main__
    import flow

    return Model.__module__, __main__.Model is Model, flow.Model is Model


client.publish_flow("w", artifacts=[work()])
"""
    )
    trace = workspace.write(flow=flow).trace()

    assert trace.run("work").result == "('aqueduct_workflow', True, True)"


def test_the_authoring_api_is_inert_where_operators_run(workspace: Workspace) -> None:
    flow = (
        HEAD
        + """
@op
def helper(value):
    return value + 1


@op
def work():
    return helper(1), helper.local(2), Client().resource("anything").name()


client.publish_flow("w", artifacts=[work()])
"""
    )
    trace = workspace.write(flow=flow).trace()

    assert trace.run("work").result == "(2, 3, 'anything')"


def test_operators_share_one_blob_of_definitions(workspace: Workspace) -> None:
    flow = HEAD + "\n\n@op\ndef one():\n    return 1\n\n\n@op\ndef two(value):\n    return value\n\n\ntwo(one())\n"
    trace = workspace.write(flow=flow).trace()

    assert trace.shipment("one")["code"]["definitions"] == trace.shipment("two")["code"]["definitions"]


def test_preset_metrics_run_from_their_blob(workspace: Workspace) -> None:
    flow = HEAD + "\ntable = client.resource('warehouse').sql('SELECT 1')\ntable.max('a b')\ntable.number_of_rows()\n"
    trace = workspace.write(flow=flow).trace()
    frame = "__import__('pandas').DataFrame({'a b': [1, 5]})"

    assert trace.run("max_a_b_", f"int(function({frame}))").result == "5"
    assert trace.run("num_rows", f"function({frame})").result == "2"


def test_a_function_that_an_operator_gives_shares_the_globals_of_its_module_with_who_calls_it(
    workspace: Workspace,
) -> None:
    """What it loads goes along, for operators whose shipment does not have it."""
    trace = workspace.write(
        flow=HEAD
        + """
SEEN = []
FACTOR = 3


@op
def work(value):
    def scaled(x):
        SEEN.append(x)
        return FACTOR * x
    return scaled


client.publish_flow("w", artifacts=[work(1)])
"""
    ).trace()
    decoded = "(lambda e: __import__('aqueduct.values').values.decode(e.data, e.encoding, e.type))"
    encoded = "__import__('aqueduct.values').values.encode(function(1))"
    module = "__import__('aqueduct_workflow')"
    shared = trace.run("work", f"({decoded}({encoded})(2), {module}.SEEN)")
    assert shared.result == "(6, [2])", shared.stderr
    elsewhere = trace.run("work", f"(lambda e: (vars({module}).pop('FACTOR'), {decoded}(e)(2)))({encoded})")
    assert elsewhere.result == "(3, 6)", elsewhere.stderr
