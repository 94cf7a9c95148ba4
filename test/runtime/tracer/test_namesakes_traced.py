"""Files beside a workflow that are called like our package or like modules of Python."""

from __future__ import annotations

import subprocess
import sys

import pytest
from traced import HEAD, Workspace

POISON = b"raise RuntimeError('the file beside the workflow was imported')\n"
FLOW = HEAD + "\n@op\ndef two():\n    return 2\n\nclient.publish_flow('two', artifacts=[two()])\n"


def loaded_at_start() -> set[str]:
    said = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(said.stdout.split())


def pythons() -> list[str]:
    names = getattr(sys, "stdlib_module_names", frozenset({"json", "typing", "random", "ast", "pickle", "pathlib"}))
    return sorted(names - loaded_at_start())


def test_a_folder_named_like_our_package_is_not_imported(workspace: Workspace) -> None:
    trace = workspace.write(flow=FLOW).put("aqueduct/__init__.py", POISON).put("aqueduct_workflow.py", POISON).trace()

    assert trace.document["failure"] is None
    assert trace.run("two").result == "2"


def test_a_file_named_like_our_package_is_not_imported(workspace: Workspace) -> None:
    trace = workspace.write(flow=FLOW).put("aqueduct.py", POISON).put("_aqueduct_first.py", POISON).trace()

    assert trace.document["failure"] is None


def test_no_module_of_pythons_that_we_need_is_taken_from_beside_the_workflow(workspace: Workspace) -> None:
    for name in pythons():
        workspace.put(f"{name}.py", POISON)
    trace = workspace.write(flow=FLOW).trace()

    assert trace.document["failure"] is None
    assert trace.operators[0]["id"] == "two"


def test_a_module_of_the_users_own_that_cannot_be_imported_is_told_on_its_line(workspace: Workspace) -> None:
    workspace.put("json.py", b"def mine(): return 1\n")
    trace = workspace.write(flow="import os\nimport json\njson.mine()\n" + FLOW).trace()

    assert trace.failure["message"] == (
        "`json` is here Python's own module, not your json.py: rename your file, and import it by its new name"
    )
    assert [(each["code"], each["line"]) for each in trace.problems] == [("name-is-taken", 2)]


@pytest.mark.parametrize("statement", ["import aqueduct_workflow", "from aqueduct_workflow import x"])
def test_a_module_under_the_name_of_the_definitions_is_told(workspace: Workspace, statement: str) -> None:
    workspace.put("aqueduct_workflow.py", b"x = 1\n")
    trace = workspace.write(flow=f"{statement}\n{FLOW}").trace()

    assert [(each["code"], each["line"]) for each in trace.problems] == [("name-is-taken", 1)]


def test_a_module_of_the_users_under_a_name_that_nobody_took_is_theirs(workspace: Workspace) -> None:
    workspace.put("sndhdr_of_ours.py", b"x = 4\n").put("turtledemo.py", b"x = 5\n")
    flow = HEAD + "import turtledemo\n\n@op\ndef five():\n    return turtledemo.x\n\nfive()\n"
    trace = workspace.write(flow=flow).trace()

    assert trace.problems == []
    assert trace.run("five").result == "5"


def test_modules_beside_the_workflow_come_first_for_user_code(workspace: Workspace) -> None:
    workspace.put("pip.py", b"x = 6\n")
    trace = workspace.write(flow=HEAD + "import sys\nimport pip\nassert pip.x == 6\nprint(sys.path[0])\n").trace()

    assert trace.document["failure"] is None
    assert trace.stdout == f"{workspace.folder}\n"
