"""The folder that a file run by hand belongs to, with the resources of its `aqueduct.json`."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Optional, Union
from urllib.parse import quote

from aqueduct import formats
from aqueduct.databases.demo import DEMO_NAMES, DEMO_URL, real_url
from aqueduct.eager import jsonc
from aqueduct.eager.accounts import url_fault
from aqueduct.eager.confirmed import password_of, password_variable
from aqueduct.eager.owned import ends_search, read_owned
from aqueduct.error import InvalidResourceException
from aqueduct.formats.parsing import TooDeep
from aqueduct.queries import Dialect, dialect_of

PROJECT_FILE = "aqueduct.json"
_SQLITE = re.compile(r"(sqlite(?:\+[a-z]+)?):///([^?]+)(\?.*)?")
_LIMIT = 1024 * 1024


@dataclass(frozen=True)
class Project:
    """`folder` holds the nearest `aqueduct.json`, else the file itself."""

    folder: Path
    resources: Mapping[str, Mapping[str, Any]]
    may_change_type: Union[Sequence[str], Literal["all"]] = ()

    def keeps_type(self, operator: str) -> bool:
        """Whether what an operator of this name gives is held to the type that it had."""
        return self.may_change_type != "all" and operator not in self.may_change_type

    def kinds(self) -> dict[str, str]:
        """The resources' names and types, the demo database's too where the folder names none."""
        own = {name: str(resource["type"]) for name, resource in self.resources.items()}
        return own if self._has_own_demo() else {**own, **dict.fromkeys(DEMO_NAMES, "database")}

    def _has_own_demo(self) -> bool:
        return any(name in self.resources for name in DEMO_NAMES)

    def dialects(self) -> dict[str, Dialect]:
        """How each database reads its SQL."""
        own = {name: dialect_of(str(resource.get("url", ""))) for name, resource in self.resources.items()}
        return own if self._has_own_demo() else {**own, **dict.fromkeys(DEMO_NAMES, dialect_of(DEMO_URL))}

    def database_url(self, name: str) -> str:
        """A database's URL with its password from the environment.

        Raises InvalidResourceException where it has no URL, or one that no file may hold, and InvalidUserActionException
        where the password may not go there.
        """
        if name in DEMO_NAMES and not self._has_own_demo():
            return real_url(DEMO_URL)
        _check(self.folder / PROJECT_FILE, {"resources": {name: self.resources[name]}})
        url = str(self.resources[name]["url"])
        fault = url_fault(url)
        if fault == "password":
            raise InvalidResourceException(
                f"Take the password out of the URL of {name!r} in {self.folder / PROJECT_FILE}: it would be committed."
                f" Set {password_variable(name)} instead"
            )
        if fault == "encoding":
            raise InvalidResourceException(
                f"The user in the URL of {name!r} in {self.folder / PROJECT_FILE} has a % that begins no character. Write %25 for it"
            )
        return _with_password(_absolute(url, self.folder), password_of(name, url))


def main_file() -> Optional[Path]:
    """The file that Python was started with; None where it was started with none."""
    name = getattr(sys.modules.get("__main__"), "__file__", None)
    return None if name is None else Path(name).absolute()


def find_project() -> Project:
    """The project of the file that is run; raises InvalidResourceException where its `aqueduct.json` is refused."""
    file = main_file()
    start = Path.cwd() if file is None else file.parent
    for folder in (start, *start.parents):
        path = folder / PROJECT_FILE
        if os.path.lexists(path) and not path.is_dir():
            return Project(folder, *_read(path))
        if ends_search(folder):
            break
    return Project(start, {})


def _read(path: Path) -> tuple[dict[str, Mapping[str, Any]], Union[Sequence[str], Literal["all"]]]:
    content = read_owned(path, path.parent, _LIMIT)
    if content is None:
        return {}, ()
    try:
        document = jsonc.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidResourceException(f"{path} is not text in UTF-8. Save it so") from error
    except json.JSONDecodeError as error:
        raise InvalidResourceException(
            f"{path}, line {error.lineno}: this is not JSON ({error.msg}). Correct it"
        ) from error
    except TooDeep as error:
        raise InvalidResourceException(f"{path} can't be read: {error}. Correct it") from error
    resources = document.get("resources", {}) if isinstance(document, dict) else None
    if not isinstance(resources, dict):
        raise InvalidResourceException(f'{path} is not of the form {{"resources": {{…}}}}. Correct it')
    _check(path, {**document, "resources": {}})
    kinds = formats.schema("aqueduct")["properties"]["resources"]["additionalProperties"]["properties"]["type"]["enum"]
    for name, resource in resources.items():
        # Any other fault is told by whoever uses the resource: it is no matter of the rest.
        if not isinstance(resource, dict) or resource.get("type") not in kinds:
            _check(path, {"resources": {name: resource}})
    given = document.get("mayChangeType", False)
    return resources, ("all" if given else ()) if isinstance(given, bool) else given


def _check(path: Path, document: object) -> None:
    """Raises InvalidResourceException where a part of the file is not what its format says (docs/formats/project.md)."""
    try:
        formats.read("aqueduct", document, str(path), passes_over_others=True)
    except formats.Unreadable as error:
        raise InvalidResourceException(f"{str(error).rstrip('.')}. Correct it") from None


def _absolute(url: str, folder: Path) -> str:
    """A SQLite URL whose relative path stands for one under the folder; any other URL as it is."""
    found = _SQLITE.fullmatch(url)
    if found is None or found.group(2) == ":memory:":
        return url
    path = os.path.normpath(folder / found.group(2)).replace(os.sep, "/")
    return f"{found.group(1)}:///{path}{found.group(3) or ''}"


def _with_password(url: str, password: Optional[str]) -> str:
    if not password:
        return url
    return re.sub(r"^([^:]+://)([^/@:]*):?@", lambda found: f"{found[1]}{found[2]}:{quote(password, safe='')}@", url)
