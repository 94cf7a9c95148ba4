"""What arrives for a parameter, or is said instead: the table that `test/unit/runs/givenParameters.test.ts` reads too."""

from __future__ import annotations

import enum
import json
import math
import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy
import pytest

from aqueduct.parameter_values import WrongParameter, from_conf, from_python, from_text
from aqueduct.parameters import default_of
from aqueduct.values import decode, encode
from aqueduct.values.exact_json import NotJson, to_exact
from aqueduct.values.tagged import from_json

TABLE = json.loads((Path(__file__).parents[1] / "fixtures" / "parameters" / "given.json").read_text("utf-8"))
ARRIVING = [row for row in TABLE if "arrives" in row]
REFUSED = [row for row in TABLE if "refused" in row]


class Color(enum.IntEnum):
    RED = 1


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['default']} given {row['text'][:40]}" for row in rows]


def python(source: str) -> Any:
    return eval(
        source,
        {"numpy": numpy, "Decimal": Decimal, "datetime": datetime, "Color": Color, "nan": math.nan, "inf": math.inf},
    )


@pytest.mark.parametrize("row", TABLE, ids=names(TABLE))
def test_a_default_stands_in_the_graph_as_the_table_says(row: dict[str, Any]) -> None:
    value = python(row["default"])
    assert default_of(encode(value), value) == row["graph"]


@pytest.mark.parametrize("row", ARRIVING, ids=names(ARRIVING))
def test_a_text_arrives_as_the_table_says(row: dict[str, Any]) -> None:
    value = from_text("p", row["graph"], row["text"])
    assert repr(value) == row["arrives"]
    assert encode(value).data.decode() == row["bytes"]


@pytest.mark.parametrize("row", ARRIVING, ids=names(ARRIVING))
def test_what_the_store_has_is_read_as_what_arrives(row: dict[str, Any]) -> None:
    encoded = encode(python(row["arrives"]))
    assert repr(decode(row["bytes"].encode(), encoded.encoding, encoded.type)) == row["arrives"]


@pytest.mark.parametrize("row", ARRIVING, ids=names(ARRIVING))
def test_a_value_goes_through_exact_json_as_it_is(row: dict[str, Any]) -> None:
    value = python(row["arrives"])
    assert repr(from_json(json.loads(json.dumps(to_exact(value), sort_keys=True)))) == row["arrives"]


@pytest.mark.parametrize("row", ARRIVING, ids=names(ARRIVING))
def test_text_in_a_conf_arrives_like_typed_text_but_for_a_parameter_without_a_type(row: dict[str, Any]) -> None:
    value = from_conf("p", row["graph"], row["text"])
    assert repr(value) == (repr(row["text"]) if row["default"] == "None" else row["arrives"])


@pytest.mark.parametrize("row", ARRIVING, ids=names(ARRIVING))
def test_what_our_trigger_sends_arrives(row: dict[str, Any]) -> None:
    assert repr(from_conf("p", row["graph"], row["conf"])) == row["arrives"]


@pytest.mark.parametrize("row", REFUSED, ids=names(REFUSED))
def test_a_text_is_refused_with_the_sentence_of_the_table(row: dict[str, Any]) -> None:
    with pytest.raises(WrongParameter) as wrong:
        from_text("p", row["graph"], row["text"])
    assert str(wrong.value) == f"p {row['refused']}"


WHOLE = "p takes a number, such as 6, not "
FLOAT = "p takes a number, such as 0.25, not "


