"""What the written module `aqueduct_workflow` runs when it is imported, in the runner and in processes that it starts."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

from aqueduct.definitions import rebuild
from aqueduct.definitions.logs import show_logs
from aqueduct.definitions.module import DefinitionsModule
from aqueduct.definitions.shipped_modules import limit_imports
from aqueduct.definitions.unpacking import later_roots
from aqueduct.recording import session
from aqueduct.values.functions import MODULE


def fill(namespace: dict[str, Any], manifest_path: str) -> None:
    """Makes the running module the definitions of a workflow.

    Python's spawned processes run their parent's main module a second time under another name: that one only gets the
    names of the first.
    """
    if namespace["__name__"] != MODULE:
        namespace.update(vars(importlib.import_module(MODULE)))
        return
    manifest = json.loads(Path(manifest_path).read_text("utf-8"))
    folder = Path(manifest["folder"])
    session.enter_run()
    show_logs()
    rebuild.set_folder(folder)
    limit_imports(folder, manifest["code"], manifest["modules"])
    sys.path += [entry for entry in later_roots(folder, manifest["code"]) if entry not in sys.path]
    DefinitionsModule(namespace, manifest, folder).begin()
