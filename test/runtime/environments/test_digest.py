"""The digest of an environment changes with what can be imported there, and with nothing else."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Callable

import pytest

from aqueduct.environments import digest
from aqueduct.environments.digest import environment_digest

Digest = Callable[[], "str | None"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a workspace, an environment's packages and a project that is installed in place."""
    for name in ("workspace", "env/site-packages", "runtime", "project/src"):
        (tmp_path / name).mkdir(parents=True)
    installed(tmp_path, "pandas-2.0.0")
    (tmp_path / "project" / "src" / "own.py").write_text("VALUE = 1\n")
    (tmp_path / "workspace" / "flow.py").write_text("")
    return tmp_path


@pytest.fixture
def of(place: Path, monkeypatch: pytest.MonkeyPatch) -> Digest:
    own = [str(place / "workspace"), str(place / "runtime"), str(place / "env" / "site-packages")]
    monkeypatch.setattr(sys, "path", [*own, *sys.path])
    return lambda: environment_digest(place / "workspace", place / "runtime")


def installed(place: Path, name: str, url: str = "") -> Path:
    record = place / "env" / "site-packages" / f"{name}.dist-info"
    record.mkdir()
    (record / "RECORD").write_text("")
    os.utime(record / "RECORD", (1, 1))
    if url:
        (record / "direct_url.json").write_text(json.dumps({"url": url, "dir_info": {"editable": True}}))
    return record


def test_it_is_the_same_while_nothing_is_installed(place: Path, of: Digest) -> None:
    before = of()
    (place / "workspace" / "flow.py").write_text("changed = 1\n")
    (place / "runtime" / "ours.py").write_text("")
    (place / "env" / "site-packages" / "__pycache__").mkdir()
    assert before is not None
    assert of() == before


def test_it_changes_with_a_package_a_version_and_an_installation_of_the_same_version(place: Path, of: Digest) -> None:
    digests = [of()]
    record = installed(place, "numpy-1.0")
    digests.append(of())
    record.rename(record.with_name("numpy-1.1.dist-info"))
    digests.append(of())
    os.utime(place / "env" / "site-packages" / "pandas-2.0.0.dist-info" / "RECORD", (2, 2))
    digests.append(of())
    assert len(set(digests)) == 4


def test_code_that_is_installed_in_place_is_looked_at_itself(place: Path, of: Digest) -> None:
    installed(place, "own-1.0", (place / "project").as_uri())
    before = of()
    (place / "project" / "src" / "own.py").write_text("VALUE = 12\n")
    assert of() != before


def test_so_is_code_on_the_import_path(place: Path, of: Digest) -> None:
    sys.path.append(str(place / "project" / "src"))
    before = of()
    (place / "project" / "src" / "notes.txt").write_text("no code")
    assert of() == before
    (place / "project" / "src" / "more.py").write_text("")
    assert of() != before


def test_what_cannot_be_told_has_none(place: Path, of: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    record = installed(place, "own-1.0", (place / "project").as_uri())
    monkeypatch.setattr(digest, "MOST_FILES", 0)
    assert of() is None
    monkeypatch.setattr(digest, "MOST_FILES", 20_000)
    assert of() is not None
    (record / "direct_url.json").write_text("{")
    assert of() is None


def test_a_module_that_somebody_edits_or_puts_where_packages_are_is_noticed(place: Path, of: Digest) -> None:
    packages = place / "env" / "site-packages"
    (packages / "pandas" / "core").mkdir(parents=True)
    digests = [of()]
    for path in ("patched.py", "pandas/core/frame.py", "pandas/lib.so"):
        for text in ("1", "22"):
            (packages / path).write_text(text)
            digests.append(of())
    (packages / "patched.py").unlink()
    digests.append(of())
    assert len(set(digests)) == 8
    (packages / "pandas" / "data.csv").write_text("no code")
    assert of() == digests[-1]


def test_code_behind_links_is_looked_at_and_a_link_back_ends_nothing(place: Path, of: Digest) -> None:
    packages = place / "env" / "site-packages"
    (packages / "linked").symlink_to(place / "project")
    (place / "project" / "round").symlink_to(packages)
    (packages / "workspace").symlink_to(place / "workspace")
    (packages / "gone").symlink_to(place / "nowhere")
    before = of()
    assert before is not None
    (place / "workspace" / "flow.py").write_text("changed = 1\n")
    assert of() == before
    (place / "project" / "src" / "own.py").write_text("VALUE = 12\n")
    assert of() != before


def test_an_environment_behind_a_link_is_another_once_the_link_leads_elsewhere(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, version in (("one", "1"), ("two", "2")):
        (place / name / "site-packages").mkdir(parents=True)
        (place / name / "site-packages" / "patched.py").write_text(f"VERSION = {version}\n")
        os.utime(place / name / "site-packages" / "patched.py", (int(version), 1))
    env = place / "linked"
    env.symlink_to(place / "one")
    monkeypatch.setattr(sys, "path", [str(env / "site-packages"), *sys.path])
    first = environment_digest(place / "workspace", place / "runtime")
    assert environment_digest(place / "workspace", place / "runtime") == first
    env.unlink()
    env.symlink_to(place / "two")
    os.utime(place / "two" / "site-packages" / "patched.py", (2, 2))
    assert environment_digest(place / "workspace", place / "runtime") != first


def test_a_large_environment_can_be_told_though_a_large_folder_in_development_cannot(
    place: Path, of: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(place / "env" / "site-packages")])
    monkeypatch.setattr(digest, "MOST_FILES", 2)
    for number in range(5):
        (place / "env" / "site-packages" / f"m{number}.py").write_text("")
    assert of() is not None
    for number in range(3):
        (place / "project" / f"m{number}.py").write_text("")
    sys.path.append(str(place / "project"))
    assert of() is None
