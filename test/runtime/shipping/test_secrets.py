"""What is told of values that were read on this machine, or are named like secrets, and are shipped."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from in_process import trace_here
from traced import HEAD, Trace, Workspace

from aqueduct.shipping.secret_names import is_named_like_secret

CANARY = "canary-77b1e0c4d2aa9"
THEN = "use a resource of aqueduct.json, or a Connection or Variable of Airflow."
LINES = len(HEAD.splitlines())


@pytest.fixture
def traced(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Any:
    def traced(text: str, names: str = "KEY", **files: str) -> Trace:
        monkeypatch.setenv("KEY", CANARY)
        monkeypatch.setenv("API_KEY", CANARY)
        monkeypatch.setenv("SHORT", "abc")
        monkeypatch.setenv("ODD", 'ä"\\canary-quoted')
        end = f"\n@op\ndef work():\n    return {names}\nclient.publish_flow('w', artifacts=[work()])\n"
        workspace.write(flow=HEAD + text + end, **files)
        return trace_here(workspace, monkeypatch)

    return traced


def told(trace: Trace) -> list[str]:
    found = [each for each in trace.problems if each["code"] == "captured-secret"]
    assert all(each["severity"] == "warning" and each["file"] == "flow.py" for each in found)
    assert CANARY not in json.dumps(trace.problems)
    return [f"{each['line'] - LINES}: {each['message'].partition(' value')[0]}" for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "import os\nKEY = os.environ['KEY']",
        "import os\nKEY = os.getenv('KEY', '')",
        "import os\nKEY = dict(os.environ)['KEY']",
        "import os\nKEY = {'Authorization': f\"Bearer {os.environ.get('KEY')}\"}",
        "import os\nKEY = ('user', [os.environ.copy()['KEY']])",
        "import os\nKEY = os.environ['KEY'].encode()",
        "import os\nKEY = os.environ['ODD']",
        "import os\nKEY = {'key': [os.environ['ODD']]}",
        "import types, os\nKEY = types.SimpleNamespace(key=os.environ['KEY'])",
        "from pathlib import Path; import os\nKEY = Path('/') / os.environ['KEY']",
    ],
)
def test_what_is_read_from_the_environment_is_told_on_its_line(traced: Any, text: str) -> None:
    trace = traced(text)
    assert told(trace) == ["2: `KEY` holds a"]
    assert "canary" not in json.dumps(trace.document)


def test_the_line_is_the_one_that_reads_it(traced: Any) -> None:
    text = "import os\nTOKEN = os.environ['KEY']\nHEADERS = {'Authorization': 'Bearer ' + TOKEN}"
    assert told(traced(text, "HEADERS, TOKEN")) == ["2: `HEADERS` and `TOKEN` hold a"]


def test_in_a_helper_it_is_the_line_of_the_helper_and_in_another_file_the_one_that_assigns_it(traced: Any) -> None:
    helper = "import os\ndef key():\n    return os.environ['KEY']\nKEY = key()"
    assert told(traced(helper)) == ["3: `KEY` holds a"]
    other = "import settings\n\nKEY = settings.KEY"
    assert told(traced(other, settings="import os\nKEY = os.environ['KEY']\n")) == ["3: `KEY` holds a"]


def test_each_statement_that_reads_it_is_told_and_none_that_calls_what_reads_all(
    traced: Any, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = workspace.folder.parent / "site"
    site.mkdir()
    (site / "reads_all.py").write_text(
        "import os\ndef values(): return {each: os.environ[each] for each in os.environ} and 1\n"
    )
    monkeypatch.syspath_prepend(str(site))
    text = "import os, reads_all\nreads_all.values()\nKEY = os.environ['API_KEY']\nAGAIN = [os.environ['API_KEY']]"
    assert told(traced(text, "KEY, AGAIN")) == ["3: `KEY` holds a", "4: `AGAIN` holds a"]
    default = f"{text}\n@op\ndef ask(key):\n    return 1\nask(os.environ['API_KEY'])"
    assert told(traced(default)) == ["3: `KEY` holds a", "8: The default of `ask:key` holds a"]


def test_getpass_is_told(traced: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt="": CANARY)
    assert told(traced("import getpass\nKEY = getpass.getpass()")) == ["2: `KEY` holds a"]
    assert told(traced("from getpass import getpass\nKEY = 'x' + getpass('?')")) == ["2: `KEY` holds a"]


def test_packages_that_read_secrets_are_told(
    traced: Any, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = workspace.folder.parent / "site"
    for name, text in {
        "keyring": f"def get_password(service, user): return {CANARY!r}",
        "dotenv": f"def dotenv_values(path=None): return {{'A': {CANARY!r}}}\ndef get_key(path, key): return {CANARY!r}",
        "settings_library": "import os\ndef config(name): return os.environ[name]\nREAD = os.environ['API_KEY']",
    }.items():
        (site / name).mkdir(parents=True)
        (site / name / "__init__.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    assert told(traced("import keyring\nKEY = keyring.get_password('a', 'b')")) == ["2: `KEY` holds a"]
    assert told(traced("from dotenv import dotenv_values\nKEY = dotenv_values()")) == ["2: `KEY` holds a"]
    assert told(traced("from settings_library import config\nVALUE = config('API_KEY')", "VALUE")) == [
        "2: `VALUE` holds a"
    ]
    assert told(traced("import settings_library\nVALUE = 'x'", "VALUE, settings_library.READ")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import os\nSHORT = os.environ['SHORT'] + 'abc'", "SHORT"),
        ("import os\nHAS = ('KEY' in os.environ, len(os.environ['KEY']), os.environ['KEY'] == 'x')", "HAS"),
        ("import os\nos.environ['KEY']\nVALUE = 'another one'", "VALUE"),
        ("import os", "os.environ['KEY']"),
        ("import settings\nfrom settings import KEY", "(KEY, settings.KEY)"),
        ("PASSWORD = ''\nTOKEN = None\nAPI_KEY = 4", "(PASSWORD, TOKEN, API_KEY)"),
        ("TOKEN_URL = 'https://example.com/token'", "TOKEN_URL"),
    ],
)
def test_nothing_is_said(traced: Any, text: str, names: str) -> None:
    assert told(traced(text, names, settings="import os\nKEY = os.environ['KEY']\n")) == []


def test_what_is_named_like_a_secret_is_told_without_its_value(traced: Any) -> None:
    trace = traced(f"DB_PASSWORD = {CANARY!r}\nAPI_KEY = b'0123'", "DB_PASSWORD, API_KEY")
    assert told(trace) == [
        "1: `DB_PASSWORD` looks like a secret, and `work` takes it along: it is stored as plain text with the workflow. "
        f"Read it in `work`, {THEN}",
        "2: `API_KEY` looks like a secret, and `work` takes it along: it is stored as plain text with the workflow. "
        f"Read it in `work`, {THEN}",
    ]


def test_what_is_set_on_a_module_or_a_class_is_named_as_the_text_writes_it(workspace: Workspace) -> None:
    flow = f"""import settings
