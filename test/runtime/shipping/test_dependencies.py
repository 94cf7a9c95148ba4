"""`file_dependencies`: files, folders, patterns and packages, from the folder of the operator's own file."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, Optional

import pytest
from traced import HEAD
from traced import Workspace as Traced

from aqueduct.error import InvalidDependencyFilePath, ReservedFileNameException
from aqueduct.shipping import dependencies
from aqueduct.shipping.dependencies import file_dependencies
from aqueduct.shipping.following import Workspace

FILES = (
    "one.txt", "a[1].csv", "data/one.csv", "data/two.csv", "data/deep/three.csv", "data/deep/note.txt", "data/.hidden",
    "data/__pycache__/x.pyc", "data/.git/config", "data/env/pyvenv.cfg", "data/env/lib/x.py", ".aqueduct/state.json",
    "pack/__init__.py", "pack/a.py", "pack/table.csv", "pack/deep/__init__.py", "pack/deep/b.py", "loose/c.py",
    "loose/pack2/__init__.py", "loose/pack2/d.py", "aqueduct_workflow.py", "broken/template.py",
)  # fmt: skip


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    folder = tmp_path / "w" / "below"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("" if name != "broken/template.py" else "{{ not python }")
    (folder / "empty/inside").mkdir(parents=True)
    (tmp_path / "w/above.txt").write_text("")
    (tmp_path / "outside.txt").write_text("")
    (folder / "pack/a.py").write_text("import far.away\nfrom .deep import b\n")
    return folder


def listed(beside: Path, paths: Any) -> set[str]:
    found = file_dependencies(paths, beside, Workspace(beside.parent))
    assert all(path.startswith("below/") for path in found.paths)
    return {path[len("below/") :] for path in found.paths}


PACKAGE = {"pack/__init__.py", "pack/a.py", "pack/table.csv", "pack/deep/__init__.py", "pack/deep/b.py"}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([], set()),
        (None, set()),
        (("one.txt", "./one.txt", "data/../one.txt"), {"one.txt"}),
        ([Path("one.txt")], {"one.txt"}),
        (["data"], {"data/one.csv", "data/two.csv", "data/deep/three.csv", "data/deep/note.txt", "data/.hidden"}),
        (["data/"], {"data/one.csv", "data/two.csv", "data/deep/three.csv", "data/deep/note.txt", "data/.hidden"}),
        (["data/*.csv"], {"data/one.csv", "data/two.csv"}),
        (["data/**/*.csv"], {"data/one.csv", "data/two.csv", "data/deep/three.csv"}),
        (["data/d*"], {"data/deep/three.csv", "data/deep/note.txt"}),
        (["data/[ot]*.csv"], {"data/one.csv", "data/two.csv"}),
        (["a[1].csv"], {"a[1].csv"}),
        (["pack"], PACKAGE),
        (["pack/deep/b.py"], {"pack/__init__.py", "pack/deep/__init__.py", "pack/deep/b.py"}),
        (["broken"], {"broken/template.py"}),
    ],
)
def test_what_a_list_of_paths_means(beside: Path, paths: Any, found: set[str]) -> None:
    assert listed(beside, paths) == found


@pytest.mark.parametrize(
    ("paths", "roots"),
    [
        (["data"], ()),
        (["pack"], ("below",)),
        (["loose"], ("below",)),
        (["loose/pack2"], ("below/loose",)),
        (["pack/a.py", "loose/pack2"], ("below", "below/loose")),
    ],
)
def test_modules_are_imported_from_the_operators_folder_and_packages_from_above_them(
    beside: Path, paths: list[str], roots: tuple[str, ...]
) -> None:
    assert file_dependencies(paths, beside, Workspace(beside.parent)).roots == roots


def test_what_declared_modules_import_is_known(beside: Path) -> None:
    found = file_dependencies(["pack"], beside, Workspace(beside.parent))
    assert found.imports == {"far.away", "pack.deep", "pack.deep.b"}


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ("one.txt", "file_dependencies= takes a list: file_dependencies=['one.txt']"),
        ([1], "file_dependencies= takes a list of paths, 1 is not one"),
        (["../above.txt"], "'../above.txt' does not lie in the folder of the operator's file: move the file there"),
        (["../*.txt"], "'../*.txt' does not lie in the folder of the operator's file: move the file there"),
        (
            ["../../outside.txt"],
            "'../../outside.txt' does not lie in the folder of the operator's file: move the file there",
        ),
        (["gone.txt"], "'gone.txt' is not there: correct the path"),
        (["data/*.parquet"], "'data/*.parquet' finds no file: correct the pattern"),
        (["empty"], "'empty' is a folder without files that ship: correct the path"),
        (
            [".aqueduct"],
            "'.aqueduct' belongs to an environment, a cache or Aqueduct itself, which do not ship: take it off the list",
        ),
        (
            ["data/env"],
            "'data/env' belongs to an environment, a cache or Aqueduct itself, which do not ship: take it off the list",
        ),
    ],
)
def test_what_cannot_ship_is_refused(beside: Path, paths: Any, message: str) -> None:
    with pytest.raises(InvalidDependencyFilePath, match=f"^{re.escape(message)}$"):
        listed(beside, paths)


SENTENCES = json.loads((Path(__file__).parents[2] / "fixtures/fileDependencies.json").read_text("utf-8"))


@pytest.mark.parametrize(("path", "sentence"), SENTENCES["paths"])
def test_one_table_of_paths_and_sentences_is_that_of_checks(tmp_path: Path, path: str, sentence: Optional[str]) -> None:
    """`aqueduct check` reads the same table in `test/unit/check/fileDependencies.test.ts`."""
    for name in SENTENCES["files"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    folder = tmp_path / SENTENCES["folder"]
    try:
        file_dependencies([path], folder / SENTENCES["beside"], Workspace(folder))
        found = None
    except InvalidDependencyFilePath as error:
        found = str(error)
    assert found == sentence


def test_names_that_aqueduct_writes_itself_are_reserved(beside: Path) -> None:
    with pytest.raises(ReservedFileNameException, match="has a name that Aqueduct writes itself"):
        listed(beside, ["aqueduct_workflow.py"])


def test_too_many_files_and_too_many_bytes_are_refused(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "MOST_FILES", 3)
    with pytest.raises(InvalidDependencyFilePath, match="names more than 3 files"):
        listed(beside, ["data"])
    os.truncate(beside / "one.txt", 100_000_001)
    with pytest.raises(InvalidDependencyFilePath, match="names more than 100 MB of files"):
        listed(beside, ["one.txt"])


def test_links_to_folders_are_followed_once(beside: Path) -> None:
    (beside / "tree/inner").mkdir(parents=True)
    (beside / "tree/inner/x.txt").write_text("")
    (beside / "tree/around").symlink_to(beside / "tree")
    assert listed(beside, ["tree"]) == {"tree/inner/x.txt"}
    (beside / "linked").symlink_to(beside / "data/deep")
    assert listed(beside, ["linked"]) == {"linked/three.csv", "linked/note.txt"}


def test_a_declared_package_is_imported_by_computed_names_and_its_data_read(tmp_path: Path) -> None:
    """Whatever the operator's file is called and wherever it lies: paths stand relative to it."""
    workspace = Traced(tmp_path / "workspace", tmp_path / "blobs")
    operator = """
import importlib
import pkgutil

from aqueduct import op


@op(file_dependencies=["plugins", "data/*.txt", "lone.py"])
def work():
    import plugins

    names = sorted(each.name for each in pkgutil.iter_modules(plugins.__path__))
    found = [importlib.import_module(f"plugins.{name}").NUMBER for name in names]
    return names, found, importlib.import_module("lone").N, open("data/one.txt").read()


@op
def plain():
    import os

    return sorted(os.listdir("."))
"""
    workspace.put("flows/operators/steps.py", operator.encode())
    workspace.put("flows/operators/plugins/__init__.py", b"")
    workspace.put("flows/operators/plugins/csv.py", b"from shared import NUMBER\n")
    workspace.put("flows/operators/plugins/json.py", b"NUMBER = 2\n")
    workspace.put("flows/operators/lone.py", b"N = 3\n").put("flows/operators/data/one.txt", b"one")
    workspace.put("flows/shared.py", b"NUMBER = 1\n")
    flow = HEAD + "from operators.steps import plain, work\n\nclient.publish_flow('w', artifacts=[work(), plain()])\n"
    trace = workspace.put("flows/flow.py", flow.encode()).trace("flows/flow.py")

    code = trace.shipment("work")["code"]
    assert (code["workingFolder"], code["laterRoots"]) == ("flows/operators", ["flows/operators"])
    assert trace.shipment("plain")["code"]["workingFolder"] == "flows"
    assert trace.run("work").result == "(['csv', 'json'], [1, 2], 3, 'one')"
    assert trace.run("plain").result == "['operators']"
    assert "ModuleNotFoundError" in trace.run("work", without=["flows/shared.py"]).error


