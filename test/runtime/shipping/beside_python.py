"""Cases of what travels: each runs by plain Python and, from what was shipped of it, where no workspace is.

A case is a text: the workflow file, then other files after lines `# file: NAME`. Its operator is `look`. It must give what
`python FILE` gives, or the trace must say why not, on the line with `# says CODE`.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import runpy
import signal
import sys
import tempfile
import textwrap
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

HEAD = "from aqueduct import Client, check, metric, op\n"
TAIL = '\n\nClient().publish_flow("w", artifacts=[look()])\n'
SECONDS = 60


@dataclass(frozen=True)
class Outcome:
    """What a case gives by hand and from its shipment (None where it fails), and what the trace says: (line, code)."""

    by_hand: Optional[str]
    shipped: Optional[str]
    said: tuple[tuple[int, str], ...]
    wanted: tuple[tuple[int, str], ...]
    log: str

    @property
    def is_right(self) -> bool:
        """The same value and nothing said, or just what should be said."""
        if self.wanted:
            return sorted(self.said) == sorted(self.wanted)
        return not self.said and self.by_hand is not None and self.by_hand == self.shipped


def outcome_of(text: str) -> Outcome:
    """Tries one case in a folder of its own, each step in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        folder = root / "workspace"
        flow = write_files(folder, text)
        numbered = enumerate(flow.splitlines(), start=1)
        wanted = [(number, line.split("# says ")[1].strip()) for number, line in numbered if "# says " in line]
        hand = in_child(lambda: _by_hand(folder, flow))
        traced = in_child(lambda: _trace(root, folder))
        log = f"by hand:\n{hand['log']}\ntrace:\n{traced['log']}\n"
        if traced["value"] is None:
            return Outcome(hand["value"], None, (), tuple(wanted), log)
        document = json.loads(traced["value"])
        said = tuple((each["line"], each["code"]) for each in document["graph"]["problems"])
        folder.rename(root / "hidden")
        if document["failure"] is not None:
            return Outcome(hand["value"], None, said, tuple(wanted), log + json.dumps(document["failure"]))
        shipped = in_child(lambda: _shipped(root, document))
        log += f"problems: {document['graph']['problems']}\nshipped:\n{shipped['log']}"
        return Outcome(hand["value"], shipped["value"], said, tuple(wanted), log)


def write_files(folder: Path, text: str) -> str:
    """Writes the files of a case and gives the text of its workflow file."""
    parts = textwrap.dedent(text).strip("\n").split("# file: ")
    flow = _with_head(parts[0]) + TAIL
    files = {"flow.py": flow}
    for part in parts[1:]:
        name, _, body = part.partition("\n")
        files[name.strip()] = body
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return flow


def _with_head(text: str) -> str:
    """Our import in front, behind what must come first."""
    first, _, rest = text.partition("\n")
    return f"{first}\n{HEAD}{rest}" if first.startswith("from __future__") else HEAD + text


def in_child(work: Callable[[], str]) -> dict[str, Any]:
    """What a function gives in a process of its own, and what that printed."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        for stream in (1, 2):  # what processes of the case print is no outcome of ours, and they may outlive it
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        signal.alarm(SECONDS)
        output = io.StringIO()
        value: Optional[str] = None
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            try:
                value = work()
            except BaseException:  # noqa: BLE001 - whatever a case does is its outcome
                traceback.print_exc()
        with os.fdopen(write_end, "wb") as stream:
            stream.write(json.dumps({"value": value, "log": output.getvalue()}).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        data = stream.read()
    os.waitpid(child, 0)
    return json.loads(data) if data else {"value": None, "log": "the process ended without a word"}


def _by_hand(folder: Path, flow: str) -> str:
    os.chdir(folder)
    sys.path[0] = str(folder)
    os.environ["AQUEDUCT_INSIDE_RUN"] = "1"  # decorators leave the functions alone, and nothing is recorded
    main = type(sys)("__main__")
    main.__file__ = str(folder / "flow.py")
    sys.modules["__main__"] = main
    exec(
        compile(flow.removesuffix(TAIL) + "\n\nRESULT = look()\n", main.__file__, "exec", dont_inherit=True), vars(main)
    )
    return repr(vars(main)["RESULT"])


def _trace(root: Path, folder: Path) -> str:
    from aqueduct.tracer.request import read_request
    from aqueduct.tracer.tracing import trace

    blobs = root / "blobs"
    blobs.mkdir()
    os.chdir(folder)
    request = {"format": 1, "file": str(folder / "flow.py"), "folder": str(folder), "out": str(root / "trace.json")}
    return json.dumps(trace(read_request(json.dumps({**request, "blobs": str(blobs), "resources": {}}))))


def _shipped(root: Path, document: dict[str, Any]) -> str:
    from aqueduct.definitions import load_operator

    every = [each for workflow in document["shipments"] for each in workflow["operators"]]
    shipment = next(each for each in every if each["id"] == "look")
    blobs, folder, scratch = root / "blobs", root / "code", root / "scratch"
    scratch.mkdir()  # as whoever starts a runner does
    folder.mkdir()
    os.chdir(folder)
    sys.path[0] = str(folder)
    code = {**shipment["code"], "definitions": str(blobs / shipment["code"]["definitions"])}
    values = [{**each, "file": str(blobs / each["blob"])} for each in shipment["values"]]
    modules = [{**each, "file": str(blobs / each["blob"])} for each in shipment["modules"]]
    return repr(load_operator(code, values, modules, folder, scratch)())


def tables() -> dict[str, dict[str, str]]:
    """The cases of all tables beside this file, by table."""
    return {name: table["CASES"] for name, table in _tables().items()}


def known_wrong() -> set[tuple[str, str]]:
    """Table and name of the cases that come out wrong, each with its reason in the table; they may only become fewer."""
    return {(name, case) for name, table in _tables().items() for case in table.get("KNOWN_WRONG", {})}


def _tables() -> dict[str, dict[str, Any]]:
    files = sorted(Path(__file__).parent.glob("*_cases.py"))
    return {file.stem.removesuffix("_cases"): runpy.run_path(str(file)) for file in files}


def main(table: str, only: list[str]) -> None:
    """Prints a line of JSON for each case of a table (its name, or its file); with names, what became of those."""
    cases = runpy.run_path(table)["CASES"] if table.endswith(".py") else tables()[table]
    for name, text in cases.items():
        found = None if only and name not in only else outcome_of(text)
        if found is not None and only:
            sys.stdout.write(f"{name}: {found}\n".replace("\\n", "\n"))
        elif found is not None:
            sys.stdout.write(json.dumps({"name": name, "right": found.is_right, "outcome": vars(found)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
