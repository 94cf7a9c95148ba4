"""In which order shipped names can be bound again, what earlier operators pass on, and how definitions are written down."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Optional

import pytest
from in_process import pieces_in

from aqueduct.recording.model import ArtifactRecord, OperatorRecord
from aqueduct.shipping.definitions_blob import definitions_document, shared_bindings
from aqueduct.shipping.inheriting import with_inherited
from aqueduct.shipping.loading_order import OrderProblem, cycles, rebindings
from aqueduct.shipping.pieces import FilePieces
from aqueduct.shipping.shipment import CapturedValue, MadeAnew, Shipment, generated_shipment


def value(name: str, data: bytes = b"1") -> CapturedValue:
    return CapturedValue(name, "json", data, data, True)


def shipment(pieces: Optional[FilePieces], names: str = "", values: str = "", **more: Any) -> Shipment:
    """A shipment with the last definition of each name, and values."""
    return Shipment(
        "flow.py",
        "work",
        1,
        9,
        pieces={name: pieces.named(name)[-1:] for name in names.split()} if pieces else {},
        values={name: value(name) for name in values.split()},
        definitions_file="flow.py",
        **more,
    )


REBOUND = """
size = 3


def work(x=size):
    return size


size = 4
size = 5
work()
"""


@pytest.mark.parametrize(
    ("call_line", "line"), [(10, 8), (9, 8), (8, 8), (7, None), (None, 8)], ids=lambda value: str(value)
)
def test_a_value_that_changed_after_a_definition_read_it_is_told_with_the_line(
    tmp_path: Path, call_line: Optional[int], line: Optional[int]
) -> None:
    pieces = pieces_in(tmp_path, REBOUND)
    shipped = shipment(pieces, "work", "size")
    found = list(rebindings(shipped, pieces, call_line))
    if line is None:
        assert found == []
        return
    assert found == [
        OrderProblem(
            "rebound-in-between",
            f"`size` is given another value on line {line}, after `work` read it: "
            "give the second value a name of its own",
            "size",
            pieces.named("work")[0],
        )
    ]


def test_a_value_that_is_read_only_while_the_function_runs_may_change(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "size = 3\ndef work():\n    return size\nsize = 4\n")
    assert list(rebindings(shipment(pieces, "work", "size"), pieces, None)) == []


def test_a_value_that_was_bound_on_the_definitions_own_last_line_was_there_before(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "size = 3\ndef work(x=size): return x; size = 4\n")
    assert list(rebindings(shipment(pieces, "work", "size"), pieces, None)) == []


def test_a_value_that_holds_what_cannot_be_made_without_it_is_refused(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        def helper():
            return deeper()
        def deeper(): return table
        def f(x=helper()): ...
        def g(x=table): ...
        def h(): return table
        """,
    )
    shipped = shipment(pieces, "helper deeper f g h", "table")
    found = list(cycles(shipped, {"table": {"h", "g", "f", "absent"}}, pieces))
    assert [(problem.code, problem.name, problem.piece.names[0]) for problem in found] == [
        ("cannot-order", "table", "f"),
        ("cannot-order", "table", "g"),
    ]
    assert found[0].message == (
        "`table` holds `f`, and `f` cannot be made without `table`: fill `table` inside a function that the operator calls"
    )


def test_a_value_that_is_bound_below_a_definition_was_not_needed_to_make_it(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "def helper(): return table\ndef f(x=helper()): ...\ntable = {'f': f}\n")
    assert list(cycles(shipment(pieces, "helper f", "table"), {"table": {"f"}}, pieces)) == []


def test_functions_that_call_each_other_are_followed_once(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path, "def a(): return b()\ndef b(): return a() + table\ndef f(x=a()): ...\ndef g(x=a): ...\n"
    )
    shipped = shipment(pieces, "a b f g", "table")
    assert [problem.piece.names for problem in cycles(shipped, {"table": {"f", "g"}}, pieces)] == [("f",)]


def test_a_generated_function_is_a_document_of_its_own() -> None:
    assert definitions_document(generated_shipment("def f():\n    return 1\n", "f"), {"other": []}) == {
        "format": 1,
        "file": "<aqueduct f>",
        "flags": [],
        "pieces": [
            {
                "kind": "definition",
                "names": ["f"],
                "line": 1,
                "text": "def f():\n    return 1\n",
                "eager": [],
                "called": [],
                "deferred": [],
                "attachedTo": [],
            }
        ],
    }
    assert generated_shipment("def f():\n    return 1\n", "f").end_line == 2


