"""Calling an operator by hand executes it, by the rules of a run."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from by_hand import Folder

NUMBERS = """
@op
def numbers(count):
    print("counting")
    return list(range(count))

"""


def test_a_call_is_executed_once_and_at_once(folder: Folder) -> None:
    ran = folder.run(
        NUMBERS + "made = numbers(3)\nprint('then')\nprint(made.get(), made.get() is made.get(), made.type())"
    )
    assert ran.lines == ["counting", "then", "[0, 1, 2] True list"]


def test_a_lazy_call_waits_for_its_value(folder: Folder) -> None:
    ran = folder.run(NUMBERS + "made = numbers.lazy(3)\nprint('then')\nprint(made.get())")
    assert ran.lines == ["then", "counting", "[0, 1, 2]"]


def test_global_config_makes_every_call_lazy(folder: Folder) -> None:
    lazily = "from aqueduct import global_config\nglobal_config({'lazy': True})\n"
    ran = folder.run(NUMBERS + lazily + "made = numbers(1)\nprint('then')\nmade.get()")
    assert ran.lines == ["then", "counting"]


def test_an_operator_never_sees_what_another_changed_in_place(folder: Folder) -> None:
    ran = folder.run(
        NUMBERS
        + "@op\ndef emptied(values):\n    values.clear()\n    return values\n\n"
        + "made = numbers(2)\nprint(emptied(made).get(), made.get())\n"
        + "made.get().append(7)\nprint(emptied(made).get(), made.get())"
    )
    assert ran.lines == ["counting", "[] [0, 1]", "[] [0, 1, 7]"]


def test_parameters_have_their_defaults_and_can_be_set_for_one_value(folder: Folder) -> None:
    ran = folder.run(
        NUMBERS
        + "count = client.create_param('count', default=2)\nmade = numbers(count)\n"
        + "print(made.get(parameters={'count': 1}), made.get(), numbers(4).get(parameters={'numbers:count': 0}))"
    )
    assert ran.lines[-1] == "[0] [0, 1] []"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{'other': 1}", "'numbers artifact' does not depend on a parameter 'other': it depends on count"),
        ("{'count': '1'}", "count takes a number, such as 6, not '1'"),
    ],
)
def test_a_parameter_that_cannot_be_set_says_so(folder: Folder, given: str, sentence: str) -> None:
    ran = folder.run(NUMBERS + f"made = numbers(client.create_param('count', default=2))\nmade.get(parameters={given})")
    assert sentence in ran.error


def test_several_outputs_are_taken_apart(folder: Folder) -> None:
    ran = folder.run(
        "@op(num_outputs=2)\ndef both():\n    return 1, 'two'\n\none, two = both()\nprint(one.get(), two.get(), two.type())"
    )
    assert ran.lines == ["1 two string"]


def test_an_operator_that_calls_another_gets_its_value(folder: Folder) -> None:
    ran = folder.run(
        "@op\ndef inner(n):\n    return n + 1\n\n@op\ndef outer(n):\n    return inner(n) * 2\n\nprint(outer(1).get())"
    )
    assert ran.lines == ["4"]


def test_local_calls_the_function_alone(folder: Folder) -> None:
    size = "@op\ndef size(values):\n    return len(values)\n\n"
    ran = folder.run(NUMBERS + size + "print(numbers.local(1))\nprint(size.local(numbers(2)))")
    assert ran.lines == ["counting", "[0]", "counting", "2"]


def test_metrics_checks_and_bounds_are_judged(folder: Folder) -> None:
    ran = folder.run(
        "@metric\ndef half():\n    return 0.5\n\n"
        "@check\ndef fits(number):\n    return number < 1\n\n"
        "number = client.create_param('number', default=0.5)\n"
        "@metric\ndef same(number):\n    return number\n\n"
        "value = same(number)\nprint(fits(value).get(), value.bound(upper=1).get(), value.bound(lower=0.5).get())"
    )
    assert ran.lines == ["True True False"]
    assert ran.stderr == "Warning: the check 'greater than 0.5' did not pass.\n"


def test_a_failed_check_of_severity_error_ends_the_file(folder: Folder) -> None:
    ran = folder.run("@check(severity='error')\ndef never(n):\n    return False\n\nnever(1)\nprint('after')")
    assert ran.stdout == ""
    assert ran.error == (
        "aqueduct.error.AqueductError: The check never did not pass: it returned False. "
        "Its severity is ERROR, so the run fails and nothing is saved."
    )


def test_what_a_function_raises_is_shown_with_the_users_frames_alone(folder: Folder) -> None:
    ran = folder.run("@op\ndef broken():\n    return {}['price']\n\nbroken()")
    assert "    return {}['price']\n" in ran.stderr
    assert "/aqueduct/" not in ran.stderr
    assert "AqueductError: The operator 'broken' failed: KeyError: 'price'." in ran.error


def test_a_result_of_the_wrong_kind_says_what_to_return(folder: Folder) -> None:
    ran = folder.run("@metric\ndef words(n):\n    return 'many'\n\nwords(1)")
    assert "The metric 'words' failed: the metric words returned a str. A metric returns one number" in ran.error


def test_tables_come_from_the_database_beside_the_nearest_aqueduct_json(folder: Folder) -> None:
    with sqlite3.connect(folder.path / "wine.db") as database:
        database.execute("CREATE TABLE wine (id INTEGER, quality REAL)")
        database.executemany("INSERT INTO wine VALUES (?, ?)", [(1, 5.0), (2, None), (3, 7.0)])
    folder.write(
        "aqueduct.json", '{\n  // one\n  "resources": {"demo": {"type": "database", "url": "sqlite:///wine.db"},},\n}'
    )
    ran = folder.run(
        "db = client.resource('demo')\n"
        "floor = client.create_param('floor', default=6)\n"
        "rows = db.sql('SELECT * FROM wine WHERE quality > {{ floor }}')\n"
        "print(rows.get()['id'].tolist(), rows.get(parameters={'floor': 4})['id'].tolist(), rows.type())\n"
        "every = db.sql('SELECT * FROM wine')\n"
        "print(every.number_of_missing_values(column_id='quality').get(), every.mean('quality').get(), len(every.head(2)))\n"
        "print(db.list_tables(), db.table('wine')['id'].tolist())\n"
        "db.save(every, 'copy', 'replace')\nprint(db.list_tables())",
        name="deep/er/flow.py",
    )
    assert ran.lines == ["[3] [1, 3] table", "1 6.0 2", "['wine'] [1, 2, 3]", "['wine']"]


def test_the_password_comes_from_the_environment_and_is_never_shown(folder: Folder) -> None:
    folder.resources({"my base": {"type": "database", "url": "nodriver://ann@db.example.org/wines"}})
    folder.environment["AQUEDUCT_MY_BASE_PASSWORD"] = "s3cret/@"
    folder.environment["AQUEDUCT_MY_BASE_ORIGIN"] = "nodriver://ann@db.example.org"
    shown = "from aqueduct.eager.project import find_project\nprint(find_project().database_url('my base'))\n"
    ran = folder.run(shown + "client.resource('my base').sql('SELECT 1')")
    assert ran.stdout == "nodriver://ann:s3cret%2F%40@db.example.org/wines\n"
    assert ran.code == 1
    assert "s3cret" not in ran.stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"resources": {\n  "demo": }}', "line 2: this is not JSON"),
        (
            '{"resources": {"demo": {"type": "spreadsheet"}}}',
            "resources.demo.type is not one of database, store, airflow. Correct it",
        ),
        ("[]", 'is not of the form {"resources": {…}}'),
    ],
)
def test_an_aqueduct_json_that_cannot_be_read_says_where(folder: Folder, text: str, sentence: str) -> None:
    folder.write("aqueduct.json", text)
    assert sentence in folder.run("").error


def test_a_database_that_is_described_wrongly_says_so_where_it_is_used(folder: Folder) -> None:
    folder.resources({"demo": {"type": "database", "url": 5}, "lake": {"type": "store", "bucket": "UPPER"}})
    assert folder.run("print(1)").lines == ["1"]
    error = folder.run("print(client.resource('demo').sql('SELECT 1').get())").error
    assert "aqueduct.json can't be read: resources.demo.url is not a SQLAlchemy URL" in error


def test_of_what_stands_twice_the_first_counts(folder: Folder) -> None:
    folder.write("aqueduct.json", '{"mayChangeType": true, "mayChangeType": ["x"], "resources": {}, "resources": 1}')
    shown = "from aqueduct.eager.project import find_project\nprint(find_project().may_change_type)"
    assert folder.run(shown).lines == ["all"]


def test_a_resource_that_is_not_there_names_those_that_are(folder: Folder) -> None:
    folder.resources({"demo": {"type": "database", "url": "sqlite:///wine.db"}})
    error = folder.run("client.resource('other')").error
    assert 'There is no resource "other" (known: Demo, aqueduct_demo, demo)' in error
    assert '"other": {"type": "database", "url": "sqlite:///other.db"}' in error


@pytest.mark.parametrize("name", ["aqueduct_demo", "Demo"])
def test_the_demo_database_is_there_without_any_aqueduct_json(folder: Folder, tmp_path: Path, name: str) -> None:
    folder.environment = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": ""}
    ran = folder.run(f"""
        db = client.resource({name!r})
        print(len(db.sql("SELECT * FROM wine").get()), list(db.list_tables()), sorted(client.list_resources()))
    """)
    assert ran.lines == ["4898 ['wine'] ['Demo', 'aqueduct_demo']"]
    made = tmp_path / "home" / ".local" / "share" / "aqueduct" / "aqueduct_demo.db"
    assert made.is_file()
    with closing(sqlite3.connect(made)) as database, database:
        database.execute("DELETE FROM wine WHERE id > 10")
    # What somebody has changed in it stays.
    assert folder.run("print(len(client.resource('Demo').sql('SELECT * FROM wine').get()))").lines == ["10"]


def test_a_folders_own_demo_database_takes_the_place_of_the_built_in_one(folder: Folder, tmp_path: Path) -> None:
    folder.environment = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": ""}
    with closing(sqlite3.connect(folder.path / "own.db")) as database, database:
        database.execute("CREATE TABLE mine (a INTEGER)")
    folder.resources({"Demo": {"type": "database", "url": "sqlite:///own.db"}})
    assert folder.run("""
        print(list(client.resource("aqueduct_demo").list_tables()), sorted(client.list_resources()))
    """).lines == ["['mine'] ['Demo']"]
    assert not (tmp_path / "home").exists()


def test_a_demo_database_that_cannot_be_made_says_where(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    folder.environment = {"XDG_DATA_HOME": str(tmp_path / "file")}
    error = folder.run("client.resource('Demo').sql('SELECT 1 AS a')").error
    assert f"the demo database cannot be made at {tmp_path / 'file' / 'aqueduct' / 'aqueduct_demo.db'}" in error


def test_what_is_not_done_by_hand_is_said_with_its_line(folder: Folder) -> None:
    ran = folder.run("client.trigger('wine')")
    assert ran.code == 1
    assert 'flow.py", line 4' in ran.stderr
    assert "client.trigger() is not done by a workflow file: start a run with `aqueduct trigger" in ran.stderr


@pytest.mark.parametrize("call", ["delete_flow('a')", "connect_resource('a')", "connect_integration('a', 'S3', {})"])
def test_what_a_script_asks_of_a_server_is_refused_by_hand(folder: Folder, call: str) -> None:
    assert "is not done by a workflow file" in folder.run(f"client.{call}").stderr


def test_a_resource_that_is_there_is_connected_and_one_that_is_not_is_deleted(folder: Folder) -> None:
    folder.resources({"db": {"type": "database", "url": "sqlite:///x.db"}})
    ran = folder.run("client.connect_resource('db', 'SQLite', {})\nclient.delete_resource('other')\nprint('on')")
    assert ran.lines == ["on"]
    assert "is not done" in folder.run("client.delete_resource('db')").stderr


def test_every_error_is_caught_as_the_base_of_aqueducts(folder: Folder) -> None:
    text = """
    from aqueduct import error
    from aqueduct.error import ClientValidationError, InternalServerError, InvalidRequestError, ResourceNotFoundError
    kinds = [kind for kind in vars(error).values() if isinstance(kind, type) and kind is not error.Error]
    print(len(kinds) > 20, all(issubclass(kind, error.AqueductError) for kind in kinds))
    try:
        client.create_param("", default=1)
    except error.AqueductError:
        print("caught")
    """
    assert folder.run(text).lines == ["True True", "caught"]


def test_a_workflow_that_is_not_to_be_run_now_is_not(folder: Folder) -> None:
    ran = folder.run("client.publish_flow('f', artifacts=[client.create_param('p', 1)], run_now=False)")
    assert ran.code == 0
    assert "“f” is not run, as run_now=False asks" in ran.stderr


def test_an_argument_that_is_not_used_is_said_by_hand_with_its_line(folder: Folder) -> None:
    ran = folder.run("made = op(engine='k8s')(lambda: 1)\nplain = op(engine=None)(lambda: 2)")
    assert ran.code == 0
    assert "flow.py:4: @op(engine=…) is not used" in ran.stderr
    assert ran.stderr.count("is not used") == 1


@pytest.mark.parametrize("making", ["op(name='x')(functools.partial(add, 1))", "op(Add())", "op(name='x')(Add().one)"])
def test_whatever_can_be_called_is_an_operator(folder: Folder, making: str) -> None:
    text = f"""
