"""Files of the workspace that an import or a list brings along, and packages that it asks for."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import json
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Optional

import pytest

from aqueduct.error import (
    CannotShipError,
    InvalidUserArgumentException,
    RequirementsMissingError,
)
from aqueduct.shipping import following, requirements
from aqueduct.shipping.canonical import canonical
from aqueduct.shipping.following import Follower, Workspace, imported_names
from aqueduct.store.blobs import put_blob, sha256


def put(folder: Path, **files: str) -> None:
    """Files by names in which `__` stands for a slash."""
    for name, text in files.items():
        file = folder / (name.replace("__", "/") + ".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@pytest.fixture
def follower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Follower:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    following._find.cache_clear()
    return Follower(Workspace(tmp_path), {"one": {"watched"}})


def test_modules_are_followed_from_one_to_the_next(tmp_path: Path, follower: Follower) -> None:
    put(
        tmp_path,
        one="import pack.two\nimport json, aqueduct",
        watched="import pandas.core",
        pack__init="",
        pack__two="from . import three\nfrom .deep.four import x\nimport absent",
        pack__three="",
        pack__deep__init="",
        pack__deep__four="from ..three import y",
        unused="",
    )
    for package in (tmp_path / "pack", tmp_path / "pack/deep"):
        (package / "init.py").rename(package / "__init__.py")
    found = follower.follow(["one", "aqueduct_workflow", "sys", "__main__"])
    assert found.paths == {
        "one.py", "watched.py", "pack/__init__.py", "pack/two.py", "pack/three.py", "pack/deep/__init__.py", "pack/deep/four.py"
    }  # fmt: skip
    assert found.roots == {""}
    assert found.outside == {"json", "pandas", "absent"}


def test_an_import_starts_at_the_folder_that_leads_to_it(
    tmp_path: Path, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, lib__tools__a="", lib__b="", lib__pack__init="")
    (tmp_path / "lib/pack/init.py").rename(tmp_path / "lib/pack/__init__.py")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "lib"), str(tmp_path / "lib/tools"), *sys.path])
    assert follower.follow(["b", "pack"]).roots == {"lib"}
    assert follower.follow(["a"]).roots == {"lib/tools"}


def test_a_compiled_module_of_the_workspace_is_refused(tmp_path: Path, follower: Follower) -> None:
    import importlib.machinery

    name = "fast" + importlib.machinery.EXTENSION_SUFFIXES[0]
    (tmp_path / name).write_bytes(b"")
    message = (
        f"The module `fast` is compiled ({name}), so it runs only on machines like this one: "
        "install it as a package and name that in requirements=[…]"
    )
    with pytest.raises(CannotShipError, match=f"^{re.escape(message)}$"):
        follower.follow(["fast"])


@pytest.mark.parametrize(
    ("text", "package", "names"),
    [
        ("import a.b, c as d", "p", ["a.b", "c"]),
        ("from a import b, c", "p", ["a", "a.b", "a.c"]),
        ("from a import *", "p", ["a"]),
        ("from . import b", "p.q", ["p.q", "p.q.b"]),
        ("from .a import b", "p.q", ["p.q.a", "p.q.a.b"]),
        ("from ..a import b", "p.q", ["p.a", "p.a.b"]),
        ("from . import b", "", []),
        ("def f():\n    import a", "", ["a"]),
    ],
)
def test_an_import_may_mean_a_module_or_what_is_in_it(text: str, package: str, names: list[str]) -> None:
    assert list(imported_names(ast.parse(text), package)) == names


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a/b.py", "a/b.py"),
        ("flow.py", "flow.py"),
        ("env/lib/x.py", None),
        ("env/deep/er/x.py", None),
        ("conda/lib/python3/x.py", None),
        ("a/site-packages/x.py", None),
        ("dist-packages/x.py", None),
        (".aqueduct/x.py", None),
        (".air-executor/x.py", None),
        ("a/__pycache__/x.pyc", None),
        ("node_modules/x.py", None),
        ("../other.py", None),
    ],
)
def test_files_of_an_environment_are_not_the_users_own(tmp_path: Path, path: str, found: Optional[str]) -> None:
    (tmp_path / "env").mkdir()
    (tmp_path / "env" / "pyvenv.cfg").write_text("")
    (tmp_path / "conda" / "conda-meta").mkdir(parents=True)
    workspace = Workspace(tmp_path)
    for _ in range(2):  # the second time it is remembered
        assert workspace.path_of(str(tmp_path / path)) == found
    assert workspace.is_user_file(str(tmp_path / path)) == (found is not None)


def test_code_that_no_file_holds_is_not_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Workspace(tmp_path).path_of("<string>") is None


def test_a_module_of_a_package_without_init_is_found(tmp_path: Path, follower: Follower) -> None:
    put(tmp_path, one="import spaces.deep.part", spaces__deep__part="from . import other", spaces__deep__other="")
    following._find.cache_clear()
    assert follower.follow(["one"]).paths == {"one.py", "spaces/deep/part.py", "spaces/deep/other.py"}


def test_a_package_that_is_installed_in_place_is_told_by_its_file(
    tmp_path: Path, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an editable install knows by a finder of its own, and lies in the folder, travels as a file."""
    put(tmp_path, src__mine__init="from . import inner", src__mine__inner="")
    (tmp_path / "src/mine/init.py").rename(tmp_path / "src/mine/__init__.py")

    class Finder:
        @staticmethod
        def find_spec(name: str, path: Any, target: Any = None) -> Any:
            place = tmp_path / "src/mine/__init__.py"
            return importlib.util.spec_from_file_location(name, place) if name == "mine" else None

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    following._find.cache_clear()
    found = follower.follow(["mine"])
    assert (found.paths, found.roots, found.outside) == ({"src/mine/__init__.py", "src/mine/inner.py"}, {"src"}, set())


