"""Python imports this before a program begins, where the runtime is on PYTHONPATH; the next module of this name has its turn as ever."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder

_HERE = os.path.dirname(os.path.abspath(__file__))


def _run_next() -> None:
    """Runs the `sitecustomize` of the user's environment, which stands behind this one."""
    spec = PathFinder.find_spec("sitecustomize", [each for each in sys.path if os.path.abspath(each) != _HERE])
    if spec is None or spec.loader is None:
        return
    from importlib.util import module_from_spec

    module = module_from_spec(spec)
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


import _aqueduct_first  # noqa: E402, F401

_run_next()