import functools

def add(a, b):
    return a + b

class Add:
    def __call__(self, b):
        return 1 + b

    def one(self, b):
        return 1 + b

made = {making}
print(made(2).get())
"""
    assert folder.run(text).lines == ["3"]


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ("['gone.txt']", "'gone.txt' is not there: correct the path"),
        ("['../outside']", "'../outside' does not lie in the folder of the operator's file: move the file there"),
        (
            "['aqueduct_workflow.py']",
            "'aqueduct_workflow.py' has a name that Aqueduct writes itself where operators run",
        ),
        ("'one.txt'", "file_dependencies= takes a list: file_dependencies=['one.txt']"),
    ],
)
def test_files_that_an_operator_names_are_looked_at_by_hand_too(folder: Folder, listed: str, message: str) -> None:
    folder.write("one.txt", "1")
    folder.write("aqueduct_workflow.py", "")
    ran = folder.run(f"@op(file_dependencies={listed})\ndef work():\n    return 1\n\n\nwork()\n")
    assert message in ran.error


def test_an_operator_runs_by_hand_in_the_folder_that_a_run_gives_it(folder: Folder) -> None:
    """That of its own file where it names files, else that of the workflow; a declared package can be imported."""
    folder.write("flows/operators/data/one.txt", "one")
    folder.write("flows/operators/plugins/__init__.py", "")
    folder.write("flows/operators/plugins/csv.py", "NUMBER = 1")
    steps = """
    import importlib
    from aqueduct import op

    @op(file_dependencies=["data", "plugins"])
    def own(name):
        return open("data/one.txt").read(), importlib.import_module(f"plugins.{name}").NUMBER

    @op
    def plain():
        return open("operators/data/one.txt").read()
    """
    folder.write("flows/operators/steps.py", steps)
    text = """
    import os
    from operators.steps import own, plain
    before = os.getcwd()
    print(own('csv').get(), plain().get(), os.getcwd() == before)
    """
    assert folder.run(text, "flows/flow.py").lines == ["('one', 1) one True"]


def test_two_artifacts_of_one_name_are_refused_where_they_are_published(folder: Folder) -> None:
    ran = folder.run("""
        one, other = client.create_param('p', default=1), client.create_param(' p ', default=2)
        client.publish_flow('both', artifacts=[one, other])
        """)
    sentence = 'Two parameters of the workflow "both" are called "p", this one and that of line 5'
    assert ran.code == 1
    assert sentence in ran.stderr


@pytest.mark.parametrize("written", ["@op(outputs=['a', ' '])", "@metric(output=' ')", "@check(output='')"])
def test_a_name_of_nothing_is_refused(folder: Folder, written: str) -> None:
    assert "not empty" in folder.run(f"{written}\ndef one(x):\n    return x").stderr


TOGGLED = """
@op
def shown(as_text):
    return None if as_text is None else "seven" if as_text else 7