class Store:
    token = ""
settings.API_KEY = {CANARY!r}
Store.token = {CANARY!r}
@op
def work():
    return settings.key(), Store.token
client.publish_flow("w", artifacts=[work()])
"""
    module = "API_KEY = ''\ndef key():\n    return API_KEY\n"
    trace = workspace.write(flow=HEAD + flow, settings=module).trace()
    assert [line.partition(",")[0] for line in told(trace)] == [
        "4: `settings.API_KEY` looks like a secret",
        "5: `Store.token` looks like a secret",
    ]


def test_a_secret_that_becomes_the_default_of_a_parameter_is_told(traced: Any) -> None:
    text = "import os\n@op\ndef ask(key):\n    return 1\nask(os.environ['{}'])"
    assert told(traced(text.format("API_KEY"), "1")) == ["5: The default of `ask:key` holds a"]
    create = "import os\nclient.create_param('password', default=os.environ['KEY'])"
    assert told(traced(create, "1")) == ["2: The default of `password` holds a"]
    assert told(traced("import os\n@op\ndef ask(stage):\n    return 1\nask(os.environ['KEY'])", "1")) == []


def test_the_environment_is_as_it_was_after_the_trace(traced: Any) -> None:
    before = (type(os.environ).__getitem__, __import__("getpass").getpass)
    traced("import os\nKEY = os.environ['KEY']")
    assert (type(os.environ).__getitem__, __import__("getpass").getpass) == before


def test_names_of_secrets() -> None:
    names = json.loads((Path(__file__).parents[2] / "unit" / "check" / "secretNames.json").read_text("utf-8"))
    assert [name for name in names["secrets"] if not is_named_like_secret(name)] == []
    assert [name for name in names["others"] if is_named_like_secret(name)] == []


def test_of_many_operators_three_are_named(traced: Any) -> None:
    operators = "".join(f"@op\ndef {name}():\n    return KEY\n{name}()\n" for name in "abcde")
    [problem] = traced("import os\nKEY = os.environ['KEY']\n" + operators, "1").problems
    assert "and `a`, `b`, `c` and 2 others take it along" in problem["message"]
