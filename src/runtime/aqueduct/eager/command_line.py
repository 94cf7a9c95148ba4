"""Calls Aqueduct's command line, which takes passwords from the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from aqueduct.error import AqueductError, InvalidUserActionException

_SCRIPT = "AQUEDUCT_CLI"


def call(arguments: Sequence[str], otherwise: str) -> None:
    """Runs a command to its end, with this interpreter, its output where ours goes.

    `otherwise` begins the sentence that says what does not happen. Raises InvalidUserActionException where there is no
    command line, and AqueductError where the command fails.
    """
    command = [*_command(otherwise), *arguments, "--python", sys.executable]
    sys.stdout.flush()
    ended = subprocess.run(command, check=False)
    if ended.returncode != 0:
        raise AqueductError(
            f"`aqueduct {arguments[0]}` ended with exit code {ended.returncode}; what went wrong stands above"
        )


def _command(otherwise: str) -> list[str]:
    script = os.environ.get(_SCRIPT)
    if not script:
        installed = shutil.which("aqueduct")
        if installed is not None:
            return [installed]
        raise InvalidUserActionException(
            f"{otherwise}: run this file in a terminal of the editor, or set {_SCRIPT} to the path of Aqueduct's cli.js"
        )
    node = shutil.which("node")
    if node is None:
        raise InvalidUserActionException(
            f"{otherwise}: Aqueduct's command line needs Node 20 or newer in PATH. Install it"
        )
    return [node, script]