"""


def test_a_value_for_other_parameters_has_the_type_of_the_first(folder: Folder) -> None:
    ran = folder.run(TOGGLED + "made = shown(False)\nmade.get(parameters={'shown:as_text': True})")
    assert "shown gave a text as 'shown artifact', which was a number at its first call." in ran.error
    assert '"mayChangeType": ["shown"] in aqueduct.json' in ran.error
    assert "InvalidArtifactTypeException" in ran.error


def test_another_call_of_an_operator_has_a_type_of_its_own(folder: Folder) -> None:
    ran = folder.run(TOGGLED + "print(shown(False).get(), shown(True).get(), shown(None).get())")
    assert ran.lines == ["7 seven None"]


@pytest.mark.parametrize("free", [["shown"], True])
def test_a_type_may_change_where_aqueduct_json_says_so(folder: Folder, free: object) -> None:
    folder.write("aqueduct.json", json.dumps({"mayChangeType": free}))
    ran = folder.run(TOGGLED + "print(shown(False).get(parameters={'shown:as_text': True}))")
    assert ran.lines == ["seven"]


def test_a_setting_that_is_none_is_refused_with_its_file(folder: Folder) -> None:
    folder.write("aqueduct.json", '{"mayChangeType": "shown"}')
    assert (
        'mayChangeType is not a list of names of operators, such as ["clean"], or true for all' in folder.run("").error
    )
