"""Makes `aqueduct` the package that lies beside this file, before a program begins: a folder of that name beside it is another thing.

Python puts the folder of a script before everything else that is searched, so only what is imported already cannot be shadowed.
`sitecustomize.py` imports this where the runtime is on PYTHONPATH, `aqueduct.pth` where the package is installed.
"""

from __future__ import annotations

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def take_ours() -> None:
    """Imports our package; what was imported under its name from elsewhere is forgotten."""
    loaded = sys.modules.get("aqueduct")
    if loaded is not None and not _is_ours(loaded):
        for name in [name for name in sys.modules if name.partition(".")[0] == "aqueduct"]:
            del sys.modules[name]
    sys.path.insert(0, HERE)
    try:
        import aqueduct  # noqa: F401
    finally:
        sys.path.remove(HERE)


def _is_ours(module: object) -> bool:
    file = getattr(module, "__file__", None) or ""
    return os.path.abspath(file).startswith(os.path.join(HERE, ""))


take_ours()
