"""What a parameter takes: one rule for the command line, a run's conf and files that are run by hand.

`src/core/runs/parameterText.ts` reads text in the same way and says the same sentences: test/fixtures/parameters/given.json holds both.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Callable, NoReturn, Optional, Union

from aqueduct.formats.checking import is_deeper_than
from aqueduct.formats.parsing import TooDeep, parsed
from aqueduct.values.codec import type_of
from aqueduct.values.exact_json import MOST_DIGITS, exact_text
from aqueduct.values.tagged import TAG, from_json

_A_LIST = 'a list in JSON, such as [1, 2] or ["red", "white"]'
_WORDS = {
    "whole": "a number, such as 6",
    "float": "a number, such as 0.25",
    "number": "a number, such as 6 or 0.25",
    "text": "text",
    "boolean": "true or false",
    "list": _A_LIST,
    "tuple": _A_LIST,
    "dictionary": 'a dictionary in JSON, such as {"red": 1}',
    "anything": "JSON or text",
}
_BLANKS = " \t\r\n"
_WHOLE = re.compile(r"[+-]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
_DECIMAL = re.compile(r"[+-]?((?:0|[1-9][0-9]*(?:_[0-9]+)*)?)(?:\.((?:[0-9]+(?:_[0-9]+)*)?))?(?:[eE]([+-]?[0-9]+))?")
_NAMED = re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE | re.ASCII)
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_MOST_IN_A_DOUBLE = 2**53 - 1
_MOST_LEVELS = 200
"""Of lists and objects in one another: about what a value may have that is kept as JSON (`values/tagged.py`)."""


class WrongParameter(Exception):
    """A value that its parameter cannot take; the message says what it takes."""


class _Wrong(Exception):
    """Of another type; the message says why where the type alone does not."""


def takes(default: Mapping[str, Any]) -> Optional[str]:
    """What a parameter with this default takes, as a key of the words for it; None: nothing that can be written."""
    kind = default["type"]
    if kind == "numeric":
        if "json" not in default:
            return "number"
        return "float" if isinstance(from_json(default["json"]), float) else "whole"
    if kind == "picklable" and default.get("json", 0) is None:
        return "anything"
    return {"string": "text"}.get(kind, kind if kind in _WORDS else None)


def from_text(name: str, default: Mapping[str, Any], text: str) -> Any:
    """The value that a text stands for; raises WrongParameter."""
    return _taken(name, default, lambda kind: _READERS[kind](text), _quoted(text))


def from_conf(name: str, default: Mapping[str, Any], given: Any) -> Any:
    """The value that JSON in a run's conf stands for, where text is read by the parameter's type; raises WrongParameter."""
    if isinstance(given, str) and takes(default) != "anything":
        return from_text(name, default, given)
    if is_deeper_than(_MOST_LEVELS, given):
        return _taken(name, default, _refused_as_too_deep, "this value")
    return _taken(name, default, lambda kind: _of_json(kind, given), _brief(exact_text(given)))


def from_python(name: str, default: Mapping[str, Any], given: object) -> object:
    """A value that Python code gives, which may be one that nobody could write; raises WrongParameter."""
    if takes(default) is None:
        if type_of(given) != default["type"]:
            raise WrongParameter(f"{name} takes a value of type {default['type']}, not of type {type_of(given)}.")
        return given
    return _taken(name, default, lambda kind: _of_python(kind, default, given), _brief(_written(given)))


def _taken(name: str, default: Mapping[str, Any], read: Callable[[str], Any], given: str) -> Any:
    kind = takes(default)
    if kind is None:
        raise WrongParameter(
            f"{name} takes a value that only Python can make. Leave it at its default, or change that in the file."
        )
    try:
        return read(kind)
    except _Wrong as wrong:
        why = f": {wrong}" if str(wrong) else ""
        raise WrongParameter(f"{name} takes {_WORDS[kind]}, not {given}{why}.") from None


def _of_python(kind: str, default: Mapping[str, Any], given: Any) -> Any:
    if kind in ("whole", "float") and type(given) in (int, float) and not (kind == "float" and type(given) is float):
        return _number(kind, given)
    if kind != "anything" and type_of(given) != default["type"]:
        raise _Wrong
    return given


def _of_json(kind: str, given: Any) -> Any:
    if kind in ("whole", "float", "number"):
        return _number(kind, given)
    if kind == "anything":
        return _finite(_untagged(given))
    if kind == "tuple" and isinstance(given, list):
        return tuple(_finite(given))
    if {"boolean": bool, "list": list, "dictionary": dict}.get(kind) is type(given):
        return _finite(given)
    raise _Wrong


def _written(value: object) -> str:
    try:
        return repr(value)
    except RecursionError:
        return f"a {type(value).__name__} that is nested too deep to be shown"


def _number(kind: str, given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, (int, float)):
        raise _Wrong
    _finite(given)
    if kind == "whole":
        return _as_whole(given, float(given).is_integer()) if isinstance(given, float) else given
    if kind == "float" and isinstance(given, int):
        return _held(given)
    return given


def _untagged(given: Any) -> Any:
    try:
        return from_json(given)
    except (KeyError, TypeError, ValueError):
        raise _Wrong(f"what it says under {TAG} is not understood") from None


def _finite(value: Any) -> Any:
    """JSON has no word for infinity: where its reader gives one, the number was too large."""
    if isinstance(value, float) and not math.isfinite(value):
        raise _Wrong("JSON has no such number")
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _finite(item)
    return value


def _whole(text: str) -> Union[int, float]:
    bare = _bare(text)
    if _WHOLE.fullmatch(bare):
        return _integer(bare)
    parts = _parts(bare)
    if parts is None:
        raise _no_number(bare)
    if parts[1]:
        return _as_whole(*parts)
    value = _float(text)
    if value.is_integer():
        raise _Wrong(f"a float would make {int(value)} of it")
    return value


def _as_whole(value: float, is_whole: bool) -> Union[int, float]:
    """What has decimals stays a float, though the default has none."""
    if not is_whole:
        return value
    if abs(value) > _MOST_IN_A_DOUBLE:
        raise _Wrong("write all its digits")
    return int(value)


def _float(text: str) -> float:
    bare = _bare(text)
    if _NAMED.fullmatch(bare):
        return float(bare)
    if _parts(bare) is None:
        raise _no_number(bare)
    written = bare.lstrip("+").replace("_", "")
    value = _float_of(written)
    if _WHOLE.fullmatch(bare) and int(value) != _integer(bare):
        raise _Wrong(f"a float would make {int(value)} of it")
    return value


def _number_of_text(text: str) -> Any:
    return _whole(text) if _WHOLE.fullmatch(_bare(text)) else _float(text)


def _held(value: int) -> float:
    try:
        held = float(value)
    except OverflowError:
        raise _Wrong(f"no float is as large as {_brief(str(value))}") from None
    if int(held) != value:
        raise _Wrong(f"a float would make {int(held)} of it")
    return held


def _integer(digits: str) -> int:
    bare = digits.lstrip("+").replace("_", "")
    if len(bare.lstrip("-")) > MOST_DIGITS:
        raise _Wrong(f"Python reads whole numbers of at most {MOST_DIGITS} digits")
    return int(bare)


def _float_of(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _Wrong(f"no float is as large as {_brief(text)}")
    if value == 0 and re.match(r"[^eE]*[1-9]", text):
        raise _Wrong(f"no float but 0 is as small as {_brief(text)}")
    return value


def _parts(text: str) -> Optional[tuple[float, bool]]:
    """A decimal number, and whether it is a whole one; None where the text is no number."""
    found = _DECIMAL.fullmatch(text)
    if found is None:
        return None
    before, behind = (found[1] or "").replace("_", ""), (found[2] or "").replace("_", "")
    if not before + behind:
        return None
    scale = len(behind) - int(found[3] or 0)
    digits = before + behind
    lost = "" if scale <= 0 else digits[max(0, len(digits) - scale) :]
    return float(text.replace("_", "")), not lost.strip("0")


def _no_number(bare: str) -> _Wrong:
    return _Wrong("write a point for the decimals") if _COMMA.fullmatch(bare) else _Wrong()


def _boolean(text: str) -> bool:
    word = _bare(text).lower()
    if word not in ("true", "false"):
        raise _Wrong
    return word == "true"


def _json(kind: type) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            value = _loaded(text)
        except ValueError:
            raise _Wrong from None
        if type(value) is not kind:
            raise _Wrong
        return value

    return read


def _anything(text: str) -> Any:
    try:
        return _loaded(text)
    except ValueError:
        return text


def _refused_as_too_deep(_kind: str) -> NoReturn:
    raise _too_deep()


def _loaded(text: str) -> Any:
    try:
        value = parsed(text, parse_int=_integer, parse_float=_float_of, parse_constant=_no_json)
    except TooDeep:
        raise _too_deep() from None
    if is_deeper_than(_MOST_LEVELS, value):
        raise _too_deep()
    return value


def _too_deep() -> _Wrong:
    return _Wrong(f"it is nested deeper than {_MOST_LEVELS} levels")


def _no_json(name: str) -> Any:
    raise ValueError(name)


def _bare(text: str) -> str:
    return text.strip(_BLANKS)


def _quoted(text: str) -> str:
    return json.dumps(_brief(text), ensure_ascii=False)


def _brief(text: str) -> str:
    """Enough of what somebody wrote to recognise it."""
    return text if len(text) <= 40 else text[:39] + "\u2026"


_READERS: dict[str, Callable[[str], Any]] = {
    "whole": _whole,
    "float": _float,
    "number": _number_of_text,
    "text": str,
    "boolean": _boolean,
    "list": _json(list),
    "tuple": lambda text: tuple(_json(list)(text)),
    "dictionary": _json(dict),
    "anything": _anything,
}
