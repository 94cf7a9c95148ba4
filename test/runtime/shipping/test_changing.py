"""What operators change of the file's globals is told, since no other operator sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import trace_here
from traced import HEAD, new_workspace

PUBLISH = "\nclient.publish_flow('w', artifacts=[b(a())])\n"


def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flow: str) -> list[tuple[str, str, str]]:
    workspace = new_workspace(tmp_path)
    workspace.put("helper.py", b"LIMIT = 1\n")
    text = HEAD + flow
    workspace.put("flow.py", text.encode())
    trace = trace_here(workspace, monkeypatch)
    assert trace.document["failure"] is None, trace.document["failure"]
    lines = text.splitlines()
    return [
        (lines[each["line"] - 1].strip(), each["severity"], each["message"].partition(":")[0])
        for each in trace.problems
        if each["code"] == "change-not-seen"
    ]


@pytest.mark.parametrize(
    ("before", "changing", "reading", "name"),
    [
        ("total = 0", "global total; total = 5", "return total", "total"),
        ("total = 0", "global total; total += 5", "return total", "total"),
        ("cache = {}", "cache['x'] = 1", "return cache", "cache"),
        ("cache = {'x': 1}", "del cache['x']", "return [*cache]", "cache"),
        ("rows = []", "rows.append(1)", "return len(rows)", "rows"),
        ("rows = []", "[rows.append(each) for each in [1]]", "return helper(1)", "rows"),
        ("class Settings:\n    rate = 1", "Settings.rate = 2", "return Settings.rate", "Settings.rate"),
        ("import helper as h", "h.LIMIT = 2", "return h.LIMIT", "h.LIMIT"),
    ],
)
def test_a_global_that_one_operator_changes_and_a_later_one_reads_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, changing: str, reading: str, name: str
) -> None:
    flow = f"""
{before}
def helper(x):
    return [x, rows]
@op
def a():
    {changing}
@op
def b(x):
    {reading}
{PUBLISH}"""
    assert told(tmp_path, monkeypatch, flow) == [
        (changing, "warning", f"`a` changes `{name}` here, which `b` does not see")
    ]


@pytest.mark.parametrize(
    "flow",
    [
        "cache = {}\ndef f(x):\n    if x not in cache:\n        cache[x] = x\n    return cache[x]\n"
        "@op\ndef a():\n    return f(1)\n@op\ndef b(x):\n    return f(x)\n",
        "model = None\ndef get():\n    global model\n    if model is None:\n        model = 1\n    return model\n"
        "@op\ndef a():\n    return get()\n@op\ndef b(x):\n    return get()\n",
        "rows = []\n@op\ndef a(rows=None):\n    rows = []\n    rows.append(1)\n    return rows\n@op\ndef b(x):\n    return [x, rows]\n",
        "rows = []\n@op\ndef a():\n    rows.append(1)\n@op\ndef b(x):\n    return x\n",
        "rows = []\n@op\ndef b(x=1):\n    return rows\n@op\ndef a():\n    rows.append(1)\n    return rows\nb()\n",
        "rng = __import__('random').Random(1)\n@op\ndef a():\n    return rng.random()\n@op\ndef b(x):\n    return x\n",
    ],
)
def test_what_every_operator_makes_for_itself_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flow: str
) -> None:
    publish = PUBLISH if "\nb()\n" not in flow else "\nclient.publish_flow('w', artifacts=[a()])\n"
    assert told(tmp_path, monkeypatch, flow + publish) == []


def test_a_value_that_the_top_level_gives_in_between_is_what_later_operators_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = "rows = []\n@op\ndef a():\n    rows.append(1)\n@op\ndef b(x):\n    return rows\nx = a()\nrows = [2]\n"
    assert told(tmp_path, monkeypatch, flow + "client.publish_flow('w', artifacts=[b(x)])\n") == []


@pytest.mark.parametrize(
    ("made", "calls", "where"),
    [
        ("rng = random.Random(1)", "b(a())", "`a` and `b`"),
        ("rng = numpy.random.default_rng(1)", "b(a())", "`a` and `b`"),
        ("rng = numpy.random.RandomState(1)", "a(), a()", "every call of `a`"),
    ],
)
def test_a_generator_of_random_numbers_that_several_take_along_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str, calls: str, where: str
) -> None:
    flow = f"import random, numpy\n{made}\n@op\ndef a():\n    return rng.random()\n@op\ndef b(x):\n    return rng.random()\n"
    publish = f"client.publish_flow('w', artifacts=[{calls}])\n"
    assert told(tmp_path, monkeypatch, flow + publish) == [
        (made, "information", f"`rng` gives the same numbers in {where}")
    ]


@pytest.mark.parametrize(
    "body",
    ["config['rate'] = 5", "rows.append(1)", "global config; config = {'rate': 5}"],
)
def test_what_two_globals_hold_is_one_object_in_an_operator_too_so_nothing_is_to_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    flow = f"""
config = {{'rate': 1}}
rows = []
class Model:
    def __init__(self, config):
        self.config = config
model = Model(config)
@op
def a():
    {body}
    return [model.config, config, rows]
@op
def b(x):
    return x
{PUBLISH}"""
    assert told(tmp_path, monkeypatch, flow) == []


@pytest.mark.parametrize(
    ("made", "used", "said"),
    [
        (
            "rows = []\nboth = {'rows': rows}",
            ("both; rows.append(1)", "both, rows"),
            ("both; rows.append(1)", "warning", "`a` changes `rows` here, which `b` does not see"),
        ),
        (
            "rng = random.Random(1)\nboth = [rng]",
            ("return both, rng.random()", "both, rng.random()"),
            ("rng = random.Random(1)", "information", "`rng` gives the same numbers in `a` and `b`"),
        ),
    ],
)
def test_a_global_that_shares_what_it_holds_with_another_one_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str, used: tuple[str, str], said: tuple[str, str, str]
) -> None:
    flow = f"import random\n{made}\n@op\ndef a():\n    {used[0]}\n@op\ndef b(x):\n    return {used[1]}\n{PUBLISH}"
    assert said in told(tmp_path, monkeypatch, flow)
