"""A user's error as the result tells it: the message, the way out, the user's own frames."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Callable
from typing import Any

from aqueduct.error import Error, InvalidDependencyFilePath, ReservedFileNameException, UnsupportedFeatureException
from aqueduct.lacking import missing_module, used_as_value


def failure_of(
    error: BaseException, shown: Callable[[str], str], is_user_file: Callable[[str], bool]
) -> dict[str, Any]:
    """The `failure` of docs/formats/trace.md; frames outside of the user's files are left out.

    What is not there of Aqueduct's is said as reading the text says it, under that code.
    """
    trace = [
        _frame(shown(frame.filename), frame.lineno or 1, frame.name, frame.filename)
        for frame in traceback.extract_tb(error.__traceback__)
        if is_user_file(frame.filename)
    ]
    if isinstance(error, SyntaxError) and error.filename and is_user_file(error.filename):
        trace.append(_frame(shown(error.filename), error.lineno or 1, "<module>", error.filename))
    missing = missing_module(error.name) if isinstance(error, ModuleNotFoundError) else used_as_value(error)
    if missing is not None or isinstance(error, UnsupportedFeatureException):
        return {"message": missing or str(error), "tip": "", "trace": trace, "code": "not-there"}
    return {"message": _message(error), "tip": _tip(error), "trace": trace}


def _frame(shown: str, line: int, function: str, path: str) -> dict[str, Any]:
    return {"file": shown, "line": line, "function": function, "text": linecache.getline(path, line).strip()}


def _message(error: BaseException) -> str:
    if isinstance(error, SystemExit):
        return f"The file ended itself with sys.exit({error.code!r})"
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg}"
    text = "".join(traceback.format_exception_only(type(error), error)).strip()
    return str(error) if isinstance(error, Error) else text


def _tip(error: BaseException) -> str:
    if isinstance(error, (InvalidDependencyFilePath, ReservedFileNameException)):
        return "The path stands in file_dependencies of the operator that is called on this line."
    if isinstance(error, Error):
        return "Change the call on this line."
    if isinstance(error, ModuleNotFoundError):
        return f"Install the package that gives `{error.name}` into this Python environment, or correct the name."
    if isinstance(error, SyntaxError):
        return "Correct the text on this line."
    return "The file must run to its end without an error; operators are not run while it is read."
