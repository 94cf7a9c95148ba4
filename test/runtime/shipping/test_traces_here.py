"""What the calls of a file take down, traced in the test's own process."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from in_process import trace_here
from traced import HEAD, Trace, Workspace

from aqueduct.shipping import captured_value

LAST = "\nclient.publish_flow('w', artifacts=[work()])\n"


@pytest.fixture
def traced(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Any:
    def traced(text: str, **files: str) -> Trace:
        workspace.write(flow=HEAD + text, **files)
        return trace_here(workspace, monkeypatch)

    return traced


def problems(trace: Trace) -> list[tuple[str, str, int]]:
    return [(each["code"], each["severity"], each["line"]) for each in trace.problems]


def made(trace: Trace) -> dict[str, tuple[str, list[str], int]]:
    pieces = [piece for piece in trace.definitions("work")["pieces"] if piece["kind"] == "made"]
    return {piece["names"][0]: (piece["make"], piece["arguments"], piece["line"]) for piece in pieces}


def test_the_code_of_an_operator_is_named_by_file_function_and_lines(traced: Any) -> None:
    shipment = traced("@op\ndef work():\n    return helper()\n\n\ndef helper(): return 1\n" + LAST).shipment("work")
    definitions = shipment["code"].pop("definitions")
    assert len(definitions) == 64
    assert shipment["code"] == {
        "file": "flow.py",
        "function": "work",
        "line": 4,
        "endLine": 6,
        "module": None,
        "roots": [""],
        "laterRoots": [],
        "workingFolder": "",
    }
    assert (shipment["values"], shipment["modules"], shipment["python"], shipment["stable"]) == ([], [], None, True)


def test_a_definition_on_the_line_of_the_call_is_the_one_that_it_sees(traced: Any) -> None:
    text = "def helper(): return 1\n@op\ndef work(): return helper()\n"
    same_line = "def helper(): return 2\n" + "client.publish_flow('w', artifacts=[work()])\n"
    trace = traced(text + same_line + "def helper(): return 3\n")
    assert [piece["line"] for piece in trace.definitions("work")["pieces"] if piece["names"] == ["helper"]] == [7]


def test_of_two_typing_constructs_the_one_before_or_on_the_calls_line_counts(traced: Any) -> None:
    text = (
        "import typing\nT = typing.TypeVar('T', int, str)\n@op\ndef work(x: T = None): return T\n"
        "T = typing.TypeVar('T'); client.publish_flow('w', artifacts=[work()])\nT = typing.TypeVar('T', bytes, str)\n"
    )
    lines = [piece["line"] for piece in traced(text).definitions("work")["pieces"] if piece["names"] == ["T"]]
    assert lines == [8]


def test_values_that_are_made_anew_name_the_line_that_bound_them(traced: Any, workspace: Workspace) -> None:
    workspace.put("data/one.txt", b"1")
    trace = traced(
        "import logging\nfrom pathlib import Path\n\n"
        "log = logging.getLogger('a')\nlog = logging.getLogger('b')\n"
        "folder = Path(__file__).parent\ntext = str(folder / 'data')\ngone = str(folder / 'gone')\n"
        "db = client.resource('aqueduct_demo')\n"
        "@op\ndef work(): return log, client, folder, text, gone, db\n" + LAST + "log = logging.getLogger('c')\n"
    )
    assert made(trace) == {
        "log": ("logger", ["b"], 8),
        "client": ("client", [], 3),
        "folder": ("path", ["."], 9),
        "text": ("text-path", ["data"], 10),
        "db": ("resource", ["aqueduct_demo", "database"], 12),
    }
    assert trace.value_names("work") == {"gone"}


def paths_of(traced: Any, workspace: Workspace, target: str, dependencies: str) -> list[Any]:
    workspace.put("data/one.txt", b"1").put("data/two.txt", b"2")
    trace = traced(
        "from pathlib import Path\n"
        f"PLACE = Path(__file__).parent / {target!r}\n"
        f"@op(file_dependencies={dependencies})\ndef work(): return PLACE.exists()\n" + LAST
    )
    return [(code, line) for code, _, line in problems(trace)]


@pytest.mark.parametrize(
    ("target", "dependencies", "told"),
    [
        ("data/one.txt", "[]", True),
        ("data/one.txt", "['data/two.txt']", True),
        ("data/one.txt", "['data/one.txt']", False),
        ("data", "[]", True),
        ("data", "['data/one.txt']", False),
        (".", "[]", False),
    ],
)
def test_only_a_file_of_the_workspace_that_does_not_come_along_is_told(
    traced: Any, workspace: Workspace, target: str, dependencies: str, told: bool
) -> None:
    assert paths_of(traced, workspace, target, dependencies) == ([("path-of-workspace", 7)] if told else [])


def test_a_file_that_does_not_come_along_says_what_to_add(traced: Any, workspace: Workspace) -> None:
    workspace.put("one.txt", b"1")
    trace = traced(
        "from pathlib import Path\nPLACE = Path(__file__).parent / 'one.txt'\n@op\ndef work(): return PLACE\n" + LAST
    )
    (problem,) = trace.problems
    assert (problem["severity"], problem["message"]) == (
        "warning",
        "`PLACE` is a file of your workspace, which `work` does not find on a worker: "
        "add file_dependencies=['one.txt'] to its decorator",
    )


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "import threading\nheld = threading.Thread()\n@op\ndef work(): return held\n",
            "cannot-ship",
            "`held` is a threading.Thread, which cannot be shipped: make it inside the operator that uses it",
        ),
        (
            "held = [[(each for each in [1])]]\n@op\ndef work(): return held\n",
            "cannot-ship",
            "`held` is a list that holds a generator, which cannot be shipped: make it inside the operator that uses it",
        ),
        (
            "size = 1\n@op\ndef work(x=size): return size\nsize = 2\n",
            "rebound-in-between",
            "`size` is given another value on line 7, after `work` read it: give the second value a name of its own",
        ),
        (
            "@op\ndef other(): return 1\nread = other()\n@op\ndef work(): return read\n",
            "artifact-read-as-global",
            "`read` is an artifact, whose value is known only when the workflow runs: pass it to `work` as an argument",
        ),
    ],
)
def test_what_cannot_travel_is_refused_on_its_line(traced: Any, text: str, code: str, message: str) -> None:
    trace = traced(text + LAST)
    (problem,) = trace.problems
    assert (problem["code"], problem["severity"]) == (code, "error")
    assert problem["message"] == message
    assert trace.failure["message"] == problem["message"]
    assert trace.failure["trace"][0]["function"] == "work"


def test_a_value_that_is_too_large_is_refused_with_its_size(traced: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captured_value, "MAX_BYTES", 3 * 1024 * 1024)
    at_most, more = (
        traced(f"text = b'x' * (3 * 1024 * 1024 + {extra})\n@op\ndef work(): return text\n" + LAST) for extra in (0, 1)
    )
    assert at_most.value_names("work") == {"text"}
    (problem,) = more.problems
    assert problem["message"] == (
        "`text` takes 3 MB, more than the 100 MB that are shipped without asking: "
        "read it inside the operator, from a resource or a file"
    )


def test_values_are_listed_by_name_with_encoding_and_size(traced: Any) -> None:
    trace = traced("b = {'a': 1}\na = 'text'\nc = {1}\n@op\ndef work(): return a, b, c\n" + LAST)
    shipment = trace.shipment("work")
    listed = [(each["name"], each["encoding"]) for each in shipment["values"]]
    assert listed == [("a", "text"), ("b", "json"), ("c", "pickle")]
    for each in shipment["values"]:
        assert (trace.blobs / each["blob"]).stat().st_size == each["size"]
    assert (trace.blobs / shipment["values"][1]["blob"]).read_bytes() == b'{"a":1}'
    assert shipment["python"] == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_a_class_that_a_value_is_of_comes_with_it(traced: Any) -> None:
    trace = traced(
        "class Base: ...\nclass Kind(Base):\n    def f(self): return limit\nlimit = 3\nkept = [Kind()]\n"
        "@op\ndef work(): return kept\n" + LAST
    )
    assert trace.shipped_names("work") == {"Base", "Kind", "work", "op"}
    assert trace.value_names("work") == {"kept", "limit"}


def test_a_function_that_is_defined_below_the_call_travels_and_an_artifact_there_is_refused(traced: Any) -> None:
    trace = traced(
        "@op\ndef work(): return later(), len([])\n" + LAST + "def later(): return deeper()\ndef deeper(): return 1\n"
    )
    assert trace.shipped_names("work") == {"op", "work", "later", "deeper"}
    trace = traced("@op\ndef work(): return later\n@op\ndef other(): return 1\n" + LAST + "later = other()\n")
    assert [code for code, _, _ in problems(trace)] == ["artifact-read-as-global"]


def test_only_annotations_that_name_a_definition_travel(traced: Any) -> None:
    trace = traced(
        "class Row: ...\nCount = 3\n@op\ndef work(x: 'Row' = None, y: 'Count' = 1, z: 'Absent' = 2): return 1\n" + LAST
    )
    assert trace.shipped_names("work") == {"op", "work", "Row"}
    assert trace.value_names("work") == set()


def test_what_registers_with_a_shipped_definition_travels_with_all_that_it_needs(traced: Any) -> None:
    trace = traced(
        "class Table:\n    rows = []\n    @classmethod\n    def register(cls, f): cls.rows.append(f.__name__); return f\n"
        "def inner(): return 1\n"
        "@Table.register\ndef one(): return inner()\n"
        "@op\ndef work(): return Table.rows\n" + LAST
    )
    attached = [piece for piece in trace.definitions("work")["pieces"] if piece.get("attachedTo")]
    assert [(piece["line"], piece["names"], piece["attachedTo"]) for piece in attached] == [(9, [], ["Table"])]
    assert "inner" in trace.shipped_names("work")


def test_an_operator_of_a_module_is_imported_and_its_module_travels(traced: Any) -> None:
    trace = traced(
        "from steps import work\n" + LAST,
        steps="from aqueduct import op\nimport tools\n\n\n@op\ndef work():\n    return tools.f()\n",
        tools="def f(): return 1\n",
    )
    code = trace.shipment("work")["code"]
    assert (code["module"], code["file"], code["function"], code["line"], code["endLine"]) == (
        "steps",
        "steps.py",
        "work",
        5,
        7,
    )
    assert trace.paths("work") == {"steps.py", "tools.py"}
    assert trace.shipped_names("work") == set()


def test_a_workflow_below_the_folder_starts_its_imports_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.put("below/flow.py", (HEAD + "import beside\n@op\ndef work(): return beside.x\n" + LAST).encode())
    workspace.put("below/beside.py", b"x = 1\n")
    trace = trace_here(workspace, monkeypatch, "below/flow.py")
    assert trace.paths("work") == {"below/beside.py"}
    assert trace.shipment("work")["code"]["roots"] == ["below"]


@pytest.mark.parametrize(
    ("decorator", "beside", "needs"),
    [
        ("@op", None, ["pandas"]),
        ("@op", "numpy\n", ["numpy"]),
        ("@op(requirements=['a', ' b '])", "numpy\n", ["a", "b"]),
        ("@op(requirements=[])", "numpy\n", []),
        ("@op(requirements='needs.txt')", "numpy\n", ["listed"]),
    ],
)
def test_requirements_are_stated_or_of_the_file_or_imported(
    traced: Any, workspace: Workspace, decorator: str, beside: Any, needs: list[str]
) -> None:
    workspace.put("needs.txt", b"listed\n")
    if beside is not None:
        workspace.put("requirements.txt", beside.encode())
    trace = traced(f"{decorator}\ndef work():\n    import json, pandas.core\n    return 1\n" + LAST)
    assert trace.shipment("work")["requirements"] == needs


def test_operators_share_their_definitions_unless_a_name_means_something_else_to_one(traced: Any) -> None:
    text = "def helper(): return 1\n@op\ndef work(): return helper()\n@op\ndef other(): return helper()\n"
    end = "client.publish_flow('w', artifacts=[one, other()])\n"
    shared = traced(text + "one = work()\n" + end)
    assert shared.shipment("work")["code"]["definitions"] == shared.shipment("other")["code"]["definitions"]
    apart = traced(text + "one = work()\ndef helper(): return 2\n" + end)
    assert apart.shipment("work")["code"]["definitions"] != apart.shipment("other")["code"]["definitions"]


def test_operators_that_no_workflow_publishes_are_listed_after_all_others(traced: Any) -> None:
    trace = traced("@op\ndef work(): return 1\n@op\ndef alone(): return 2\nalone()\n" + LAST)
    listed = [(each["workflow"], [one["id"] for one in each["operators"]]) for each in trace.document["shipments"]]
    assert listed == [("w", ["work"]), (None, ["alone"])]
    assert [each["workflow"] for each in traced("@op\ndef work(): return 1\n" + LAST).document["shipments"]] == ["w"]


def test_a_parameter_ships_its_default(traced: Any) -> None:
    trace = traced(
        "n = client.create_param('n', default=(1, 2))\n@op\ndef work(x): return x\n" + LAST.replace("work()", "work(n)")
    )
    (parameter,) = (each for each in trace.document["shipments"][0]["operators"] if each.get("parameter") is not None)
    assert (parameter["id"], parameter["code"], parameter["requirements"]) == ("n", None, [])
    assert (parameter["parameter"]["encoding"], parameter["parameter"]["type"]) == ("json", "tuple")
    stored = (trace.blobs / parameter["parameter"]["blob"]).read_bytes()
    assert json.loads(stored) == {"$aqueduct": "tuple", "items": [1, 2]}


def test_a_function_without_a_definition_travels_as_a_pickle(traced: Any, tmp_path: Path) -> None:
    trace = traced(
        "def make(n):\n    @op\n    def work(): return n\n    return work\nmade = [make(3)]\n"
        + LAST.replace("work()", "made[0]()")
    )
    document = trace.definitions("work")
    assert "pickle" in document
    assert trace.shipment("work")["python"] is not None
    assert trace.shipment("work")["code"]["function"] == "work"
    refused = traced(
        "def make(n):\n    @op\n    def work(): return n\n    return work\n"
        "made = [make(open(__file__))]\n" + LAST.replace("work()", "made[0]()")
    )
    (problem,) = refused.problems
    assert problem["message"].startswith("`work` cannot be shipped: it holds an io.TextIOWrapper")
    assert problem["message"].endswith(". Define it at the top level of the file, and make what it needs inside of it")


def lines_of(trace: Trace, name: str) -> list[int]:
    return [piece["line"] for piece in trace.definitions("work")["pieces"] if name in piece["names"]]


def test_a_name_that_was_given_an_earlier_definition_again_ships_that_one(traced: Any) -> None:
    trace = traced(
        "def helper(): return 1\nfirst = helper\ndef helper(): return 2\nhelper = first\n"
        "@op\ndef work(): return helper()\n" + LAST
    )
    assert lines_of(trace, "helper") == [4]


def test_a_definition_that_was_replaced_by_what_was_made_of_it_travels_as_a_value(traced: Any) -> None:
    trace = traced(
        "import functools\ndef helper(): return 1\nhelper = functools.partial(helper)\n"
        "@op\ndef work(): return helper()\n" + LAST
    )
    assert trace.value_names("work") == {"helper"}


def test_an_import_of_a_module_below_another_is_made_by_its_whole_path(traced: Any) -> None:
    trace = traced("import xml.dom\nimport xml.sax\n@op\ndef work(): return xml.dom, xml.sax\n" + LAST)
    texts = [piece["text"] for piece in trace.definitions("work")["pieces"] if piece["names"] == ["xml"]]
    assert texts == ["import xml.dom\n", "import xml.sax\n"]


def test_a_name_of_a_module_that_was_given_a_value_travels_as_that_value(traced: Any) -> None:
    trace = traced("import json\njson = {'a': 1}\n@op\ndef work(): return json\n" + LAST)
    assert trace.value_names("work") == {"json"}


def test_a_module_that_a_compound_statement_imports_comes_with_that_statement(traced: Any) -> None:
    trace = traced("try:\n    import json\nexcept ImportError:\n    json = None\n@op\ndef work(): return json\n" + LAST)
    assert lines_of(trace, "json") == [4]


def test_what_is_made_anew_on_the_line_of_the_call_names_that_line(traced: Any) -> None:
    trace = traced(
        "import logging\nlog = logging.getLogger('a')\n@op\ndef work(): return log\n"
        "log = logging.getLogger('b'); client.publish_flow('w', artifacts=[work()])\nlog = logging.getLogger('c')\n"
    )
    assert made(trace)["log"] == ("logger", ["b"], 8)


def test_functions_that_call_each_other_and_the_operator_are_taken_once(traced: Any) -> None:
    trace = traced("def one(): return two()\ndef two(): return one(), work\n@op\ndef work(): return one()\n" + LAST)
    assert trace.shipped_names("work") == {"one", "two", "work", "op"}
