"""From blobs to the function of an operator."""

from __future__ import annotations

import importlib
import json
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Optional, cast

from aqueduct.definitions.module import FUNCTION_PICKLE
from aqueduct.definitions.unpacking import enter_working_folder, fill_folder, import_roots, may_be_filled
from aqueduct.private_folders import owners
from aqueduct.recording import session
from aqueduct.values.functions import MODULE

_BOOTSTRAP = '''\
"""The definitions of a workflow, importable in every process that its operators start."""

import os

from aqueduct.definitions.bootstrap import fill

fill(globals(), os.path.join(os.path.dirname(__file__), {manifest!r}))
'''
_MANIFEST = "aqueduct_workflow.json"


def load_operator(
    code: Mapping[str, Any],
    values: Sequence[Mapping[str, Any]],
    modules: Sequence[Mapping[str, Any]],
    folder: Path,
    scratch: Optional[Path] = None,
) -> Callable[..., Any]:
    """The function of an operator, ready to be called; `code`, `values`, `modules` as docs/formats/runner.md gives them.

    `folder` is what relative paths stand for. A workspace is never written to: its files are imported from where they
    are, from their blobs where they have changed, and nothing else of it can be imported. A folder that is missing or
    empty (on a worker) gets the modules unpacked into it. The process enters the operator's working folder. In `scratch`
    (default: a new temporary folder) the module `aqueduct_workflow` is written and put on
    the import path, for this process and those that it starts. What the user's definitions raise comes through.
    """
    session.enter_run()
    if may_be_filled(folder):
        fill_folder(folder, modules)
    enter_working_folder(folder, code)
    place = _write_module(scratch or Path(tempfile.mkdtemp(prefix="aqueduct-")), code, values, modules, folder)
    _put_on_path([str(place), *import_roots(folder, code)])
    loaded = importlib.import_module(MODULE)
    _alias_main(loaded)
    return _function(loaded, code, folder)


def _write_module(
    scratch: Path,
    code: Mapping[str, Any],
    values: Sequence[Mapping[str, Any]],
    modules: Sequence[Mapping[str, Any]],
    folder: Path,
) -> Path:
    place = scratch / "importable"
    place.mkdir(mode=0o700, exist_ok=True)
    manifest = {"code": dict(code), "values": list(values), "modules": list(modules), "folder": str(folder)}
    texts = {_MANIFEST: json.dumps(manifest, default=str), f"{MODULE}.py": _BOOTSTRAP.format(manifest=_MANIFEST)}
    for name, text in texts.items():
        with open(place / name, "w", encoding="utf-8", opener=owners) as file:
            file.write(text)
    return place


def _put_on_path(entries: Sequence[str]) -> None:
    """For this process in front; for those that it starts behind our own copy of `aqueduct`."""
    sys.path[:0] = [entry for entry in entries if entry not in sys.path]
    runtime = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    wanted = [runtime, *entries, *inherited]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(entry for entry in wanted if entry))


def _alias_main(loaded: Any) -> None:
    """`__main__` and the file's own name mean the definitions too, to pickles and process pools."""
    sys.modules["__main__"] = loaded
    sys.modules.setdefault(Path(loaded.__file__).stem, loaded)


def _function(loaded: Any, code: Mapping[str, Any], folder: Path) -> Callable[..., Any]:
    pickled = loaded.__dict__.get(FUNCTION_PICKLE)
    if pickled is not None:
        return cast("Callable[..., Any]", pickle.loads(pickled))
    first, last = int(code["line"]), int(code.get("endLine", code["line"]))
    if code.get("module"):
        owner = importlib.import_module(code["module"])
        found = session.registered(str(owner.__file__), first, last)
    else:
        owner = loaded
        found = session.registered(str(folder / code["file"]), first, last)
    return found or cast("Callable[..., Any]", getattr(owner, code["function"]))
