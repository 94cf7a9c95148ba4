"""A server of this session's own: started by an unprivileged user, its data in a temporary folder, ended with the session."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable, Optional

_SECONDS_TO_START = 60.0
_PR_SET_PDEATHSIG = 1


def command(name: str, *more: str) -> Optional[str]:
    """The path of a server's program: in the folders `more`, where Debian keeps it, or on PATH. None: it is not installed."""
    return shutil.which(name, path=os.pathsep.join([*more, os.environ.get("PATH", os.defpath), "/usr/sbin"]))


class ServerFolder:
    """A server and its data, in a folder of its user with a short path: a socket's may not be longer than a hundred characters.

    Leaving it ends the server and removes the folder.
    """

    def __init__(self, name: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=f"aqueduct-{name}-"))
        self._user = _unprivileged()
        self._server: Optional[subprocess.Popen[bytes]] = None
        if self._user:
            os.chown(self.path, self._user["user"], self._user["group"])

    def __enter__(self) -> ServerFolder:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._server is not None:
            self._server.send_signal(signal.SIGTERM)
            try:
                self._server.wait(10)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
        shutil.rmtree(self.path)

    def write(self, name: str, text: str) -> str:
        """Writes a file that the server's user alone can read; gives its path."""
        path = self.path / name
        path.touch(0o600)
        path.write_text(text)
        if self._user:
            os.chown(path, self._user["user"], self._user["group"])
        return str(path)

    def run(self, *arguments: str, given: str = "") -> None:
        """Runs a program that ends, with `given` on its stdin; what it said is in the error when it fails."""
        done = subprocess.run(
            arguments, input=given, cwd=self.path, text=True, capture_output=True, env=_plain(), **self._user
        )
        if done.returncode != 0:
            raise RuntimeError(f"{arguments[0]} failed:\n{done.stdout}{done.stderr}")

    def start(self, *arguments: str, ready: Callable[[], object], not_yet: type[Exception]) -> None:
        """Starts the server, and returns when `ready` does; until then `ready` raises `not_yet`."""
        with open(self.path / "server.log", "wb") as log:
            self._server = subprocess.Popen(
                arguments,
                cwd=self.path,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_plain(),
                preexec_fn=_end_with_parent,
                **self._user,
            )
        until = time.monotonic() + _SECONDS_TO_START
        while True:
            try:
                ready()
                return
            except not_yet as error:
                if self._server.poll() is None and time.monotonic() < until:
                    time.sleep(0.05)
                    continue
                said = (self.path / "server.log").read_text(errors="replace")
                raise RuntimeError(f"{arguments[0]} did not start ({error}):\n{said}") from error


def _unprivileged() -> dict[str, Any]:
    """Both servers refuse to be started by root."""
    if os.getuid() != 0:
        return {}
    import pwd  # not on Windows, where nothing is started

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _plain() -> dict[str, str]:
    """The least environment: no settings of another server of this machine."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _end_with_parent() -> None:
    """The kernel ends the server where this session is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)
