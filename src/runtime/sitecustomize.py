"""Python imports this before a program begins, where the runtime is on PYTHONPATH; the next module of this name has its turn as ever.

Every Python that an operator starts runs it, so it imports nothing that Python has not imported already.
"""

from __future__ import annotations

import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))


def _take_our_package() -> None:
    import _aqueduct_first  # noqa: F401


def _run_next() -> None:
    """Runs the `sitecustomize` of the user's environment, which stands behind this one."""
    finder = next((each for each in sys.meta_path if getattr(each, "__name__", "") == "PathFinder"), None)
    behind = [each for each in sys.path if os.path.abspath(each) != _HERE]
    spec = None if finder is None else finder.find_spec("sitecustomize", behind)
    if spec is None or spec.loader is None:
        return
    from importlib.util import module_from_spec

    module = module_from_spec(spec)
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


_take_our_package()
_run_next()