def test_definitions_say_what_they_load_and_what_they_hang_on(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        table = Table()
        @table.register
        def f(x: Known, y: Unknown, z=limit(table)):
            return f(helper)
        class Known: ...
        """,
    )
    shipped = shipment(pieces, "table Known", flags=["annotations"])
    shipped.pieces["table@2"] = pieces.named("f")
    shipped.pieces["gone@2"] = pieces.named("f")
    shipped.made["log"] = MadeAnew("log", "logger", ("flow",), 7)
    document = definitions_document(shipped, {})
    assert {name: document[name] for name in ("format", "file", "flags")} == {
        "format": 1,
        "file": "flow.py",
        "flags": ["annotations"],
    }
    table, function, known, made = document["pieces"]
    assert (table["names"], table["line"], table["attachedTo"], table["eager"]) == (["table"], 1, [], ["Table"])
    assert function == {
        "kind": "definition",
        "names": [],
        "line": 2,
        "text": "@table.register\ndef f(x: Known, y: Unknown, z=limit(table)):\n    return f(helper)\n",
        "eager": sorted(pieces.named("f")[0].loads.eager - {"f"}),
        "called": ["limit", "table"],
        "deferred": ["Known", "helper"],
        "attachedTo": ["table"],
    }
    assert (known["names"], known["line"]) == (["Known"], 5)
    assert made == {"kind": "made", "names": ["log"], "line": 7, "make": "logger", "arguments": ["flow"]}
    assert "pickle" not in document


def test_one_statement_that_binds_several_names_is_written_once(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "try:\n    import b, a\nexcept ImportError:\n    a = b = None\nimport c, d\n")
    document = definitions_document(shipment(pieces, "a c"), {"b": pieces.named("b"), "d": pieces.named("d")})
    assert [(piece["names"], piece["kind"]) for piece in document["pieces"]] == [
        (["a", "b"], "definition") if len(pieces.pieces) == 3 else (["a"], "import"),
        *[(["b"], "import")] * (len(pieces.pieces) != 3),
        (["c"], "import"),
        (["d"], "import"),
    ]


def test_what_an_operator_means_by_a_name_goes_before_what_others_share(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "def f(): return 1\ndef f(): return 2\n")
    first, second = ({"f": [piece]} for piece in pieces.pieces)
    own = Shipment("flow.py", "f", 1, 1, pieces=first)
    assert [piece["line"] for piece in definitions_document(own, second)["pieces"]] == [1]
    later = Shipment("flow.py", "f", 2, 2, pieces=second)
    assert shared_bindings([own, later]) == second
    assert shared_bindings([]) == {}


def test_a_pickled_function_is_in_its_document() -> None:
    document = definitions_document(Shipment("flow.py", "f", 1, 1, function_pickle=b"\x00\xff"), {})
    assert base64.b64decode(document["pickle"]) == b"\x00\xff"
    assert document["pieces"] == []


def operator(name: str, shipped: Optional[Shipment], *inputs: OperatorRecord) -> OperatorRecord:
    record = OperatorRecord(name, "function", [each.outputs[0] for each in inputs], None, shipment=shipped)
    record.outputs.append(ArtifactRecord(name, "unknown", record))
    return record


CLASSES = """
def scale(): return factor + rate()
def rate(): return percent
class Model:
    def run(self): return scale()
def plain(): return other
"""


def test_operators_downstream_get_what_the_classes_of_values_need(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, CLASSES)
    first = operator("first", shipment(pieces, "Model scale rate plain", "factor percent other"))
    middle = operator("middle", shipment(None, "", "own"), first)
    between = operator("between", None, middle)
    last = operator("last", shipment(None, "", "factor"), between)
    apart = operator("apart", shipment(None, "", "own"))
    found = with_inherited([first, middle, between, last, apart], tmp_path)
    assert found[id(first)] is first.shipment
    assert set(found[id(middle)].values) == {"own", "factor", "percent"}
    assert set(found[id(last)].values) == {"factor", "percent"}
    assert found[id(apart)] is apart.shipment
    assert id(between) not in found
    assert middle.shipment.values.keys() == {"own"}


def test_a_name_of_ones_own_is_not_inherited(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, CLASSES)
    first = operator("first", shipment(pieces, "Model scale rate", "factor percent"))
    own = shipment(pieces, "plain")
    own.pieces["factor"] = pieces.named("plain")
    own.values["percent"] = value("percent", b"mine")
    last = operator("last", own, first)
    found = with_inherited([first, last], tmp_path)[id(last)]
    assert {name: each.data for name, each in found.values.items()} == {"percent": b"mine"}


def test_modules_with_classes_are_inherited_with_their_roots(tmp_path: Path) -> None:
    (tmp_path / "models.py").write_text("class Model: ...\n")
    (tmp_path / "tools.py").write_text("def f(): ...\n")
    for path, inherited in (("models.py", True), ("tools.py", False)):
        first = operator("first", shipment(None, paths=[path, "data.txt", "other.py"], roots=["lib", ""]))
        last = operator("last", shipment(None, paths=["own.py"], roots=[""]), first)
        found = with_inherited([first, last], tmp_path)[id(last)]
        assert found.paths == (sorted([path, "other.py", "own.py"]) if inherited else ["own.py"])
        assert found.roots == (["", "lib"] if inherited else [""])


def test_of_two_producers_the_later_one_decides_a_value(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, CLASSES)
    one, other = (operator(name, shipment(pieces, "Model scale rate", "factor")) for name in ("one", "other"))
    other.shipment.values["factor"] = value("factor", b"later")
    last = operator("last", shipment(None), one, other)
    assert with_inherited([one, other, last], tmp_path)[id(last)].values["factor"].data == b"later"