def test_requirements_are_taken_from_a_file_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "needs.txt").write_text("# words\npandas >= 2 # why\n\n  numpy#egg\n-r other.txt\n--pre\n", "utf-8")
    assert requirements.stated_requirements("needs.txt", tmp_path) == ["pandas >= 2", "numpy#egg"]
    assert requirements.stated_requirements([" a ", "b"], tmp_path) == ["a", "b"]
    assert requirements.stated_requirements([], tmp_path) == []
    assert requirements.stated_requirements(None, tmp_path) is None


def test_requirements_that_are_not_there_or_not_text_are_refused(tmp_path: Path) -> None:
    message = (
        "There is no requirements file 'needs.txt' beside the workflow: correct the path, or give a list of packages"
    )
    with pytest.raises(RequirementsMissingError, match=f"^{re.escape(message)}$"):
        requirements.stated_requirements("needs.txt", tmp_path)
    message = "requirements= takes a list of texts such as ['pandas', 'numpy>=1.26']"
    with pytest.raises(InvalidUserArgumentException, match=f"^{re.escape(message)}$"):
        requirements.stated_requirements(["a", 1], tmp_path)  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ('# dependencies = ["a[x]>=1", "b"]\n', ["a[x]>=1", "b"]),
        ('# requires-python = ">=3.9"\n# dependencies = [\n#   "a",\n# ]\n# x = ["y"]\n', ["a"]),
        ('# requires-python = ">=3.9"\n#\n', []),
        ("# dependencies = [\n", []),
        ("#dependencies = []\n", None),
    ],
)
def test_a_block_in_the_file_says_what_it_needs(tmp_path: Path, block: str, found: Any) -> None:
    (tmp_path / "requirements.txt").write_text("beside")
    text = f"x = 1\n# /// script\n{block}# ///\ny = 2\n"
    expected = ["beside"] if found is None else found
    assert requirements.file_requirements(tmp_path / "flow.py", text) == expected


def test_a_file_without_a_block_takes_the_requirements_beside_it(tmp_path: Path) -> None:
    assert requirements.file_requirements(tmp_path / "flow.py", "x = 1") is None
    (tmp_path / "requirements.txt").write_text("a\n")
    assert requirements.file_requirements(tmp_path / "flow.py", "x = 1") == ["a"]


def distribution(name: Any, top_level: Optional[str] = None, files: Any = None) -> Any:
    return SimpleNamespace(metadata={"Name": name}, read_text=lambda _: top_level, files=files)


def test_imports_ask_for_the_packages_that_brought_them_here(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [
        distribution("Pillow", "PIL\n"),
        distribution(None, "PIL"),
        distribution("zope-two", files=["zope/two.py", "zope_two-1.dist-info/RECORD", "bin/tool"]),
        distribution("zope-one", files=["zope/one.py", "single.py"]),
        distribution("listed", "listed other", ["extra.py"]),
        distribution("json-of-old", "json"),
        distribution("empty"),
    ]
    monkeypatch.setattr(importlib.metadata, "distributions", lambda: every)
    requirements._distributions.cache_clear()
    try:
        asked = ["zope", "PIL", "single", "other", "extra", "json", "absent", "bin", "PIL"]
        assert requirements.inferred_requirements(asked) == ["Pillow", "listed", "zope-one"]
    finally:
        requirements._distributions.cache_clear()


@pytest.mark.parametrize("names", [True, False], ids=["3.10 and later", "3.9"])
def test_modules_of_the_standard_library_are_known_without_a_list_too(
    monkeypatch: pytest.MonkeyPatch, names: bool
) -> None:
    if not names:
        monkeypatch.delattr(sys, "stdlib_module_names", raising=False)
    assert [requirements.is_standard(name) for name in ("json", "this", "sys", "pandas")] == [True, True, True, False]


def test_a_blob_lies_under_its_digest_and_is_put_once(tmp_path: Path) -> None:
    blobs = tmp_path / "deep" / "blobs"
    digest = put_blob(blobs, b"x")
    assert digest == sha256(b"x") == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert [file.name for file in blobs.iterdir()] == [digest]
    assert blobs.stat().st_mode & 0o777 == 0o700
    there = (blobs / digest).stat()
    assert put_blob(blobs, b"x") == digest
    assert (blobs / digest).stat().st_ino == there.st_ino
    assert put_blob(blobs, b"y") != digest


@pytest.mark.parametrize("wrong", [b"", b"y", b"as somebody has made it"])
def test_a_blob_that_was_changed_or_cut_short_is_replaced(tmp_path: Path, wrong: bytes) -> None:
    digest = put_blob(tmp_path, b"x")
    (tmp_path / digest).write_bytes(wrong)
    assert put_blob(tmp_path, b"x") == digest
    assert (tmp_path / digest).read_bytes() == b"x"
    assert [file.name for file in tmp_path.iterdir()] == [digest]


def test_a_blob_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        put_blob(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []


def test_canonical_json_has_sorted_keys_no_blanks_and_its_letters_as_they_are() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical(float("nan"))


def test_python_itself_is_not_the_users_own_where_it_lies_in_the_folder() -> None:
    """As for a workflow in a home folder."""
    workspace = Workspace(Path(os.path.commonpath([json.__file__, following.__file__])))
    assert workspace.path_of(json.__file__) is None
    assert workspace.path_of(following.__file__) is None
