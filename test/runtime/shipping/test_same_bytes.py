"""The same inputs give the same bytes, and reuse digests change only with what matters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from traced import HEAD, Trace, Workspace, copy_of, new_workspace

PORTING = Path(__file__).parents[3] / "examples" / "porting"
RICH = (
    HEAD
    + """
import logging
from pathlib import Path

import tools

HERE = Path(__file__).parent
log = logging.getLogger(__name__)


class Model:
    def __init__(self, names):
        self.names = names
        self.home = HERE / "data"


model = Model({"b", "a", "c"})
numbers = {1: (2, 3.5), None: float("nan")}


def make(factor):
    class Local:
        scale = factor

    @op(name=f"scaled {factor}")
    def scaled(value):
        return value * Local.scale, model.names

    return scaled


@op
def work(value):
    log.info("x")
    return tools.twice(value), model, numbers, HERE


client.publish_flow("w", artifacts=[work(make(2)(1)), make(3)(4)])
"""
)
TOOLS = "def twice(value):\n    return 2 * value\n"


def test_two_checkouts_of_two_users_give_the_same_build(tmp_path: Path) -> None:
    """Place, home, user, umask and time zone leave no mark in shipments, blobs and graph."""
    first = new_workspace(tmp_path / "here")
    second = new_workspace(tmp_path / "a much longer" / "place than" / "the other")
    second.environment = {
        "HOME": str(tmp_path),
        "USER": "somebody",
        "LOGNAME": "somebody",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
    }
    traces = []
    for workspace, mask in ((first, 0o022), (second, 0o077)):
        workspace.write(flow=RICH, tools=TOOLS)
        before = os.umask(mask)
        try:
            traces.append(workspace.trace())
        finally:
            os.umask(before)

    assert traces[0].document == traces[1].document
    assert blobs(traces[0]) == blobs(traces[1])
    assert str(tmp_path).encode() not in b"".join(blobs(traces[0]).values())


def test_the_example_gives_the_same_build_in_two_places(tmp_path: Path) -> None:
    one, two = (copy_of(PORTING, tmp_path / name).trace("level3.py") for name in ("one", "two"))

    assert one.document == two.document
    assert blobs(one) == blobs(two)
    assert all(shipment["stable"] for workflow in one.document["shipments"] for shipment in workflow["operators"])


def test_a_pickle_that_differs_at_every_trace_is_told(workspace: Workspace) -> None:
    """A set of objects without an order of their own is written in the order of their addresses."""
    flow = (
        HEAD
        + """
class Thing:
    def __init__(self, number):
        self.number = number


things = {Thing(number) for number in range(40)}


@op
def work():
    return len(things)


client.publish_flow("w", artifacts=[work()])
"""
    )
    trace = workspace.write(flow=flow).trace()

    assert trace.shipment("work")["stable"] is False
    assert trace.run("work").result == "40"


BASE = (
    HEAD
    + """
import tools

LIMIT = 3
UNRELATED = 1


def clip(value):
    return min(value, LIMIT)


def other():
    return UNRELATED


@op
def work(value):
    # how it works
    return clip(tools.twice(value))


@op
def apart(value):
    return value


client.publish_flow("w", artifacts=[work(1), apart(1)])
"""
)


@pytest.mark.parametrize(
    ("flow", "tools", "same"),
    [
        (BASE.replace("    # how it works\n", ""), TOOLS, True),
        ("# a comment\n\n\n" + BASE, TOOLS, True),
        (BASE.replace("return min(value, LIMIT)", "return min(value,\n               LIMIT)  # clipped"), TOOLS, True),
        (BASE.replace("UNRELATED = 1", "UNRELATED = 2"), TOOLS, True),
        (BASE.replace("return UNRELATED", "return -UNRELATED"), TOOLS, True),
        (BASE, "# a comment\n\n" + TOOLS, True),
        (BASE.replace("LIMIT = 3", "LIMIT = 4"), TOOLS, False),
        (BASE.replace("return min(value, LIMIT)", "return max(value, LIMIT)"), TOOLS, False),
        (BASE, TOOLS.replace("2 * value", "3 * value"), False),
    ],
)
def test_the_reuse_digest_changes_with_code_and_values_only(tmp_path: Path, flow: str, tools: str, same: bool) -> None:
    before = new_workspace(tmp_path / "before").write(flow=BASE, tools=TOOLS).trace()
    after = new_workspace(tmp_path / "after").write(flow=flow, tools=tools).trace()

    assert (before.shipment("work")["reuse"] == after.shipment("work")["reuse"]) is same
    assert before.shipment("apart")["reuse"] == after.shipment("apart")["reuse"]


def test_the_reuse_digest_of_a_pickled_function_ignores_lines(tmp_path: Path) -> None:
    one = new_workspace(tmp_path / "one").write(flow=RICH, tools=TOOLS).trace()
    moved = new_workspace(tmp_path / "two").write(flow="# moved\n" + RICH, tools=TOOLS).trace()
    edited = (
        new_workspace(tmp_path / "three")
        .write(flow=RICH.replace("value * Local", "value + Local"), tools=TOOLS)
        .trace()
    )

    digests = [trace.shipment("scaled_2")["reuse"] for trace in (one, moved, edited)]
    assert digests[0] == digests[1]
    assert digests[0] != digests[2]


def blobs(trace: Trace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in trace.blobs.iterdir()}
