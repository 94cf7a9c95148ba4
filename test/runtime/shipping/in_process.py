"""Parts of shipping on their own, and whole traces in the test's own process: no interpreter is started for them."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from traced import RESOURCES, Trace, Workspace

from aqueduct.definitions import rebuild
from aqueduct.shipping.pieces import FilePieces
from aqueduct.source_files import SourceFile, read_source
from aqueduct.tracer.request import read_request
from aqueduct.tracer.tracing import trace


def source_of(folder: Path, text: str, name: str = "flow.py") -> SourceFile:
    """A file of a folder, read."""
    file = folder / name
    file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    read_source.cache_clear()
    return read_source(str(file))


def pieces_in(folder: Path, text: str) -> FilePieces:
    """The pieces of a file."""
    return FilePieces(source_of(folder, text))


def trace_here(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, file: str = "flow.py") -> Trace:
    """Traces a file of a workspace as the tracer would, and leaves this process as it was."""
    asked: dict[str, Any] = json.loads(workspace.request(file))
    with monkeypatch.context() as patch:
        for name in ("__main__", "aqueduct_workflow"):
            patch.setitem(sys.modules, name, sys.modules.get(name))
        patch.setattr(sys, "argv", list(sys.argv))
        patch.setattr(sys, "path", ["", *sys.path])
        patch.setattr(rebuild, "_folder", rebuild._folder)
        read_source.cache_clear()
        before = set(sys.modules)
        try:
            result = trace(read_request(json.dumps({**asked, "resources": dict(RESOURCES)})))
        finally:
            for name in set(sys.modules) - before:
                if str(getattr(sys.modules[name], "__file__", None) or "").startswith(str(workspace.folder)):
                    del sys.modules[name]
    return Trace(json.loads(json.dumps(result)), workspace.blobs, workspace.folder, "")
