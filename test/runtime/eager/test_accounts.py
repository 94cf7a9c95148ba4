"""Where URLs lead, and where passwords may go."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Optional

import pytest
from by_hand import RUNTIME, Folder

from aqueduct.eager.accounts import account_of, url_fault

SAMPLES = json.loads((Path(__file__).parents[2] / "fixtures" / "databaseUrls.json").read_text("utf-8"))
"""`test/unit/resources/account.test.ts` holds TypeScript to the same table."""

SHOWN = "from aqueduct.eager.project import find_project\nprint(find_project().database_url('base'))\n"
URL = "postgresql://ann@db.example.org/wines"


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["url"] for sample in SAMPLES])
def test_a_url_leads_where_typescript_says(sample: Mapping[str, Optional[str]]) -> None:
    account = account_of(str(sample["url"]))
    assert account is not None
    assert (account.origin, account.user, url_fault(str(sample["url"]))) == (
        sample["origin"],
        sample["user"],
        sample["fault"],
    )


def test_what_is_no_url_has_no_account() -> None:
    assert (account_of("db.example.org"), url_fault("a:b@c")) == (None, None)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "project")
    made.path.mkdir()
    made.resources({"base": {"type": "database", "url": URL}})
    made.environment["AQUEDUCT_BASE_PASSWORD"] = "s3cret"
    made.environment["XDG_DATA_HOME"] = str(tmp_path / "data")
    return made


def confirmed_file(folder: Folder) -> Path:
    return Path(folder.environment["XDG_DATA_HOME"], "aqueduct", "confirmedServers.json")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://ann:s3cret@h/d", "Take the password out of the URL of 'base'"),
        ("postgresql://ann:se/s3cret@h/d", "Take the password out of the URL of 'base'"),
        ("postgresql://h/d?sslpassword=s3cret", "Set AQUEDUCT_BASE_PASSWORD instead"),
        ("postgresql://a%zz@h/d", "has a % that begins no character. Write %25 for it"),
    ],
)
def test_a_url_that_no_file_may_hold_is_refused(folder: Folder, url: str, sentence: str) -> None:
    folder.resources({"base": {"type": "database", "url": url}})
    error = folder.run(SHOWN).error
    assert sentence in error
    assert "s3cret" not in error


def test_a_password_goes_to_no_server_that_nobody_has_confirmed(folder: Folder) -> None:
    assert folder.run(SHOWN).error.endswith(
        "The password in AQUEDUCT_BASE_PASSWORD is not sent to postgresql://db.example.org as ann: nobody has confirmed that"
        " server yet. Run this in a terminal, which asks once, or set AQUEDUCT_BASE_ORIGIN=postgresql://db.example.org"
    )


@pytest.mark.parametrize("origin", ["postgresql://db.example.org", "postgresql+psycopg://ann@DB.example.org/other"])
def test_a_password_goes_where_the_variable_of_its_origin_says(folder: Folder, origin: str) -> None:
    folder.environment["AQUEDUCT_BASE_ORIGIN"] = origin
    assert folder.run(SHOWN).lines == ["postgresql://ann:s3cret@db.example.org/wines"]


def test_a_user_with_an_empty_password_gets_the_one_of_the_environment(folder: Folder) -> None:
    folder.resources({"base": {"type": "database", "url": "postgresql://ann:@db.example.org/wines"}})
    folder.environment["AQUEDUCT_BASE_ORIGIN"] = URL
    assert folder.run(SHOWN).lines == ["postgresql://ann:s3cret@db.example.org/wines"]


@pytest.mark.parametrize("origin", ["postgresql://other", "postgresql://bob@db.example.org", "db.example.org"])
def test_a_password_goes_nowhere_else_then(folder: Folder, origin: str) -> None:
    folder.environment["AQUEDUCT_BASE_ORIGIN"] = origin
    assert (
        "alone, as AQUEDUCT_BASE_ORIGIN says, and aqueduct.json names postgresql://db.example.org"
        in folder.run(SHOWN).error
    )


def test_a_password_of_one_server_goes_to_no_other_that_the_query_names(folder: Folder) -> None:
    folder.environment["AQUEDUCT_BASE_ORIGIN"] = URL
    folder.resources({"base": {"type": "database", "url": f"{URL}?host=evil.example.org"}})
    assert "aqueduct.json names postgresql://evil.example.org" in folder.run(SHOWN).error


def test_somebody_at_a_terminal_is_asked_once(folder: Folder) -> None:
    assert "was not sent to postgresql://db.example.org, as you have answered" in on_terminal(folder, "n\n")
    said = on_terminal(folder, "y\n")
    assert (
        "aqueduct.json names postgresql://db.example.org as “base”. Send the password in AQUEDUCT_BASE_PASSWORD" in said
    )
    assert "postgresql://ann:s3cret@db.example.org/wines" in said
    file = confirmed_file(folder)
    assert json.loads(file.read_text("utf-8")) == {
        "format": 1,
        "confirmed": ["AQUEDUCT_BASE_PASSWORD|postgresql://db.example.org|ann"],
    }
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert folder.run(SHOWN).lines == ["postgresql://ann:s3cret@db.example.org/wines"]


@pytest.mark.parametrize(
    ("content", "mode", "sentence"),
    [
        (
            '{"format": 1, "confirmed": []}',
            0o666,
            "can be written by everybody (mode 666), so it is not used. Delete it",
        ),
        ("", 0o600, "can't be read: it is empty. Delete it: it is made anew"),
        ('{"format": 1, "confirmed": [7]}', 0o600, "can't be read: confirmed[0] is not a text"),
        ('{"format": 2}', 0o600, "can't be read: it has format 2, and this Aqueduct reads up to 1: update it"),
    ],
)
def test_a_file_of_confirmed_servers_that_does_not_count_says_so(
    folder: Folder, content: str, mode: int, sentence: str
) -> None:
    file = confirmed_file(folder)
    file.parent.mkdir(parents=True)
    file.write_text(content, "utf-8")
    file.chmod(mode)
    assert sentence in folder.run(SHOWN).error


def test_the_demo_database_makes_the_folder_of_the_users_data_for_its_owner_alone(folder: Folder) -> None:
    folder.resources({})
    assert folder.run("print(client.resource('aqueduct_demo').list_tables())").lines == ["['wine']"]
    assert confirmed_file(folder).parent.stat().st_mode & 0o777 == 0o700


def on_terminal(folder: Folder, typed: str) -> str:
    """What a file prints in a terminal where somebody answers."""
    file = folder.write("flow.py", f"from aqueduct import Client\nclient = Client()\n{SHOWN}")
    environment = {**os.environ, "PYTHONPATH": str(RUNTIME), **folder.environment}
    ours, theirs = pty.openpty()
    try:
        os.write(ours, typed.encode())
        run = subprocess.Popen(
            [sys.executable, str(file)], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=folder.path
        )
        os.close(theirs)
        said = b""
        while True:
            try:
                said += os.read(ours, 65536)
            except OSError:  # The other end is closed.
                break
        run.wait(60)
    finally:
        os.close(ours)
    return said.decode()
