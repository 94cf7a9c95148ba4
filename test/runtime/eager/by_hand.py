"""Runs workflow files as people do: `python flow.py`, in a folder of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import aqueduct.eager

RUNTIME = Path(next(iter(aqueduct.eager.__path__))).parents[1]
HEAD = "from aqueduct import Client, check, metric, op\n\nclient = Client()\n"
_OURS = ("AQUEDUCT_EDITOR_SOCKET", "AQUEDUCT_CLI", "AQUEDUCT_PUBLISH")


@dataclass(frozen=True)
class Ran:
    """What became of a file."""

    code: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> list[str]:
        assert self.code == 0, self.stderr
        return self.stdout.splitlines()

    @property
    def error(self) -> str:
        """The last line of the traceback."""
        assert self.code == 1, self.stdout
        return self.stderr.strip().splitlines()[-1]


class Folder:
    """A folder with workflow files and an `aqueduct.json`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment: dict[str, str] = {}

    def write(self, name: str, text: str) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), "utf-8")
        return file

    def resources(self, resources: Mapping[str, object]) -> None:
        self.write("aqueduct.json", json.dumps({"resources": resources}))

    def run(self, text: str, name: str = "flow.py") -> Ran:
        """Runs a file with this text by hand; nobody is there to be asked."""
        return self.run_file(self.write(name, HEAD + textwrap.dedent(text)))

    def run_file(self, file: Path) -> Ran:
        environment = {name: value for name, value in os.environ.items() if name not in _OURS}
        run = subprocess.run(
            [sys.executable, str(file)],
            cwd=self.path,
            env={**environment, "PYTHONPATH": str(RUNTIME), "PYTHONDONTWRITEBYTECODE": "1", **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Ran(run.returncode, run.stdout, run.stderr)