def test_a_declared_file_with_a_name_of_pythons_hides_nothing(tmp_path: Path) -> None:
    workspace = Traced(tmp_path / "workspace", tmp_path / "blobs")
    operator = (
        "from aqueduct import op\n\n\n@op(file_dependencies=['colorsys.py'])\ndef work():\n"
        "    import colorsys\n\n    return colorsys.rgb_to_hsv(1, 1, 1)\n"
    )
    workspace.put("operators/steps.py", operator.encode()).put("operators/colorsys.py", b"")
    flow = HEAD + "from operators.steps import work\n\nclient.publish_flow('w', artifacts=[work()])\n"
    trace = workspace.put("flow.py", flow.encode()).trace()
    assert trace.run("work").result == "(0.0, 0.0, 1)"


def test_a_declared_file_that_is_not_python_may_end_like_it(tmp_path: Path) -> None:
    workspace = Traced(tmp_path / "workspace", tmp_path / "blobs")
    flow = (
        HEAD
        + "@op(file_dependencies=['t.py'])\ndef work():\n    return open('t.py').read()\n\n\nclient.publish_flow('w', artifacts=[work()])\n"
    )
    trace = workspace.put("flow.py", flow.encode()).put("t.py", b"{{ name }").trace()
    assert trace.run("work").result == "'{{ name }'"


def test_a_module_that_is_found_through_a_folder_above_names_files_beside_itself(tmp_path: Path) -> None:
    traced = Traced(tmp_path / "workspace", tmp_path / "blobs")
    text = "from aqueduct import op\n\n\n@op(file_dependencies=['data/*.txt'])\ndef load():\n    return open('data/a.txt').read()\n"
    traced.put("lib/ops.py", text.encode()).put("lib/data/a.txt", b"A")
    above = "import os, sys\n\nsys.path.append(os.path.join(os.path.dirname(__file__), '..', 'lib'))\n"
    traced.put("flows/flow.py", (HEAD + above + "import ops\n\nops.load()\n").encode())
    trace = traced.trace("flows/flow.py")
    assert trace.run("load").result == "'A'"
