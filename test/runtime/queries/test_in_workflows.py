"""The table of samples as workflow files: traced, and run by hand."""

from __future__ import annotations

import datetime
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tracer"))
sys.path.insert(0, str(Path(__file__).parents[1] / "eager"))

from by_hand import Folder
from samples import TABLE, program_of, unused_of
from traced import new_workspace

_HEAD = "from aqueduct import Client\nclient = Client()\ndb = client.resource('db')\n"


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql", "mysql"])
def test_a_trace_says_what_check_says_on_the_same_line(dialect: str, tmp_path: Path) -> None:
    """`test/unit/check/sql.test.ts` expects the same sentences of the text alone."""
    workspace = new_workspace(tmp_path)
    workspace.resources = {"db": {"type": "database", "dialect": dialect}}
    lines, expected = _HEAD.splitlines(), {}
    for sample in (each for each in TABLE["queries"] if dialect in each["dialects"]):
        *made, call = program_of(sample)
        lines += [*made, "try:", f"    {call}", "except Exception: pass", "client = Client()"]
        # Names live as long as the file does: those of this sample are taken back.
        lines.append("import aqueduct.recording.session as s; s.recorder().explicit_parameters.clear()")
        for message in [*sample.get("doubts", []), *unused_of(sample), *sample.get("says", [])[:1]]:
            expected[len(lines) - 3] = message
    trace = workspace.write(flow="\n".join(lines)).trace()
    found = {each["line"]: each["message"] for each in trace.problems if each["code"] == "sql"}
    assert found == expected


def test_a_trace_that_ends_there_says_it_once(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.resources = {"db": {"type": "database", "dialect": "sqlite"}}
    trace = workspace.write(flow=_HEAD + "db.sql('SELECT $1')\n").trace()
    (problem,) = trace.problems
    assert (problem["code"], problem["line"]) == ("sql", 4)
    assert trace.failure["message"] == problem["message"]


def test_extracts_are_recorded_with_the_names_that_they_use(tmp_path: Path) -> None:
    lines = [
        "from aqueduct.models.operators import RelationalDBExtractParams",
        "a, b = client.create_param('a', 1), client.create_param('my b', 2)",
        "one = db.sql(RelationalDBExtractParams(query='SELECT {{ my b }}, $1 -- {{ a }}'), parameters=[a])",
        "two = db.sql(RelationalDBExtractParams(queries=['SELECT 1', 'SELECT {{ a }} FROM $']))",
        "client.publish_flow('w', artifacts=[one, two])",
    ]
    workspace = new_workspace(tmp_path)
    workspace.resources = {"db": {"type": "database"}}
    trace = workspace.write(flow=_HEAD + "\n".join(lines)).trace()
    one, two = (each for each in trace.operators if each["kind"] == "extract")
    assert (one["query"], one["inputs"], one["tags"]) == ("SELECT {{ my b }}, $1 -- {{ a }}", ["a", "my_b"], ["my b"])
    assert (two["query"], two["inputs"], two["tags"]) == (["SELECT 1", "SELECT {{ a }} FROM $"], ["a"], ["a"])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "one of query=, queries="),
        ("query='a', queries=['b']", "one of query=, queries="),
        ("github_metadata={}", "comes in a later version"),
    ],
)
def test_params_that_hold_no_query_are_refused(given: str, sentence: str, tmp_path: Path) -> None:
    line = f"from aqueduct.models.operators import RelationalDBExtractParams\nRelationalDBExtractParams({given})\n"
    assert sentence in new_workspace(tmp_path).write(flow=_HEAD.replace("db =", "#") + line).trace().failure["message"]


def _folder_with_hotels(folder: Path) -> Folder:
    with sqlite3.connect(folder / "hotels.db") as connection:
        connection.executescript(
            "CREATE TABLE hotels (name TEXT, country TEXT, stars INTEGER, opened DATE);"
            "INSERT INTO hotels VALUES ('Aurora', 'IT', 4, '2001-02-03'), ('Brise', 'FR', 3, '1999-09-09'),"
            " ('Cielo', 'CH', 5, '2020-12-31');"
            'CREATE TABLE "order" (n INTEGER); INSERT INTO "order" VALUES (7);'
        )
    connection.close()
    made = Folder(folder)
    made.resources({"db": {"type": "database", "url": "sqlite:///hotels.db"}})
    return made


def test_by_hand_the_answers_and_the_sentences_are_those_of_the_table(tmp_path: Path) -> None:
    samples = [each for each in TABLE["queries"] if "sqlite" in each["dialects"]]
    lines = ["import json", "db = client.resource('db')"]
    for sample in samples:
        *made, call = program_of(sample)
        lines += [
            *made,
            "try:",
            f"    found = {call}.get().values.tolist()",
            "except Exception as error: found = str(error)",
            "print(json.dumps(found))",
            "import aqueduct.recording.session as s; s.recorder().explicit_parameters.clear()",
        ]
    ran = _folder_with_hotels(tmp_path).run("\n".join(lines))
    found = [json.loads(line) for line in ran.lines]
    assert len(found) == len(samples), ran.stderr
    today = datetime.date.today().isoformat()
    for sample, answer in zip(samples, found):
        if "rows" in sample:
            assert answer == json.loads(json.dumps(sample["rows"]).replace("2024-05-31", today)), sample["name"]
        else:
            assert sample.get("says", [sample.get("error")])[0] in answer, sample["name"]


def test_by_hand_a_table_is_read_under_the_name_that_it_has(tmp_path: Path) -> None:
    folder = _folder_with_hotels(tmp_path)
    with sqlite3.connect(tmp_path / "hotels.db") as connection:
        connection.executescript('CREATE TABLE "a.b" (n INTEGER); INSERT INTO "a.b" VALUES (1)')
    connection.close()
    asked = ["order", "main.order", "a.b", "HOTELS"]
    lines = [f"print(db.table({name!r}).values.tolist()[0][0])" for name in asked]
    ran = folder.run("\n".join(["db = client.resource('db')", *lines]))
    assert ran.lines == ["7", "7", "1", "Aurora"]
    ran = folder.run("client.resource('db').table('wines')")
    assert "The tables of db are: a.b, hotels, order." in ran.error


def test_by_hand_columns_that_keep_their_digits_are_told_once(tmp_path: Path) -> None:
    line = "rows = client.resource('db').sql('SELECT 9007199254740993 AS n UNION ALL SELECT NULL')\nrows.get()\n"
    ran = _folder_with_hotels(tmp_path).run(line + "print(rows.get()['n'].tolist()[1 - 1])")
    kept = "Columns with a type of their own: 'n': whole numbers beside NULLs, kept as Int64."
    assert (ran.lines, ran.stderr.count(kept)) == (["9007199254740993"], 1)


def test_a_trace_knows_no_value_and_a_run_looks_again(tmp_path: Path) -> None:
    lines: Any = "rows = db.sql('SELECT * FROM {{ t }}')\nrows.get(parameters={'t': 'a b'})"
    ran = _folder_with_hotels(tmp_path).run(f"db = client.resource('db')\nclient.create_param('t', 'hotels')\n{lines}")
    assert "The value of {{ t }} stands for a name and is none" in ran.error
