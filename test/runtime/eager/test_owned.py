"""Whose file decides what a run by hand uses: the same checks as `test/unit/platform/ownedFile.test.ts`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Optional

import pytest

from aqueduct.eager.owned import NotTrusted, ends_search, read_owned

NOBODY = 65534
on_unix = pytest.mark.skipif(os.name == "nt", reason="owner and mode are not looked at on Windows")
as_root = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
pytestmark = on_unix


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
    monkeypatch.delenv("AQUEDUCT_TRUST_FOLDERS", raising=False)


def _file(folder: Path, mode: int = 0o600, text: str = "{}") -> Path:
    path = folder / "aqueduct.json"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def _read(path: Path) -> Optional[bytes]:
    return read_owned(path, path.parent, 100)


def test_the_user_s_own_file_is_read_and_a_missing_one_is_none(tmp_path: Path) -> None:
    assert _read(_file(tmp_path)) == b"{}"
    assert _read(tmp_path / "none" / "aqueduct.json") is None


def test_a_file_that_everybody_can_write_is_refused_until_its_folder_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, 0o666)
    with pytest.raises(NotTrusted, match=r"can be written by everybody \(mode 666\).*aqueduct trust "):
        _read(path)
    monkeypatch.setenv("AQUEDUCT_TRUST_FOLDERS", f"/nowhere:{tmp_path.parent}")
    assert _read(path) == b"{}"


def test_the_list_of_aqueduct_trust_counts(tmp_path: Path) -> None:
    path = _file(tmp_path, 0o666)
    listed = Path(os.environ["XDG_DATA_HOME"], "aqueduct", "trusted-folders.json")
    listed.parent.mkdir()
    listed.write_text(f'{{"format": 1, "folders": ["{tmp_path}"]}}', "utf-8")
    listed.chmod(0o600)
    assert _read(path) == b"{}"
    listed.chmod(0o666)
    with pytest.raises(NotTrusted, match=r"trusted-folders\.json can be written by everybody"):
        _read(path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "it is not JSON. Fix it, or delete it and trust your folders again"),
        ('{"format": 1, "folders": "/"}', "folders is not a list"),
        ('{"format": 1, "folders": [7]}', "folders\\[0\\] is not a text"),
        ('{"format": 2, "folders": []}', "it has format 2, and this Aqueduct reads up to 1: update it"),
    ],
)
def test_a_list_of_trusted_folders_that_is_not_of_its_form_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, why: str
) -> None:
    listed = tmp_path / "data" / "aqueduct" / "trusted-folders.json"
    listed.parent.mkdir(parents=True)
    listed.write_text(content, "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(NotTrusted, match=f"trusted-folders\\.json can't be read: {why}"):
        _read(_file(tmp_path, mode=0o666))


def test_a_link_out_of_the_folder_is_refused_and_one_that_stays_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "shared").mkdir(parents=True)
    _file(project / "shared")
    link = project / "aqueduct.json"
    link.symlink_to("shared/aqueduct.json")
    assert _read(link) == b"{}"
    link.unlink()
    link.symlink_to(_file(tmp_path))
    with pytest.raises(NotTrusted, match="leads out of"):
        _read(link)
    link.unlink()
    link.symlink_to("/dev/zero")
    monkeypatch.setenv("AQUEDUCT_TRUST_FOLDERS", str(project))
    with pytest.raises(NotTrusted, match="is not a regular file"):
        _read(link)


def test_a_pipe_is_never_waited_for_and_a_large_file_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AQUEDUCT_TRUST_FOLDERS", "*")
    os.mkfifo(tmp_path / "aqueduct.json")
    with pytest.raises(NotTrusted, match="is not a regular file"):
        _read(tmp_path / "aqueduct.json")
    (tmp_path / "aqueduct.json").unlink()
    with pytest.raises(NotTrusted, match="is larger than"):
        _read(_file(tmp_path, text="x" * 101))


@as_root
def test_another_users_file_is_refused_also_by_root(tmp_path: Path) -> None:
    path = _file(tmp_path)
    os.chown(path, NOBODY, NOBODY)
    with pytest.raises(NotTrusted, match="belongs to the user with number 65534, not to you"):
        _read(path)


@as_root
def test_a_search_ends_at_a_repository_at_another_users_folder_and_at_everybodys(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    assert not ends_search(project)
    (project / ".git").mkdir()
    assert ends_search(project)
    (project / ".git").rmdir()
    os.chown(tmp_path, NOBODY, NOBODY)
    assert ends_search(project)
    os.chown(tmp_path, 0, 0)
    tmp_path.chmod(0o1777)
    assert ends_search(project)


_TELLS = """
import aqueduct
from aqueduct.eager.project import find_project
print(sorted(find_project().resources))
"""


@as_root
def test_what_a_neighbour_put_above_a_file_is_not_used_by_hand(tmp_path: Path) -> None:
    """security.md 1: a folder that everybody may write into, and an aqueduct.json there that is not the victim's."""
    open_to_all, mine = tmp_path / "open", tmp_path / "open" / "mine"
    mine.mkdir(parents=True)
    (mine / "flow.py").write_text(_TELLS, "utf-8")
    (open_to_all / "aqueduct.json").write_text('{"resources": {"warehouse": {"type": "database"}}}', "utf-8")
    os.chown(open_to_all / "aqueduct.json", NOBODY, NOBODY)
    open_to_all.chmod(0o1777)

    def run(*variables: tuple[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **dict(variables)}
        return subprocess.run(
            [sys.executable, str(mine / "flow.py")], capture_output=True, text=True, env=environment, check=False
        )

    assert run().stdout == "[]\n"
    (mine / "aqueduct.json").write_text('\ufeff{"resources": {"own": {"type": "database"}}}', "utf-8")
    assert run().stdout == "['own']\n"
    os.chown(mine / "aqueduct.json", NOBODY, NOBODY)
    refused = run()
    assert "belongs to the user with number 65534" in refused.stderr
    assert "['own']" not in refused.stdout
    assert run(("AQUEDUCT_TRUST_FOLDERS", str(mine))).stdout == "['own']\n"
