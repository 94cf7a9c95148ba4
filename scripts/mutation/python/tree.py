"""Copies of the repository in which sources may be changed; what no mutation touches is linked."""

from __future__ import annotations

import compileall
import os
import shutil
from pathlib import Path

COPIED = ("src/runtime", "test/runtime")


def make_tree(root: Path, place: Path) -> Path:
    """A copy of the repository at `root`, with compiled modules, so that they need not be compiled for each mutant."""
    if place.exists():
        shutil.rmtree(place)
    place.mkdir(parents=True)
    _link_all(root, place, set(COPIED))
    compileall.compile_dir(str(place / "src/runtime"), quiet=2)
    return place


def copy_tree(tree: Path, place: Path) -> Path:
    """One more copy; links stay links, times of files are kept, and with them what is compiled stays good."""
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(tree, place, symlinks=True)
    return place


def _link_all(source: Path, target: Path, copied: set[str]) -> None:
    for entry in sorted(source.iterdir()):
        if entry.name in (".git", "out"):
            continue
        inside = {path.partition("/")[2] for path in copied if path.partition("/")[0] == entry.name}
        if "" in inside:
            shutil.copytree(entry, target / entry.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif inside:
            (target / entry.name).mkdir()
            _link_all(entry, target / entry.name, inside)
        else:
            os.symlink(entry, target / entry.name)
