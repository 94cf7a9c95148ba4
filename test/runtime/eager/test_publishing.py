"""`publish_flow` by hand: the editor, else the command line; never without somebody who said yes."""

from __future__ import annotations

import json
import os
import pty
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, Optional

import pytest
from by_hand import HEAD, RUNTIME, Folder

FLOW = """
@op
def one():
    return 1

client.publish_flow('wine', artifacts=[one()], engine={engine!r})
print('after')
"""
LINE = 1 + (HEAD + FLOW).split("\n").index("client.publish_flow('wine', artifacts=[one()], engine={engine!r})")
AIRFLOW = {"airflow": {"type": "airflow", "url": "http://127.0.0.1:1"}}


def framed(message: dict[str, Any]) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def framed_in(stream: BinaryIO) -> dict[str, Any]:
    length = int(stream.readline().partition(b":")[2])
    assert stream.readline() == b"\r\n"
    message: dict[str, Any] = json.loads(stream.read(length))
    return message


class Editor:
    """A window of the editor, as far as a terminal sees it."""

    def __init__(self, address: Path, reply: Optional[dict[str, Any]]) -> None:
        self.requests: list[dict[str, Any]] = []
        self._reply = reply
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(address))
        self._socket.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        connection, _ = self._socket.accept()
        with connection, connection.makefile("rwb") as stream:
            self.requests.append(framed_in(stream))
            if self._reply is not None:
                stream.write(framed({"jsonrpc": "2.0", **self._reply}))


@pytest.fixture
def with_airflow(folder: Folder) -> Folder:
    folder.resources(AIRFLOW)
    return folder


def command_line(folder: Folder, code: int = 0) -> Path:
    """A `node` that writes down what it is asked."""
    calls = folder.path / "calls.json"
    script = (
        f"#!{sys.executable}\nimport json, sys\njson.dump(sys.argv[1:], open({str(calls)!r}, 'w'))\nsys.exit({code})\n"
    )
    node = folder.write("bin/node", script)
    node.chmod(0o755)
    folder.environment |= {"AQUEDUCT_CLI": "/opt/aqueduct/cli.js", "PATH": f"{node.parent}:{os.environ['PATH']}"}
    return calls


@pytest.mark.parametrize(("engine", "method"), [(None, "run"), ("airflow", "publish")])
def test_the_editor_of_the_terminal_does_it(
    with_airflow: Folder, tmp_path: Path, engine: Optional[str], method: str
) -> None:
    editor = Editor(tmp_path / "editor.sock", {"id": 1, "result": {"message": "See Runs."}})
    with_airflow.environment["AQUEDUCT_EDITOR_SOCKET"] = str(tmp_path / "editor.sock")
    ran = with_airflow.run(FLOW.format(engine=engine))
    assert ran.lines == ["after"]
    assert ran.stderr.splitlines()[-1] == "See Runs."
    assert editor.requests == [
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": method,
            "params": {"file": str(tmp_path / "flow.py"), "workflow": "wine", "line": LINE},
        }
    ]


def test_what_the_editor_refuses_ends_the_file_with_its_sentence(folder: Folder, tmp_path: Path) -> None:
    Editor(tmp_path / "editor.sock", {"id": 1, "error": {"code": -32603, "message": "This folder is not trusted yet."}})
    folder.environment["AQUEDUCT_EDITOR_SOCKET"] = str(tmp_path / "editor.sock")
    assert (
        folder.run(FLOW.format(engine=None)).error
        == "aqueduct.error.InvalidUserActionException: This folder is not trusted yet."
    )


def test_an_editor_that_goes_away_is_no_success(folder: Folder, tmp_path: Path) -> None:
    Editor(tmp_path / "editor.sock", None)
    folder.environment["AQUEDUCT_EDITOR_SOCKET"] = str(tmp_path / "editor.sock")
    assert "The editor went away before it answered" in folder.run(FLOW.format(engine=None)).error


def test_where_no_window_listens_the_command_line_runs_the_file(folder: Folder, tmp_path: Path) -> None:
    calls = command_line(folder)
    folder.environment["AQUEDUCT_EDITOR_SOCKET"] = str(tmp_path / "gone.sock")
    ran = folder.run(FLOW.format(engine=None))
    assert ran.lines == ["after"]
    assert "does not answer" in ran.stderr
    expected = ["run", str(tmp_path / "flow.py"), "--workflow", "wine", "--line", str(LINE), "--python", sys.executable]
    assert json.loads(calls.read_text()) == ["/opt/aqueduct/cli.js", *expected]


def test_a_command_that_fails_ends_the_file(folder: Folder) -> None:
    command_line(folder, code=1)
    assert "`aqueduct run` ended with exit code 1" in folder.run(FLOW.format(engine=None)).error


def test_without_editor_and_command_line_it_says_what_to_do(folder: Folder, tmp_path: Path) -> None:
    folder.environment["PATH"] = str(tmp_path)
    assert (
        "“wine” is not run: run this file in a terminal of the editor, or set AQUEDUCT_CLI"
        in folder.run(FLOW.format(engine=None)).error
    )


def test_pressing_a_run_button_publishes_nothing(with_airflow: Folder) -> None:
    calls = command_line(with_airflow)
    ran = with_airflow.run(FLOW.format(engine="airflow"))
    assert ran.lines == ["after"]
    assert "“wine” is not published to airflow, since nobody can be asked here. Set AQUEDUCT_PUBLISH=yes" in ran.stderr
    assert not calls.exists()


def test_consent_in_the_environment_publishes(with_airflow: Folder, tmp_path: Path) -> None:
    calls = command_line(with_airflow)
    with_airflow.environment["AQUEDUCT_PUBLISH"] = "yes"
    assert with_airflow.run(FLOW.format(engine="airflow")).lines == ["after"]
    expected = [
        "publish",
        str(tmp_path / "flow.py"),
        "--airflow",
        "airflow",
        "--workflow",
        "wine",
        "--line",
        str(LINE),
        "--python",
        sys.executable,
    ]
    assert json.loads(calls.read_text()) == ["/opt/aqueduct/cli.js", *expected]


@pytest.mark.parametrize(("answer", "published"), [("y", True), ("", False), ("no", False)])
def test_a_terminal_is_asked(with_airflow: Folder, answer: str, published: bool) -> None:
    calls = command_line(with_airflow)
    file = with_airflow.write("flow.py", HEAD + FLOW.format(engine="airflow"))
    ours, theirs = pty.openpty()
    environment = {**os.environ, **with_airflow.environment, "PYTHONPATH": str(RUNTIME)}
    with subprocess.Popen(
        [sys.executable, str(file)], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        assert process.wait(60) == 0
    assert "Publish “wine” to airflow? [y/N]" in os.read(ours, 4096).decode()
    os.close(ours)
    assert calls.exists() is published


def test_code_that_is_no_file_cannot_be_published(folder: Folder) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HEAD + FLOW.format(engine=None)],
        cwd=folder.path,
        env={**os.environ, "PYTHONPATH": str(RUNTIME)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "save this code as one and run that" in ran.stderr
