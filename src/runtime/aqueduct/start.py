"""`python <runtime>/aqueduct/start.py runner|tracer|environments [ARGUMENT…]`: starts a process of ours.

By its path, since `-m` looks for modules in the working folder first: a `json.py` of the user's there would be taken for Python's.
Python itself has put this file's own folder first; it is taken away before anything is imported.
"""

import sys

_FOLDER = __file__[: -len("/start.py")]
_RUNTIME = _FOLDER[: -len("/aqueduct")]
sys.path[:] = [_RUNTIME, *(each for each in sys.path if each not in (_FOLDER, _RUNTIME))]

from importlib import import_module  # noqa: E402
from typing import NoReturn  # noqa: E402


def main() -> NoReturn:
    """Runs the part that is named first; the other arguments are its own."""
    import _aqueduct_first

    _aqueduct_first.take_ours()
    part = sys.argv.pop(1)
    sys.exit(import_module(f"aqueduct.{part}.__main__").main())


if __name__ == "__main__":
    main()
