"""Workspace modules: what an operator imports travels as files, and nothing else does."""

from __future__ import annotations

import pytest
from traced import HEAD, Workspace


def test_modules_are_followed_from_import_to_import(workspace: Workspace) -> None:
    workspace.put("helpers/__init__.py", b"from .names import NAME\n")
    workspace.put("helpers/names.py", b'NAME = "helpers"\n')
    workspace.put("helpers/deep/__init__.py", b"")
    workspace.put(
        "helpers/deep/shapes.py",
        b"from ..names import NAME\nimport tools\n\n\ndef name():\n    return NAME + tools.MARK\n",
    )
    trace = workspace.write(
        tools='MARK = "!"\n',
        unrelated="X = 1\n",
        flow=HEAD
        + """
import unrelated


@op
def work():
    from helpers.deep import shapes

    return shapes.name()


@op
def alone(value):
    return value


client.publish_flow("w", artifacts=[alone(work())])
""",
    ).trace()

    expected = {
        "helpers/__init__.py",
        "helpers/names.py",
        "helpers/deep/__init__.py",
        "helpers/deep/shapes.py",
        "tools.py",
    }
    assert trace.paths("work") == expected
    assert trace.paths("alone") == set()
    assert trace.run("work").result == "'helpers!'"
    assert trace.run("work", without=["tools.py"]).error == "ModuleNotFoundError: No module named 'tools'"


def test_a_module_that_was_imported_by_name_while_tracing_travels(workspace: Workspace) -> None:
    workspace.put("plugins/one.py", b"NAME = 'one'\n")
    trace = workspace.write(
        loader="import importlib\n\nplugins = [importlib.import_module(f'plugins.{name}') for name in ['one']]\n",
        flow=HEAD
        + """
import loader


@op
def work():
    return [plugin.NAME for plugin in loader.plugins]


client.publish_flow("w", artifacts=[work()])
""",
    ).trace()

    assert trace.paths("work") == {"loader.py", "plugins/one.py"}
    assert trace.run("work").result == "['one']"
    assert "ModuleNotFoundError" in trace.run("work", without=["plugins/one.py"]).error


def test_modules_of_an_environment_in_the_workspace_do_not_travel(workspace: Workspace) -> None:
    trace = (
        workspace.write(
            own="X = 1\n",
            flow="import sys\nsys.path.append(__file__.replace('flow.py', 'env/lib'))\n"
            + HEAD
            + """
import installed
import own


@op
def work():
    return own.X + installed.X


client.publish_flow("w", artifacts=[work()])
""",
        )
        .put("env/pyvenv.cfg", b"")
        .put("env/lib/installed.py", b"X = 1\n")
        .trace()
    )

    assert trace.paths("work") == {"own.py"}


def test_operators_of_other_modules_are_imported_from_them(workspace: Workspace) -> None:
    trace = workspace.write(
        steps="""
from aqueduct import Client, op

FACTOR = 3
client = Client()


@op
def triple(value):
    return value * FACTOR


already = triple(1)
""",
        flow=HEAD
        + """
import steps
from steps import triple as by_three

client.publish_flow("w", artifacts=[steps.triple(by_three(2))])
""",
    ).trace()

    code = trace.shipment("triple_2")["code"]
    assert (code["file"], code["module"], code["function"]) == ("steps.py", "steps", "triple")
    assert trace.paths("triple_2") == {"steps.py"}
    ran = trace.run("triple_2", "function(5)")
    assert ran.result == "15"
    assert "ModuleNotFoundError" in trace.run("triple_2", "function(5)", without=["steps.py"]).error


def test_a_workflow_in_a_folder_below_imports_what_is_beside_it(workspace: Workspace) -> None:
    flow = (
        HEAD
        + """
import beside


@op
def work():
    return beside.X


client.publish_flow("w", artifacts=[work()])
"""
    )
    workspace.put("flows/beside.py", b"X = 'beside'\n").put("beside.py", b"X = 'above'\n")
    trace = workspace.put("flows/flow.py", flow.encode()).trace("flows/flow.py")

    assert trace.paths("work") == {"flows/beside.py"}
    assert trace.shipment("work")["code"]["file"] == "flows/flow.py"
    assert trace.run("work").result == "'beside'"


def test_a_class_of_a_module_that_an_earlier_operator_uses_is_there_downstream(workspace: Workspace) -> None:
    trace = workspace.write(
        models="class Model:\n    def name(self):\n        return 'model'\n",
        flow=HEAD
        + """
@op
def train():
    import models

    return models.Model()


@op
def use(model):
    return model.name()


client.publish_flow("w", artifacts=[use(train())])
""",
    ).trace()

    reading = "function(__import__('pickle').loads(b'\\x80\\x04\\x8c\\x06models\\x8c\\x05Model\\x93)\\x81.'))"
    assert trace.run("use", reading).result == "'model'"
    assert "ModuleNotFoundError" in trace.run("use", reading, without=["models.py"]).error


def test_a_compiled_module_of_the_workspace_is_refused_by_name(workspace: Workspace) -> None:
    import importlib.machinery

    suffix = importlib.machinery.EXTENSION_SUFFIXES[0]
    trace = (
        workspace.write(
            flow=HEAD
            + """
@op
def work():
    import fastcode

    return fastcode.run()


client.publish_flow("w", artifacts=[work()])
"""
        )
        .put(f"fastcode{suffix}", b"")
        .trace()
    )

    assert f"The module `fastcode` is compiled (fastcode{suffix})" in trace.failure["message"]


def test_file_dependencies_come_along_under_their_paths(workspace: Workspace) -> None:
    trace = (
        workspace.write(
            flow=HEAD
            + """
import os


@op(file_dependencies=["data/one.txt"])
def work():
    here = os.path.dirname(__file__)
    return open(os.path.join(here, "data/one.txt")).read()


client.publish_flow("w", artifacts=[work()])
"""
        )
        .put("data/one.txt", b"one")
        .trace()
    )

    assert trace.run("work").result == "'one'"
    assert "FileNotFoundError" in trace.run("work", without=["data/one.txt"]).error


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.txt", "'nowhere.txt' is not there"),
        ("data/*.csv", "'data/*.csv' finds no file"),
        ("../outside.txt", "does not lie in the folder of the operator's file"),
    ],
)
def test_file_dependencies_that_cannot_come_along_are_refused(workspace: Workspace, path: str, message: str) -> None:
    workspace.put("data/one.txt", b"one")
    workspace.folder.with_name("outside.txt").write_text("outside")
    trace = workspace.write(
        flow=HEAD + f"\n\n@op(file_dependencies=[{path!r}])\ndef work():\n    return 1\n\n\nwork()\n"
    ).trace()

    assert message in trace.failure["message"]
    assert trace.failure["tip"] == "The path stands in file_dependencies of the operator that is called on this line."
    assert trace.failure["trace"][-1]["line"] == 11
