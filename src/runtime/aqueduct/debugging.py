"""Lets whoever works on the runtime attach a debugger to its processes (CONTRIBUTING, "Debug")."""

from __future__ import annotations

import os
import sys

VARIABLE = "AQUEDUCT_DEBUG_PYTHON"
PORTS = {"runner": 5678, "tracer": 5679}


def wait_for_debugger(process: str) -> None:
    """Where the variable names this process, as in ``runner`` or ``runner,tracer``, waits until a debugger attaches.

    Only this machine is listened to. Two operators that run at once want one port: the second goes on without.
    """
    if process not in os.environ.get(VARIABLE, "").split(","):
        return
    address = ("127.0.0.1", PORTS[process])
    try:
        import debugpy

        debugpy.listen(address)
    except (ImportError, OSError, RuntimeError) as error:
        _say(f"{VARIABLE} is set, but no debugger can attach to the {process} of {sys.executable}: {error}")
        return
    _say(f"the {process} waits for a debugger on port {address[1]}")
    debugpy.wait_for_client()


def _say(sentence: str) -> None:
    sys.stderr.write(f"aqueduct: {sentence}\n")
    sys.stderr.flush()