@pytest.mark.parametrize(
    ("default", "conf", "arrives"),
    [
        ("7", "9007199254740993", "9007199254740993"),
        ("7", '"9007199254740993"', "9007199254740993"),
        ("7", "5.0", "5"),
        ("7", "1" + "0" * 399, "1" + "0" * 399),
        ("0.5", "1", "1.0"),
        ("0.5", "1.0", "1.0"),
        ("0.5", '"1e22"', "1e+22"),
        ("0.5", "-0.0", "-0.0"),
        ("0.5", '"nan"', "nan"),
        ("'a'", '"1"', "'1'"),
        ("True", "false", "False"),
        ("[0]", "[9007199254740993, 1.0]", "[9007199254740993, 1.0]"),
        ("[0]", '"[9007199254740993, 1.0]"', "[9007199254740993, 1.0]"),
        ("{'a': 1}", '{"b": 9007199254740993, "a": 1.0}', "{'b': 9007199254740993, 'a': 1.0}"),
        ("{'a': 1}", '{"$aqueduct": "int", "value": "7"}', "{'$aqueduct': 'int', 'value': '7'}"),
        ("(1, 2)", "[3, 4.0]", "(3, 4.0)"),
        ("None", "9007199254740993", "9007199254740993"),
        ("None", '"5"', "'5'"),
        ("None", '{"$aqueduct": "int", "value": "9007199254740993"}', "9007199254740993"),
        ("None", '[{"$aqueduct": "float", "value": "1.0"}]', "[1.0]"),
        ("numpy.int64(3)", "4.0", "4.0"),
    ],
)
def test_json_in_a_conf_arrives_by_the_type_of_the_parameter(default: str, conf: str, arrives: str) -> None:
    value = python(default)
    assert repr(from_conf("p", default_of(encode(value), value), json.loads(conf))) == arrives


@pytest.mark.parametrize(
    ("default", "conf", "refused"),
    [
        ("7", "true", WHOLE + "true."),
        ("7", "null", WHOLE + "null."),
        ("7", "1e22", WHOLE + "1e+22: write all its digits."),
        ("7", "[7]", WHOLE + "[7]."),
        ("7", '"high"', WHOLE + '"high".'),
        ("0.5", "9007199254740993", FLOAT + "9007199254740993: a float would make 9007199254740992 of it."),
        ("0.5", "1e400", FLOAT + "inf: JSON has no such number."),
        ("0.5", "NaN", FLOAT + "nan: JSON has no such number."),
        ("0.5", "1" + "0" * 399, FLOAT + "1" + "0" * 38 + "\u2026: no float is as large as 1" + "0" * 38 + "\u2026."),
        ("'a'", "1", "p takes text, not 1."),
        ("True", "1", "p takes true or false, not 1."),
        ("[0]", '{"a": 1}', 'p takes a list in JSON, such as [1, 2] or ["red", "white"], not {"a":1}.'),
        (
            "[0]",
            "[1e400]",
            'p takes a list in JSON, such as [1, 2] or ["red", "white"], not [Infinity]: JSON has no such number.',
        ),
        ("{'a': 1}", "[1]", 'p takes a dictionary in JSON, such as {"red": 1}, not [1].'),
        (
            "None",
            '{"$aqueduct": "int"}',
            'p takes JSON or text, not {"$aqueduct":"int"}: what it says under $aqueduct is not understood.',
        ),
        (
            "b'x'",
            '"x"',
            "p takes a value that only Python can make. Leave it at its default, or change that in the file.",
        ),
    ],
)
def test_json_of_another_type_in_a_conf_is_refused_with_a_sentence(default: str, conf: str, refused: str) -> None:
    value = python(default)
    with pytest.raises(WrongParameter, match=f"^{re.escape(refused)}$"):
        from_conf("p", default_of(encode(value), value), json.loads(conf))


@pytest.mark.parametrize(
    ("default", "given", "arrives"), [(0.5, 5, "5.0"), (7, 5.0, "5"), (7, 2**60, str(2**60)), ("a", "b", "'b'")]
)
def test_what_python_gives_takes_the_type_of_the_parameter(default: object, given: object, arrives: str) -> None:
    assert repr(from_python("p", default_of(encode(default), default), given)) == arrives


@pytest.mark.parametrize(("default", "given"), [(7, True), (0.5, False), (0.5, 2**53 + 1), (7, "7")])
def test_what_python_gives_of_another_type_is_refused(default: object, given: object) -> None:
    with pytest.raises(WrongParameter, match=r"^p takes a number, such as"):
        from_python("p", default_of(encode(default), default), given)


@pytest.mark.parametrize(
    "value", [(1, (2,)), {1: 2}, [math.nan], [b"x"], 10**5000], ids=["tuple", "keys", "nan", "bytes", "digits"]
)
def test_what_nobody_could_type_has_no_exact_json(value: object) -> None:
    with pytest.raises(NotJson):
        to_exact(value)


def test_a_number_with_decimals_stays_as_it_is_where_the_default_has_none() -> None:
    default = {"type": "numeric", "json": 7}
    given = [from_text("p", default, "8.5"), from_conf("p", default, 8.5), from_python("p", default, 8.5)]
    assert list(map(repr, given)) == ["8.5", "8.5", "8.5"]
