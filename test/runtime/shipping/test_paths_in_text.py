"""Texts of operators that name files of the workspace are told before anything runs, unless the files ship."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import trace_here
from traced import HEAD, new_workspace

FILES = ("one.csv", "data/one.csv", "data/deep/two.txt", "helpers/__init__.py", "library/data.csv", "made.csv")


def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, listed: str) -> list[tuple[str, int, str]]:
    workspace = new_workspace(tmp_path)
    for path in FILES:
        workspace.put(path, b"")
    flow = (
        f"from pathlib import Path\nimport glob, os\nimport pandas\n{HEAD}\n\n@op(file_dependencies={listed})\n"
        f"def work():\n    {body}\n\nclient.publish_flow('w', artifacts=[work()])\n"
    )
    workspace.put("flow.py", flow.encode())
    trace = trace_here(workspace, monkeypatch)
    assert trace.document["failure"] is None
    assert {each["line"] for each in trace.problems} <= {11}
    return [(each["severity"], each["line"], each["message"]) for each in trace.problems]


@pytest.mark.parametrize(
    ("body", "kind", "named"),
    [
        ("open('one.csv').read()", "a file", "one.csv"),
        ("pandas.read_csv('data/one.csv')", "a file", "data/one.csv"),
        ("pandas.read_csv(filepath_or_buffer='data/one.csv', sep=',')", "a file", "data/one.csv"),
        ("Path(__file__).parent / 'data'", "a folder", "data"),
        ("Path(__file__).parent.joinpath('data')", "a folder", "data"),
        ("os.path.join(os.path.dirname(__file__), 'data', 'x')", "a folder", "data"),
        ("os.listdir('data/deep')", "a folder", "data/deep"),
        ("glob.glob('data/*.csv')", "a pattern for files", "data/*.csv"),
        ("open('./one.csv', 'r').read()", "a file", "one.csv"),
    ],
)
def test_a_text_that_names_a_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, kind: str, named: str
) -> None:
    [(severity, line, message)] = told(tmp_path, monkeypatch, body, "[]")
    assert (severity, line) == ("warning", 11)
    assert f"is {kind} of your workspace, which `work` does not find on a worker" in message
    assert message.endswith(f": add file_dependencies=[{named!r}] to its decorator")


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        ("open('one.csv').read()", "['one.csv']"),
        ("open('one.csv').read()", "['*.csv']"),
        ("glob.glob('data/*.csv')", "['data']"),
        ("os.listdir('data/deep')", "['data/deep']"),
        ("os.listdir('data/deep')", "['data']"),
        ("open('absent.csv').read()", "[]"),
        ("open('made.csv', 'w').write('x')", "[]"),
        ("open('made.csv', mode='ab').write(b'x')", "[]"),
        ("pandas.DataFrame().to_csv('made.csv')", "[]"),
        ("plot().savefig('made.csv')", "[]"),
        ("os.replace('new.csv', 'made.csv')", "[]"),
        ("zipfile.ZipFile('made.csv', 'w')", "[]"),
        ("tarfile.open('made.csv', mode='w:gz')", "[]"),
        ("logging.basicConfig(filename='made.csv')", "[]"),
        ("logging.handlers.RotatingFileHandler('made.csv')", "[]"),
        ("os.makedirs('data/deep', exist_ok=True)", "[]"),
        ("print('data/one.csv')", "[]"),
        ("'a/b'.split('/')", "[]"),
        ("'x'.join(['.'])", "[]"),
        ("{}.get('data')", "[]"),
        ("glob.glob('data/*.parquet')", "[]"),
        ("open('/etc/hostname')", "[]"),
        ("open('../outside.txt')", "[]"),
        ("'\\0'.encode('a.b')", "[]"),
        ("Path(__file__).parent / 'helpers'", "[]"),
    ],
)
def test_what_ships_or_is_not_read_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, listed: str
) -> None:
    (tmp_path / "outside.txt").write_text("")
    assert told(tmp_path, monkeypatch, body, listed) == []
